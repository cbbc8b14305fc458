/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

/* What was decided for a later day gives way to the same, or to more, from an earlier one; never to less. */
static const struct
{
  MusterCertificationState ahead, sooner;
} giving_way[] = {
  { MUSTER_STATE_REVOKED, MUSTER_STATE_REVOKED },
  { MUSTER_STATE_SUSPENDED_FOR_CAUSE, MUSTER_STATE_REVOKED },
  { MUSTER_STATE_SUSPENDED_FOR_CAUSE, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
};

/* The way to a certification: whoever is certified has gone it, seen by us or not. */
static MusterCertificationVerb
get_next_on_the_way (MusterCertificationState state)
{
  if (state == MUSTER_STATE_NONE)
    return MUSTER_VERB_ENROL;
  if (state == MUSTER_STATE_APPLICANT)
    return MUSTER_VERB_START_TRAINING;
  if (state == MUSTER_STATE_IN_TRAINING)
    return MUSTER_VERB_SUBMIT;
  return state == MUSTER_STATE_PENDING_REVIEW ? MUSTER_VERB_CERTIFY : MUSTER_VERB_REAPPLY;
}

/* On one day the order of recording decides: that of the rows, since a clock may be set back. What is not kept yet comes by its moment. */
static int
compare_events (gconstpointer a, gconstpointer b)
{
  const MusterCertificationEvent *first = *(const MusterCertificationEvent *const *) a;
  const MusterCertificationEvent *second = *(const MusterCertificationEvent *const *) b;
  int days = g_date_compare (&first->effective, &second->effective);

  if (days != 0)
    return days;
  if (first->id != 0 && second->id != 0)
    return first->id < second->id ? -1 : first->id > second->id;
  return first->recorded < second->recorded ? -1 : first->recorded > second->recorded;
}

GPtrArray *
muster_certification_list_standing (GPtrArray *events, MusterAssisterType type)
{
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      MusterCertificationEvent *event = events->pdata[i];

      if (event->type == type && muster_certification_event_stands (event) && g_date_valid (&event->effective))
        g_ptr_array_add (standing, event);
    }
  g_ptr_array_sort (standing, compare_events);
  return standing;
}

GPtrArray *
muster_certification_list_begun (GPtrArray *events, const GDate *on)
{
  GPtrArray *begun = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      if (!g_date_valid (&event->effective) || g_date_compare (&event->effective, on) <= 0)
        g_ptr_array_add (begun, muster_certification_event_copy (event));
    }
  return begun;
}

gboolean
muster_certification_gives_way (const MusterCertificationEvent *event, MusterCertificationState to, const GDate *on)
{
  if (event->decision_id == 0 || !muster_certification_event_stands (event) || g_date_compare (&event->effective, on) <= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (giving_way); i++)
    if (giving_way[i].ahead == event->to && giving_way[i].sooner == to)
      return TRUE;
  return FALSE;
}

static const MusterCertificationEvent *
get_last (GPtrArray *standing)
{
  return standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
}

static MusterCertificationState
get_state (GPtrArray *standing)
{
  const MusterCertificationEvent *last = get_last (standing);

  return last != NULL ? last->to : MUSTER_STATE_NONE;
}

static void
add_step (GPtrArray *planned, const MusterTransition *transition, MusterCertificationState to, MusterAssisterType type, MusterAuthority authority, const GDate *on)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->type = type;
  event->from = transition->from;
  event->to = to;
  event->effective = *on;
  event->authority = authority;
  g_ptr_array_add (planned, event);
}

const MusterTransition *
muster_certification_find_step (const MusterCertificationEvent *last, MusterCertificationVerb verb, GError **error)
{
  const MusterTransition *transition = muster_certification_find_transition (verb, last != NULL ? last->to : MUSTER_STATE_NONE, error);

  /* Who left can be revoked for what they were; nobody who never was certified. */
  if (transition != NULL && verb == MUSTER_VERB_REVOKE && last->to == MUSTER_STATE_INACTIVE && muster_certification_find_transition (verb, last->from, error) == NULL)
    return NULL;
  return transition;
}

gboolean
muster_certification_check_authority (const MusterTransition *transition, MusterAuthority authority, GError **error)
{
  g_autofree char *possible = NULL;

  if ((transition->authorities & authority) != 0)
    return TRUE;
  possible = muster_authority_dup_list (transition->authorities);
  /* Translators: authority, verb, list of authorities */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot decide to %s. Whose decision it can be: %s."), muster_authority_get_label (authority),
               muster_certification_verb_get_label (transition->verb), possible);
  return FALSE;
}

static gboolean
choose_authority (const MusterTransition *transition, MusterAuthority *authority, GError **error)
{
  if (*authority == 0)
    *authority = 1u << g_bit_nth_lsf (transition->authorities, -1);
  return muster_certification_check_authority (transition, *authority, error);
}

static gboolean
refuse_earlier (const MusterCertificationEvent *last, const GDate *on, GError **error)
{
  g_autofree char *day = muster_date_dup_text (on);
  g_autofree char *last_day = muster_date_dup_text (&last->effective);

  /* Translators: day, state, day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: the certification is “%s” from %s. Choose that day or a later one."), day,
               muster_certification_state_get_label (last->to), last_day);
  return FALSE;
}

/* Takes the early stages that begin after @on off the end of @standing: learning of them later does not make them so. */
static void
supersede_later_stages (GPtrArray *standing, const GDate *on, GArray *superseded)
{
  const MusterCertificationEvent *last = get_last (standing);

  while (last != NULL && muster_certification_is_early_stage (last->to) && last->from != MUSTER_STATE_INACTIVE && g_date_compare (&last->effective, on) > 0)
    {
      g_array_append_val (superseded, last->id);
      g_ptr_array_set_size (standing, standing->len - 1);
      last = get_last (standing);
    }
}

static gboolean
plan_certify (GPtrArray *standing, MusterAssisterType type, MusterAuthority authority, const GDate *on, GPtrArray *planned, GArray *superseded, GError **error)
{
  const MusterTransition *goal = muster_certification_find_transition (MUSTER_VERB_CERTIFY, MUSTER_STATE_PENDING_REVIEW, error);
  const MusterCertificationEvent *last;
  MusterCertificationState state;

  if (goal == NULL || !choose_authority (goal, &authority, error))
    return FALSE;
  supersede_later_stages (standing, on, superseded);
  last = get_last (standing);
  if (last != NULL && g_date_compare (&last->effective, on) > 0)
    return refuse_earlier (last, on, error);

  for (state = get_state (standing); state != goal->to;)
    {
      const MusterTransition *step = muster_certification_find_transition (get_next_on_the_way (state), state, error);

      if (step == NULL)
        return FALSE;
      add_step (planned, step, step->to, type, authority, on);
      state = step->to;
    }
  return TRUE;
}

static gboolean
check_renewal (const MusterCertificationEvent *last, const GDate *on, GError **error)
{
  g_autofree char *day = NULL;

  if (last == NULL || last->to != MUSTER_STATE_CERTIFIED || g_date_compare (&last->effective, on) != 0)
    return TRUE;
  day = muster_date_dup_text (on);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The person is certified from %s already."), day);
  return FALSE;
}

/* Who decided the state before the person left, as far as the lifecycle lets that one decide a return; else the agency, which takes the person back. */
static MusterAuthority
find_former_authority (GPtrArray *standing, const MusterTransition *transition)
{
  const MusterCertificationEvent *former = standing->len > 1 ? standing->pdata[standing->len - 2] : NULL;

  return former != NULL && (former->authority & transition->authorities) != 0 ? former->authority : MUSTER_AUTHORITY_AGENCY;
}

/* What the step leads to; the former state is in the history. */
static MusterCertificationState
find_goal (GPtrArray *standing, const MusterTransition *transition)
{
  MusterCertificationState before = MUSTER_STATE_NONE;
  gint64 decision_id;

  if (transition->verb == MUSTER_VERB_RETURN)
    return ((const MusterCertificationEvent *) standing->pdata[muster_certification_find_given_back (standing, standing->len - 1)])->from;
  if (transition->verb != MUSTER_VERB_REINSTATE_ON_REVIEW && transition->verb != MUSTER_VERB_REDUCE_ON_REVIEW)
    return transition->to;
  muster_certification_find_decision (standing, &decision_id, &before);
  return muster_certification_get_given_back (transition->verb, before);
}

static gboolean
refuse_nothing_before (GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Nothing is recorded from before the decision that could be given back."));
  return FALSE;
}

static gboolean
plan_single (GPtrArray *standing, MusterAssisterType type, MusterCertificationVerb verb, MusterAuthority authority, const GDate *on, GPtrArray *planned, GError **error)
{
  const MusterCertificationEvent *last = get_last (standing);
  const MusterTransition *transition = muster_certification_find_step (last, verb, error);
  MusterCertificationState to;

  if (transition == NULL)
    return FALSE;
  if (last != NULL && g_date_compare (&last->effective, on) > 0)
    return refuse_earlier (last, on, error);
  if (verb == MUSTER_VERB_CERTIFY && !check_renewal (last, on, error))
    return FALSE;
  /* Coming back, the former state stands by whose decision it was, unless somebody says otherwise. */
  if (verb == MUSTER_VERB_RETURN && authority == 0)
    authority = find_former_authority (standing, transition);
  if (!choose_authority (transition, &authority, error))
    return FALSE;

  to = find_goal (standing, transition);
  if (transition->to == MUSTER_STATE_NONE && (to == MUSTER_STATE_NONE || to == transition->from))
    return refuse_nothing_before (error);
  add_step (planned, transition, to, type, authority, on);
  return TRUE;
}

static gboolean
is_certified (MusterCertificationState state)
{
  return state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED;
}

void
muster_certification_settle_restriction (GPtrArray *planned, gboolean is_restricted)
{
  for (guint i = 0; i < planned->len; i++)
    {
      MusterCertificationEvent *event = planned->pdata[i];

      if (is_certified (event->to) && !is_certified (event->from))
        event->to = is_restricted ? MUSTER_STATE_CERTIFIED_RESTRICTED : MUSTER_STATE_CERTIFIED;
    }
}

gboolean
muster_certification_is_brought_back (MusterCertificationState from, MusterCertificationState to)
{
  return to == MUSTER_STATE_CERTIFIED && !is_certified (from) && from != MUSTER_STATE_INACTIVE;
}

gboolean
muster_certification_is_return_to (MusterCertificationState former, MusterCertificationState to)
{
  return to == former || (is_certified (former) && is_certified (to));
}

gboolean
muster_certification_is_early_stage (MusterCertificationState state)
{
  return state == MUSTER_STATE_APPLICANT || state == MUSTER_STATE_IN_TRAINING || state == MUSTER_STATE_PENDING_REVIEW;
}

MusterCertificationState
muster_certification_state_on (GPtrArray *events, MusterAssisterType type, const GDate *on, GDate *since)
{
  const MusterCertificationEvent *last = NULL;

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      if (event->type != type || !muster_certification_event_stands (event) || !g_date_valid (&event->effective) || g_date_compare (&event->effective, on) > 0)
        continue;
      if (last == NULL || compare_events (&event, &last) >= 0)
        last = event;
    }
  if (since != NULL && last != NULL)
    *since = last->effective;
  else if (since != NULL)
    g_date_clear (since, 1);
  return last != NULL ? last->to : MUSTER_STATE_NONE;
}

gboolean
muster_certification_plan (GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb, MusterAuthority authority,
                           const GDate *on, GPtrArray **planned, GArray **superseded, GError **error)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  g_autoptr (GArray) corrected = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean ok;

  if (!g_date_valid (on))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The step needs the day from which it holds."));
      return FALSE;
    }
  if (verb == MUSTER_VERB_CERTIFY && muster_certification_is_early_stage (get_state (standing)))
    ok = plan_certify (standing, type, authority, on, steps, corrected, error);
  else
    ok = plan_single (standing, type, verb, authority, on, steps, error);
  if (!ok)
    return FALSE;

  *planned = g_steal_pointer (&steps);
  *superseded = g_steal_pointer (&corrected);
  return TRUE;
}
