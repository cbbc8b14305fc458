/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

G_STATIC_ASSERT (MUSTER_TABLE_ASSISTER == 1 << MUSTER_UNDO_ASSISTER && MUSTER_TABLE_AFFILIATION == 1 << MUSTER_UNDO_AFFILIATION);
G_STATIC_ASSERT (MUSTER_TABLE_CERTIFICATION == 1 << MUSTER_UNDO_CERTIFICATION && MUSTER_TABLE_EVIDENCE == 1 << MUSTER_UNDO_EVIDENCE);

/* Of the rows that belong to a person the first column says to whom. */
static const char *const rows_sql =
  "SELECT table_number, row_id, before IS NULL, CASE WHEN table_number <> 3 THEN after END FROM journal_change"
  " WHERE entry = ?1 AND table_number IN (3, 4, 5, 13) ORDER BY id";

static const char *const away_sql = "SELECT id FROM assister WHERE taken_back IS NOT NULL";

#define ROWS_AT_ONCE 4096 /* between two looks whether it was cancelled */

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const MusterUndoRow *first = a, *second = b;

  if (first->person != second->person)
    return first->person < second->person ? -1 : 1;
  if (first->table != second->table)
    return first->table < second->table ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static gboolean
is_same_row (const MusterUndoRow *a, const MusterUndoRow *b)
{
  return a->table == b->table && a->id == b->id;
}

static gboolean
read_row (MusterStatement *statement, MusterUndoRow *row, GError **error)
{
  gsize size;
  const guint8 *after = muster_statement_get_blob (statement, 3, &size);
  MusterCell cell;

  row->table = (guint8) muster_statement_get_int (statement, 0);
  row->id = row->person = muster_statement_get_int (statement, 1);
  row->is_new = muster_statement_get_int (statement, 2) != 0;
  if (row->table == MUSTER_UNDO_ASSISTER)
    return TRUE;
  if (muster_row_next (&after, &size, &cell) && cell.type == MUSTER_CELL_INTEGER)
    {
      row->person = cell.integer;
      return TRUE;
    }
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("What this import did was destroyed under the retention schedule, or is damaged: it cannot be undone any more. Verify the journal."));
  return FALSE;
}

static gboolean
load_rows (MusterUndoPlanning *planning, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, rows_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, planning->entry);
  while (TRUE)
    {
      MusterUndoRow read = { 0 };

      if (planning->rows->len % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!read_row (statement, &read, error))
        return FALSE;
      g_array_append_val (planning->rows, read);
    }
}

/* A row that the import changed twice is one. */
static void
order_rows (MusterUndoPlanning *planning)
{
  GArray *rows = planning->rows;
  guint n = 0;

  g_array_sort (rows, compare_rows_cb);
  for (guint i = 0; i < rows->len; i++)
    {
      const MusterUndoRow row = g_array_index (rows, MusterUndoRow, i);
      MusterUndoRow *last = n > 0 ? &g_array_index (rows, MusterUndoRow, n - 1) : NULL;

      if (last != NULL && is_same_row (last, &row))
        last->is_new |= row.is_new;
      else
        g_array_index (rows, MusterUndoRow, n++) = row;
    }
  g_array_set_size (rows, n);
}

static void
gather_people (MusterUndoPlanning *planning)
{
  for (guint i = 0; i < planning->rows->len; i++)
    {
      const MusterUndoRow *row = &g_array_index (planning->rows, MusterUndoRow, i);
      MusterUndoPerson *last = planning->people->len > 0 ? &g_array_index (planning->people, MusterUndoPerson, planning->people->len - 1) : NULL;
      MusterUndoPerson person = { .id = row->person, .first_row = i };

      if (last == NULL || last->id != row->person)
        {
          g_array_append_val (planning->people, person);
          last = &g_array_index (planning->people, MusterUndoPerson, planning->people->len - 1);
        }
      last->n_rows++;
      last->is_new |= row->table == MUSTER_UNDO_ASSISTER && row->is_new;
    }
}

static gboolean
find_away (MusterUndoPlanning *planning, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (planning->database, away_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      MusterUndoPerson *person;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_undo_people_find (planning, muster_statement_get_int (statement, 0));
      if (person != NULL)
        person->is_away = TRUE;
    }
}

MusterUndoPerson *
muster_undo_people_find (MusterUndoPlanning *planning, gint64 id)
{
  guint low = 0, high = planning->people->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      MusterUndoPerson *person = &g_array_index (planning->people, MusterUndoPerson, middle);

      if (person->id == id)
        return person;
      if (person->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

gboolean
muster_undo_people_gather (MusterUndoPlanning *planning, GCancellable *cancellable, GError **error)
{
  if (!load_rows (planning, cancellable, error))
    return FALSE;
  order_rows (planning);
  gather_people (planning);
  return find_away (planning, error);
}

gboolean
muster_undo_people_go_away (MusterUndoPlanning *planning, gint64 id)
{
  const MusterUndoPerson *person = muster_undo_people_find (planning, id);

  return planning->takes_back && person != NULL && person->is_new && person->touched_by == 0;
}
