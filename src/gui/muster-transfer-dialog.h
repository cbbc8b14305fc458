/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_TRANSFER_DIALOG (muster_transfer_dialog_get_type ())
/** MusterTransferDialog: that a person goes from one agency of the register to another. */
G_DECLARE_FINAL_TYPE (MusterTransferDialog, muster_transfer_dialog, MUSTER, TRANSFER_DIALOG, MusterFormDialog)

AdwDialog *muster_transfer_dialog_new (MusterStore *store, gint64 assister_id);
