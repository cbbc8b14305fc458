/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_CASE_ACCESS_DIALOG (muster_case_access_dialog_get_type ())
/** MusterCaseAccessDialog: a case is closed to somebody, or opened to them again: to whom, and why. */
G_DECLARE_FINAL_TYPE (MusterCaseAccessDialog, muster_case_access_dialog, MUSTER, CASE_ACCESS_DIALOG, MusterFormDialog)

AdwDialog *muster_case_access_dialog_new_close (MusterStore *store, MusterCaseKind kind, gint64 case_id);
AdwDialog *muster_case_access_dialog_new_open (MusterStore *store, MusterCaseKind kind, gint64 case_id, gint64 account_id);
