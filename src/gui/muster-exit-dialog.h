/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-exit.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_EXIT_DIALOG (muster_exit_dialog_get_type ())
/** MusterExitDialog: what became of an item of an exit checklist: who saw to it and when, or why it is not needed, or is open again. */
G_DECLARE_FINAL_TYPE (MusterExitDialog, muster_exit_dialog, MUSTER, EXIT_DIALOG, MusterFormDialog)

/** @opens: an item that is settled is opened again; else one that is open is settled. */
AdwDialog *muster_exit_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type, MusterExitItemCode code, gboolean opens);
