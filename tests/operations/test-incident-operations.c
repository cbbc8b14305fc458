/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-incident-operations.h"

#include "domain/muster-date.h"
#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "store/muster-incident-table.h"
#include "store/muster-journal-query.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static MusterIncident *
load (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  MusterIncident *incident = muster_incident_table_load (database, id, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return incident;
}

/* Recorded by staff as quickly as it may be: what, when, and perhaps who. */
static gint64
record (OperationsFixture *fixture, MusterIncidentKind kind, gint64 person)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();
  gint64 id = 0;

  told->kind = kind;
  told->narrative = g_strdup ("A laptop was left on the bus");
  set_day (&told->occurred_from, "2026-03-09");
  if (person != 0)
    muster_incident_add_person (told, person);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, told, &id);
  return id;
}

static void
cite (OperationsFixture *fixture, gint64 id, const char *clause)
{
  g_autoptr (MusterIncident) told = load (fixture, id);

  muster_incident_add_clause (told, clause);
  run_well (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL);
}

static void
report (OperationsFixture *fixture, gint64 id, MusterIncidentDuty duty)
{
  MusterIncidentReportRequest request = { .incident_id = id, .duty = duty, .told = "ARC" };

  muster_moment_clear (&request.at);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident_report, &request, NULL);
}

static void
test_record (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  gint64 id = record (fixture, MUSTER_INCIDENT_LOST_EQUIPMENT, person);
  g_autoptr (MusterIncident) incident = load (fixture, id);
  g_autofree char *known = muster_date_to_iso (&incident->discovered.day);

  g_assert_cmpstr (incident->number, ==, "IN-2026-0001");
  g_assert_cmpstr (known, ==, "2026-03-10");
  g_assert_cmpint (incident->discovered.minute, !=, MUSTER_NO_MINUTE);
  g_assert_cmpstr (incident->rule_pack, ==, "mnsure-2026");
  g_assert_cmpuint (muster_incident_count_people (incident), ==, 1);
}

static void
test_clauses_bind (OperationsFixture *fixture, gconstpointer data)
{
  gint64 navigator = add_certified (fixture, "Moua", 1, NAVIGATOR), broker = add_certified (fixture, "Vang", 2, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterIncident) told = load (fixture, record (fixture, MUSTER_INCIDENT_CONDUCT, navigator));

  muster_incident_add_clause (told, "BRK-02");
  run_badly (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL, MUSTER_ERROR_RULE);
  muster_incident_add_person (told, broker);
  run_well (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL);
  /* Once more is not twice. */
  run_well (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL);
  muster_incident_add_clause (told, "COC-99");
  run_badly (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL, MUSTER_ERROR_NOT_FOUND);
}

static void
test_people_leave (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), id = record (fixture, MUSTER_INCIDENT_CONDUCT, person);
  g_autoptr (MusterIncident) told = load (fixture, id), without = NULL, again = NULL;

  ((MusterIncidentPerson *) told->people->pdata[0])->removed = TRUE;
  run_well (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL);
  without = load (fixture, id);
  g_assert_cmpuint (without->people->len, ==, 1);
  g_assert_cmpuint (muster_incident_count_people (without), ==, 0);
  ((MusterIncidentPerson *) told->people->pdata[0])->removed = FALSE;
  run_well (fixture, FIXTURE_KIM, &muster_change_incident, told, NULL);
  again = load (fixture, id);
  g_assert_cmpuint (muster_incident_count_people (again), ==, 1);
}

static void
test_unknown_person (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();

  told->narrative = g_strdup ("x");
  muster_incident_add_person (told, 4711);
  run_badly (fixture, FIXTURE_KIM, &muster_record_incident, told, NULL, MUSTER_ERROR_NOT_FOUND);
}

static void
test_closing (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), id = record (fixture, MUSTER_INCIDENT_LOST_EQUIPMENT, person);
  MusterIncidentFindingRequest finding = { id, "rob-07a", MUSTER_FINDING_SUBSTANTIATED, "It was told two days later" };
  MusterCloseIncident end = { id, MUSTER_INCIDENT_OUTCOME_NO_ACTION, "Found again, untouched" };
  g_autoptr (MusterIncident) incident = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL, MUSTER_ERROR_NOT_FOUND);
  cite (fixture, id, "ROB-07a");
  run_badly (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_incident_finding, &finding, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL, MUSTER_ERROR_RULE);
  report (fixture, id, MUSTER_DUTY_INTERNAL_REPORT);
  report (fixture, id, MUSTER_DUTY_INCIDENT_REPORT);
  run_badly (fixture, FIXTURE_KIM, &muster_close_incident, &end, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL, MUSTER_ERROR_RULE);
  incident = load (fixture, id);
  g_assert_cmpint (incident->state, ==, MUSTER_INCIDENT_CLOSED);
  g_assert_cmpint (((const MusterIncidentClause *) incident->clauses->pdata[0])->finding, ==, MUSTER_FINDING_SUBSTANTIATED);
  run_badly (fixture, FIXTURE_KIM, &muster_change_incident, incident, NULL, MUSTER_ERROR_RULE);
}

static void
test_action_from_it (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const grounds[] = { "COC-08", NULL };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), other = add_certified (fixture, "Vang", 2, NAVIGATOR);
  gint64 id = record (fixture, MUSTER_INCIDENT_CONDUCT, person);
  MusterOpenAction request = { .assister_id = other, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Shouted", .restriction = -1, .incident_id = id };
  MusterCloseIncident end = { id, MUSTER_INCIDENT_OUTCOME_ACTION, "See there" };

  run_badly (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL, MUSTER_ERROR_RULE);
  request.assister_id = person;
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_close_incident, &end, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL, MUSTER_ERROR_RULE);
}

/* What happened to an incident is in the history of whom it names. */
static void
test_history (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), id = record (fixture, MUSTER_INCIDENT_SECURITY, person);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autofree char *code = muster_assister_dup_code (person);
  MusterJournalFilter filter = { .subject = code, .limit = 2 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  report (fixture, id, MUSTER_DUTY_INTERNAL_REPORT);
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  g_assert_cmpstr (((const MusterJournalEntry *) entries->pdata[0])->operation, ==, "record-incident-report");
  g_assert_cmpstr (((const MusterJournalEntry *) entries->pdata[1])->operation, ==, "record-incident");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/incident-operations/record", test_record);
  operations_fixture_add ("/operations/incident-operations/clauses-bind", test_clauses_bind);
  operations_fixture_add ("/operations/incident-operations/people-leave", test_people_leave);
  operations_fixture_add ("/operations/incident-operations/unknown-person", test_unknown_person);
  operations_fixture_add ("/operations/incident-operations/closing", test_closing);
  operations_fixture_add ("/operations/incident-operations/action-from-it", test_action_from_it);
  operations_fixture_add ("/operations/incident-operations/history", test_history);
  return g_test_run ();
}
