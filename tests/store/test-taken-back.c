/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-database-private.h"
#include "store/muster-evidence-table.h"
#include "store/muster-import-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-undo-table.h"

/*
 * What was taken back with an import counts for nothing. P-1 was there before; P-2 came with an import on 2026-03-01, which gave P-1 a second role too and made a
 * claim about each. On 2026-03-20 the record 1 undoes it.
 */

static gint64
noon (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, zone);

  return g_date_time_to_unix_usec (time);
}

static void
add_person (DatabaseFixture *fixture, const char *family, const char *npn, const char *assister_id, const char *training_id, const char *admin_id, const char *email)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->family_name = g_strdup (family);
  person->npn = g_strdup (npn);
  person->assister_id = g_strdup (assister_id);
  person->training_id = g_strdup (training_id);
  person->admin_id = g_strdup (admin_id);
  person->email = g_strdup (email);
  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
}

static void
join (DatabaseFixture *fixture, gint64 person, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gint64 agency_id;
  gboolean changed;
  GDate from;

  set_day (&from, "2026-03-01");
  g_assert_true (muster_people_table_ensure_agency (fixture->database, "Riverside", &agency_id, &error));
  g_assert_true (muster_people_table_affiliate (fixture->database, person, agency_id, &from, &changed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (changed, ==, expected);
}

static void
enrol (DatabaseFixture *fixture, gint64 person, MusterAssisterType type)
{
  g_autoptr (MusterCertificationEvent) event = muster_certification_event_new ();
  g_autoptr (GError) error = NULL;

  event->assister_id = person;
  event->type = type;
  event->to = MUSTER_STATE_APPLICANT;
  set_day (&event->effective, "2026-03-01");
  event->recorded = noon ("2026-03-01");
  event->authority = MUSTER_AUTHORITY_AGENCY;
  event->account_id = 1;
  g_assert_true (muster_people_table_add_event (fixture->database, event, &error));
  g_assert_no_error (error);
}

static void
claim (DatabaseFixture *fixture, gint64 person)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  g_autoptr (GError) error = NULL;

  evidence->assister_id = person;
  evidence->requirement = g_strdup (MUSTER_EVIDENCE_STATUS);
  evidence->said = g_strdup ("Active");
  evidence->source = g_strdup ("spring.csv");
  evidence->account_id = 1;
  evidence->recorded = noon ("2026-03-01");
  g_assert_true (muster_evidence_table_save (fixture->database, evidence, &error));
  g_assert_no_error (error);
}

static void
add_record (DatabaseFixture *fixture)
{
  g_autoptr (MusterImport) record = g_new0 (MusterImport, 1);
  g_autoptr (GError) error = NULL;

  record->file_name = g_strdup ("spring.csv");
  record->file_hash = g_strdup ("");
  record->account_id = 1;
  record->recorded = noon ("2026-03-20");
  g_assert_true (muster_import_table_save (fixture->database, record, &error));
  g_assert_no_error (error);
  g_assert_cmpint (record->id, ==, 1);
}

static const gint64 person = 2;

static void
take_back (DatabaseFixture *fixture, gint64 undoing)
{
  static const struct
  {
    MusterTable table;
    gint64 id;
  } rows[] = {
    { MUSTER_TABLE_ASSISTER, 2 },
    { MUSTER_TABLE_AFFILIATION, 1 },
    { MUSTER_TABLE_CERTIFICATION, 2 }, /* P-1's second */
    { MUSTER_TABLE_CERTIFICATION, 3 },
    { MUSTER_TABLE_EVIDENCE, 1 },
    { MUSTER_TABLE_EVIDENCE, 2 },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (muster_undo_table_take_back (fixture->database, rows[i].table, rows[i].id, rows[i].id, &person, undoing, &error));
      g_assert_no_error (error);
    }
}

static void
set_up (DatabaseFixture *fixture, gconstpointer data)
{
  database_fixture_set_up (fixture, data);
  fixture->time = noon ("2026-03-01");
  begin_write (fixture);
  add_person (fixture, "Lindqvist", "1111111", "AB1111111", "TR11111", "ADM111", "ana@example.org");
  enrol (fixture, 1, MUSTER_ASSISTER_BROKER);
  add_person (fixture, "Okafor", "2222222", "AB2222222", "TR22222", "ADM222", "ngozi@example.org");
  join (fixture, 2, TRUE);
  enrol (fixture, 1, MUSTER_ASSISTER_CAC);
  enrol (fixture, 2, MUSTER_ASSISTER_BROKER);
  claim (fixture, 1);
  claim (fixture, 2);
  end_write (fixture);
  fixture->time = noon ("2026-03-20");
  begin_write (fixture);
  add_record (fixture);
  take_back (fixture, 1);
  end_write (fixture);
}

static void
assert_lookups (DatabaseFixture *fixture, int n)
{
  static const char *const values[] = {
    [MUSTER_PEOPLE_BY_NPN] = "2222222",
    [MUSTER_PEOPLE_BY_ASSISTER_ID] = "AB2222222",
    [MUSTER_PEOPLE_BY_TRAINING_ID] = "TR22222",
    [MUSTER_PEOPLE_BY_ADMIN_ID] = "ADM222",
    [MUSTER_PEOPLE_BY_EMAIL] = "ngozi@example.org",
  };
  g_autoptr (GError) error = NULL;

  for (guint key = 0; key < G_N_ELEMENTS (values); key++)
    {
      g_autoptr (GError) resolve_error = NULL;
      gint64 id = 0;

      g_assert_cmpint (muster_people_table_find (fixture->database, key, values[key], &id, &error), ==, n);
      g_assert_no_error (error);
      g_assert_cmpint (muster_people_table_resolve (fixture->database, values[key], &resolve_error), ==, n == 1 ? 2 : 0);
      g_assert_cmpint (g_error_matches (resolve_error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND), ==, n == 0);
    }
}

static void
test_lookups (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) any = NULL, back = NULL;
  g_autoptr (GError) error = NULL, resolve_error = NULL;
  gint64 taken_back;

  assert_lookups (fixture, 0);
  g_assert_null (muster_people_table_load (fixture->database, 2, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "P-2"));
  g_assert_nonnull (strstr (error->message, "import 1"));
  g_assert_cmpint (muster_people_table_resolve (fixture->database, "P-2", &resolve_error), ==, 0);
  g_assert_cmpstr (resolve_error->message, ==, error->message);
  g_clear_error (&error);

  any = muster_people_table_load_any (fixture->database, 2, &taken_back, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (any->family_name, ==, "Okafor");
  g_assert_cmpint (taken_back, ==, 1);
  begin_write (fixture);
  take_back (fixture, 0);
  end_write (fixture);
  assert_lookups (fixture, 1);
  back = muster_people_table_load (fixture->database, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->email, ==, "ngozi@example.org");
}

/* What she was known by may be somebody else's now; then she cannot come back with it. */
static void
test_identifiers (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  add_person (fixture, "Other", "2222222", "AB2222222", "TR22222", "ADM222", "ngozi@example.org");
  end_write (fixture);
  begin_write (fixture);
  g_assert_false (muster_undo_table_take_back (fixture->database, MUSTER_TABLE_ASSISTER, 2, 2, &person, 0, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT);
  undo_write (fixture);
}

static void
test_lists (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (fixture->database, 2, &error);
  g_autoptr (GPtrArray) events = muster_people_table_list_events (fixture->database, 2, &error);
  g_autoptr (GPtrArray) others = muster_people_table_list_events (fixture->database, 1, &error);
  g_autoptr (GPtrArray) evidence = muster_evidence_table_list (fixture->database, 1, &error);
  g_autoptr (MusterEvidence) newest = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (affiliations->len, ==, 0);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpuint (others->len, ==, 1);
  g_assert_cmpuint (evidence->len, ==, 0);
  g_assert_true (muster_evidence_table_find_newest (fixture->database, 1, MUSTER_EVIDENCE_STATUS, &newest, &error));
  g_assert_null (newest);
}

/* An affiliation that was taken back is neither gone on with nor ended. */
static void
test_affiliations (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GDate through;

  set_day (&through, "2026-03-25");
  begin_write (fixture);
  g_assert_true (muster_undo_table_take_back (fixture->database, MUSTER_TABLE_ASSISTER, 2, 2, &person, 0, &error));
  join (fixture, 2, TRUE);
  g_assert_true (muster_people_table_end_affiliation (fixture->database, 2, &through, &error));
  end_write (fixture);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM affiliation WHERE through_day IS NULL AND taken_back = 1"), ==, 1);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM affiliation WHERE through_day = '2026-03-25' AND taken_back IS NULL"), ==, 1);
}

static MusterRosterIndex *
make_index (DatabaseFixture *fixture, const char *known_on)
{
  g_autoptr (GError) error = NULL;
  GDate as_of, known;
  MusterRosterIndex *index;

  set_day (&as_of, "2026-04-01");
  set_day (&known, known_on);
  index = muster_roster_index_new (fixture->database, &as_of, known_on != NULL ? &known : NULL, NULL, &error);
  g_assert_no_error (error);
  return index;
}

static guint
count_found (DatabaseFixture *fixture, MusterRosterIndex *index, const char *search)
{
  MusterRosterFilter filter = { .search = search, .may_assist = -1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = muster_roster_index_select (index, fixture->database, &filter, NULL, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_roster (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRosterIndex) now = make_index (fixture, NULL);
  g_autoptr (MusterRosterIndex) before = make_index (fixture, "2026-03-19");
  g_autoptr (MusterRosterIndex) after = make_index (fixture, "2026-03-20");
  g_autoptr (GPtrArray) rows = NULL, rows_before = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, 2 };
  const MusterRosterRow *row;

  g_assert_cmpuint (muster_roster_index_get_size (now), ==, 1);
  g_assert_cmpuint (muster_roster_index_get_size (after), ==, 1);
  g_assert_cmpuint (count_found (fixture, now, NULL), ==, 1);
  g_assert_cmpuint (count_found (fixture, now, "okafor"), ==, 0);
  g_assert_cmpuint (count_found (fixture, now, "P-2"), ==, 0);
  g_assert_cmpuint (count_found (fixture, now, "lindqvist"), ==, 1);
  g_assert_cmpint (query_number (fixture, "SELECT count(*) FROM assister_search WHERE assister_search MATCH 'okafor'"), ==, 0);
  rows = muster_roster_query_rows (fixture->database, now, ids, 2, &error);
  g_assert_no_error (error);
  row = rows->pdata[0];
  g_assert_cmpuint (row->standing.types, ==, MUSTER_ASSISTER_BROKER);
  g_assert_null (rows->pdata[1]);

  /* What was known before is what was known before. */
  g_assert_cmpuint (muster_roster_index_get_size (before), ==, 2);
  rows_before = muster_roster_query_rows (fixture->database, before, ids, 2, &error);
  g_assert_no_error (error);
  row = rows_before->pdata[0];
  g_assert_cmpuint (row->standing.types, ==, MUSTER_ASSISTER_BROKER | MUSTER_ASSISTER_CAC);
  row = rows_before->pdata[1];
  g_assert_cmpstr (row->name, ==, "Okafor");
  g_assert_cmpstr (row->agency, ==, "Riverside");
  g_assert_cmpuint (row->standing.types, ==, MUSTER_ASSISTER_BROKER);
}

static void
test_standing (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL, gone_error = NULL;
  MusterStanding standing;
  GDate as_of;

  set_day (&as_of, "2026-04-01");
  g_assert_true (muster_roster_query_standing (fixture->database, 1, &as_of, NULL, NULL, &standing, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (standing.types, ==, MUSTER_ASSISTER_BROKER);
  g_assert_false (muster_roster_query_standing (fixture->database, 2, &as_of, NULL, NULL, &standing, &gone_error));
  g_assert_error (gone_error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/taken-back/lookups", test_lookups);
  add_test ("/store/taken-back/identifiers", test_identifiers);
  add_test ("/store/taken-back/lists", test_lists);
  add_test ("/store/taken-back/affiliations", test_affiliations);
  add_test ("/store/taken-back/roster", test_roster);
  add_test ("/store/taken-back/standing", test_standing);
  return g_test_run ();
}
