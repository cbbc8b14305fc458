/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

typedef enum
{
  MUSTER_STEP_PURPOSE_ADD,
  MUSTER_STEP_PURPOSE_COMPLETE,
  MUSTER_STEP_PURPOSE_VERIFY,
} MusterStepPurpose;

#define MUSTER_TYPE_STEP_DIALOG (muster_step_dialog_get_type ())
/** MusterStepDialog: a step of a corrective action: a new one, done, or verified. */
G_DECLARE_FINAL_TYPE (MusterStepDialog, muster_step_dialog, MUSTER, STEP_DIALOG, MusterFormDialog)

/** @position: from 1; of no account for a new one. */
AdwDialog *muster_step_dialog_new (MusterStore *store, MusterStepPurpose purpose, gint64 action_id, int position);
