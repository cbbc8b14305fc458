/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-report-json.h"

#include <json-glib/json-glib.h>

#include "domain/muster-date.h"

static void
add_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
begin_list (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

static void
add_moment (JsonBuilder *json, const char *key, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (time);
  g_autofree char *text = g_date_time_format_iso8601 (moment);

  add_text (json, key, text);
}

static void
add_cell (JsonBuilder *json, const MusterReportColumn *column, const MusterReportCell *cell)
{
  if (column->kind != MUSTER_REPORT_NUMBER || cell->text == NULL)
    {
      add_text (json, column->key, cell->code != NULL ? cell->code : cell->text);
      return;
    }
  json_builder_set_member_name (json, column->key);
  json_builder_add_int_value (json, g_ascii_strtoll (cell->text, NULL, 10));
}

static void
add_columns (JsonBuilder *json, const MusterReport *report)
{
  begin_list (json, "columns");
  for (guint i = 0; i < report->columns->len; i++)
    {
      const MusterReportColumn *column = &g_array_index (report->columns, MusterReportColumn, i);

      json_builder_begin_object (json);
      add_text (json, "key", column->key);
      add_text (json, "heading", column->heading);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_rows (JsonBuilder *json, const MusterReport *report)
{
  begin_list (json, "rows");
  for (guint i = 0; i < report->rows->len; i++)
    {
      const MusterReportRow *row = report->rows->pdata[i];

      json_builder_begin_object (json);
      for (guint column = 0; column < row->n_cells; column++)
        add_cell (json, &g_array_index (report->columns, MusterReportColumn, column), &row->cells[column]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_figures (JsonBuilder *json, const MusterReport *report)
{
  json_builder_set_member_name (json, "figures");
  json_builder_begin_object (json);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const MusterReportFigure *figure = report->figures->pdata[i];

      json_builder_set_member_name (json, figure->key);
      json_builder_add_int_value (json, figure->value);
    }
  json_builder_end_object (json);
}

static void
add_chart (JsonBuilder *json, const MusterReport *report)
{
  json_builder_set_member_name (json, "chart");
  json_builder_begin_object (json);
  add_text (json, "title", report->chart_title);
  begin_list (json, "bars");
  for (guint i = 0; i < report->bars->len; i++)
    {
      const MusterReportFigure *bar = report->bars->pdata[i];

      json_builder_begin_object (json);
      add_text (json, "key", bar->key);
      add_text (json, "label", bar->label);
      json_builder_set_member_name (json, "value");
      json_builder_add_int_value (json, bar->value);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_notes (JsonBuilder *json, const MusterReport *report)
{
  begin_list (json, "notes");
  for (guint i = 0; i < report->notes->len; i++)
    json_builder_add_string_value (json, report->notes->pdata[i]);
  json_builder_end_array (json);
}

static void
add_head (JsonBuilder *json, const MusterReport *report, const char *agency, gboolean is_practice)
{
  g_autofree char *as_of = muster_date_to_iso (&report->as_of), *known_on = muster_date_to_iso (&report->known_on);

  add_text (json, "report", muster_report_kind_to_code (report->kind));
  add_text (json, "title", muster_report_kind_get_title (report->kind));
  add_text (json, "agency", agency);
  add_text (json, "as_of", as_of);
  add_text (json, "known_on", known_on);
  add_moment (json, "drawn_at", report->drawn_at);
  json_builder_set_member_name (json, "practice");
  json_builder_add_boolean_value (json, is_practice);
}

GBytes *
muster_report_json_make (const MusterReport *report, const char *agency, gboolean is_practice)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (json);
  add_head (json, report, agency, is_practice);
  add_columns (json, report);
  add_rows (json, report);
  add_figures (json, report);
  add_chart (json, report);
  add_notes (json, report);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (g_strconcat (text, "\n", NULL), strlen (text) + 1);
}
