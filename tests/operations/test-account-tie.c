/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations-fixture.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-case-sight-query.h"
#include "store/muster-incident-table.h"
#include "store/muster-own-person-query.h"
#include "store/muster-verify.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static gint64
get_account (OperationsFixture *fixture, FixtureAccount account)
{
  return muster_store_get_account (operations_fixture_open (fixture, account))->id;
}

static gint64
record_incident (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  incident->narrative = g_strdup ("An umbrella was sold");
  muster_incident_add_person (incident, person);
  run_well (fixture, FIXTURE_SAM, &muster_record_incident, incident, &id);
  return id;
}

static gboolean
sees (OperationsFixture *fixture, FixtureAccount account, gint64 incident_id)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterIncident) incident = muster_incident_table_load (database, incident_id, NULL);

  muster_store_read_done (store, database);
  return incident != NULL;
}

static MusterAccountTie
make_tie (OperationsFixture *fixture, FixtureAccount account, gint64 person)
{
  return (MusterAccountTie) { .account_id = get_account (fixture, account), .said = TRUE, .person_id = person };
}

static gboolean
edit (OperationsFixture *fixture, FixtureAccount account, gint64 id, const char *given, const char *family)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit change = { .person = person, .reason = "As the test has it" };

  g_set_str (&person->given_name, given);
  g_set_str (&person->family_name, family);
  return muster_store_run (operations_fixture_open (fixture, account), &muster_edit_assister, &change, NULL, NULL, NULL);
}

static void
assert_sound (OperationsFixture *fixture)
{
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpstr (verification->what, ==, NULL);
}

/* Kim, who keeps the roster, is somebody of another name on it: once that is said, what concerns them is not there, and their record not theirs. */
static void
test_tied (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Oakenfold", 7, NAVIGATOR), incident = record_incident (fixture, person);
  MusterAccountTie tie = make_tie (fixture, FIXTURE_KIM, person);

  g_assert_true (sees (fixture, FIXTURE_KIM, incident));
  run_badly (fixture, FIXTURE_SAM, &muster_tie_account, &tie, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &tie, NULL);
  g_assert_false (sees (fixture, FIXTURE_KIM, incident));
  g_assert_false (edit (fixture, FIXTURE_KIM, person, "Ana", "Other"));
  g_assert_true (edit (fixture, FIXTURE_SAM, person, "Ana", "Other"));
  g_assert_false (sees (fixture, FIXTURE_KIM, incident));
  tie.person_id = 0;
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &tie, NULL);
  g_assert_true (sees (fixture, FIXTURE_KIM, incident));
  assert_sound (fixture);
}

/* Somebody else of the same name; then what is said counts, until the names are to tell again. */
static void
test_namesake (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Oakenfold", 7, NAVIGATOR), incident = record_incident (fixture, person);
  MusterAccountTie tie = make_tie (fixture, FIXTURE_ROBIN, 0);

  g_assert_true (edit (fixture, FIXTURE_ALEX, person, "Robin T.", "Reiher-Star"));
  g_assert_false (sees (fixture, FIXTURE_ROBIN, incident));
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &tie, NULL);
  g_assert_true (sees (fixture, FIXTURE_ROBIN, incident));
  g_assert_true (edit (fixture, FIXTURE_ROBIN, person, "Robin", "Reiher"));
  tie.said = FALSE;
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &tie, NULL);
  g_assert_false (sees (fixture, FIXTURE_ROBIN, incident));
  assert_sound (fixture);
}

/* Nobody says of themselves who they are, nor of another that it is them, nor to look through another’s eyes. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Oakenfold", 7, NAVIGATOR), other = add_certified (fixture, "Linden", 8, NAVIGATOR), incident = record_incident (fixture, other);
  MusterAccountTie own = make_tie (fixture, FIXTURE_ROBIN, other), nobody = make_tie (fixture, FIXTURE_KIM, 999), tie = make_tie (fixture, FIXTURE_KIM, person);
  MusterAccountTie linden = make_tie (fixture, FIXTURE_SAM, other);
  MusterCaseAccessRequest request = { MUSTER_CASE_INCIDENT, incident, get_account (fixture, FIXTURE_ROBIN), "A relative" };

  g_assert_true (edit (fixture, FIXTURE_ALEX, person, "Robin", "Reiher"));
  run_badly (fixture, FIXTURE_ROBIN, &muster_tie_account, &own, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ROBIN, &muster_tie_account, &tie, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_tie_account, &nobody, NULL, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &tie, NULL);
  tie.person_id = 0;
  run_badly (fixture, FIXTURE_ROBIN, &muster_tie_account, &tie, NULL, MUSTER_ERROR_RULE);
  /* sam is Linden, of whom there is the incident, which is closed to robin too */
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &linden, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_close_case_to, &request, NULL);
  linden.person_id = 0;
  run_badly (fixture, FIXTURE_ROBIN, &muster_tie_account, &linden, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_tie_account, &linden, NULL);
  g_assert_true (sees (fixture, FIXTURE_SAM, incident));
}

/* The last administrator who could deal with a case is not made the one whom it concerns. */
static void
test_last_keeper (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Oakenfold", 7, NAVIGATOR), incident = record_incident (fixture, person);
  MusterCaseAccessRequest request = { MUSTER_CASE_INCIDENT, incident, get_account (fixture, FIXTURE_ROBIN), "A relative" };
  MusterAccountTie tie = make_tie (fixture, FIXTURE_ALEX, person);

  run_well (fixture, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
  run_badly (fixture, FIXTURE_ROBIN, &muster_tie_account, &tie, NULL, MUSTER_ERROR_RULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/account-tie/tied", test_tied);
  operations_fixture_add ("/operations/account-tie/namesake", test_namesake);
  operations_fixture_add ("/operations/account-tie/refused", test_refused);
  operations_fixture_add ("/operations/account-tie/last-keeper", test_last_keeper);
  return g_test_run ();
}
