/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "history-model.h"

#include <string.h>

#define NONE MUSTER_STATE_NONE
#define CERTIFIED MUSTER_STATE_CERTIFIED
#define RESTRICTED MUSTER_STATE_CERTIFIED_RESTRICTED
#define SUSPENDED MUSTER_STATE_SUSPENDED_ADMINISTRATIVE
#define FOR_CAUSE MUSTER_STATE_SUSPENDED_FOR_CAUSE
#define INACTIVE MUSTER_STATE_INACTIVE

#define SET(state) (1u << MUSTER_STATE_##state)
#define EARLY (SET (APPLICANT) | SET (IN_TRAINING) | SET (PENDING_REVIEW))
#define GOOD (SET (CERTIFIED) | SET (CERTIFIED_RESTRICTED))
#define STOPPED (SET (SUSPENDED_ADMINISTRATIVE) | SET (SUSPENDED_FOR_CAUSE))
#define OVER (SET (EXPIRED) | SET (DENIED) | SET (WITHDRAWN) | SET (REVOKED))

/* From which states a verb goes, and where to. */
static const struct
{
  guint from;
  MusterCertificationState to;
} verbs[MUSTER_N_VERBS] = {
  [MUSTER_VERB_ENROL] = { SET (NONE), MUSTER_STATE_APPLICANT },
  [MUSTER_VERB_START_TRAINING] = { SET (APPLICANT), MUSTER_STATE_IN_TRAINING },
  [MUSTER_VERB_SUBMIT] = { SET (IN_TRAINING), MUSTER_STATE_PENDING_REVIEW },
  [MUSTER_VERB_CERTIFY] = { EARLY | SET (CERTIFIED), CERTIFIED },
  [MUSTER_VERB_DENY] = { EARLY, MUSTER_STATE_DENIED },
  [MUSTER_VERB_RESTRICT] = { SET (CERTIFIED), RESTRICTED },
  [MUSTER_VERB_LIFT_RESTRICTION] = { SET (CERTIFIED_RESTRICTED), CERTIFIED },
  [MUSTER_VERB_SUSPEND] = { GOOD, SUSPENDED },
  [MUSTER_VERB_SUSPEND_FOR_CAUSE] = { GOOD, FOR_CAUSE },
  [MUSTER_VERB_REINSTATE] = { STOPPED, CERTIFIED },
  [MUSTER_VERB_EXPIRE] = { SET (SUSPENDED_ADMINISTRATIVE), MUSTER_STATE_EXPIRED },
  [MUSTER_VERB_WITHDRAW] = { EARLY | GOOD | STOPPED, MUSTER_STATE_WITHDRAWN },
  [MUSTER_VERB_INACTIVATE] = { EARLY | GOOD | STOPPED | OVER, INACTIVE },
  [MUSTER_VERB_RETURN] = { SET (INACTIVE), NONE },
  [MUSTER_VERB_REVOKE] = { GOOD | STOPPED, MUSTER_STATE_REVOKED },
  [MUSTER_VERB_REAPPLY] = { OVER, MUSTER_STATE_APPLICANT },
};

static gboolean
is_in (MusterCertificationState state, guint set)
{
  return (set & (1u << state)) != 0;
}

/* The event that decides on @on by what was written down through @known. */
static int
find_event (const ModelPerson *person, guint role, int on, int known)
{
  int best = -1;

  for (guint i = 0; i < person->n_events[role]; i++)
    {
      const ModelEvent *event = &person->events[role][i];

      if (event->recorded <= known && event->replaced > known && event->on <= on && (best < 0 || event->on >= person->events[role][best].on))
        best = i;
    }
  return best;
}

static const ModelEvent *
get_last (const ModelPerson *person, guint role)
{
  static const ModelEvent nothing = { NONE, NONE, -MODEL_EVER, 0, MODEL_EVER, 0, 0, FALSE };
  /* Whatever was replaced is so by now. */
  int last = find_event (person, role, MODEL_EVER, MODEL_EVER - 1);

  return last >= 0 ? &person->events[role][last] : &nothing;
}

/* Who left can be revoked for what they were; nobody who never was certified. */
static gboolean
may_take (const ModelEvent *last, MusterCertificationVerb verb)
{
  if (verb == MUSTER_VERB_REVOKE && last->to == INACTIVE)
    return is_in (last->from, GOOD | STOPPED);
  return is_in (last->to, verbs[verb].from);
}

/* Leaving and coming back change nothing of it. */
static const ModelEvent *
find_revoked (const ModelPerson *person, guint role, int by)
{
  const ModelEvent *revoked = NULL;

  for (guint i = 0; i < person->n_events[role]; i++)
    {
      const ModelEvent *event = &person->events[role][i];

      if (event->replaced == MODEL_EVER && event->to == MUSTER_STATE_REVOKED && (event->from != INACTIVE || event->fixed) && event->on <= by && (revoked == NULL || event->on >= revoked->on))
        revoked = event;
    }
  return revoked;
}

/* Somebody revoked applies again on the 91st day and later. */
static gboolean
has_waited (const ModelPerson *person, guint role, int on)
{
  const ModelEvent *revoked = find_revoked (person, role, on);

  return revoked == NULL || on > revoked->on + 90;
}

MusterCertificationState
model_last_state (const ModelPerson *person, guint role)
{
  return get_last (person, role)->to;
}

static ModelEvent *
push (ModelPerson *person, guint role, MusterCertificationState from, MusterCertificationState to, int on, int today)
{
  ModelEvent *event = &person->events[role][person->n_events[role]++];

  g_assert_cmpuint (person->n_events[role], <, MODEL_MAX);
  *event = (ModelEvent) { from, to, on, today, MODEL_EVER, today, person->stroke, FALSE };
  return event;
}

static gboolean
is_restricted (const ModelPerson *person)
{
  for (guint i = 0; i < person->n_actions; i++)
    if (person->actions[i].closed == MODEL_EVER)
      return TRUE;
  return FALSE;
}

/* Whoever comes back, is reinstated or certified is restricted as far as something restricts now. */
static MusterCertificationState
find_former (const ModelPerson *person, MusterCertificationState former)
{
  if (!is_in (former, GOOD))
    return former;
  return is_restricted (person) ? RESTRICTED : CERTIFIED;
}

/* On the way to a certification the stages in between are gone on one day; stages that would begin later were only learned of late. */
static gboolean
certify (ModelPerson *person, guint role, int on, int today)
{
  static const MusterCertificationState way[] = { NONE, MUSTER_STATE_APPLICANT, MUSTER_STATE_IN_TRAINING, MUSTER_STATE_PENDING_REVIEW, CERTIFIED };
  const ModelEvent *last;
  guint at = 0;

  for (last = get_last (person, role); is_in (last->to, EARLY) && last->from != INACTIVE && last->on > on; last = get_last (person, role))
    ((ModelEvent *) last)->replaced = today;
  if (last->on > on)
    return FALSE;
  /* Before it applied again there was something that is over: that is where the way begins. */
  if (last->to == MUSTER_STATE_REVOKED && !has_waited (person, role, on))
    return FALSE;
  if (is_in (last->to, OVER))
    push (person, role, last->to, MUSTER_STATE_APPLICANT, on, today);
  else if (!is_in (last->to, EARLY | SET (NONE)))
    return FALSE;
  while (way[at] != get_last (person, role)->to)
    at++;
  for (; at + 1 < G_N_ELEMENTS (way); at++)
    push (person, role, way[at], find_former (person, way[at + 1]), on, today);
  return TRUE;
}

/* Somebody revoked in another role begins in none beside it until they may apply again there. */
static gboolean
is_revoked_elsewhere (const ModelPerson *person, guint role, MusterCertificationVerb verb, int on)
{
  if (verb != MUSTER_VERB_ENROL && verb != MUSTER_VERB_REAPPLY && (verb != MUSTER_VERB_CERTIFY || !is_in (get_last (person, role)->to, EARLY)))
    return FALSE;
  for (guint other = 0; other < MODEL_N_ROLES; other++)
    {
      const ModelEvent *last = get_last (person, other);

      if (other != role && (last->to == MUSTER_STATE_REVOKED || (last->to == INACTIVE && last->from == MUSTER_STATE_REVOKED)) &&
          on <= find_revoked (person, other, MODEL_EVER)->on + 90)
        return TRUE;
    }
  return FALSE;
}

static gboolean
step_role (ModelPerson *person, guint role, MusterCertificationVerb verb, int on, int today, gboolean fixed, gboolean despite)
{
  const ModelEvent *last = get_last (person, role);
  MusterCertificationState to;

  if (!may_take (last, verb) || (verb == MUSTER_VERB_REAPPLY && last->to == MUSTER_STATE_REVOKED && !has_waited (person, role, on)) ||
      is_revoked_elsewhere (person, role, verb, on))
    return FALSE;
  if (verb == MUSTER_VERB_CERTIFY && is_in (last->to, EARLY))
    return certify (person, role, on, today);
  if (last->on > on || (verb == MUSTER_VERB_CERTIFY && last->on == on))
    return FALSE;
  if (verb == MUSTER_VERB_REINSTATE && last->to == SUSPENDED && !despite && model_is_open (person, role, on, today))
    return FALSE;
  to = verb == MUSTER_VERB_RETURN ? last->from : verbs[verb].to;
  if (verb == MUSTER_VERB_RETURN || !is_in (last->to, GOOD))
    to = find_former (person, to);
  push (person, role, last->to, to, on, today)->fixed = fixed;
  return TRUE;
}

static gboolean
is_all_inactive (const ModelPerson *person)
{
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    if (model_last_state (person, role) != NONE && model_last_state (person, role) != INACTIVE)
      return FALSE;
  return TRUE;
}

static void
set_agency (ModelPerson *person, int from, guint agency, int today)
{
  g_assert_cmpuint (person->n_stays, <, MODEL_MAX);
  person->stays[person->n_stays++] = (ModelStay) { agency, from, today };
}

/* The stay with the agency begins anew; where it had not ended by then, it goes on. */
static void
come_back (ModelPerson *person, int on, int today)
{
  if (person->has_left && on >= person->left_on)
    person->agency_from = on;
  if (person->has_left)
    set_agency (person, MAX (on, person->left_on), person->last_agency, today);
  person->has_left = FALSE;
}

/* Whoever is inactive in the last role has left on the day from which that holds of all of them; a stay lasts a day at least. */
static void
leave (ModelPerson *person, int on, int today)
{
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    on = MAX (on, get_last (person, role)->on);
  person->left_on = MAX (on, person->agency_from + 1);
  set_agency (person, person->left_on, 0, today);
  person->has_left = TRUE;
}

static guint
list_possible (const ModelPerson *person, MusterCertificationVerb verb)
{
  guint types = 0;

  for (guint role = 0; role < MODEL_N_ROLES; role++)
    if (may_take (get_last (person, role), verb))
      types |= 1u << role;
  return types;
}

gboolean
model_step (ModelPerson *person, guint types, MusterCertificationVerb verb, int on, int today, gboolean fixed, gboolean despite)
{
  if (on > today && !fixed)
    return FALSE;
  if ((verb == MUSTER_VERB_ENROL || verb == MUSTER_VERB_REAPPLY) && person->has_left)
    return FALSE;
  if (types == 0)
    types = list_possible (person, verb);
  /* Somebody revoked while away comes back to the agency, as revoked as before. */
  if (types == 0 && (verb != MUSTER_VERB_RETURN || !person->has_left))
    return FALSE;
  person->stroke++;
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    if ((types & (1u << role)) != 0 && !step_role (person, role, verb, on, today, fixed, despite))
      return FALSE;
  if (verb == MUSTER_VERB_RETURN)
    come_back (person, on, today);
  else if (verb == MUSTER_VERB_INACTIVATE && is_all_inactive (person))
    leave (person, on, today);
  return TRUE;
}

void
model_add (ModelPerson *person, guint types, int today)
{
  person->added = today;
  person->agency_from = today;
  person->last_agency = 1;
  set_agency (person, -MODEL_EVER, 1, today);
  g_assert_true (model_step (person, types, MUSTER_VERB_ENROL, today, today, FALSE, FALSE));
}

gboolean
model_transfer (ModelPerson *person, guint agency, int on, int today)
{
  if (on > today || person->has_left || person->last_agency == agency || on <= person->agency_from)
    return FALSE;
  set_agency (person, on, agency, today);
  person->last_agency = agency;
  person->agency_from = on;
  return TRUE;
}

gboolean
model_open_action (ModelPerson *person, gboolean stops_work, int today)
{
  person->actions[person->n_actions++] = (ModelAction) { stops_work, today, MODEL_EVER, 0 };
  model_step (person, 0, MUSTER_VERB_RESTRICT, today, today, TRUE, FALSE);
  return TRUE;
}

gboolean
model_close_action (ModelPerson *person, guint action, int today)
{
  person->actions[action].closed = today;
  if (!is_restricted (person))
    model_step (person, 0, MUSTER_VERB_LIFT_RESTRICTION, today, today, TRUE, FALSE);
  return TRUE;
}

static gboolean
is_correctable (const ModelEvent *event)
{
  return !event->fixed && event->from != INACTIVE && event->to != INACTIVE;
}

/* Says @event again, on @on; it was first said when it was. */
static void
restate (ModelPerson *person, guint role, ModelEvent *event, int on, int today)
{
  ModelEvent copy = *event;
  ModelEvent *again;

  event->replaced = today;
  again = push (person, role, copy.from, copy.to, on, today);
  again->said = copy.said;
  again->fixed = copy.fixed;
}

static gboolean
correct_day (ModelPerson *person, guint role, int on, int today)
{
  ModelEvent *moved[MODEL_MAX];
  guint n = 0;
  ModelEvent *last = (ModelEvent *) get_last (person, role);

  if (on > today || last->on == on)
    return FALSE;
  /* The last itself always moves, and with it the stages before it that would begin later. */
  do
    {
      if (n > 0 && (!is_in (last->to, EARLY) || last->from == INACTIVE))
        return FALSE;
      moved[n++] = last;
      last->replaced = today;
      last = (ModelEvent *) get_last (person, role);
    }
  while (last->to != NONE && last->on > on);
  while (n > 0)
    {
      if (moved[n - 1]->from == MUSTER_STATE_REVOKED && !has_waited (person, role, on))
        return FALSE;
      restate (person, role, moved[--n], on, today);
    }
  return TRUE;
}

static gboolean
correct_away (ModelPerson *person, guint role, int today)
{
  ModelEvent *last = (ModelEvent *) get_last (person, role), *earliest = last;
  guint stroke = last->stroke, n = 0;

  for (; last->to != NONE && last->stroke == stroke; last = (ModelEvent *) get_last (person, role))
    {
      if (!is_correctable (last))
        return FALSE;
      last->replaced = today;
      earliest = last;
      n++;
    }
  /* Whoever came to the register with it is there still. */
  if (last->to == NONE && n > 1)
    last = earliest;
  if (last->to == NONE || !is_correctable (last))
    return FALSE;
  restate (person, role, last, last->on, today);
  return TRUE;
}

gboolean
model_correct (ModelPerson *person, guint role, int on, int today)
{
  if (model_last_state (person, role) == NONE || !is_correctable (get_last (person, role)))
    return FALSE;
  person->stroke++;
  return on >= 0 ? correct_day (person, role, on, today) : correct_away (person, role, today);
}
