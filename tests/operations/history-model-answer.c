/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "history-model.h"

#include "domain/muster-date.h"
#include "domain/muster-standing.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

typedef enum
{
  COURSE,
  STUDY,
  LICENCE,
  CREDITS,
} Requirement;

#define REQUIREMENT(code, kind, roles, renewal, implied, needs_expiry) \
  "[requirement " code "]\nTitle=" code "\nTitle[es]=" code "\nKind=" kind "\nRoles=" roles "\nRenewal=" renewal "\nBlocks=true\nImplied=" implied "\nNeedsExpiry=" needs_expiry "\nCitation=As the test has it\nVerified=false\n\n"

const char *const model_requirements_text =
  REQUIREMENT ("m-course", "course", "broker;navigator", "season\nPassMark=70", "true", "false")
    REQUIREMENT ("m-study", "study", "navigator", "once", "true", "false")
      REQUIREMENT ("m-licence", "licence", "broker", "once", "true", "true")
        REQUIREMENT ("m-credits", "credits", "broker", "months\nMonths=1", "false", "false");

int
model_day (const char *iso)
{
  GDate date, first;

  g_assert_true (muster_date_parse_iso (iso, &date, NULL));
  g_assert_true (muster_date_parse_iso (MODEL_FIRST_DAY, &first, NULL));
  return g_date_days_between (&first, &date);
}

void
model_date (int day, GDate *date)
{
  g_assert_true (muster_date_parse_iso (MODEL_FIRST_DAY, date, NULL));
  if (day >= 0)
    g_date_add_days (date, day);
  else
    g_date_subtract_days (date, -day);
}

static guint
get_roles (Requirement requirement)
{
  return requirement == COURSE ? BROKER | NAVIGATOR : requirement == STUDY ? NAVIGATOR
                                                                           : BROKER;
}

static guint
list_held (const ModelPerson *person)
{
  return (model_last_state (person, 0) != MUSTER_STATE_NONE ? BROKER : 0) | (model_last_state (person, 1) != MUSTER_STATE_NONE ? NAVIGATOR : 0);
}

gboolean
model_evidence (ModelPerson *person, const ModelFact *fact, int corrects, int today)
{
  ModelFact *old = corrects >= 0 ? &person->facts[corrects] : NULL;

  if (fact->on > today || (get_roles (fact->requirement) & list_held (person)) == 0 || (fact->through >= 0 && fact->through < fact->on))
    return FALSE;
  if (fact->requirement == LICENCE && fact->met && fact->through < 0)
    return FALSE;
  if (old != NULL && (old->requirement != fact->requirement || old->replaced != MODEL_EVER))
    return FALSE;
  for (guint i = 0; i < person->n_facts; i++)
    if (&person->facts[i] != old && person->facts[i].replaced == MODEL_EVER && person->facts[i].requirement == fact->requirement && person->facts[i].on == fact->on &&
        /* A course that was failed may be passed on the same day. */
        !(fact->requirement == COURSE && fact->met && !person->facts[i].met))
      return FALSE;
  if (old != NULL)
    old->replaced = today;
  person->facts[person->n_facts] = *fact;
  person->facts[person->n_facts].recorded = today;
  person->facts[person->n_facts++].replaced = MODEL_EVER;
  return TRUE;
}

static int
add_months (int day, int months)
{
  GDate date, first;

  model_date (0, &first);
  model_date (day, &date);
  g_date_add_months (&date, months);
  return g_date_days_between (&first, &date);
}

/* Through which day something shown on @on holds by the rule. */
static int
find_end (Requirement requirement, int on)
{
  if (requirement == CREDITS)
    return add_months (on, 1);
  if (requirement != COURSE || on >= model_day (MODEL_OPENS))
    return MODEL_EVER;
  return model_day (MODEL_DUE);
}

/* The newest evidence of one meaning that counts on @on. */
static const ModelFact *
find_fact (const ModelPerson *person, Requirement requirement, gboolean met, int on, int known)
{
  const ModelFact *best = NULL;

  for (guint i = 0; i < person->n_facts; i++)
    {
      const ModelFact *fact = &person->facts[i];

      if (fact->requirement == (guint) requirement && fact->met == met && fact->on <= on && fact->recorded <= known && fact->replaced > known && (best == NULL || fact->on >= best->on))
        best = fact;
    }
  return best;
}

/* The last time the marketplace said that the person is certified: neither the lifting of a restriction nor coming back says so. */
static const ModelEvent *
find_certification (const ModelPerson *person, guint role, int on, int known)
{
  const ModelEvent *best = NULL;

  for (guint i = 0; i < person->n_events[role]; i++)
    {
      const ModelEvent *event = &person->events[role][i];

      if (event->to == MUSTER_STATE_CERTIFIED_RESTRICTED && event->from == MUSTER_STATE_CERTIFIED)
        continue;
      if ((event->to == MUSTER_STATE_CERTIFIED || event->to == MUSTER_STATE_CERTIFIED_RESTRICTED) && event->from != MUSTER_STATE_CERTIFIED_RESTRICTED && event->from != MUSTER_STATE_INACTIVE && event->on <= on && event->recorded <= known &&
          event->replaced > known && (best == NULL || event->on >= best->on))
        best = event;
    }
  return best;
}

/* What a certification shows: all that is asked once, and the course until the season that opens after it is over. */
static gboolean
is_shown_by (const ModelEvent *certification, Requirement requirement, int on)
{
  if (certification == NULL || requirement == CREDITS)
    return FALSE;
  if (requirement != COURSE)
    return TRUE;
  return on <= model_day (MODEL_DUE) || certification->on >= model_day (MODEL_OPENS) || certification->said > model_day (MODEL_DUE);
}

static gboolean
is_lacking (const ModelPerson *person, guint role, Requirement requirement, int on, int known)
{
  const ModelFact *met = find_fact (person, requirement, TRUE, on, known), *adverse = find_fact (person, requirement, FALSE, on, known);
  const ModelEvent *certification = find_certification (person, role, on, known);

  /* A certification is no licence: it stands for the one of which nobody said anything. */
  if (requirement == LICENCE && (met != NULL || adverse != NULL))
    certification = NULL;
  if (adverse != NULL && (met == NULL || (requirement != COURSE && adverse->on > met->on)))
    {
      if (certification == NULL || certification->on <= adverse->on || !is_shown_by (certification, requirement, on))
        return TRUE;
      /* An end that was known, and that the certification does not come after, is still to come. */
      return met != NULL && met->through >= certification->on && on > met->through;
    }
  if (met != NULL)
    {
      int end = MIN (find_end (requirement, met->on), met->through >= 0 ? met->through : MODEL_EVER);

      if (on <= end)
        return FALSE;
      return !(certification != NULL && certification->on > end && is_shown_by (certification, requirement, on));
    }
  return !is_shown_by (certification, requirement, on);
}

static guint
list_lacking (const ModelPerson *person, guint role, int on, int known)
{
  guint lacking = 0;

  for (guint requirement = 0; requirement < MODEL_N_REQUIREMENTS; requirement++)
    if ((get_roles (requirement) & (1u << role)) != 0 && is_lacking (person, role, requirement, on, known))
      lacking |= 1u << requirement;
  return lacking;
}

gboolean
model_is_open (const ModelPerson *person, guint role, int on, int today)
{
  return list_lacking (person, role, on, today) != 0;
}

static int
find_restriction (const ModelPerson *person, int on, int known)
{
  int restriction = MUSTER_RESTRICTION_NONE;

  for (guint i = 0; i < person->n_actions; i++)
    {
      const ModelAction *action = &person->actions[i];

      if (action->opened <= MIN (on, known) && action->closed > MIN (on, known))
        restriction = MAX (restriction, action->stops_work ? MUSTER_RESTRICTION_STOP_WORK : MUSTER_RESTRICTION_LIMITED);
    }
  return restriction;
}

static MusterCertificationState
find_state (const ModelPerson *person, guint role, int on, int known)
{
  const ModelEvent *best = NULL;

  for (guint i = 0; i < person->n_events[role]; i++)
    {
      const ModelEvent *event = &person->events[role][i];

      if (event->on <= on && event->recorded <= known && event->replaced > known && (best == NULL || event->on >= best->on))
        best = event;
    }
  return best != NULL ? best->to : MUSTER_STATE_NONE;
}

guint
model_agency (const ModelPerson *person, int on, int known)
{
  for (guint i = person->n_stays; i > 0; i--)
    if (person->stays[i - 1].from <= on && person->stays[i - 1].recorded <= known)
      return person->stays[i - 1].agency;
  return 0;
}

void
model_answer (const ModelPerson *person, int on, int known, ModelAnswer *answer)
{
  *answer = (ModelAnswer) { .restriction = find_restriction (person, on, known), .agency = model_agency (person, on, known) };
  for (guint role = 0; role < MODEL_N_ROLES; role++)
    {
      answer->states[role] = find_state (person, role, on, known);
      if (answer->states[role] != MUSTER_STATE_CERTIFIED && answer->states[role] != MUSTER_STATE_CERTIFIED_RESTRICTED)
        continue;
      answer->lacking[role] = list_lacking (person, role, on, known);
      if (answer->lacking[role] == 0 && answer->agency != 0 && answer->restriction != MUSTER_RESTRICTION_STOP_WORK)
        answer->assisting_types |= 1u << role;
    }
}
