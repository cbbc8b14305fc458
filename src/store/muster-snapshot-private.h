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
