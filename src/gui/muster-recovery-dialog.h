/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_RECOVERY_DIALOG (muster_recovery_dialog_get_type ())
/**
 * MusterRecoveryDialog: the way in with the recovery key: set up this computer for the register, or give an administrator a new password.
 *
 * Signal "recovered": it worked, and the dialog closes.
 */
G_DECLARE_FINAL_TYPE (MusterRecoveryDialog, muster_recovery_dialog, MUSTER, RECOVERY_DIALOG, AdwDialog)

/** @resets: whether it begins with a new password for @account, and not with setting up this computer. */
MusterRecoveryDialog *muster_recovery_dialog_new (const char *folder, const char *account, gboolean resets);
