/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ACTION_DIALOG (muster_action_dialog_get_type ())
/** MusterActionDialog: opens a corrective action for a person. */
G_DECLARE_FINAL_TYPE (MusterActionDialog, muster_action_dialog, MUSTER, ACTION_DIALOG, MusterFormDialog)

AdwDialog *muster_action_dialog_new (MusterStore *store, gint64 assister_id);
/** The same from the incident @incident_id, whose account of what happened is the finding to begin with. */
AdwDialog *muster_action_dialog_new_from (MusterStore *store, gint64 assister_id, gint64 incident_id);
/** Returns: the id of the action that was opened; 0 before. */
gint64 muster_action_dialog_get_action_id (MusterActionDialog *self);
