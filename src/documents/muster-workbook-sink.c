/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-workbook-sink.h"

#include <string.h>

#define FLUSH_AT (64 * 1024)

typedef struct
{
  guint offset;
  guint length;
} Cell;

struct _MusterWorkbookSink
{
  MusterWorkbookWrite write;
  gpointer user_data;
  GByteArray *out;
  gboolean is_refused;
  char *wanted;
  guint n_sheets;
  int wanted_index; /* -1: none was asked for, or it is not there */
  guint n_rows;     /* of the sheet */
  guint last_row;
  guint64 n_told; /* bytes of rows */
  guint thousandths;
  GString *text; /* of the row */
  Cell cells[MUSTER_WORKBOOK_MAX_COLUMNS];
  guint n_cells; /* up to the last that is not empty */
  gboolean is_row_hidden;
};

G_DEFINE_QUARK (muster-workbook-error-quark, muster_workbook_error)

gboolean
muster_workbook_fail (GError **error, MusterWorkbookProblem problem, const char *place)
{
  g_set_error_literal (error, MUSTER_WORKBOOK_ERROR, problem, place != NULL ? place : "");
  return FALSE;
}

gboolean
muster_workbook_fail_at (GError **error, MusterWorkbookProblem problem, guint row, guint column)
{
  char letters[8];
  guint at = sizeof letters - 1;

  letters[at] = '\0';
  for (guint left = column + 1; left > 0 && at > 0; left = (left - 1) / 26)
    letters[--at] = 'A' + (left - 1) % 26;
  g_set_error (error, MUSTER_WORKBOOK_ERROR, problem, "%s%u", letters + at, row);
  return FALSE;
}

static void
flush (MusterWorkbookSink *sink)
{
  if (!sink->is_refused && sink->out->len > 0)
    sink->is_refused = !sink->write (sink->out->data, sink->out->len, sink->user_data);
  g_byte_array_set_size (sink->out, 0);
}

static void
append_number (GByteArray *out, guint32 number)
{
  const guint8 bytes[] = { number, number >> 8, number >> 16, number >> 24 };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
begin_frame (MusterWorkbookSink *sink, MusterWorkbookFrame type, gsize length)
{
  const guint8 byte = type;

  if (sink->out->len >= FLUSH_AT)
    flush (sink);
  g_byte_array_append (sink->out, &byte, 1);
  append_number (sink->out, length);
}

static void
append_text (MusterWorkbookSink *sink, const char *text)
{
  g_byte_array_append (sink->out, (const guint8 *) text, strlen (text));
}

MusterWorkbookSink *
muster_workbook_sink_new (const char *wanted, MusterWorkbookWrite write, gpointer user_data)
{
  MusterWorkbookSink *sink = g_new0 (MusterWorkbookSink, 1);

  sink->write = write;
  sink->user_data = user_data;
  sink->wanted = g_strdup (wanted);
  sink->wanted_index = -1;
  sink->out = g_byte_array_sized_new (FLUSH_AT * 2);
  sink->text = g_string_sized_new (4096);
  return sink;
}

void
muster_workbook_sink_free (MusterWorkbookSink *sink)
{
  if (sink == NULL)
    return;
  g_byte_array_unref (sink->out);
  g_string_free (sink->text, TRUE);
  g_free (sink->wanted);
  g_free (sink);
}

void
muster_workbook_sink_set_kind (MusterWorkbookSink *sink, const char *kind)
{
  begin_frame (sink, MUSTER_WORKBOOK_KIND, strlen (kind));
  append_text (sink, kind);
}

gboolean
muster_workbook_sink_add_sheet (MusterWorkbookSink *sink, const char *name, gboolean is_hidden, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  const guint8 hidden = is_hidden;

  if (sink->n_sheets == MUSTER_WORKBOOK_MAX_SHEETS || strlen (valid) > MUSTER_WORKBOOK_MAX_NAME)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
  if (sink->wanted_index < 0 && g_strcmp0 (sink->wanted, valid) == 0)
    sink->wanted_index = sink->n_sheets;
  begin_frame (sink, MUSTER_WORKBOOK_SHEET, 1 + strlen (valid));
  g_byte_array_append (sink->out, &hidden, 1);
  append_text (sink, valid);
  sink->n_sheets++;
  return TRUE;
}

gboolean
muster_workbook_sink_end_sheets (MusterWorkbookSink *sink, GError **error)
{
  if (sink->wanted != NULL && sink->wanted_index < 0)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_NO_SUCH_SHEET, NULL);
  return TRUE;
}

gboolean
muster_workbook_sink_begin_table (MusterWorkbookSink *sink, guint index)
{
  if (sink->wanted != NULL && index != sink->wanted_index)
    return FALSE;
  begin_frame (sink, MUSTER_WORKBOOK_TABLE, 4);
  append_number (sink->out, index);
  sink->n_rows = sink->last_row = 0;
  return TRUE;
}

gboolean
muster_workbook_sink_has_enough (MusterWorkbookSink *sink)
{
  return sink->wanted == NULL && sink->n_sheets > 1 && sink->n_rows == MUSTER_WORKBOOK_SURVEY_ROWS;
}

void
muster_workbook_sink_begin_row (MusterWorkbookSink *sink)
{
  g_string_truncate (sink->text, 0);
  sink->n_cells = 0;
  sink->is_row_hidden = FALSE;
}

void
muster_workbook_sink_hide_row (MusterWorkbookSink *sink)
{
  sink->is_row_hidden = TRUE;
}

gboolean
muster_workbook_sink_set_cell (MusterWorkbookSink *sink, guint number, guint column, const char *text, gsize length, GError **error)
{
  g_autofree char *valid = NULL;

  if (length == 0)
    return TRUE;
  if (!g_utf8_validate_len (text, length, NULL))
    {
      valid = g_utf8_make_valid (text, length);
      text = valid;
      length = strlen (valid);
    }
  if (length > MUSTER_WORKBOOK_MAX_CELL)
    return muster_workbook_fail_at (error, MUSTER_WORKBOOK_LONG_CELL, number, column);
  if (column >= MUSTER_WORKBOOK_MAX_COLUMNS)
    {
      g_set_error (error, MUSTER_WORKBOOK_ERROR, MUSTER_WORKBOOK_WIDE_ROW, "%u", number);
      return FALSE;
    }
  while (sink->n_cells <= column)
    sink->cells[sink->n_cells++] = (Cell) { 0, 0 };
  sink->cells[column] = (Cell) { sink->text->len, length };
  g_string_append_len (sink->text, text, length);
  return TRUE;
}

gboolean
muster_workbook_sink_has_cells (MusterWorkbookSink *sink)
{
  return sink->n_cells > 0;
}

gboolean
muster_workbook_sink_end_row (MusterWorkbookSink *sink, guint number, GError **error)
{
  gsize length = 4 + (gsize) sink->n_cells * 4;

  if (number <= sink->last_row || number > MUSTER_WORKBOOK_MAX_ROW)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
  sink->last_row = number;
  if (sink->n_cells == 0 || muster_workbook_sink_has_enough (sink))
    return TRUE;
  for (guint i = 0; i < sink->n_cells; i++)
    length += sink->cells[i].length;
  sink->n_rows++;
  sink->n_told += length;
  if (sink->n_told > MUSTER_WORKBOOK_MAX_TEXT)
    return muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
  if (sink->is_row_hidden)
    {
      begin_frame (sink, MUSTER_WORKBOOK_HIDDEN, 4);
      append_number (sink->out, number);
    }
  begin_frame (sink, MUSTER_WORKBOOK_ROW, length);
  append_number (sink->out, number);
  for (guint i = 0; i < sink->n_cells; i++)
    {
      append_number (sink->out, sink->cells[i].length);
      g_byte_array_append (sink->out, (const guint8 *) sink->text->str + sink->cells[i].offset, sink->cells[i].length);
    }
  /* Nobody takes it: there is nobody to say it to either. */
  return !sink->is_refused || muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
}

void
muster_workbook_sink_report (MusterWorkbookSink *sink, guint64 done, guint64 total)
{
  guint thousandths = total == 0 ? 0 : MIN (done * 1000 / total, 1000);

  if (thousandths <= sink->thousandths || (sink->wanted == NULL && sink->n_sheets > 1))
    return;
  sink->thousandths = thousandths;
  begin_frame (sink, MUSTER_WORKBOOK_PROGRESS, 4);
  append_number (sink->out, thousandths);
}

gboolean
muster_workbook_sink_end (MusterWorkbookSink *sink, const GError *problem)
{
  if (problem == NULL)
    begin_frame (sink, MUSTER_WORKBOOK_END, 0);
  else
    {
      begin_frame (sink, MUSTER_WORKBOOK_PROBLEM, 4 + strlen (problem->message));
      append_number (sink->out, problem->code);
      append_text (sink, problem->message);
    }
  flush (sink);
  return !sink->is_refused;
}
