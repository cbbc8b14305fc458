/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_UNDO_DIALOG (muster_undo_dialog_get_type ())
/** MusterUndoDialog: what undoing an import would do: what stays and why, who goes away, what goes back; and doing it. */
G_DECLARE_FINAL_TYPE (MusterUndoDialog, muster_undo_dialog, MUSTER, UNDO_DIALOG, MusterFormDialog)

/** @import_id: of an import, or of an undoing, which is undone like any other. */
AdwDialog *muster_undo_dialog_new (MusterStore *store, gint64 import_id);
