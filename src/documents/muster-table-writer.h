/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/** MusterTableFormat: in what a table is given out. */
typedef enum
{
  MUSTER_TABLE_CSV,
  MUSTER_TABLE_XLSX,
  MUSTER_TABLE_ZIP, /* CSV in an encrypted ZIP file */
} MusterTableFormat;

/** MusterTableWriter: writes a table in any of the formats; see MusterCsvWriter, MusterXlsxWriter and muster_zip_writer_write(). */
typedef struct _MusterTableWriter MusterTableWriter;

/** @title: what a sheet is called; @passphrase: (nullable): needed for MUSTER_TABLE_ZIP. */
MusterTableWriter *muster_table_writer_new (MusterTableFormat format, const char *path, const char *title, const char *passphrase, GError **error);
/** The first row is the header. %NULL is an empty cell. */
void muster_table_writer_add (MusterTableWriter *writer, const char *const *cells, guint n_cells);
/** What went wrong since the beginning is said here. */
gboolean muster_table_writer_finish (MusterTableWriter *writer, GError **error);
/** Without finish the file is not made. */
void muster_table_writer_free (MusterTableWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterTableWriter, muster_table_writer_free)
