/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** MusterCsvWriter: writes UTF-8 CSV with CRLF (RFC 4180), beside and renamed into place (0600) when finished. Cells that begin with = + - @ TAB or CR are defused with a leading apostrophe unless the row is added verbatim; %NULL is an empty cell. */
typedef struct _MusterCsvWriter MusterCsvWriter;
MusterCsvWriter *muster_csv_writer_new (const char *path, GError **error);
void muster_csv_writer_add (MusterCsvWriter *writer, const char *const *cells, guint n_cells);
/** The same for a row whose cells stay as they are: what a person is to correct and read in again. */
void muster_csv_writer_add_verbatim (MusterCsvWriter *writer, const char *const *cells, guint n_cells);
/** What went wrong since the beginning is said here: MUSTER_ERROR_STORAGE. */
gboolean muster_csv_writer_finish (MusterCsvWriter *writer, GError **error);
/** Without finish the file is not made. */
void muster_csv_writer_free (MusterCsvWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCsvWriter, muster_csv_writer_free)
