/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

#define MUSTER_SNAPSHOTS_FOLDER "backups"

/** MusterSnapshotRequest: @time: the moment it is called by, µs since 1970 UTC; @progress: (nullable): told pages. */
typedef struct
{
  const char *folder; /* of the register */
  MusterSecret *key;
  const char *why; /* "import": a word for the file's name */
  gint64 time;
  GFileProgressCallback progress;
  gpointer progress_data;
  GCancellable *cancellable;
} MusterSnapshotRequest;

/**
 * muster_snapshot_make: copies the register as it was last committed into its folder "backups", as encrypted as it is, by a connection of its own: somebody
 * may be writing. Only one may be made at a time: whoever calls it holds the write lock. Copies that need not be kept any longer are removed.
 *
 * It stands under its name when it is whole and on the disk, or not at all.
 *
 * Returns: (transfer full): the name of the file in that folder.
 */
char *muster_snapshot_make (const MusterSnapshotRequest *request, GError **error);

/** MusterSnapshot: one that is being made by a thread of its own. */
typedef struct _MusterSnapshot MusterSnapshot;

/**
 * muster_snapshot_begin: the same, while the caller goes on writing. What the caller writes must not be committed before muster_snapshot_finish() has returned
 * %TRUE. @request: nobody is told how far it is, and only muster_snapshot_abandon() stops it
 */
MusterSnapshot *muster_snapshot_begin (const MusterSnapshotRequest *request, GError **error);
/** Returns: (transfer none): the name that the file will have. */
const char *muster_snapshot_get_name (const MusterSnapshot *self);
/** Waits at most so long. Returns: whether it has ended, however. */
gboolean muster_snapshot_wait (MusterSnapshot *self, gint64 microseconds);
/** Waits for it, and frees it. */
gboolean muster_snapshot_finish (MusterSnapshot *self, GError **error);
/** Stops it, if it is not whole yet, and frees it. */
void muster_snapshot_abandon (MusterSnapshot *self);
