/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-import-plan.h"

#define MUSTER_TYPE_IMPORT_COLUMNS (muster_import_columns_get_type ())
/**
 * MusterImportColumns: how a file is to be understood: what each column is, by what people are known, and what the file does not say.
 *
 * Signals: "changed"; "reread" (MusterSheetChoices *, borrowed): the file is to be read again by these.
 */
G_DECLARE_FINAL_TYPE (MusterImportColumns, muster_import_columns, MUSTER, IMPORT_COLUMNS, AdwBin)

/**
 * muster_import_columns_set_sheet: shows @sheet as @options have it, and changes them as a person chooses.
 * @choices: (nullable): by which the sheet was read
 * @options: (transfer none): must stay until others are set
 * @profiles: (element-type MusterImportProfile): the senders that are remembered
 */
void muster_import_columns_set_sheet (MusterImportColumns *self, MusterSheet *sheet, const MusterSheetChoices *choices, MusterImportOptions *options, GPtrArray *profiles);
/** Returns: (transfer full) (nullable): the name by which the file's way of reading is to be remembered; %NULL if it is not. */
char *muster_import_columns_dup_sender (MusterImportColumns *self);
/** Whether it can work; shows why not. */
gboolean muster_import_columns_check (MusterImportColumns *self);
/** Returns: (transfer none) (nullable): what stands above the columns: what is wrong, or asked. */
const char *muster_import_columns_get_notice (MusterImportColumns *self);
/** Says what went wrong; %NULL for nothing. */
void muster_import_columns_show_error (MusterImportColumns *self, const char *message);
