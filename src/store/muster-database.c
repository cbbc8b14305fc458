/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-database-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "domain/muster-error.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-known-query.h"
#include "store/muster-journal-private.h"
#include "store/muster-people-table-private.h"
#include "store/muster-schema-check-private.h"
#include "store/muster-statement-private.h"

#define KEY_SIZE 32

struct _MusterDatabase
{
  sqlite3 *handle;
  char *path;
  GThread *owner;
  GHashTable *statements; /* text → MusterStatement */
  GHashTable *places;     /* where the text of the caller stands → MusterStatement */
};

/* More places than constants are texts that were made, and are gone. */
#define MOST_PLACES 1000

/* Raw: SQLCipher derives nothing from a key written as a blob of 32 bytes. */
static int
give_key (sqlite3 *handle, MusterSecret *key)
{
  char text[2 + 2 * KEY_SIZE + 2] = "x'";
  int result;

  g_return_val_if_fail (muster_secret_get_size (key) == KEY_SIZE, SQLITE_MISUSE);
  sodium_bin2hex (text + 2, 2 * KEY_SIZE + 1, muster_secret_get_bytes (key), KEY_SIZE);
  text[2 + 2 * KEY_SIZE] = '\'';
  text[2 + 2 * KEY_SIZE + 1] = '\0';
  result = sqlite3_key_v2 (handle, "main", text, 2 + 2 * KEY_SIZE + 1);
  sodium_memzero (text, sizeof text);
  return result;
}

static gboolean
configure (MusterDatabase *database, MusterDatabaseMode mode, GError **error)
{
  if (!muster_database_execute (database, "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON", error) ||
      !muster_people_table_attach_words (database, error))
    return FALSE;
  if (mode == MUSTER_DATABASE_COPY)
    return muster_database_execute (database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error);
  if (mode == MUSTER_DATABASE_READ)
    return muster_database_execute (database, "PRAGMA query_only = ON; PRAGMA cache_size = -8192", error);
  return muster_database_execute (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768", error);
}

static gboolean
open_handle (MusterDatabase *database, MusterSecret *key, MusterDatabaseMode mode, GError **error)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int result;

  flags |= mode == MUSTER_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == MUSTER_DATABASE_CREATE || mode == MUSTER_DATABASE_COPY)
    flags |= SQLITE_OPEN_CREATE;
  result = sqlite3_open_v2 (database->path, &database->handle, flags, NULL);
  if (result != SQLITE_OK)
    return muster_database_fail (database, "open", error);
  if (give_key (database->handle, key) != SQLITE_OK)
    return muster_database_fail (database, "key", error);
  /* What it would print goes into our own messages. The first key of a process sets the level anew, so this comes after it. */
  sqlite3_exec (database->handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
  sqlite3_busy_timeout (database->handle, MUSTER_DATABASE_PATIENCE);
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

/* Nobody asks how much memory SQLite has; counting it takes a lock for every piece. */
static void
prepare_library (void)
{
  static gsize prepared;

  if (!g_once_init_enter (&prepared))
    return;
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
  g_once_init_leave (&prepared, 1);
}

static MusterDatabase *
database_new (const char *path)
{
  MusterDatabase *database = g_new0 (MusterDatabase, 1);

  prepare_library ();
  database->path = g_strdup (path);
  database->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) muster_statement_free);
  database->places = g_hash_table_new (NULL, NULL);
  return database;
}

/* Before anything is written, so that what is of a newer Muster, or not as it should be, is left as it is. */
static gboolean
check (MusterDatabase *database, MusterDatabaseMode mode, GError **error)
{
  gboolean search;
  int version;

  if (mode == MUSTER_DATABASE_COPY)
    return TRUE;
  if (!muster_database_get_version (database, &version, error))
    return FALSE;
  if (version == 0 && mode == MUSTER_DATABASE_CREATE)
    return TRUE;
  /* A search index that is not as it should be is made anew at sign-in. */
  return muster_schema_check (database, &search, error);
}

MusterDatabase *
muster_database_open (const char *path, MusterSecret *key, MusterDatabaseMode mode, GError **error)
{
  g_autoptr (MusterDatabase) database = database_new (path);

  if (!open_handle (database, key, mode, error) ||
      !check (database, mode, error) ||
      !configure (database, mode, error) ||
      !muster_journal_attach (database, error) || !muster_case_filter_query_attach (database, error) ||
      !muster_known_query_attach (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

MusterDatabase *
muster_database_open_memory (GError **error)
{
  g_autoptr (MusterDatabase) database = database_new (":memory:");

  if (sqlite3_open_v2 (database->path, &database->handle, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK)
    return g_steal_pointer (&database);
  muster_database_fail (database, "open", error);
  return NULL;
}

void
muster_database_close (MusterDatabase *database)
{
  g_hash_table_unref (database->places);
  g_hash_table_unref (database->statements);
  sqlite3_close_v2 (database->handle);
  g_free (database->path);
  g_free (database);
}

const char *
muster_database_get_path (MusterDatabase *database)
{
  return database->path;
}

sqlite3 *
muster_database_get_handle (MusterDatabase *database)
{
  return database->handle;
}

void
muster_database_set_patience (MusterDatabase *database, int milliseconds)
{
  sqlite3_busy_timeout (database->handle, milliseconds);
}

void
muster_database_own (MusterDatabase *database, GThread *thread)
{
  database->owner = thread;
}

void
muster_database_assert_thread (MusterDatabase *database)
{
  g_assert (database->owner == NULL || database->owner == g_thread_self ());
}

gboolean
muster_database_execute (MusterDatabase *database, const char *sql, GError **error)
{
  muster_database_assert_thread (database);
  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return muster_database_fail (database, "execute", error);
  return TRUE;
}

/* Whoever goes on writing to a file that was deleted or replaced meanwhile writes for nobody. */
static gboolean
check_place (MusterDatabase *database, GError **error)
{
  int has_moved = 0;

  if (sqlite3_file_control (database->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved) != SQLITE_OK || !has_moved)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE,
                       _("The folder of the register was moved, removed or replaced by another one while it was open. Nothing was saved. Sign out, and open the register where it is now."));
  return FALSE;
}

gboolean
muster_database_begin (MusterDatabase *database, GError **error)
{
  if (!muster_database_execute (database, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (check_place (database, error))
    return TRUE;
  muster_database_rollback (database);
  return FALSE;
}

gboolean
muster_database_commit (MusterDatabase *database, GError **error)
{
  return muster_database_execute (database, "COMMIT", error);
}

void
muster_database_rollback (MusterDatabase *database)
{
  muster_database_assert_thread (database);
  /* Some failures have rolled back by themselves. */
  if (!sqlite3_get_autocommit (database->handle))
    sqlite3_exec (database->handle, "ROLLBACK", NULL, NULL, NULL);
}

static MusterStatement *
prepare_anew (MusterDatabase *database, const char *sql, GError **error)
{
  MusterStatement *statement;
  sqlite3_stmt *handle;

  if (sqlite3_prepare_v3 (database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL) != SQLITE_OK)
    {
      muster_database_fail (database, sql, error);
      return NULL;
    }
  statement = g_new0 (MusterStatement, 1);
  statement->database = database;
  statement->handle = handle;
  statement->in_use = TRUE;
  statement->kept = !g_hash_table_contains (database->statements, sql);
  if (statement->kept)
    g_hash_table_insert (database->statements, g_strdup (sql), statement);
  return statement;
}

/* Nearly all texts are constants: where one stands is found sooner than what it says, and comparing is sure. */
static MusterStatement *
find_statement (MusterDatabase *database, const char *sql)
{
  MusterStatement *statement = g_hash_table_lookup (database->places, sql);

  if (statement != NULL && strcmp (sqlite3_sql (statement->handle), sql) == 0)
    return statement;
  statement = g_hash_table_lookup (database->statements, sql);
  if (g_hash_table_size (database->places) >= MOST_PLACES)
    g_hash_table_remove_all (database->places);
  if (statement != NULL)
    g_hash_table_insert (database->places, (gpointer) sql, statement);
  return statement;
}

MusterStatement *
muster_database_prepare (MusterDatabase *database, const char *sql, GError **error)
{
  MusterStatement *statement;

  muster_database_assert_thread (database);
  statement = find_statement (database, sql);
  if (statement == NULL || statement->in_use)
    return prepare_anew (database, sql, error);
  statement->in_use = TRUE;
  return statement;
}

gint64
muster_database_get_last_id (MusterDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}
