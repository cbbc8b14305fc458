/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-journal-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-journal-batch.h"
#include "store/muster-journal-format.h"
#include "store/muster-row-view.h"

#define CLIENT_DATA "muster-capture"
#define SALTS_AT_ONCE 128

/* As many may wait to be written down. */
#define MOST_WAITING 256
/* One statement can change more rows than that; then they are written down in its midst. */
#define MOST_IN_MEMORY (256 * 1024)

/* What is being captured on one connection. */
typedef struct
{
  MusterDatabase *database;
  gboolean active;
  MusterTable tables; /* that the operation may touch */
  gint64 sequence;
  guint8 previous[MUSTER_HASH_SIZE];
  guint n_changes;
  crypto_generichash_state changes; /* over the digests of those that were written down */
  MusterJournalBatch *batch;        /* those that are not yet */
  guint8 salts[SALTS_AT_ONCE * MUSTER_SALT_SIZE]; /* asking the system for each takes longer than writing it down */
  guint n_salts;                                  /* that are left */
} Capture;

static void
capture_free (gpointer data)
{
  Capture *capture = data;

  muster_journal_batch_free (capture->batch);
  g_free (capture);
}

static Capture *
get_capture (MusterDatabase *database)
{
  return sqlite3_get_clientdata (muster_database_get_handle (database), CLIENT_DATA);
}

static const guint8 *
take_salt (Capture *capture)
{
  if (capture->n_salts == 0)
    {
      randombytes_buf (capture->salts, sizeof capture->salts);
      capture->n_salts = SALTS_AT_ONCE;
    }
  capture->n_salts--;
  return capture->salts + capture->n_salts * MUSTER_SALT_SIZE;
}

static gboolean
write_changes (Capture *capture, GError **error)
{
  return muster_journal_batch_write (capture->batch, capture->sequence, &capture->changes, error);
}

static gboolean
capture_change (Capture *capture, MusterChangeBytes *change, GError **error)
{
  if (!capture->active || (capture->tables & MUSTER_TABLE_NUMBERED (change->table_number)) == 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("The register can only be changed by an operation that names what it changes. Nothing was changed."));
      return FALSE;
    }
  change->salt = take_salt (capture);
  muster_journal_batch_add (capture->batch, change);
  capture->n_changes++;
  return muster_journal_batch_get_size (capture->batch) < MOST_IN_MEMORY || write_changes (capture, error);
}

/* SQL: muster_capture (table number, row id, row before, row after), called by the triggers. */
static void
capture_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  g_autoptr (GError) error = NULL;
  MusterChangeBytes change = {
    sqlite3_value_int64 (values[0]),
    sqlite3_value_int64 (values[1]),
    sqlite3_value_blob (values[2]),
    sqlite3_value_bytes (values[2]),
    sqlite3_value_blob (values[3]),
    sqlite3_value_bytes (values[3]),
    NULL,
  };

  if (capture_change (sqlite3_user_data (context), &change, &error))
    return;
  sqlite3_result_error (context, error->message, -1);
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN))
    sqlite3_result_error_code (context, SQLITE_CONSTRAINT_TRIGGER);
}

/* SQL: muster_row (column, …): the columns of a row as the journal writes them down. */
static void
row_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  gsize room = 0;
  guint8 *bytes, *at;

  for (int i = 0; i < n_values; i++)
    {
      MusterCell cell = muster_cell_from_value (values[i]);

      room += muster_cell_get_room (&cell);
    }
  bytes = at = g_malloc (room);
  for (int i = 0; i < n_values; i++)
    {
      MusterCell cell = muster_cell_from_value (values[i]);

      at = muster_cell_write (at, &cell);
    }
  sqlite3_result_blob64 (context, bytes, at - bytes, g_free);
}

gboolean
muster_journal_attach (MusterDatabase *database, GError **error)
{
  sqlite3 *handle = muster_database_get_handle (database);
  Capture *capture = g_new0 (Capture, 1);

  capture->database = database;
  capture->batch = muster_journal_batch_new (database);
  if (sqlite3_set_clientdata (handle, CLIENT_DATA, capture, capture_free) != SQLITE_OK ||
      sqlite3_create_function_v2 (handle, "muster_capture", 4, SQLITE_UTF8, capture, capture_cb, NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_create_function_v2 (handle, "muster_row", -1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, capture, row_cb, NULL, NULL, NULL) != SQLITE_OK)
    return muster_database_fail (database, "functions", error);
  return TRUE;
}

/* The columns of a table, each preceded by @row and a dot. */
static char *
list_columns (const MusterTableShape *shape, const char *row)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < shape->n_columns; i++)
    g_string_append_printf (columns, "%s%s.%s", i > 0 ? ", " : "", row, shape->columns[i]);
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static gboolean
make_table_triggers (MusterDatabase *database, int number, GError **error)
{
  const char *table = muster_table_get_name (MUSTER_TABLE_NUMBERED (number));
  g_autofree char *before = NULL, *after = NULL, *sql = NULL;
  MusterTableShape shape;

  if (!muster_table_shape_load (database, table, &shape, error))
    return FALSE;
  /* A table that a later migration makes. */
  if (shape.n_columns == 0)
    return TRUE;
  before = list_columns (&shape, "OLD");
  after = list_columns (&shape, "NEW");
  muster_table_shape_clear (&shape);
  sql = g_strdup_printf ("DROP TRIGGER IF EXISTS journal_%1$s_insert;"
                         "DROP TRIGGER IF EXISTS journal_%1$s_update;"
                         "DROP TRIGGER IF EXISTS journal_%1$s_delete;"
                         "CREATE TRIGGER journal_%1$s_insert AFTER INSERT ON %1$s BEGIN"
                         " SELECT muster_capture (%2$d, NEW.id, NULL, muster_row (%4$s)); END;"
                         "CREATE TRIGGER journal_%1$s_update AFTER UPDATE ON %1$s BEGIN"
                         " SELECT RAISE (ABORT, 'a row keeps its number') WHERE OLD.id <> NEW.id;"
                         " SELECT muster_capture (%2$d, NEW.id, muster_row (%3$s), muster_row (%4$s)); END;"
                         "CREATE TRIGGER journal_%1$s_delete BEFORE DELETE ON %1$s BEGIN"
                         " SELECT RAISE (ABORT, 'nothing is ever deleted'); END;",
                         table, number, before, after);
  return muster_database_execute (database, sql, error);
}

gboolean
muster_journal_make_triggers (MusterDatabase *database, GError **error)
{
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    if (!make_table_triggers (database, number, error))
      return FALSE;
  return TRUE;
}

static gboolean
load_last (Capture *capture, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  const guint8 *hash;
  gboolean row;
  gsize size;

  statement = muster_database_prepare (capture->database, "SELECT sequence, hash FROM main.journal_entry ORDER BY sequence DESC LIMIT 1", error);
  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  capture->sequence = 1;
  memset (capture->previous, 0, sizeof capture->previous);
  if (!row)
    return TRUE;
  capture->sequence = muster_statement_get_int (statement, 0) + 1;
  hash = muster_statement_get_blob (statement, 1, &size);
  if (size != MUSTER_HASH_SIZE)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("The last entry of the journal is damaged. Verify the journal; nothing was changed."));
      return FALSE;
    }
  memcpy (capture->previous, hash, size);
  return TRUE;
}

gboolean
muster_journal_begin (MusterDatabase *database, const MusterOperationRule *rule, GError **error)
{
  Capture *capture = get_capture (database);

  if (!load_last (capture, error))
    return FALSE;
  crypto_generichash_init (&capture->changes, NULL, 0, MUSTER_HASH_SIZE);
  capture->n_changes = 0;
  muster_journal_batch_clear (capture->batch);
  capture->tables = rule->tables;
  capture->active = TRUE;
  return TRUE;
}

static gboolean
insert_entry (MusterDatabase *database, const MusterEntryBytes *entry, const guint8 *hash, const guint8 *signature, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;

  statement = muster_database_prepare (database,
                                       "INSERT INTO main.journal_entry (sequence, time, account_id, role, operation, subject, reason, detail, changes, changes_digest, previous, hash, signature) "
                                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                       error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, entry->sequence);
  muster_statement_bind_int (statement, 2, entry->head.time);
  muster_statement_bind_int (statement, 3, entry->head.account_id);
  muster_statement_bind_text (statement, 4, entry->head.role);
  muster_statement_bind_text (statement, 5, entry->head.operation);
  muster_statement_bind_text (statement, 6, entry->head.subject);
  muster_statement_bind_text (statement, 7, entry->head.reason);
  muster_statement_bind_text (statement, 8, entry->head.detail);
  muster_statement_bind_int (statement, 9, entry->n_changes);
  muster_statement_bind_blob (statement, 10, entry->changes_digest, MUSTER_HASH_SIZE);
  muster_statement_bind_blob (statement, 11, entry->previous, MUSTER_HASH_SIZE);
  muster_statement_bind_blob (statement, 12, hash, MUSTER_HASH_SIZE);
  muster_statement_bind_blob (statement, 13, signature, crypto_sign_BYTES);
  return muster_statement_run (statement, error);
}

gboolean
muster_journal_settle (MusterDatabase *database, GError **error)
{
  Capture *capture = get_capture (database);

  if (capture == NULL || muster_journal_batch_get_length (capture->batch) < MOST_WAITING)
    return TRUE;
  return write_changes (capture, error);
}

gboolean
muster_journal_finish (MusterDatabase *database, const MusterJournalHead *head, MusterSecret *signing_seed, gint64 *sequence, GError **error)
{
  Capture *capture = get_capture (database);
  guint8 changes_digest[MUSTER_HASH_SIZE], hash[MUSTER_HASH_SIZE], signature[crypto_sign_BYTES];
  MusterEntryBytes entry = { capture->sequence, *head, capture->n_changes, changes_digest, capture->previous };

  g_return_val_if_fail (capture->active, FALSE);
  capture->active = FALSE;
  if (!write_changes (capture, error))
    return FALSE;
  crypto_generichash_final (&capture->changes, changes_digest, sizeof changes_digest);
  muster_journal_hash_entry (&entry, hash);
  muster_journal_sign (hash, signing_seed, signature);
  if (!insert_entry (database, &entry, hash, signature, error))
    return FALSE;
  if (sequence != NULL)
    *sequence = entry.sequence;
  return TRUE;
}

gboolean
muster_journal_abandon (MusterDatabase *database, GError **error)
{
  Capture *capture = get_capture (database);

  capture->active = FALSE;
  if (capture->n_changes == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("Something was written without an entry in the journal. Nothing was changed."));
  return FALSE;
}

guint
muster_journal_count_changes (MusterDatabase *database)
{
  return get_capture (database)->n_changes;
}
