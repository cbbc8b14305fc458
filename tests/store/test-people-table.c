/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-database-private.h"
#include "store/muster-people-table-private.h"
#include "store/muster-people-words.h"
#include "store/muster-people-table.h"

/* Keeps a person of whom only the given is known. */
static gint64
add_person (DatabaseFixture *fixture, const char *family, const char *given, const char *email, const char *npn)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  person->given_name = g_strdup (given);
  person->email = g_strdup (email);
  person->npn = g_strdup (npn);
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return person->id;
}

static gint64
add_agency (DatabaseFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  begin_write (fixture);
  g_assert_true (muster_people_table_ensure_agency (fixture->database, name, &id, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return id;
}

static MusterAssister *
make_full_person (void)
{
  MusterAssister *person = muster_assister_new ();

  person->given_name = g_strdup ("Ana");
  person->middle_name = g_strdup ("M");
  person->family_name = g_strdup ("Lindqvist");
  person->suffix = g_strdup ("Jr.");
  person->email = g_strdup ("Ana.Lindqvist@example.org");
  person->phone = g_strdup ("(612) 555-0142");
  person->npn = g_strdup ("1234567");
  person->assister_id = g_strdup ("AB1234567");
  person->training_id = g_strdup ("TR12345");
  person->admin_id = g_strdup ("ADM77");
  person->licence_number = g_strdup ("0004711");
  person->county = g_strdup ("Hennepin");
  person->languages = g_strdup ("Spanish; Hmong");
  person->other_phones = g_strdup ("(612) 555-0143; (612) 555-0144 x5");
  person->phone_written = g_strdup ("1-612.5550142");
  person->letter_language = g_strdup ("es");
  return person;
}

static void
assert_same_person (const MusterAssister *a, const MusterAssister *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->given_name, ==, b->given_name);
  g_assert_cmpstr (a->middle_name, ==, b->middle_name);
  g_assert_cmpstr (a->family_name, ==, b->family_name);
  g_assert_cmpstr (a->suffix, ==, b->suffix);
  g_assert_cmpstr (a->email, ==, b->email);
  g_assert_cmpstr (a->phone, ==, b->phone);
  g_assert_cmpstr (a->npn, ==, b->npn);
  g_assert_cmpstr (a->assister_id, ==, b->assister_id);
  g_assert_cmpstr (a->training_id, ==, b->training_id);
  g_assert_cmpstr (a->admin_id, ==, b->admin_id);
  g_assert_cmpstr (a->licence_number, ==, b->licence_number);
  g_assert_cmpstr (a->county, ==, b->county);
  g_assert_cmpstr (a->languages, ==, b->languages);
  g_assert_cmpstr (a->other_phones, ==, b->other_phones);
  g_assert_cmpstr (a->phone_written, ==, b->phone_written);
  g_assert_cmpstr (a->letter_language, ==, b->letter_language);
  g_assert_cmpint (a->active, ==, b->active);
}

static void
save_and_compare (DatabaseFixture *fixture, MusterAssister *person)
{
  g_autoptr (MusterAssister) loaded = NULL;
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
  end_write (fixture);
  g_assert_cmpint (person->id, >, 0);
  loaded = muster_people_table_load (fixture->database, person->id, &error);
  g_assert_no_error (error);
  assert_same_person (loaded, person);
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = make_full_person ();
  g_autoptr (MusterAssister) bare = muster_assister_new ();

  save_and_compare (fixture, person);
  g_free (person->family_name);
  person->family_name = g_strdup ("Ångström");
  g_clear_pointer (&person->phone, g_free);
  person->active = FALSE;
  save_and_compare (fixture, person);
  bare->family_name = g_strdup ("Null");
  save_and_compare (fixture, bare);
  g_assert_cmpint (bare->id, !=, person->id);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM assister"), ==, 2);
  g_assert_cmpint (query_number (fixture, "SELECT sort_key = 'angstrom, ana m' AND email_key = 'ana.lindqvist@example.org' FROM assister WHERE id = 1"), ==, 1);
}

static void
test_saving_the_same_is_no_change (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = make_full_person ();
  gint64 changes;

  save_and_compare (fixture, person);
  changes = query_number (fixture, "SELECT count(*) FROM journal_change");
  save_and_compare (fixture, person);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM journal_change"), ==, changes);
}

static void
test_not_found (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_people_table_load (fixture->database, 4711, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "P-4711"));
}

static void
test_taken_email (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) second = muster_assister_new ();
  g_autoptr (GError) error = NULL;
  gint64 first = add_person (fixture, "Lindqvist", "Ana", "ana@example.org", NULL);
  g_autofree char *code = muster_assister_dup_code (first);

  second->family_name = g_strdup ("Berg");
  second->email = g_strdup ("ANA@example.org");
  begin_write (fixture);
  g_assert_false (muster_people_table_save (fixture->database, second, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Lindqvist, Ana"));
  g_assert_nonnull (strstr (error->message, code));
  g_assert_cmpint (second->id, ==, 0);
  undo_write (fixture);
}

static void
test_resolve (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gint64 id;
    MusterError code;
  } cases[] = {
    { "P-1", 1 },
    { " p-1 ", 1 },
    { "1234567", 1 },
    { "ab1234567", 1 },
    { "ANA.lindqvist@EXAMPLE.org", 1 },
    { "tr12345", 1 },
    { "P-2", 2 },
    { "555", 0, MUSTER_ERROR_AMBIGUOUS },
    { "P-99", 0, MUSTER_ERROR_NOT_FOUND },
    { "nobody@example.org", 0, MUSTER_ERROR_NOT_FOUND },
    { "", 0, MUSTER_ERROR_NOT_FOUND },
    { "%", 0, MUSTER_ERROR_NOT_FOUND },
  };
  g_autoptr (MusterAssister) person = make_full_person ();

  save_and_compare (fixture, person);
  add_person (fixture, "Berg", "Bo", NULL, "555");
  add_person (fixture, "Dahl", "Cleo", NULL, "555");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (muster_people_table_resolve (fixture->database, cases[i].text, &error), ==, cases[i].id);
      if (cases[i].id != 0)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, MUSTER_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].text));
      if (cases[i].code == MUSTER_ERROR_AMBIGUOUS)
        g_assert_nonnull (strstr (error->message, "Berg, Bo (P-2); Dahl, Cleo (P-3)"));
    }
}

static void
test_find (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = make_full_person ();
  gint64 id = 0;

  save_and_compare (fixture, person);
  add_person (fixture, "Berg", "Bo", NULL, "1234567");
  g_assert_cmpint (muster_people_table_find (fixture->database, MUSTER_PEOPLE_BY_NPN, "1234567", &id, NULL), ==, 2);
  g_assert_cmpint (id, ==, person->id);
  g_assert_cmpint (muster_people_table_find (fixture->database, MUSTER_PEOPLE_BY_ASSISTER_ID, "AB1234567", &id, NULL), ==, 1);
  g_assert_cmpint (muster_people_table_find (fixture->database, MUSTER_PEOPLE_BY_TRAINING_ID, "TR12345", &id, NULL), ==, 1);
  g_assert_cmpint (muster_people_table_find (fixture->database, MUSTER_PEOPLE_BY_EMAIL, "ana.lindqvist@example.org", &id, NULL), ==, 1);
  g_assert_cmpint (muster_people_table_find (fixture->database, MUSTER_PEOPLE_BY_NPN, "7", &id, NULL), ==, 0);
}

static void
test_agencies (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) agencies = NULL;
  g_autoptr (GError) error = NULL;
  gint64 river = add_agency (fixture, "  Río  Health ");
  gint64 oak, none;

  oak = add_agency (fixture, "Oak");
  g_assert_cmpint (add_agency (fixture, "RIO HEALTH"), ==, river);
  agencies = muster_people_table_list_agencies (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agencies->len, ==, 2);
  g_assert_cmpint (((MusterAgency *) agencies->pdata[0])->id, ==, oak);
  g_assert_cmpstr (((MusterAgency *) agencies->pdata[1])->name, ==, "Río Health");
  g_assert_false (muster_people_table_ensure_agency (fixture->database, " ", &none, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

static gboolean
affiliate (DatabaseFixture *fixture, gint64 person, gint64 agency, const char *day)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;
  GDate from;

  set_day (&from, day);
  begin_write (fixture);
  g_assert_true (muster_people_table_affiliate (fixture->database, person, agency, &from, &changed, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return changed;
}

static void
assert_affiliation (DatabaseFixture *fixture, gint64 person, guint index, const char *agency, const char *from, const char *through)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = muster_people_table_list_affiliations (fixture->database, person, &error);
  MusterAffiliation *affiliation;

  g_assert_no_error (error);
  g_assert_cmpuint (index, <, list->len);
  affiliation = list->pdata[index];
  g_assert_cmpint (affiliation->assister_id, ==, person);
  g_assert_cmpstr (affiliation->agency_name, ==, agency);
  assert_day (&affiliation->from, from);
  assert_day (&affiliation->through, through);
}

static void
test_affiliations (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 person = add_person (fixture, "Berg", "Bo", NULL, NULL);
  gint64 oak = add_agency (fixture, "Oak"), elm = add_agency (fixture, "Elm");
  GDate day;

  g_assert_true (affiliate (fixture, person, oak, "2026-01-05"));
  g_assert_false (affiliate (fixture, person, oak, "2026-02-05"));
  assert_affiliation (fixture, person, 0, "Oak", "2026-01-05", NULL);
  g_assert_true (affiliate (fixture, person, elm, "2026-03-01"));
  assert_affiliation (fixture, person, 0, "Elm", "2026-03-01", NULL);
  assert_affiliation (fixture, person, 1, "Oak", "2026-01-05", "2026-02-28");

  set_day (&day, "2026-04-30");
  begin_write (fixture);
  g_assert_true (muster_people_table_end_affiliation (fixture->database, person, &day, &error));
  end_write (fixture);
  assert_affiliation (fixture, person, 0, "Elm", "2026-03-01", "2026-04-30");
  assert_affiliation (fixture, person, 1, "Oak", "2026-01-05", "2026-02-28");
  g_assert_true (affiliate (fixture, person, elm, "2026-05-10"));
  assert_affiliation (fixture, person, 0, "Elm", "2026-05-10", NULL);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM affiliation"), ==, 3);
}

static MusterCertificationEvent *
make_event (gint64 person, MusterCertificationState from, MusterCertificationState to, const char *day)
{
  MusterCertificationEvent *event = muster_certification_event_new ();

  event->assister_id = person;
  event->type = MUSTER_ASSISTER_CAC;
  event->from = from;
  event->to = to;
  set_day (&event->effective, day);
  event->recorded = 1767225600000000;
  event->authority = MUSTER_AUTHORITY_MARKETPLACE;
  event->account_id = 1;
  return event;
}

static void
test_events (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Berg", "Bo", NULL, NULL);
  g_autoptr (MusterCertificationEvent) later = make_event (person, MUSTER_STATE_APPLICANT, MUSTER_STATE_WITHDRAWN, "2026-03-01");
  g_autoptr (MusterCertificationEvent) earlier = make_event (person, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, "2026-01-01");
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  MusterCertificationEvent *loaded;

  later->reason = g_strdup ("moved away");
  later->under_investigation = TRUE;
  begin_write (fixture);
  g_assert_true (muster_people_table_add_event (fixture->database, later, &error));
  g_assert_true (muster_people_table_add_event (fixture->database, earlier, &error));
  g_assert_true (muster_people_table_supersede_event (fixture->database, earlier->id, later->id, &error));
  g_assert_no_error (error);
  g_assert_false (muster_people_table_supersede_event (fixture->database, earlier->id, later->id, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT);
  g_clear_error (&error);
  end_write (fixture);

  events = muster_people_table_list_events (fixture->database, person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 2);
  loaded = events->pdata[0];
  g_assert_cmpint (loaded->id, ==, earlier->id);
  g_assert_cmpint (loaded->superseded_by, ==, later->id);
  g_assert_null (loaded->reason);
  g_assert_cmpint (loaded->decision_id, ==, 0);
  loaded = events->pdata[1];
  g_assert_cmpint (loaded->type, ==, MUSTER_ASSISTER_CAC);
  g_assert_cmpint (loaded->from, ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (loaded->to, ==, MUSTER_STATE_WITHDRAWN);
  assert_day (&loaded->effective, "2026-03-01");
  g_assert_cmpint (loaded->recorded, ==, 1767225600000000);
  g_assert_cmpint (loaded->authority, ==, MUSTER_AUTHORITY_MARKETPLACE);
  g_assert_cmpint (loaded->account_id, ==, 1);
  g_assert_cmpstr (loaded->reason, ==, "moved away");
  g_assert_true (loaded->under_investigation);
}

static void
test_damaged_event (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "Berg", "Bo", NULL, NULL);
  g_autoptr (MusterCertificationEvent) event = make_event (person, MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT, "2026-01-01");
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_people_table_add_event (fixture->database, event, &error));
  g_assert_true (muster_database_execute (fixture->database, "UPDATE certification SET to_state = 'knighted'", &error));
  end_write (fixture);
  g_assert_null (muster_people_table_list_events (fixture->database, person, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "knighted"));
}

static char *
make_match (DatabaseFixture *fixture, const char *search)
{
  g_autoptr (GError) error = NULL;
  char *match;

  g_assert_true (muster_people_table_make_search_match (fixture->database, search, &match, &error));
  g_assert_no_error (error);
  return match;
}

static gint64
count_matches (DatabaseFixture *fixture, const char *search)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *match = make_match (fixture, search);
  g_autoptr (MusterStatement) statement = muster_database_prepare (fixture->database, "SELECT count(*) FROM assister_search WHERE assister_search MATCH ?1", &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_nonnull (match);
  muster_statement_bind_text (statement, 1, match);
  g_assert_true (muster_statement_step (statement, &row, &error));
  g_assert_no_error (error);
  return muster_statement_get_int (statement, 0);
}

static void
test_search_words (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    gint64 n;
  } cases[] = {
    { "o'brien", 1 },
    { "OBRIEN", 1 },
    { "brien zo", 1 },
    { "Zoë", 1 },
    { "zoe@exa", 1 },
    { "77", 1 },
    { "oak", 1 },
    { "elm", 0 },
    { "zoe oak nothing", 0 },
    { "\"zoe\"", 1 },
    { "zoe OR nothing", 0 },
    { "NEAR(zoe)", 0 },
    { "words:zoe", 0 },
    { "z*", 1 },
  };
  gint64 person = add_person (fixture, "O’Brien", "Zoë", "zoe@example.org", "7788");
  gint64 oak = add_agency (fixture, "Oak"), elm = add_agency (fixture, "Elm");

  affiliate (fixture, person, elm, "2026-01-05");
  affiliate (fixture, person, oak, "2026-02-05");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].search);
      g_assert_cmpint (count_matches (fixture, cases[i].search), ==, cases[i].n);
    }
  g_assert_null (make_match (fixture, " -' "));
  g_assert_null (make_match (fixture, NULL));
}

/* The words behind a beginning are named where they are few; either way everybody is found. */
static void
test_search_beginnings (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *search;
    gint64 n;
    const char *match;
  } cases[] = {
    { "lin", 8, "\"lin\"*" },
    { "lindq", 1, "(\"lindqvist\")" },
    { "lind", 8, "\"lind\"*" },
    { "linda", 2, "(\"linda\" OR \"lindaas\")" },
    { "lindb person", 2, "(\"lindberg\" OR \"lindblom\") AND (\"person\")" },
    { "lindx", 0, "\"lindx\"*" },
  };
  static const char *const names[] = { "Lind", "Linda", "Lindaas", "Lindberg", "Lindblom", "Lindgren", "Lindqvist", "Lindström" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_person (fixture, names[i], "Person", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = make_match (fixture, cases[i].search);

      g_assert_cmpstr (match, ==, cases[i].match);
      g_assert_cmpint (count_matches (fixture, cases[i].search), ==, cases[i].n);
    }
}

static void
test_search_forgets_undone (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = make_full_person ();
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  undo_write (fixture);
  add_person (fixture, "Berg", "Bo", NULL, NULL);
  g_assert_cmpint (count_matches (fixture, "lindqvist"), ==, 0);
  g_assert_cmpint (count_matches (fixture, "berg"), ==, 1);
}

/* Adds two people with words of their own, that no column of the table has. */
static void
add_two (DatabaseFixture *fixture, gint64 ids[2])
{
  static const char *const words[] = { "zebra", "giraffe" };
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_assister_free);
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_people_table_get_next_id (fixture->database, &ids[0], &error));
  g_assert_no_error (error);
  ids[1] = ids[0] + 1;
  for (guint i = 0; i < 2; i++)
    {
      MusterAssister *person = muster_assister_new ();

      person->id = ids[i];
      person->family_name = g_strdup (i == 0 ? "Lindqvist" : "Moua");
      g_ptr_array_add (people, person);
      g_ptr_array_add (given, g_strdup (words[i]));
    }
  g_assert_true (muster_people_table_add_many (fixture->database, people, given, &error));
  g_assert_no_error (error);
}

/* The words of new people are those that were given, unless they were changed since. */
static void
test_search_given_words (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 ids[2];

  begin_write (fixture);
  add_two (fixture, ids);
  undo_write (fixture);
  begin_write (fixture);
  add_two (fixture, ids);
  changed = muster_people_table_load (fixture->database, ids[0], &error);
  g_assert_no_error (error);
  g_set_str (&changed->given_name, "Ana");
  g_assert_true (muster_people_table_save (fixture->database, changed, &error));
  g_assert_no_error (error);
  end_write (fixture);
  g_assert_cmpint (count_matches (fixture, "zebra"), ==, 0);
  g_assert_cmpint (count_matches (fixture, "lindqvist ana"), ==, 1);
  g_assert_cmpint (count_matches (fixture, "giraffe"), ==, 1);
  g_assert_cmpint (count_matches (fixture, "moua"), ==, 0);
}

/* What is made without the register is what is read from it. */
static void
test_search_words_are_alike (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = make_full_person ();
  g_autofree char *words = muster_people_words_dup (person, "Côté & O’Brien Ltd");
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autoptr (GError) error = NULL;
  gint64 agency;
  GDate from;

  set_day (&from, "2026-01-01");
  begin_write (fixture);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_true (muster_people_table_ensure_agency (fixture->database, "Côté & O’Brien Ltd", &agency, &error));
  g_assert_true (muster_people_table_affiliate (fixture->database, person->id, agency, &from, NULL, &error));
  g_assert_no_error (error);
  end_write (fixture);
  for (guint i = 0; parts[i] != NULL; i++)
    g_assert_cmpint (count_matches (fixture, parts[i]), ==, 1);
  g_assert_nonnull (strstr (words, "cote o brien obrien ltd"));
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/people-table/round-trip", test_round_trip);
  add_test ("/store/people-table/saving-the-same-is-no-change", test_saving_the_same_is_no_change);
  add_test ("/store/people-table/not-found", test_not_found);
  add_test ("/store/people-table/taken-email", test_taken_email);
  add_test ("/store/people-table/resolve", test_resolve);
  add_test ("/store/people-table/find", test_find);
  add_test ("/store/people-table/agencies", test_agencies);
  add_test ("/store/people-table/affiliations", test_affiliations);
  add_test ("/store/people-table/events", test_events);
  add_test ("/store/people-table/damaged-event", test_damaged_event);
  add_test ("/store/people-table/search-words", test_search_words);
  add_test ("/store/people-table/search-beginnings", test_search_beginnings);
  add_test ("/store/people-table/search-forgets-undone", test_search_forgets_undone);
  add_test ("/store/people-table/search-given-words", test_search_given_words);
  add_test ("/store/people-table/search-words-are-alike", test_search_words_are_alike);
  return g_test_run ();
}
