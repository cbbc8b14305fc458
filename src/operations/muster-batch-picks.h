/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-batch.h"
#include "store/muster-roster-query.h"

/* Who may be meant by a batch. Nothing of it is done: a person looks at the preview. */

/** Returns: (transfer full) (element-type MusterBatchPick): everybody for whom the calendar proposes @verb on the day of @index, with the roles, in order of name. */
GArray *muster_batch_picks_new_proposed (MusterDatabase *database, MusterRosterIndex *index, MusterCertificationVerb verb, const GDate *on, GCancellable *cancellable, GError **error);

/**
 * Returns: (transfer full) (element-type MusterBatchPick): those on the way to a certification whom the import @import_id says to be certified, each from the day
 * that the file has, in order of its lines. It is evidence of the marketplace's decision, which somebody confirms. MUSTER_ERROR_NOT_FOUND for no such import.
 */
GArray *muster_batch_picks_new_confirmed (MusterDatabase *database, gint64 import_id, GError **error);
