/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * MusterXlsxWriter: writes a workbook of one sheet, beside its place and renamed into it (0600) when finished. Every cell is text, so that no
 * identifier loses a digit and nothing is run; the first row is the header: bold, always in sight, with filters. %NULL is an empty cell.
 *
 * The library keeps unpacked parts in files without a name in the folder of the workbook, which are gone with the program; nothing is
 * written elsewhere. What must not lie on a disk in clear goes into a MusterZipWriter as CSV.
 */
typedef struct _MusterXlsxWriter MusterXlsxWriter;

/** @title: what the sheet is called; what a sheet's name cannot have is left out. */
MusterXlsxWriter *muster_xlsx_writer_new (const char *path, const char *title, GError **error);
void muster_xlsx_writer_add (MusterXlsxWriter *writer, const char *const *cells, guint n_cells);
/** What went wrong since the beginning is said here: MUSTER_ERROR_STORAGE, or MUSTER_ERROR_RULE for what no workbook can hold (its rows, its columns, the length of a cell). */
gboolean muster_xlsx_writer_finish (MusterXlsxWriter *writer, GError **error);
/** Without finish the file is not made. */
void muster_xlsx_writer_free (MusterXlsxWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterXlsxWriter, muster_xlsx_writer_free)
