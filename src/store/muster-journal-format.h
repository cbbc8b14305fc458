/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-journal-private.h"

/*
 * The bytes of the journal: how a row is written down, and what is hashed and signed. Shared by what writes it, what reads it and what
 * verifies it. Never changes for what has been written.
 */

#define MUSTER_HASH_SIZE 32
#define MUSTER_SALT_SIZE 16

typedef enum
{
  MUSTER_CELL_NULL,
  MUSTER_CELL_INTEGER,
  MUSTER_CELL_TEXT,
  MUSTER_CELL_BLOB,
} MusterCellType;

/** MusterCell: one value of a row as written down; @bytes are borrowed. */
typedef struct
{
  MusterCellType type;
  gint64 integer;
  const guint8 *bytes;
  gsize size;
} MusterCell;

/** Returns: as many bytes @cell may take at most. */
gsize muster_cell_get_room (const MusterCell *cell);
/** Writes @cell down, where there is room for it. Returns: where the next one goes. */
guint8 *muster_cell_write (guint8 *at, const MusterCell *cell);
/** Appends @cell to the bytes of a row. */
void muster_row_append (GByteArray *row, const MusterCell *cell);

/** Reads the next cell of a row and moves @bytes and @size past it. Returns: %FALSE at the end, and where the bytes make no sense (@size is then not 0). */
gboolean muster_row_next (const guint8 **bytes, gsize *size, MusterCell *cell);

/**
 * Whether two rows as written down are the same. Migrations only ever add columns at the end, so that a row written before one is shorter, and
 * has nothing in what was added: it equals a longer one that begins with it and is NULL from there on.
 */
gboolean muster_row_equal (const guint8 *a, gsize a_size, const guint8 *b, gsize b_size);

/** Returns: the cell of a column of a query's current row. */
MusterCell muster_cell_from_value (sqlite3_value *value);

/** MusterChangeBytes: a change as it stands in the journal; %NULL rows where there was none before or after. */
typedef struct
{
  gint64 table_number;
  gint64 row_id;
  const guint8 *before;
  gsize before_size;
  const guint8 *after;
  gsize after_size;
  const guint8 *salt; /* MUSTER_SALT_SIZE */
} MusterChangeBytes;

void muster_journal_digest_change (const MusterChangeBytes *change, guint8 digest[MUSTER_HASH_SIZE]);

/** MusterEntryBytes: all of an entry that its hash covers. */
typedef struct
{
  gint64 sequence;
  MusterJournalHead head;
  gint64 n_changes;
  const guint8 *changes_digest;
  const guint8 *previous;
} MusterEntryBytes;

void muster_journal_hash_entry (const MusterEntryBytes *entry, guint8 hash[MUSTER_HASH_SIZE]);

/** Signs @hash with the Ed25519 key that @seed makes. */
void muster_journal_sign (const guint8 hash[MUSTER_HASH_SIZE], MusterSecret *seed, guint8 *signature);
gboolean muster_journal_check_signature (const guint8 hash[MUSTER_HASH_SIZE], const guint8 *signature, gsize signature_size, GBytes *public_key);
/** Returns: (transfer full): the public key that belongs to @seed. */
GBytes *muster_journal_public_key (MusterSecret *seed);
