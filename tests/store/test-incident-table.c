/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "domain/muster-corrective-action.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

static gint64
add_person (DatabaseFixture *fixture, const char *family)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return person->id;
}

/* With something in every column. */
static MusterIncident *
make_incident (const char *discovered, gint64 person)
{
  MusterIncident *incident = muster_incident_new ();

  incident->kind = MUSTER_INCIDENT_LOST_EQUIPMENT;
  incident->source = MUSTER_INCIDENT_SOURCE_COMPLAINT;
  incident->severity = 3;
  set_day (&incident->occurred_from, "2026-02-27");
  set_day (&incident->occurred_through, "2026-03-01");
  g_assert_true (muster_moment_parse (discovered, &incident->discovered, NULL));
  incident->narrative = g_strdup ("A laptop was left on the bus.");
  incident->complainant = g_strdup ("A. Client");
  incident->data = MUSTER_KNOWN_YES;
  incident->data_people = 1200;
  incident->data_kinds = g_strdup ("Names, incomes");
  incident->data_encrypted = MUSTER_KNOWN_NO;
  incident->containment = g_strdup ("The account was locked.");
  incident->investigator = g_strdup ("Sam");
  incident->clause_version = g_strdup ("2024");
  incident->rule_pack = g_strdup ("mnsure-2026");
  incident->recorded_account = 1;
  muster_incident_add_person (incident, person);
  muster_incident_add_clause (incident, "ROB-07a");
  muster_incident_add_clause (incident, "COC-09");
  return incident;
}

static void
save (DatabaseFixture *fixture, MusterIncident *incident, const char *day)
{
  g_autoptr (GError) error = NULL;
  GDate today;

  set_day (&today, day);
  begin_write (fixture);
  g_assert_true (muster_incident_table_save (fixture->database, incident, &today, &error));
  g_assert_no_error (error);
  end_write (fixture);
}

static void
assert_same_moment (const MusterMoment *a, const MusterMoment *b)
{
  g_assert_true (muster_date_equal (&a->day, &b->day));
  g_assert_cmpint (a->minute, ==, b->minute);
}

static void
assert_same_parts (const MusterIncident *a, const MusterIncident *b)
{
  g_assert_cmpuint (a->people->len, ==, b->people->len);
  for (guint i = 0; i < a->people->len; i++)
    {
      const MusterIncidentPerson *one = a->people->pdata[i], *other = b->people->pdata[i];

      g_assert_true (one->id == other->id && one->assister_id == other->assister_id && one->removed == other->removed);
    }
  g_assert_cmpuint (a->clauses->len, ==, b->clauses->len);
  for (guint i = 0; i < a->clauses->len; i++)
    {
      const MusterIncidentClause *one = a->clauses->pdata[i], *other = b->clauses->pdata[i];

      g_assert_true (one->id == other->id && one->finding == other->finding && one->account == other->account && muster_date_equal (&one->on, &other->on));
      g_assert_cmpstr (one->clause, ==, other->clause);
      g_assert_cmpstr (one->note, ==, other->note);
    }
  g_assert_cmpuint (a->reports->len, ==, b->reports->len);
  for (guint i = 0; i < a->reports->len; i++)
    {
      const MusterIncidentReport *one = a->reports->pdata[i], *other = b->reports->pdata[i];

      g_assert_true (one->id == other->id && one->duty == other->duty && one->account == other->account);
      g_assert_cmpstr (one->told, ==, other->told);
      g_assert_cmpstr (one->note, ==, other->note);
      assert_same_moment (&one->at, &other->at);
    }
}

static void
assert_same (const MusterIncident *a, const MusterIncident *b)
{
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_true (a->kind == b->kind && a->source == b->source && a->state == b->state && a->severity == b->severity && a->outcome == b->outcome);
  g_assert_true (muster_date_equal (&a->occurred_from, &b->occurred_from) && muster_date_equal (&a->occurred_through, &b->occurred_through));
  assert_same_moment (&a->discovered, &b->discovered);
  g_assert_cmpstr (a->narrative, ==, b->narrative);
  g_assert_cmpstr (a->complainant, ==, b->complainant);
  g_assert_true (a->anonymous == b->anonymous && a->data == b->data && a->data_people == b->data_people && a->data_encrypted == b->data_encrypted);
  g_assert_cmpstr (a->data_kinds, ==, b->data_kinds);
  g_assert_cmpstr (a->containment, ==, b->containment);
  g_assert_cmpstr (a->investigator, ==, b->investigator);
  g_assert_cmpstr (a->clause_version, ==, b->clause_version);
  g_assert_cmpstr (a->rule_pack, ==, b->rule_pack);
  g_assert_cmpint (a->recorded_account, ==, b->recorded_account);
  g_assert_true (muster_date_equal (&a->closed, &b->closed));
  g_assert_cmpstr (a->closing_note, ==, b->closing_note);
  g_assert_cmpint (a->closed_account, ==, b->closed_account);
  assert_same_parts (a, b);
}

static void
assert_kept (DatabaseFixture *fixture, const MusterIncident *incident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterIncident) loaded = muster_incident_table_load (fixture->database, incident->id, &error);

  g_assert_no_error (error);
  assert_same (incident, loaded);
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Moua");
  g_autoptr (MusterIncident) incident = make_incident ("2026-03-02 09:30", person);
  MusterIncidentReport *report;
  MusterIncidentClause *clause;

  save (fixture, incident, "2026-03-02");
  g_assert_cmpstr (incident->number, ==, "IN-2026-0001");
  assert_kept (fixture, incident);

  report = muster_incident_add_report (incident, MUSTER_DUTY_BREACH_REPORT);
  report->told = g_strdup ("ARC");
  report->account = 1;
  g_assert_true (muster_moment_parse ("2026-03-02", &report->at, NULL));
  clause = incident->clauses->pdata[1];
  clause->finding = MUSTER_FINDING_SUBSTANTIATED;
  clause->note = g_strdup ("Seen");
  clause->account = 1;
  set_day (&clause->on, "2026-03-05");
  ((MusterIncidentPerson *) incident->people->pdata[0])->removed = TRUE;
  incident->state = MUSTER_INCIDENT_CLOSED;
  incident->outcome = MUSTER_INCIDENT_OUTCOME_REFERRED;
  incident->closing_note = g_strdup ("Given to MNsure");
  incident->closed_account = 1;
  set_day (&incident->closed, "2026-03-09");
  save (fixture, incident, "2026-03-09");
  assert_kept (fixture, incident);
}

/* What is quickly entered knows little. */
static void
test_least (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();

  g_assert_true (muster_moment_parse ("2026-03-02", &incident->discovered, NULL));
  incident->narrative = g_strdup ("x");
  incident->clause_version = g_strdup ("2024");
  incident->rule_pack = g_strdup ("mnsure-2026");
  incident->recorded_account = 1;
  save (fixture, incident, "2026-03-02");
  assert_kept (fixture, incident);
}

static void
test_numbers_and_lists (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Moua"), other = add_person (fixture, "Vang");
  g_autoptr (MusterIncident) early = make_incident ("2025-12-30", person), late = make_incident ("2026-03-02", other);
  MusterIncidentFilter filter = { .assister_id = person };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL, of_person = NULL;

  save (fixture, early, "2025-12-31");
  save (fixture, late, "2026-03-02");
  g_assert_cmpstr (early->number, ==, "IN-2025-0001");
  g_assert_cmpstr (late->number, ==, "IN-2026-0001");
  g_assert_cmpint (muster_incident_table_find (fixture->database, "in-2026-0001", NULL), ==, late->id);
  g_assert_cmpint (muster_incident_table_find (fixture->database, "IN-2026-0002", &error), ==, 0);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);

  of_person = muster_incident_table_list (fixture->database, &filter, NULL);
  g_assert_cmpuint (of_person->len, ==, 1);
  all = muster_incident_table_list (fixture->database, &(MusterIncidentFilter) { .only_open = TRUE }, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((const MusterIncident *) all->pdata[0])->id, ==, late->id);
  ((MusterIncidentPerson *) early->people->pdata[0])->removed = TRUE;
  save (fixture, early, "2026-03-03");
  g_ptr_array_unref (of_person);
  of_person = muster_incident_table_list (fixture->database, &filter, NULL);
  g_assert_cmpuint (of_person->len, ==, 0);
}

static void
test_actions (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Moua");
  g_autoptr (MusterIncident) incident = make_incident ("2026-03-02", person);
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new (), loaded = NULL;
  g_autoptr (GPtrArray) numbers = NULL;

  save (fixture, incident, "2026-03-02");
  action->assister_id = person;
  action->incident_id = incident->id;
  action->finding = g_strdup ("x");
  action->clause_version = g_strdup ("2024");
  action->rule_pack = g_strdup ("mnsure-2026");
  action->opened_account = 1;
  set_day (&action->opened, "2026-03-02");
  set_day (&action->due, "2026-03-03");
  begin_write (fixture);
  g_assert_true (muster_action_table_save (fixture->database, action, NULL));
  end_write (fixture);
  loaded = muster_action_table_load (fixture->database, action->id, NULL);
  g_assert_cmpint (loaded->incident_id, ==, incident->id);
  numbers = muster_incident_table_list_actions (fixture->database, incident->id, NULL);
  g_assert_cmpuint (numbers->len, ==, 1);
  g_assert_cmpstr (numbers->pdata[0], ==, "CA-2026-0001");
}

#define ADD(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/incident-table/round-trip", test_round_trip);
  ADD ("/store/incident-table/least", test_least);
  ADD ("/store/incident-table/numbers-and-lists", test_numbers_and_lists);
  ADD ("/store/incident-table/actions", test_actions);
  return g_test_run ();
}
