/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "store/muster-people-table.h"
#include "store/muster-undo-table.h"

#define STEPS_AT_ONCE 500 /* between two safe points */

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
step (Carrying *carrying, GError **error)
{
  guint done = carrying->done++;

  return done % STEPS_AT_ONCE != 0 || carrying->progress == NULL || carrying->progress (done, carrying->total, carrying->user_data, error);
}

static gboolean
take_rows (Carrying *carrying, GError **error)
{
  for (guint i = 0; i < carrying->plan->rows->len; i++)
    {
      const MusterUndoRow *row = &g_array_index (carrying->plan->rows, MusterUndoRow, i);

      if (!step (carrying, error) ||
          !muster_undo_table_take_back (carrying->database, 1u << row->table, row->id, row->person, carrying->plan->takes_back ? carrying->undoing : 0, error))
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
      if (!step (carrying, error))
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

      if (!step (carrying, error) || !muster_undo_table_set_through (carrying->database, end->id, end->person, &end->through, error))
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
