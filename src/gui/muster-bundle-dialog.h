/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_BUNDLE_DIALOG (muster_bundle_dialog_get_type ())
/** MusterBundleDialog: puts a case together for a hearing: asks for its form, what it is for, and whose names are withheld; then where it goes, or which printer. */
G_DECLARE_FINAL_TYPE (MusterBundleDialog, muster_bundle_dialog, MUSTER, BUNDLE_DIALOG, MusterFormDialog)

/** @number: of the decision or the corrective action */
AdwDialog *muster_bundle_dialog_new (MusterStore *store, const char *number);
/** Saves it as @file: what the button does once a place was chosen. */
void muster_bundle_dialog_save_to (MusterBundleDialog *self, GFile *file);
