/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-identifier.h"
#include "domain/muster-import-cell.h"
#include "store/muster-people-names.h"

/* Those of the file that the register has. */
static GHashTable *
list_agencies (const MusterImportPlanning *planning)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, planning->agencies);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    if (*(gint64 *) id != 0)
      g_hash_table_add (ids, id);
  return ids;
}

/* A person whom a row may be about is not missing until somebody says that the row is not. */
static void
see_suggested (MusterImportPlanning *planning)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, planning->plan->suggestions);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    muster_import_planning_see (planning, *(gint64 *) person);
}

/* A row that nothing comes of may still be about somebody: then that one is not missing. */
static gboolean
is_held_back (const MusterImportPlanning *planning, guint row)
{
  guint8 fate = planning->plan->fates[row];

  return muster_sheet_is_ragged (planning->sheet, row) || fate == MUSTER_FATE_REJECTED || fate == MUSTER_FATE_CONFLICT || muster_import_options_is_left_out (planning->options, row);
}

/* What is proposed for an identifier that cannot be right is looked up as if it stood there. */
static void
take_proposals (const MusterImportPlanning *planning, MusterImportRow *values)
{
  for (guint i = 0; i < planning->unheard->len; i++)
    {
      const MusterFinding *finding = planning->unheard->pdata[i];

      for (guint kind = 0; finding->fix != NULL && finding->column_index >= 0 && kind < MUSTER_N_KINDS; kind++)
        if (planning->options->fields[finding->column_index] == muster_import_kind_get_field (kind))
          g_set_str (muster_import_row_get_text (values, muster_import_kind_get_field (kind)), finding->fix);
    }
}

static gboolean
see_namesakes (MusterImportPlanning *planning, guint row, const MusterImportRow *values, GError **error)
{
  gboolean is_told_apart = values->lacks_identifier && muster_import_planning_get_decision (planning, row) == MUSTER_IMPORT_NOT_THE_SAME;
  GPtrArray *namesakes;

  if (is_told_apart || values->person.given_name == NULL || values->person.family_name == NULL)
    return TRUE;
  namesakes = muster_import_planning_find_namesakes (planning, &values->person, error);
  for (guint i = 0; namesakes != NULL && i < namesakes->len; i++)
    muster_import_planning_see (planning, ((const MusterNamesake *) namesakes->pdata[i])->person.id);
  return namesakes != NULL;
}

static gboolean
see_meant (MusterImportPlanning *planning, guint row, const char **cells, GError **error)
{
  g_auto (MusterImportMatch) match = { 0 };
  MusterImportRow values;
  gboolean good;

  muster_import_options_get_row (planning->options, planning->sheet, row, cells);
  muster_import_row_read (&planning->reading, cells, 0, &values, planning->unheard);
  take_proposals (planning, &values);
  g_ptr_array_set_size (planning->unheard, 0);
  good = muster_import_planning_look_up (planning, &values, &match, error) && see_namesakes (planning, row, &values, error);
  muster_import_row_clear (&values);
  return good;
}

/* Whoever has @cell as an identifier, in whatever column it stands. */
static gboolean
see_cell (MusterImportPlanning *planning, const char *cell, GError **error)
{
  g_autofree char *text = muster_import_cell_read (cell, TRUE);
  MusterImportRow values = { 0 };
  g_auto (MusterImportMatch) match = { 0 };
  gboolean good;

  if (text == NULL)
    return TRUE;
  muster_identifier_check_npn (text, &values.person.npn, NULL);
  muster_identifier_check_assister_id (text, &values.person.assister_id, NULL);
  muster_identifier_check_training_id (text, &values.person.training_id, NULL);
  muster_identifier_check_admin_id (text, &values.person.admin_id, NULL);
  muster_identifier_check_email (text, &values.person.email, NULL);
  good = muster_import_planning_look_up (planning, &values, &match, error);
  muster_import_row_clear (&values);
  return good;
}

/* A comma too many puts every cell into the next column. */
static gboolean
see_shifted (MusterImportPlanning *planning, guint row, const char **cells, GError **error)
{
  const char *surplus;

  if (planning->plan->fates[row] != MUSTER_FATE_REJECTED && !muster_sheet_is_ragged (planning->sheet, row))
    return TRUE;
  muster_sheet_get_row (planning->sheet, row, cells);
  for (guint i = 0; i < planning->n_columns; i++)
    if (!see_cell (planning, cells[i], error))
      return FALSE;
  for (guint i = 0; (surplus = muster_sheet_get_surplus (planning->sheet, row, i)) != NULL; i++)
    if (!see_cell (planning, surplus, error))
      return FALSE;
  return TRUE;
}

static gboolean
see_held_back (MusterImportPlanning *planning, GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, planning->n_columns);

  for (guint row = 0; row < muster_sheet_get_n_rows (planning->sheet); row++)
    if (is_held_back (planning, row) && (!see_meant (planning, row, cells, error) || !see_shifted (planning, row, cells, error)))
      return FALSE;
  return TRUE;
}

/* Whom a name hides nobody knows, so nobody is known to be missing. */
static gboolean
hides_people (const MusterImportPlan *plan)
{
  for (guint i = 0; i < plan->findings->len; i++)
    if (g_str_equal (((const MusterFinding *) plan->findings->pdata[i])->rule, MUSTER_RULE_NAME_RUNS_ON))
      return TRUE;
  return FALSE;
}

void
muster_import_planning_see (MusterImportPlanning *planning, gint64 person)
{
  gsize byte = person / 8;
  gsize length = planning->seen->len;

  if (byte >= length)
    {
      g_byte_array_set_size (planning->seen, byte + 1);
      memset (planning->seen->data + length, 0, byte + 1 - length);
    }
  planning->seen->data[byte] |= 1 << person % 8;
}

gboolean
muster_import_planning_is_seen (const MusterImportPlanning *planning, gint64 person)
{
  gsize byte = person / 8;

  return byte < planning->seen->len && (planning->seen->data[byte] & (1 << person % 8)) != 0;
}

gboolean
muster_import_planning_is_own (const MusterImportPlanning *planning, gint64 person)
{
  for (guint i = 0; i < planning->own->len; i++)
    if (g_array_index (planning->own, gint64, i) == person)
      return TRUE;
  return FALSE;
}

gboolean
muster_import_planning_find_missing (MusterImportPlanning *planning, GError **error)
{
  MusterImportPlan *plan = planning->plan;
  g_autoptr (GHashTable) agencies = list_agencies (planning);
  g_autoptr (GArray) people = NULL;

  see_suggested (planning);
  if (g_hash_table_size (agencies) == 0)
    return TRUE;
  if (hides_people (plan))
    {
      muster_import_plan_find_column (plan, -1, "missing-unknown", _("A name of the file may hide other people, so it is not told who is missing from it, and nobody becomes inactive. Correct that row first."));
      return TRUE;
    }
  if (!see_held_back (planning, error))
    return FALSE;
  people = muster_people_names_list_at (planning->database, agencies, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);

      if (muster_import_planning_is_seen (planning, person) || muster_import_planning_is_own (planning, person))
        continue;
      g_array_append_val (plan->missing, person);
      plan->n_inactivated += muster_import_options_inactivates (plan->options, person);
    }
  return TRUE;
}
