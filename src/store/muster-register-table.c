/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include "store/muster-database-private.h"
#include "store/muster-register.h"

static const char *const insert_sql = "INSERT INTO register (id, uuid, agency, practice, created) VALUES (1, ?1, ?2, ?3, ?4)";
static const char *const key_sql = "UPDATE account SET public_key = ?2 WHERE id = ?1";

gboolean
muster_register_table_insert (MusterDatabase *database, const char *id, const char *agency, gboolean practice, gint64 created, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, id);
  muster_statement_bind_text (statement, 2, agency);
  muster_statement_bind_int (statement, 3, practice);
  muster_statement_bind_int (statement, 4, created);
  return muster_statement_run (statement, error);
}

gboolean
muster_register_table_replace_key (MusterDatabase *database, gint64 account_id, GBytes *public_key, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, key_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account_id);
  muster_statement_bind_blob (statement, 2, g_bytes_get_data (public_key, NULL), g_bytes_get_size (public_key));
  return muster_statement_run (statement, error);
}

gboolean
muster_register_is_practice (MusterDatabase *database, gboolean *practice, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT practice FROM register", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *practice = row && muster_statement_get_int (statement, 0) != 0;
  return TRUE;
}
