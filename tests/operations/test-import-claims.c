/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"

#include "import-fixture.h"
#include "operations/muster-withdraw-evidence.h"
#include "store/muster-evidence-table.h"

#define CLAIMS "Last Name,First Name,NPN,Type,Status,Certified Through,License Number,License Expires\n"

static char *
dup_evidence (OperationsFixture *fixture, const char *npn)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  gint64 person = find_person (fixture, npn);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) list = muster_evidence_table_list (database, person, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = list->len; i > 0; i--)
    {
      const MusterEvidence *evidence = list->pdata[i - 1];
      g_autofree char *expires = muster_date_to_iso (&evidence->expires);
      g_autofree char *on = muster_date_to_iso (&evidence->on);
      const char *said = evidence->said != NULL ? evidence->said : on;

      g_assert_cmpstr (evidence->source, ==, "roster.csv");
      g_assert_cmpint (evidence->import_id, >, 0);
      g_string_append_printf (text, "%u %s %s %s\n", evidence->line, evidence->requirement, said != NULL ? said : "-", expires != NULL ? expires : "-");
    }
  muster_store_read_done (store, database);
  return g_string_free_and_steal (text);
}

static void
assert_import (OperationsFixture *fixture, const char *rows, const char *fates, const char *findings)
{
  g_autofree char *text = g_strconcat (CLAIMS, rows, NULL);
  g_autoptr (MusterImportPlan) plan = import_text (fixture, text, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autofree char *actual_fates = dup_fates (plan);
  g_autofree char *actual_findings = dup_findings (plan);

  g_assert_cmpstr (actual_fates, ==, fates);
  g_assert_cmpstr (actual_findings, ==, findings);
}

static void
test_evidence (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;

  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,2099-10-31,L-77,2035-12-31\n", "C", "1:status-is-a-claim");
  first = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (first, ==, "2 reported-status Active -\n2 reported-certification - 2099-10-31\n2 licence L-77 2035-12-31\n");
  g_assert_cmpint (get_state (fixture, find_person (fixture, "1234567"), MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);

  /* Only what is new is added. */
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,ACTIVE,2099-10-31,L-77,2035-12-31\n", "=", "1:status-is-a-claim");
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,ACTIVE,2099-10-31,L-77,2035-12-31\n", "=", "1:status-is-a-claim");
  assert_import (fixture, "Olson,Bo,7654321,Broker,,,,\nLindqvist,Ana,1234567,Broker,ACTIVE,2100-10-31,L-77,2035-12-31\n", "CU", "1:status-is-a-claim");
  second = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (second, ==,
                   "2 reported-status Active -\n2 reported-certification - 2099-10-31\n2 licence L-77 2035-12-31\n3 reported-certification - 2100-10-31\n");
}

/* A licence that is revoked or suspended is no evidence that there is one. */
/* What a file says in error is withdrawn, and the same file does not bring it back; another word of it counts. */
static void
test_withdrawn (OperationsFixture *fixture, gconstpointer data)
{
  MusterWithdrawEvidence request = { .evidence_id = 3, .reason = "The license is of another" };
  g_autofree char *evidence = NULL;

  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,2099-10-31,L-77,2035-12-31\n", "C", "1:status-is-a-claim");
  run_well (fixture, FIXTURE_KIM, &muster_withdraw_evidence, &request, NULL);
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,2099-10-31,L-77,2035-12-31\n", "=", "1:status-is-a-claim");
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,2099-10-31,L-77,2034-12-31\n", "U", "1:status-is-a-claim");
  evidence = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (evidence, ==, "2 reported-status Active -\n2 reported-certification - 2099-10-31\n2 licence L-77 2035-12-31\n2 licence L-77 2034-12-31\n");
}

static void
test_revoked_licence (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *evidence = NULL;

  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Revoked,,L-77,2035-12-31\n", "C", "2:new-but-ended");
  evidence = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (evidence, ==, "2 reported-status Revoked -\n");
}

/* The day on which somebody left is evidence of its own: neither the end of a certification nor one. */
static void
test_termination (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImportPlan) plan = import_text (fixture, "Last Name,First Name,NPN,Type,Termination Date\nLindqvist,Ana,1234567,Broker,2099-10-31\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autoptr (MusterImportPlan) again = import_text (fixture, "Last Name,First Name,NPN,Type,Date Terminated\nLindqvist,Ana,1234567,Broker,2020-10-31\n", MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);
  g_autofree char *evidence = dup_evidence (fixture, "1234567"), *fates = dup_fates (again);

  g_assert_cmpstr (fates, ==, "U");
  g_assert_cmpstr (evidence, ==, "2 reported-end 2099-10-31 -\n2 reported-end 2020-10-31 -\n");
  g_assert_cmpint (get_state (fixture, find_person (fixture, "1234567"), MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* What each row says of a role stands beside what the others say, in whatever order they come. */
static void
test_by_role (OperationsFixture *fixture, gconstpointer data)
{
  const char *broker = "Lindqvist,Ana,1234567,Broker,Active,,,\n", *counselor = "Lindqvist,Ana,1234567,CAC,Expired,,,\n";
  g_autofree char *rows = g_strconcat (broker, counselor, NULL);
  g_autofree char *turned = g_strconcat (counselor, broker, NULL);
  g_autofree char *evidence = NULL;

  assert_import (fixture, rows, "CU", "1:status-is-a-claim 3:new-but-ended");
  assert_import (fixture, rows, "==", "1:status-is-a-claim");
  assert_import (fixture, turned, "==", "1:status-is-a-claim");
  evidence = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (evidence, ==, "2 reported-status:broker Active -\n3 reported-status:cac Expired -\n");
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,,,\nLindqvist,Ana,1234567,CAC,Active,,,\n", "=U", "1:status-is-a-claim");

  /* The same role twice, with another standing. */
  assert_import (fixture, "Lindqvist,Ana,1234567,Broker,Active,,,\nLindqvist,Ana,1234567,Broker,Expired,,,\n", "XX", "2:identifier-twice 3:identifier-twice");
}

/* A file that says “active” of somebody who was suspended is contradicted on its line. */
static void
test_contradiction (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (fixture, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *active = g_strdup_printf ("Lindqvist,%s,%s,Broker,Active,,,\n", person->given_name, person->npn);
  g_autofree char *lapsed = g_strdup_printf ("Lindqvist,%s,%s,Broker,Lapsed,,,\n", person->given_name, person->npn);

  assert_import (fixture, active, "U", "");
  take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_SUSPEND, NULL);
  assert_import (fixture, active, "=", "2:status-is-a-claim");
  assert_import (fixture, lapsed, "U", "");
  g_assert_cmpint (get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

static void
test_value_map (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, CLAIMS "Lindqvist,Ana,1234567,Agt,1,,,\nOlson,Bo,7654321,Agt,0,,,\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;
  g_autofree char *findings = NULL, *ana = NULL, *bo = NULL;

  muster_value_map_set (options->values, MUSTER_FIELD_TYPE, "Agt", "broker");
  muster_value_map_set (options->values, MUSTER_FIELD_STATUS, "1", "Active");
  muster_value_map_set (options->values, MUSTER_FIELD_STATUS, "0", NULL);
  plan = carry_out (fixture, sheet, options, NULL);
  findings = dup_findings (plan);
  g_assert_cmpstr (findings, ==, "1:status-is-a-claim");
  ana = dup_evidence (fixture, "1234567");
  bo = dup_evidence (fixture, "7654321");
  g_assert_cmpstr (ana, ==, "2 reported-status Active -\n");
  g_assert_cmpstr (bo, ==, "");
  g_assert_cmpint (get_state (fixture, find_person (fixture, "7654321"), MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* 03/04/2026 is two days; nobody guesses which. */
static void
test_date_order (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, CLAIMS "Lindqvist,Ana,1234567,Broker,,03/04/2099,,\nOlson,Bo,7654321,Broker,,03/17/2099,,\nVang,Kia,55,Broker,,,,\n");
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  g_autoptr (MusterImportPlan) plan = NULL;
  g_autofree char *question = muster_import_options_dup_date_question (options, sheet, 5), *evidence = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (question, !=, NULL);
  g_assert_null (muster_import_options_dup_date_question (options, sheet, 7));
  g_assert_false (muster_import_options_check (options, sheet, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "Certified Through"));
  g_assert_nonnull (strstr (error->message, question));
  g_clear_error (&error);

  /* Writing the cell out is an answer, too. */
  muster_import_options_fix (options, 0, 5, "2099-04-03");
  g_assert_true (muster_import_options_check (options, sheet, NULL));
  muster_import_options_fix (options, 2, 5, "05/06/2099");
  g_assert_false (muster_import_options_check (options, sheet, NULL));
  muster_import_options_fix (options, 2, 5, NULL);
  muster_import_options_fix (options, 0, 5, NULL);

  g_assert_true (muster_import_options_set_date_order (options, sheet, "certified_through", MUSTER_DATE_ORDER_MONTH_FIRST, &error));
  g_assert_true (muster_import_options_check (options, sheet, &error));
  plan = carry_out (fixture, sheet, options, NULL);
  evidence = dup_evidence (fixture, "1234567");
  g_assert_cmpstr (evidence, ==, "2 reported-certification - 2099-03-04\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-claims/evidence", test_evidence);
  operations_fixture_add ("/operations/import-claims/withdrawn", test_withdrawn);
  operations_fixture_add ("/operations/import-claims/revoked-licence", test_revoked_licence);
  operations_fixture_add ("/operations/import-claims/termination", test_termination);
  operations_fixture_add ("/operations/import-claims/by-role", test_by_role);
  operations_fixture_add ("/operations/import-claims/contradiction", test_contradiction);
  operations_fixture_add ("/operations/import-claims/value-map", test_value_map);
  operations_fixture_add ("/operations/import-claims/date-order", test_date_order);
  return g_test_run ();
}
