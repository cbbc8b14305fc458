/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlcipher/sqlite3.h>
#include "store/muster-database.h"
#include "store/muster-secret.h"

/* The SQLite API, made safe to use: inside of store/ only. Every failure is a GError of ours with the path and what SQLite said. */

#define MUSTER_DATABASE_PATIENCE 5000 /* ms */

typedef enum
{
  MUSTER_DATABASE_CREATE,
  MUSTER_DATABASE_WRITE,
  MUSTER_DATABASE_READ,
  MUSTER_DATABASE_COPY, /* an empty file that is about to become the copy of another: unsafe until it is whole */
} MusterDatabaseMode;

/**
 * muster_database_open:
 * @key: the register key, 32 bytes, given to SQLCipher raw
 *
 * Sets cipher, WAL, synchronous=FULL, temp_store=MEMORY, foreign keys, busy timeout (5 s), cache bounds; trusted_schema off is not possible
 * with our trigger function, which is registered as innocuous nowhere. A wrong key or a damaged page is DAMAGED; a newer user_version NEWER.
 */
MusterDatabase *muster_database_open (const char *path, MusterSecret *key, MusterDatabaseMode mode, GError **error);
void muster_database_close (MusterDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDatabase, muster_database_close)
/** A database in memory, without a key and without anything in it. */
MusterDatabase *muster_database_open_memory (GError **error);
const char *muster_database_get_path (MusterDatabase *database);
sqlite3 *muster_database_get_handle (MusterDatabase *database);
/** How long, in milliseconds, this connection waits for another that writes; MUSTER_DATABASE_PATIENCE if nothing is said. */
void muster_database_set_patience (MusterDatabase *database, int milliseconds);
/** From now on every use must come from this thread (asserted); %NULL: from the one that borrowed it. */
void muster_database_own (MusterDatabase *database, GThread *thread);

gboolean muster_database_execute (MusterDatabase *database, const char *sql, GError **error);
gboolean muster_database_begin (MusterDatabase *database, GError **error); /* BEGIN IMMEDIATE */
gboolean muster_database_commit (MusterDatabase *database, GError **error);
void muster_database_rollback (MusterDatabase *database);
/** Turns the handle's last error into a GError (BUSY, STORAGE, DAMAGED, CONFLICT, …), with a sentence for people; @doing is for a log of faults only. Always returns %FALSE. */
gboolean muster_database_fail (MusterDatabase *database, const char *doing, GError **error);

/** Reads the number of the last migration that was applied; 0: none. */
gboolean muster_database_get_version (MusterDatabase *database, int *version, GError **error);
/** Returns: the number of the last migration there is. */
int muster_database_get_newest_version (void);
/** Returns: (transfer full): what the migrations up to @version make of nothing, in memory. */
MusterDatabase *muster_database_make_empty (int version, GError **error);
/** Sets @is_old to whether there are migrations to apply. */
gboolean muster_database_is_old (MusterDatabase *database, gboolean *is_old, GError **error);
/** Applies the numbered migrations (GResource), each in one transaction with user_version, and makes the triggers anew. */
gboolean muster_database_migrate (MusterDatabase *database, GError **error);

/** MusterStatement: a prepared statement, kept by the connection under its text: finishing it resets it for the next use. */
typedef struct _MusterStatement MusterStatement;
MusterStatement *muster_database_prepare (MusterDatabase *database, const char *sql, GError **error);
void muster_statement_finish (MusterStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterStatement, muster_statement_finish)

/* Parameters count from 1. %NULL text and unset dates bind NULL. Text must outlive the next step. */
void muster_statement_bind_int (MusterStatement *statement, int parameter, gint64 value);
void muster_statement_bind_id (MusterStatement *statement, int parameter, gint64 id); /* 0 binds NULL */
void muster_statement_bind_text (MusterStatement *statement, int parameter, const char *text);
void muster_statement_take_text (MusterStatement *statement, int parameter, char *text); /* frees it */
void muster_statement_bind_date (MusterStatement *statement, int parameter, const GDate *date);
void muster_statement_bind_blob (MusterStatement *statement, int parameter, gconstpointer bytes, gsize size);

/** Sets @row to whether there is a row. */
gboolean muster_statement_step (MusterStatement *statement, gboolean *row, GError **error);
/** Steps a statement that gives no rows, and resets it, so that it can be bound again. */
gboolean muster_statement_run (MusterStatement *statement, GError **error);
void muster_statement_reset (MusterStatement *statement);

/* Columns count from 0. */
gint64 muster_statement_get_int (MusterStatement *statement, int column);
const char *muster_statement_get_text (MusterStatement *statement, int column); /* borrowed until the next step; %NULL for NULL */
char *muster_statement_dup_text (MusterStatement *statement, int column);
void muster_statement_get_date (MusterStatement *statement, int column, GDate *date); /* unset for NULL */
const guint8 *muster_statement_get_blob (MusterStatement *statement, int column, gsize *size);
GBytes *muster_statement_dup_blob (MusterStatement *statement, int column);
gint64 muster_database_get_last_id (MusterDatabase *database);
