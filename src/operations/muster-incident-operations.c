/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-incident-operations.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-incident-clock.h"
#include "domain/muster-text.h"
#include "operations/muster-citation-steps.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

#define ANYBODY ((1u << MUSTER_N_ASSISTER_TYPES) - 1)

void
muster_incident_get_moment (gint64 time, MusterMoment *now)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  g_date_clear (&now->day, 1);
  g_date_set_dmy (&now->day, g_date_time_get_day_of_month (local), g_date_time_get_month (local), g_date_time_get_year (local));
  now->minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static void
get_now (MusterWork *work, MusterMoment *now)
{
  muster_incident_get_moment (muster_work_get_time (work), now);
}

static MusterIncident *
load_open (MusterWork *work, gint64 id, GError **error)
{
  g_autoptr (MusterIncident) incident = muster_incident_table_load (muster_work_get_database (work), id, error);

  return incident != NULL && muster_incident_check_open (incident, error) ? g_steal_pointer (&incident) : NULL;
}

static gboolean
save (MusterWork *work, MusterIncident *incident, GError **error)
{
  if (!muster_incident_table_save (muster_work_get_database (work), incident, muster_work_get_today (work), error))
    return FALSE;
  muster_work_set_subject (work, incident->number);
  return TRUE;
}

static void
take_texts (MusterIncident *incident, const MusterIncident *told)
{
  g_set_str (&incident->narrative, told->narrative);
  g_free (incident->complainant);
  incident->complainant = muster_text_dup_tidy (told->complainant);
  g_free (incident->data_kinds);
  incident->data_kinds = muster_text_dup_tidy (told->data_kinds);
  g_set_str (&incident->containment, muster_text_is_blank (told->containment) ? NULL : told->containment);
  g_free (incident->investigator);
  incident->investigator = muster_text_dup_tidy (told->investigator);
}

static void
take_facts (MusterIncident *incident, const MusterIncident *told)
{
  incident->kind = told->kind;
  incident->source = told->source;
  incident->severity = told->severity;
  incident->occurred_from = told->occurred_from;
  incident->occurred_through = told->occurred_through;
  if (g_date_valid (&told->discovered.day))
    incident->discovered = told->discovered;
  incident->anonymous = told->anonymous;
  incident->data = told->data;
  incident->data_people = told->data_people;
  incident->data_encrypted = told->data_encrypted;
  take_texts (incident, told);
}

/* Who was named before and is not any more stays in the row, as removed. */
static void
take_people (MusterIncident *incident, const MusterIncident *told)
{
  for (guint i = 0; i < incident->people->len; i++)
    {
      MusterIncidentPerson *person = incident->people->pdata[i];
      const MusterIncidentPerson *named = muster_incident_find_person (told, person->assister_id);

      person->removed = named == NULL || named->removed;
    }
  for (guint i = 0; i < told->people->len; i++)
    {
      const MusterIncidentPerson *person = told->people->pdata[i];

      if (!person->removed && muster_incident_find_person (incident, person->assister_id) == NULL)
        muster_incident_add_person (incident, person->assister_id);
    }
}

/* Sets @types to the roles that those whom it concerns hold; to all of them where nobody is named. */
static gboolean
find_types (MusterWork *work, const MusterIncident *incident, guint *types, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);

  *types = muster_incident_count_people (incident) == 0 ? ANYBODY : 0;
  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *row = incident->people->pdata[i];
      g_autoptr (MusterAssister) person = NULL;
      g_autoptr (GPtrArray) events = NULL;

      if (row->removed)
        continue;
      person = muster_people_table_load (database, row->assister_id, error);
      events = person != NULL ? muster_people_table_list_begun (database, row->assister_id, muster_work_get_today (work), error) : NULL;
      if (events == NULL)
        return FALSE;
      *types |= muster_certification_list_held (events);
    }
  return TRUE;
}

/* Those cited already stay; new ones have to bind somebody whom it concerns. */
static gboolean
take_clauses (MusterWork *work, MusterIncident *incident, const MusterIncident *told, GError **error)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  g_auto (GStrv) canonical = NULL;
  guint types;

  for (guint i = 0; i < told->clauses->len; i++)
    {
      const char *id = ((const MusterIncidentClause *) told->clauses->pdata[i])->clause;

      if (muster_incident_find_clause (incident, id, NULL) == NULL)
        g_ptr_array_add (added, (gpointer) id);
    }
  if (!find_types (work, incident, &types, error))
    return FALSE;
  if (added->len > 0 && !muster_clause_catalogue_check (muster_data_get_clauses (), (const char *const *) added->pdata, types, &canonical, error))
    return FALSE;
  for (guint i = 0; canonical != NULL && canonical[i] != NULL; i++)
    muster_incident_add_clause (incident, canonical[i]);
  return TRUE;
}

static gboolean
take_all (MusterWork *work, MusterIncident *incident, const MusterIncident *told, GError **error)
{
  MusterMoment now;

  get_now (work, &now);
  take_facts (incident, told);
  if (incident->id == 0 && !g_date_valid (&incident->discovered.day))
    incident->discovered = now;
  take_people (incident, told);
  return take_clauses (work, incident, told, error) && muster_incident_check (incident, &now, error) && save (work, incident, error);
}

static gboolean
perform_record (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  gint64 *id = output;

  if (pack == NULL)
    return FALSE;
  incident->clause_version = g_strdup (muster_clause_catalogue_get_version (muster_data_get_clauses ()));
  incident->rule_pack = g_strdup (muster_rule_pack_get_name (pack));
  incident->recorded_account = muster_work_get_account (work)->id;
  if (!take_all (work, incident, input, error))
    return FALSE;
  muster_work_add_detail (work, "kind", muster_incident_kind_to_code (incident->kind));
  if (id != NULL)
    *id = incident->id;
  return TRUE;
}

static gboolean
perform_change (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterIncident *told = input;
  g_autoptr (MusterIncident) incident = load_open (work, told->id, error);

  return incident != NULL && take_all (work, incident, told, error);
}

/* A report that comes too late says in its note why it does. */
static gboolean
check_lateness (MusterWork *work, const MusterIncident *incident, const MusterIncidentReport *report, const MusterMoment *now, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  g_autoptr (GArray) clocks = pack != NULL ? muster_incident_list_clocks (incident, pack, now) : NULL;

  if (clocks == NULL)
    return FALSE;
  for (guint i = 0; i < clocks->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (clocks, MusterIncidentClock, i);

      if (clock->duty == report->duty && clock->report == report && clock->state == MUSTER_CLOCK_DONE_LATE && muster_text_is_blank (report->note))
        {
          g_autofree char *due = muster_date_dup_text (&clock->due.day);

          /* Translators: what had to be reported, a day */
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is late: it was due on %s. Say in a note why it is late; the note is kept with the report."), muster_incident_duty_get_label (clock->duty), due);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
perform_report (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterIncidentReportRequest *request = input;
  g_autoptr (MusterIncident) incident = load_open (work, request->incident_id, error);
  MusterIncidentReport *report;
  MusterMoment now;

  if (incident == NULL)
    return FALSE;
  get_now (work, &now);
  report = muster_incident_add_report (incident, request->duty);
  report->told = muster_text_dup_tidy (request->told);
  report->note = muster_text_is_blank (request->note) ? NULL : g_strdup (request->note);
  report->at = g_date_valid (&request->at.day) ? request->at : now;
  report->account = muster_work_get_account (work)->id;
  if (!muster_incident_check_report (incident, report, &now, error) || !check_lateness (work, incident, report, &now, error) || !save (work, incident, error))
    return FALSE;
  muster_work_add_detail (work, "duty", muster_incident_duty_to_code (report->duty));
  return TRUE;
}

static gboolean
perform_finding (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterIncidentFindingRequest *request = input;
  g_autoptr (MusterIncident) incident = load_open (work, request->incident_id, error);
  MusterIncidentClause *clause = incident != NULL ? muster_incident_find_clause (incident, request->clause, error) : NULL;
  g_autofree char *notice = NULL;

  if (clause == NULL || !muster_incident_check_finding (incident, request->finding, request->note, error))
    return FALSE;
  /* What was not broken nobody is held to. */
  if (request->finding == MUSTER_FINDING_SUBSTANTIATED &&
      !muster_citation_steps_find_incident (muster_work_get_database (work), incident, clause->clause, request->unacknowledged, muster_work_get_today (work), &notice, error))
    return FALSE;
  clause->finding = request->finding;
  clause->account = muster_work_get_account (work)->id;
  clause->on = *muster_work_get_today (work);
  g_set_str (&clause->note, request->note);
  if (!save (work, incident, error))
    return FALSE;
  muster_work_set_reason (work, request->note);
  muster_work_add_detail (work, "clause", clause->clause);
  muster_work_add_detail (work, "finding", muster_incident_finding_to_code (clause->finding));
  muster_citation_steps_describe (work, notice, request->unacknowledged);
  return TRUE;
}

/* Sets @undone to the title of the first duty that is not done; %NULL where there is none. */
static gboolean
find_undone (MusterWork *work, const MusterIncident *incident, char **undone, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  const MusterIncidentClock *clock;
  g_autoptr (GArray) clocks = NULL;
  MusterMoment now;

  if (pack == NULL)
    return FALSE;
  get_now (work, &now);
  clocks = muster_incident_list_clocks (incident, pack, &now);
  clock = muster_incident_find_undone (clocks);
  *undone = clock != NULL ? g_strdup (clock->rule->title) : NULL;
  return TRUE;
}

static gboolean
perform_close (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCloseIncident *request = input;
  g_autoptr (MusterIncident) incident = load_open (work, request->incident_id, error);
  g_autoptr (GPtrArray) actions = incident != NULL ? muster_incident_table_list_actions (muster_work_get_database (work), incident->id, error) : NULL;
  g_autofree char *undone = NULL;

  if (actions == NULL || !find_undone (work, incident, &undone, error) ||
      !muster_incident_check_close (incident, request->outcome, request->note, undone, actions->len > 0, error))
    return FALSE;
  incident->state = MUSTER_INCIDENT_CLOSED;
  incident->outcome = request->outcome;
  incident->closed = *muster_work_get_today (work);
  incident->closed_account = muster_work_get_account (work)->id;
  g_set_str (&incident->closing_note, request->note);
  if (!save (work, incident, error))
    return FALSE;
  muster_work_set_reason (work, request->note);
  muster_work_add_detail (work, "outcome", muster_incident_outcome_to_code (incident->outcome));
  return TRUE;
}

const MusterOperation muster_record_incident = { .name = "record-incident", .perform = perform_record };
const MusterOperation muster_change_incident = { .name = "change-incident", .perform = perform_change };
const MusterOperation muster_record_incident_report = { .name = "record-incident-report", .perform = perform_report };
const MusterOperation muster_incident_finding = { .name = "incident-finding", .perform = perform_finding };
const MusterOperation muster_close_incident = { .name = "close-incident", .perform = perform_close };
