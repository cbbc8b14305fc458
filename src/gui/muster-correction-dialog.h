/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_CORRECTION_DIALOG (muster_correction_dialog_get_type ())
/** MusterCorrectionDialog: that the last step of a certification holds from another day, or never happened. */
G_DECLARE_FINAL_TYPE (MusterCorrectionDialog, muster_correction_dialog, MUSTER, CORRECTION_DIALOG, MusterFormDialog)

AdwDialog *muster_correction_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type);
