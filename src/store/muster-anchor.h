/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-journal-format.h"
#include "store/muster-store-private.h"

/*
 * The anchor: number and hash of the newest entry that this computer has seen, kept in its keyring: outside of the register, so that a cut
 * tail, a rewritten history or an older copy put back is found.
 */
typedef struct
{
  gint64 sequence; /* 0: there is none */
  guint8 hash[MUSTER_HASH_SIZE];
} MusterAnchor;

/** Reads the newest entry's number and hash; sequence 0 in an empty journal. */
gboolean muster_anchor_read_newest (MusterDatabase *database, MusterAnchor *anchor, GError **error);
/** Sets @hash to that of entry @sequence; %FALSE without @error where there is none. */
gboolean muster_anchor_read_hash (MusterDatabase *database, gint64 sequence, guint8 hash[MUSTER_HASH_SIZE], GError **error);
/** Keeps the newest entry as the anchor. Blocks for a keyring that takes its time. */
gboolean muster_anchor_keep (MusterStore *store, MusterDatabase *database, GError **error);
/** Sets @anchor to the one kept; sequence 0 where none is, or the register uses no keyring. */
gboolean muster_anchor_load (MusterStore *store, MusterAnchor *anchor, GCancellable *cancellable, GError **error);
