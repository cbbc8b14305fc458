/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-certification-step.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-decision-lifting.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-account-table.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-open-case-query.h"
#include "store/muster-people-table.h"

/* Which verbs may be asked for without a role: they concern the whole person. */
static gboolean
is_for_every_role (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE || verb == MUSTER_VERB_RETURN;
}

/* A person without any role leaves and comes back too, and one whose certification was taken away meanwhile comes back: then there is no step to take. */
static gboolean
can_do_without_role (MusterCertificationVerb verb, const MusterAssister *person, GPtrArray *events)
{
  if (verb == MUSTER_VERB_RETURN)
    return !person->active;
  return verb == MUSTER_VERB_INACTIVATE && person->active && muster_certification_list_held (events) == 0;
}

static gboolean
choose_types (MusterCertificationVerb verb, const MusterCertificationRequest *request, const MusterAssister *person, GPtrArray *events, guint *types, GError **error)
{
  *types = request->type & MUSTER_ASSISTER_ALL_TYPES;
  if (*types != 0)
    return TRUE;
  if (request->type != 0 || !is_for_every_role (verb))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say in which role: broker, navigator, CAC or support staff."));
      return FALSE;
    }
  *types = muster_certification_list_possible (events, verb);
  if (*types != 0 || can_do_without_role (verb, person, events))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("To %s is not possible in any role the person holds."), muster_certification_verb_get_label (verb));
  return FALSE;
}

static gboolean
check (MusterCertificationVerb verb, const MusterCertificationRequest *request, const MusterAssister *person, guint types, const GDate *on, const GDate *today, GError **error)
{
  if (!muster_certification_check_day (on, today, error) || !muster_certification_check_reason (verb, request->reason, error))
    return FALSE;
  if (request->despite_revocation && muster_text_is_blank (request->reason))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say with a reason why the revocation in another role does not stand in the way."));
      return FALSE;
    }
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0 && !muster_certification_check_person (verb, person, 1u << i, error))
      return FALSE;
  return TRUE;
}

/* What each role says, before anything is written. */
static gboolean
plan (MusterDatabase *database, MusterCertificationStep *step, GError **error)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;

      if ((step->types & (1u << i)) == 0)
        continue;
      if (!muster_certification_steps_plan (database, step->events, 1u << i, step->verb, &step->context, &planned, &superseded, error))
        return FALSE;
      g_ptr_array_extend_and_steal (step->planned, g_steal_pointer (&planned));
    }
  return TRUE;
}

/* The suspension that the step lifts was administrative: what is open stands in the way. */
static gboolean
check_open_items (MusterDatabase *database, MusterCertificationStep *step, const MusterCertificationRequest *request, GError **error)
{
  guint types = 0;

  for (guint i = 0; step->verb == MUSTER_VERB_REINSTATE && i < step->planned->len; i++)
    {
      const MusterCertificationEvent *event = step->planned->pdata[i];

      if (event->from == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE)
        types |= event->type;
    }
  if (types == 0)
    return TRUE;
  step->open_items = muster_open_items_new (database, step->person->id, types, &step->context.on, error);
  if (step->open_items == NULL || !muster_open_items_check (step->open_items, request->despite_open_items, error))
    return FALSE;
  step->despite_open_items = request->despite_open_items;
  step->reason = muster_open_items_dup_reason (step->open_items, request->reason, request->despite_open_items);
  step->context.reason = step->reason;
  return TRUE;
}

static gboolean
look_at (MusterDatabase *database, MusterCertificationStep *step, const MusterCertificationRequest *request, const GDate *today, GError **error)
{
  step->person = muster_people_table_load (database, request->assister_id, error);
  if (step->person == NULL || !muster_case_filter_query_check_own (database, step->person->id, error))
    return FALSE;
  step->events = muster_people_table_list_begun (database, step->person->id, today, error);
  if (step->events == NULL || !choose_types (step->verb, request, step->person, step->events, &step->types, error))
    return FALSE;
  if (!check (step->verb, request, step->person, step->types, &step->context.on, today, error))
    return FALSE;
  if (muster_certification_verb_marks_case (step->verb) &&
      !muster_open_case_query_has (database, step->person->id, &step->context.under_investigation, error))
    return FALSE;
  return plan (database, step, error) && check_open_items (database, step, request, error);
}

MusterCertificationStep *
muster_certification_step_new (MusterDatabase *database, MusterCertificationVerb verb, const MusterCertificationRequest *request, const GDate *today, GError **error)
{
  g_autoptr (MusterCertificationStep) step = g_new0 (MusterCertificationStep, 1);

  step->verb = verb;
  step->planned = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  step->context = (MusterStepContext) {
    .assister_id = request->assister_id,
    .authority = request->authority,
    .on = g_date_valid (&request->on) ? request->on : *today,
    .reason = request->reason,
    .despite_revocation = request->despite_revocation,
  };
  return look_at (database, step, request, today, error) ? g_steal_pointer (&step) : NULL;
}

void
muster_certification_step_free (MusterCertificationStep *step)
{
  if (step == NULL)
    return;
  g_clear_pointer (&step->person, muster_assister_free);
  g_clear_pointer (&step->events, g_ptr_array_unref);
  g_ptr_array_unref (step->planned);
  muster_open_items_free (step->open_items);
  g_free (step->reason);
  g_free (step);
}

gboolean
muster_certification_step_is_leaving (const MusterCertificationStep *step)
{
  return step->verb == MUSTER_VERB_INACTIVATE && (muster_certification_list_possible (step->events, MUSTER_VERB_INACTIVATE) & ~step->types) == 0;
}

/* Whoever is inactive in every role has left on the day from which that holds of all of them, in whatever order it was recorded. */
static void
find_leaving_day (GPtrArray *events, GDate *on)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, 1u << i);
      const MusterCertificationEvent *last = standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;

      if (last != NULL && g_date_compare (&last->effective, on) > 0)
        *on = last->effective;
    }
}

/* What two people decided about @decision_id, neither of them undoes alone. */
static gboolean
check_lifting (MusterWork *work, gint64 decision_id, const char *reason, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  gint64 account = muster_work_get_account (work)->id;
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, decision_id, error);
  MusterOtherAdministrators others;
  gboolean alone;

  if (decision == NULL || !muster_account_table_find_others (database, account, &others, error) ||
      !muster_decision_check_lifting (decision, account, &others, muster_work_get_time (work), &alone, error))
    return FALSE;
  if (alone)
    muster_work_add_detail (work, "emergency", reason);
  return TRUE;
}

static gboolean
check_reinstating (MusterWork *work, const MusterCertificationStep *step, GError **error)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) standing = muster_certification_list_standing (step->events, 1u << i);
      MusterCertificationState before;
      gint64 decision_id;

      if ((step->types & (1u << i)) != 0 && muster_certification_find_decision (standing, &decision_id, &before) && !check_lifting (work, decision_id, step->context.reason, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_certification_step_take (MusterWork *work, MusterCertificationStep *step, GError **error)
{
  const MusterStepContext *context = &step->context;
  GDate on = context->on;

  if (step->verb == MUSTER_VERB_REINSTATE && !check_reinstating (work, step, error))
    return FALSE;
  if (!muster_certification_steps_take_all (work, step->events, step->types, step->verb, context, error))
    return FALSE;
  if (step->verb == MUSTER_VERB_RETURN)
    return muster_certification_steps_come_back (work, context->assister_id, &context->on, error);
  if (step->verb != MUSTER_VERB_INACTIVATE || !muster_certification_is_all_inactive (step->events))
    return TRUE;
  find_leaving_day (step->events, &on);
  return muster_certification_steps_leave (work, context->assister_id, &on, error);
}
