/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-account-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

#define COLUMNS "name, full_name, role, public_key, disabled, person"

static const char *const load_sql = "SELECT id, " COLUMNS " FROM account WHERE id = ?1";
static const char *const find_sql = "SELECT id, " COLUMNS " FROM account WHERE name = ?1";
static const char *const list_sql = "SELECT id, " COLUMNS " FROM account WHERE role <> 'recovery' ORDER BY name";
static const char *const count_sql = "SELECT count(*) FROM account WHERE role = 'administrator' AND disabled = 0 AND id <> ?1";
static const char *const insert_sql = "INSERT INTO account (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
static const char *const update_sql =
  "UPDATE account SET full_name = ?2, role = ?3, disabled = ?4, person = ?5 WHERE id = ?1 AND (full_name, role, disabled, person) IS NOT (?2, ?3, ?4, ?5)";

static MusterAccount *
read_account (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterAccount) account = muster_account_new ();

  account->id = muster_statement_get_int (statement, 0);
  account->name = muster_statement_dup_text (statement, 1);
  account->full_name = muster_statement_dup_text (statement, 2);
  account->public_key = muster_statement_dup_blob (statement, 4);
  account->disabled = muster_statement_get_int (statement, 5) != 0;
  account->person_said = muster_statement_get_text (statement, 6) != NULL;
  account->person_id = muster_statement_get_int (statement, 6);
  if (!muster_role_from_code (muster_statement_get_text (statement, 3), &account->role, error))
    {
      muster_table_blame ("account", account->id, error);
      return NULL;
    }
  return g_steal_pointer (&account);
}

/* NULL: nothing was said. */
static void
bind_person (MusterStatement *statement, int index, const MusterAccount *account)
{
  if (account->person_said)
    muster_statement_bind_int (statement, index, account->person_id);
  else
    muster_statement_bind_id (statement, index, 0);
}

static gboolean
insert_account (MusterDatabase *database, MusterAccount *account, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);
  gsize size = 0;
  gconstpointer key = account->public_key != NULL ? g_bytes_get_data (account->public_key, &size) : NULL;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, account->name);
  muster_statement_bind_text (statement, 2, account->full_name);
  muster_statement_bind_text (statement, 3, muster_role_to_code (account->role));
  muster_statement_bind_blob (statement, 4, key, size);
  muster_statement_bind_int (statement, 5, account->disabled);
  bind_person (statement, 6, account);
  if (!muster_statement_run (statement, error))
    return FALSE;
  account->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterAccount *
muster_account_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *number = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_account (statement, error);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no account with the number %s in this register. Look at the list of accounts."), number);
  return NULL;
}

MusterAccount *
muster_account_table_find (MusterDatabase *database, const char *name, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, find_sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, name);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_account (statement, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no account “%s” in this register. Check how its name is written."), name);
  return NULL;
}

GPtrArray *
muster_account_table_list (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_account_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      MusterAccount *account;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&accounts);
      account = read_account (statement, error);
      if (account == NULL)
        return NULL;
      g_ptr_array_add (accounts, account);
    }
}

int
muster_account_table_count_administrators (MusterDatabase *database, gint64 except, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, count_sql, error);
  gboolean row;

  if (statement == NULL)
    return -1;
  muster_statement_bind_int (statement, 1, except);
  if (!muster_statement_step (statement, &row, error))
    return -1;
  return (int) muster_statement_get_int (statement, 0);
}

gboolean
muster_account_table_save (MusterDatabase *database, MusterAccount *account, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;

  if (account->id == 0)
    return insert_account (database, account, error);
  statement = muster_database_prepare (database, update_sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account->id);
  muster_statement_bind_text (statement, 2, account->full_name);
  muster_statement_bind_text (statement, 3, muster_role_to_code (account->role));
  muster_statement_bind_int (statement, 4, account->disabled);
  bind_person (statement, 5, account);
  return muster_statement_run (statement, error);
}
