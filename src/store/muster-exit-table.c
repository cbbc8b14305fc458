/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-exit-table.h"

#include "store/muster-table-private.h"

#define COLUMNS "certification_id, code, outcome, on_day, doer, note, completes, account_id, recorded"

static const char *const insert_sql = "INSERT INTO exit_item (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
static const char *const list_sql =
  "SELECT " COLUMNS ", id FROM exit_item WHERE certification_id IN (SELECT c.id FROM certification c WHERE c.assister_id = ?1) ORDER BY id";

gboolean
muster_exit_table_save (MusterDatabase *database, MusterExitRecord *record, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, record->certification_id);
  muster_statement_bind_text (statement, 2, muster_exit_item_code_to_code (record->code));
  muster_statement_bind_text (statement, 3, muster_exit_outcome_to_code (record->outcome));
  muster_statement_bind_date (statement, 4, &record->on);
  muster_statement_bind_text (statement, 5, record->doer);
  muster_statement_bind_text (statement, 6, record->note);
  muster_statement_bind_int (statement, 7, record->completes);
  muster_statement_bind_int (statement, 8, record->account_id);
  muster_statement_bind_int (statement, 9, record->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  record->id = muster_database_get_last_id (database);
  return TRUE;
}

static gpointer
read_record (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterExitRecord) record = muster_exit_record_new ();

  record->certification_id = muster_statement_get_int (statement, 0);
  muster_statement_get_date (statement, 3, &record->on);
  record->doer = muster_statement_dup_text (statement, 4);
  record->note = muster_statement_dup_text (statement, 5);
  record->completes = muster_statement_get_int (statement, 6) != 0;
  record->account_id = muster_statement_get_int (statement, 7);
  record->recorded = muster_statement_get_int (statement, 8);
  record->id = muster_statement_get_int (statement, 9);
  if (muster_exit_item_code_from_code (muster_statement_get_text (statement, 1), &record->code, error) &&
      muster_exit_outcome_from_code (muster_statement_get_text (statement, 2), &record->outcome, error))
    return g_steal_pointer (&record);
  muster_table_blame ("exit_item", record->id, error);
  return NULL;
}

GPtrArray *
muster_exit_table_list (MusterDatabase *database, gint64 assister_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  return muster_table_collect (statement, read_record, (GDestroyNotify) muster_exit_record_free, error);
}
