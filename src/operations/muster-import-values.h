/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-import-options.h"

/** MusterImportValue: one of the texts that a column has. @text: the sheet’s. */
typedef struct
{
  const char *text;
  guint count; /* rows */
} MusterImportValue;

/**
 * muster_import_values_list:
 *
 * Returns: (transfer full) (element-type MusterImportValue): the texts of a column of roles or standing, each once, those of most rows first; good as long
 * as @sheet. At most 100: a column with more is none of those. Never a social security number. Goes through all rows.
 */
GArray *muster_import_values_list (MusterSheet *sheet, guint column);
/** Whether @text can be read as @field by itself, without a word on what the sender means by it. */
gboolean muster_import_value_is_plain (MusterImportField field, const char *text);
/** Whether @text can be read as @field by @options: by itself, or because somebody has said what it means. */
gboolean muster_import_value_is_understood (const MusterImportOptions *options, MusterImportField field, const char *text);
