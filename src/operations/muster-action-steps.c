/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-action-operations.h"

#include "domain/muster-late.h"
#include "domain/muster-deadline.h"
#include "domain/muster-text.h"
#include "operations/muster-action-operations-private.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-cases-table.h"

static void
describe_step (MusterWork *work, const MusterCorrectiveAction *action, int position)
{
  g_autofree char *number = g_strdup_printf ("%d", position);

  muster_action_operations_describe (work, action);
  muster_work_add_detail (work, "step", number);
}

static void
choose_due (const MusterActionStepRequest *request, const MusterCorrectiveAction *action, MusterRulePack *pack, const GDate *today, GDate *due)
{
  const MusterSeverityRule *rule = muster_rule_pack_get_severity (pack, action->severity);

  *due = request->due;
  if (g_date_valid (due))
    return;
  muster_deadline_get_last (&rule->step, today, due);
  if (g_date_compare (due, &action->due) > 0)
    *due = action->due;
}

static gboolean
perform_add (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionStepRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);
  g_autoptr (MusterRulePack) pack = action != NULL ? muster_rule_steps_load_pack (work, error) : NULL;
  MusterActionStep *step;
  int *position = output;

  if (pack == NULL || !muster_corrective_action_check_plan (action, error))
    return FALSE;
  step = muster_action_step_new ();
  g_ptr_array_add (action->steps, step);
  step->action_id = action->id;
  step->position = action->steps->len;
  step->what = muster_text_dup_tidy (request->what);
  step->owner = muster_text_dup_tidy (request->owner);
  choose_due (request, action, pack, muster_work_get_today (work), &step->due);
  if (!muster_action_step_check (step, action, error) || !muster_action_table_save (database, action, error))
    return FALSE;
  describe_step (work, action, step->position);
  if (position != NULL)
    *position = step->position;
  return TRUE;
}

/* Sets @step to what is to be recorded as done or verified, once it may be. */
static gboolean
find_step (const MusterActionStepRequest *request, const MusterCorrectiveAction *action, gboolean verify, const GDate *today, MusterActionStep **step, GDate *on, GError **error)
{
  *on = g_date_valid (&request->on) ? request->on : *today;
  *step = muster_corrective_action_find_step (action, request->step, error);
  return *step != NULL && muster_action_step_check_progress (*step, verify, on, today, error);
}

static gboolean
perform_complete (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionStepRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);
  MusterActionStep *step;
  GDate on;

  if (action == NULL || !find_step (request, action, FALSE, muster_work_get_today (work), &step, &on, error) || !muster_late_check_note (&step->due, &on, request->note, error))
    return FALSE;
  step->done_on = on;
  step->done_note = muster_text_dup_tidy (request->note);
  step->done_account = muster_work_get_account (work)->id;
  if (!muster_action_step_check (step, action, error) || !muster_action_table_save (database, action, error))
    return FALSE;
  describe_step (work, action, step->position);
  return TRUE;
}

static gboolean
perform_verify (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionStepRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);
  MusterActionStep *step;
  GDate on;

  if (action == NULL || !find_step (request, action, TRUE, muster_work_get_today (work), &step, &on, error))
    return FALSE;
  step->verified_account = muster_work_get_account (work)->id;
  step->verified_on = on;
  if (!muster_action_step_check (step, action, error) || !muster_action_table_save (database, action, error))
    return FALSE;
  describe_step (work, action, step->position);
  return TRUE;
}

const MusterOperation muster_add_step = { .name = "add-step", .perform = perform_add };
const MusterOperation muster_complete_step = { .name = "complete-step", .perform = perform_complete };
const MusterOperation muster_verify_step = { .name = "verify-step", .perform = perform_verify };
