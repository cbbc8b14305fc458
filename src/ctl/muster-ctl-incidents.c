/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-cases.h"
#include "ctl/muster-ctl-incident.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-severity.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-incident-table.h"

#define TOLD_OPTIONS                                                                                                                               \
  { "through", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The last day on which it occurred") },                                                    \
    { "discovered", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("When the agency learned of it, “2026-10-05 14:30”; else now") },                     \
    { "source", MUSTER_CTL_TEXT, FALSE, N_("SOURCE"), N_("complaint, audit, monitoring, self-report, marketplace, regulator or import-match") }, \
    { "person", MUSTER_CTL_LIST, FALSE, N_("PERSON"), N_("Whom it concerns") },                                                                  \
    { "clause", MUSTER_CTL_LIST, FALSE, N_("ID"), N_("A clause that it may have broken, such as “COC-09”") },                                    \
    { "severity", MUSTER_CTL_TEXT, FALSE, N_("S1..S4"), N_("How serious it is") },                                                               \
    { "complainant", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Who complained; private") },                                                        \
    { "anonymous", MUSTER_CTL_FLAG, FALSE, NULL, N_("Who complained is not to be named") },                                                       \
    { "data", MUSTER_CTL_TEXT, FALSE, N_("ANSWER"), N_("yes, no or unknown: whether personal data is involved") },                               \
    { "data-people", MUSTER_CTL_TEXT, FALSE, N_("N"), N_("Of how many people") },                                                                \
    { "data-kinds", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Which kinds of data") },                                                             \
    { "encrypted", MUSTER_CTL_TEXT, FALSE, N_("ANSWER"), N_("yes, no or unknown: whether it was encrypted") },                                   \
    { "containment", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What was done to limit it") },                                                      \
  {                                                                                                                                                \
    "investigator", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("Who looks into it")                                                                  \
  }

static const MusterCtlOption record_options[] = {
  { "on", MUSTER_CTL_TEXT, TRUE, N_("DATE"), N_("The day on which it occurred, or began") },
  { "kind", MUSTER_CTL_TEXT, TRUE, N_("KIND"), N_("conduct, licence-lapse, commerce-discipline, lost-equipment, security, policy-violation or suspicious-activity") },
  { "text", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What happened") },
  TOLD_OPTIONS,
  { NULL },
};

static const MusterCtlOption edit_options[] = {
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day on which it occurred, or began") },
  { "kind", MUSTER_CTL_TEXT, FALSE, N_("KIND"), N_("conduct, licence-lapse, commerce-discipline, lost-equipment, security, policy-violation or suspicious-activity") },
  { "text", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What happened") },
  TOLD_OPTIONS,
  { "without", MUSTER_CTL_LIST, FALSE, N_("PERSON"), N_("Who was named by mistake") },
  { NULL },
};

static const MusterCtlOption list_options[] = {
  { "open", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only those that are open") },
  { "person", MUSTER_CTL_TEXT, FALSE, N_("PERSON"), N_("Only those that concern the person") },
  { NULL },
};

static const MusterCtlOption report_options[] = {
  { "duty", MUSTER_CTL_TEXT, TRUE, N_("DUTY"), N_("internal-report, incident-report, breach-report, breach-notice, consumer-agencies or licence-notice") },
  { "told", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Who was told") },
  { "at", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("When, “2026-10-05 14:30”; else now") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("How, and what was said") },
  { NULL },
};

static const MusterCtlOption finding_options[] = {
  { "clause", MUSTER_CTL_TEXT, TRUE, N_("ID"), N_("The clause") },
  { "finding", MUSTER_CTL_TEXT, TRUE, N_("FINDING"), N_("substantiated, not-substantiated or inconclusive") },
  { "note", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What the finding rests on") },
  { "unacknowledged", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why clauses are cited of a notice that the person had not acknowledged") },
  { NULL },
};

static const MusterCtlOption close_options[] = {
  { "outcome", MUSTER_CTL_TEXT, TRUE, N_("OUTCOME"), N_("action, no-action, unfounded, referred or duplicate") },
  { "note", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("What came of it") },
  { NULL },
};

static gboolean
print_json (MusterDatabase *database, const MusterIncident *incident, const MusterCtlClocks *clocks, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
  g_autoptr (GPtrArray) warnings = muster_incident_list_warnings (incident);

  if (!muster_ctl_json_incident (json, database, incident, clocks, error) || !muster_ctl_json_attachments (json, database, incident->id, error))
    return FALSE;
  g_ptr_array_add (warnings, NULL);
  muster_ctl_json_texts (json, "warnings", (const char *const *) warnings->pdata);
  muster_ctl_json_print (json);
  return TRUE;
}

static int
print_incident (MusterCtl *ctl, gint64 id, gboolean warns, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterIncident) incident = database != NULL ? muster_incident_table_load (database, id, error) : NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_auto (MusterCtlClocks) clocks = { 0 };

  if (incident == NULL || !muster_ctl_clocks_init (&clocks, database, error))
    return -1;
  if (ctl->json)
    return print_json (database, incident, &clocks, error) ? MUSTER_EXIT_DONE : -1;
  if (!muster_ctl_print_incident (database, incident, &clocks, error) || !muster_ctl_print_attachments (database, incident->id, error))
    return -1;
  warnings = muster_incident_list_warnings (incident);
  for (guint i = 0; warns && i < warnings->len; i++)
    muster_ctl_print_error ("%s\n", (const char *) warnings->pdata[i]);
  return MUSTER_EXIT_DONE;
}

/* The incident that the first argument names; 0 on error. */
static gint64
find_incident (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_incident_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
}

static void
take_text (MusterCtl *ctl, const char *option, char **text)
{
  if (muster_ctl_has (ctl, option))
    g_set_str (text, muster_ctl_get (ctl, option));
}

static gboolean
take_day (MusterCtl *ctl, const char *option, GDate *day, GError **error)
{
  return !muster_ctl_has (ctl, option) || muster_ctl_get_day (ctl, option, day, error);
}

static gboolean
take_codes (MusterCtl *ctl, MusterIncident *incident, GError **error)
{
  const char *kind = muster_ctl_get (ctl, "kind"), *source = muster_ctl_get (ctl, "source"), *severity = muster_ctl_get (ctl, "severity");
  const char *data = muster_ctl_get (ctl, "data"), *encrypted = muster_ctl_get (ctl, "encrypted");
  MusterSeverity level = MUSTER_SEVERITY_1;

  if ((kind != NULL && !muster_incident_kind_from_code (kind, &incident->kind, error)) ||
      (source != NULL && !muster_incident_source_from_code (source, &incident->source, error)) ||
      (severity != NULL && !muster_severity_from_code (severity, &level, error)) ||
      (data != NULL && !muster_known_from_code (data, &incident->data, error)) ||
      (encrypted != NULL && !muster_known_from_code (encrypted, &incident->data_encrypted, error)))
    return FALSE;
  if (severity != NULL)
    incident->severity = level;
  return muster_ctl_get_number (ctl, "data-people", incident->data_people, &incident->data_people, error);
}

static gboolean
take_people (MusterCtl *ctl, MusterIncident *incident, const char *option, gboolean removed, GError **error)
{
  const char *const *people = muster_ctl_get_list (ctl, option);

  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    {
      gint64 id = muster_ctl_find_person (ctl, people[i], error);
      MusterIncidentPerson *person = id != 0 ? muster_incident_find_person (incident, id) : NULL;

      if (id == 0)
        return FALSE;
      if (person == NULL)
        person = muster_incident_add_person (incident, id);
      person->removed = removed;
    }
  return TRUE;
}

/* What the command says goes over what stands there. */
static gboolean
take_told (MusterCtl *ctl, MusterIncident *incident, GError **error)
{
  const char *const *clauses = muster_ctl_get_list (ctl, "clause");
  const char *discovered = muster_ctl_get (ctl, "discovered");

  if (!take_codes (ctl, incident, error) || !take_day (ctl, "on", &incident->occurred_from, error) || !take_day (ctl, "through", &incident->occurred_through, error) ||
      (discovered != NULL && !muster_moment_parse (discovered, &incident->discovered, error)) || !take_people (ctl, incident, "person", FALSE, error))
    return FALSE;
  take_text (ctl, "text", &incident->narrative);
  take_text (ctl, "complainant", &incident->complainant);
  take_text (ctl, "data-kinds", &incident->data_kinds);
  take_text (ctl, "containment", &incident->containment);
  take_text (ctl, "investigator", &incident->investigator);
  incident->anonymous |= muster_ctl_has (ctl, "anonymous");
  for (guint i = 0; clauses != NULL && clauses[i] != NULL; i++)
    muster_incident_add_clause (incident, clauses[i]);
  return TRUE;
}

static int
run_record (MusterCtl *ctl, GError **error)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  if (!muster_ctl_check_may (ctl, muster_record_incident.name, error) || !take_told (ctl, incident, error) ||
      !muster_ctl_perform (ctl, &muster_record_incident, incident, &id, error) || !muster_ctl_warn_like (ctl, MUSTER_CASE_INCIDENT, id, error))
    return -1;
  return print_incident (ctl, id, TRUE, error);
}

static int
run_edit (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database;
  g_autoptr (MusterIncident) incident = NULL;
  gint64 id;

  if (!muster_ctl_check_may (ctl, muster_change_incident.name, error))
    return -1;
  id = find_incident (ctl, error);
  database = id != 0 ? muster_ctl_read (ctl, error) : NULL;
  incident = database != NULL ? muster_incident_table_load (database, id, error) : NULL;
  if (incident == NULL || !take_told (ctl, incident, error) || !take_people (ctl, incident, "without", TRUE, error) ||
      !muster_ctl_perform (ctl, &muster_change_incident, incident, NULL, error) || !muster_ctl_warn_like (ctl, MUSTER_CASE_INCIDENT, id, error))
    return -1;
  return print_incident (ctl, id, TRUE, error);
}

static void
print_list (MusterDatabase *database, GPtrArray *incidents)
{
  const char *headers[] = { _("Incident"), _("Kind"), _("State"), _("Discovered"), _("People"), _("What happened") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < incidents->len; i++)
    {
      const MusterIncident *incident = incidents->pdata[i];
      g_autofree char *discovered = muster_moment_to_iso (&incident->discovered);
      g_autofree char *people = muster_ctl_dup_incident_people (database, incident);

      muster_ctl_table_add (table, (const char *[]) { incident->number, muster_incident_kind_get_label (incident->kind), muster_incident_state_get_label (incident->state), discovered, people, incident->narrative });
    }
  muster_ctl_table_print (table);
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *incidents, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();
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
  muster_ctl_json_print (json);
  return TRUE;
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  g_autoptr (GArray) listed = g_array_new (FALSE, FALSE, sizeof (MusterCtlListed));
  MusterIncidentFilter filter = { .only_open = muster_ctl_has (ctl, "open") };
  g_autoptr (GPtrArray) incidents = NULL;
  MusterDatabase *database;

  if (muster_ctl_has (ctl, "person"))
    {
      filter.assister_id = muster_ctl_find_person (ctl, muster_ctl_get (ctl, "person"), error);
      if (filter.assister_id == 0)
        return -1;
    }
  database = muster_ctl_read (ctl, error);
  incidents = database != NULL ? muster_incident_table_list (database, &filter, error) : NULL;
  if (incidents == NULL)
    return -1;
  muster_ctl_listed_add (listed, incidents, NULL, NULL);
  if (!muster_ctl_look_at_listed (ctl, listed, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  if (database == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, incidents, error) ? MUSTER_EXIT_DONE : -1;
  print_list (database, incidents);
  return MUSTER_EXIT_DONE;
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  gint64 id = find_incident (ctl, error);

  return id != 0 && muster_ctl_look (ctl, MUSTER_CASE_INCIDENT, id, error) ? print_incident (ctl, id, FALSE, error) : -1;
}

static int
run_report (MusterCtl *ctl, GError **error)
{
  MusterIncidentReportRequest request = { .told = muster_ctl_get (ctl, "told"), .note = muster_ctl_get (ctl, "note") };
  const char *at = muster_ctl_get (ctl, "at");

  muster_moment_clear (&request.at);
  if (!muster_incident_duty_from_code (muster_ctl_get (ctl, "duty"), &request.duty, error) || (at != NULL && !muster_moment_parse (at, &request.at, error)) ||
      !muster_ctl_check_may (ctl, muster_record_incident_report.name, error))
    return -1;
  request.incident_id = find_incident (ctl, error);
  if (request.incident_id == 0 || !muster_ctl_perform (ctl, &muster_record_incident_report, &request, NULL, error))
    return -1;
  return print_incident (ctl, request.incident_id, FALSE, error);
}

static int
run_finding (MusterCtl *ctl, GError **error)
{
  MusterIncidentFindingRequest request = { .clause = muster_ctl_get (ctl, "clause"), .note = muster_ctl_get (ctl, "note"), .unacknowledged = muster_ctl_get (ctl, "unacknowledged") };

  if (!muster_incident_finding_from_code (muster_ctl_get (ctl, "finding"), &request.finding, error) || !muster_ctl_check_may (ctl, muster_incident_finding.name, error))
    return -1;
  request.incident_id = find_incident (ctl, error);
  if (request.incident_id == 0 || !muster_ctl_perform (ctl, &muster_incident_finding, &request, NULL, error))
    return -1;
  return print_incident (ctl, request.incident_id, FALSE, error);
}

static int
run_close (MusterCtl *ctl, GError **error)
{
  MusterCloseIncident request = { .note = muster_ctl_get (ctl, "note") };

  if (!muster_incident_outcome_from_code (muster_ctl_get (ctl, "outcome"), &request.outcome, error) || !muster_ctl_check_may (ctl, muster_close_incident.name, error))
    return -1;
  request.incident_id = find_incident (ctl, error);
  if (request.incident_id == 0 || !muster_ctl_perform (ctl, &muster_close_incident, &request, NULL, error))
    return -1;
  return print_incident (ctl, request.incident_id, FALSE, error);
}

const MusterCtlCommand muster_ctl_incident_commands[] = {
  { "incident record", NULL, 0, 0, N_("Record an incident"), record_options, TRUE, run_record },
  { "incident list", NULL, 0, 0, N_("List incidents"), list_options, TRUE, run_list },
  { "incident show", N_("ID"), 1, 1, N_("Show one of them, with what is to be reported and until when"), NULL, TRUE, run_show },
  { "incident edit", N_("ID"), 1, 1, N_("Complete an incident"), edit_options, TRUE, run_edit },
  { "incident report", N_("ID"), 1, 1, N_("Record that somebody was told of it"), report_options, TRUE, run_report },
  { "incident finding", N_("ID"), 1, 1, N_("Record what was found of a clause"), finding_options, TRUE, run_finding },
  { "incident close", N_("ID"), 1, 1, N_("Close an incident"), close_options, TRUE, run_close },
  { NULL },
};
