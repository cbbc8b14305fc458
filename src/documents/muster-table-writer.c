/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-table-writer.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-csv-writer.h"
#include "documents/muster-xlsx-writer.h"
#include "documents/muster-zip-writer.h"
#include "domain/muster-error.h"

struct _MusterTableWriter
{
  MusterTableFormat format;
  MusterCsvWriter *csv;
  MusterXlsxWriter *xlsx;
  char *path;
  char *passphrase;
};

/* “roster.zip” holds “roster.csv”. */
static char *
make_member_name (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *ending = strrchr (name, '.');

  if (ending != NULL && ending > name)
    *ending = '\0';
  return g_strconcat (name, ".csv", NULL);
}

static gboolean
open_writer (MusterTableWriter *writer, const char *title, GError **error)
{
  if (writer->format == MUSTER_TABLE_XLSX)
    return (writer->xlsx = muster_xlsx_writer_new (writer->path, title, error)) != NULL;
  if (writer->format == MUSTER_TABLE_CSV)
    return (writer->csv = muster_csv_writer_new (writer->path, error)) != NULL;
  writer->csv = muster_csv_writer_new_in_memory ();
  return TRUE;
}

MusterTableWriter *
muster_table_writer_new (MusterTableFormat format, const char *path, const char *title, const char *passphrase, GError **error)
{
  g_autoptr (MusterTableWriter) writer = g_new0 (MusterTableWriter, 1);

  writer->format = format;
  writer->path = g_strdup (path);
  writer->passphrase = g_strdup (passphrase != NULL ? passphrase : "");
  return open_writer (writer, title, error) ? g_steal_pointer (&writer) : NULL;
}

void
muster_table_writer_add (MusterTableWriter *writer, const char *const *cells, guint n_cells)
{
  if (writer->xlsx != NULL)
    muster_xlsx_writer_add (writer->xlsx, cells, n_cells);
  else
    muster_csv_writer_add (writer->csv, cells, n_cells);
}

gboolean
muster_table_writer_finish (MusterTableWriter *writer, GError **error)
{
  g_autofree char *member = NULL;
  g_autoptr (GBytes) content = NULL;

  if (writer->format == MUSTER_TABLE_XLSX)
    return muster_xlsx_writer_finish (writer->xlsx, error);
  if (writer->format == MUSTER_TABLE_CSV)
    return muster_csv_writer_finish (writer->csv, error);
  member = make_member_name (writer->path);
  content = muster_csv_writer_finish_bytes (writer->csv);
  return muster_zip_writer_write (writer->path, member, content, writer->passphrase, error);
}

void
muster_table_writer_free (MusterTableWriter *writer)
{
  if (writer == NULL)
    return;
  muster_csv_writer_free (writer->csv);
  muster_xlsx_writer_free (writer->xlsx);
  g_free (writer->path);
  g_free (writer->passphrase);
  g_free (writer);
}
