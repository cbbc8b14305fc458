/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-profile-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-table-private.h"

#define LONGEST_NAME 100

static const char *const list_sql = "SELECT id, content FROM import_profile WHERE removed = 0 ORDER BY name_key";
static const char *const load_sql = "SELECT id, content FROM import_profile WHERE removed = 0 AND name_key = ?1";
static const char *const find_sql = "SELECT id, content, removed FROM import_profile WHERE name_key = ?1";
static const char *const insert_sql = "INSERT INTO import_profile (name, name_key, content, removed, account_id, recorded) VALUES (?1, ?2, ?3, 0, ?4, ?5)";
static const char *const update_sql = "UPDATE import_profile SET name = ?1, content = ?3, removed = 0, account_id = ?4, recorded = ?5 WHERE name_key = ?2";
static const char *const remove_sql = "UPDATE import_profile SET removed = 1, account_id = ?2, recorded = ?3 WHERE name_key = ?1 AND removed = 0";

static gpointer
read_profile (MusterStatement *statement, GError **error)
{
  MusterImportProfile *profile = muster_import_profile_parse (muster_statement_get_text (statement, 1), -1, error);

  if (profile == NULL)
    muster_table_blame ("import_profile", muster_statement_get_int (statement, 0), error);
  return profile;
}

static void
set_not_found (MusterDatabase *database, const char *name, GError **error)
{
  g_autoptr (GPtrArray) profiles = muster_profile_table_list (database, error);
  g_autoptr (GString) list = g_string_new (NULL);

  if (profiles == NULL)
    return;
  for (guint i = 0; i < profiles->len; i++)
    muster_text_append_quoted (list, ((const MusterImportProfile *) profiles->pdata[i])->name);
  if (profiles->len > 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("No sender is remembered as “%s”. There are %s."), name, list->str);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("No sender is remembered as “%s”, and no other either."), name);
}

static gboolean
check_name (const char *tidy, GError **error)
{
  if (tidy == NULL)
    g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("A sender needs a name to be remembered by. Give one."));
  else if (g_utf8_strlen (tidy, -1) > LONGEST_NAME)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The name of a sender has at most %u letters. Give a shorter one."), (guint) LONGEST_NAME);
  else
    return TRUE;
  return FALSE;
}

/* Sets @same to whether the register has it so already, and @known to whether under that name at all. */
static gboolean
compare (MusterDatabase *database, const char *key, const char *content, gboolean *known, gboolean *same, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, find_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, key);
  if (!muster_statement_step (statement, known, error))
    return FALSE;
  *same = *known && muster_statement_get_int (statement, 2) == 0 && g_strcmp0 (muster_statement_get_text (statement, 1), content) == 0;
  return TRUE;
}

static gboolean
write_profile (MusterDatabase *database, const char *sql, const char *name, const char *key, const char *content, gint64 account_id, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, name);
  muster_statement_bind_text (statement, 2, key);
  muster_statement_bind_text (statement, 3, content);
  muster_statement_bind_int (statement, 4, account_id);
  muster_statement_bind_int (statement, 5, recorded);
  return muster_statement_run (statement, error);
}

GPtrArray *
muster_profile_table_list (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  return muster_table_collect (statement, read_profile, (GDestroyNotify) muster_import_profile_free, error);
}

MusterImportProfile *
muster_profile_table_load (MusterDatabase *database, const char *name, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *key = muster_text_fold (name);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, key);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_profile (statement, error);
  set_not_found (database, name, error);
  return NULL;
}

gboolean
muster_profile_table_save (MusterDatabase *database, const MusterImportProfile *profile, gint64 account_id, gint64 recorded, gboolean *changed, GError **error)
{
  g_autoptr (MusterImportProfile) named = muster_import_profile_copy (profile);
  g_autofree char *tidy = muster_text_dup_tidy (profile->name != NULL ? profile->name : "");
  g_autofree char *key = muster_text_fold (tidy);
  g_autofree char *content = NULL;
  gboolean known, same;

  if (!check_name (tidy, error))
    return FALSE;
  g_set_str (&named->name, tidy);
  content = muster_import_profile_to_text (named);
  if (!compare (database, key, content, &known, &same, error))
    return FALSE;
  if (changed != NULL)
    *changed = !same;
  return same || write_profile (database, known ? update_sql : insert_sql, tidy, key, content, account_id, recorded, error);
}

gboolean
muster_profile_table_remove (MusterDatabase *database, const char *name, gint64 account_id, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, remove_sql, error);
  g_autofree char *key = muster_text_fold (name);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, key);
  muster_statement_bind_int (statement, 2, account_id);
  muster_statement_bind_int (statement, 3, recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (sqlite3_changes (muster_database_get_handle (database)) == 1)
    return TRUE;
  set_not_found (database, name, error);
  return FALSE;
}
