/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_certification_check_day (const GDate *on, const GDate *today, GError **error)
{
  g_autofree char *day = NULL;

  if (g_date_get_year (on) >= MUSTER_CERTIFICATION_FIRST_YEAR)
    return muster_date_check_happened (on, today, error);
  day = muster_date_dup_text (on);
  /* Translators: a day, and a year */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: nobody was certified before %d, when the marketplaces opened. Look at the year."), day,
               MUSTER_CERTIFICATION_FIRST_YEAR);
  return FALSE;
}

gboolean
muster_certification_verb_marks_case (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE;
}

static const MusterCertificationEvent *
get_last (GPtrArray *events, MusterAssisterType type)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);

  return standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
}

static MusterCertificationState
get_last_state (GPtrArray *events, MusterAssisterType type)
{
  const MusterCertificationEvent *last = get_last (events, type);

  return last != NULL ? last->to : MUSTER_STATE_NONE;
}

guint
muster_certification_list_held (GPtrArray *events)
{
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (get_last_state (events, 1u << i) != MUSTER_STATE_NONE)
      types |= 1u << i;
  return types;
}

guint
muster_certification_list_possible (GPtrArray *events, MusterCertificationVerb verb)
{
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (muster_certification_find_step (get_last (events, 1u << i), verb, NULL) != NULL)
      types |= 1u << i;
  return types;
}

gboolean
muster_certification_is_all_inactive (GPtrArray *events)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      MusterCertificationState state = get_last_state (events, 1u << i);

      if (state != MUSTER_STATE_NONE && state != MUSTER_STATE_INACTIVE)
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_certification_verb_takes_away (MusterCertificationVerb verb)
{
  return verb == MUSTER_VERB_DENY || verb == MUSTER_VERB_SUSPEND || verb == MUSTER_VERB_EXPIRE || verb == MUSTER_VERB_WITHDRAW || verb == MUSTER_VERB_INACTIVATE;
}

/* By the first @n of @standing. What a review gave back is barred by what barred it then. */
static MusterCertificationState
find_bar_by (GPtrArray *standing, guint n)
{
  MusterCertificationState bar = MUSTER_STATE_NONE;

  for (guint i = 0; i < n; i++)
    {
      MusterCertificationState to = ((const MusterCertificationEvent *) standing->pdata[i])->to;
      guint given_back = muster_certification_find_given_back (standing, i);

      if (given_back != i)
        {
          bar = find_bar_by (standing, given_back + 1);
          continue;
        }
      if (to == MUSTER_STATE_REVOKED || to == MUSTER_STATE_DENIED || to == MUSTER_STATE_SUSPENDED_FOR_CAUSE)
        bar = to;
      else if (to == MUSTER_STATE_CERTIFIED || to == MUSTER_STATE_CERTIFIED_RESTRICTED)
        bar = MUSTER_STATE_NONE;
    }
  return bar;
}

static MusterCertificationState
find_bar_of (GPtrArray *events, MusterAssisterType type)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);

  return find_bar_by (standing, standing->len);
}

MusterCertificationState
muster_certification_find_bar (GPtrArray *events)
{
  MusterCertificationState bar = MUSTER_STATE_NONE;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES && bar == MUSTER_STATE_NONE; i++)
    bar = find_bar_of (events, 1u << i);
  return bar;
}

gboolean
muster_certification_check_person (MusterCertificationVerb verb, const MusterAssister *person, MusterAssisterType type, GError **error)
{
  if ((verb == MUSTER_VERB_ENROL || verb == MUSTER_VERB_REAPPLY) && !person->active)
    return refuse (error, _("The person is not active on the roster. Record the return to the agency first."));
  if (verb != MUSTER_VERB_CERTIFY)
    return TRUE;
  if (type == MUSTER_ASSISTER_BROKER && person->npn == NULL)
    return refuse (error, _("A broker cannot be certified without an NPN. Enter it first."));
  if ((type == MUSTER_ASSISTER_NAVIGATOR || type == MUSTER_ASSISTER_CAC) && person->assister_id == NULL)
    return refuse (error, _("A navigator or certified application counselor cannot be certified without an Assister ID. Enter it first."));
  return TRUE;
}

gboolean
muster_certification_check_reason (MusterCertificationVerb verb, const char *reason, GError **error)
{
  gboolean needed = verb == MUSTER_VERB_DENY || verb == MUSTER_VERB_SUSPEND || verb == MUSTER_VERB_REINSTATE;

  if (needed && muster_text_is_blank (reason))
    {
      /* Translators: verb: “To suspend needs a reason …” */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("To %s needs a reason: the person has to be told it."), muster_certification_verb_get_label (verb));
      return FALSE;
    }
  if (muster_identifier_may_hold_ssn (reason, TRUE))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}
