/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_CLOSE_DIALOG (muster_close_dialog_get_type ())
/** MusterCloseDialog: closes a corrective action with an outcome, and says at once what stands in the way of it. */
G_DECLARE_FINAL_TYPE (MusterCloseDialog, muster_close_dialog, MUSTER, CLOSE_DIALOG, MusterFormDialog)

/** @action: what is closed; read again when it is. */
AdwDialog *muster_close_dialog_new (MusterStore *store, gint64 action_id);
