/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/**
 * MusterVerification: what a check of the journal found.
 * @anchored: entries that a checkpoint outside of the register vouches for (given, or kept in the keyring)
 * @bad_entry: the first bad one, 0 if none; @what: a sentence about it
 * @only_search: the journal is sound, and so is what it makes; but not what the search finds people by, which is being made anew
 * @other_copy: entries and register are sound in themselves, but not what this computer saw last: an older or another copy
 * @remarks: (element-type utf8): what is no fault, but worth knowing: that the clock was set back
 */
typedef struct
{
  gboolean ok;
  gint64 entries;
  gint64 anchored;
  gint64 bad_entry;
  char *what;
  gboolean only_search;
  gboolean other_copy;
  GPtrArray *remarks;
} MusterVerification;

/**
 * muster_verify: recomputes everything: chain, signatures, roles at the time, digests, rules of changes, and replay.
 * @checkpoint: (nullable): a code as printed
 * Blocking; @progress may be %NULL. An error only where it could not be carried out; damage is a finding.
 */
MusterVerification *muster_verify (MusterStore *store, const char *checkpoint, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error);
void muster_verification_free (MusterVerification *verification);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterVerification, muster_verification_free)

/** Returns: (transfer full): the checkpoint code of the newest entry: sequence and hash with a checksum, in groups. Journaled by the operation "checkpoint"? No: reading it changes nothing; it is kept in the keyring. */
char *muster_checkpoint_dup_code (MusterStore *store, GError **error);
/** The same as @database has it: for an operation. */
char *muster_checkpoint_dup_code_of (MusterDatabase *database, GError **error);
/** Reads a code; MUSTER_ERROR_INVALID if mistyped. @hash_prefix gets 10 bytes. */
gboolean muster_checkpoint_parse (const char *code, gint64 *sequence, guint8 *hash_prefix, GError **error);
