/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet.h"

/** Whether a file that begins like this may be a workbook: a ZIP file, or an old Office file. */
gboolean muster_workbook_is_one (const guint8 *bytes, gsize length);

/**
 * muster_workbook_read:
 * @descriptor: the file, open for reading, which stays the caller's
 * @choices: what a person said about it
 *
 * Reads XLSX, ODS and XLS, as muster_sheet_read() says. A program of its own takes the workbook apart, with little memory, time and nothing else
 * to touch; cancelling ends it. Inside of documents/ only.
 */
MusterSheet *muster_workbook_read (int descriptor, const char *name, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data,
                                   GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error);
