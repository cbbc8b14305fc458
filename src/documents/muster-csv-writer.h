/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * MusterCsvWriter: writes UTF-8 CSV with CRLF (RFC 4180): beside its place and renamed into it (0600) when finished, or into memory. Cells that begin with
 * = + - @ TAB CR or LF have an apostrophe before it, so that no spreadsheet runs them; muster_sheet_read() takes it off again. %NULL is an empty cell.
 */
typedef struct _MusterCsvWriter MusterCsvWriter;
MusterCsvWriter *muster_csv_writer_new (const char *path, GError **error);
MusterCsvWriter *muster_csv_writer_new_in_memory (void);
void muster_csv_writer_add (MusterCsvWriter *writer, const char *const *cells, guint n_cells);
/** What went wrong since the beginning is said here: MUSTER_ERROR_STORAGE. */
gboolean muster_csv_writer_finish (MusterCsvWriter *writer, GError **error);
/** Returns: (transfer full): what a writer in memory wrote. */
GBytes *muster_csv_writer_finish_bytes (MusterCsvWriter *writer);
/** Without finish the file is not made. */
void muster_csv_writer_free (MusterCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCsvWriter, muster_csv_writer_free)
