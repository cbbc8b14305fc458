/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * MusterSheet: a table as read from a file: text cells in rows. One block of memory with offsets into it, so that 100,000 rows of 20 columns
 * cost little more than the file. Immutable once read; may be shared between threads.
 */
typedef struct _MusterSheet MusterSheet;

MusterSheet *muster_sheet_ref (MusterSheet *sheet);
void muster_sheet_unref (MusterSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSheet, muster_sheet_unref)

guint muster_sheet_get_n_rows (MusterSheet *sheet); /* data rows: without header, titles above it and blank rows */
guint muster_sheet_get_n_columns (MusterSheet *sheet);
/** Returns: (transfer none): as written; "" where the header is blank. */
const char *muster_sheet_get_header (MusterSheet *sheet, guint column);
/** Sets @cells (n_columns entries, "" where the row is shorter) for a row. */
void muster_sheet_get_row (MusterSheet *sheet, guint row, const char **cells);
/** Returns: the line of the file where the row begins, from 1; of a workbook, the number of the sheet's row. */
guint muster_sheet_get_line (MusterSheet *sheet, guint row);
/** Whether the row has more cells than the header; see muster_sheet_get_surplus(). */
gboolean muster_sheet_is_ragged (MusterSheet *sheet, guint row);
/** Returns: (transfer none) (nullable): the cell that is @i beyond the header's last, from 0; %NULL: the row has none. */
const char *muster_sheet_get_surplus (MusterSheet *sheet, guint row, guint i);
guint muster_sheet_get_header_line (MusterSheet *sheet); /* 0: the file has no header */

/* What was found out about the file. */
const char *muster_sheet_get_file_name (MusterSheet *sheet);
guint64 muster_sheet_get_file_size (MusterSheet *sheet);
const char *muster_sheet_get_file_hash (MusterSheet *sheet); /* SHA-256, hex */
const char *muster_sheet_get_encoding (MusterSheet *sheet);  /* "UTF-8", "UTF-8 with BOM", "UTF-16LE", "UTF-16BE", "Windows-1252", "CP850", "Mac-Roman" */
/** Returns: (transfer none) (nullable): the encoding that the file rather seems to be in: as it was read, there are odd signs within words. Nobody has said which it is. */
const char *muster_sheet_get_likely_encoding (MusterSheet *sheet);
char muster_sheet_get_delimiter (MusterSheet *sheet);        /* ',', ';', '\t', '|'; '\0': a workbook */
guint muster_sheet_get_n_blank_rows (MusterSheet *sheet);
/** How many rows have more cells than the header. */
guint muster_sheet_get_n_ragged_rows (MusterSheet *sheet);
/** Returns: how many rows under the header a workbook does not show; they are read as the others are. */
guint muster_sheet_get_n_hidden_rows (MusterSheet *sheet);
/** Whether the sheet is one that the workbook does not show. */
gboolean muster_sheet_is_hidden (MusterSheet *sheet);

/** Returns: "csv", "tsv", "xlsx", "ods", "xls"; "text": it was pasted. */
const char *muster_sheet_get_kind (MusterSheet *sheet);
/** Returns: (transfer none) (nullable): the names of all sheets of a workbook, %NULL-terminated; %NULL: it is none. */
const char *const *muster_sheet_get_sheet_names (MusterSheet *sheet);
/** Returns: (transfer none) (nullable): the sheet of the workbook that this is. */
const char *muster_sheet_get_sheet_name (MusterSheet *sheet);

/** Returns: how many rows are kept as they stand at the top of the file, titles, header and blank rows too, for choosing the header: at most 20. */
guint muster_sheet_get_n_top_rows (MusterSheet *sheet);
/** Returns: (transfer none): the cells of such a row, %NULL-terminated, up to the last that is not empty; @line, if given, is set to its line. */
const char *const *muster_sheet_get_top_row (MusterSheet *sheet, guint i, guint *line);
