/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "documents/muster-xlsx-reader.h"
#include "documents/muster-xml-reader.h"

/* What a cell's type makes of its value (ECMA-376 part 1, 18.18.11). */
typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_TEXT, /* of a formula, or an error */
  CELL_INLINE,
  CELL_BOOLEAN,
  CELL_DATE,
} CellType;

typedef struct
{
  MusterXlsxBook *book;
  guint row;    /* from 1 */
  guint column; /* from 0 */
  CellType type;
  guint style;
  gboolean is_in_cell;
  gboolean is_in_text;  /* of <v>, or of <t> in a cell that holds its text itself */
  guint pronunciation;  /* inside of <rPh> */
  GString *written;
  GString *text;
} Reading;

/* A letter may be written as seven. */
#define MAX_WRITTEN (MUSTER_WORKBOOK_MAX_CELL * 7 + 1)

static CellType
get_type (const char *type)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = { { "s", CELL_SHARED }, { "str", CELL_TEXT }, { "e", CELL_TEXT }, { "inlineStr", CELL_INLINE }, { "b", CELL_BOOLEAN }, { "d", CELL_DATE } };

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].name) == 0)
      return types[i].type;
  return CELL_NUMBER;
}

/* “BC12”: column 54. Where it is left out, the cell is beside the last. */
static guint
get_column (const char *reference, guint fallback)
{
  guint column = 0;

  if (reference == NULL || !g_ascii_isalpha (*reference))
    return fallback;
  for (; g_ascii_isalpha (*reference) && column < 1000000; reference++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
  return column - 1;
}

static void
start_cell (Reading *reading, const char **attributes)
{
  reading->column = get_column (muster_xml_get (attributes, NULL, "r"), reading->column + 1);
  reading->type = get_type (muster_xml_get (attributes, NULL, "t"));
  reading->style = muster_xml_to_number (muster_xml_get (attributes, NULL, "s"), 0, G_MAXINT);
  reading->is_in_cell = TRUE;
  g_string_truncate (reading->written, 0);
}

static gboolean
is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

static void
start_cb (MusterXmlReader *reader, const char *name, const char **attributes, gpointer data)
{
  Reading *reading = data;

  if (strcmp (name, "c") == 0)
    start_cell (reading, attributes);
  else if (strcmp (name, "v") == 0)
    reading->is_in_text = reading->is_in_cell && reading->type != CELL_INLINE;
  else if (strcmp (name, "t") == 0)
    reading->is_in_text = reading->is_in_cell && reading->type == CELL_INLINE && reading->pronunciation == 0;
  else if (strcmp (name, "rPh") == 0)
    reading->pronunciation++;
  else if (strcmp (name, "row") == 0)
    {
      reading->row = muster_xml_to_number (muster_xml_get (attributes, NULL, "r"), reading->row + 1, MUSTER_WORKBOOK_MAX_ROW + 1);
      reading->column = G_MAXUINT;
      muster_workbook_sink_begin_row (reading->book->sink);
      if (is_true (muster_xml_get (attributes, NULL, "hidden")))
        muster_workbook_sink_hide_row (reading->book->sink);
    }
}

static void
append_number (Reading *reading)
{
  char *end;
  double value = g_ascii_strtod (reading->written->str, &end);

  if (end == reading->written->str || *end != '\0')
    g_string_append (reading->text, reading->written->str);
  else
    muster_number_append (reading->text, value, reading->written->str, muster_number_styles_get (&reading->book->styles, reading->style), reading->book->is_1904);
}

/* “2024-03-01T00:00:00” */
static void
append_date (Reading *reading)
{
  char *clock = strchr (reading->written->str, 'T');

  g_string_append_len (reading->text, reading->written->str, clock != NULL ? clock - reading->written->str : reading->written->len);
  if (clock != NULL && strpbrk (clock, "123456789") != NULL)
    g_string_append_printf (reading->text, " %.8s", clock + 1);
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  const char *text;
  gsize length;

  reading->is_in_cell = reading->is_in_text = FALSE;
  g_string_truncate (reading->text, 0);
  if (reading->written->len == 0)
    return TRUE;
  if (reading->type == CELL_SHARED)
    {
      text = muster_xlsx_strings_get (&reading->book->strings, muster_xml_to_number (reading->written->str, G_MAXUINT, G_MAXUINT - 1), &length);
      if (text == NULL)
        return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
      return muster_workbook_sink_set_cell (reading->book->sink, reading->row, reading->column, text, length, error);
    }
  if (reading->type == CELL_NUMBER)
    append_number (reading);
  else if (reading->type == CELL_DATE)
    append_date (reading);
  else if (reading->type == CELL_BOOLEAN)
    g_string_append (reading->text, is_true (reading->written->str) ? "TRUE" : "FALSE");
  else
    muster_xlsx_append_unescaped (reading->text, reading->written->str, reading->written->len);
  return muster_workbook_sink_set_cell (reading->book->sink, reading->row, reading->column, reading->text->str, reading->text->len, error);
}

static void
end_cb (MusterXmlReader *reader, const char *name, gpointer data)
{
  Reading *reading = data;
  g_autoptr (GError) problem = NULL;

  if (strcmp (name, "c") == 0)
    muster_xml_reader_fail_unless (reader, end_cell (reading, &problem), &problem);
  else if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    reading->is_in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    reading->pronunciation -= reading->pronunciation > 0;
  else if (strcmp (name, "row") == 0)
    muster_xml_reader_fail_unless (reader, muster_workbook_sink_end_row (reading->book->sink, reading->row, &problem), &problem);
  else if (strcmp (name, "sheetData") == 0)
    muster_xml_reader_stop (reader);
  if (muster_workbook_sink_has_enough (reading->book->sink))
    muster_xml_reader_stop (reader);
}

static void
text_cb (MusterXmlReader *reader, const char *text, gsize length, gpointer data)
{
  Reading *reading = data;

  if (reading->is_in_text)
    g_string_append_len (reading->written, text, MIN (length, MAX_WRITTEN - reading->written->len));
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  Reading *reading = data;

  muster_workbook_sink_report (reading->book->sink, done, total);
}

gboolean
muster_xlsx_sheet_read (MusterXlsxBook *book, const char *part, GError **error)
{
  static const MusterXmlHandlers handlers = { start_cb, end_cb, text_cb, progress_cb };
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { book, .written = written, .text = text };

  return muster_xml_read (book->zip, part, &handlers, &reading, error);
}
