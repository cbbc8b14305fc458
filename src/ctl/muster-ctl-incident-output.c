/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-incident.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "domain/muster-date.h"
#include "domain/muster-severity.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-incident-table.h"
#include "store/muster-rules-table.h"

gboolean
muster_ctl_clocks_init (MusterCtlClocks *clocks, MusterDatabase *database, GError **error)
{
  muster_incident_get_moment (g_get_real_time (), &clocks->now);
  clocks->pack = muster_rules_table_load (database, &clocks->now.day, G_MAXINT64, error);
  return clocks->pack != NULL;
}

void
muster_ctl_clocks_clear (MusterCtlClocks *clocks)
{
  g_clear_pointer (&clocks->pack, muster_rule_pack_unref);
}

static void
json_moment (JsonBuilder *json, const char *key, const MusterMoment *moment)
{
  g_autofree char *text = muster_moment_to_iso (moment);

  muster_ctl_json_text (json, key, text);
}

static gboolean
json_account (JsonBuilder *json, const char *key, MusterDatabase *database, gint64 id, GError **error)
{
  g_autofree char *name = NULL;

  if (!muster_ctl_dup_account_name (database, id, &name, error))
    return FALSE;
  muster_ctl_json_text (json, key, name);
  return TRUE;
}

static void
json_people (JsonBuilder *json, const MusterIncident *incident)
{
  muster_ctl_json_begin_list (json, "people");
  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      g_autofree char *code = muster_assister_dup_code (person->assister_id);

      if (!person->removed)
        json_builder_add_string_value (json, code);
    }
  json_builder_end_array (json);
}

static gboolean
json_clauses (JsonBuilder *json, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  muster_ctl_json_begin_list (json, "clauses");
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "clause", clause->clause);
      muster_ctl_json_text (json, "finding", muster_incident_finding_to_code (clause->finding));
      muster_ctl_json_text (json, "note", clause->note);
      muster_ctl_json_day (json, "on", &clause->on);
      if (!json_account (json, "by", database, clause->account, error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static gboolean
json_reports (JsonBuilder *json, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  muster_ctl_json_begin_list (json, "reports");
  for (guint i = 0; i < incident->reports->len; i++)
    {
      const MusterIncidentReport *report = incident->reports->pdata[i];

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "duty", muster_incident_duty_to_code (report->duty));
      muster_ctl_json_text (json, "told", report->told);
      json_moment (json, "at", &report->at);
      muster_ctl_json_text (json, "note", report->note);
      if (!json_account (json, "by", database, report->account, error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

static void
json_clocks (JsonBuilder *json, const MusterIncident *incident, const MusterCtlClocks *clocks)
{
  g_autoptr (GArray) list = muster_incident_list_clocks (incident, clocks->pack, &clocks->now);

  muster_ctl_json_begin_list (json, "clocks");
  for (guint i = 0; i < list->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (list, MusterIncidentClock, i);

      json_builder_begin_object (json);
      muster_ctl_json_text (json, "duty", muster_incident_duty_to_code (clock->duty));
      muster_ctl_json_text (json, "title", clock->rule->title);
      json_moment (json, "due", &clock->due);
      muster_ctl_json_text (json, "state", muster_clock_state_to_code (clock->state));
      muster_ctl_json_text (json, "citation", clock->rule->source.citation);
      muster_ctl_json_flag (json, "verified", clock->rule->source.verified);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static gboolean
json_actions (JsonBuilder *json, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  g_autoptr (GPtrArray) actions = muster_incident_table_list_actions (database, incident->id, error);

  if (actions == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "actions");
  for (guint i = 0; i < actions->len; i++)
    json_builder_add_string_value (json, actions->pdata[i]);
  json_builder_end_array (json);
  return TRUE;
}

static void
json_facts (JsonBuilder *json, const MusterIncident *incident)
{
  muster_ctl_json_text (json, "incident", incident->number);
  muster_ctl_json_text (json, "kind", muster_incident_kind_to_code (incident->kind));
  muster_ctl_json_text (json, "source", muster_incident_source_to_code (incident->source));
  muster_ctl_json_text (json, "state", muster_incident_state_to_code (incident->state));
  muster_ctl_json_text (json, "severity", incident->severity != 0 ? muster_severity_to_code (incident->severity) : NULL);
  muster_ctl_json_day (json, "occurred_from", &incident->occurred_from);
  muster_ctl_json_day (json, "occurred_through", &incident->occurred_through);
  json_moment (json, "discovered", &incident->discovered);
  muster_ctl_json_text (json, "narrative", incident->narrative);
  muster_ctl_json_flag (json, "complainant_named", incident->complainant != NULL);
  muster_ctl_json_flag (json, "anonymous", incident->anonymous);
  muster_ctl_json_text (json, "data", muster_known_to_code (incident->data));
  muster_ctl_json_number (json, "data_people", incident->data_people);
  muster_ctl_json_text (json, "data_kinds", incident->data_kinds);
  muster_ctl_json_text (json, "encrypted", muster_known_to_code (incident->data_encrypted));
  muster_ctl_json_text (json, "containment", incident->containment);
  muster_ctl_json_text (json, "investigator", incident->investigator);
  muster_ctl_json_text (json, "clause_version", incident->clause_version);
  muster_ctl_json_text (json, "rule_pack", incident->rule_pack);
  muster_ctl_json_day (json, "closed", &incident->closed);
  muster_ctl_json_text (json, "outcome", incident->outcome != MUSTER_INCIDENT_OUTCOME_NONE ? muster_incident_outcome_to_code (incident->outcome) : NULL);
  muster_ctl_json_text (json, "note", incident->closing_note);
}

gboolean
muster_ctl_json_incident (JsonBuilder *json, MusterDatabase *database, const MusterIncident *incident, const MusterCtlClocks *clocks, GError **error)
{
  json_facts (json, incident);
  json_people (json, incident);
  json_clocks (json, incident, clocks);
  return json_clauses (json, database, incident, error) && json_reports (json, database, incident, error) && json_actions (json, database, incident, error) &&
         json_account (json, "recorded_by", database, incident->recorded_account, error) && json_account (json, "closed_by", database, incident->closed_account, error);
}

gboolean
muster_ctl_json_incidents (JsonBuilder *json, MusterDatabase *database, GPtrArray *incidents, GError **error)
{
  g_auto (MusterCtlClocks) clocks = { 0 };

  if (!muster_ctl_clocks_init (&clocks, database, error))
    return FALSE;
  muster_ctl_json_begin_list (json, "incidents");
  for (guint i = 0; i < incidents->len; i++)
    {
      json_builder_begin_object (json);
      if (!muster_ctl_json_incident (json, database, incidents->pdata[i], &clocks, error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

char *
muster_ctl_dup_incident_people (MusterDatabase *database, const MusterIncident *incident)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      g_autofree char *label = person->removed ? NULL : muster_ctl_person_dup_label (database, person->assister_id);

      if (label != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", label);
    }
  return g_string_free_and_steal (text);
}

static void
print_clocks (const MusterIncident *incident, const MusterCtlClocks *clocks)
{
  const char *headers[] = { _("Duty"), _("Due"), _("State"), _("Told") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  g_autoptr (GArray) list = muster_incident_list_clocks (incident, clocks->pack, &clocks->now);

  for (guint i = 0; i < list->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (list, MusterIncidentClock, i);
      g_autofree char *due = muster_moment_to_iso (&clock->due);
      const char *told = clock->report != NULL ? clock->report->told : NULL;

      muster_ctl_table_add (table, (const char *[]) { clock->rule->title, due, muster_clock_state_get_label (clock->state), told });
    }
  if (list->len > 0)
    muster_ctl_table_print (table);
}

static void
print_clauses (const MusterIncident *incident)
{
  const char *headers[] = { _("Clause"), _("Finding"), _("Note") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];

      muster_ctl_table_add (table, (const char *[]) { clause->clause, muster_incident_finding_get_label (clause->finding), clause->note });
    }
  if (incident->clauses->len > 0)
    muster_ctl_table_print (table);
}

static char *
dup_occurred (const MusterIncident *incident)
{
  g_autofree char *from = muster_date_to_iso (&incident->occurred_from);
  g_autofree char *through = muster_date_to_iso (&incident->occurred_through);

  return through != NULL ? g_strdup_printf ("%s – %s", from, through) : g_steal_pointer (&from);
}

gboolean
muster_ctl_print_incident (MusterDatabase *database, const MusterIncident *incident, const MusterCtlClocks *clocks, GError **error)
{
  g_autoptr (GPtrArray) actions = muster_incident_table_list_actions (database, incident->id, error);
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *discovered = muster_moment_to_iso (&incident->discovered);
  g_autofree char *occurred = dup_occurred (incident);
  g_autofree char *people = muster_ctl_dup_incident_people (database, incident);
  g_autofree char *from = NULL;

  if (actions == NULL)
    return FALSE;
  g_ptr_array_add (actions, NULL);
  from = g_strjoinv (", ", (char **) actions->pdata);
  muster_ctl_table_add_field (table, _("Incident"), incident->number);
  muster_ctl_table_add_field (table, _("Kind"), muster_incident_kind_get_label (incident->kind));
  muster_ctl_table_add_field (table, _("State"), incident->state == MUSTER_INCIDENT_CLOSED ? muster_incident_outcome_get_label (incident->outcome) : muster_incident_state_get_label (incident->state));
  muster_ctl_table_add_field (table, _("Severity"), incident->severity != 0 ? muster_severity_get_label (incident->severity) : NULL);
  muster_ctl_table_add_field (table, _("People"), people[0] != '\0' ? people : NULL);
  muster_ctl_table_add_field (table, _("Source"), muster_incident_source_get_label (incident->source));
  muster_ctl_table_add_field (table, _("Occurred"), occurred);
  muster_ctl_table_add_field (table, _("Discovered"), discovered);
  muster_ctl_table_add_field (table, _("What happened"), incident->narrative);
  muster_ctl_table_add_field (table, _("Personal data"), muster_known_get_label (incident->data));
  muster_ctl_table_add_field (table, _("Containment"), incident->containment);
  muster_ctl_table_add_field (table, _("Investigator"), incident->investigator);
  muster_ctl_table_add_field (table, _("Actions"), from[0] != '\0' ? from : NULL);
  muster_ctl_table_add_field (table, _("Note"), incident->closing_note);
  muster_ctl_table_print (table);
  print_clocks (incident, clocks);
  print_clauses (incident);
  return TRUE;
}
