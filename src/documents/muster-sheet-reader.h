/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet.h"

/**
 * muster_sheet_read:
 * @path: a file of any kind: what it is its first bytes say, not its name
 * @choices: (nullable): what a person said about it; the rest is found out
 * @score: how many of the cells of a row are known headers; among the first 20 rows the best scoring is the header
 *
 * Reads CSV in any of the encodings, delimiters and line ends of domain.md "Real roster files", and workbooks (XLSX, ODS, XLS): of several sheets the
 * chosen one, else the first that looks most like a roster and is not hidden. Cells of workbooks are text: dates YYYY-MM-DD, with HH:MM:SS if a time is shown; whole
 * numbers with all their digits; TRUE and FALSE; errors such as #REF!; formulas by the value they last had. An apostrophe before = + - @, with which files are kept from being run, is left out. MUSTER_ERROR_INPUT with its own message each:
 * cannot be opened, empty, what it seems to be if it is no table (and what to do), no header found or not on the chosen line, two identical headers, too
 * many columns or rows, a cell too long (with its line), the file too large, a quote never closed (with its line). MUSTER_ERROR_INVALID for a choice there is not.
 */
MusterSheet *muster_sheet_read (const char *path, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data, GFileProgressCallback progress,
                                gpointer progress_data, GCancellable *cancellable, GError **error);

/**
 * muster_sheet_read_text:
 * @text: what was pasted: a table as spreadsheets and web pages put it on the clipboard (tabs), or lines of CSV
 * @length: its bytes, or -1
 * @title: what it is called in place of a file's name
 *
 * The same for text. Its encoding is UTF-8 whatever @choices say; size and hash are those of the text.
 */
MusterSheet *muster_sheet_read_text (const char *text, gssize length, const char *title, const MusterSheetChoices *choices, MusterHeaderScore score,
                                     gpointer score_data, GCancellable *cancellable, GError **error);
