/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-journal-format.h"

#include <sodium.h>
#include <string.h>

#include "store/muster-number-bytes.h"

/* What is signed begins with it, so that no signature of ours can be taken for one of something else. */
#define SIGNED_PREFIX "org.muster.Muster journal 1\n"
#define SIGNED_PREFIX_SIZE (sizeof SIGNED_PREFIX - 1)

static gboolean
has_bytes (const MusterCell *cell)
{
  return cell->type == MUSTER_CELL_TEXT || cell->type == MUSTER_CELL_BLOB;
}

gsize
muster_cell_get_room (const MusterCell *cell)
{
  return 1 + MUSTER_NUMBER_MAX_SIZE + (has_bytes (cell) ? cell->size : 0);
}

guint8 *
muster_cell_write (guint8 *at, const MusterCell *cell)
{
  *at++ = cell->type;
  if (cell->type == MUSTER_CELL_INTEGER)
    return at + muster_number_write_signed (at, cell->integer);
  if (!has_bytes (cell))
    return at;
  at += muster_number_write (at, cell->size);
  if (cell->size > 0)
    memcpy (at, cell->bytes, cell->size);
  return at + cell->size;
}

void
muster_row_append (GByteArray *row, const MusterCell *cell)
{
  gsize start = row->len;

  g_byte_array_set_size (row, start + muster_cell_get_room (cell));
  g_byte_array_set_size (row, muster_cell_write (row->data + start, cell) - row->data);
}

static gboolean
next_bytes (const guint8 **bytes, gsize *size, MusterCell *cell)
{
  guint64 length;

  if (!muster_number_next (bytes, size, &length) || length > *size)
    return FALSE;
  cell->bytes = *bytes;
  cell->size = length;
  *bytes += length;
  *size -= length;
  return TRUE;
}

gboolean
muster_row_next (const guint8 **bytes, gsize *size, MusterCell *cell)
{
  const guint8 *at = *bytes;
  gsize left = *size;

  memset (cell, 0, sizeof *cell);
  if (left == 0)
    return FALSE;
  cell->type = *at++;
  left--;
  if (cell->type > MUSTER_CELL_BLOB)
    return FALSE;
  if (cell->type == MUSTER_CELL_INTEGER && !muster_number_next_signed (&at, &left, &cell->integer))
    return FALSE;
  if ((cell->type == MUSTER_CELL_TEXT || cell->type == MUSTER_CELL_BLOB) && !next_bytes (&at, &left, cell))
    return FALSE;
  *bytes = at;
  *size = left;
  return TRUE;
}

gboolean
muster_row_equal (const guint8 *a, gsize a_size, const guint8 *b, gsize b_size)
{
  const guint8 *longer = a_size > b_size ? a : b;
  gsize common = MIN (a_size, b_size);

  if (common > 0 && memcmp (a, b, common) != 0)
    return FALSE;
  /* Of a NULL there is nothing but its type. */
  for (gsize i = common; i < MAX (a_size, b_size); i++)
    if (longer[i] != MUSTER_CELL_NULL)
      return FALSE;
  return TRUE;
}

MusterCell
muster_cell_from_value (sqlite3_value *value)
{
  MusterCell cell = { MUSTER_CELL_NULL, 0, NULL, 0 };

  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      cell.type = MUSTER_CELL_INTEGER;
      cell.integer = sqlite3_value_int64 (value);
      break;
    case SQLITE_TEXT:
    case SQLITE_FLOAT:
      cell.type = MUSTER_CELL_TEXT;
      cell.bytes = sqlite3_value_text (value);
      cell.size = sqlite3_value_bytes (value);
      break;
    case SQLITE_BLOB:
      cell.type = MUSTER_CELL_BLOB;
      cell.bytes = sqlite3_value_blob (value);
      cell.size = sqlite3_value_bytes (value);
      break;
    default:
      break;
    }
  return cell;
}

/* Each field is preceded by its length, and one that is missing differs from one that is empty. */
static void
hash_bytes (crypto_generichash_state *state, gconstpointer bytes, gsize size)
{
  guint64 length = GUINT64_TO_LE (bytes != NULL ? (guint64) size : G_MAXUINT64);

  crypto_generichash_update (state, (const guint8 *) &length, sizeof length);
  if (bytes != NULL)
    crypto_generichash_update (state, bytes, size);
}

static void
hash_text (crypto_generichash_state *state, const char *text)
{
  hash_bytes (state, text, text != NULL ? strlen (text) : 0);
}

static void
hash_integer (crypto_generichash_state *state, gint64 integer)
{
  gint64 bytes = GINT64_TO_LE (integer);

  hash_bytes (state, &bytes, sizeof bytes);
}

void
muster_journal_digest_change (const MusterChangeBytes *change, guint8 digest[MUSTER_HASH_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, MUSTER_HASH_SIZE);
  hash_integer (&state, change->table_number);
  hash_integer (&state, change->row_id);
  hash_bytes (&state, change->before, change->before_size);
  hash_bytes (&state, change->after, change->after_size);
  hash_bytes (&state, change->salt, MUSTER_SALT_SIZE);
  crypto_generichash_final (&state, digest, MUSTER_HASH_SIZE);
}

void
muster_journal_hash_entry (const MusterEntryBytes *entry, guint8 hash[MUSTER_HASH_SIZE])
{
  crypto_generichash_state state;

  crypto_generichash_init (&state, NULL, 0, MUSTER_HASH_SIZE);
  hash_integer (&state, entry->sequence);
  hash_integer (&state, entry->head.time);
  hash_integer (&state, entry->head.account_id);
  hash_text (&state, entry->head.role);
  hash_text (&state, entry->head.operation);
  hash_text (&state, entry->head.subject);
  hash_text (&state, entry->head.reason);
  hash_text (&state, entry->head.detail);
  hash_integer (&state, entry->n_changes);
  hash_bytes (&state, entry->changes_digest, MUSTER_HASH_SIZE);
  hash_bytes (&state, entry->previous, MUSTER_HASH_SIZE);
  crypto_generichash_final (&state, hash, MUSTER_HASH_SIZE);
}

static void
make_message (const guint8 hash[MUSTER_HASH_SIZE], guint8 message[SIGNED_PREFIX_SIZE + MUSTER_HASH_SIZE])
{
  memcpy (message, SIGNED_PREFIX, SIGNED_PREFIX_SIZE);
  memcpy (message + SIGNED_PREFIX_SIZE, hash, MUSTER_HASH_SIZE);
}

void
muster_journal_sign (const guint8 hash[MUSTER_HASH_SIZE], MusterSecret *seed, guint8 *signature)
{
  guint8 message[SIGNED_PREFIX_SIZE + MUSTER_HASH_SIZE];
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 *secret_key = sodium_malloc (crypto_sign_SECRETKEYBYTES);

  g_assert (secret_key != NULL && muster_secret_get_size (seed) == crypto_sign_SEEDBYTES);
  make_message (hash, message);
  crypto_sign_seed_keypair (public_key, secret_key, muster_secret_get_bytes (seed));
  crypto_sign_detached (signature, NULL, message, sizeof message, secret_key);
  sodium_free (secret_key);
}

gboolean
muster_journal_check_signature (const guint8 hash[MUSTER_HASH_SIZE], const guint8 *signature, gsize signature_size, GBytes *public_key)
{
  guint8 message[SIGNED_PREFIX_SIZE + MUSTER_HASH_SIZE];
  gsize key_size;
  const guint8 *key = g_bytes_get_data (public_key, &key_size);

  if (signature_size != crypto_sign_BYTES || key_size != crypto_sign_PUBLICKEYBYTES)
    return FALSE;
  make_message (hash, message);
  return crypto_sign_verify_detached (signature, message, sizeof message, key) == 0;
}

GBytes *
muster_journal_public_key (MusterSecret *seed)
{
  guint8 public_key[crypto_sign_PUBLICKEYBYTES];
  guint8 *secret_key = sodium_malloc (crypto_sign_SECRETKEYBYTES);

  g_assert (secret_key != NULL && muster_secret_get_size (seed) == crypto_sign_SEEDBYTES);
  crypto_sign_seed_keypair (public_key, secret_key, muster_secret_get_bytes (seed));
  sodium_free (secret_key);
  return g_bytes_new (public_key, sizeof public_key);
}
