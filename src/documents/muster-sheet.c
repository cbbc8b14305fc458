/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-sheet-private.h"

static void
top_row_free (gpointer data)
{
  MusterTopRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

MusterSheet *
muster_sheet_new (void)
{
  MusterSheet *sheet = g_new0 (MusterSheet, 1);

  g_atomic_ref_count_init (&sheet->references);
  sheet->top_rows = g_ptr_array_new_with_free_func (top_row_free);
  return sheet;
}

MusterSheet *
muster_sheet_ref (MusterSheet *sheet)
{
  g_atomic_ref_count_inc (&sheet->references);
  return sheet;
}

void
muster_sheet_unref (MusterSheet *sheet)
{
  if (!g_atomic_ref_count_dec (&sheet->references))
    return;
  g_free (sheet->arena);
  g_free (sheet->rows);
  g_strfreev (sheet->headers);
  g_free (sheet->file_name);
  g_free (sheet->file_hash);
  g_strfreev (sheet->sheet_names);
  g_free (sheet->sheet_name);
  g_ptr_array_unref (sheet->top_rows);
  g_free (sheet);
}

guint
muster_sheet_get_n_rows (MusterSheet *sheet)
{
  return sheet->n_rows;
}

guint
muster_sheet_get_n_columns (MusterSheet *sheet)
{
  return sheet->n_columns;
}

const char *
muster_sheet_get_header (MusterSheet *sheet, guint column)
{
  g_return_val_if_fail (column < sheet->n_columns, "");
  return sheet->headers[column];
}

void
muster_sheet_get_row (MusterSheet *sheet, guint row, const char **cells)
{
  const char *cell;

  g_return_if_fail (row < sheet->n_rows);
  cell = sheet->arena + sheet->rows[row].offset;
  for (guint i = 0; i < sheet->n_columns; i++)
    {
      gboolean is_there = i < sheet->rows[row].n_cells;

      cells[i] = is_there ? cell : "";
      if (is_there)
        cell += strlen (cell) + 1;
    }
}

guint
muster_sheet_get_line (MusterSheet *sheet, guint row)
{
  g_return_val_if_fail (row < sheet->n_rows, 0);
  return sheet->rows[row].line;
}

gboolean
muster_sheet_is_ragged (MusterSheet *sheet, guint row)
{
  g_return_val_if_fail (row < sheet->n_rows, FALSE);
  return sheet->rows[row].n_surplus > 0;
}

const char *
muster_sheet_get_surplus (MusterSheet *sheet, guint row, guint i)
{
  const char *cell;

  g_return_val_if_fail (row < sheet->n_rows, NULL);
  if (i >= sheet->rows[row].n_surplus)
    return NULL;
  cell = sheet->arena + sheet->rows[row].offset;
  for (guint j = 0; j < sheet->rows[row].n_cells + i; j++)
    cell += strlen (cell) + 1;
  return cell;
}

guint
muster_sheet_get_header_line (MusterSheet *sheet)
{
  return sheet->header_line;
}

const char *
muster_sheet_get_file_name (MusterSheet *sheet)
{
  return sheet->file_name;
}

guint64
muster_sheet_get_file_size (MusterSheet *sheet)
{
  return sheet->file_size;
}

const char *
muster_sheet_get_file_hash (MusterSheet *sheet)
{
  return sheet->file_hash;
}

const char *
muster_sheet_get_encoding (MusterSheet *sheet)
{
  return sheet->encoding;
}

const char *
muster_sheet_get_likely_encoding (MusterSheet *sheet)
{
  return sheet->likely_encoding;
}

char
muster_sheet_get_delimiter (MusterSheet *sheet)
{
  return sheet->delimiter;
}

guint
muster_sheet_get_n_blank_rows (MusterSheet *sheet)
{
  return sheet->n_blank_rows;
}

guint
muster_sheet_get_n_hidden_rows (MusterSheet *sheet)
{
  return sheet->n_hidden_rows;
}

gboolean
muster_sheet_is_hidden (MusterSheet *sheet)
{
  return sheet->is_hidden;
}

guint
muster_sheet_get_n_ragged_rows (MusterSheet *sheet)
{
  return sheet->n_ragged_rows;
}

const char *
muster_sheet_get_kind (MusterSheet *sheet)
{
  return sheet->kind;
}

const char *const *
muster_sheet_get_sheet_names (MusterSheet *sheet)
{
  return (const char *const *) sheet->sheet_names;
}

const char *
muster_sheet_get_sheet_name (MusterSheet *sheet)
{
  return sheet->sheet_name;
}

guint
muster_sheet_get_n_top_rows (MusterSheet *sheet)
{
  return sheet->top_rows->len;
}

const char *const *
muster_sheet_get_top_row (MusterSheet *sheet, guint i, guint *line)
{
  const MusterTopRow *row;

  g_return_val_if_fail (i < sheet->top_rows->len, NULL);
  row = sheet->top_rows->pdata[i];
  if (line != NULL)
    *line = row->line;
  return (const char *const *) row->cells;
}
