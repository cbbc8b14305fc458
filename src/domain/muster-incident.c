/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-incident.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

static void
clause_free (gpointer data)
{
  MusterIncidentClause *clause = data;

  g_free (clause->clause);
  g_free (clause->note);
  g_free (clause);
}

static void
report_free (gpointer data)
{
  MusterIncidentReport *report = data;

  g_free (report->told);
  g_free (report->note);
  g_free (report);
}

MusterIncident *
muster_incident_new (void)
{
  MusterIncident *incident = g_new0 (MusterIncident, 1);

  g_date_clear (&incident->occurred_from, 1);
  g_date_clear (&incident->occurred_through, 1);
  g_date_clear (&incident->closed, 1);
  muster_moment_clear (&incident->discovered);
  incident->people = g_ptr_array_new_with_free_func (g_free);
  incident->clauses = g_ptr_array_new_with_free_func (clause_free);
  incident->reports = g_ptr_array_new_with_free_func (report_free);
  return incident;
}

void
muster_incident_free (MusterIncident *incident)
{
  if (incident == NULL)
    return;
  g_free (incident->number);
  g_free (incident->narrative);
  g_free (incident->complainant);
  g_free (incident->data_kinds);
  g_free (incident->containment);
  g_free (incident->investigator);
  g_free (incident->clause_version);
  g_free (incident->rule_pack);
  g_free (incident->closing_note);
  g_ptr_array_unref (incident->people);
  g_ptr_array_unref (incident->clauses);
  g_ptr_array_unref (incident->reports);
  g_free (incident);
}

MusterIncidentPerson *
muster_incident_add_person (MusterIncident *incident, gint64 assister_id)
{
  MusterIncidentPerson *person = g_new0 (MusterIncidentPerson, 1);

  person->assister_id = assister_id;
  g_ptr_array_add (incident->people, person);
  return person;
}

MusterIncidentClause *
muster_incident_add_clause (MusterIncident *incident, const char *id)
{
  MusterIncidentClause *clause = g_new0 (MusterIncidentClause, 1);

  clause->clause = g_strdup (id);
  g_date_clear (&clause->on, 1);
  g_ptr_array_add (incident->clauses, clause);
  return clause;
}

MusterIncidentReport *
muster_incident_add_report (MusterIncident *incident, MusterIncidentDuty duty)
{
  MusterIncidentReport *report = g_new0 (MusterIncidentReport, 1);

  report->duty = duty;
  muster_moment_clear (&report->at);
  g_ptr_array_add (incident->reports, report);
  return report;
}

MusterIncidentClause *
muster_incident_find_clause (const MusterIncident *incident, const char *id, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < incident->clauses->len; i++)
    {
      MusterIncidentClause *clause = incident->clauses->pdata[i];

      if (id != NULL && g_ascii_strcasecmp (clause->clause, id) == 0)
        return clause;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", clause->clause);
    }
  if (list->len == 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("%s cites no clause yet. Cite the clause first."), incident->number);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("%s does not cite “%s”. It cites: %s."), incident->number, id != NULL ? id : "", list->str);
  return NULL;
}

MusterIncidentPerson *
muster_incident_find_person (const MusterIncident *incident, gint64 assister_id)
{
  for (guint i = 0; i < incident->people->len; i++)
    {
      MusterIncidentPerson *person = incident->people->pdata[i];

      if (person->assister_id == assister_id)
        return person;
    }
  return NULL;
}

guint
muster_incident_count_people (const MusterIncident *incident)
{
  guint count = 0;

  for (guint i = 0; i < incident->people->len; i++)
    count += !((const MusterIncidentPerson *) incident->people->pdata[i])->removed;
  return count;
}

gboolean
muster_incident_is_breach (const MusterIncident *incident)
{
  return incident->data == MUSTER_KNOWN_YES && incident->data_encrypted != MUSTER_KNOWN_YES;
}
