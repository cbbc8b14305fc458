/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-cases-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table-private.h"
#include "store/muster-table-private.h"

#define COLUMNS "number, kind, state, assister_id, types, authority, reason, proposed_effective, effective, review_until, proposer, proposed_at," \
                " decider, decided_at, decision_reason, emergency, clause_version, rule_pack, calls_off"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19"

static const char *const load_sql = "SELECT " COLUMNS ", (SELECT o.id FROM decision o WHERE o.calls_off = decision.id AND o.state = 'approved') FROM decision WHERE id = ?1";
static const char *const insert_sql = "INSERT INTO decision (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql = "UPDATE decision SET (" COLUMNS ") = (" VALUES ") WHERE id = ?20 AND (" COLUMNS ") IS NOT (" VALUES ")";
static const char *const find_sql = "SELECT id FROM decision WHERE number = ?1";
static const char *const serial_sql = "SELECT max(CAST(substr(number, length(?1) + 1) AS INTEGER)) FROM decision WHERE number > ?1 AND number < ?2";

static const char *const clauses_sql = "SELECT clause FROM decision_clause WHERE decision_id = ?1 ORDER BY id";
static const char *const insert_clause_sql = "INSERT INTO decision_clause (decision_id, clause) VALUES (?1, ?2)";
static const char *const actions_sql = "SELECT action_id FROM decision_action WHERE decision_id = ?1 ORDER BY id";
static const char *const insert_action_sql = "INSERT INTO decision_action (decision_id, action_id) VALUES (?1, ?2)";

static const char *const list_sql =
  "SELECT d.id, d.number, a.sort_key FROM decision d JOIN assister a ON a.id = d.assister_id"
  " WHERE (?1 IS NULL OR d.assister_id = ?1) AND (NOT ?2 OR d.state = 'proposed')"
  " ORDER BY d.proposed_at DESC, d.id DESC";

static gboolean
read_codes (MusterStatement *statement, MusterDecision *decision, GError **error)
{
  return muster_decision_kind_from_code (muster_statement_get_text (statement, 1), &decision->kind, error) &&
         muster_decision_state_from_code (muster_statement_get_text (statement, 2), &decision->state, error) &&
         muster_authority_from_code (muster_statement_get_text (statement, 5), &decision->authority, error);
}

static gboolean
read_decision (MusterStatement *statement, MusterDecision *decision, GError **error)
{
  decision->number = muster_statement_dup_text (statement, 0);
  decision->assister_id = muster_statement_get_int (statement, 3);
  decision->types = (guint) muster_statement_get_int (statement, 4) & MUSTER_ASSISTER_ALL_TYPES;
  decision->reason = muster_statement_dup_text (statement, 6);
  muster_statement_get_date (statement, 7, &decision->proposed_effective);
  muster_statement_get_date (statement, 8, &decision->effective);
  muster_statement_get_date (statement, 9, &decision->review_until);
  decision->proposer = muster_statement_get_int (statement, 10);
  decision->proposed_at = muster_statement_get_int (statement, 11);
  decision->decider = muster_statement_get_int (statement, 12);
  decision->decided_at = muster_statement_get_int (statement, 13);
  decision->decision_reason = muster_statement_dup_text (statement, 14);
  decision->emergency = muster_statement_get_int (statement, 15) != 0;
  decision->clause_version = muster_statement_dup_text (statement, 16);
  decision->rule_pack = muster_statement_dup_text (statement, 17);
  decision->calls_off = muster_statement_get_int (statement, 18);
  decision->called_off_by = muster_statement_get_int (statement, 19);
  return read_codes (statement, decision, error) || muster_table_blame ("decision", decision->id, error);
}

static void
bind_decision (MusterStatement *statement, const MusterDecision *decision)
{
  muster_statement_bind_text (statement, 1, decision->number);
  muster_statement_bind_text (statement, 2, muster_decision_kind_to_code (decision->kind));
  muster_statement_bind_text (statement, 3, muster_decision_state_to_code (decision->state));
  muster_statement_bind_int (statement, 4, decision->assister_id);
  muster_statement_bind_int (statement, 5, decision->types);
  muster_statement_bind_text (statement, 6, muster_authority_to_code (decision->authority));
  muster_statement_bind_text (statement, 7, decision->reason);
  muster_statement_bind_date (statement, 8, &decision->proposed_effective);
  muster_statement_bind_date (statement, 9, &decision->effective);
  muster_statement_bind_date (statement, 10, &decision->review_until);
  muster_statement_bind_int (statement, 11, decision->proposer);
  muster_statement_bind_int (statement, 12, decision->proposed_at);
  muster_statement_bind_id (statement, 13, decision->decider);
  muster_statement_bind_id (statement, 14, decision->decided_at);
  muster_statement_bind_text (statement, 15, decision->decision_reason);
  muster_statement_bind_int (statement, 16, decision->emergency);
  muster_statement_bind_text (statement, 17, decision->clause_version);
  muster_statement_bind_text (statement, 18, decision->rule_pack);
  muster_statement_bind_id (statement, 19, decision->calls_off);
}

static gboolean
load_actions (MusterDatabase *database, MusterDecision *decision, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, actions_sql, error);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, decision->id);
  ids = muster_table_collect_ids (statement, error);
  if (ids == NULL)
    return FALSE;
  g_array_append_vals (decision->action_ids, ids->data, ids->len);
  return TRUE;
}

static gboolean
save_actions (MusterDatabase *database, MusterDecision *decision, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_action_sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; decision->action_ids != NULL && i < decision->action_ids->len; i++)
    {
      muster_statement_bind_int (statement, 1, decision->id);
      muster_statement_bind_int (statement, 2, g_array_index (decision->action_ids, gint64, i));
      if (!muster_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
give_number (MusterDatabase *database, MusterDecision *decision, int year, GError **error)
{
  if (decision->number != NULL)
    return TRUE;
  decision->number = muster_cases_dup_next_number (database, serial_sql, muster_decision_kind_get_prefix (decision->kind), year, error);
  return decision->number != NULL;
}

gboolean
muster_decision_table_save (MusterDatabase *database, MusterDecision *decision, int year, GError **error)
{
  gboolean is_new = decision->id == 0;
  g_autoptr (MusterStatement) statement = NULL;

  if (!give_number (database, decision, year, error))
    return FALSE;
  statement = muster_database_prepare (database, is_new ? insert_sql : update_sql, error);
  if (statement == NULL)
    return FALSE;
  bind_decision (statement, decision);
  if (!is_new)
    muster_statement_bind_int (statement, 20, decision->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (!is_new)
    return TRUE;
  decision->id = muster_database_get_last_id (database);
  return muster_cases_save_texts (database, insert_clause_sql, decision->id, decision->clause_ids, error) &&
         save_actions (database, decision, error);
}

MusterDecision *
muster_decision_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autoptr (MusterDecision) decision = muster_decision_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("This decision is not in this register. Look at the list of decisions."));
      return NULL;
    }
  decision->id = id;
  if (!read_decision (statement, decision, error) ||
      !muster_cases_load_texts (database, clauses_sql, id, decision->clause_ids, error) ||
      !load_actions (database, decision, error))
    return NULL;
  return g_steal_pointer (&decision);
}

gint64
muster_decision_table_find (MusterDatabase *database, const char *number, GError **error)
{
  return muster_cases_find (database, find_sql, number, error);
}

GPtrArray *
muster_decision_table_list (MusterDatabase *database, const MusterDecisionFilter *filter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_decision_free);
  g_autoptr (GArray) ids = NULL;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_id (statement, 1, filter->assister_id);
  muster_statement_bind_int (statement, 2, filter->only_pending);
  ids = muster_cases_collect_ids (statement, filter->search, error);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      MusterDecision *decision = muster_decision_table_load (database, g_array_index (ids, gint64, i), error);

      if (decision == NULL)
        return NULL;
      g_ptr_array_add (decisions, decision);
    }
  return g_steal_pointer (&decisions);
}
