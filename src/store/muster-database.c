/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-database-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "domain/muster-error.h"
#include "store/muster-journal-private.h"
#include "store/muster-people-table-private.h"
#include "store/muster-statement-private.h"
#include "store/muster-store-resources.h"

#define MIGRATIONS "/org/muster/Muster/migrations"
#define BUSY_TIMEOUT 5000 /* ms */
#define KEY_SIZE 32

struct _MusterDatabase
{
  sqlite3 *handle;
  char *path;
  GThread *owner;
  GHashTable *statements; /* text of the caller, a constant → MusterStatement */
};

static MusterError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return MUSTER_ERROR_BUSY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MUSTER_ERROR_DAMAGED;
    case SQLITE_CONSTRAINT:
      return result == SQLITE_CONSTRAINT_TRIGGER ? MUSTER_ERROR_FORBIDDEN : MUSTER_ERROR_CONFLICT;
    default:
      return MUSTER_ERROR_STORAGE;
    }
}

/* What happened and what to do, for the failures that a person can do something about. */
static const char *
advice_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return _("Another program is writing to the register just now. Try again in a moment.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return _("The register is damaged, or this is not its key. Nothing was changed; restore it from a backup.");
    case SQLITE_FULL:
      return _("The disk is full. Nothing was saved; make room and try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return _("The register’s folder cannot be written to. Nothing was saved; check who may write there.");
    case SQLITE_NOMEM:
      return _("There is not enough memory. Nothing was saved; close other programs and try again.");
    default:
      return _("The register could not be read or written. Nothing was saved.");
    }
}

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

static int
get_newest_version (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (muster_store_get_resource (), MIGRATIONS, 0, NULL);

  return names != NULL ? (int) g_strv_length (names) : 0;
}

static gboolean
get_version (MusterDatabase *database, int *version, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "PRAGMA user_version", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *version = row ? (int) muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* Reads before anything is written, so that a register of a newer Muster is left as it is. */
static gboolean
check_version (MusterDatabase *database, MusterDatabaseMode mode, GError **error)
{
  int version;

  if (mode == MUSTER_DATABASE_COPY)
    return TRUE;
  if (!get_version (database, &version, error))
    return FALSE;
  if (version > get_newest_version ())
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER, _("“%s” was written by a newer Muster. It was left as it is; open it with that version."), database->path);
      return FALSE;
    }
  if (version == 0 && mode != MUSTER_DATABASE_CREATE)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("“%s” is empty: the register in it was never finished, or was cut off."), database->path);
      return FALSE;
    }
  return TRUE;
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
  sqlite3_busy_timeout (database->handle, BUSY_TIMEOUT);
  sqlite3_db_config (database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

MusterDatabase *
muster_database_open (const char *path, MusterSecret *key, MusterDatabaseMode mode, GError **error)
{
  g_autoptr (MusterDatabase) database = g_new0 (MusterDatabase, 1);

  database->path = g_strdup (path);
  database->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) muster_statement_free);
  if (!open_handle (database, key, mode, error) ||
      !check_version (database, mode, error) ||
      !configure (database, mode, error) ||
      !muster_journal_attach (database, error))
    return NULL;
  return g_steal_pointer (&database);
}

void
muster_database_close (MusterDatabase *database)
{
  g_hash_table_unref (database->statements);
  sqlite3_close_v2 (database->handle);
  g_free (database->path);
  g_free (database);
}

sqlite3 *
muster_database_get_handle (MusterDatabase *database)
{
  return database->handle;
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
muster_database_fail (MusterDatabase *database, const char *doing, GError **error)
{
  int result = sqlite3_extended_errcode (database->handle);

  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled. Nothing was changed."));
  else
    /* Translators: what to do, path, technical particulars */
    g_set_error (error, MUSTER_ERROR, code_of (result), _("%s (%s: %s; %s)"), advice_of (result), database->path, sqlite3_errmsg (database->handle), doing);
  return FALSE;
}

gboolean
muster_database_execute (MusterDatabase *database, const char *sql, GError **error)
{
  muster_database_assert_thread (database);
  if (sqlite3_exec (database->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return muster_database_fail (database, "execute", error);
  return TRUE;
}

gboolean
muster_database_begin (MusterDatabase *database, GError **error)
{
  return muster_database_execute (database, "BEGIN IMMEDIATE", error);
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

gboolean
muster_database_is_old (MusterDatabase *database, gboolean *is_old, GError **error)
{
  int version;

  if (!get_version (database, &version, error))
    return FALSE;
  *is_old = version < get_newest_version ();
  return TRUE;
}

gboolean
muster_database_migrate (MusterDatabase *database, GError **error)
{
  int version;

  if (!get_version (database, &version, error))
    return FALSE;
  for (int next = version + 1; next <= get_newest_version (); next++)
    if (!apply_migration (database, next, error))
      return FALSE;
  return TRUE;
}

MusterStatement *
muster_database_prepare (MusterDatabase *database, const char *sql, GError **error)
{
  MusterStatement *statement;
  sqlite3_stmt *handle;

  muster_database_assert_thread (database);
  statement = g_hash_table_lookup (database->statements, sql);
  if (statement != NULL && !statement->in_use)
    {
      statement->in_use = TRUE;
      return statement;
    }
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

gint64
muster_database_get_last_id (MusterDatabase *database)
{
  return sqlite3_last_insert_rowid (database->handle);
}
