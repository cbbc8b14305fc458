/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-coverage-preview.h"

/**
 * MusterBatchPreview: what a batch would do, as it is shown.
 * @picks: (element-type MusterBatchPick): everybody who was picked
 * @all: of everybody; @chosen: of those that are not left out: what will be done, if anything
 * @coverage: (nullable): what @chosen would leave uncovered
 */
typedef struct
{
  GArray *picks;
  MusterBatchPlan *all;
  MusterBatchPlan *chosen;
  MusterCoveragePreview *coverage;
} MusterBatchPreview;

void muster_batch_preview_free (MusterBatchPreview *preview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterBatchPreview, muster_batch_preview_free)

/** Returns: (transfer full) (element-type MusterBatchPick): those of @picks who are neither in @left_out (a set of gint64 pointers) nor refused in @plan. */
GArray *muster_batch_preview_list_chosen (GArray *picks, const MusterBatchPlan *plan, GHashTable *left_out);

/**
 * Looks beside the main thread at what @verb from @on on would do.
 * @picks: (nullable): %NULL: those for whom the calendar proposes it
 * @left_out: set of gint64 pointers, which is copied
 * @authority: 0: whoever usually decides it
 */
void muster_batch_preview_new_async (MusterStore *store, MusterCertificationVerb verb, GArray *picks, GHashTable *left_out, const GDate *on, MusterAuthority authority, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
MusterBatchPreview *muster_batch_preview_new_finish (GAsyncResult *result, GError **error);
