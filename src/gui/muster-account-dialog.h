/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ACCOUNT_DIALOG (muster_account_dialog_get_type ())
/** MusterAccountDialog: makes an account, or changes what an account may do. */
G_DECLARE_FINAL_TYPE (MusterAccountDialog, muster_account_dialog, MUSTER, ACCOUNT_DIALOG, MusterFormDialog)

/** @account: (nullable): the one to change; a new one if %NULL. */
AdwDialog *muster_account_dialog_new (MusterStore *store, const MusterAccount *account);
