/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static const MusterImportField fields[MUSTER_N_KINDS] = {
  [MUSTER_KIND_NPN] = MUSTER_FIELD_NPN,
  [MUSTER_KIND_ASSISTER_ID] = MUSTER_FIELD_ASSISTER_ID,
  [MUSTER_KIND_TRAINING_ID] = MUSTER_FIELD_TRAINING_ID,
  [MUSTER_KIND_ADMIN_ID] = MUSTER_FIELD_ADMIN_ID,
  [MUSTER_KIND_EMAIL] = MUSTER_FIELD_EMAIL,
};

static char *
dup_name_of_row (MusterImportPlanning *planning, guint row)
{
  MusterImportRow values;
  char *name;

  muster_import_planning_read (planning, row, &values);
  name = muster_assister_dup_name (&values.person);
  muster_import_row_clear (&values);
  return name;
}

/* “P-38, Ana Lindqvist” */
static char *
dup_person (MusterImportPlanning *planning, gint64 id, const char *code)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (planning->database, id, NULL);
  g_autofree char *name = person != NULL ? muster_assister_dup_name (person) : NULL;

  return name != NULL ? g_strdup_printf ("%s, %s", code, name) : g_strdup (code);
}

static void
find_opposition (MusterImportPlanning *planning, guint row, guint other, MusterImportKind kind, const char *value, const char *person)
{
  guint line = muster_sheet_get_line (planning->sheet, other);
  g_autofree char *name = dup_name_of_row (planning, row), *other_name = dup_name_of_row (planning, other);
  g_autofree char *message = NULL;
  MusterFinding *finding;

  if (kind == MUSTER_KIND_PERSON)
    /* Translators: the name in the row, P-38 with the name, a line, the name in the row there */
    message = g_strdup_printf (_("The row of %s fits %s, of the register, and so does line %u, of %s, with other data. Keep the row that is right."), name, person, line, other_name);
  else
    /* Translators: an identifier, the name in the row, a line, the name in the row there */
    message = g_strdup_printf (_("“%s” stands in this row, of %s, and on line %u, of %s, with other data. Keep the row that is right."), value, name, line, other_name);
  planning->plan->fates[row] = MUSTER_FATE_CONFLICT;
  finding = muster_import_planning_find (planning, row, kind == MUSTER_KIND_PERSON ? "person-twice" : "identifier-twice", TRUE, kind == MUSTER_KIND_PERSON ? person : value, message);
  finding->other_row = other;
  if (kind != MUSTER_KIND_PERSON)
    muster_import_planning_place (planning, finding, muster_import_planning_find_field (planning, fields[kind]));
}

void
muster_import_planning_oppose (MusterImportPlanning *planning, guint row, guint earlier, MusterImportKind kind, const char *value)
{
  g_autofree char *shown = muster_import_dup_shown (value);
  g_autofree char *person = kind == MUSTER_KIND_PERSON ? dup_person (planning, planning->plan->people[earlier], value) : NULL;

  /* Once is enough for a row that many others repeat; that it waits for an answer is another matter. */
  if (planning->plan->fates[earlier] != MUSTER_FATE_CONFLICT || g_hash_table_contains (planning->plan->suggestions, GUINT_TO_POINTER (earlier)))
    find_opposition (planning, earlier, row, kind, shown, person);
  find_opposition (planning, row, earlier, kind, shown, person);
}

static void
drop_email (const MusterImportPlan *plan, guint row, MusterImportRow *values)
{
  if (g_hash_table_contains (plan->without_email, GUINT_TO_POINTER (row)))
    g_clear_pointer (&values->person.email, g_free);
}

void
muster_import_planning_read (MusterImportPlanning *planning, guint row, MusterImportRow *result)
{
  g_autofree const char **cells = g_new0 (const char *, planning->n_columns);

  muster_import_options_get_row (planning->options, planning->sheet, row, cells);
  muster_import_row_read (&planning->reading, cells, 0, result, planning->unheard);
  g_ptr_array_set_size (planning->unheard, 0);
  drop_email (planning->plan, row, result);
}

MusterFinding *
muster_import_plan_find_column (MusterImportPlan *plan, int column, const char *rule, const char *message)
{
  MusterFinding *finding = muster_finding_new (muster_sheet_get_header_line (plan->sheet), rule, message);

  finding->row = MUSTER_FINDING_NO_ROW;
  finding->column_index = column;
  if (column >= 0)
    finding->column = g_strdup (muster_sheet_get_header (plan->sheet, column));
  g_ptr_array_add (plan->findings, finding);
  return finding;
}

int
muster_import_planning_find_field (const MusterImportPlanning *planning, MusterImportField field)
{
  for (guint i = 0; i < planning->n_columns; i++)
    if (planning->options->fields[i] == field)
      return i;
  return -1;
}

void
muster_import_planning_place (MusterImportPlanning *planning, MusterFinding *finding, int column)
{
  finding->column_index = column;
  if (column >= 0)
    finding->column = g_strdup (muster_sheet_get_header (planning->sheet, column));
}

GHashTable *
muster_import_plan_list_first_rows (const MusterImportPlan *plan)
{
  GHashTable *rows = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer first;

  g_hash_table_iter_init (&iter, plan->same_person);
  while (g_hash_table_iter_next (&iter, NULL, &first))
    g_hash_table_add (rows, first);
  return rows;
}

gboolean
muster_import_plan_is_by_role (const MusterImportPlan *plan, GHashTable *first_rows, guint row)
{
  return g_hash_table_contains (plan->same_person, GUINT_TO_POINTER (row)) || g_hash_table_contains (first_rows, GUINT_TO_POINTER (row));
}

void
muster_import_plan_fill_reading (const MusterImportPlan *plan, MusterImportReading *reading)
{
  const MusterImportOptions *options = plan->options;

  *reading = (MusterImportReading) {
    .fields = options->fields,
    .headers = plan->headers,
    .n = options->n_fields,
    .date_orders = options->date_orders,
    .values = options->values,
    .defaults = &options->constants,
    .series = plan->series,
    .today = &options->today,
  };
}

void
muster_import_plan_read_row (const MusterImportPlan *plan, guint row, MusterImportRow *result)
{
  g_autofree const char **cells = g_new0 (const char *, plan->options->n_fields);
  g_autoptr (GPtrArray) unheard = g_ptr_array_new_with_free_func (free_finding_cb);
  MusterImportReading reading;

  muster_import_plan_fill_reading (plan, &reading);
  muster_import_options_get_row (plan->options, plan->sheet, row, cells);
  muster_import_row_read (&reading, cells, 0, result, unheard);
  drop_email (plan, row, result);
}

char *
muster_import_plan_dup_name (const MusterImportPlan *plan, guint row)
{
  MusterImportRow values;
  g_autofree char *name = NULL;

  if (row == MUSTER_FINDING_NO_ROW)
    return NULL;
  muster_import_plan_read_row (plan, row, &values);
  name = muster_assister_dup_name (&values.person);
  muster_import_row_clear (&values);
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

char *
muster_import_plan_try_cell (const MusterImportPlan *plan, const MusterImportOptions *options, guint row, guint column, const char *text)
{
  g_autofree const char **cells = g_new0 (const char *, options->n_fields);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding_cb);
  MusterImportReading reading;
  MusterImportRow values;

  muster_import_plan_fill_reading (plan, &reading);
  muster_import_options_get_row (options, plan->sheet, row, cells);
  cells[column] = text;
  muster_import_row_read (&reading, cells, 0, &values, findings);
  muster_import_row_clear (&values);
  for (guint i = 0; i < findings->len; i++)
    {
      const MusterFinding *finding = findings->pdata[i];

      if (!finding->is_note && finding->column_index == (int) column)
        return g_strdup (finding->message);
    }
  return NULL;
}

gboolean
muster_import_plan_is_held_up (const MusterImportPlan *plan, gboolean accept_valid)
{
  return !accept_valid && plan->counts[MUSTER_FATE_REJECTED] + plan->n_questions > 0;
}

gint64
muster_import_plan_get_suggestion (const MusterImportPlan *plan, guint row)
{
  const gint64 *person = g_hash_table_lookup (plan->suggestions, GUINT_TO_POINTER (row));

  return person != NULL ? *person : 0;
}
