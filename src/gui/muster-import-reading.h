/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet.h"

#define MUSTER_TYPE_IMPORT_READING (muster_import_reading_get_type ())
/**
 * MusterImportReadingDialog: how a file is read: which sheet of a workbook, by which encoding and delimiter, and where its header is, chosen among the lines
 * at its top as they stand.
 *
 * Signal "choices" (MusterSheetChoices *, borrowed): the file is to be read again by these.
 */
G_DECLARE_FINAL_TYPE (MusterImportReadingDialog, muster_import_reading, MUSTER, IMPORT_READING, AdwDialog)

/** @choices: (nullable): by which @sheet was read. */
AdwDialog *muster_import_reading_new (MusterSheet *sheet, const MusterSheetChoices *choices);
/** Returns: (transfer none): the translated name of @delimiter: "semicolon". */
const char *muster_import_reading_get_delimiter_name (char delimiter);
