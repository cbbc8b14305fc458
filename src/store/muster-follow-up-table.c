/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-follow-up-table.h"

#include "store/muster-table-private.h"

#define COLUMNS "action_id, kind, state, text, on_day, due, n_steps, account_id, recorded, settled_account, settled_at, settled_on, note"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13"

static const char *const list_sql = "SELECT " COLUMNS ", id FROM corrective_action_follow_up WHERE action_id = ?1 ORDER BY id";
static const char *const insert_sql = "INSERT INTO corrective_action_follow_up (" COLUMNS ") VALUES (" VALUES ")";
static const char *const update_sql =
  "UPDATE corrective_action_follow_up SET (" COLUMNS ") = (" VALUES ") WHERE id = ?14 AND (" COLUMNS ") IS NOT (" VALUES ")";

static gpointer
read_follow_up (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterFollowUp) follow_up = muster_follow_up_new ();

  follow_up->action_id = muster_statement_get_int (statement, 0);
  follow_up->text = muster_statement_dup_text (statement, 3);
  muster_statement_get_date (statement, 4, &follow_up->on);
  muster_statement_get_date (statement, 5, &follow_up->due);
  follow_up->n_steps = (guint) muster_statement_get_int (statement, 6);
  follow_up->account_id = muster_statement_get_int (statement, 7);
  follow_up->recorded = muster_statement_get_int (statement, 8);
  follow_up->settled_account = muster_statement_get_int (statement, 9);
  follow_up->settled_at = muster_statement_get_int (statement, 10);
  muster_statement_get_date (statement, 11, &follow_up->settled_on);
  follow_up->note = muster_statement_dup_text (statement, 12);
  follow_up->id = muster_statement_get_int (statement, 13);
  if (muster_follow_up_kind_from_code (muster_statement_get_text (statement, 1), &follow_up->kind, error) &&
      muster_follow_up_state_from_code (muster_statement_get_text (statement, 2), &follow_up->state, error))
    return g_steal_pointer (&follow_up);
  muster_table_blame ("corrective_action_follow_up", follow_up->id, error);
  return NULL;
}

static void
bind_follow_up (MusterStatement *statement, const MusterFollowUp *follow_up)
{
  muster_statement_bind_int (statement, 1, follow_up->action_id);
  muster_statement_bind_text (statement, 2, muster_follow_up_kind_to_code (follow_up->kind));
  muster_statement_bind_text (statement, 3, muster_follow_up_state_to_code (follow_up->state));
  muster_statement_bind_text (statement, 4, follow_up->text);
  muster_statement_bind_date (statement, 5, &follow_up->on);
  muster_statement_bind_date (statement, 6, &follow_up->due);
  muster_statement_bind_int (statement, 7, follow_up->n_steps);
  muster_statement_bind_int (statement, 8, follow_up->account_id);
  muster_statement_bind_int (statement, 9, follow_up->recorded);
  muster_statement_bind_id (statement, 10, follow_up->settled_account);
  muster_statement_bind_id (statement, 11, follow_up->settled_at);
  muster_statement_bind_date (statement, 12, &follow_up->settled_on);
  muster_statement_bind_text (statement, 13, follow_up->note);
}

static gboolean
save (MusterDatabase *database, MusterFollowUp *follow_up, GError **error)
{
  gboolean is_new = follow_up->id == 0;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, is_new ? insert_sql : update_sql, error);

  if (statement == NULL)
    return FALSE;
  bind_follow_up (statement, follow_up);
  if (!is_new)
    muster_statement_bind_int (statement, 14, follow_up->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (is_new)
    follow_up->id = muster_database_get_last_id (database);
  return TRUE;
}

gboolean
muster_follow_up_table_save (MusterDatabase *database, GPtrArray *follow_ups, gint64 action_id, GError **error)
{
  for (guint i = 0; i < follow_ups->len; i++)
    {
      MusterFollowUp *follow_up = follow_ups->pdata[i];

      follow_up->action_id = action_id;
      if (!save (database, follow_up, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_follow_up_table_load (MusterDatabase *database, gint64 action_id, GPtrArray *follow_ups, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) found = NULL;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, action_id);
  found = muster_table_collect (statement, read_follow_up, (GDestroyNotify) muster_follow_up_free, error);
  if (found == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (follow_ups, g_steal_pointer (&found));
  return TRUE;
}
