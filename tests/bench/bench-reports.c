/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "database-fixture.h"
#include "documents/muster-report-file.h"
#include "operations/muster-report-making.h"
#include "store/muster-cases-table.h"
#include "store/muster-database-private.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

/* Every report, of a register where one person in ten has a case: an incident, a corrective action that came from it, and of every fifth of those a decision. */

#define CASES 10
#define DECISIONS 5
#define BOUND 2000

static const char *const clauses[] = { "COC-02", "COC-04", "COC-09", "BRK-02", "ROB-06c", "ROB-07b" };

static void
add_event (MusterDatabase *database, gint64 person, guint number)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->assister_id = person;
  event->type = number % 2 == 0 ? MUSTER_ASSISTER_BROKER : MUSTER_ASSISTER_NAVIGATOR;
  event->from = MUSTER_STATE_APPLICANT;
  event->to = MUSTER_STATE_CERTIFIED;
  g_date_set_dmy (&event->effective, 1, 2, 2026);
  event->recorded = 1;
  event->authority = MUSTER_AUTHORITY_MARKETPLACE;
  event->account_id = 1;
  g_assert_true (muster_people_table_add_event (database, event, NULL));
  muster_certification_event_free (event);
}

static gint64
add_incident (MusterDatabase *database, gint64 person, guint number)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  MusterIncidentReport *report = muster_incident_add_report (incident, MUSTER_DUTY_INCIDENT_REPORT);

  incident->narrative = g_strdup ("A letter went to the wrong household.");
  g_date_set_dmy (&incident->discovered.day, 1 + number % 28, 3, 2026);
  incident->discovered.minute = MUSTER_NO_MINUTE;
  incident->clause_version = g_strdup ("1");
  incident->rule_pack = g_strdup ("mnsure-2026");
  incident->recorded_account = 1;
  muster_incident_add_person (incident, person);
  muster_incident_add_clause (incident, clauses[number % G_N_ELEMENTS (clauses)]);
  report->told = g_strdup ("ARC");
  g_date_set_dmy (&report->at.day, 1 + number % 28, 4, 2026);
  report->at.minute = MUSTER_NO_MINUTE;
  report->account = 1;
  g_assert_true (muster_incident_table_save (database, incident, &incident->discovered.day, NULL));
  return incident->id;
}

static gint64
add_action (MusterDatabase *database, gint64 person, gint64 incident, guint number)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();

  action->assister_id = person;
  action->severity = 1 + number % MUSTER_N_SEVERITIES;
  action->finding = g_strdup ("A letter went to the wrong household.");
  g_date_set_dmy (&action->opened, 1 + number % 28, 1 + number % 10, 2026);
  g_date_set_dmy (&action->due, 1 + number % 28, 2 + number % 10, 2026);
  action->incident_id = incident;
  action->clause_version = g_strdup ("1");
  action->rule_pack = g_strdup ("mnsure-2026");
  action->opened_account = 1;
  g_ptr_array_add (action->clause_ids, g_strdup (clauses[number % G_N_ELEMENTS (clauses)]));
  g_assert_true (muster_action_table_save (database, action, NULL));
  return action->id;
}

static void
add_decision (MusterDatabase *database, gint64 person, gint64 action)
{
  g_autoptr (MusterDecision) decision = muster_decision_new ();

  decision->assister_id = person;
  decision->types = MUSTER_ASSISTER_BROKER;
  decision->authority = MUSTER_AUTHORITY_AGENCY;
  decision->state = MUSTER_DECISION_APPROVED;
  decision->reason = g_strdup ("Sold data");
  decision->proposer = decision->decider = 1;
  decision->proposed_at = decision->decided_at = 1795824000000000;
  decision->clause_version = g_strdup ("1");
  decision->rule_pack = g_strdup ("mnsure-2026");
  g_array_append_val (decision->action_ids, action);
  g_assert_true (muster_decision_table_save (database, decision, 2026, NULL));
}

static void
fill (DatabaseFixture *fixture, guint n_people)
{
  begin_write (fixture);
  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (MusterAssister) person = muster_assister_new ();
      gint64 action;

      person->given_name = g_strdup ("Ana");
      person->family_name = g_strdup_printf ("Moua-%05u", i);
      person->npn = g_strdup_printf ("%u", 7000000 + i);
      g_assert_true (muster_people_table_save (fixture->database, person, NULL));
      add_event (fixture->database, person->id, i);
      if (i % CASES != 0)
        continue;
      action = add_action (fixture->database, person->id, add_incident (fixture->database, person->id, i), i);
      if (i / CASES % DECISIONS == 0)
        add_decision (fixture->database, person->id, action);
    }
  end_write (fixture);
}

static void
say (const char *what, guint n_rows, gint64 start)
{
  g_autofree char *line = g_strdup_printf ("  %s, %u rows", what, n_rows);
  double milliseconds = (g_get_monotonic_time () - start) / 1000.;

  printf ("%-58s %13.1f ms %13d ms  %s\n", line, milliseconds, BOUND, milliseconds <= BOUND ? "meets" : "MISSES");
}

static void
draw (const MusterReport *report)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) pdf = muster_report_file_draw (report, "Riverside", NULL, FALSE, NULL);

  g_assert_nonnull (pdf);
  say ("the same on paper", report->rows->len, start);
}

static void
measure (MusterDatabase *reader, MusterReportKind kind)
{
  MusterReportWish wish = { .kind = kind, .time = 1 };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterReport) report = NULL;

  g_date_set_dmy (&wish.today, 28, 11, 2026);
  report = muster_report_make (reader, &wish, NULL, &error);
  g_assert_no_error (error);
  say (muster_report_kind_to_code (kind), report->rows->len, start);
  if (kind == MUSTER_REPORT_DECISIONS)
    draw (report);
}

int
main (void)
{
  const char *wanted = g_getenv ("MUSTER_BENCH_PEOPLE");
  guint n_people = wanted != NULL ? (guint) atoi (wanted) : 100000;
  DatabaseFixture fixture = { 0 };
  MusterDatabase *reader;

  database_fixture_set_up (&fixture, NULL);
  fill (&fixture, n_people);
  reader = open_reader (&fixture);
  printf ("reports of %u people, %u of them with cases\n", n_people, n_people / CASES);
  for (guint kind = 0; kind < MUSTER_N_REPORTS; kind++)
    measure (reader, kind);
  muster_database_close (reader);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}
