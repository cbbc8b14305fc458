/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-import-roster.h"
#include "operations/muster-reconcile-list.h"
#include "operations/muster-undo-import.h"

#include "operations-fixture.h"
#include "roster-dump.h"
#include "store/muster-import-table.h"
#include "store/muster-people-table.h"
#include "store/muster-reconciliation-table.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define CAC MUSTER_ASSISTER_CAC

#define HEADER "Last Name,First Name,E-mail,NPN,Phone,County,License number,Type,Agency\n"
#define ANA(email, phone, county, type, agency) "Lindqvist,Ana," email ",1111111," phone "," county ",T-ana," type "," agency "\n"
#define BO(email, phone, county, type, agency) "Olson,Bo," email ",2222222," phone "," county ",T-bo," type "," agency "\n"
#define CY(email, phone, county, type, agency) "Young,Cy," email ",3333333," phone "," county ",T-cy," type "," agency "\n"

#define FIRST_ANA ANA ("ana@example.org", "612-555-0101", "Cook", "Broker", "Sunrise")
#define FIRST_BO BO ("bo@example.org", "612-555-0102", "Cook", "Broker", "Sunrise")
#define FIRST_CY CY ("cy@example.org", "612-555-0103", "Cook", "Broker", "Sunrise")

static gint64
import_all (OperationsFixture *fixture, const char *rows, gboolean inactivate_missing)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autofree char *text = g_strconcat (HEADER, rows, NULL);
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  MusterImportResult result = { 0 };
  MusterImportRequest request = { 0 };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  options = muster_import_options_new (sheet, NULL);
  options->inactivate_missing = inactivate_missing;
  request.sheet = sheet;
  request.options = options;
  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  plan = result.plan;
  g_assert_cmpint (result.import_id, !=, 0);
  return result.import_id;
}

/* Returns: the record's id. */
static gint64
import (OperationsFixture *fixture, const char *rows)
{
  return import_all (fixture, rows, FALSE);
}

static MusterUndoPlan *
make_plan (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  MusterUndoPlan *plan = muster_undo_plan_new (database, id, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return plan;
}

/* "restored 1, removed 2, returned 0, kept 0: changed-since P-1 phone; …" */
static char *
dup_summary (const MusterUndoPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "restored %u, removed %u, returned %u, kept %u:", plan->n_restored, plan->n_removed, plan->n_returned, plan->n_kept);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterUndoFinding *finding = plan->findings->pdata[i];

      g_test_message ("%s", finding->message);
      g_assert_cmpuint (strlen (finding->message), >, 20);
      g_assert_nonnull (finding->name);
      g_string_append_printf (text, " %s P-%d", muster_undo_rule_to_code (finding->rule), (int) finding->person);
      if (finding->field != MUSTER_FIELD_IGNORE)
        g_string_append_printf (text, " %s", muster_import_field_to_code (finding->field));
    }
  return g_string_free_and_steal (text);
}

/* Undoes @id and checks that it does what the trial said, and that the register verifies. Returns: the record's id. */
static gint64
undo (OperationsFixture *fixture, gint64 id, const char *expected)
{
  g_autoptr (MusterUndoPlan) trial = make_plan (fixture, id), done = NULL;
  MusterUndoRequest request = { .import_id = id, .expect = trial->digest, .reason = "It was the wrong file" };
  g_autofree char *said = dup_summary (trial), *did = NULL;
  MusterUndoResult result = { 0 };

  if (expected != NULL)
    g_assert_cmpstr (said, ==, expected);
  run_well (fixture, FIXTURE_KIM, &muster_undo_import, &request, &result);
  done = result.plan;
  did = dup_summary (done);
  g_assert_cmpstr (did, ==, said);
  g_assert_cmpstr (done->digest, ==, trial->digest);
  assert_verifies (fixture);
  return result.import_id;
}

/* Undoes @id, and then that; afterwards all is as it is now. */
static void
undo_and_back (OperationsFixture *fixture, gint64 id)
{
  g_autofree char *before = roster_dump (fixture), *after = NULL;

  undo (fixture, undo (fixture, id, NULL), NULL);
  after = roster_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
edit (OperationsFixture *fixture, const char *tag, void (*change) (MusterAssister *), const char *agency)
{
  g_autoptr (MusterAssister) person = load_person (fixture, roster_dump_find (fixture, tag));
  MusterAssisterEdit request = { .person = person, .agency = agency, .reason = "As the test has it" };

  if (change != NULL)
    change (person);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &request, NULL);
}

static void
change_phone (MusterAssister *person)
{
  g_set_str (&person->phone, "(612) 555-0199");
}

static void
change_county (MusterAssister *person)
{
  g_set_str (&person->county, "Itasca");
}

static void
change_email (MusterAssister *person)
{
  g_set_str (&person->email, "cy.young@example.org");
}

static void
take_address_of_ana (MusterAssister *person)
{
  g_set_str (&person->email, "ana@example.org");
}

static void
make_inactive (MusterAssister *person)
{
  person->active = FALSE;
}

static void
assert_dump (OperationsFixture *fixture, const char *expected)
{
  g_autofree char *dump = roster_dump (fixture);

  g_assert_cmpstr (dump, ==, expected);
}

/* Values, agency and role of somebody who was there, and somebody new: all as it was. */
static void
test_all_goes_back (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id, undoing;
  g_autofree char *before = NULL, *after = NULL;

  import (fixture, FIRST_ANA FIRST_BO);
  before = roster_dump (fixture);
  operations_fixture_set_day ("2026-03-15");
  id = import (fixture, ANA ("anna@example.org", "612-555-0177", "Pine", "CAC", "Sunset") FIRST_BO FIRST_CY);
  after = roster_dump (fixture);
  operations_fixture_set_day ("2026-03-20");
  undoing = undo (fixture, id, "restored 1, removed 1, returned 0, kept 0:");
  assert_dump (fixture, before);
  operations_fixture_set_day ("2026-03-25");
  undoing = undo (fixture, undoing, "restored 1, removed 0, returned 1, kept 0:");
  assert_dump (fixture, after);
  undoing = undo (fixture, undoing, "restored 1, removed 1, returned 0, kept 0:");
  assert_dump (fixture, before);
  undo (fixture, undoing, NULL);
  undo (fixture, id, NULL);
  assert_dump (fixture, before);
}

static void
test_edits_stay (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) ana = NULL;
  gint64 id;

  import (fixture, FIRST_ANA FIRST_BO);
  id = import (fixture, ANA ("anna@example.org", "612-555-0177", "Pine", "Broker", "Sunrise") BO ("bo@example.org", "612-555-0178", "Pine", "Broker", "Sunrise"));
  edit (fixture, "T-ana", change_phone, NULL);
  edit (fixture, "T-bo", change_county, NULL);
  edit (fixture, "T-bo", change_phone, NULL);
  undo_and_back (fixture, id);
  undo (fixture, id, "restored 1, removed 0, returned 0, kept 0: changed-since P-1 phone changed-since P-2 phone changed-since P-2 county");
  ana = load_person (fixture, 1);
  g_assert_cmpstr (ana->email, ==, "ana@example.org");
  g_assert_cmpstr (ana->county, ==, "Cook");
  g_assert_cmpstr (ana->phone, ==, "(612) 555-0199");
}

/* An edit before the import and one that was done while the import did not count. */
static void
test_edits_between (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) undone = NULL, again = NULL;
  gint64 id, undoing;

  import (fixture, FIRST_ANA);
  edit (fixture, "T-ana", change_county, NULL);
  id = import (fixture, ANA ("anna@example.org", "612-555-0177", "Pine", "Broker", "Sunrise"));
  undoing = undo (fixture, id, NULL);
  undone = load_person (fixture, 1);
  g_assert_cmpstr (undone->county, ==, "Itasca");
  edit (fixture, "T-ana", change_phone, NULL);
  undo (fixture, undoing, "restored 1, removed 0, returned 0, kept 0: changed-since P-1 phone");
  again = load_person (fixture, 1);
  g_assert_cmpstr (again->county, ==, "Pine");
  g_assert_cmpstr (again->email, ==, "anna@example.org");
  g_assert_cmpstr (again->phone, ==, "(612) 555-0199");
}

static gint64
open_action (OperationsFixture *fixture, gint64 person)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

static void
propose (OperationsFixture *fixture, gint64 person)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterProposal request = { .assister_id = person, .clauses = clauses, .reason = "Calls not returned for a year" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &request, &id);
}

/* Whatever is done about somebody whom the import made keeps the person here, and says why. */
static void
test_touched (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, FIRST_ANA FIRST_BO FIRST_CY "Ngo,Di,di@example.org,4444444,,,T-di,Broker,Sunrise\nPark,Eve,eve@example.org,5555555,,,T-eve,Broker,Sunrise\n"
                                                           "Quist,Flo,flo@example.org,6666666,,,T-flo,Broker,Sunrise\nRoe,Gus,gus@example.org,7777777,,,T-gus,Broker,Sunrise\n"
                                                           "Sand,Hal,hal@example.org,8888888,,,T-hal,Broker,Sunrise\n");

  edit (fixture, "T-ana", change_phone, NULL);
  open_action (fixture, 2);
  take_step (fixture, 3, BROKER, MUSTER_VERB_CERTIFY, NULL);
  propose (fixture, 3);
  take_step (fixture, 4, CAC, MUSTER_VERB_ENROL, NULL);
  edit (fixture, "T-eve", NULL, "Sunset");
  edit (fixture, "T-flo", make_inactive, NULL);
  import (fixture, "Roe,Gus,gus@example.org,7777777,612-555-0107,,T-gus,Broker,Sunrise\n");
  undo_and_back (fixture, id);
  undo (fixture, id,
        "restored 0, removed 1, returned 0, kept 7: touched-since P-1 touched-since P-2 touched-since P-3 touched-since P-4 touched-since P-5 touched-since P-6"
        " touched-since P-7");
  g_assert_cmpint (roster_dump_find (fixture, "T-hal"), ==, 0);
  g_assert_cmpint (roster_dump_find (fixture, "T-ana"), ==, 1);
}

/* A later import is no reason to stay any more once it is undone. */
static void
test_touched_by_undone (OperationsFixture *fixture, gconstpointer data)
{
  gint64 first = import (fixture, FIRST_ANA);
  gint64 second = import (fixture, ANA ("ana@example.org", "612-555-0177", "Cook", "CAC", "Sunset"));
  g_autofree char *both = roster_dump (fixture);

  second = undo (fixture, second, NULL);
  first = undo (fixture, first, "restored 0, removed 1, returned 0, kept 0:");
  assert_dump (fixture, "");
  undo (fixture, first, NULL);
  undo (fixture, second, NULL);
  assert_dump (fixture, both);
}

/* Two imports that set the same, undone in either order. */
static void
test_order (OperationsFixture *fixture, gconstpointer data)
{
  gint64 first, second;
  g_autofree char *before = NULL, *both = NULL;

  import (fixture, FIRST_ANA FIRST_BO);
  before = roster_dump (fixture);
  operations_fixture_set_day ("2026-03-12");
  first = import (fixture, ANA ("anna@example.org", "612-555-0177", "Pine", "Broker", "Sunset") BO ("bo@example.org", "612-555-0178", "Cook", "CAC", "Sunrise"));
  operations_fixture_set_day ("2026-03-15");
  second = import (fixture, ANA ("anne@example.org", "612-555-0188", "Pine", "Broker", "Moonlight") BO ("bo@example.org", "612-555-0189", "Pine", "Broker", "Sunset"));
  both = roster_dump (fixture);
  operations_fixture_set_day ("2026-03-20");

  first = undo (fixture, first, "restored 2, removed 0, returned 0, kept 0: changed-since P-1 email changed-since P-1 phone changed-since P-1 agency changed-since P-2 phone");
  second = undo (fixture, second, NULL);
  assert_dump (fixture, before);
  first = undo (fixture, first, NULL);
  second = undo (fixture, second, NULL);
  assert_dump (fixture, both);
  second = undo (fixture, second, NULL);
  first = undo (fixture, first, NULL);
  assert_dump (fixture, before);
  undo (fixture, second, NULL);
  undo (fixture, first, NULL);
  assert_dump (fixture, both);
}

static char *
dup_agency (OperationsFixture *fixture, gint64 id, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, id, NULL);
  const MusterAffiliation *found;
  GDate on;

  set_day (&on, day);
  found = muster_affiliation_find_on (affiliations, &on);
  muster_store_read_done (store, database);
  return g_strdup (found != NULL ? found->agency_name : NULL);
}

#define assert_agency(id, day, expected)                     \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *agency = dup_agency (fixture, id, day); \
    g_assert_cmpstr (agency, ==, expected);                  \
  }                                                          \
  G_STMT_END

/* What ended the stay that an import began ends the one before it. */
static void
test_agencies (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id;

  import (fixture, FIRST_ANA FIRST_BO FIRST_CY);
  operations_fixture_set_day ("2026-03-12");
  id = import (fixture, ANA ("ana@example.org", "612-555-0101", "Cook", "Broker", "Sunset") BO ("bo@example.org", "612-555-0102", "Cook", "Broker", "Sunset")
                          CY ("cy@example.org", "612-555-0103", "Cook", "Broker", "Sunset"));
  operations_fixture_set_day ("2026-03-20");
  edit (fixture, "T-ana", NULL, "Moonlight");
  edit (fixture, "T-bo", make_inactive, NULL);
  operations_fixture_set_day ("2026-03-25");
  undo_and_back (fixture, id);
  id = undo (fixture, id, "restored 3, removed 0, returned 0, kept 0: changed-since P-1 agency changed-since P-2 agency");
  assert_agency (1, "2026-03-15", "Sunrise");
  assert_agency (1, "2026-03-20", "Moonlight");
  assert_agency (2, "2026-03-15", "Sunrise");
  assert_agency (2, "2026-03-25", NULL);
  assert_agency (3, "2026-03-25", "Sunrise");
  /* Meanwhile she is with somebody else; then the import counts again. */
  operations_fixture_set_day ("2026-04-01");
  edit (fixture, "T-cy", NULL, "Moonlight");
  undo (fixture, id, NULL);
  assert_agency (1, "2026-03-15", "Sunset");
  assert_agency (2, "2026-03-15", "Sunset");
  assert_agency (2, "2026-03-25", NULL);
  assert_agency (3, "2026-03-15", "Sunset");
  assert_agency (3, "2026-04-01", "Moonlight");
}

static char *
dup_agencies (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agencies = muster_people_table_list_agencies (database, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  for (guint i = 0; i < agencies->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ((const MusterAgency *) agencies->pdata[i])->name);
  return g_string_free_and_steal (names);
}

#define assert_agencies(expected)                       \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *agencies = dup_agencies (fixture); \
    g_assert_cmpstr (agencies, ==, expected);           \
  }                                                     \
  G_STMT_END

/* An agency that only an undone import speaks of is offered nowhere; it comes back with its people. */
static void
test_empty_agencies (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id;

  import (fixture, FIRST_ANA);
  id = import (fixture, BO ("bo@example.org", "612-555-0102", "Cook", "Broker", "Sunset") CY ("cy@example.org", "612-555-0103", "Cook", "Broker", "Twilight"));
  assert_agencies ("Sunrise, Sunset, Twilight");
  operations_fixture_set_day ("2026-03-12");
  edit (fixture, "T-ana", NULL, "Twilight");
  id = undo (fixture, id, NULL);
  /* Somebody else is with one of them by now. */
  assert_agencies ("Sunrise, Twilight");
  undo (fixture, id, NULL);
  assert_agencies ("Sunrise, Sunset, Twilight");
}

static guint
count_open_tasks (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  const MusterTaskFilter filter = { .only_open = TRUE };
  g_autoptr (GPtrArray) tasks = muster_reconciliation_table_list_tasks (database, &filter, NULL);
  guint n = 0;

  g_assert_true (muster_reconciliation_table_count_open (database, &n, NULL, NULL));
  muster_store_read_done (store, database);
  g_assert_cmpuint (n, ==, tasks->len);
  return n;
}

static void
compare_with_list (OperationsFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (MusterListReading) reading = NULL;
  MusterReconcileRequest request;
  MusterDatabase *database;
  GDate today;

  g_assert_true (g_file_set_contents (path, "NPN,Effective Plan Year,Termination or Suspension Date,Status\n1111111,2026,02/03/2026,T3\n2222222,2026,02/03/2026,T1\n", -1, NULL));
  set_day (&today, "2026-03-12");
  database = muster_store_read (store, NULL);
  reading = muster_list_reading_new (database, path, 0, &today, NULL, NULL, NULL, NULL);
  muster_store_read_done (store, database);
  request.reading = reading;
  run_well (fixture, FIXTURE_KIM, &muster_reconcile_list, &request, NULL);
}

/* Nothing is asked about whoever went away, until they are back. */
static void
test_tasks (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id;

  import (fixture, FIRST_ANA);
  id = import (fixture, FIRST_BO);
  operations_fixture_set_day ("2026-03-12");
  compare_with_list (fixture);
  g_assert_cmpuint (count_open_tasks (fixture), ==, 2);
  id = undo (fixture, id, "restored 0, removed 1, returned 0, kept 0:");
  g_assert_cmpuint (count_open_tasks (fixture), ==, 1);
  undo (fixture, id, NULL);
  g_assert_cmpuint (count_open_tasks (fixture), ==, 2);
}

static void
test_roles (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id;

  import (fixture, FIRST_ANA FIRST_BO FIRST_CY);
  id = import (fixture, ANA ("ana@example.org", "612-555-0101", "Cook", "CAC", "Sunrise") BO ("bo@example.org", "612-555-0102", "Cook", "CAC", "Sunrise")
                          CY ("cy@example.org", "612-555-0103", "Cook", "CAC", "Sunrise"));
  take_step (fixture, 1, CAC, MUSTER_VERB_START_TRAINING, NULL);
  take_step (fixture, 2, BROKER, MUSTER_VERB_CERTIFY, NULL);
  undo_and_back (fixture, id);
  id = undo (fixture, id, "restored 2, removed 0, returned 0, kept 0: role-used P-1 type");
  g_assert_cmpint (get_state (fixture, 1, CAC, NULL), ==, MUSTER_STATE_IN_TRAINING);
  g_assert_cmpint (get_state (fixture, 2, CAC, NULL), ==, MUSTER_STATE_NONE);
  g_assert_cmpint (get_state (fixture, 2, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, 3, CAC, NULL), ==, MUSTER_STATE_NONE);
  take_step (fixture, 3, CAC, MUSTER_VERB_ENROL, NULL);
  undo (fixture, id, "restored 1, removed 0, returned 0, kept 0: role-used P-3 type");
  g_assert_cmpint (get_state (fixture, 2, CAC, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, 3, CAC, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* Who was made inactive since a file does not have them is back; who came back otherwise stays so. */
static void
test_inactivated (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL, *after = NULL;
  gint64 id;

  import (fixture, FIRST_ANA FIRST_BO FIRST_CY);
  take_step (fixture, 3, BROKER, MUSTER_VERB_CERTIFY, NULL);
  before = roster_dump (fixture);
  operations_fixture_set_day ("2026-03-15");
  id = import_all (fixture, ANA ("ana@example.org", "612-555-0177", "Cook", "Broker", "Sunrise"), TRUE);
  assert_verifies (fixture);
  g_assert_cmpint (get_state (fixture, 3, BROKER, NULL), ==, MUSTER_STATE_INACTIVE);
  operations_fixture_set_day ("2026-03-20");
  after = roster_dump (fixture);
  id = undo (fixture, id, "restored 3, removed 0, returned 0, kept 0:");
  assert_dump (fixture, before);
  id = undo (fixture, id, NULL);
  assert_dump (fixture, after);
  take_step (fixture, 2, 0, MUSTER_VERB_RETURN, NULL);
  undo (fixture, id, "restored 3, removed 0, returned 0, kept 0: changed-since P-2 role-used P-2 type");
  g_assert_cmpint (get_state (fixture, 2, BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
  g_assert_cmpint (get_state (fixture, 3, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* What somebody was known by belongs to another person now. */
static void
test_identifiers (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id;
  g_autoptr (MusterAssister) ana = NULL;

  import (fixture, FIRST_ANA FIRST_BO);
  id = import (fixture, ANA ("anna@example.org", "612-555-0177", "Cook", "Broker", "Sunrise") FIRST_CY);
  edit (fixture, "T-bo", take_address_of_ana, NULL);
  id = undo (fixture, id, "restored 1, removed 1, returned 0, kept 0: identifier-taken P-1 email");
  ana = load_person (fixture, 1);
  g_assert_cmpstr (ana->email, ==, "anna@example.org");
  g_assert_cmpstr (ana->phone, ==, "(612) 555-0101");
  import (fixture, "Young,Cyrus,cyrus@example.org,3333333,,,T-cyrus,Broker,Sunset\n");
  undo (fixture, id, "restored 1, removed 0, returned 0, kept 1: stays-away P-3 npn");
  g_assert_cmpint (roster_dump_find (fixture, "T-cy"), ==, 0);
}

/* Nobody is left without anything to be known by. */
static void
test_needed (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit request = { .person = person, .reason = "x" };
  gint64 id;

  person->family_name = g_strdup ("Lindqvist");
  person->given_name = g_strdup ("Ana");
  person->email = g_strdup ("ana@example.org");
  person->licence_number = g_strdup ("T-ana");
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &request, NULL);
  id = import (fixture, FIRST_ANA);
  g_clear_pointer (&person->email, g_free);
  person->npn = g_strdup ("1111111");
  person->id = 1;
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &request, NULL);
  undo (fixture, id, "restored 1, removed 0, returned 0, kept 0: needed P-1 changed-since P-1 phone changed-since P-1 county");
}

/* An edit that takes over what the import set is no change, and one that sets it anew is. */
static void
test_confirmed (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) cy = NULL;
  gint64 id;

  import (fixture, FIRST_CY);
  id = import (fixture, CY ("cy.young@example.org", "612-555-0199", "Itasca", "Broker", "Sunrise"));
  edit (fixture, "T-cy", change_phone, NULL);
  edit (fixture, "T-cy", change_email, NULL);
  undo (fixture, id, "restored 1, removed 0, returned 0, kept 0:");
  cy = load_person (fixture, 1);
  g_assert_cmpstr (cy->email, ==, "cy@example.org");
}

static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, FIRST_ANA), undoing;
  MusterUndoRequest request = { .import_id = 77 };

  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  request.import_id = id;
  run_badly (fixture, FIXTURE_JO, &muster_undo_import, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  request.expect = "00";
  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_RULE);
  request.expect = NULL;
  request.reason = "SSN 123-45-6789";
  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = NULL;
  undoing = undo (fixture, id, NULL);
  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_RULE);
  undo (fixture, undoing, NULL);
  request.import_id = undoing;
  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_RULE);
}

/* What the preview showed is what is done, or nothing is. */
static void
test_expected (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, FIRST_ANA FIRST_BO);
  g_autoptr (MusterUndoPlan) plan = make_plan (fixture, id);
  MusterUndoRequest request = { .import_id = id, .expect = plan->digest };

  edit (fixture, "T-ana", change_phone, NULL);
  run_badly (fixture, FIXTURE_KIM, &muster_undo_import, &request, NULL, MUSTER_ERROR_RULE);
}

static void
test_record (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = import (fixture, FIRST_ANA FIRST_BO), undoing;
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (MusterImport) record = NULL;
  g_autofree char *snapshot = NULL;
  MusterDatabase *database;

  edit (fixture, "T-ana", change_phone, NULL);
  undoing = undo (fixture, id, NULL);
  database = muster_store_read (store, NULL);
  record = muster_import_table_load (database, undoing, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpint (record->undoes, ==, id);
  g_assert_cmpstr (record->mode, ==, MUSTER_IMPORT_MODE_UNDO);
  g_assert_cmpstr (record->file_name, ==, "roster.csv");
  g_assert_cmpuint (record->counts[MUSTER_FATE_UNCHANGED], ==, 1);
  g_assert_cmpuint (record->counts[MUSTER_FATE_SKIPPED], ==, 1);
  snapshot = g_build_filename (fixture->register_folder, "backups", record->snapshot, NULL);
  g_assert_true (g_str_has_suffix (snapshot, "-undo.db"));
  g_assert_true (g_file_test (snapshot, G_FILE_TEST_IS_REGULAR));
}

static void
cancel_cb (MusterStore *store, double fraction, const char *text, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Cancelled while it runs, nothing of it is there. */
static void
test_cancelled (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  MusterUndoRequest request = { 0 };

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (rows, "Person%u,Ana,p%u@example.org,%u,,,T-%u,Broker,Sunrise\n", i, i, 1000000 + i, i);
  request.import_id = import (fixture, rows->str);
  before = roster_dump (fixture);
  g_signal_connect (store, "progress", G_CALLBACK (cancel_cb), cancellable);
  muster_store_run_async (store, &muster_undo_import, &request, NULL, NULL, NULL, cancellable, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (muster_store_run_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_signal_handlers_disconnect_by_data (store, cancellable);
  assert_dump (fixture, before);
  assert_verifies (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/undo-import/all-goes-back", test_all_goes_back);
  operations_fixture_add ("/operations/undo-import/edits-stay", test_edits_stay);
  operations_fixture_add ("/operations/undo-import/edits-between", test_edits_between);
  operations_fixture_add ("/operations/undo-import/touched", test_touched);
  operations_fixture_add ("/operations/undo-import/touched-by-undone", test_touched_by_undone);
  operations_fixture_add ("/operations/undo-import/order", test_order);
  operations_fixture_add ("/operations/undo-import/agencies", test_agencies);
  operations_fixture_add ("/operations/undo-import/empty-agencies", test_empty_agencies);
  operations_fixture_add ("/operations/undo-import/tasks", test_tasks);
  operations_fixture_add ("/operations/undo-import/roles", test_roles);
  operations_fixture_add ("/operations/undo-import/inactivated", test_inactivated);
  operations_fixture_add ("/operations/undo-import/identifiers", test_identifiers);
  operations_fixture_add ("/operations/undo-import/needed", test_needed);
  operations_fixture_add ("/operations/undo-import/confirmed", test_confirmed);
  operations_fixture_add ("/operations/undo-import/refused", test_refused);
  operations_fixture_add ("/operations/undo-import/expected", test_expected);
  operations_fixture_add ("/operations/undo-import/record", test_record);
  operations_fixture_add ("/operations/undo-import/cancelled", test_cancelled);
  return g_test_run ();
}
