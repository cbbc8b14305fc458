/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-export.h"

static void
add_header (MusterTableWriter *writer, const MusterReport *report, gboolean is_practice)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < report->columns->len; i++)
    g_ptr_array_add (cells, (gpointer) g_array_index (report->columns, MusterReportColumn, i).heading);
  g_ptr_array_add (cells, _("As of"));
  if (g_date_valid (&report->known_on))
    g_ptr_array_add (cells, _("As known on"));
  if (is_practice)
    g_ptr_array_add (cells, (gpointer) MUSTER_EXPORT_PRACTICE_HEADER);
  muster_table_writer_add (writer, (const char *const *) cells->pdata, cells->len);
}

static void
add_rows (MusterTableWriter *writer, const MusterReport *report, gboolean is_practice)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *as_of = muster_date_to_iso (&report->as_of), *known_on = muster_date_to_iso (&report->known_on);

  for (guint i = 0; i < report->rows->len; i++)
    {
      const MusterReportRow *row = report->rows->pdata[i];

      g_ptr_array_set_size (cells, 0);
      for (guint column = 0; column < row->n_cells; column++)
        g_ptr_array_add (cells, row->cells[column].text);
      g_ptr_array_add (cells, as_of);
      if (known_on != NULL)
        g_ptr_array_add (cells, known_on);
      if (is_practice)
        g_ptr_array_add (cells, (gpointer) MUSTER_EXPORT_PRACTICE_CELL);
      muster_table_writer_add (writer, (const char *const *) cells->pdata, cells->len);
    }
}

gboolean
muster_report_table_write (const MusterReport *report, MusterTableFormat format, const char *path, gboolean is_practice, GError **error)
{
  g_autoptr (MusterTableWriter) writer = muster_table_writer_new (format, path, muster_report_kind_get_title (report->kind), NULL, error);

  if (writer == NULL)
    return FALSE;
  add_header (writer, report, is_practice);
  add_rows (writer, report, is_practice);
  return muster_table_writer_finish (writer, error);
}
