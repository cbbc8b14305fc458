/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-action-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-late.h"
#include "operations/muster-action-operations-private.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-late-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"

static void
make_context (MusterStepContext *context, MusterWork *work, const MusterCorrectiveAction *action, const char *reason)
{
  *context = (MusterStepContext) {
    .assister_id = action->assister_id,
    .authority = MUSTER_AUTHORITY_AGENCY,
    .on = *muster_work_get_today (work),
    .reason = reason,
    .action_id = action->id,
  };
}

void
muster_action_operations_describe (MusterWork *work, const MusterCorrectiveAction *action)
{
  g_autofree char *person = muster_assister_dup_code (action->assister_id);

  muster_work_set_subject (work, action->number);
  muster_work_add_detail (work, "person", person);
}

gboolean
muster_action_operations_restrict (MusterWork *work, const MusterCorrectiveAction *action, GPtrArray *events, GError **error)
{
  MusterStepContext context;

  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return TRUE;
  make_context (&context, work, action, action->number);
  return muster_certification_steps_take_all (work, events, muster_certification_list_possible (events, MUSTER_VERB_RESTRICT), MUSTER_VERB_RESTRICT, &context, error);
}

/* The strongest restriction of the person's other open actions. */
static gboolean
find_others (MusterDatabase *database, const MusterCorrectiveAction *closed, MusterRestriction *others, GError **error)
{
  MusterActionFilter filter = { .assister_id = closed->assister_id, .only_open = TRUE };
  g_autoptr (GPtrArray) actions = muster_action_table_list (database, &filter, error);

  if (actions == NULL)
    return FALSE;
  *others = MUSTER_RESTRICTION_NONE;
  for (guint i = 0; i < actions->len; i++)
    {
      const MusterCorrectiveAction *action = actions->pdata[i];

      if (action->id != closed->id)
        *others = MAX (*others, action->restriction);
    }
  return TRUE;
}

static gboolean
check_succession (MusterWork *work, const MusterCorrectiveAction *action, MusterOutcome outcome, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  const GDate *today = muster_work_get_today (work);
  g_autoptr (GPtrArray) events = NULL;
  gboolean is_certified = FALSE;
  MusterRestriction others;

  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return TRUE;
  if (!find_others (database, action, &others, error))
    return FALSE;
  events = muster_people_table_list_begun (database, action->assister_id, today, error);
  if (events == NULL)
    return FALSE;
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      MusterCertificationState state = muster_certification_state_on (events, 1u << bit, today, NULL);

      is_certified |= state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED;
    }
  return muster_corrective_action_check_succession (action, outcome, others, is_certified, error);
}

gboolean
muster_action_operations_lift (MusterWork *work, const MusterCorrectiveAction *action, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (GPtrArray) events = NULL;
  MusterStepContext context;
  MusterRestriction others;

  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return TRUE;
  if (!find_others (database, action, &others, error))
    return FALSE;
  if (others != MUSTER_RESTRICTION_NONE)
    return TRUE;
  events = muster_people_table_list_begun (database, action->assister_id, muster_work_get_today (work), error);
  if (events == NULL)
    return FALSE;
  make_context (&context, work, action, action->number);
  return muster_certification_steps_take_all (work, events, muster_certification_list_possible (events, MUSTER_VERB_LIFT_RESTRICTION), MUSTER_VERB_LIFT_RESTRICTION,
                                              &context, error);
}

static gboolean
perform_set_cause (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionText *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, request->action_id, error);

  if (action == NULL || !muster_corrective_action_check_cause (action, request->text, error))
    return FALSE;
  g_set_str (&action->cause, request->text);
  if (!muster_action_table_save (database, action, error))
    return FALSE;
  muster_action_operations_describe (work, action);
  return TRUE;
}

static gboolean
close_action (MusterWork *work, gint64 action_id, MusterOutcome outcome, const char *note, const char *late_reason, MusterOutcome *actual, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, action_id, error);
  const MusterAccount *account = muster_work_get_account (work);
  GDate due;

  if (action == NULL)
    return FALSE;
  if (!muster_corrective_action_check_close (action, outcome, note, muster_work_get_today (work), account->role, actual, error) || !check_succession (work, action, *actual, error))
    return FALSE;
  muster_late_find_closing_day (action, *actual, &due);
  if (!muster_late_steps_take (work, &due, late_reason, error))
    return FALSE;
  action->state = *actual == MUSTER_OUTCOME_VOIDED ? MUSTER_ACTION_VOIDED : MUSTER_ACTION_CLOSED;
  action->outcome = *actual;
  action->closed = *muster_work_get_today (work);
  action->closed_account = account->id;
  g_set_str (&action->closing_note, note);
  if (!muster_action_table_save (database, action, error) || !muster_action_operations_lift (work, action, error))
    return FALSE;

  muster_action_operations_describe (work, action);
  muster_work_set_reason (work, note);
  muster_work_add_detail (work, "outcome", muster_outcome_to_code (*actual));
  return TRUE;
}

static gboolean
perform_close (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCloseAction *request = input;
  MusterOutcome *result = output;
  MusterOutcome actual;

  if (request->outcome == MUSTER_OUTCOME_VOIDED)
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A corrective action is not closed as voided: void it instead, and say why."));
      return FALSE;
    }
  if (!close_action (work, request->action_id, request->outcome, request->note, request->late_reason, &actual, error))
    return FALSE;
  if (result != NULL)
    *result = actual;
  return TRUE;
}

static gboolean
perform_void (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterActionText *request = input;
  MusterOutcome actual;

  return close_action (work, request->action_id, MUSTER_OUTCOME_VOIDED, request->text, NULL, &actual, error);
}

const MusterOperation muster_set_cause = { .name = "set-cause", .perform = perform_set_cause };
const MusterOperation muster_close_action = { .name = "close-action", .perform = perform_close };
const MusterOperation muster_void_action = { .name = "void-action", .perform = perform_void };
