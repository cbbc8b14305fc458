/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-ods-reader.h"

#include <string.h>

#include "documents/muster-ods-cell.h"
#include "documents/muster-xml-reader.h"

#define CONTENT "content.xml"

/* Where a reading of the content is: once for the sheets, once more for their rows. */
typedef struct
{
  MusterWorkbookSink *sink;
  gboolean is_for_rows;
  gboolean is_in_spreadsheet;
  GHashTable *hidden; /* styles of tables that are not shown */
  char *style;
  guint depth;   /* of tables */
  guint ignored; /* depth inside of what is no table, such as a comment */
  int sheet;
  gboolean is_wanted; /* the sheet */
  guint row;          /* from 1 */
  guint repeated;
  gboolean is_in_row;
  guint column;    /* from 0 */
  guint cell_depth; /* inside of a cell, itself included; 0: in none */
  MusterOdsCell cell;
  GString *text;
} Reading;

static gboolean
is_ignored (const char *name)
{
  static const char *const names[] = { "annotation", "shapes", "tracked-changes", "dde-links", "forms", "ruby-text", "note", "frame", "custom-shape", "g", "control", NULL };

  return g_strv_contains (names, name);
}

static void
start_style (Reading *reading, const char *name, const char **attributes)
{
  if (strcmp (name, "style") == 0)
    {
      g_free (reading->style);
      reading->style = g_strdup (muster_xml_get (attributes, NULL, "name"));
    }
  else if (strcmp (name, "table-properties") == 0 && reading->style != NULL && g_strcmp0 (muster_xml_get (attributes, NULL, "display"), "false") == 0)
    g_hash_table_add (reading->hidden, g_strdup (reading->style));
}

static gboolean
start_table (Reading *reading, const char **attributes, GError **error)
{
  const char *name = muster_xml_get (attributes, NULL, "name");
  const char *style = muster_xml_get (attributes, NULL, "style-name");

  reading->depth++;
  if (reading->depth > 1)
    return TRUE;
  reading->sheet++;
  reading->row = 1;
  if (!reading->is_for_rows)
    return muster_workbook_sink_add_sheet (reading->sink, name != NULL ? name : "", style != NULL && g_hash_table_contains (reading->hidden, style), error);
  reading->is_wanted = muster_workbook_sink_begin_table (reading->sink, reading->sheet);
  return TRUE;
}

static void
start_row (Reading *reading, const char **attributes)
{
  const char *visibility = muster_xml_get (attributes, NULL, "visibility");

  reading->repeated = muster_xml_to_number (muster_xml_get (attributes, NULL, "number-rows-repeated"), 1, MUSTER_WORKBOOK_MAX_ROW);
  reading->is_in_row = TRUE;
  reading->column = 0;
  muster_workbook_sink_begin_row (reading->sink);
  /* “collapse”, and “filter” where a filter does it */
  if (visibility != NULL && strcmp (visibility, "visible") != 0)
    muster_workbook_sink_hide_row (reading->sink);
}

static void
start_in_cell (Reading *reading, const char *name, const char **attributes)
{
  reading->cell_depth++;
  if (strcmp (name, "p") == 0 && reading->cell_depth == 2)
    muster_ods_cell_start_paragraph (&reading->cell);
  else if (strcmp (name, "s") == 0)
    muster_ods_cell_append_letters (&reading->cell, ' ', muster_xml_to_number (muster_xml_get (attributes, NULL, "c"), 1, MUSTER_WORKBOOK_MAX_CELL + 1));
  else if (strcmp (name, "tab") == 0)
    muster_ods_cell_append_letters (&reading->cell, '\t', 1);
  else if (strcmp (name, "line-break") == 0)
    muster_ods_cell_append_letters (&reading->cell, '\n', 1);
}

static void
start_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;
  gboolean is_covered = strcmp (name, "covered-table-cell") == 0;
  g_autoptr (GError) problem = NULL;

  if (reading->ignored > 0 || (reading->is_in_spreadsheet && is_ignored (name)))
    reading->ignored++;
  else if (reading->cell_depth > 0)
    start_in_cell (reading, name, attributes);
  else if (strcmp (name, "spreadsheet") == 0)
    reading->is_in_spreadsheet = TRUE;
  else if (!reading->is_in_spreadsheet)
    start_style (reading, name, attributes);
  else if (strcmp (name, "table") == 0)
    muster_xml_reader_fail_unless (reader, start_table (reading, attributes, &problem), &problem);
  else if (!reading->is_wanted || reading->depth != 1)
    return;
  else if (strcmp (name, "table-row") == 0)
    start_row (reading, attributes);
  else if (reading->is_in_row && (is_covered || strcmp (name, "table-cell") == 0))
    {
      reading->cell_depth = 1;
      muster_ods_cell_start (&reading->cell, is_covered, attributes);
    }
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  g_string_truncate (reading->text, 0);
  muster_ods_cell_finish (&reading->cell, reading->text);
  for (guint i = 0; i < reading->cell.repeated && reading->text->len > 0; i++)
    if (!muster_workbook_sink_set_cell (reading->sink, reading->row, reading->column + i, reading->text->str, reading->text->len, error))
      return FALSE;
  reading->column = MIN (reading->column + reading->cell.repeated, MUSTER_WORKBOOK_MAX_ROW);
  return TRUE;
}

static gboolean
end_row (Reading *reading, GError **error)
{
  reading->is_in_row = FALSE;
  for (guint i = 0; i < reading->repeated && muster_workbook_sink_has_cells (reading->sink); i++)
    if (!muster_workbook_sink_end_row (reading->sink, reading->row + i, error))
      return FALSE;
  reading->row = MIN (reading->row + reading->repeated, MUSTER_WORKBOOK_MAX_ROW + 1);
  /* What is left of the sheet need not be taken apart. */
  reading->is_wanted = !muster_workbook_sink_has_enough (reading->sink);
  return TRUE;
}

static void
end_cb (MusterXmlReader *reader, const char *name, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) problem = NULL;

  if (reading->ignored > 0)
    reading->ignored--;
  else if (reading->cell_depth > 1)
    reading->cell_depth--;
  else if (reading->cell_depth == 1)
    {
      reading->cell_depth = 0;
      muster_xml_reader_fail_unless (reader, end_cell (reading, &problem), &problem);
    }
  else if (reading->is_in_row && strcmp (name, "table-row") == 0)
    muster_xml_reader_fail_unless (reader, end_row (reading, &problem), &problem);
  else if (reading->depth > 0 && strcmp (name, "table") == 0)
    {
      reading->depth--;
      reading->is_wanted = reading->is_wanted && reading->depth > 0;
    }
}

static void
text_cb (MusterXmlReader *reader, const char *text, gsize length, gpointer data)
{
  Reading *reading = data;

  if (reading->cell_depth > 1 && reading->ignored == 0)
    muster_ods_cell_append (&reading->cell, text, length);
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  Reading *reading = data;

  if (reading->is_for_rows)
    muster_workbook_sink_report (reading->sink, done, total);
}

static gboolean
read_content (Reading *reading, MusterZipReader *zip, gboolean is_for_rows, GError **error)
{
  static const MusterXmlHandlers handlers = { start_cb, end_cb, text_cb, progress_cb };

  reading->is_for_rows = is_for_rows;
  reading->is_in_spreadsheet = FALSE;
  reading->sheet = -1;
  reading->depth = reading->ignored = 0;
  return muster_xml_read (zip, CONTENT, &handlers, reading, error);
}

gboolean
muster_ods_read (MusterZipReader *zip, MusterWorkbookSink *sink, GError **error)
{
  Reading reading = { sink };
  gboolean ok;

  reading.hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.text = g_string_new (NULL);
  muster_ods_cell_init (&reading.cell);
  ok = read_content (&reading, zip, FALSE, error) && muster_workbook_sink_end_sheets (sink, error) && read_content (&reading, zip, TRUE, error);
  muster_ods_cell_clear (&reading.cell);
  g_string_free (reading.text, TRUE);
  g_hash_table_unref (reading.hidden);
  g_free (reading.style);
  return ok;
}
