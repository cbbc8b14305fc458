/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-row-view.h"

#include <sodium.h>
#include <string.h>

static const MusterCell null_cell = { MUSTER_CELL_NULL, 0, NULL, 0 };

gboolean
muster_table_shape_load (MusterDatabase *database, const char *table, MusterTableShape *shape, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT name FROM pragma_table_info (?) WHERE name <> 'id' ORDER BY cid", error);
  gboolean row;

  memset (shape, 0, sizeof *shape);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, table);
  do
    {
      if (!muster_statement_step (statement, &row, error))
        {
          muster_table_shape_clear (shape);
          return FALSE;
        }
      g_assert (!row || shape->n_columns < MUSTER_MAX_COLUMNS);
      if (row)
        shape->columns[shape->n_columns++] = muster_statement_dup_text (statement, 0);
    }
  while (row);
  return TRUE;
}

void
muster_table_shape_clear (MusterTableShape *shape)
{
  for (guint i = 0; i < shape->n_columns; i++)
    g_clear_pointer (&shape->columns[i], g_free);
  shape->n_columns = 0;
}

gboolean
muster_row_view_read (MusterRowView *view, const MusterTableShape *shape, const guint8 *bytes, gsize size)
{
  guint n = 0;

  view->shape = shape;
  while (n < shape->n_columns && muster_row_next (&bytes, &size, &view->cells[n]))
    n++;
  for (guint i = n; i < shape->n_columns; i++)
    view->cells[i] = null_cell;
  return size == 0;
}

const MusterCell *
muster_row_view_get (const MusterRowView *view, const char *column)
{
  for (guint i = 0; i < view->shape->n_columns; i++)
    if (strcmp (view->shape->columns[i], column) == 0)
      return &view->cells[i];
  return &null_cell;
}

gint64
muster_row_view_get_int (const MusterRowView *view, const char *column)
{
  return muster_row_view_get (view, column)->integer;
}

char *
muster_row_view_dup_text (const MusterRowView *view, const char *column)
{
  return muster_cell_dup_text (muster_row_view_get (view, column));
}

gboolean
muster_cell_equal (const MusterCell *a, const MusterCell *b)
{
  return a->type == b->type && a->integer == b->integer && a->size == b->size && (a->size == 0 || memcmp (a->bytes, b->bytes, a->size) == 0);
}

static char *
dup_hex (const MusterCell *cell)
{
  char *text = g_malloc (2 * cell->size + 1);

  return sodium_bin2hex (text, 2 * cell->size + 1, cell->bytes, cell->size);
}

char *
muster_cell_dup_text (const MusterCell *cell)
{
  switch (cell->type)
    {
    case MUSTER_CELL_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);
    case MUSTER_CELL_TEXT:
      return g_strndup ((const char *) cell->bytes, cell->size);
    case MUSTER_CELL_BLOB:
      return dup_hex (cell);
    case MUSTER_CELL_NULL:
    default:
      return NULL;
    }
}
