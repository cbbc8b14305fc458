/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"

/* Between two safe points. */
#define ROWS_AT_ONCE 500

static void
planning_clear (MusterImportPlanning *planning)
{
  g_free (planning->headers);
  g_free (planning->cells);
  g_clear_pointer (&planning->repeats, muster_import_repeats_free);
  g_clear_pointer (&planning->unheard, g_ptr_array_unref);
  g_clear_pointer (&planning->all_types, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterImportPlanning, planning_clear)

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static void
add_finding (MusterImportPlan *plan, guint line, const char *column, const char *value, const char *rule, gboolean is_error, const char *message)
{
  MusterFinding *finding = muster_finding_new (line, rule, message);

  finding->column = g_strdup (column);
  finding->value = g_strdup (value);
  finding->is_error = is_error;
  g_ptr_array_add (plan->findings, finding);
}

/* Columns that nothing is read from, said once. */
static void
find_unknown_columns (MusterImportPlan *plan)
{
  for (guint i = 0; i < plan->options->n_fields; i++)
    {
      const char *header = muster_sheet_get_header (plan->sheet, i);

      if (plan->options->fields[i] == MUSTER_FIELD_IGNORE && *header != '\0')
        add_finding (plan, muster_sheet_get_header_line (plan->sheet), header, NULL, "column-ignored", FALSE, _("Nothing is read from this column."));
    }
}

static void
digest_text (GChecksum *digest, const char *text)
{
  /* With its NUL; “nothing” is another sign than any text begins with. */
  if (text != NULL)
    g_checksum_update (digest, (const guchar *) text, strlen (text) + 1);
  else
    g_checksum_update (digest, (const guchar *) "\001", 1);
}

static void
digest_row (GChecksum *digest, const MusterImportRow *row)
{
  const MusterAssister *person = &row->person;
  g_autofree char *certified_on = muster_date_to_iso (&row->certified_on);
  g_autofree char *certified_through = muster_date_to_iso (&row->certified_through);
  g_autofree char *licence_expires = muster_date_to_iso (&row->licence_expires);
  const char *const texts[] = {
    person->given_name, person->middle_name, person->family_name, person->suffix, person->email, person->phone, person->other_phones, person->phone_written,
    person->npn, person->assister_id, person->training_id, person->admin_id, person->licence_number, person->county, person->languages, row->agency,
    row->status, certified_on, certified_through, licence_expires
  };
  guint8 types = row->types;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    digest_text (digest, texts[i]);
  g_checksum_update (digest, &types, 1);
}

static void
finish_digest (MusterImportPlan *plan, GChecksum *digest)
{
  for (guint i = 0; i < muster_sheet_get_n_rows (plan->sheet); i++)
    {
      gint64 person = GINT64_TO_LE (plan->people[i]);

      g_checksum_update (digest, &plan->fates[i], 1);
      g_checksum_update (digest, (const guchar *) &person, sizeof person);
    }
  plan->digest = g_strdup (g_checksum_get_string (digest));
}

/* What became of the first row of a person is what becomes of the others. */
static void
settle_joined_rows (MusterImportPlan *plan)
{
  GHashTableIter iter;
  gpointer row, first;

  g_hash_table_iter_init (&iter, plan->same_person);
  while (g_hash_table_iter_next (&iter, &row, &first))
    {
      MusterRowFate fate = plan->fates[GPOINTER_TO_UINT (first)];

      if (fate == MUSTER_FATE_CONFLICT || fate == MUSTER_FATE_SKIPPED)
        plan->fates[GPOINTER_TO_UINT (row)] = fate;
    }
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  const MusterFinding *first = *(MusterFinding *const *) a, *second = *(MusterFinding *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static gboolean
plan_row (MusterImportPlanning *planning, guint row, GChecksum *digest, GError **error)
{
  MusterImportPlan *plan = planning->plan;
  MusterImportRow values;
  gboolean decided = FALSE, ok = TRUE;

  muster_sheet_get_row (planning->sheet, row, planning->cells);
  if (muster_sheet_is_ragged (planning->sheet, row))
    muster_import_planning_find (planning, row, "ragged", FALSE, NULL, _("The row has more cells than the header; those beyond it are not read."));
  if (!muster_import_row_read (&planning->reading, planning->cells, muster_sheet_get_line (planning->sheet, row), &values, plan->findings))
    plan->fates[row] = MUSTER_FATE_REJECTED;
  else if (values.is_organisation)
    plan->fates[row] = MUSTER_FATE_SKIPPED;
  else if (muster_import_planning_has_key (planning, row, &values))
    {
      muster_import_planning_compare (planning, row, &values, &decided);
      ok = decided || muster_import_planning_match (planning, row, &values, error);
    }
  digest_row (digest, &values);
  muster_import_row_clear (&values);
  return ok;
}

static gboolean
plan_rows (MusterImportPlanning *planning, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  guint n = muster_sheet_get_n_rows (planning->sheet);

  for (guint row = 0; row < n; row++)
    {
      if (row % ROWS_AT_ONCE == 0 && progress != NULL)
        progress (row, n, user_data);
      if (row % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!plan_row (planning, row, digest, error))
        return FALSE;
    }
  settle_joined_rows (planning->plan);
  finish_digest (planning->plan, digest);
  return TRUE;
}

static MusterImportPlan *
make_plan (MusterSheet *sheet, const MusterImportOptions *options)
{
  MusterImportPlan *plan = g_new0 (MusterImportPlan, 1);
  guint n = muster_sheet_get_n_rows (sheet);

  plan->sheet = muster_sheet_ref (sheet);
  plan->options = muster_import_options_copy (options);
  plan->fates = g_new0 (guint8, n);
  plan->people = g_new0 (gint64, n);
  plan->same_person = g_hash_table_new (NULL, NULL);
  plan->findings = g_ptr_array_new_with_free_func (free_finding_cb);
  return plan;
}

static void
make_planning (MusterImportPlanning *planning, MusterImportPlan *plan, MusterDatabase *database)
{
  planning->plan = plan;
  planning->database = database;
  planning->sheet = plan->sheet;
  planning->options = plan->options;
  planning->n_columns = muster_sheet_get_n_columns (plan->sheet);
  planning->headers = g_new0 (const char *, planning->n_columns);
  planning->cells = g_new0 (const char *, planning->n_columns);
  planning->repeats = muster_import_repeats_new ();
  planning->unheard = g_ptr_array_new_with_free_func (free_finding_cb);
  planning->all_types = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < planning->n_columns; i++)
    planning->headers[i] = muster_sheet_get_header (plan->sheet, i);
  planning->reading = (MusterImportReading) { .fields = plan->options->fields, .headers = planning->headers, .n = planning->n_columns, .defaults = &plan->options->constants };
}

void
muster_import_planning_find (MusterImportPlanning *planning, guint row, const char *rule, gboolean is_error, const char *value, const char *message)
{
  add_finding (planning->plan, muster_sheet_get_line (planning->sheet, row), NULL, value, rule, is_error, message);
}

void
muster_import_planning_read (MusterImportPlanning *planning, guint row, MusterImportRow *result)
{
  g_autofree const char **cells = g_new0 (const char *, planning->n_columns);

  muster_sheet_get_row (planning->sheet, row, cells);
  muster_import_row_read (&planning->reading, cells, 0, result, planning->unheard);
  g_ptr_array_set_size (planning->unheard, 0);
}

static void
find_opposition (MusterImportPlanning *planning, guint row, guint other, MusterImportKind kind, const char *value)
{
  guint line = muster_sheet_get_line (planning->sheet, other);
  g_autofree char *message = NULL;

  if (kind == MUSTER_KIND_PERSON)
    message = g_strdup_printf (_("The row fits %s of the register, and so does line %u, with other data. Keep the row that is right."), value, line);
  else
    message = g_strdup_printf (_("“%s” stands on line %u too, with other data. Keep the row that is right."), value, line);
  planning->plan->fates[row] = MUSTER_FATE_CONFLICT;
  muster_import_planning_find (planning, row, kind == MUSTER_KIND_PERSON ? "person-twice" : "identifier-twice", TRUE, value, message);
}

void
muster_import_planning_oppose (MusterImportPlanning *planning, guint row, guint earlier, MusterImportKind kind, const char *value)
{
  g_autofree char *shown = muster_import_dup_shown (value);

  /* Once is enough for a row that many others repeat. */
  if (planning->plan->fates[earlier] != MUSTER_FATE_CONFLICT)
    find_opposition (planning, earlier, row, kind, shown);
  find_opposition (planning, row, earlier, kind, shown);
}

MusterImportPlan *
muster_import_plan_new (MusterDatabase *database, MusterSheet *sheet, const MusterImportOptions *options, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterImportPlan) plan = NULL;
  g_auto (MusterImportPlanning) planning = { 0 };

  if (!muster_import_options_check (options, sheet, error))
    return NULL;
  plan = make_plan (sheet, options);
  make_planning (&planning, plan, database);
  find_unknown_columns (plan);
  if (!plan_rows (&planning, progress, user_data, cancellable, error))
    return NULL;
  g_ptr_array_sort (plan->findings, compare_findings_cb);
  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    plan->counts[plan->fates[row]]++;
  return g_steal_pointer (&plan);
}

void
muster_import_plan_free (MusterImportPlan *plan)
{
  if (plan == NULL)
    return;
  muster_sheet_unref (plan->sheet);
  muster_import_options_free (plan->options);
  g_free (plan->fates);
  g_free (plan->people);
  g_hash_table_unref (plan->same_person);
  g_ptr_array_unref (plan->findings);
  g_free (plan->digest);
  g_free (plan);
}

void
muster_import_plan_read_row (MusterImportPlan *plan, guint row, MusterImportRow *result)
{
  guint n = muster_sheet_get_n_columns (plan->sheet);
  g_autofree const char **cells = g_new0 (const char *, n);
  g_autoptr (GPtrArray) unheard = g_ptr_array_new_with_free_func (free_finding_cb);
  const MusterImportReading reading = { .fields = plan->options->fields, .n = n, .defaults = &plan->options->constants };

  muster_sheet_get_row (plan->sheet, row, cells);
  muster_import_row_read (&reading, cells, 0, result, unheard);
}
