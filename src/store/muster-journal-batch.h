/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sodium.h>

#include "store/muster-journal-format.h"

/** MusterJournalBatch: changes that were captured on a connection, and are not written down yet. */
typedef struct _MusterJournalBatch MusterJournalBatch;

/** Returns: (transfer full): an empty one; @database outlives it. */
MusterJournalBatch *muster_journal_batch_new (MusterDatabase *database);
void muster_journal_batch_free (MusterJournalBatch *batch);

/** Adds a copy of @change. Not while the batch is being written. */
void muster_journal_batch_add (MusterJournalBatch *batch, const MusterChangeBytes *change);
/** Forgets what waits. */
void muster_journal_batch_clear (MusterJournalBatch *batch);

/** Returns: how many wait; 0 while they are being written. */
guint muster_journal_batch_get_length (MusterJournalBatch *batch);
/** Returns: how many bytes of memory they take. */
gsize muster_journal_batch_get_size (MusterJournalBatch *batch);

/**
 * Writes down what waits as changes of the entry @sequence, in the order it was added, and adds the digest of each to @digests. Many are digested by
 * another thread while they are written. Fails only where the database does; the batch is empty then too, as the whole transaction has failed.
 */
gboolean muster_journal_batch_write (MusterJournalBatch *batch, gint64 sequence, crypto_generichash_state *digests, GError **error);
