/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-plan-private.h"

#include "domain/muster-error.h"
#include "store/muster-import-table.h"

#define PEOPLE_AT_ONCE 500 /* between two safe points */

static void
planning_clear (MusterUndoPlanning *planning)
{
  g_clear_pointer (&planning->imports, muster_import_history_free);
  g_clear_pointer (&planning->people, g_array_unref);
  g_clear_pointer (&planning->rows, g_array_unref);
  muster_person_reader_clear (&planning->reader);
  muster_table_shape_clear (&planning->stay_shape);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterUndoPlanning, planning_clear)

static void
free_value_cb (gpointer data)
{
  MusterUndoValue *value = data;

  g_free (value->now);
  g_free (value->back);
  g_free (value);
}

static MusterUndoPlan *
make_plan (gint64 import_id)
{
  MusterUndoPlan *plan = g_new0 (MusterUndoPlan, 1);

  plan->import_id = import_id;
  plan->values = g_ptr_array_new_with_free_func (free_value_cb);
  plan->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_undo_finding_free);
  plan->rows = g_array_new (FALSE, FALSE, sizeof (MusterUndoRow));
  plan->ends = g_array_new (FALSE, FALSE, sizeof (MusterUndoEnd));
  return plan;
}

static gboolean
begin (MusterUndoPlanning *planning, GError **error)
{
  MusterUndoPlan *plan = planning->plan;

  planning->imports = muster_import_history_load (planning->database, error);
  if (planning->imports == NULL || !muster_undo_check (muster_import_history_get_records (planning->imports), plan->import_id, &plan->root, &plan->takes_back, error))
    return FALSE;
  planning->takes_back = plan->takes_back;
  planning->entry = muster_import_history_get_entry (planning->imports, plan->root);
  muster_import_history_suppose_undone (planning->imports, plan->import_id);
  planning->people = g_array_new (FALSE, FALSE, sizeof (MusterUndoPerson));
  planning->rows = g_array_new (FALSE, FALSE, sizeof (MusterUndoRow));
  return muster_person_reader_init (&planning->reader, planning->database, planning->imports, error) &&
         muster_table_shape_load (planning->database, muster_table_get_name (MUSTER_TABLE_AFFILIATION), &planning->stay_shape, error);
}

static void
take_all_rows (MusterUndoPlanning *planning, const MusterUndoPerson *person)
{
  for (guint i = person->first_row; i < person->first_row + person->n_rows; i++)
    {
      const MusterUndoRow *row = &g_array_index (planning->rows, MusterUndoRow, i);

      if (row->is_new)
        muster_undo_planning_take (planning, row);
    }
}

/* Somebody whom the import made. */
static gboolean
plan_made (MusterUndoPlanning *planning, const MusterUndoPerson *person, GError **error)
{
  MusterUndoSaying saying = { .person = person->id, .entry = person->touched_by, .other = person->blocked_by };

  if (person->is_away == planning->takes_back)
    return TRUE;
  if (person->touched_by == 0 && person->blocked_by == 0)
    {
      take_all_rows (planning, person);
      planning->plan->n_removed += planning->takes_back;
      planning->plan->n_returned += !planning->takes_back;
      return TRUE;
    }
  saying.rule = planning->takes_back ? MUSTER_UNDO_TOUCHED : MUSTER_UNDO_STAYS_AWAY;
  if (person->blocked_by != 0)
    saying.field = muster_person_columns[person->blocked_column].field;
  return muster_undo_findings_add (planning, &saying, error);
}

static gboolean
has_rows_of (MusterUndoPlanning *planning, const MusterUndoPerson *person, guint table)
{
  for (guint i = person->first_row; i < person->first_row + person->n_rows; i++)
    if (g_array_index (planning->rows, MusterUndoRow, i).table == table)
      return TRUE;
  return FALSE;
}

/* Somebody who was there before. */
static gboolean
plan_changed (MusterUndoPlanning *planning, const MusterUndoPerson *person, GError **error)
{
  const MusterUndoSaying gone = { .rule = MUSTER_UNDO_GONE, .person = person->id };
  gboolean is_restored = FALSE;

  if (person->is_away)
    return muster_undo_findings_add (planning, &gone, error);
  if (has_rows_of (planning, person, MUSTER_UNDO_ASSISTER) && !muster_undo_values_plan (planning, person, &is_restored, error))
    return FALSE;
  if (has_rows_of (planning, person, MUSTER_UNDO_AFFILIATION) && !muster_undo_stays_plan (planning, person, &is_restored, error))
    return FALSE;
  if (!muster_undo_roles_plan (planning, person, &is_restored, error))
    return FALSE;
  planning->plan->n_restored += is_restored;
  return TRUE;
}

static gboolean
plan_people (MusterUndoPlanning *planning, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < planning->people->len; i++)
    {
      const MusterUndoPerson *person = &g_array_index (planning->people, MusterUndoPerson, i);

      if (i % PEOPLE_AT_ONCE == 0 && progress != NULL)
        progress (i, planning->people->len, user_data);
      if (i % PEOPLE_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!(person->is_new ? plan_made (planning, person, error) : plan_changed (planning, person, error)))
        return FALSE;
    }
  return TRUE;
}

static void
digest_number (GChecksum *digest, gint64 number)
{
  gint64 bytes = GINT64_TO_LE (number);

  g_checksum_update (digest, (const guchar *) &bytes, sizeof bytes);
}

static void
digest_text (GChecksum *digest, const char *text)
{
  digest_number (digest, text != NULL ? (gint64) strlen (text) : -1);
  if (text != NULL)
    g_checksum_update (digest, (const guchar *) text, strlen (text));
}

static void
digest_findings (GChecksum *digest, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MusterUndoFinding *finding = findings->pdata[i];

      digest_number (digest, finding->rule);
      digest_number (digest, finding->person);
      digest_number (digest, finding->field);
      digest_number (digest, finding->entry);
      digest_number (digest, finding->other);
      digest_text (digest, finding->now);
    }
}

static char *
dup_digest (const MusterUndoPlan *plan)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);

  digest_number (digest, plan->import_id);
  digest_number (digest, plan->takes_back);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const MusterUndoRow *row = &g_array_index (plan->rows, MusterUndoRow, i);

      digest_number (digest, row->table);
      digest_number (digest, row->id);
    }
  for (guint i = 0; i < plan->values->len; i++)
    {
      const MusterUndoValue *value = plan->values->pdata[i];

      digest_number (digest, value->person);
      digest_number (digest, value->column);
      digest_text (digest, value->now);
      digest_text (digest, value->back);
    }
  for (guint i = 0; i < plan->ends->len; i++)
    {
      const MusterUndoEnd *end = &g_array_index (plan->ends, MusterUndoEnd, i);

      digest_number (digest, end->id);
      digest_number (digest, g_date_valid (&end->through) ? g_date_get_julian (&end->through) : 0);
    }
  digest_findings (digest, plan->findings);
  return g_strdup (g_checksum_get_string (digest));
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  return muster_undo_finding_compare (*(const MusterUndoFinding *const *) a, *(const MusterUndoFinding *const *) b);
}

void
muster_undo_planning_take (MusterUndoPlanning *planning, const MusterUndoRow *row)
{
  g_array_append_val (planning->plan->rows, *row);
}

void
muster_undo_planning_restore (MusterUndoPlanning *planning, gint64 person, guint column, MusterImportField field, const char *now, const char *back)
{
  MusterUndoValue *value = g_new0 (MusterUndoValue, 1);

  value->person = person;
  value->column = column;
  value->field = field;
  value->now = g_strdup (now);
  value->back = g_strdup (back);
  g_ptr_array_add (planning->plan->values, value);
}

gboolean
muster_undo_plan_is_empty (const MusterUndoPlan *plan)
{
  return plan->rows->len == 0 && plan->values->len == 0 && plan->ends->len == 0;
}

GArray *
muster_undo_plan_list_people (const MusterUndoPlan *plan)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const MusterUndoRow *row = &g_array_index (plan->rows, MusterUndoRow, i);

      if (row->table == MUSTER_UNDO_ASSISTER)
        g_array_append_val (people, row->id);
    }
  return people;
}

MusterUndoPlan *
muster_undo_plan_new (MusterDatabase *database, gint64 import_id, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterUndoPlan) plan = make_plan (import_id);
  g_auto (MusterUndoPlanning) planning = { .database = database, .plan = plan };

  if (!begin (&planning, error) || !muster_undo_people_gather (&planning, cancellable, error) || !muster_undo_touched_find (&planning, error) ||
      !plan_people (&planning, progress, user_data, cancellable, error) || !muster_undo_claims_find_tasks (&planning, error))
    return NULL;
  g_ptr_array_sort (plan->findings, compare_findings_cb);
  plan->digest = dup_digest (plan);
  return g_steal_pointer (&plan);
}

void
muster_undo_plan_free (MusterUndoPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->values);
  g_ptr_array_unref (plan->findings);
  g_array_unref (plan->rows);
  g_array_unref (plan->ends);
  g_free (plan->digest);
  g_free (plan);
}
