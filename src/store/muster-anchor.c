/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-anchor.h"

#include <string.h>

#include "store/muster-keyring.h"

#define ANCHOR_SIZE (8 + MUSTER_HASH_SIZE)

static gboolean
read_hash_column (MusterStatement *statement, int column, guint8 hash[MUSTER_HASH_SIZE])
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  memset (hash, 0, MUSTER_HASH_SIZE);
  if (size != MUSTER_HASH_SIZE)
    return FALSE;
  memcpy (hash, bytes, size);
  return TRUE;
}

gboolean
muster_anchor_read_newest (MusterDatabase *database, MusterAnchor *anchor, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  memset (anchor, 0, sizeof *anchor);
  statement = muster_database_prepare (database, "SELECT sequence, hash FROM main.journal_entry ORDER BY sequence DESC LIMIT 1", error);
  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  anchor->sequence = muster_statement_get_int (statement, 0);
  read_hash_column (statement, 1, anchor->hash);
  return TRUE;
}

gboolean
muster_anchor_read_hash (MusterDatabase *database, gint64 sequence, guint8 hash[MUSTER_HASH_SIZE], GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT hash FROM main.journal_entry WHERE sequence = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, sequence);
  return muster_statement_step (statement, &row, error) && row && read_hash_column (statement, 0, hash);
}

gboolean
muster_anchor_keep (MusterStore *store, MusterDatabase *database, GError **error)
{
  MusterAnchor anchor;
  guint8 bytes[ANCHOR_SIZE];
  g_autoptr (MusterSecret) secret = NULL;
  gint64 sequence;

  if (!muster_anchor_read_newest (database, &anchor, error))
    return FALSE;
  sequence = GINT64_TO_LE (anchor.sequence);
  memcpy (bytes, &sequence, 8);
  memcpy (bytes + 8, anchor.hash, MUSTER_HASH_SIZE);
  secret = muster_secret_new (bytes, sizeof bytes);
  return muster_keyring_store (store->register_id, store->register_name, MUSTER_KEYRING_ANCHOR, secret, NULL, error);
}

gboolean
muster_anchor_load (MusterStore *store, MusterAnchor *anchor, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterSecret) secret = NULL;
  g_autoptr (GError) keyring_error = NULL;
  gint64 sequence;

  memset (anchor, 0, sizeof *anchor);
  if (!store->keyring || store->without_keyring)
    return TRUE;
  secret = muster_keyring_lookup (store->register_id, MUSTER_KEYRING_ANCHOR, cancellable, &keyring_error);
  if (keyring_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&keyring_error));
      return FALSE;
    }
  if (secret == NULL || muster_secret_get_size (secret) != ANCHOR_SIZE)
    return TRUE;
  memcpy (&sequence, muster_secret_get_bytes (secret), 8);
  anchor->sequence = GINT64_FROM_LE (sequence);
  memcpy (anchor->hash, muster_secret_get_bytes (secret) + 8, MUSTER_HASH_SIZE);
  return TRUE;
}
