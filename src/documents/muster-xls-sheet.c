/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-xls-reader.h"

/* They need not come in order. */
typedef struct
{
  guint16 row;
  guint16 column;
  MusterXlsPlace place;
} Cell;

typedef struct
{
  MusterXlsBook *book;
  GArray *cells; /* Cell */
  Cell formula;  /* whose text is still to come */
  gboolean has_formula;
} Reading;

static gboolean
damaged (GError **error)
{
  return muster_workbook_fail (error, MUSTER_WORKBOOK_DAMAGED, NULL);
}

static Cell
start_cell (Reading *reading, guint *style)
{
  Cell cell = { 0 };

  cell.row = muster_biff_read_16 (&reading->book->records);
  cell.column = muster_biff_read_16 (&reading->book->records);
  *style = muster_biff_read_16 (&reading->book->records);
  cell.place.offset = reading->book->text->len;
  return cell;
}

static void
add_cell (Reading *reading, Cell cell)
{
  cell.place.length = reading->book->text->len - cell.place.offset;
  g_array_append_val (reading->cells, cell);
}

static void
append_number (Reading *reading, double value, guint style)
{
  muster_number_append (reading->book->text, value, NULL, muster_number_styles_get (&reading->book->styles, style), reading->book->is_1904);
}

static void
append_error (Reading *reading, guint code)
{
  static const struct
  {
    guint code;
    const char *text;
  } errors[] = { { 0x00, "#NULL!" }, { 0x07, "#DIV/0!" }, { 0x0f, "#VALUE!" }, { 0x17, "#REF!" }, { 0x1d, "#NAME?" }, { 0x24, "#NUM!" } };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (errors[i].code == code)
      {
        g_string_append (reading->book->text, errors[i].text);
        return;
      }
  g_string_append (reading->book->text, "#N/A");
}

static void
append_truth (Reading *reading, guint value, gboolean is_error)
{
  if (is_error)
    append_error (reading, value);
  else
    g_string_append (reading->book->text, value != 0 ? "TRUE" : "FALSE");
}

/* A number for each column from the first on; the last two bytes are the last column. */
static void
add_numbers (Reading *reading)
{
  guint row = muster_biff_read_16 (&reading->book->records), column = muster_biff_read_16 (&reading->book->records);

  for (; muster_biff_get_left (&reading->book->records) >= 8; column++)
    {
      Cell cell = { row, column, { reading->book->text->len } };
      guint style = muster_biff_read_16 (&reading->book->records);

      append_number (reading, muster_biff_read_rk (&reading->book->records), style);
      add_cell (reading, cell);
    }
}

/* What the formula gave when it was last computed: a number, or in two bytes what else. */
static void
add_formula (Reading *reading)
{
  guint style;
  Cell cell = start_cell (reading, &style);
  const guint8 *result = reading->book->records.bytes + reading->book->records.at;

  if (muster_biff_get_left (&reading->book->records) < 8)
    return;
  if (result[6] != 0xff || result[7] != 0xff)
    append_number (reading, muster_biff_read_double (&reading->book->records), style);
  else if (result[0] == 1 || result[0] == 2)
    append_truth (reading, result[2], result[0] == 2);
  else if (result[0] == 0)
    {
      reading->formula = cell;
      reading->has_formula = TRUE;
      return;
    }
  add_cell (reading, cell);
}

static gboolean
add_text (Reading *reading, Cell cell, GError **error)
{
  if (!muster_biff_append_text (&reading->book->records, muster_biff_read_16 (&reading->book->records), reading->book->text))
    return damaged (error);
  add_cell (reading, cell);
  return TRUE;
}

static gboolean
add_string (Reading *reading, GError **error)
{
  guint style;
  Cell cell = start_cell (reading, &style);
  guint32 number = muster_biff_read_32 (&reading->book->records);

  if (number >= reading->book->strings->len)
    return damaged (error);
  cell.place = g_array_index (reading->book->strings, MusterXlsPlace, number);
  g_array_append_val (reading->cells, cell);
  return TRUE;
}

/* A record of the sheet. */
static gboolean
take_record (Reading *reading, GError **error)
{
  MusterBiffReader *records = &reading->book->records;
  guint style, value;
  Cell cell;

  switch (records->type)
    {
    case MUSTER_BIFF_NUMBER:
    case MUSTER_BIFF_RK:
      cell = start_cell (reading, &style);
      append_number (reading, records->type == MUSTER_BIFF_RK ? muster_biff_read_rk (records) : muster_biff_read_double (records), style);
      add_cell (reading, cell);
      return TRUE;
    case MUSTER_BIFF_MUL_RK:
      add_numbers (reading);
      return TRUE;
    case MUSTER_BIFF_BOOL_ERR:
      cell = start_cell (reading, &style);
      value = muster_biff_read_8 (records);
      append_truth (reading, value, muster_biff_read_8 (records) != 0);
      add_cell (reading, cell);
      return TRUE;
    case MUSTER_BIFF_LABEL:
    case MUSTER_BIFF_RICH_STRING:
      cell = start_cell (reading, &style);
      return add_text (reading, cell, error);
    case MUSTER_BIFF_LABEL_SST:
      return add_string (reading, error);
    case MUSTER_BIFF_FORMULA:
      add_formula (reading);
      return TRUE;
    case MUSTER_BIFF_STRING:
      cell = reading->formula;
      cell.place.offset = reading->book->text->len;
      return !reading->has_formula || add_text (reading, cell, error);
    default:
      return TRUE;
    }
}

/* Of sheets within the sheet, such as charts, nothing is read. */
static gboolean
read_records (Reading *reading, gsize offset, GError **error)
{
  MusterBiffReader *records = &reading->book->records;
  guint depth = 0;

  if (!muster_biff_go (records, offset) || records->type != MUSTER_BIFF_BOF)
    return damaged (error);
  while (muster_biff_next (records) && (records->type != MUSTER_BIFF_EOF || depth > 0))
    {
      depth += records->type == MUSTER_BIFF_BOF;
      depth -= records->type == MUSTER_BIFF_EOF;
      if (depth > 0)
        continue;
      if (!take_record (reading, error))
        return FALSE;
      if (reading->book->text->len > MUSTER_XLS_MAX_TEXT || reading->cells->len > MUSTER_XLS_MAX_CELLS)
        return muster_workbook_fail (error, MUSTER_WORKBOOK_TOO_LARGE, NULL);
    }
  return TRUE;
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const Cell *left = a, *right = b;

  return left->row != right->row ? left->row - right->row : left->column - right->column;
}

static gboolean
tell_cells (Reading *reading, GError **error)
{
  MusterWorkbookSink *sink = reading->book->sink;
  const Cell *cell = NULL;

  g_array_sort (reading->cells, compare_cells);
  for (guint i = 0; i < reading->cells->len; i++)
    {
      const Cell *next = &g_array_index (reading->cells, Cell, i);

      if (cell != NULL && next->row != cell->row && !muster_workbook_sink_end_row (sink, cell->row + 1, error))
        return FALSE;
      if (cell == NULL || next->row != cell->row)
        muster_workbook_sink_begin_row (sink);
      cell = next;
      if (!muster_workbook_sink_set_cell (sink, cell->row + 1, cell->column, reading->book->text->str + cell->place.offset, cell->place.length, error))
        return FALSE;
    }
  return cell == NULL || muster_workbook_sink_end_row (sink, cell->row + 1, error);
}

gboolean
muster_xls_sheet_read (MusterXlsBook *book, gsize offset, GError **error)
{
  Reading reading = { book, g_array_new (FALSE, FALSE, sizeof (Cell)) };
  gsize before = book->text->len;
  gboolean ok = read_records (&reading, offset, error) && tell_cells (&reading, error);

  g_array_unref (reading.cells);
  g_string_truncate (book->text, before);
  return ok;
}
