/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "store/muster-people-table.h"
#include "store/muster-undo-table.h"

#define STEPS_AT_ONCE 500 /* between two safe points */
#define ROWS_AT_ONCE 128  /* taken back by one statement */

typedef struct
{
  MusterDatabase *database;
  MusterUndoPlan *plan;
  gint64 undoing;
  guint done;
  guint total;
  MusterUndoProgress progress;
  gpointer user_data;
} Carrying;

static gboolean
step (Carrying *carrying, guint n, GError **error)
{
  guint done = carrying->done;

  carrying->done += n;
  if (done % STEPS_AT_ONCE != 0 && done / STEPS_AT_ONCE == carrying->done / STEPS_AT_ONCE)
    return TRUE;
  return carrying->progress == NULL || carrying->progress (done, carrying->total, carrying->user_data, error);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const MusterUndoRow *first = a, *second = b;

  if (first->table != second->table)
    return first->table < second->table ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

/* How many rows from @row on, of @n_left, stand one behind the other in their table; sets @people, whose they are. */
static guint
count_together (const MusterUndoRow *row, guint n_left, gint64 people[ROWS_AT_ONCE])
{
  guint n = 0;

  for (; n < MIN (n_left, ROWS_AT_ONCE) && row[n].table == row->table && row[n].id == row->id + n; n++)
    people[n] = row[n].person;
  return n;
}

/* Those by one statement: an import has added nearly all of its rows so. */
static gboolean
take_rows (Carrying *carrying, GError **error)
{
  g_autoptr (GArray) rows = g_array_copy (carrying->plan->rows);
  gint64 undoing = carrying->plan->takes_back ? carrying->undoing : 0;
  gint64 people[ROWS_AT_ONCE];

  g_array_sort (rows, compare_rows_cb);
  for (guint i = 0, n; i < rows->len; i += n)
    {
      const MusterUndoRow *row = &g_array_index (rows, MusterUndoRow, i);

      n = count_together (row, rows->len - i, people);
      if (!step (carrying, n, error) || !muster_undo_table_take_back (carrying->database, MUSTER_TABLE_NUMBERED (row->table), row->id, row->id + n - 1, people, undoing, error))
        return FALSE;
    }
  return TRUE;
}

static void
set_value (MusterAssister *person, const MusterUndoValue *value)
{
  if (value->column == MUSTER_PERSON_ACTIVE)
    person->active = g_strcmp0 (value->back, "1") == 0;
  else
    g_set_str (muster_person_column_get (person, value->column), value->back);
}

/* The values of one person from the first to the last, which is the one before @end. */
static gboolean
restore_person (Carrying *carrying, guint first, guint end, GError **error)
{
  MusterUndoValue **values = (MusterUndoValue **) carrying->plan->values->pdata;
  g_autoptr (MusterAssister) person = NULL;

  for (guint i = first; i < end; i++)
    {
      if (!step (carrying, 1, error))
        return FALSE;
      if (values[i]->column == MUSTER_UNDO_ELSEWHERE)
        continue;
      if (person == NULL)
        person = muster_people_table_load (carrying->database, values[i]->person, error);
      if (person == NULL)
        return FALSE;
      set_value (person, values[i]);
    }
  return person == NULL || muster_people_table_save (carrying->database, person, error);
}

static gboolean
restore_values (Carrying *carrying, GError **error)
{
  MusterUndoValue **values = (MusterUndoValue **) carrying->plan->values->pdata;
  guint n = carrying->plan->values->len;

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && values[end]->person == values[first]->person;)
        end++;
      if (!restore_person (carrying, first, end, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_ends (Carrying *carrying, GError **error)
{
  for (guint i = 0; i < carrying->plan->ends->len; i++)
    {
      const MusterUndoEnd *end = &g_array_index (carrying->plan->ends, MusterUndoEnd, i);

      if (!step (carrying, 1, error) || !muster_undo_table_set_through (carrying->database, end->id, end->person, &end->through, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_undo_plan_carry_out (MusterUndoPlan *plan, MusterDatabase *database, gint64 undoing, MusterUndoProgress progress, gpointer user_data, GError **error)
{
  Carrying carrying = { database, plan, undoing, 0, plan->rows->len + plan->values->len + plan->ends->len, progress, user_data };

  /* Who goes away leaves addresses free that others get back. */
  return take_rows (&carrying, error) && restore_values (&carrying, error) && set_ends (&carrying, error);
}
