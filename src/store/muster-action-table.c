/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-cases-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table-private.h"
#include "store/muster-follow-up-table.h"
#include "store/muster-table-private.h"

#define COLUMNS "number, assister_id, severity, state, finding, cause, restriction, restriction_text, opened, due, closed, outcome, closing_note," \
                " clause_version, rule_pack, opened_account, closed_account, due_reason, incident_id"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19"
#define STEP_COLUMNS "action_id, position, what, owner, due, done_on, done_note, done_account, verified_account, verified_on"
#define STEP_VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"

static const char *const load_sql = "SELECT " COLUMNS " FROM corrective_action WHERE id = ?1";
static const char *const insert_sql = "INSERT INTO corrective_action (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql = "UPDATE corrective_action SET (" COLUMNS ") = (" VALUES ") WHERE id = ?20 AND (" COLUMNS ") IS NOT (" VALUES ")";
static const char *const find_sql = "SELECT id FROM corrective_action WHERE number = ?1";
static const char *const serial_sql = "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM corrective_action WHERE number > ?1 AND number < ?2";

static const char *const clauses_sql = "SELECT clause FROM corrective_action_clause WHERE action_id = ?1 ORDER BY id";
static const char *const insert_clause_sql = "INSERT INTO corrective_action_clause (action_id, clause) VALUES (?1, ?2)";

static const char *const steps_sql = "SELECT " STEP_COLUMNS ", id FROM corrective_action_step WHERE action_id = ?1 ORDER BY position";
static const char *const insert_step_sql = "INSERT INTO corrective_action_step (" STEP_COLUMNS ") VALUES (" STEP_VALUES ")";
static const char *const update_step_sql =
  "UPDATE corrective_action_step SET (" STEP_COLUMNS ") = (" STEP_VALUES ") WHERE id = ?11 AND (" STEP_COLUMNS ") IS NOT (" STEP_VALUES ")";

/* “main.”: how somebody’s certification goes on does not depend on who asks. */
static const char *const restricted_sql = "SELECT 1 FROM main.corrective_action WHERE assister_id = ?1 AND state = 'open' AND restriction != 'none' LIMIT 1";
static const char *const list_sql =
  "SELECT c.id, c.number, a.sort_key FROM corrective_action c JOIN assister a ON a.id = c.assister_id"
  " WHERE (?1 IS NULL OR c.assister_id = ?1) AND (NOT ?2 OR c.state = 'open') AND (?3 IS NULL OR (c.state = 'open' AND " MUSTER_DEADLINE_SQL ("c") " < ?3))"
                                                                                                                                                   " ORDER BY c.opened DESC, c.id DESC";

static gboolean
read_codes (MusterStatement *statement, MusterCorrectiveAction *action, GError **error)
{
  return muster_severity_from_code (muster_statement_get_text (statement, 2), &action->severity, error) &&
         muster_action_state_from_code (muster_statement_get_text (statement, 3), &action->state, error) &&
         muster_restriction_from_code (muster_statement_get_text (statement, 6), &action->restriction, error) &&
         muster_outcome_from_code (muster_statement_get_text (statement, 11), &action->outcome, error);
}

static gboolean
read_action (MusterStatement *statement, MusterCorrectiveAction *action, GError **error)
{
  action->number = muster_statement_dup_text (statement, 0);
  action->assister_id = muster_statement_get_int (statement, 1);
  action->finding = muster_statement_dup_text (statement, 4);
  action->cause = muster_statement_dup_text (statement, 5);
  action->restriction_text = muster_statement_dup_text (statement, 7);
  muster_statement_get_date (statement, 8, &action->opened);
  muster_statement_get_date (statement, 9, &action->due);
  muster_statement_get_date (statement, 10, &action->closed);
  action->closing_note = muster_statement_dup_text (statement, 12);
  action->clause_version = muster_statement_dup_text (statement, 13);
  action->rule_pack = muster_statement_dup_text (statement, 14);
  action->opened_account = muster_statement_get_int (statement, 15);
  action->closed_account = muster_statement_get_int (statement, 16);
  action->due_reason = muster_statement_dup_text (statement, 17);
  action->incident_id = muster_statement_get_int (statement, 18);
  return read_codes (statement, action, error) || muster_table_blame ("corrective_action", action->id, error);
}

static void
bind_action (MusterStatement *statement, const MusterCorrectiveAction *action)
{
  muster_statement_bind_text (statement, 1, action->number);
  muster_statement_bind_int (statement, 2, action->assister_id);
  muster_statement_bind_text (statement, 3, muster_severity_to_code (action->severity));
  muster_statement_bind_text (statement, 4, muster_action_state_to_code (action->state));
  muster_statement_bind_text (statement, 5, action->finding);
  muster_statement_bind_text (statement, 6, action->cause);
  muster_statement_bind_text (statement, 7, muster_restriction_to_code (action->restriction));
  muster_statement_bind_text (statement, 8, action->restriction_text);
  muster_statement_bind_date (statement, 9, &action->opened);
  muster_statement_bind_date (statement, 10, &action->due);
  muster_statement_bind_date (statement, 11, &action->closed);
  muster_statement_bind_text (statement, 12, muster_outcome_to_code (action->outcome));
  muster_statement_bind_text (statement, 13, action->closing_note);
  muster_statement_bind_text (statement, 14, action->clause_version);
  muster_statement_bind_text (statement, 15, action->rule_pack);
  muster_statement_bind_int (statement, 16, action->opened_account);
  muster_statement_bind_id (statement, 17, action->closed_account);
  muster_statement_bind_text (statement, 18, action->due_reason);
  muster_statement_bind_id (statement, 19, action->incident_id);
}

static MusterActionStep *
read_step (MusterStatement *statement)
{
  MusterActionStep *step = muster_action_step_new ();

  step->action_id = muster_statement_get_int (statement, 0);
  step->position = (int) muster_statement_get_int (statement, 1);
  step->what = muster_statement_dup_text (statement, 2);
  step->owner = muster_statement_dup_text (statement, 3);
  muster_statement_get_date (statement, 4, &step->due);
  muster_statement_get_date (statement, 5, &step->done_on);
  step->done_note = muster_statement_dup_text (statement, 6);
  step->done_account = muster_statement_get_int (statement, 7);
  step->verified_account = muster_statement_get_int (statement, 8);
  muster_statement_get_date (statement, 9, &step->verified_on);
  step->id = muster_statement_get_int (statement, 10);
  return step;
}

static gboolean
save_step (MusterDatabase *database, MusterActionStep *step, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, step->id == 0 ? insert_step_sql : update_step_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, step->action_id);
  muster_statement_bind_int (statement, 2, step->position);
  muster_statement_bind_text (statement, 3, step->what);
  muster_statement_bind_text (statement, 4, step->owner);
  muster_statement_bind_date (statement, 5, &step->due);
  muster_statement_bind_date (statement, 6, &step->done_on);
  muster_statement_bind_text (statement, 7, step->done_note);
  muster_statement_bind_id (statement, 8, step->done_account);
  muster_statement_bind_id (statement, 9, step->verified_account);
  muster_statement_bind_date (statement, 10, &step->verified_on);
  if (step->id != 0)
    muster_statement_bind_int (statement, 11, step->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (step->id == 0)
    step->id = muster_database_get_last_id (database);
  return TRUE;
}

static gboolean
save_steps (MusterDatabase *database, MusterCorrectiveAction *action, GError **error)
{
  for (guint i = 0; action->steps != NULL && i < action->steps->len; i++)
    {
      MusterActionStep *step = action->steps->pdata[i];

      step->action_id = action->id;
      if (!save_step (database, step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_steps (MusterDatabase *database, MusterCorrectiveAction *action, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, steps_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, action->id);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (action->steps, read_step (statement));
    }
}

static gboolean
give_number (MusterDatabase *database, MusterCorrectiveAction *action, GError **error)
{
  if (action->number != NULL)
    return TRUE;
  action->number = muster_cases_dup_next_number (database, serial_sql, "CA", g_date_get_year (&action->opened), error);
  return action->number != NULL;
}

gboolean
muster_action_table_save (MusterDatabase *database, MusterCorrectiveAction *action, GError **error)
{
  gboolean is_new = action->id == 0;
  g_autoptr (MusterStatement) statement = NULL;

  if (!give_number (database, action, error))
    return FALSE;
  statement = muster_database_prepare (database, is_new ? insert_sql : update_sql, error);
  if (statement == NULL)
    return FALSE;
  bind_action (statement, action);
  if (!is_new)
    muster_statement_bind_int (statement, 20, action->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    action->id = muster_database_get_last_id (database);
  if (is_new && !muster_cases_save_texts (database, insert_clause_sql, action->id, action->clause_ids, error))
    return FALSE;
  return save_steps (database, action, error) && muster_follow_up_table_save (database, action->follow_ups, action->id, error);
}

MusterCorrectiveAction *
muster_action_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This corrective action is not in this register. Look at the list of corrective actions."));
      return NULL;
    }
  action->id = id;
  if (!read_action (statement, action, error) ||
      !muster_cases_load_texts (database, clauses_sql, id, action->clause_ids, error) ||
      !load_steps (database, action, error) ||
      !muster_follow_up_table_load (database, id, action->follow_ups, error))
    return NULL;
  return g_steal_pointer (&action);
}

gint64
muster_action_table_find (MusterDatabase *database, const char *number, GError **error)
{
  return muster_cases_find (database, find_sql, number, error);
}

GPtrArray *
muster_action_table_list (MusterDatabase *database, const MusterActionFilter *filter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_corrective_action_free);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_id (statement, 1, filter->assister_id);
  muster_statement_bind_int (statement, 2, filter->only_open);
  if (filter->only_overdue)
    muster_statement_bind_date (statement, 3, &filter->today);
  ids = muster_cases_collect_ids (statement, filter->search, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      MusterCorrectiveAction *action = muster_action_table_load (database, g_array_index (ids, gint64, i), error);

      if (action == NULL)
        return NULL;
      g_ptr_array_add (actions, action);
    }
  return g_steal_pointer (&actions);
}

gboolean
muster_action_table_is_restricted (MusterDatabase *database, gint64 assister_id, gboolean *restricted, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, restricted_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  return muster_statement_step (statement, restricted, error);
}
