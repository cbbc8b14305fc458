/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-database-private.h"
#include "store/muster-journal-private.h"
#include "store/muster-store-resources.h"

#define MIGRATIONS "/org/muster/Muster/migrations"

static gboolean
apply_migration (MusterDatabase *database, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf (MIGRATIONS "/%04d.sql", version);
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (muster_store_get_resource (), path, 0, error);

  if (sql == NULL)
    return FALSE;
  if (!muster_database_begin (database, error))
    return FALSE;
  if (!muster_database_execute (database, g_bytes_get_data (sql, NULL), error) ||
      !muster_journal_make_triggers (database, error) ||
      !muster_database_execute (database, set_version, error) ||
      !muster_database_commit (database, error))
    {
      muster_database_rollback (database);
      return FALSE;
    }
  return TRUE;
}

int
muster_database_get_newest_version (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (muster_store_get_resource (), MIGRATIONS, 0, NULL);

  return names != NULL ? (int) g_strv_length (names) : 0;
}

gboolean
muster_database_get_version (MusterDatabase *database, int *version, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "PRAGMA user_version", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *version = row ? (int) muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

gboolean
muster_database_is_old (MusterDatabase *database, gboolean *is_old, GError **error)
{
  int version;

  if (!muster_database_get_version (database, &version, error))
    return FALSE;
  *is_old = version < muster_database_get_newest_version ();
  return TRUE;
}

gboolean
muster_database_migrate (MusterDatabase *database, GError **error)
{
  int version;

  if (!muster_database_get_version (database, &version, error))
    return FALSE;
  for (int next = version + 1; next <= muster_database_get_newest_version (); next++)
    if (!apply_migration (database, next, error))
      return FALSE;
  return TRUE;
}

MusterDatabase *
muster_database_make_empty (int version, GError **error)
{
  g_autoptr (MusterDatabase) database = muster_database_open_memory (error);

  for (int next = 1; database != NULL && next <= version; next++)
    if (!apply_migration (database, next, error))
      return NULL;
  return g_steal_pointer (&database);
}
