/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_ACCOUNT_TIE_DIALOG (muster_account_tie_dialog_get_type ())
/** MusterAccountTieDialog: says whom of the roster an account is. */
G_DECLARE_FINAL_TYPE (MusterAccountTieDialog, muster_account_tie_dialog, MUSTER, ACCOUNT_TIE_DIALOG, MusterFormDialog)

AdwDialog *muster_account_tie_dialog_new (MusterStore *store, const MusterAccount *account);

/** Returns: (transfer full): whom of the roster @account is, as it is shown beside it: “Ana Lindqvist (P-7), by the name”. */
char *muster_account_tie_dup_text (MusterDatabase *database, const MusterAccount *account);
