/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ASSISTER_DIALOG (muster_assister_dialog_get_type ())
/** MusterAssisterDialog: adds a person to the roster, or edits one. */
G_DECLARE_FINAL_TYPE (MusterAssisterDialog, muster_assister_dialog, MUSTER, ASSISTER_DIALOG, MusterFormDialog)

/** @id: 0 adds a person. */
AdwDialog *muster_assister_dialog_new (MusterStore *store, gint64 id);
/** Returns: the id of the person who was edited or added; 0 before. */
gint64 muster_assister_dialog_get_assister_id (MusterAssisterDialog *self);
