/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_PASSWORD_DIALOG (muster_password_dialog_get_type ())
/** MusterPasswordDialog: the signed-in person's own new password. */
G_DECLARE_FINAL_TYPE (MusterPasswordDialog, muster_password_dialog, MUSTER, PASSWORD_DIALOG, MusterFormDialog)

AdwDialog *muster_password_dialog_new (MusterStore *store);
