/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-journal-batch.h"

/* As many are written down by one statement. */
#define CHANGES_AT_ONCE 32

/* A change that waits. The places are those of its bytes; a size of -1 is no row. */
typedef struct
{
  int table_number;
  gint64 row_id;
  gsize before;
  gssize before_size;
  gsize after;
  gssize after_size;
  gsize salt;
} Waiting;

struct _MusterJournalBatch
{
  MusterDatabase *database;
  GArray *waiting;   /* of Waiting */
  GByteArray *bytes; /* of those */
  gboolean is_writing;

  crypto_generichash_state *digests; /* (nullable): while they are digested */
  GMutex lock;
  GCond digested;
};

#define CHANGE "(?1, ?, ?, ?, ?, ?)"
#define CHANGES_4 CHANGE ", " CHANGE ", " CHANGE ", " CHANGE
#define CHANGES_16 CHANGES_4 ", " CHANGES_4 ", " CHANGES_4 ", " CHANGES_4
#define INSERT_CHANGES "INSERT INTO journal_change (entry, table_number, row_id, before, after, salt) VALUES "

static const char *const insert_one_sql = INSERT_CHANGES CHANGE;
static const char *const insert_many_sql = INSERT_CHANGES CHANGES_16 ", " CHANGES_16;
G_STATIC_ASSERT (CHANGES_AT_ONCE == 2 * 16);

static MusterChangeBytes
get_change (MusterJournalBatch *batch, guint i)
{
  const Waiting *waiting = &g_array_index (batch->waiting, Waiting, i);
  const guint8 *bytes = batch->bytes->data;

  return (MusterChangeBytes) {
    .table_number = waiting->table_number,
    .row_id = waiting->row_id,
    .before = waiting->before_size >= 0 ? bytes + waiting->before : NULL,
    .before_size = MAX (waiting->before_size, 0),
    .after = waiting->after_size >= 0 ? bytes + waiting->after : NULL,
    .after_size = MAX (waiting->after_size, 0),
    .salt = bytes + waiting->salt,
  };
}

static void
digest_changes (MusterJournalBatch *batch)
{
  for (guint i = 0; i < batch->waiting->len; i++)
    {
      MusterChangeBytes change = get_change (batch, i);
      guint8 digest[MUSTER_HASH_SIZE];

      muster_journal_digest_change (&change, digest);
      crypto_generichash_update (batch->digests, digest, sizeof digest);
    }
}

static void
digest_cb (gpointer data, gpointer user_data)
{
  MusterJournalBatch *batch = data;

  digest_changes (batch);
  g_mutex_lock (&batch->lock);
  batch->digests = NULL;
  g_cond_signal (&batch->digested);
  g_mutex_unlock (&batch->lock);
}

static void
begin_to_digest (MusterJournalBatch *batch, crypto_generichash_state *digests)
{
  static GThreadPool *pool;

  batch->digests = digests;
  if (batch->waiting->len >= CHANGES_AT_ONCE)
    {
      if (g_once_init_enter_pointer (&pool))
        g_once_init_leave_pointer (&pool, g_thread_pool_new (digest_cb, NULL, 1, FALSE, NULL));
      g_thread_pool_push (pool, batch, NULL);
      return;
    }
  digest_changes (batch);
  batch->digests = NULL;
}

static void
wait_until_digested (MusterJournalBatch *batch)
{
  g_mutex_lock (&batch->lock);
  while (batch->digests != NULL)
    g_cond_wait (&batch->digested, &batch->lock);
  g_mutex_unlock (&batch->lock);
}

static void
bind_change (MusterStatement *statement, int parameter, const MusterChangeBytes *change)
{
  muster_statement_bind_int (statement, parameter, change->table_number);
  muster_statement_bind_int (statement, parameter + 1, change->row_id);
  muster_statement_bind_blob (statement, parameter + 2, change->before, change->before_size);
  muster_statement_bind_blob (statement, parameter + 3, change->after, change->after_size);
  muster_statement_bind_blob (statement, parameter + 4, change->salt, MUSTER_SALT_SIZE);
}

static gboolean
insert_changes (MusterJournalBatch *batch, gint64 sequence, guint first, guint n, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (batch->database, n == 1 ? insert_one_sql : insert_many_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, sequence);
  for (guint i = 0; i < n; i++)
    {
      MusterChangeBytes change = get_change (batch, first + i);

      bind_change (statement, 2 + 5 * i, &change);
    }
  return muster_statement_run (statement, error);
}

MusterJournalBatch *
muster_journal_batch_new (MusterDatabase *database)
{
  MusterJournalBatch *batch = g_new0 (MusterJournalBatch, 1);

  batch->database = database;
  batch->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  batch->bytes = g_byte_array_new ();
  g_mutex_init (&batch->lock);
  g_cond_init (&batch->digested);
  return batch;
}

void
muster_journal_batch_free (MusterJournalBatch *batch)
{
  g_array_unref (batch->waiting);
  g_byte_array_unref (batch->bytes);
  g_mutex_clear (&batch->lock);
  g_cond_clear (&batch->digested);
  g_free (batch);
}

static gsize
keep_bytes (MusterJournalBatch *batch, const guint8 *bytes, gsize size)
{
  gsize place = batch->bytes->len;

  if (size > 0)
    g_byte_array_append (batch->bytes, bytes, size);
  return place;
}

void
muster_journal_batch_add (MusterJournalBatch *batch, const MusterChangeBytes *change)
{
  Waiting waiting = { .table_number = change->table_number, .row_id = change->row_id };

  waiting.before_size = change->before != NULL ? (gssize) change->before_size : -1;
  waiting.before = keep_bytes (batch, change->before, change->before_size);
  waiting.after_size = change->after != NULL ? (gssize) change->after_size : -1;
  waiting.after = keep_bytes (batch, change->after, change->after_size);
  waiting.salt = keep_bytes (batch, change->salt, MUSTER_SALT_SIZE);
  g_array_append_val (batch->waiting, waiting);
}

void
muster_journal_batch_clear (MusterJournalBatch *batch)
{
  g_array_set_size (batch->waiting, 0);
  g_byte_array_set_size (batch->bytes, 0);
}

guint
muster_journal_batch_get_length (MusterJournalBatch *batch)
{
  return batch->is_writing ? 0 : batch->waiting->len;
}

gsize
muster_journal_batch_get_size (MusterJournalBatch *batch)
{
  return batch->bytes->len;
}

gboolean
muster_journal_batch_write (MusterJournalBatch *batch, gint64 sequence, crypto_generichash_state *digests, GError **error)
{
  guint n = batch->waiting->len;
  gboolean done = TRUE;

  batch->is_writing = TRUE;
  begin_to_digest (batch, digests);
  for (guint i = 0; i < n && done;)
    {
      guint at_once = n - i >= CHANGES_AT_ONCE ? CHANGES_AT_ONCE : 1;

      done = insert_changes (batch, sequence, i, at_once, error);
      i += at_once;
    }
  wait_until_digested (batch);
  batch->is_writing = FALSE;
  muster_journal_batch_clear (batch);
  return done;
}
