/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_FIX_DIALOG (muster_fix_dialog_get_type ())
/**
 * MusterFixDialog: what a cell of a file is to be read as; which cell of the row, a person can choose. The rules are asked as one types.
 *
 * Signal "fixed" (uint row, uint column, string text).
 */
G_DECLARE_FINAL_TYPE (MusterFixDialog, muster_fix_dialog, MUSTER, FIX_DIALOG, AdwDialog)

/** @options: must outlive the dialog. @column: the cell to begin with; -1: something is the matter with the whole row. */
AdwDialog *muster_fix_dialog_new (MusterImportPlan *plan, const MusterImportOptions *options, guint row, int column);
