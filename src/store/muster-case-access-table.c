/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-access-table.h"

#include "store/muster-table-private.h"

static const char *const insert_sql = "INSERT INTO case_access (kind, case_id, subject_account, access, reason, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
static const char *const list_sql = "SELECT kind, case_id, subject_account, access, reason, account_id, recorded, id FROM case_access WHERE kind = ?1 AND case_id = ?2 ORDER BY id";

void
muster_access_said_free (MusterAccessSaid *said)
{
  if (said == NULL)
    return;
  g_free (said->reason);
  g_free (said);
}

gboolean
muster_case_access_table_save (MusterDatabase *database, MusterAccessSaid *said, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, muster_case_kind_to_code (said->kind));
  muster_statement_bind_int (statement, 2, said->case_id);
  muster_statement_bind_int (statement, 3, said->account_id);
  muster_statement_bind_text (statement, 4, muster_access_to_code (said->access));
  muster_statement_bind_text (statement, 5, said->reason);
  muster_statement_bind_int (statement, 6, said->by);
  muster_statement_bind_int (statement, 7, said->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  said->id = muster_database_get_last_id (database);
  return TRUE;
}

static gpointer
read_said (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterAccessSaid) said = g_new0 (MusterAccessSaid, 1);

  said->case_id = muster_statement_get_int (statement, 1);
  said->account_id = muster_statement_get_int (statement, 2);
  said->reason = muster_statement_dup_text (statement, 4);
  said->by = muster_statement_get_int (statement, 5);
  said->recorded = muster_statement_get_int (statement, 6);
  said->id = muster_statement_get_int (statement, 7);
  if (muster_case_kind_from_code (muster_statement_get_text (statement, 0), &said->kind, error) &&
      muster_access_from_code (muster_statement_get_text (statement, 3), &said->access, error))
    return g_steal_pointer (&said);
  muster_table_blame ("case_access", said->id, error);
  return NULL;
}

GPtrArray *
muster_case_access_table_list (MusterDatabase *database, MusterCaseKind kind, gint64 case_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, muster_case_kind_to_code (kind));
  muster_statement_bind_int (statement, 2, case_id);
  return muster_table_collect (statement, read_said, (GDestroyNotify) muster_access_said_free, error);
}
