/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "operations/muster-import-ahead.h"
#include "operations/muster-practice-mark.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-people-names.h"

/* Between two safe points. */
#define ROWS_AT_ONCE 500

static void
planning_clear (MusterImportPlanning *planning)
{
  g_free (planning->claims);
  g_clear_pointer (&planning->repeats, muster_import_repeats_free);
  g_clear_pointer (&planning->unheard, g_ptr_array_unref);
  g_clear_pointer (&planning->all_types, g_hash_table_unref);
  g_clear_pointer (&planning->agencies, g_hash_table_unref);
  g_clear_pointer (&planning->strange, g_array_unref);
  g_clear_pointer (&planning->task_keys, g_hash_table_unref);
  g_clear_pointer (&planning->namesakes, g_hash_table_unref);
  g_clear_pointer (&planning->once_barred, g_hash_table_unref);
  g_clear_pointer (&planning->own, g_array_unref);
  g_clear_pointer (&planning->unfitted, g_array_unref);
  g_clear_pointer (&planning->only_claims, g_hash_table_unref);
  g_clear_pointer (&planning->ignored, g_array_unref);
  g_clear_pointer (&planning->seen, g_byte_array_unref);
  g_clear_pointer (&planning->shared, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterImportPlanning, planning_clear)

static void
free_finding_cb (gpointer data)
{
  muster_finding_free (data);
}

static void
digest_number (GChecksum *digest, gint64 number)
{
  gint64 bytes = GINT64_TO_LE (number);

  g_checksum_update (digest, (const guchar *) &bytes, sizeof bytes);
}

static gint64
get_id (GHashTable *table, guint row)
{
  const gint64 *id = g_hash_table_lookup (table, GUINT_TO_POINTER (row));

  return id != NULL ? *id : 0;
}

/* What becomes of the rows, who is told apart, who becomes inactive, and of whom there is a task. */
static void
finish_digest (MusterImportPlan *plan, GChecksum *digest)
{
  for (guint i = 0; i < muster_sheet_get_n_rows (plan->sheet); i++)
    {
      digest_number (digest, plan->fates[i]);
      digest_number (digest, plan->people[i]);
      digest_number (digest, get_id (plan->different, i));
      digest_number (digest, g_hash_table_contains (plan->without_email, GUINT_TO_POINTER (i)));
    }
  for (guint i = 0; i < plan->missing->len; i++)
    if (muster_import_options_inactivates (plan->options, g_array_index (plan->missing, gint64, i)))
      digest_number (digest, g_array_index (plan->missing, gint64, i));
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      digest_number (digest, ((MusterReconciliationTask *) plan->tasks->pdata[i])->assister_id);
      digest_number (digest, g_array_index (plan->task_rows, guint, i));
    }
  plan->digest = g_strdup (g_checksum_get_string (digest));
}

static int
compare_findings_cb (gconstpointer a, gconstpointer b)
{
  const MusterFinding *first = *(MusterFinding *const *) a, *second = *(MusterFinding *const *) b;

  return first->line < second->line ? -1 : first->line > second->line;
}

static void
skip (MusterImportPlanning *planning, guint row, const char *rule, const char *message)
{
  planning->plan->fates[row] = MUSTER_FATE_SKIPPED;
  if (rule != NULL)
    muster_import_planning_find (planning, row, rule, FALSE, NULL, message);
}

static gboolean
judge_row (MusterImportPlanning *planning, guint row, MusterImportRow *values, GError **error)
{
  g_auto (MusterImportMatch) match = { 0 };
  gboolean is_left_out = muster_import_options_is_left_out (planning->options, row);
  gboolean decided;

  if (values->is_organisation && !is_left_out && planning->plan->fates[row] != MUSTER_FATE_REJECTED)
    {
      if (!muster_import_planning_take_for_person (planning, row, values, error))
        return FALSE;
      if (values->is_organisation)
        {
          skip (planning, row, NULL, NULL);
          return TRUE;
        }
    }
  if (values->agency != NULL && !muster_import_planning_note_agency (planning, row, values->agency, error))
    return FALSE;
  if (!muster_import_planning_look_up (planning, values, &match, error))
    return FALSE;
  if (is_left_out)
    skip (planning, row, "left-out", _("The row is left out."));
  else if (values->lacks_name)
    muster_import_planning_settle_unnamed (planning, row, &match);
  else if (values->lacks_identifier && !muster_import_planning_settle_nameless (planning, row, values, error))
    return FALSE;
  if (is_left_out || planning->plan->fates[row] == MUSTER_FATE_REJECTED || !muster_import_planning_has_key (planning, row, values))
    return TRUE;
  if (!muster_import_planning_settle_shared (planning, row, values, &match, error))
    return FALSE;
  if (planning->plan->fates[row] == MUSTER_FATE_REJECTED)
    return TRUE;
  muster_import_planning_compare (planning, row, values, &decided);
  return decided || muster_import_planning_match (planning, row, values, &match, error);
}

/* Whether a comma that was to be in quotes may have cut a name in two, and so put other values into wrong columns. */
static gboolean
may_cut_names (const MusterImportPlanning *planning)
{
  MusterImportField last = MUSTER_FIELD_IGNORE;

  for (guint i = 0; i < planning->options->n_fields; i++)
    {
      if (planning->options->fields[i] == MUSTER_FIELD_NAME)
        return TRUE;
      if (planning->options->fields[i] != MUSTER_FIELD_IGNORE)
        last = planning->options->fields[i];
    }
  return last == MUSTER_FIELD_GIVEN_NAME || last == MUSTER_FIELD_MIDDLE_NAME || last == MUSTER_FIELD_FAMILY_NAME || last == MUSTER_FIELD_SUFFIX;
}

/* The first cell beyond the header that says anything, as a finding may show it. */
static const char *
get_surplus_shown (const MusterImportPlanning *planning, guint row)
{
  const char *cell;
  guint i = 0;

  while ((cell = muster_sheet_get_surplus (planning->sheet, row, i)) != NULL && *cell == '\0')
    i++;
  return cell == NULL || strlen (cell) > 60 || muster_identifier_may_hold_ssn (cell, TRUE) ? "…" : cell;
}

static void
judge_ragged (MusterImportPlanning *planning, guint row, MusterImportRow *values)
{
  const char *cell = get_surplus_shown (planning, row);
  g_autofree char *message = NULL;

  if (!may_cut_names (planning))
    {
      muster_import_planning_find (planning, row, "ragged", FALSE, NULL, _("The row has more cells than the header; those beyond it are not read."));
      return;
    }
  message = g_strdup_printf (_("The row has more cells than the header: “%s” stands beyond it. A name with a comma may have been cut in two. Put the name in quotation marks."), cell);
  muster_import_planning_find (planning, row, "ragged", TRUE, cell, message);
  planning->plan->fates[row] = MUSTER_FATE_REJECTED;
  values->lacks_name = values->lacks_identifier = FALSE; /* nothing lets such a row through */
}

static gboolean
plan_row (MusterImportPlanning *planning, guint row, MusterImportAhead *ahead, GError **error)
{
  MusterImportPlan *plan = planning->plan;
  MusterImportReadRow *read = muster_import_ahead_next (ahead);

  muster_import_ahead_move_findings (ahead, plan->findings);
  if (!read->is_good)
    plan->fates[row] = MUSTER_FATE_REJECTED;
  if (muster_sheet_is_ragged (planning->sheet, row) && !muster_import_options_is_left_out (plan->options, row))
    judge_ragged (planning, row, &read->values);
  return judge_row (planning, row, &read->values, error);
}

static gboolean
plan_rows (MusterImportPlanning *planning, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (MusterImportAhead) ahead = muster_import_ahead_new_for_plan (planning->plan, planning->ignored, digest);
  guint n = muster_sheet_get_n_rows (planning->sheet);

  for (guint row = 0; row < n; row++)
    {
      if (row % ROWS_AT_ONCE == 0 && progress != NULL)
        progress (row, n, user_data);
      if (row % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!plan_row (planning, row, ahead, error))
        return FALSE;
    }
  if (!muster_import_planning_settle_joined (planning, error) || !muster_import_planning_suggest (planning, error) || !muster_import_planning_find_missing (planning, error))
    return FALSE;
  if (!muster_import_planning_find_new_agencies (planning, error))
    return FALSE;
  muster_import_planning_settle_tasks (planning);
  muster_import_planning_find_ignored (planning);
  muster_import_planning_find_claims (planning);
  muster_import_planning_find_no_names (planning);
  finish_digest (planning->plan, digest);
  return TRUE;
}

static MusterImportPlan *
make_plan (MusterSheet *sheet, const MusterImportOptions *options)
{
  MusterImportPlan *plan = g_new0 (MusterImportPlan, 1);
  guint n = muster_sheet_get_n_rows (sheet);

  g_atomic_ref_count_init (&plan->references);
  plan->sheet = muster_sheet_ref (sheet);
  plan->options = muster_import_options_copy (options);
  plan->headers = g_new0 (const char *, options->n_fields);
  plan->series = g_new0 (gboolean, options->n_fields);
  for (guint i = 0; i < options->n_fields; i++)
    {
      plan->headers[i] = muster_sheet_get_header (sheet, i);
      plan->series[i] = muster_import_options_is_series (options, sheet, i);
    }
  plan->fates = g_new0 (guint8, n);
  plan->people = g_new0 (gint64, n);
  plan->same_person = g_hash_table_new (NULL, NULL);
  plan->without_email = g_hash_table_new (NULL, NULL);
  plan->suggestions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->different = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  plan->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
  plan->new_agencies = g_ptr_array_new_with_free_func (g_free);
  plan->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reconciliation_task_free);
  plan->task_rows = g_array_new (FALSE, FALSE, sizeof (guint));
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
  planning->repeats = muster_import_repeats_new ();
  planning->unheard = g_ptr_array_new_with_free_func (free_finding_cb);
  planning->all_types = g_hash_table_new (NULL, NULL);
  planning->agencies = muster_import_agencies_new ();
  planning->strange = g_array_new (FALSE, FALSE, sizeof (MusterImportStrangeRow));
  planning->task_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  planning->namesakes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  planning->unfitted = g_array_new (FALSE, FALSE, sizeof (guint));
  planning->only_claims = g_hash_table_new (NULL, NULL);
  planning->claims = g_malloc0 (muster_sheet_get_n_rows (plan->sheet) / 8 + 1);
  planning->seen = g_byte_array_new ();
  muster_import_plan_fill_reading (plan, &planning->reading);
}

static gboolean
has_anybody_known (const MusterImportPlan *plan)
{
  for (guint row = 0; row < muster_sheet_get_n_rows (plan->sheet); row++)
    if (plan->people[row] != 0)
      return TRUE;
  return FALSE;
}

/* A file of names only can be imported if somebody of the register has one of them, and one without names if it is about somebody there. */
static gboolean
check_anybody_is_meant (const MusterImportPlan *plan, GError **error)
{
  if (!muster_import_options_have_names (plan->options) && !has_anybody_known (plan))
    {
      g_autofree char *likely = muster_import_options_dup_likely_names (plan->options, plan->sheet);

      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, "%s %s", _("No column holds a name, and no identifier of the file belongs to anybody on the roster."),
                   likely != NULL ? likely : _("Choose the columns of first and last name, or the one of whole names."));
      return FALSE;
    }
  if (!muster_import_options_know_only_names (plan->options) || plan->n_questions + g_hash_table_size (plan->options->persons) > 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("No column says whom a row is about: NPN, Assister ID, Training ID, Admin ID or e-mail, and nobody on the roster has a name of the file. Choose a column for at least one of them."));
  return FALSE;
}

MusterFinding *
muster_import_planning_find (MusterImportPlanning *planning, guint row, const char *rule, gboolean is_error, const char *value, const char *message)
{
  MusterFinding *finding = muster_finding_new (muster_sheet_get_line (planning->sheet, row), rule, message);

  finding->row = row;
  finding->value = g_strdup (value);
  finding->is_error = is_error;
  g_ptr_array_add (planning->plan->findings, finding);
  return finding;
}

MusterImportPlan *
muster_import_plan_new (MusterDatabase *database, MusterSheet *sheet, const MusterImportOptions *options, GFileProgressCallback progress, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterImportPlan) plan = NULL;
  g_auto (MusterImportPlanning) planning = { 0 };

  if (!muster_practice_mark_check (database, sheet, error) || !muster_import_options_check (options, sheet, error))
    return NULL;
  plan = make_plan (sheet, options);
  make_planning (&planning, plan, database);
  muster_import_planning_watch_ignored (&planning);
  muster_import_planning_look_for_shared (&planning);
  planning.once_barred = muster_people_table_list_once_barred (database, error);
  planning.own = planning.once_barred != NULL ? muster_case_filter_query_list_own (database, error) : NULL;
  if (planning.own == NULL || !muster_people_names_is_empty (database, &planning.is_register_empty, error) || !plan_rows (&planning, progress, user_data, cancellable, error))
    return NULL;
  if (!check_anybody_is_meant (plan, error))
    return NULL;
  g_ptr_array_sort (plan->findings, compare_findings_cb);
  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    plan->counts[plan->fates[row]]++;
  return g_steal_pointer (&plan);
}

MusterImportPlan *
muster_import_plan_ref (MusterImportPlan *plan)
{
  g_atomic_ref_count_inc (&plan->references);
  return plan;
}

void
muster_import_plan_free (MusterImportPlan *plan)
{
  if (plan == NULL || !g_atomic_ref_count_dec (&plan->references))
    return;
  g_hash_table_unref (plan->same_person);
  g_hash_table_unref (plan->without_email);
  g_hash_table_unref (plan->suggestions);
  g_hash_table_unref (plan->different);
  g_array_unref (plan->missing);
  g_ptr_array_unref (plan->new_agencies);
  g_ptr_array_unref (plan->tasks);
  g_array_unref (plan->task_rows);
  g_ptr_array_unref (plan->findings);
  muster_import_options_free (plan->options);
  muster_sheet_unref (plan->sheet);
  g_free (plan->headers);
  g_free (plan->series);
  g_free (plan->fates);
  g_free (plan->people);
  g_free (plan->digest);
  g_free (plan);
}
