/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-entries-query.h"

#include "store/muster-account-table.h"
#include "store/muster-row-view.h"
#include "store/muster-table-private.h"

#define FINGERPRINT_DIGITS 32
#define GROUP 4

static const char *const subject_sql = "SELECT sequence FROM journal_entry WHERE subject = ?1";
static const char *const row_sql = "SELECT entry FROM journal_change WHERE table_number = ?1 AND row_id = ?2";
static const char *const signature_sql = "SELECT signature FROM journal_entry WHERE sequence = ?1";
static const char *const key_sql = "SELECT after FROM journal_change WHERE table_number = ?1 AND row_id = ?2 AND entry <= ?3 AND after IS NOT NULL ORDER BY id DESC LIMIT 1";

/* Adds what @statement finds to the sequences. */
static gboolean
gather (MusterStatement *statement, GHashTable *sequences, GError **error)
{
  g_autoptr (GArray) found = muster_table_collect_ids (statement, error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    g_hash_table_add (sequences, g_memdup2 (&g_array_index (found, gint64, i), sizeof (gint64)));
  return found != NULL;
}

static gboolean
gather_subject (MusterDatabase *database, const char *subject, GHashTable *sequences, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, subject_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, subject);
  return gather (statement, sequences, error);
}

static gboolean
gather_row (MusterDatabase *database, const MusterCaseRow *row, GHashTable *sequences, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, row_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (row->table));
  muster_statement_bind_int (statement, 2, row->id);
  return gather (statement, sequences, error);
}

static int
compare_sequences (gconstpointer a, gconstpointer b)
{
  gint64 first = **(gint64 *const *) a, second = **(gint64 *const *) b;

  return (first > second) - (first < second);
}

/* The entry is the newest before the next. */
static gboolean
add_entry (MusterDatabase *database, gint64 sequence, GPtrArray *entries, GError **error)
{
  const MusterJournalFilter filter = { .before = sequence + 1, .limit = 1 };
  g_autoptr (GPtrArray) found = muster_journal_query_list (database, &filter, error);

  if (found != NULL && found->len > 0)
    g_ptr_array_add (entries, g_ptr_array_steal_index (found, 0));
  return found != NULL;
}

GPtrArray *
muster_case_entries_query_list (MusterDatabase *database, GPtrArray *subjects, GArray *rows, GError **error)
{
  g_autoptr (GHashTable) sequences = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_journal_entry_free), ordered = NULL;

  for (guint i = 0; i < subjects->len; i++)
    if (!gather_subject (database, subjects->pdata[i], sequences, error))
      return NULL;
  for (guint i = 0; i < rows->len; i++)
    if (!gather_row (database, &g_array_index (rows, MusterCaseRow, i), sequences, error))
      return NULL;
  ordered = g_hash_table_get_keys_as_ptr_array (sequences);
  g_ptr_array_sort (ordered, compare_sequences);
  for (guint i = 0; i < ordered->len; i++)
    if (!add_entry (database, *(const gint64 *) ordered->pdata[i], entries, error))
      return NULL;
  return g_steal_pointer (&entries);
}

void
muster_entry_signature_clear (MusterEntrySignature *signature)
{
  g_clear_pointer (&signature->fingerprint, g_free);
}

static char *
dup_fingerprint (GBytes *key)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, key);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < FINGERPRINT_DIGITS; i += GROUP)
    g_string_append_printf (text, "%s%.*s", i > 0 ? " " : "", GROUP, hash + i);
  return g_string_free_and_steal (text);
}

/* Returns: (nullable): the key in the row that @statement stands on. */
static GBytes *
read_key (MusterStatement *statement, const MusterTableShape *shape)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, 0, &size);
  MusterRowView view;
  const MusterCell *cell;

  if (bytes == NULL || !muster_row_view_read (&view, shape, bytes, size))
    return NULL;
  cell = muster_row_view_get (&view, "public_key");
  return g_bytes_new (cell->bytes, cell->size);
}

/* By the journal; @key is %NULL where what it says of the account is gone. */
static gboolean
find_key (MusterDatabase *database, const MusterJournalEntry *entry, GBytes **key, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, key_sql, error);
  MusterTableShape shape;
  gboolean row;

  if (statement == NULL || !muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_ACCOUNT), &shape, error))
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_ACCOUNT));
  muster_statement_bind_int (statement, 2, entry->account_id);
  muster_statement_bind_int (statement, 3, entry->sequence);
  *key = NULL;
  if (muster_statement_step (statement, &row, error))
    {
      *key = row ? read_key (statement, &shape) : NULL;
      muster_table_shape_clear (&shape);
      return TRUE;
    }
  muster_table_shape_clear (&shape);
  return FALSE;
}

gboolean
muster_case_entries_query_signature (MusterDatabase *database, const MusterJournalEntry *entry, MusterEntrySignature *signature, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, signature_sql, error);
  g_autoptr (MusterAccount) account = NULL;
  g_autoptr (GBytes) key = NULL;
  const guint8 *bytes;
  gboolean row;
  gsize size;

  if (statement == NULL || !find_key (database, entry, &key, error))
    return FALSE;
  if (key == NULL)
    {
      account = muster_account_table_load (database, entry->account_id, error);
      if (account == NULL)
        return FALSE;
      key = g_bytes_ref (account->public_key);
    }
  muster_statement_bind_int (statement, 1, entry->sequence);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  bytes = row ? muster_statement_get_blob (statement, 0, &size) : NULL;
  signature->fingerprint = dup_fingerprint (key);
  signature->holds = bytes != NULL && muster_journal_check_signature (entry->hash, bytes, size, key);
  return TRUE;
}
