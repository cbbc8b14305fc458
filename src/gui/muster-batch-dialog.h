/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"
#include "operations/muster-batch.h"

#define MUSTER_TYPE_BATCH_DIALOG (muster_batch_dialog_get_type ())
/** MusterBatchDialog: one step of the lifecycle for many people: who, from which state to which, who is refused and why, and what it leaves uncovered. */
G_DECLARE_FINAL_TYPE (MusterBatchDialog, muster_batch_dialog, MUSTER, BATCH_DIALOG, MusterFormDialog)

/**
 * @verb: the step that is chosen at first
 * @picks: (nullable) (element-type MusterBatchPick): %NULL: those for whom the calendar proposes the step
 */
AdwDialog *muster_batch_dialog_new (MusterStore *store, MusterCertificationVerb verb, GArray *picks);
/** Whether the account may do any step to many. */
gboolean muster_batch_dialog_is_offered (MusterStore *store);
/** Whether the newest preview is shown: for tests. */
gboolean muster_batch_dialog_is_ready (MusterBatchDialog *self);
