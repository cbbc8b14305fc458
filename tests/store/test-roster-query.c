/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

/* Days are in 2026. A moment is the noon of such a day where the tests run. */
static gint64
noon (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  return g_date_time_to_unix_usec (time);
}

static gint64
add_person (DatabaseFixture *fixture, const char *family, const char *given, const char *npn, const char *email)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  person->given_name = g_strdup (given);
  person->npn = g_strdup (npn);
  person->email = g_strdup (email);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  return person->id;
}

static void
set_active (DatabaseFixture *fixture, gint64 id, gboolean active)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAssister) person = muster_people_table_load (fixture->database, id, &error);

  person->active = active;
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
}

static void
join (DatabaseFixture *fixture, gint64 person, const char *agency, const char *day)
{
  g_autoptr (GError) error = NULL;
  gint64 agency_id;
  GDate from;

  set_day (&from, day);
  g_assert_true (muster_people_table_ensure_agency (fixture->database, agency, &agency_id, &error));
  g_assert_true (muster_people_table_affiliate (fixture->database, person, agency_id, &from, NULL, &error));
  g_assert_no_error (error);
}

static void
leave (DatabaseFixture *fixture, gint64 person, const char *day)
{
  g_autoptr (GError) error = NULL;
  GDate through;

  set_day (&through, day);
  g_assert_true (muster_people_table_end_affiliation (fixture->database, person, &through, &error));
  g_assert_no_error (error);
}

/* Returns: the event's id. @recorded: its day. */
static gint64
add_event (DatabaseFixture *fixture, gint64 person, MusterAssisterType type, MusterCertificationState to, const char *day, const char *recorded)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
  g_autoptr (GError) error = NULL;

  event->assister_id = person;
  event->type = type;
  event->to = to;
  set_day (&event->effective, day);
  event->recorded = noon (recorded);
  event->authority = MUSTER_AUTHORITY_MARKETPLACE;
  event->account_id = 1;
  g_assert_true (muster_people_table_add_event (fixture->database, event, &error));
  g_assert_no_error (error);
  return event->id;
}

static void
add_action (DatabaseFixture *fixture, gint64 person, MusterRestriction restriction, const char *opened, const char *closed)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();
  g_autoptr (GError) error = NULL;

  action->assister_id = person;
  action->finding = g_strdup ("Something");
  action->restriction = restriction;
  set_day (&action->opened, opened);
  set_day (&action->due, "2026-12-31");
  set_day (&action->closed, closed);
  action->state = closed != NULL ? MUSTER_ACTION_CLOSED : MUSTER_ACTION_OPEN;
  action->clause_version = g_strdup ("1");
  action->rule_pack = g_strdup ("1");
  action->opened_account = 1;
  g_assert_true (muster_action_table_save (fixture->database, action, &error));
  g_assert_no_error (error);
}

/* 1 Berg: certified navigator. 2 Ångström: CAC in training with Elm. 3 Dahl: broker, suspended; no agency any more. 4 O’Brien: nothing known. */
static void
fill (DatabaseFixture *fixture)
{
  gint64 berg, angstrom, dahl;

  begin_write (fixture);
  berg = add_person (fixture, "Berg", "Bo", "22", "bo@example.org");
  angstrom = add_person (fixture, "Ångström", "Zoë", "100", NULL);
  dahl = add_person (fixture, "Dahl", "Cleo", NULL, "a.dahl@example.com");
  add_person (fixture, "O’Brien", "Ana", NULL, NULL);
  join (fixture, berg, "Oak Street", "2026-01-01");
  join (fixture, angstrom, "Elm", "2026-01-01");
  join (fixture, dahl, "Elm", "2026-01-01");
  leave (fixture, dahl, "2026-02-15");
  add_event (fixture, berg, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_APPLICANT, "2026-01-01", "2026-01-01");
  add_event (fixture, berg, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_CERTIFIED, "2026-02-01", "2026-02-10");
  add_event (fixture, angstrom, MUSTER_ASSISTER_CAC, MUSTER_STATE_IN_TRAINING, "2026-01-01", "2026-01-01");
  add_event (fixture, dahl, MUSTER_ASSISTER_BROKER, MUSTER_STATE_CERTIFIED, "2026-01-01", "2026-01-01");
  add_event (fixture, dahl, MUSTER_ASSISTER_BROKER, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, "2026-03-01", "2026-03-01");
  end_write (fixture);
}

static MusterRosterIndex *
make_index (DatabaseFixture *fixture, const char *as_of, const char *known_on)
{
  g_autoptr (GError) error = NULL;
  MusterRosterIndex *index;
  GDate day, known;

  set_day (&day, as_of);
  set_day (&known, known_on);
  index = muster_roster_index_new (fixture->database, &day, known_on != NULL ? &known : NULL, NULL, &error);
  g_assert_no_error (error);
  return index;
}

static char *
select_ids (DatabaseFixture *fixture, MusterRosterIndex *index, const MusterRosterFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = muster_roster_index_select (index, fixture->database, filter, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", g_array_index (ids, gint64, i));
  return g_string_free_and_steal (text);
}

static void
set_places (DatabaseFixture *fixture, gint64 id, const char *county, const char *languages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAssister) person = muster_people_table_load (fixture->database, id, &error);

  g_set_str (&person->county, county);
  g_set_str (&person->languages, languages);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
}

static guint
count_may_not (DatabaseFixture *fixture, MusterRosterIndex *index, const MusterRosterFilter *filter)
{
  g_autoptr (GArray) ids = muster_roster_index_select (index, fixture->database, filter, NULL, NULL);
  gint64 nobody = 77;

  g_array_append_val (ids, nobody);
  return muster_roster_index_count_may_not (index, ids);
}

/* Each county and language of a person counts, however it is written. */
static void
test_places (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterRosterFilter filter;
    const char *ids;
  } cases[] = {
    { { .may_assist = -1, .county = "Ramsey" }, "2 1 " },
    { { .may_assist = -1, .county = " RAMSEY " }, "2 1 " },
    { { .may_assist = -1, .county = "Ram" }, "" },
    { { .may_assist = -1, .county = "Hennepin" }, "1 " },
    { { .may_assist = -1, .county = "" }, "" },
    { { .may_assist = -1, .language = "español" }, "2 3 " },
    { { .may_assist = -1, .language = "Espanol", .county = "Ramsey" }, "2 " },
    { { .may_assist = -1, .language = "Hmong", .search = "z" }, "" },
    { { .may_assist = 1, .language = "Hmong" }, "1 " },
    { { .may_assist = -1, .language = "Ramsey" }, "" },
  };
  g_autoptr (MusterRosterIndex) index = NULL;
  g_auto (GStrv) counties = NULL, languages = NULL;
  g_autofree char *all_counties = NULL, *all_languages = NULL;

  fill (fixture);
  begin_write (fixture);
  set_places (fixture, 1, "Hennepin; Ramsey", "Hmong");
  set_places (fixture, 2, "ramsey", "Español, Somali");
  set_places (fixture, 3, NULL, "Español");
  end_write (fixture);
  index = make_index (fixture, "2026-04-01", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = select_ids (fixture, index, &cases[i].filter);

      g_test_message ("%u", i);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
  g_assert_true (muster_roster_index_list_places (index, fixture->database, &counties, &languages, NULL));
  all_counties = g_strjoinv (", ", counties);
  all_languages = g_strjoinv (", ", languages);
  g_assert_true (g_str_has_prefix (all_counties, "Hennepin, "));
  g_assert_cmpuint (g_strv_length (counties), ==, 2);
  g_assert_cmpstr (all_languages, ==, "Español, Hmong, Somali");
}

static void
test_select (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterRosterFilter filter;
    const char *ids;
  } cases[] = {
    { { .may_assist = -1 }, "2 1 3 4 " },
    { { .may_assist = -1, .descending = TRUE }, "4 3 1 2 " },
    { { .may_assist = 1 }, "1 " },
    { { .may_assist = 0 }, "2 3 4 " },
    { { .may_assist = -1, .search = "  " }, "2 1 3 4 " },
    { { .may_assist = -1, .search = "%" }, "" },
    { { .may_assist = -1, .search = "(" }, "" },
    { { .may_assist = -1, .search = "b% *" }, "1 4 " },
    { { .may_assist = -1, .search = "angstrom" }, "2 " },
    { { .may_assist = -1, .search = "z ÅNG" }, "2 " },
    { { .may_assist = -1, .search = "obr" }, "4 " },
    { { .may_assist = -1, .search = "example" }, "1 3 " },
    { { .may_assist = -1, .search = "elm" }, "2 " },
    { { .may_assist = -1, .search = "p-3" }, "3 " },
    { { .may_assist = -1, .search = "P-77" }, "" },
    { { .may_assist = -1, .search = "100" }, "2 " },
    { { .may_assist = 0, .search = "bo" }, "" },
    { { .may_assist = -1, .search = "berg dahl" }, "" },
    { { .may_assist = -1, .types = MUSTER_ASSISTER_CAC | MUSTER_ASSISTER_BROKER }, "2 3 " },
    { { .may_assist = -1, .states = 1 << MUSTER_STATE_CERTIFIED }, "1 " },
    { { .may_assist = -1, .states = (1 << MUSTER_STATE_CERTIFIED) | (1 << MUSTER_STATE_IN_TRAINING), .types = MUSTER_ASSISTER_CAC }, "2 " },
    { { .may_assist = -1, .states = 1 << MUSTER_STATE_NONE }, "4 " },
    { { .may_assist = -1, .agency_id = 2 }, "2 " },
    { { .may_assist = -1, .agency_id = 77 }, "" },
    { { .may_assist = -1, .sort = MUSTER_SORT_AGENCY }, "2 1 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_AGENCY, .descending = TRUE }, "1 2 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_STATUS }, "2 1 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_STATUS, .descending = TRUE }, "3 1 2 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_NPN }, "1 2 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_NPN, .descending = TRUE }, "2 1 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_EMAIL }, "3 1 2 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_MAY_ASSIST }, "1 2 3 4 " },
    { { .may_assist = -1, .sort = MUSTER_SORT_MAY_ASSIST, .descending = TRUE }, "4 3 2 1 " },
  };
  g_autoptr (MusterRosterIndex) index = NULL;

  fill (fixture);
  index = make_index (fixture, "2026-04-01", NULL);
  g_assert_cmpuint (muster_roster_index_get_size (index), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = select_ids (fixture, index, &cases[i].filter);

      g_test_message ("%u: %s", i, cases[i].filter.search != NULL ? cases[i].filter.search : "");
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
  g_assert_cmpuint (count_may_not (fixture, index, &cases[0].filter), ==, 3);
  g_assert_cmpuint (count_may_not (fixture, index, &cases[2].filter), ==, 0);
}

/* The answer of the index and of the question for one person, which must be the same. */
static void
get_standing (DatabaseFixture *fixture, gint64 person, const char *as_of, const char *known_on, MusterStandingFacts *facts, MusterStanding *standing)
{
  g_autoptr (MusterRosterIndex) index = make_index (fixture, as_of, known_on);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = muster_roster_query_rows (fixture->database, index, &person, 1, &error);
  const MusterRosterRow *row;
  GDate day, known;

  g_assert_no_error (error);
  row = rows->pdata[0];
  set_day (&day, as_of);
  set_day (&known, known_on);
  g_assert_true (muster_roster_query_standing (fixture->database, person, &day, known_on != NULL ? &known : NULL, facts, standing, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (facts->states, sizeof facts->states, row->facts.states, sizeof row->facts.states);
  g_assert_cmpint (facts->restriction, ==, row->facts.restriction);
  g_assert_cmpint (facts->active, ==, row->facts.active);
  g_assert_cmpint (facts->has_agency, ==, row->facts.has_agency);
  g_assert_cmpint (standing->may_assist, ==, row->standing.may_assist);
  g_assert_cmpuint (standing->types, ==, row->standing.types);
  g_assert_cmpuint (standing->assisting_types, ==, row->standing.assisting_types);
  g_assert_cmpint (standing->overall, ==, row->standing.overall);
  g_assert_cmpuint (standing->reasons, ==, row->standing.reasons);
}

static void
test_as_of (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 person;
    const char *as_of;
    const char *known_on;
    MusterCertificationState overall;
    gboolean may_assist;
    gboolean has_agency;
  } cases[] = {
    { 1, "2026-01-31", NULL, MUSTER_STATE_APPLICANT, FALSE, TRUE },
    { 1, "2026-02-01", NULL, MUSTER_STATE_CERTIFIED, TRUE, TRUE },
    { 1, "2026-02-05", "2026-02-09", MUSTER_STATE_APPLICANT, FALSE, TRUE },
    { 1, "2026-02-05", "2026-02-10", MUSTER_STATE_CERTIFIED, TRUE, TRUE },
    { 3, "2026-02-15", NULL, MUSTER_STATE_CERTIFIED, TRUE, TRUE },
    { 3, "2026-02-16", NULL, MUSTER_STATE_CERTIFIED, FALSE, FALSE },
    { 3, "2026-03-01", NULL, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, FALSE, FALSE },
    { 4, "2026-03-01", NULL, MUSTER_STATE_NONE, FALSE, FALSE },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterStandingFacts facts;
      MusterStanding standing;

      g_test_message ("P-%d as of %s", (int) cases[i].person, cases[i].as_of);
      get_standing (fixture, cases[i].person, cases[i].as_of, cases[i].known_on, &facts, &standing);
      g_assert_cmpint (standing.overall, ==, cases[i].overall);
      g_assert_cmpint (standing.may_assist, ==, cases[i].may_assist);
      g_assert_cmpint (facts.has_agency, ==, cases[i].has_agency);
      g_assert_true (facts.active);
    }
}

/* On an earlier day there is nobody yet who came later; who was certified before it was recorded here is. */
static void
test_came_later (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    const char *ids;
  } cases[] = { { "2025-12-30", "4 " }, { "2025-12-31", "1 4 " }, { "2026-01-01", "2 1 3 4 " } };

  fill (fixture);
  begin_write (fixture);
  add_event (fixture, 1, MUSTER_ASSISTER_BROKER, MUSTER_STATE_CERTIFIED, "2025-12-31", "2026-03-01");
  end_write (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MusterRosterFilter everybody = { .may_assist = -1 };
      g_autoptr (MusterRosterIndex) index = make_index (fixture, cases[i].as_of, NULL);
      g_autofree char *ids = select_ids (fixture, index, &everybody);

      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_superseded (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MusterStandingFacts facts;
  MusterStanding standing;
  gint64 wrong, right;

  fill (fixture);
  begin_write (fixture);
  wrong = add_event (fixture, 2, MUSTER_ASSISTER_CAC, MUSTER_STATE_CERTIFIED, "2026-03-01", "2026-03-01");
  right = add_event (fixture, 2, MUSTER_ASSISTER_CAC, MUSTER_STATE_PENDING_REVIEW, "2026-03-01", "2026-03-10");
  g_assert_true (muster_people_table_supersede_event (fixture->database, wrong, right, &error));
  end_write (fixture);
  get_standing (fixture, 2, "2026-03-05", NULL, &facts, &standing);
  g_assert_cmpint (standing.overall, ==, MUSTER_STATE_PENDING_REVIEW);
  get_standing (fixture, 2, "2026-03-05", "2026-03-09", &facts, &standing);
  g_assert_cmpint (standing.overall, ==, MUSTER_STATE_CERTIFIED);
  get_standing (fixture, 2, "2026-03-05", "2026-03-10", &facts, &standing);
  g_assert_cmpint (standing.overall, ==, MUSTER_STATE_PENDING_REVIEW);
}

static void
test_restrictions (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *as_of;
    const char *known_on;
    MusterRestriction restriction;
  } cases[] = {
    { "2026-03-09", NULL, MUSTER_RESTRICTION_NONE },
    { "2026-03-10", NULL, MUSTER_RESTRICTION_STOP_WORK },
    { "2026-03-19", NULL, MUSTER_RESTRICTION_STOP_WORK },
    { "2026-03-20", NULL, MUSTER_RESTRICTION_LIMITED },
    { "2026-03-20", "2026-03-19", MUSTER_RESTRICTION_STOP_WORK },
    { "2026-03-20", "2026-03-09", MUSTER_RESTRICTION_NONE },
  };

  fill (fixture);
  begin_write (fixture);
  add_action (fixture, 1, MUSTER_RESTRICTION_STOP_WORK, "2026-03-10", "2026-03-20");
  add_action (fixture, 1, MUSTER_RESTRICTION_LIMITED, "2026-03-15", NULL);
  add_action (fixture, 1, MUSTER_RESTRICTION_NONE, "2026-03-15", NULL);
  end_write (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterStandingFacts facts;
      MusterStanding standing;

      g_test_message ("%s", cases[i].as_of);
      get_standing (fixture, 1, cases[i].as_of, cases[i].known_on, &facts, &standing);
      g_assert_cmpint (facts.restriction, ==, cases[i].restriction);
      g_assert_cmpint (standing.may_assist, ==, cases[i].restriction != MUSTER_RESTRICTION_STOP_WORK);
    }
}

static void
test_left_later (DatabaseFixture *fixture, gconstpointer data)
{
  MusterStandingFacts facts;
  MusterStanding standing;

  fill (fixture);
  begin_write (fixture);
  set_active (fixture, 1, FALSE);
  set_active (fixture, 4, FALSE);
  leave (fixture, 1, "2026-05-31");
  add_event (fixture, 1, MUSTER_ASSISTER_NAVIGATOR, MUSTER_STATE_INACTIVE, "2026-06-01", "2026-06-02");
  end_write (fixture);
  get_standing (fixture, 1, "2026-06-01", NULL, &facts, &standing);
  g_assert_false (facts.active);
  g_assert_false (standing.may_assist);
  get_standing (fixture, 1, "2026-05-31", NULL, &facts, &standing);
  g_assert_true (facts.active);
  g_assert_true (standing.may_assist);
  get_standing (fixture, 1, "2026-06-01", "2026-06-01", &facts, &standing);
  g_assert_true (facts.active);
  get_standing (fixture, 4, "2026-01-01", NULL, &facts, &standing);
  g_assert_false (facts.active);
}

static void
test_not_known_yet (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autofree char *ids = NULL;
  MusterRosterFilter all = { .may_assist = -1 };
  gint64 late;

  fill (fixture);
  begin_write (fixture);
  late = add_person (fixture, "Chen", "Li", NULL, NULL);
  add_event (fixture, late, MUSTER_ASSISTER_CAC, MUSTER_STATE_APPLICANT, "2026-01-01", "2026-07-01");
  end_write (fixture);
  index = make_index (fixture, "2026-06-30", "2026-06-30");
  ids = select_ids (fixture, index, &all);
  g_assert_cmpstr (ids, ==, "2 1 3 4 ");
}

static void
test_rows (DatabaseFixture *fixture, gconstpointer data)
{
  static const gint64 ids[] = { 3, 99, 2, 5 };
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const MusterRosterRow *row;

  fill (fixture);
  index = make_index (fixture, "2026-04-01", NULL);
  begin_write (fixture);
  add_person (fixture, "Chen", "Li", NULL, NULL);
  join (fixture, 5, "Pine", "2026-03-01");
  end_write (fixture);
  rows = muster_roster_query_rows (fixture->database, index, ids, G_N_ELEMENTS (ids), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 4);
  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, 3);
  g_assert_cmpstr (row->name, ==, "Dahl, Cleo");
  g_assert_null (row->agency);
  g_assert_cmpstr (row->email, ==, "a.dahl@example.com");
  g_assert_null (row->npn);
  g_assert_cmpint (row->standing.overall, ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_null (rows->pdata[1]);
  row = rows->pdata[2];
  g_assert_cmpstr (row->name, ==, "Ångström, Zoë");
  g_assert_cmpstr (row->agency, ==, "Elm");
  g_assert_cmpstr (row->npn, ==, "100");
  row = rows->pdata[3];
  g_assert_cmpstr (row->name, ==, "Chen, Li");
  g_assert_cmpstr (row->agency, ==, "Pine");
  g_assert_true (row->facts.has_agency);
}

static void
test_errors (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GDate day;

  fill (fixture);
  set_day (&day, "2026-01-01");
  g_assert_false (muster_roster_query_standing (fixture->database, 99, &day, NULL, NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (muster_roster_index_new (fixture->database, &day, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_empty (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRosterIndex) index = make_index (fixture, "2026-01-01", NULL);

  for (int sort = MUSTER_SORT_NAME; sort <= MUSTER_SORT_MAY_ASSIST; sort++)
    {
      MusterRosterFilter filter = { .may_assist = -1, .search = "a", .sort = sort };
      g_autofree char *ids = select_ids (fixture, index, &filter);

      g_assert_cmpstr (ids, ==, "");
    }
}

/* Whatever letter there is can be searched for: the index must cut words as its tokenizer does. */
static void
test_any_letter (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRosterIndex) index = NULL;

  fill (fixture);
  index = make_index (fixture, "2026-01-01", NULL);
  for (gunichar letter = 1; letter < 0x30000;)
    {
      g_autoptr (GString) search = g_string_new (NULL);
      MusterRosterFilter filter = { .may_assist = -1 };
      g_autofree char *ids = NULL;

      for (guint n = 0; n < 32; n++, letter++)
        if (g_unichar_validate (letter))
          {
            g_string_append_c (search, 'a');
            g_string_append_unichar (search, letter);
            g_string_append (search, "b ");
          }
      filter.search = search->str;
      ids = select_ids (fixture, index, &filter);
    }
}

static void
report (const char *what)
{
  double seconds = g_test_timer_elapsed ();

  g_test_minimized_result (seconds, "%s: %.4f s", what, seconds);
}

/* With -m perf: the figures at size. */
static void
test_size (DatabaseFixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "a", "o", "ex", "family1", "given77", "fam 1", "family12345", "example org" };
  guint n = g_test_perf () ? 100000 : 1000;
  g_autoptr (MusterRosterIndex) index = NULL;

  g_test_timer_start ();
  begin_write (fixture);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *family = g_strdup_printf ("Family%u", i * 7919 % n);
      g_autofree char *given = g_strdup_printf ("Given%u", i % 500);
      g_autofree char *email = g_strdup_printf ("g%u.family@example.org", i);
      g_autofree char *npn = g_strdup_printf ("%u", 1000000 + i);
      g_autofree char *agency = g_strdup_printf ("Agency %u", i % 300);
      gint64 id = add_person (fixture, family, given, npn, email);

      join (fixture, id, agency, "2026-01-01");
      add_event (fixture, id, MUSTER_ASSISTER_CAC, MUSTER_STATE_APPLICANT, "2026-01-01", "2026-01-01");
      if (i % 2 == 0)
        add_event (fixture, id, MUSTER_ASSISTER_CAC, MUSTER_STATE_CERTIFIED, "2026-02-01", "2026-02-01");
    }
  report ("writing");
  end_write (fixture);
  report ("and search words");
  g_test_timer_start ();
  index = make_index (fixture, "2026-04-01", NULL);
  report ("index");
  g_assert_cmpuint (muster_roster_index_get_size (index), ==, n);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      MusterRosterFilter filter = { .may_assist = -1, .search = searches[i] };
      g_autoptr (GArray) ids = NULL;

      g_test_timer_start ();
      ids = muster_roster_index_select (index, fixture->database, &filter, NULL, NULL);
      report (searches[i]);
      g_assert_nonnull (ids);
    }
  for (int sort = MUSTER_SORT_NAME; sort <= MUSTER_SORT_MAY_ASSIST; sort++)
    {
      MusterRosterFilter filter = { .may_assist = 1, .sort = sort };
      g_autoptr (GArray) ids = NULL;
      g_autofree char *what = g_strdup_printf ("sort %d", sort);

      g_test_timer_start ();
      ids = muster_roster_index_select (index, fixture->database, &filter, NULL, NULL);
      report (what);
      g_assert_nonnull (ids);
    }
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/roster-query/select", test_select);
  add_test ("/store/roster-query/places", test_places);
  add_test ("/store/roster-query/as-of", test_as_of);
  add_test ("/store/roster-query/came-later", test_came_later);
  add_test ("/store/roster-query/superseded", test_superseded);
  add_test ("/store/roster-query/restrictions", test_restrictions);
  add_test ("/store/roster-query/left-later", test_left_later);
  add_test ("/store/roster-query/not-known-yet", test_not_known_yet);
  add_test ("/store/roster-query/rows", test_rows);
  add_test ("/store/roster-query/errors", test_errors);
  add_test ("/store/roster-query/empty", test_empty);
  add_test ("/store/roster-query/any-letter", test_any_letter);
  add_test ("/store/roster-query/size", test_size);
  return g_test_run ();
}
