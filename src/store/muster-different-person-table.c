/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-different-person-table.h"

#include "store/muster-database-private.h"

static const char *const has_sql = "SELECT 1 FROM different_person WHERE assister_id = ?1 AND row_key = ?2";
static const char *const insert_sql = "INSERT INTO different_person (assister_id, row_key, account_id, recorded) VALUES (?1, ?2, ?3, ?4)";

gboolean
muster_different_person_table_has (MusterDatabase *database, gint64 assister_id, const char *row_key, gboolean *different, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, has_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_text (statement, 2, row_key);
  return muster_statement_step (statement, different, error);
}

gboolean
muster_different_person_table_add (MusterDatabase *database, gint64 assister_id, const char *row_key, gint64 account_id, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  gboolean known;

  if (!muster_different_person_table_has (database, assister_id, row_key, &known, error))
    return FALSE;
  if (known)
    return TRUE;
  statement = muster_database_prepare (database, insert_sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_text (statement, 2, row_key);
  muster_statement_bind_int (statement, 3, account_id);
  muster_statement_bind_int (statement, 4, recorded);
  return muster_statement_run (statement, error);
}
