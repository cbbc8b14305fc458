/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "database-fixture.h"
#include "domain/muster-rule-packs.h"
#include "operations/muster-adoption-preview.h"
#include "operations/muster-season-report.h"
#include "store/muster-database-private.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-today-query.h"

/*
 * Who may assist, for everybody and for one person, today and long ago; what another rule pack or another day changes; what today asks for; how far a season is.
 * Everybody has a history of two years, with two courses and a licence or a study: ten rows a person, each of them a change in the journal.
 */

static void
say (const char *what, double milliseconds, double bound)
{
  printf ("%-58s %13.1f ms %13.0f ms  %s\n", what, milliseconds, bound, milliseconds <= bound ? "meets" : "MISSES");
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.;
}

static const struct
{
  MusterCertificationState from, to;
  guint month, year;
} history[] = {
  { MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, 6, 2024 },
  { MUSTER_STATE_APPLICANT, MUSTER_STATE_IN_TRAINING, 7, 2024 },
  { MUSTER_STATE_IN_TRAINING, MUSTER_STATE_PENDING_REVIEW, 8, 2024 },
  { MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED, 9, 2024 },
  { MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED, 9, 2025 },
};

/* Noon of @date. */
static gint64
moment_of (const GDate *date)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);

  return g_date_time_to_unix (noon) * G_USEC_PER_SEC;
}

static void
certify (MusterDatabase *database, gint64 person, MusterAssisterType type, guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    {
      MusterCertificationEvent *event = muster_certification_event_new ();

      event->assister_id = person;
      event->type = type;
      event->from = history[i].from;
      event->to = history[i].to;
      event->account_id = 1;
      event->authority = MUSTER_AUTHORITY_MARKETPLACE;
      g_date_set_dmy (&event->effective, 1 + number % 28, history[i].month, history[i].year);
      event->recorded = moment_of (&event->effective);
      g_assert_true (muster_people_table_add_event (database, event, NULL));
      muster_certification_event_free (event);
    }
}

static void
show (MusterDatabase *database, gint64 person, const char *requirement, const char *outcome, guint number, gboolean ends)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->outcome = g_strdup (outcome);
  g_date_set_dmy (&evidence->on, 1 + number % 28, 9, 2024 + number % 3);
  if (ends)
    g_date_set_dmy (&evidence->expires, 28, 1 + number % 12, 2026 + number % 2);
  evidence->account_id = 1;
  evidence->source = g_strdup ("The course provider");
  evidence->recorded = moment_of (&evidence->on);
  g_assert_true (muster_evidence_table_save (database, evidence, NULL));
}

static void
add_person (MusterDatabase *database, guint number, gint64 agency)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterType type = number % 3 == 0 ? MUSTER_ASSISTER_NAVIGATOR : MUSTER_ASSISTER_BROKER;
  gboolean changed;
  GDate from;

  person->given_name = g_strdup_printf ("Ana %u", number % 977);
  person->family_name = g_strdup_printf ("Lindqvist %u", number);
  person->npn = g_strdup_printf ("%u", 7000000 + number);
  person->languages = g_strdup (number % 5 == 0 ? "English; Hmong" : "English");
  person->county = g_strdup_printf ("County %u", number % 87);
  g_date_set_dmy (&from, 1, 1, 2024);
  g_assert_true (muster_people_table_save (database, person, NULL));
  g_assert_true (muster_people_table_affiliate (database, person->id, agency, &from, &changed, NULL));
  certify (database, person->id, type, number);
  show (database, person->id, "data-security", "passed", number, FALSE);
  show (database, person->id, "notice", "signed", number + 1, FALSE);
  if (type == MUSTER_ASSISTER_BROKER)
    show (database, person->id, "licence", "active", number, TRUE);
  else
    show (database, person->id, "background-study", "cleared", number, FALSE);
}

static void
measure_one (MusterDatabase *reader, const GDate *today)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 1; i <= 1000; i++)
    {
      g_autoptr (MusterPersonAnswer) answer = muster_roster_query_answer (reader, i, NULL, today, NULL, NULL);

      g_assert_nonnull (answer);
    }
  say ("  one person, with every reason and requirement", since (start) / 1000, 1);
}

static void
measure_long_ago (MusterDatabase *reader)
{
  gint64 start = g_get_monotonic_time ();
  MusterRosterIndex *index;
  GDate as_of, known_on;

  g_date_set_dmy (&as_of, 24, 11, 2024);
  g_date_set_dmy (&known_on, 31, 12, 2024);
  index = muster_roster_index_new (reader, &as_of, &known_on, NULL, NULL);
  say ("  everybody’s answer two years back, by what was known then", since (start), 2000);
  printf ("    %u people were known\n", muster_roster_index_get_size (index));
  muster_roster_index_unref (index);
}

static void
measure_today (MusterDatabase *reader, const GDate *today)
{
  gint64 start = g_get_monotonic_time (), indexed;
  MusterRosterIndex *index = muster_roster_index_new (reader, today, NULL, NULL, NULL);
  g_autoptr (MusterToday) list = NULL;

  indexed = g_get_monotonic_time ();
  list = muster_today_query (reader, index, today, FALSE, NULL);
  say ("  the list of today, everybody’s answer at hand from the roster", since (indexed), 200);
  say ("  the same where nobody has asked yet", since (start), 1000);
  muster_roster_index_unref (index);
}

static void
measure_preview (const char *what, MusterAdoptionPreview *preview, gint64 start)
{
  say (what, since (start), 3000);
  printf ("    %u of %u people, and then %u; %u answers change\n", preview->n_may_before, preview->n_people, preview->n_may_after, preview->changes->len);
  muster_adoption_preview_free (preview);
}

/* In the season of the rules that everybody begins with. */
static void
measure_season (MusterDatabase *reader)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (MusterSeasonReport) report = NULL;
  GDate on;

  g_date_set_dmy (&on, 25, 9, 2025);
  report = muster_season_report_new (reader, &on, 0, NULL, NULL);
  say ("  the recertification season", since (start), 2000);
  printf ("    %u of %u people are done, %u are behind\n", report->progress.people.n_done, report->progress.people.n, report->behind->len);
}

int
main (void)
{
  const char *wanted = g_getenv ("MUSTER_BENCH_PEOPLE");
  guint n_people = wanted != NULL ? (guint) atoi (wanted) : 100000;
  DatabaseFixture fixture = { 0 };
  MusterDatabase *reader;
  gint64 start, agency;
  GDate today, later;

  database_fixture_set_up (&fixture, NULL);
  begin_write (&fixture);
  g_assert_true (muster_people_table_ensure_agency (fixture.database, "Agency of Minnesota", &agency, NULL));
  for (guint i = 0; i < n_people; i++)
    add_person (fixture.database, i, agency);
  end_write (&fixture);
  reader = open_reader (&fixture);
  g_date_set_dmy (&today, 24, 11, 2026);
  g_date_set_dmy (&later, 1, 8, 2027);
  printf ("rules for %u people, %u changes\n", n_people, 10 * n_people);
  start = g_get_monotonic_time ();
  muster_roster_index_unref (muster_roster_index_new (reader, &today, NULL, NULL, NULL));
  say ("  everybody’s answer", since (start), 1000);
  measure_one (reader, &today);
  measure_long_ago (reader);
  measure_today (reader, &today);
  start = g_get_monotonic_time ();
  measure_preview ("  what adopting the next pack changes", muster_adoption_preview_new (reader, muster_rule_packs_find_shipped ("mnsure-2027"), &today, NULL, NULL), start);
  start = g_get_monotonic_time ();
  measure_preview ("  what another day changes", muster_adoption_preview_new_for_day (reader, &today, &later, NULL, NULL), start);
  measure_season (reader);
  muster_database_close (reader);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}
