/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-season-report.h"

#include "domain/muster-rule-packs.h"
#include "operations-fixture.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

static MusterSeasonReport *
look (OperationsFixture *fixture, const char *day, gint64 agency_id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterSeasonReport *report;
  GDate on;

  set_day (&on, day);
  report = muster_season_report_new (database, &on, agency_id, NULL, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return report;
}

static void
adopt (OperationsFixture *fixture)
{
  MusterAdoptRequest request = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The rules of the coming year" };

  set_day (&request.from, "2026-08-01");
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
}

/* Certified on 2026-02-02. */
static gint64
add (OperationsFixture *fixture, const char *family_name, guint number, guint types, const char *agency, const char *languages, const char *county)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = agency, .types = types, .reason = "New on the roster" };
  gint64 id = 0;

  person->given_name = g_strdup ("Ana");
  person->family_name = g_strdup (family_name);
  person->npn = g_strdup_printf ("%u", 7000000 + number);
  person->assister_id = g_strdup_printf ("MN%07u", number);
  person->languages = g_strdup (languages);
  person->county = g_strdup (county);
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      take_step (fixture, id, 1u << i, MUSTER_VERB_CERTIFY, "2026-02-02");
  return id;
}

/* @version: (nullable): of the notice */
static void
show_version (OperationsFixture *fixture, gint64 person, const char *requirement, const char *version, const char *day)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->source = g_strdup ("The course provider");
  evidence->version = g_strdup (version);
  set_day (&evidence->on, day);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
}

static void
show (OperationsFixture *fixture, gint64 person, const char *requirement, const char *day)
{
  show_version (fixture, person, requirement, NULL, day);
}

static void
load_notice (OperationsFixture *fixture, const char *version, const char *from)
{
  g_autoptr (GBytes) text = g_bytes_new_static (version, strlen (version));
  MusterPolicyRequest policy = { .version = version, .title = "Code of conduct", .file_name = "notice.txt", .content = text };

  set_day (&policy.from, from);
  run_well (fixture, FIXTURE_ALEX, &muster_load_policy, &policy, NULL);
}

#define ASSERT_LIST(list, expected)                     \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *joined = g_strjoinv ("|", (list)); \
    g_assert_cmpstr (joined, ==, expected);             \
  }                                                     \
  G_STMT_END

static void
assert_behind (const MusterSeasonReport *report, guint place, gint64 person, const char *lacking)
{
  const MusterSeasonPerson *line = &g_array_index (report->behind, MusterSeasonPerson, place);
  g_autofree char *titles = muster_season_report_dup_lacking (report, line);

  g_assert_cmpint (line->assister_id, ==, person);
  g_assert_cmpstr (titles, ==, lacking);
}

#define SECURITY "Data Security, Accessibility, Compliance and Ethics course"
#define NOTICE "Code of Conduct and Rules of Behavior"

/* A season from before it opens until it is over. */
static void
test_season (OperationsFixture *fixture, gconstpointer data)
{
  gint64 moua = add (fixture, "Moua", 1, STAFF, "Lakes", "English; Hmong", "Clay"), nur = add (fixture, "Nur", 2, STAFF, "Prairie", "English", "Clay");
  gint64 dahl = add (fixture, "Dahl", 3, STAFF, "Lakes", "Somali", NULL);
  g_autoptr (MusterSeasonReport) ahead = NULL;
  g_autoptr (MusterSeasonReport) opened = NULL;
  g_autoptr (MusterSeasonReport) later = NULL;
  g_autoptr (MusterSeasonReport) back = NULL;
  g_autoptr (MusterSeasonReport) late = NULL;
  g_autoptr (MusterSeasonReport) done = NULL;

  adopt (fixture);
  ahead = look (fixture, "2026-07-31", 0);
  g_assert_cmpint (ahead->phase, ==, MUSTER_SEASON_OVER); /* of the rules of before, by which nobody is behind */
  g_assert_false (muster_season_report_is_running (ahead));
  opened = look (fixture, "2026-08-01", 0);
  g_assert_true (muster_season_report_is_running (opened));
  g_assert_cmpuint (opened->progress.people.n, ==, 3);
  g_assert_cmpuint (opened->progress.people.n_done, ==, 0);
  g_assert_cmpint (opened->forecast.outlook, ==, MUSTER_OUTLOOK_TOO_EARLY);
  g_assert_cmpuint (opened->behind->len, ==, 3);
  assert_behind (opened, 0, dahl, SECURITY "; " NOTICE);
  ASSERT_LIST (opened->languages, "English|Hmong|Somali");

  operations_fixture_set_day ("2026-09-01");
  show (fixture, moua, "data-security", "2026-08-20");
  show (fixture, moua, "notice", "2026-08-31");
  take_step (fixture, nur, STAFF, MUSTER_VERB_CERTIFY, "2026-08-25");
  show (fixture, dahl, "data-security", "2026-08-30");
  later = look (fixture, "2026-09-01", 0);
  g_assert_cmpuint (later->progress.people.n_done, ==, 2);
  g_assert_cmpuint (later->progress.of_requirement[muster_rule_pack_find_requirement (later->pack, "data-security", NULL)].n_done, ==, 3);
  g_assert_cmpuint (later->progress.of_requirement[muster_rule_pack_find_requirement (later->pack, "notice", NULL)].n_done, ==, 2);
  g_assert_cmpuint (later->behind->len, ==, 1);
  assert_behind (later, 0, dahl, NOTICE);
  ASSERT_LIST (later->languages, "Somali");
  ASSERT_LIST (later->counties, "");
  g_assert_cmpint (later->forecast.outlook, ==, MUSTER_OUTLOOK_IN_TIME);

  /* What was shown after the day is not known on it. */
  back = look (fixture, "2026-08-28", 0);
  g_assert_cmpuint (back->progress.people.n_done, ==, 1);
  assert_behind (back, 1, moua, NOTICE);

  late = look (fixture, "2026-10-16", 0);
  g_assert_cmpint (late->phase, ==, MUSTER_SEASON_OVER);
  g_assert_true (muster_season_report_is_running (late));
  assert_behind (late, 0, dahl, NOTICE);
  operations_fixture_set_day ("2026-10-20");
  take_step (fixture, dahl, STAFF, MUSTER_VERB_SUSPEND, NULL);
  done = look (fixture, "2026-10-20", 0);
  g_assert_false (muster_season_report_is_running (done));
  g_assert_cmpuint (done->progress.people.n, ==, 2);
}

/* The second version comes in the middle of the season. That the first will do until November is not having signed the second. */
static void
test_notice (OperationsFixture *fixture, gconstpointer data)
{
  gint64 dahl = add (fixture, "Dahl", 1, STAFF, "Lakes", "English", "Clay"), moua = add (fixture, "Moua", 2, STAFF, "Lakes", "English", "Clay");
  static const struct
  {
    const char *day;
    guint n_done;
  } days[] = { { "2026-09-10", 2 }, { "2026-10-05", 2 }, { "2026-10-06", 1 }, { "2026-10-08", 2 } };

  adopt (fixture);
  operations_fixture_set_day ("2026-10-10");
  load_notice (fixture, "V1", "2026-01-01");
  load_notice (fixture, "V2", "2026-10-06");
  show (fixture, dahl, "data-security", "2026-09-01");
  show_version (fixture, dahl, "notice", "V1", "2026-09-01");
  show (fixture, moua, "data-security", "2026-09-01");
  show_version (fixture, moua, "notice", "V2", "2026-09-05");
  show_version (fixture, dahl, "notice", "V2", "2026-10-08");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MusterSeasonReport) report = look (fixture, days[i].day, 0);

      g_test_message ("%s", days[i].day);
      g_assert_cmpuint (report->progress.people.n_done, ==, days[i].n_done);
      if (days[i].n_done == 1)
        assert_behind (report, 0, dahl, NOTICE);
    }
}

static void
test_agencies (OperationsFixture *fixture, gconstpointer data)
{
  gint64 moua = add (fixture, "Moua", 1, NAVIGATOR, "Lakes", "English; Hmong", "Clay"), nur = add (fixture, "Nur", 2, BROKER, "Lakes", "English", "Clay");
  gint64 dahl = add (fixture, "Dahl", 3, NAVIGATOR | BROKER, "Prairie", "English", "Pine");
  g_autoptr (MusterSeasonReport) all = NULL;
  g_autoptr (MusterSeasonReport) one = NULL;
  const MusterSeasonAgency *first, *second;

  adopt (fixture);
  operations_fixture_set_day ("2026-09-01");
  take_step (fixture, nur, BROKER, MUSTER_VERB_CERTIFY, "2026-08-25");
  take_step (fixture, dahl, BROKER, MUSTER_VERB_CERTIFY, "2026-08-25");
  all = look (fixture, "2026-09-01", 0);
  g_assert_cmpuint (all->agencies->len, ==, 2);
  first = all->agencies->pdata[0];
  second = all->agencies->pdata[1];
  g_assert_cmpstr (first->name, ==, "Lakes");
  g_assert_cmpuint (first->count.n, ==, 2);
  g_assert_cmpuint (first->count.n_done, ==, 1);
  g_assert_cmpstr (second->name, ==, "Prairie");
  g_assert_cmpuint (second->count.n_done, ==, 0);
  g_assert_cmpuint (g_array_index (all->behind, MusterSeasonPerson, 0).agency, ==, 1);
  g_assert_cmpuint (g_array_index (all->behind, MusterSeasonPerson, 0).types, ==, NAVIGATOR);
  /* As a broker the one of the prairie goes on, but not as a navigator. */
  ASSERT_LIST (all->without_navigator, "Lakes|Prairie");
  ASSERT_LIST (all->languages, "Hmong");
  ASSERT_LIST (all->counties, "");

  one = look (fixture, "2026-09-01", first->id);
  g_assert_cmpuint (one->progress.people.n, ==, 2);
  g_assert_cmpuint (one->behind->len, ==, 1);
  g_assert_cmpint (g_array_index (one->behind, MusterSeasonPerson, 0).assister_id, ==, moua);
  ASSERT_LIST (one->without_navigator, "Lakes");
}

static void
assert_next (OperationsFixture *fixture, const char *day, const char *expected)
{
  g_autoptr (MusterSeasonReport) report = look (fixture, day, 0);
  g_autofree char *text = muster_season_report_dup_next (report, muster_date_to_iso);

  g_assert_false (muster_season_report_is_running (report));
  g_assert_nonnull (strstr (text, expected));
}

static void
test_empty (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSeasonReport) ahead = NULL;

  add (fixture, "Moua", 1, NAVIGATOR, "Lakes", "Hmong", "Clay");
  assert_next (fixture, "2025-07-01", "opens on 2025-08-01 and is due on 2025-10-15");
  assert_next (fixture, "2026-03-10", "expected to open on 2026-08-01");
  assert_next (fixture, "2026-11-28", "“MNsure, 2026”, tell of no season after the one that was due on 2025-10-15");
  adopt (fixture);
  ahead = look (fixture, "2026-07-31", 0);
  g_assert_cmpuint (ahead->progress.people.n, ==, 1);
  g_assert_cmpuint (ahead->behind->len, ==, 0);
  ASSERT_LIST (ahead->languages, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/season-report/season", test_season);
  operations_fixture_add ("/operations/season-report/notice", test_notice);
  operations_fixture_add ("/operations/season-report/agencies", test_agencies);
  operations_fixture_add ("/operations/season-report/empty", test_empty);
  return g_test_run ();
}
