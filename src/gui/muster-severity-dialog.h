/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-form-dialog.h"

#define MUSTER_TYPE_SEVERITY_DIALOG (muster_severity_dialog_get_type ())
/** MusterSeverityDialog: raises or lowers the severity of a corrective action, and says what stays as it is although the rules ask otherwise. */
G_DECLARE_FINAL_TYPE (MusterSeverityDialog, muster_severity_dialog, MUSTER, SEVERITY_DIALOG, MusterFormDialog)

AdwDialog *muster_severity_dialog_new (MusterStore *store, gint64 action_id);
