/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-undo-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-import.h"
#include "store/muster-import-table.h"

/* How much of the work is done when the plan is made, by experience. */
#define PLAN_SHARE 0.4

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

  if (point->error == NULL && !muster_work_progress (point->work, fraction, _("Looking at what was done since"), &point->error))
    g_cancellable_cancel (point->stop);
}

static gboolean
carry_progress_cb (guint done, guint total, gpointer user_data, GError **error)
{
  double fraction = PLAN_SHARE + (total > 0 ? (1 - PLAN_SHARE) * done / total : 0);

  return muster_work_progress (user_data, fraction, _("Writing into the register"), error);
}

static MusterUndoPlan *
make_plan (MusterWork *work, gint64 import_id, GError **error)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  SafePoint point = { work, stop, NULL };
  g_autoptr (GError) problem = NULL;
  MusterUndoPlan *plan = muster_undo_plan_new (muster_work_get_database (work), import_id, pass_progress_cb, &point, stop, &problem);

  if (plan != NULL)
    return plan;
  g_propagate_error (error, point.error != NULL ? point.error : g_steal_pointer (&problem));
  return NULL;
}

static gboolean
check (const MusterUndoRequest *request, const MusterUndoPlan *plan, GError **error)
{
  if (request->expect != NULL && g_ascii_strcasecmp (request->expect, plan->digest) != 0)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The undoing would not do what the preview showed: the register has changed since. Nothing was changed; look at the preview again."));
      return FALSE;
    }
  if (!muster_identifier_may_hold_ssn (request->reason, TRUE))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return FALSE;
}

/* An import that was superseded by a later one counts no more by its undoing, though nothing is different yet: the later one may be undone, too. */
static gboolean
check_anything (MusterDatabase *database, const MusterUndoPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  if (!muster_undo_plan_is_empty (plan))
    return TRUE;
  records = muster_import_table_list (database, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const MusterImport *record = records->pdata[i];

      if (record->id > plan->root && record->undoes == 0)
        return TRUE;
    }
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
                       _("There is nothing to take back: whatever the import set has been changed since, or has gone back already. Nothing was changed."));
  return FALSE;
}

/* It stands among the imports under the name of the file that it concerns. */
static MusterImport *
make_record (MusterWork *work, const MusterUndoPlan *plan, const char *snapshot, GError **error)
{
  g_autoptr (MusterImport) record = muster_import_table_load (muster_work_get_database (work), plan->root, error);

  if (record == NULL)
    return NULL;
  record->id = 0;
  record->undoes = plan->import_id;
  g_set_str (&record->key, NULL);
  g_set_str (&record->mode, MUSTER_IMPORT_MODE_UNDO);
  g_set_str (&record->digest, plan->digest);
  g_set_str (&record->profile, NULL);
  g_set_str (&record->mapping, NULL);
  g_set_str (&record->snapshot, snapshot);
  memset (record->counts, 0, sizeof record->counts);
  record->counts[MUSTER_FATE_CREATED] = plan->n_returned;
  record->counts[MUSTER_FATE_UPDATED] = plan->n_restored;
  record->counts[MUSTER_FATE_UNCHANGED] = plan->n_removed;
  record->counts[MUSTER_FATE_SKIPPED] = plan->n_kept;
  record->counts[MUSTER_FATE_CONFLICT] = plan->n_conflicts;
  record->rows = plan->n_returned + plan->n_restored + plan->n_removed + plan->n_kept + plan->n_conflicts;
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  return g_steal_pointer (&record);
}

static void
add_number (MusterWork *work, const char *key, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  muster_work_add_detail (work, key, text);
}

static void
describe (MusterWork *work, const MusterUndoPlan *plan, const MusterImport *record)
{
  add_number (work, "import", record->id);
  add_number (work, "undoes", plan->import_id);
  muster_work_add_detail (work, "file", record->file_name);
  muster_work_add_detail (work, "digest", plan->digest);
  add_number (work, "restored", plan->n_restored);
  add_number (work, "removed", plan->n_removed);
  add_number (work, "returned", plan->n_returned);
  add_number (work, "kept", plan->n_kept);
  add_number (work, "conflicts", plan->n_conflicts);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterUndoRequest *request = input;
  MusterUndoResult *result = output;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterUndoPlan) plan = make_plan (work, request->import_id, error);
  g_autoptr (MusterImport) record = NULL;
  const char *snapshot;

  if (plan == NULL || !check (request, plan, error) || !check_anything (database, plan, error))
    return FALSE;
  snapshot = muster_work_keep_snapshot (work, error);
  record = snapshot != NULL ? make_record (work, plan, snapshot, error) : NULL;
  if (record == NULL || !muster_import_table_save (database, record, error) ||
      !muster_undo_plan_carry_out (plan, database, record->id, carry_progress_cb, work, error))
    return FALSE;
  muster_work_set_reason (work, request->reason);
  describe (work, plan, record);
  if (result != NULL)
    {
      result->import_id = record->id;
      result->plan = g_steal_pointer (&plan);
    }
  return TRUE;
}

const MusterOperation muster_undo_import = { .name = "undo-import", .perform = perform, .snapshot = "undo" };
