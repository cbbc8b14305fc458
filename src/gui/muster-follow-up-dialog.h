/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

typedef enum
{
  MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK,
  MUSTER_FOLLOW_UP_PURPOSE_RECORD_CHECK,
  MUSTER_FOLLOW_UP_PURPOSE_EXTEND,
  MUSTER_FOLLOW_UP_PURPOSE_RESPOND,
} MusterFollowUpPurpose;

#define MUSTER_TYPE_FOLLOW_UP_DIALOG (muster_follow_up_dialog_get_type ())
/** MusterFollowUpDialog: plans the check of a corrective action's effect, or records what it found, asks for an extension, or records a response. */
G_DECLARE_FINAL_TYPE (MusterFollowUpDialog, muster_follow_up_dialog, MUSTER, FOLLOW_UP_DIALOG, MusterFormDialog)

AdwDialog *muster_follow_up_dialog_new (MusterStore *store, MusterFollowUpPurpose purpose, gint64 action_id);
