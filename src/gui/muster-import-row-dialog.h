/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_IMPORT_ROW_DIALOG (muster_import_row_dialog_get_type ())
/** MusterImportRowDialog: what becomes of one row of a file: what is said about it, and field by field what it changes. */
G_DECLARE_FINAL_TYPE (MusterImportRowDialog, muster_import_row_dialog, MUSTER, IMPORT_ROW_DIALOG, AdwDialog)

/** @row: of the plan’s sheet. */
AdwDialog *muster_import_row_dialog_new (MusterStore *store, MusterImportPlan *plan, guint row);
