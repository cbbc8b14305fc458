/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-follow-up-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"
#include "domain/muster-text.h"
#include "operations/muster-action-operations-private.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-letter-table.h"

/* One that the account writes down now; @action owns it. */
static MusterFollowUp *
add_follow_up (MusterWork *work, MusterCorrectiveAction *action, MusterFollowUpKind kind)
{
  MusterFollowUp *follow_up = muster_follow_up_new ();

  g_ptr_array_add (action->follow_ups, follow_up);
  follow_up->kind = kind;
  follow_up->on = *muster_work_get_today (work);
  follow_up->n_steps = kind == MUSTER_FOLLOW_UP_CHECK ? action->steps->len : 0;
  follow_up->account_id = muster_work_get_account (work)->id;
  follow_up->recorded = muster_work_get_time (work);
  return follow_up;
}

static void
settle (MusterWork *work, MusterFollowUp *follow_up, MusterFollowUpState state, const char *note, const GDate *on)
{
  follow_up->state = state;
  follow_up->note = muster_text_is_blank (note) ? NULL : muster_text_dup_tidy (note);
  follow_up->settled_on = *on;
  follow_up->settled_account = muster_work_get_account (work)->id;
  follow_up->settled_at = muster_work_get_time (work);
}

static gboolean
save (MusterWork *work, MusterCorrectiveAction *action, const MusterFollowUp *follow_up, GError **error)
{
  if (!muster_action_table_save (muster_work_get_database (work), action, error))
    return FALSE;
  muster_action_operations_describe (work, action);
  muster_work_add_detail (work, muster_follow_up_kind_to_code (follow_up->kind), muster_follow_up_state_to_code (follow_up->state));
  return TRUE;
}

static gboolean
perform_plan (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCheckPlan *request = input;
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (muster_work_get_database (work), request->action_id, error);
  g_autoptr (MusterRulePack) pack = action != NULL ? muster_rule_steps_load_pack (work, error) : NULL;
  g_autoptr (MusterFollowUp) asked = muster_follow_up_new ();
  MusterFollowUp *check, *former;

  if (pack == NULL)
    return FALSE;
  asked->text = muster_text_dup_tidy (request->criterion);
  asked->due = request->due;
  if (!g_date_valid (&asked->due))
    muster_follow_up_get_check_due (action, pack, today, &asked->due);
  asked->note = g_strdup (request->reason);
  if (!muster_follow_up_check_plan (action, asked, today, error))
    return FALSE;
  former = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);
  if (former != NULL)
    settle (work, former, MUSTER_FOLLOW_UP_REPLANNED, request->reason, today);
  muster_work_set_reason (work, request->reason);
  check = add_follow_up (work, action, MUSTER_FOLLOW_UP_CHECK);
  check->text = g_steal_pointer (&asked->text);
  check->due = asked->due;
  return save (work, action, check, error);
}

static gboolean
perform_record (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCheckResult *request = input;
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (muster_work_get_database (work), request->action_id, error);
  GDate on = g_date_valid (&request->on) ? request->on : *today;
  MusterFollowUp *check;

  if (action == NULL || !muster_follow_up_check_result (action, muster_work_get_account (work)->id, request->passed, request->note, &on, today, error))
    return FALSE;
  check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);
  settle (work, check, request->passed ? MUSTER_FOLLOW_UP_PASSED : MUSTER_FOLLOW_UP_FAILED, request->note, &on);
  muster_work_set_reason (work, request->note);
  return save (work, action, check, error);
}

static gboolean
perform_waive (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionText *request = input;
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (muster_work_get_database (work), request->action_id, error);
  MusterFollowUp *check;

  if (action == NULL || !muster_follow_up_check_waiver (action, request->text, error))
    return FALSE;
  check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);
  if (check == NULL)
    check = add_follow_up (work, action, MUSTER_FOLLOW_UP_CHECK);
  settle (work, check, MUSTER_FOLLOW_UP_WAIVED, request->text, muster_work_get_today (work));
  muster_work_set_reason (work, request->text);
  return save (work, action, check, error);
}

static gboolean
perform_ask (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterExtensionRequest *request = input;
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (muster_work_get_database (work), request->action_id, error);
  g_autoptr (MusterFollowUp) asked = muster_follow_up_new ();
  MusterFollowUp *extension;

  if (action == NULL)
    return FALSE;
  asked->text = muster_text_dup_tidy (request->reason != NULL ? request->reason : "");
  asked->due = request->until;
  if (!muster_follow_up_check_extension (action, asked, muster_work_get_today (work), error))
    return FALSE;
  extension = add_follow_up (work, action, MUSTER_FOLLOW_UP_EXTENSION);
  extension->text = g_steal_pointer (&asked->text);
  extension->due = asked->due;
  muster_work_set_reason (work, extension->text);
  return save (work, action, extension, error);
}

static gboolean
answer_extension (MusterWork *work, const MusterActionText *request, gboolean approves, GError **error)
{
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (muster_work_get_database (work), request->action_id, error);
  MusterFollowUp *extension;

  if (action == NULL || !muster_follow_up_check_answer (action, muster_work_get_account (work)->id, approves, request->text, today, error))
    return FALSE;
  extension = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_EXTENSION);
  settle (work, extension, approves ? MUSTER_FOLLOW_UP_APPROVED : MUSTER_FOLLOW_UP_REFUSED, request->text, today);
  if (approves)
    action->due = extension->due;
  muster_work_set_reason (work, extension->note);
  return save (work, action, extension, error);
}

static gboolean
perform_approve (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return answer_extension (work, input, TRUE, error);
}

static gboolean
perform_refuse (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return answer_extension (work, input, FALSE, error);
}

/* What came back was not served. */
static gboolean
find_served (MusterDatabase *database, gint64 action_id, gboolean *served, GError **error)
{
  g_autoptr (GPtrArray) services = muster_letter_table_list_services_of_action (database, action_id, error);

  *served = FALSE;
  for (guint i = 0; services != NULL && i < services->len; i++)
    *served |= ((const MusterService *) services->pdata[i])->result != MUSTER_SERVICE_RETURNED;
  return services != NULL;
}

static gboolean
check_choice (MusterFollowUpState state, GError **error)
{
  if (state == MUSTER_FOLLOW_UP_ACKNOWLEDGED || state == MUSTER_FOLLOW_UP_REFUSED || state == MUSTER_FOLLOW_UP_ANSWERED)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("A person acknowledges a notice, would not take it, or answers."));
  return FALSE;
}

static gboolean
perform_response (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionResponse *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);
  g_autoptr (MusterFollowUp) told = muster_follow_up_new ();
  MusterFollowUp *response;
  gboolean served;

  if (action == NULL || !check_choice (request->state, error) || !find_served (database, action->id, &served, error))
    return FALSE;
  told->state = request->state;
  told->text = muster_text_is_blank (request->text) ? NULL : g_strdup (request->text);
  told->on = g_date_valid (&request->on) ? request->on : *muster_work_get_today (work);
  if (!muster_follow_up_check_response (action, told, served, muster_work_get_today (work), error))
    return FALSE;
  response = add_follow_up (work, action, MUSTER_FOLLOW_UP_RESPONSE);
  response->state = told->state;
  response->text = g_steal_pointer (&told->text);
  response->on = told->on;
  return save (work, action, response, error);
}

const MusterOperation muster_record_response = { .name = "record-response", .perform = perform_response };
const MusterOperation muster_ask_extension = { .name = "ask-extension", .perform = perform_ask };
const MusterOperation muster_approve_extension = { .name = "approve-extension", .perform = perform_approve };
const MusterOperation muster_refuse_extension = { .name = "refuse-extension", .perform = perform_refuse };
const MusterOperation muster_plan_check = { .name = "plan-check", .perform = perform_plan };
const MusterOperation muster_record_check = { .name = "record-check", .perform = perform_record };
const MusterOperation muster_waive_check = { .name = "waive-check", .perform = perform_waive };
