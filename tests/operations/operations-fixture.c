/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations-fixture.h"

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-follow-up-operations.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-register.h"
#include "store/muster-verify.h"

static const struct
{
  const char *name;
  const char *full_name;
  MusterRole role;
} accounts[N_FIXTURE_ACCOUNTS] = {
  [FIXTURE_ALEX] = { "alex", "Alex Amsel", MUSTER_ROLE_ADMINISTRATOR },
  [FIXTURE_ROBIN] = { "robin", "Robin Reiher", MUSTER_ROLE_ADMINISTRATOR },
  [FIXTURE_SAM] = { "sam", "Sam Specht", MUSTER_ROLE_SUPERVISOR },
  [FIXTURE_KIM] = { "kim", "Kim Kranich", MUSTER_ROLE_STAFF },
  [FIXTURE_JO] = { "jo", "Jo Jakana", MUSTER_ROLE_AUDITOR },
};

void
operations_fixture_remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        operations_fixture_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
create_register (OperationsFixture *fixture)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterSecret) recovery = NULL;
  g_autoptr (GError) error = NULL;
  MusterRegisterPlan plan = {
    .folder = fixture->register_folder,
    .agency = "Riverside Test Navigators",
    .account = accounts[FIXTURE_ALEX].name,
    .full_name = accounts[FIXTURE_ALEX].full_name,
    .password = password,
    .practice = TRUE,
  };

  recovery = muster_register_create (&plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (recovery);
  for (guint i = FIXTURE_ROBIN; i < N_FIXTURE_ACCOUNTS; i++)
    {
      MusterNewAccount request = { accounts[i].name, accounts[i].full_name, accounts[i].role, password };

      run_well (fixture, FIXTURE_ALEX, &muster_add_account, &request, NULL);
    }
}

void
operations_fixture_set_up (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-operations-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->register_folder = g_build_filename (fixture->folder, "test.muster", NULL);
  operations_fixture_set_day ("2026-03-10");
  create_register (fixture);
}

/* What operations write is what the rules of verification let them: whoever adds an operation learns here what it may touch. */
static void
verify (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (verification->ok);
}

void
operations_fixture_tear_down (OperationsFixture *fixture, gconstpointer data)
{
  verify (fixture);
  for (guint i = 0; i < N_FIXTURE_ACCOUNTS; i++)
    if (fixture->stores[i] != NULL)
      {
        muster_store_close (fixture->stores[i]);
        g_clear_object (&fixture->stores[i]);
      }
  muster_store_set_time_for_tests (NULL, 0);
  operations_fixture_remove_folder (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->register_folder, g_free);
}

static GDate fixture_day;

void
operations_fixture_set_moment (GDateTime *moment)
{
  g_date_set_dmy (&fixture_day, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
  muster_store_set_time_for_tests (NULL, g_date_time_to_unix_usec (moment));
}

void
operations_fixture_set_day (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T09:30:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (moment);
  operations_fixture_set_moment (moment);
}

MusterStore *
operations_fixture_open (OperationsFixture *fixture, FixtureAccount account)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;

  if (fixture->stores[account] == NULL)
    fixture->stores[account] = muster_store_open (fixture->register_folder, accounts[account].name, password, NULL, &error);
  g_assert_no_error (error);
  return fixture->stores[account];
}

void
run_well (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gconstpointer input, gpointer output)
{
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run (operations_fixture_open (fixture, account), operation, input, output, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

void
run_badly (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gconstpointer input, gpointer output, MusterError code)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  gint64 before = count_entries (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_store_run (store, operation, input, output, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_assert_cmpint (count_entries (fixture), ==, before);
}

gint64
add_person (OperationsFixture *fixture, const char *family_name, guint number, guint types)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = "Riverside Test Navigators", .types = types, .reason = "New on the roster", .is_another = TRUE };
  gint64 id = 0;

  person->given_name = g_strdup ("Ana");
  person->family_name = g_strdup (family_name);
  person->npn = g_strdup_printf ("%u", 7000000 + number);
  person->assister_id = g_strdup_printf ("MN%07u", number);
  person->training_id = g_strdup_printf ("TR%05u", number);
  person->email = g_strdup_printf ("person%u@example.org", number);
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  g_assert_cmpint (id, >, 0);
  return id;
}

void
take_step (OperationsFixture *fixture, gint64 person, MusterAssisterType type, MusterCertificationVerb verb, const char *day)
{
  MusterCertificationRequest request = { .assister_id = person, .type = type, .reason = "As the test has it" };

  set_day (&request.on, day);
  run_well (fixture, FIXTURE_ALEX, muster_certification_operation (verb), &request, NULL);
}

gint64
add_certified (OperationsFixture *fixture, const char *family_name, guint number, guint types)
{
  gint64 person = add_person (fixture, family_name, number, types);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      take_step (fixture, person, 1u << i, MUSTER_VERB_CERTIFY, "2026-02-02");
  return person;
}

void
revoke_person (OperationsFixture *fixture, gint64 person)
{
  MusterProposal proposal = { .assister_id = person, .clauses = (const char *[]) { "ROB-05", NULL }, .reason = "Client data was sold" };
  MusterDecisionAnswer answer = { 0 };

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
}

void
check_effect (OperationsFixture *fixture, gint64 id)
{
  MusterCheckPlan plan = { .action_id = id, .criterion = "No letter goes astray for two months" };
  MusterCheckResult result = { .action_id = id, .passed = TRUE, .note = "None did" };

  plan.due = fixture_day;
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_record_check, &result, NULL);
}

GPtrArray *
list_events (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  GPtrArray *events = muster_people_table_list_events (database, person, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return events;
}

MusterCertificationState
get_state (OperationsFixture *fixture, gint64 person, MusterAssisterType type, const char *day)
{
  g_autoptr (GPtrArray) events = list_events (fixture, person);
  GDate on;

  set_day (&on, day != NULL ? day : "2099-12-31");
  return muster_certification_state_on (events, type, &on, NULL);
}

MusterAssister *
load_person (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterAssister *result = muster_people_table_load (database, person, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return result;
}

gint64
count_entries (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterJournalFilter filter = { .limit = 1 };
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, &error);
  gint64 count;

  g_assert_no_error (error);
  count = ((const MusterJournalEntry *) entries->pdata[0])->sequence;
  muster_store_read_done (store, database);
  return count;
}

void
set_day (GDate *date, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_date_clear (date, 1);
  if (text != NULL)
    muster_date_parse_iso (text, date, &error);
  g_assert_no_error (error);
}
