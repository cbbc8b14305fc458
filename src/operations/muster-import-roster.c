/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-roster.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-import-names.h"
#include "operations/muster-import-commit-private.h"
#include "store/muster-profile-table.h"

#define ROWS_AT_ONCE 500

/* How much of the work is done when the plan is made, by experience. */
#define PLAN_SHARE 0.3

/* The plan is made with the safe points of the work. */
typedef struct
{
  MusterWork *work;
  GCancellable *stop;
  GError *error;
} SafePoint;

static void
pass_progress_cb (goffset current, goffset total, gpointer user_data)
{
  SafePoint *point = user_data;
  double fraction = total > 0 ? PLAN_SHARE * current / total : 0;

  if (point->error == NULL && !muster_work_progress (point->work, fraction, _("Comparing the rows with the register"), &point->error))
    g_cancellable_cancel (point->stop);
}

static MusterImportPlan *
make_plan (MusterWork *work, const MusterImportRequest *request, GError **error)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  SafePoint point = { work, stop, NULL };
  g_autoptr (GError) problem = NULL;
  MusterImportPlan *plan = muster_import_plan_new (muster_work_get_database (work), request->sheet, request->options, pass_progress_cb, &point, stop, &problem);

  if (plan != NULL)
    return plan;
  if (point.error != NULL)
    g_propagate_error (error, point.error);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static gboolean
write_rows (MusterWork *work, MusterImportPlan *plan, gint64 import_id, GError **error)
{
  g_auto (MusterImporting) importing = { 0 };
  guint n = muster_sheet_get_n_rows (plan->sheet);

  if (!muster_importing_init (&importing, work, plan, import_id, error))
    return FALSE;
  for (guint row = 0; row < n; row++)
    {
      if (row % ROWS_AT_ONCE == 0 && !muster_work_progress (work, PLAN_SHARE + (1 - PLAN_SHARE) * row / n, _("Writing into the register"), error))
        return FALSE;
      if (!muster_importing_write_row (&importing, row, error))
        return FALSE;
    }
  return muster_importing_finish_rows (&importing, error) && muster_importing_inactivate (&importing, error) && muster_importing_tell_apart (&importing, error);
}

static gboolean
save_profile (MusterWork *work, MusterImportPlan *plan, const char *name, GError **error)
{
  g_autoptr (MusterImportProfile) profile = NULL;

  if (name == NULL)
    return TRUE;
  profile = muster_import_options_dup_profile (plan->options, plan->sheet, name);
  g_set_str (&plan->options->profile, name);
  return muster_import_names_check_profile (profile, error) &&
         muster_profile_table_save (muster_work_get_database (work), profile, muster_work_get_account (work)->id, muster_work_get_time (work), NULL, error);
}

static void
add_number (MusterWork *work, const char *key, guint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  muster_work_add_detail (work, key, text);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  return GPOINTER_TO_INT (a) - GPOINTER_TO_INT (b);
}

/* Who was said to be another person than whom: “3 P-26, 9 P-77”, by the lines of the file. */
static void
add_different (MusterWork *work, MusterImportPlan *plan)
{
  g_autoptr (GList) rows = g_list_sort (g_hash_table_get_keys (plan->different), compare_rows_cb);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const GList *row = rows; row != NULL; row = row->next)
    {
      const gint64 *person = g_hash_table_lookup (plan->different, row->data);
      g_autofree char *code = muster_assister_dup_code (*person);

      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", muster_sheet_get_line (plan->sheet, GPOINTER_TO_UINT (row->data)), code);
    }
  if (text->len > 0)
    muster_work_add_detail (work, "not-the-same", text->str);
}

static void
describe (MusterWork *work, MusterImportPlan *plan, gint64 id)
{
  add_number (work, "import", id);
  muster_work_add_detail (work, "file", muster_sheet_get_file_name (plan->sheet));
  add_number (work, "size", muster_sheet_get_file_size (plan->sheet));
  muster_work_add_detail (work, "sha256", muster_sheet_get_file_hash (plan->sheet));
  muster_work_add_detail (work, "digest", plan->digest);
  add_number (work, "rows", muster_sheet_get_n_rows (plan->sheet));
  for (guint fate = 0; fate < MUSTER_N_FATES; fate++)
    add_number (work, muster_row_fate_to_code (fate), plan->counts[fate]);
  if (plan->n_inactivated > 0)
    add_number (work, "inactivated", plan->n_inactivated);
  if (plan->tasks->len > 0)
    add_number (work, "new-tasks", plan->tasks->len);
  add_different (work, plan);
  if (plan->options->profile != NULL)
    muster_work_add_detail (work, "profile", plan->options->profile);
}

static gboolean
has_something_to_do (const MusterImportPlan *plan)
{
  if (muster_import_plan_is_held_up (plan, plan->options->accept_valid))
    return FALSE;
  return plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED] + plan->n_inactivated + g_hash_table_size (plan->different) + plan->tasks->len > 0;
}

/* The record first, since what the file claims refers to it. */
static gboolean
carry_out (MusterWork *work, MusterImportPlan *plan, const char *profile, gint64 *id, GError **error)
{
  if (!save_profile (work, plan, profile, error) || !muster_import_save_record (work, plan, id, error) ||
      !write_rows (work, plan, *id, error) || !muster_import_save_tasks (work, plan, error) || !muster_import_save_lines (work, plan, *id, error))
    return FALSE;
  describe (work, plan, *id);
  return TRUE;
}

static gboolean
check_expected (const MusterImportPlan *plan, const char *expect, GError **error)
{
  if (expect == NULL || g_ascii_strcasecmp (expect, plan->digest) == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The import would not do what the preview showed: the file or the register has changed since. Nothing was changed; look at the preview again."));
  return FALSE;
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterImportRequest *request = input;
  MusterImportResult *result = output;
  g_autoptr (MusterImportPlan) plan = make_plan (work, request, error);
  gint64 id = 0;

  if (plan == NULL || !check_expected (plan, request->expect, error))
    return FALSE;
  if (!has_something_to_do (plan))
    muster_work_set_nothing_done (work);
  else if (!carry_out (work, plan, request->save_profile, &id, error))
    return FALSE;
  if (result != NULL)
    {
      result->import_id = id;
      result->plan = g_steal_pointer (&plan);
    }
  return TRUE;
}

const MusterOperation muster_import_roster = { .name = "import-roster", .perform = perform, .snapshot = "import" };
