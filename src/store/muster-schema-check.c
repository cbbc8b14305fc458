/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-schema-check-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define MAX_VERSIONS 1000
#define SEARCH "assister_search"

typedef enum
{
  PROBLEM_FOREIGN,
  PROBLEM_MISSING,
  PROBLEM_CHANGED,
} Problem;

static const char *const schema_sql = "SELECT type || ' ' || name, tbl_name, coalesce (sql, '') FROM main.sqlite_schema";

/* What a database consists of: "type name" → the table it belongs to, a blank, and the text that made it. */
static GHashTable *
list_objects (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, schema_sql, error);
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&objects);
      g_hash_table_insert (objects, muster_statement_dup_text (statement, 0),
                           g_strconcat (muster_statement_get_text (statement, 1), " ", muster_statement_get_text (statement, 2), NULL));
    }
}

/* Made once for each version, and never freed. */
static GHashTable *
get_expected (int version, GError **error)
{
  static GMutex lock;
  static GHashTable *made[MAX_VERSIONS];
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autoptr (MusterDatabase) empty = NULL;

  g_assert (version < MAX_VERSIONS);
  if (made[version] != NULL)
    return made[version];
  empty = muster_database_make_empty (version, error);
  made[version] = empty != NULL ? list_objects (empty, error) : NULL;
  return made[version];
}

/* SQLite's own notes about the distribution of values, should it be asked to take some. */
static gboolean
is_statistics (const char *key)
{
  return g_str_equal (key, "table sqlite_stat1") || g_str_equal (key, "table sqlite_stat4");
}

/* Tables of the search index, and indexes of those. */
static gboolean
is_search (const char *key, const char *text)
{
  if (g_str_has_prefix (key, "table " SEARCH))
    return TRUE;
  return g_str_has_prefix (key, "index ") && g_str_has_prefix (text, SEARCH);
}

/* The next migration makes the triggers of the journal anew, whatever they are. */
static gboolean
is_made_anew (const char *key, gboolean is_old)
{
  return is_old && g_str_has_prefix (key, "trigger journal_");
}

static gboolean
blame (MusterDatabase *database, const char *key, Problem problem, GError **error)
{
  const char *name = strchr (key, ' ') + 1;
  g_autofree char *type = g_strndup (key, name - key - 1);
  g_autofree char *what = NULL;

  /* Translators: name; “table”, “index”, “trigger” or “view” */
  if (problem == PROBLEM_FOREIGN)
    what = g_strdup_printf (_("“%s” (%s) does not belong in it."), name, type);
  else if (problem == PROBLEM_MISSING)
    what = g_strdup_printf (_("“%s” (%s) is missing in it."), name, type);
  else
    what = g_strdup_printf (_("“%s” (%s) is not as it was made."), name, type);
  /* Translators: path, a sentence */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("“%s” was changed past the program: %s Nothing was done with it; restore the register from a backup, and find out who had its key."),
               muster_database_get_path (database), what);
  return FALSE;
}

/* Whether what is there belongs there, and is as it was made. */
static gboolean
check_found (MusterDatabase *database, GHashTable *found, GHashTable *expected, gboolean is_old, gboolean *search, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const char *right = g_hash_table_lookup (expected, key);

      if ((right != NULL && (g_str_equal (right, value) || is_made_anew (key, is_old))) || is_statistics (key))
        continue;
      if (search != NULL && is_search (key, value))
        *search = TRUE;
      else
        return blame (database, key, right == NULL ? PROBLEM_FOREIGN : PROBLEM_CHANGED, error);
    }
  return TRUE;
}

static gboolean
check_missing (MusterDatabase *database, GHashTable *found, GHashTable *expected, gboolean is_old, gboolean *search, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (g_hash_table_contains (found, key) || is_made_anew (key, is_old))
        continue;
      if (search == NULL || !is_search (key, value))
        return blame (database, key, PROBLEM_MISSING, error);
      *search = TRUE;
    }
  return TRUE;
}

/* Sets @version, that of a register this program knows. */
static gboolean
get_version (MusterDatabase *database, int *version, GError **error)
{
  if (!muster_database_get_version (database, version, error))
    return FALSE;
  if (*version > muster_database_get_newest_version ())
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER, _("“%s” was written by a newer Muster. It was left as it is; open it with that version."),
                   muster_database_get_path (database));
      return FALSE;
    }
  if (*version > 0)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("“%s” is empty: the register in it was never finished, or was cut off."), muster_database_get_path (database));
  return FALSE;
}

gboolean
muster_schema_check (MusterDatabase *database, gboolean *search, GError **error)
{
  g_autoptr (GHashTable) found = NULL;
  GHashTable *expected;
  gboolean is_old;
  int version;

  if (search != NULL)
    *search = FALSE;
  if (!get_version (database, &version, error))
    return FALSE;
  is_old = version < muster_database_get_newest_version ();
  expected = get_expected (version, error);
  found = expected != NULL ? list_objects (database, error) : NULL;
  return found != NULL && check_found (database, found, expected, is_old, search, error) && check_missing (database, found, expected, is_old, search, error);
}
