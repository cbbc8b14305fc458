/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-narrative.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_ssn (const char *const *texts, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (muster_identifier_contains_ssn (texts[i]))
      return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

static gboolean
check_happened (const MusterMoment *moment, const MusterMoment *now, GError **error)
{
  if (!muster_moment_is_before (now, moment))
    return TRUE;
  return muster_date_check_happened (&moment->day, &now->day, error) && refuse (error, _("The time of day is in the future. Record what has happened."));
}

static gboolean
check_days (const MusterIncident *incident, const MusterMoment *now, GError **error)
{
  const GDate *from = &incident->occurred_from, *through = &incident->occurred_through;

  if (!g_date_valid (&incident->discovered.day))
    return refuse (error, _("Say on which day the agency learned of it. The time to report runs from then."));
  if (!check_happened (&incident->discovered, now, error))
    return FALSE;
  if (g_date_valid (from) && g_date_compare (from, &incident->discovered.day) > 0)
    return refuse (error, _("It cannot have become known before it occurred. Look at both days."));
  if (!g_date_valid (through))
    return TRUE;
  if (!g_date_valid (from))
    return refuse (error, _("Say from which day on it occurred, where its last day is known."));
  if (g_date_compare (through, from) < 0)
    return refuse (error, _("The last day on which it occurred is before the first one."));
  return muster_date_check_happened (through, &now->day, error);
}

static gboolean
check_data (const MusterIncident *incident, GError **error)
{
  if (incident->data == MUSTER_KNOWN_YES)
    return TRUE;
  if (incident->data_people == 0 && muster_text_is_blank (incident->data_kinds) && incident->data_encrypted == MUSTER_KNOWN_UNKNOWN)
    return TRUE;
  return refuse (error, _("How many people, which kinds of data and whether they were encrypted is only said where personal data is involved."));
}

gboolean
muster_incident_check_open (const MusterIncident *incident, GError **error)
{
  return incident->state == MUSTER_INCIDENT_OPEN || refuse (error, _("The incident is closed. What stands in it stays as it is."));
}

gboolean
muster_incident_check (const MusterIncident *incident, const MusterMoment *now, GError **error)
{
  const char *const texts[] = { incident->narrative, incident->complainant, incident->data_kinds, incident->containment, incident->investigator };

  if (!muster_incident_check_open (incident, error))
    return FALSE;
  if (muster_text_is_blank (incident->narrative))
    return refuse (error, _("Say what happened. A sentence will do; the rest can be completed later."));
  if (incident->severity != 0 && (incident->severity < 1 || incident->severity > 4))
    return refuse (error, _("Choose a severity from S1 to S4."));
  if (incident->anonymous && !muster_text_is_blank (incident->complainant))
    return refuse (error, _("Who complained is either named or anonymous, not both."));
  return check_ssn (texts, G_N_ELEMENTS (texts), error) && check_days (incident, now, error) && check_data (incident, error);
}

gboolean
muster_incident_check_report (const MusterIncident *incident, const MusterIncidentReport *report, const MusterMoment *now, GError **error)
{
  const char *const texts[] = { report->told, report->note };

  if (!muster_incident_check_open (incident, error))
    return FALSE;
  if (muster_text_is_blank (report->told))
    return refuse (error, _("Say who was told."));
  if (!g_date_valid (&report->at.day))
    return refuse (error, _("Say when they were told."));
  if (muster_moment_is_before (&report->at, &incident->discovered))
    return refuse (error, _("Nobody can have been told before the agency learned of it. Look at both days."));
  return check_happened (&report->at, now, error) && check_ssn (texts, G_N_ELEMENTS (texts), error);
}

gboolean
muster_incident_check_finding (const MusterIncident *incident, MusterIncidentFinding finding, const char *note, GError **error)
{
  if (!muster_incident_check_open (incident, error))
    return FALSE;
  if (finding == MUSTER_FINDING_OPEN)
    return refuse (error, _("Choose what was found: substantiated, not substantiated or inconclusive."));
  if (muster_text_is_blank (note))
    return refuse (error, _("Say what the finding rests on."));
  return check_ssn (&note, 1, error);
}

static const MusterIncidentClause *
find_by_finding (const MusterIncident *incident, MusterIncidentFinding finding)
{
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];

      if (clause->finding == finding)
        return clause;
    }
  return NULL;
}

static gboolean
check_looked_into (const MusterIncident *incident, const char *undone, GError **error)
{
  const MusterIncidentClause *open = find_by_finding (incident, MUSTER_FINDING_OPEN);

  if (open != NULL)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("There is no finding for clause %s yet. Record one first."), open->clause);
      return FALSE;
    }
  if (undone == NULL)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("This is not recorded as done yet: %s."), undone);
  return FALSE;
}

gboolean
muster_incident_check_close (const MusterIncident *incident, MusterIncidentOutcome outcome, const char *note, const char *undone, gboolean has_action, GError **error)
{
  if (!muster_incident_check_open (incident, error))
    return FALSE;
  if (outcome == MUSTER_INCIDENT_OUTCOME_NONE)
    return refuse (error, _("Choose what came of the incident."));
  if (muster_text_is_blank (note))
    return refuse (error, _("Say what came of it."));
  if (!check_ssn (&note, 1, error))
    return FALSE;
  if (outcome != MUSTER_INCIDENT_OUTCOME_DUPLICATE && !check_looked_into (incident, undone, error))
    return FALSE;
  if (outcome == MUSTER_INCIDENT_OUTCOME_UNFOUNDED && find_by_finding (incident, MUSTER_FINDING_SUBSTANTIATED) != NULL)
    return refuse (error, _("A clause was found substantiated, so that the incident is not unfounded."));
  if (outcome == MUSTER_INCIDENT_OUTCOME_ACTION && !has_action)
    return refuse (error, _("No corrective action was opened from this incident. Open it first, or choose another outcome."));
  return TRUE;
}

GPtrArray *
muster_incident_list_warnings (const MusterIncident *incident)
{
  const char *const texts[] = { incident->narrative, incident->containment, incident->data_kinds };
  guint year = g_date_valid (&incident->discovered.day) ? g_date_get_year (&incident->discovered.day) : 0;
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);
  gboolean birth = FALSE, policy = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      birth |= muster_narrative_may_hold_birth_date (texts[i], year);
      policy |= muster_narrative_may_hold_policy_number (texts[i]);
    }
  if (birth)
    g_ptr_array_add (warnings, g_strdup (_("The text holds what looks like a birth date. Take it out unless it is needed.")));
  if (policy)
    g_ptr_array_add (warnings, g_strdup (_("The text holds what looks like a policy or member number. Take it out unless it is needed.")));
  return warnings;
}
