/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-transfer.h"

#include "domain/muster-date.h"
#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

#define NORTH "Northside Test Navigators"

/* "Riverside Test Navigators 2026-03-10 2026-03-19, Northside Test Navigators 2026-03-20", oldest first. */
static char *
dup_agencies (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, NULL);
  GString *list = g_string_new (NULL);

  muster_store_read_done (store, database);
  for (guint i = affiliations->len; i > 0; i--)
    {
      const MusterAffiliation *affiliation = affiliations->pdata[i - 1];
      g_autofree char *from = muster_date_to_iso (&affiliation->from);
      g_autofree char *through = muster_date_to_iso (&affiliation->through);

      g_string_append_printf (list, "%s%s %s%s%s", list->len > 0 ? ", " : "", affiliation->agency_name, from, through != NULL ? " " : "", through != NULL ? through : "");
    }
  return g_string_free_and_steal (list);
}

static gint64
find_agency (OperationsFixture *fixture, const char *name)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  gint64 id = 0;

  g_assert_true (muster_people_table_find_agency (database, name, &id, NULL));
  muster_store_read_done (store, database);
  g_assert_cmpint (id, !=, 0);
  return id;
}

/* Returns: the agency. */
static gint64
add_north (OperationsFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = NORTH };

  person->family_name = g_strdup ("Yang");
  person->npn = g_strdup ("8123456");
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, NULL);
  return find_agency (fixture, NORTH);
}

static gboolean
may_assist (OperationsFixture *fixture, gint64 person, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate on;

  set_day (&on, day);
  g_assert_true (muster_roster_query_standing (database, person, &on, NULL, &facts, &standing, NULL));
  muster_store_read_done (store, database);
  return standing.may_assist;
}

/* The record of a transfer is drawn once there was one. */
static gboolean
draw_record (OperationsFixture *fixture, gint64 person)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find ("transfer", NULL), .about_id = person };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_autoptr (GError) error = NULL;

  if (muster_store_run (operations_fixture_open (fixture, FIXTURE_KIM), muster_letter_operation (request.kind), &request, &drawn, NULL, &error))
    return drawn.content != NULL;
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  return FALSE;
}

/* One agency through the day before, the next from the day on, not a day between; the certification travels along. */
static void
test_transfers (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterTransferRequest request = { .assister_id = person, .agency_id = add_north (fixture), .reason = "Moved north" };
  g_autoptr (GPtrArray) before = list_events (fixture, person);
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *agencies = NULL, *back = NULL;

  operations_fixture_set_day ("2026-03-25");
  set_day (&request.on, "2026-03-20");
  g_assert_false (draw_record (fixture, person));
  run_well (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL);
  g_assert_true (draw_record (fixture, person));
  agencies = dup_agencies (fixture, person);
  g_assert_cmpstr (agencies, ==, "Riverside Test Navigators 2026-03-10 2026-03-19, " NORTH " 2026-03-20");
  after = list_events (fixture, person);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint day = 18; day <= 22; day++)
    {
      g_autofree char *text = g_strdup_printf ("2026-03-%u", day);

      g_assert_true (may_assist (fixture, person, text));
    }

  set_day (&request.on, "2026-03-25");
  request.agency_id = find_agency (fixture, "Riverside Test Navigators");
  run_well (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL);
  back = dup_agencies (fixture, person);
  g_assert_cmpstr (back, ==, "Riverside Test Navigators 2026-03-10 2026-03-19, " NORTH " 2026-03-20 2026-03-24, Riverside Test Navigators 2026-03-25");
}

static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 north = add_north (fixture);
  MusterTransferRequest request = { .assister_id = person, .agency_id = north };
  g_autofree char *agencies = NULL;

  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_RULE); /* on the day of the arrival */
  operations_fixture_set_day ("2026-03-25");
  set_day (&request.on, "2026-03-26");
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_RULE); /* that day is not yet */
  set_day (&request.on, "2026-03-20");
  request.reason = "Asked for 123-45-6789";
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = NULL;
  request.agency_id = 4711;
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  request.agency_id = find_agency (fixture, "Riverside Test Navigators");
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_RULE);
  request.agency_id = north;
  request.assister_id = 4711;
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  request.assister_id = person;
  take_step (fixture, person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);
  run_badly (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL, MUSTER_ERROR_RULE);
  agencies = dup_agencies (fixture, person);
  g_assert_cmpstr (agencies, ==, "Riverside Test Navigators 2026-03-10 2026-03-24");
}

/* The entry is the transfer record, and says that a case was open. */
static void
test_entry (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const clauses[] = { "COC-04", NULL };
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterOpenAction action = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  MusterTransferRequest request = { .assister_id = person, .agency_id = add_north (fixture), .reason = "Moved north" };
  MusterJournalFilter filter = { .limit = 1 };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autofree char *code = muster_assister_dup_code (person);
  g_autoptr (GPtrArray) entries = NULL;
  MusterDatabase *database;
  const MusterJournalEntry *entry;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &action, NULL);
  operations_fixture_set_day ("2026-03-20");
  run_well (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL);
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->operation, ==, "transfer");
  g_assert_cmpstr (entry->subject, ==, code);
  g_assert_cmpstr (entry->reason, ==, "Moved north");
  g_assert_cmpstr (entry->detail, ==, "from=Riverside Test Navigators\nto=" NORTH "\non=2026-03-20\nunder-investigation=yes");
}

#define RIVERSIDE "Riverside Test Navigators"

/* Added on 2026-03-10; on 25 it was learned that the person went north on 20; on 30, that the person had left on 28 and is back from that day on. */
static const struct
{
  const char *as_of;
  const char *known_on;
  const char *agency; /* NULL: none */
} looks[] = {
  { "2026-03-01", "2026-03-10", RIVERSIDE },
  { "2026-03-19", "2026-03-24", RIVERSIDE },
  { "2026-03-20", "2026-03-24", RIVERSIDE },
  { "2026-04-30", "2026-03-24", RIVERSIDE },
  { "2026-03-19", "2026-03-25", RIVERSIDE },
  { "2026-03-20", "2026-03-25", NORTH },
  { "2026-03-28", "2026-03-25", NORTH },
  { "2026-03-28", "2026-03-29", NORTH },
  { "2026-03-27", "2026-03-30", NORTH },
  { "2026-03-28", "2026-03-30", NULL },
  { "2026-03-29", "2026-03-30", NULL },
  { "2026-03-30", "2026-03-30", NORTH },
  { "2026-03-29", NULL, NULL },
  { "2026-03-30", NULL, NORTH },
  { "2026-03-19", NULL, RIVERSIDE },
};

static char *
dup_agency_known (MusterDatabase *database, gint64 person, const GDate *as_of, const GDate *known_on)
{
  g_autoptr (MusterRosterIndex) index = muster_roster_index_new (database, as_of, known_on, NULL, NULL);
  g_autoptr (MusterPersonAnswer) answer = muster_roster_query_answer (database, person, NULL, as_of, known_on, NULL);
  const MusterAgency *agency = muster_roster_index_find_agency (index, person);

  g_assert_cmpstr (answer->agency, ==, agency != NULL ? agency->name : NULL);
  g_assert_cmpint (answer->answer->facts.has_agency, ==, agency != NULL);
  return g_strdup (answer->agency);
}

/* Where somebody was by what was known then: neither what was recorded later nor how it ended shows before its time. */
static void
test_known_on (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterTransferRequest request = { .assister_id = person, .agency_id = add_north (fixture), .reason = "Moved north" };
  MusterDatabase *database;
  MusterStore *store;

  operations_fixture_set_day ("2026-03-25");
  set_day (&request.on, "2026-03-20");
  run_well (fixture, FIXTURE_KIM, &muster_transfer, &request, NULL);
  operations_fixture_set_day ("2026-03-30");
  take_step (fixture, person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_INACTIVATE, "2026-03-28");
  take_step (fixture, person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_RETURN, "2026-03-30");
  store = operations_fixture_open (fixture, FIXTURE_ALEX);
  database = muster_store_read (store, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *agency = NULL;
      GDate as_of, known_on;

      set_day (&as_of, looks[i].as_of);
      set_day (&known_on, looks[i].known_on);
      g_test_message ("%s by %s", looks[i].as_of, looks[i].known_on);
      agency = dup_agency_known (database, person, &as_of, g_date_valid (&known_on) ? &known_on : NULL);
      g_assert_cmpstr (agency, ==, looks[i].agency);
    }
  muster_store_read_done (store, database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/transfer/transfers", test_transfers);
  operations_fixture_add ("/operations/transfer/refused", test_refused);
  operations_fixture_add ("/operations/transfer/entry", test_entry);
  operations_fixture_add ("/operations/transfer/known-on", test_known_on);
  return g_test_run ();
}
