/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-line.h"

#include "domain/muster-date.h"
#include "gui/muster-gui-text.h"

struct _MusterReportLine
{
  GObject parent_instance;

  MusterReport *report;
  guint row;
};

G_DEFINE_FINAL_TYPE (MusterReportLine, muster_report_line, G_TYPE_OBJECT)

static const MusterReportRow *
get_row (MusterReportLine *self)
{
  return self->report->rows->pdata[self->row];
}

static MusterReportCellKind
get_kind (MusterReportLine *self, guint column)
{
  return g_array_index (self->report->columns, MusterReportColumn, column).kind;
}

static void
muster_report_line_finalize (GObject *object)
{
  muster_report_unref (MUSTER_REPORT_LINE (object)->report);
  G_OBJECT_CLASS (muster_report_line_parent_class)->finalize (object);
}

static void
muster_report_line_class_init (MusterReportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_report_line_finalize;
}

static void
muster_report_line_init (MusterReportLine *self)
{
}

MusterReportLine *
muster_report_line_new (MusterReport *report, guint row)
{
  MusterReportLine *self = g_object_new (MUSTER_TYPE_REPORT_LINE, NULL);

  self->report = muster_report_ref (report);
  self->row = row;
  return self;
}

gint64
muster_report_line_get_id (MusterReportLine *self)
{
  return get_row (self)->id;
}

char *
muster_report_line_dup_text (MusterReportLine *self, guint column)
{
  const char *text = get_row (self)->cells[column].text;
  GDate day;

  if (text == NULL)
    return g_strdup ("");
  if (get_kind (self, column) == MUSTER_REPORT_DAY && muster_date_parse_iso (text, &day, NULL))
    return muster_gui_text_dup_date (&day);
  return g_strdup (text);
}

int
muster_report_line_compare (MusterReportLine *a, MusterReportLine *b, guint column)
{
  const char *first = get_row (a)->cells[column].text, *second = get_row (b)->cells[column].text;

  if (first == NULL || second == NULL)
    return (first != NULL) - (second != NULL);
  if (get_kind (a, column) != MUSTER_REPORT_NUMBER)
    return g_utf8_collate (first, second);
  return g_ascii_strtoll (first, NULL, 10) < g_ascii_strtoll (second, NULL, 10) ? -1 : g_ascii_strtoll (first, NULL, 10) > g_ascii_strtoll (second, NULL, 10);
}
