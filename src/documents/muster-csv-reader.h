/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"

/* Bounds: what a roster can never need, so that a hostile file ends in a sentence and not in swapping. */
#define MUSTER_CSV_MAX_FILE (512 * 1024 * 1024)
#define MUSTER_CSV_MAX_CELL (64 * 1024)
#define MUSTER_CSV_MAX_COLUMNS 500
#define MUSTER_CSV_MAX_ROWS (5 * 1000 * 1000)

/** MusterHeaderScore: whether a row of cells looks like the header (more known words than another); given by the caller, so that documents/ knows no field. */
typedef guint (*MusterHeaderScore) (const char *const *cells, guint n_cells, gpointer user_data);

/**
 * muster_csv_read:
 * @path: the file
 * @score: how many of the cells of a row are known headers; among the first 20 rows the best scoring is the header
 *
 * Reads CSV in any of the encodings, delimiters and line ends of domain.md "Real roster files". Streams: never holds the raw file besides the cells.
 * MUSTER_ERROR_INPUT with its own message each: cannot be opened, empty, binary (what it seems to be: a ZIP/XLSX, PDF, image), no header found, two identical
 * headers, too many columns or rows, a cell too long (with its line), the file too large, a quote never closed (with its line).
 */
MusterSheet *muster_csv_read (const char *path, MusterHeaderScore score, gpointer user_data, GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error);
