/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-history-query.h"

#include "store/muster-cases-table-private.h"
#include "store/muster-cases-table.h"
#include "store/muster-table-private.h"

#define SIMILAR                                                                                                                                         \
  " FROM corrective_action c WHERE c.state = 'closed' AND c.severity = ?1 AND c.assister_id <> ?2 AND EXISTS (SELECT 1 FROM corrective_action_clause x" \
  " JOIN corrective_action_clause y ON y.clause = x.clause WHERE x.action_id = c.id AND y.action_id = ?3)"

static const char *const similar_sql = "SELECT c.number, c.outcome, CAST(julianday(c.closed) - julianday(c.opened) AS INTEGER)" SIMILAR " ORDER BY c.closed DESC, c.id DESC LIMIT ?4";
/* Only those for which there can be a ground: the domain says whether there is one. */
static const char *const candidates_sql =
  "SELECT c.id FROM corrective_action c WHERE c.state = 'open' AND (" MUSTER_DEADLINE_SQL ("c") " < ?1 OR c.severity = 'S4'"
                                                                                                " OR EXISTS (SELECT 1 FROM corrective_action o WHERE o.assister_id = c.assister_id AND o.id <> c.id)"
                                                                                                " OR EXISTS (SELECT 1 FROM corrective_action_follow_up f WHERE f.action_id = c.id AND f.kind = 'check' AND f.state = 'failed')) ORDER BY c.due, c.id";
static const char *const count_sql = "SELECT count(*)" SIMILAR;

void
muster_similar_case_free (MusterSimilarCase *similar)
{
  g_free (similar->number);
  g_free (similar);
}

void
muster_case_history_free (MusterCaseHistory *history)
{
  if (history == NULL)
    return;
  g_clear_pointer (&history->earlier, g_ptr_array_unref);
  g_clear_pointer (&history->similar, g_ptr_array_unref);
  g_free (history);
}

static gpointer
read_similar (MusterStatement *statement, GError **error)
{
  g_autofree MusterSimilarCase *similar = g_new0 (MusterSimilarCase, 1);

  if (!muster_outcome_from_code (muster_statement_get_text (statement, 1), &similar->outcome, error))
    {
      muster_table_blame ("corrective_action", 0, error);
      return NULL;
    }
  similar->number = muster_statement_dup_text (statement, 0);
  similar->days = (guint) MAX (muster_statement_get_int (statement, 2), 0);
  return g_steal_pointer (&similar);
}

static MusterStatement *
prepare_similar (MusterDatabase *database, const char *sql, const MusterCorrectiveAction *action, GError **error)
{
  MusterStatement *statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, muster_severity_to_code (action->severity));
  muster_statement_bind_int (statement, 2, action->assister_id);
  muster_statement_bind_int (statement, 3, action->id);
  return statement;
}

static gboolean
load_similar (MusterDatabase *database, const MusterCorrectiveAction *action, MusterCaseHistory *history, GError **error)
{
  g_autoptr (MusterStatement) statement = prepare_similar (database, similar_sql, action, error);
  g_autoptr (MusterStatement) count = statement != NULL ? prepare_similar (database, count_sql, action, error) : NULL;
  gboolean row;

  if (count == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 4, MUSTER_SIMILAR_CASES);
  history->similar = muster_table_collect (statement, read_similar, (GDestroyNotify) muster_similar_case_free, error);
  if (history->similar == NULL || !muster_statement_step (count, &row, error))
    return FALSE;
  history->n_similar = row ? (guint) muster_statement_get_int (count, 0) : 0;
  return TRUE;
}

static gboolean
has_decision (MusterDatabase *database, gint64 assister_id, gboolean *found, GError **error)
{
  MusterDecisionFilter filter = { .assister_id = assister_id };
  g_autoptr (GPtrArray) decisions = muster_decision_table_list (database, &filter, error);

  *found = FALSE;
  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      const MusterDecision *decision = decisions->pdata[i];

      *found |= decision->called_off_by == 0 && (decision->state == MUSTER_DECISION_PROPOSED || decision->state == MUSTER_DECISION_APPROVED);
    }
  return decisions != NULL;
}

static gboolean
find_grounds (MusterDatabase *database, const MusterCorrectiveAction *action, GPtrArray *others, const GDate *today, guint *grounds, GError **error)
{
  gboolean decided = FALSE;

  *grounds = muster_escalation_list_grounds (action, others, today);
  if ((*grounds & MUSTER_ESCALATION_REMOVAL) != 0 && !has_decision (database, action->assister_id, &decided, error))
    return FALSE;
  if (decided)
    *grounds &= ~(guint) MUSTER_ESCALATION_REMOVAL;
  return TRUE;
}

static GPtrArray *
list_of_person (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  MusterActionFilter filter = { .assister_id = action->assister_id };

  return muster_action_table_list (database, &filter, error);
}

void
muster_escalation_free (MusterEscalation *escalation)
{
  muster_corrective_action_free (escalation->action);
  g_free (escalation);
}

static gboolean
add_escalation (MusterDatabase *database, gint64 id, const GDate *today, GPtrArray *found, GError **error)
{
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, id, error);
  g_autoptr (GPtrArray) others = action != NULL ? list_of_person (database, action, error) : NULL;
  MusterEscalation *escalation;
  guint grounds;

  if (others == NULL || !find_grounds (database, action, others, today, &grounds, error))
    return FALSE;
  if (grounds == 0)
    return TRUE;
  escalation = g_new (MusterEscalation, 1);
  *escalation = (MusterEscalation) { g_steal_pointer (&action), grounds };
  g_ptr_array_add (found, escalation);
  return TRUE;
}

GPtrArray *
muster_case_history_list_escalations (MusterDatabase *database, const GDate *today, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, candidates_sql, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_escalation_free);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, today);
  ids = muster_table_collect_ids (statement, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_escalation (database, g_array_index (ids, gint64, i), today, found, error))
      return NULL;
  return ids != NULL ? g_steal_pointer (&found) : NULL;
}

MusterCaseHistory *
muster_case_history_load (MusterDatabase *database, const MusterCorrectiveAction *action, const GDate *today, GError **error)
{
  g_autoptr (MusterCaseHistory) history = g_new0 (MusterCaseHistory, 1);
  g_autoptr (GPtrArray) others = list_of_person (database, action, error);

  if (others == NULL || !find_grounds (database, action, others, today, &history->grounds, error) || !load_similar (database, action, history, error))
    return NULL;
  history->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_corrective_action_free);
  for (guint i = others->len; i > 0; i--)
    if (muster_escalation_is_earlier (action, others->pdata[i - 1]))
      g_ptr_array_insert (history->earlier, 0, g_ptr_array_steal_index (others, i - 1));
  return g_steal_pointer (&history);
}
