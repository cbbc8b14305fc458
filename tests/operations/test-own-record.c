/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "import-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-batch.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-certification-step.h"
#include "operations/muster-correct-certification.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-snooze.h"
#include "operations/muster-transfer.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static const char *const clauses[] = { "ROB-05", NULL };

/* Has @account say that the person is called so. */
static gboolean
rename_person (OperationsFixture *fixture, FixtureAccount account, gint64 id, const char *given, const char *family, GError **error)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person, .reason = "Another name" };

  g_set_str (&person->given_name, given);
  g_set_str (&person->family_name, family);
  return muster_store_run (operations_fixture_open (fixture, account), &muster_edit_assister, &edit, NULL, NULL, error);
}

/* The person that robin, an administrator, is; certified as a navigator. */
static gint64
add_robin (OperationsFixture *fixture)
{
  gint64 person = add_certified (fixture, "Reiher", 7, NAVIGATOR);

  g_assert_true (rename_person (fixture, FIXTURE_ALEX, person, "Robin", "Reiher", NULL));
  return person;
}

static void
refuse_own (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gconstpointer input)
{
  g_test_message ("%s", operation->name);
  run_badly (fixture, account, operation, input, NULL, MUSTER_ERROR_RULE);
}

/* Every step of the lifecycle, and what else the register says of a person: by whom it is about, and then by somebody else. */
static void
try_everything (OperationsFixture *fixture, gint64 person)
{
  MusterTransferRequest transfer = { .assister_id = person, .agency_id = 1 };
  MusterCorrectionRequest correction = { .assister_id = person, .type = NAVIGATOR, .reason = "It was another day" };
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest recorded = { .evidence = evidence };
  MusterOpenAction action = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_2, .restriction = -1, .finding = "Late" };
  MusterProposal proposal = { .assister_id = person, .types = NAVIGATOR, .authority = MUSTER_AUTHORITY_AGENCY, .clauses = clauses, .reason = "As the test has it" };

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("background-study");
  evidence->outcome = g_strdup ("cleared");
  set_day (&evidence->on, "2026-03-02");
  set_day (&correction.on, "2026-02-03");
  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    {
      MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "As the test has it" };

      if (muster_certification_operation (verb) != NULL)
        refuse_own (fixture, FIXTURE_ROBIN, muster_certification_operation (verb), &request);
    }
  refuse_own (fixture, FIXTURE_ROBIN, &muster_transfer, &transfer);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_correct_certification, &correction);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_record_evidence, &recorded);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_open_action, &action);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_propose_revocation, &proposal);
  run_well (fixture, FIXTURE_ALEX, &muster_correct_certification, &correction, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_record_evidence, &recorded, NULL);
}

/* Nobody changes what the register says of themselves. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 person = add_robin (fixture);

  g_assert_false (rename_person (fixture, FIXTURE_ROBIN, person, "Robin", "Reiher Star", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  g_assert_nonnull (strstr (error->message, "your own record"));
  try_everything (fixture, person);
}

/* What the person was called before counts as well: after a marriage, or if somebody says so. */
static void
test_refused_by_former_name (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_robin (fixture), other = add_certified (fixture, "Oakenfold", 8, NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = other, .type = NAVIGATOR, .reason = "As the test has it" };

  g_assert_true (rename_person (fixture, FIXTURE_KIM, person, "Robin", "Reiher Star", NULL));
  g_assert_true (rename_person (fixture, FIXTURE_KIM, person, "Robin", "Star", NULL));
  try_everything (fixture, person);
  /* and nobody else is meant */
  run_well (fixture, FIXTURE_ROBIN, muster_certification_operation (MUSTER_VERB_SUSPEND), &request, NULL);
}

/* A dry run refuses as well. */
static void
test_preview (OperationsFixture *fixture, gconstpointer data)
{
  MusterCertificationRequest request = { .assister_id = add_robin (fixture), .type = NAVIGATOR, .reason = "As the test has it" };
  GDate today;

  set_day (&today, "2026-03-10");
  for (guint account = FIXTURE_ALEX; account <= FIXTURE_ROBIN; account++)
    {
      MusterStore *store = operations_fixture_open (fixture, account);
      MusterDatabase *database = muster_store_read (store, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterCertificationStep) step = muster_certification_step_new (database, MUSTER_VERB_SUSPEND, &request, &today, &error);

      g_assert_cmpint (step != NULL, ==, account == FIXTURE_ALEX);
      g_assert_cmpint (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE), ==, account == FIXTURE_ROBIN);
      muster_store_read_done (store, database);
    }
}

static gint64
record_incident (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  gint64 id = 0;

  incident->narrative = g_strdup ("The umbrella was sold");
  incident->kind = MUSTER_INCIDENT_SECURITY;
  set_day (&incident->discovered.day, "2026-03-10");
  muster_incident_add_clause (incident, clauses[0]);
  muster_incident_add_person (incident, person);
  run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, &id);
  return id;
}

static guint
count_incidents (OperationsFixture *fixture, FixtureAccount account)
{
  MusterStore *store = operations_fixture_open (fixture, account);
  MusterDatabase *database = muster_store_read (store, NULL);
  const MusterIncidentFilter filter = { 0 };
  g_autoptr (GPtrArray) list = muster_incident_table_list (database, &filter, NULL);

  muster_store_read_done (store, database);
  return list->len;
}

/* A case that was closed because of a name stays closed, whatever the person is called then; until somebody else opens it. */
static void
test_closed_by_former_name (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_robin (fixture);
  MusterCaseAccessRequest request = { MUSTER_CASE_INCIDENT, record_incident (fixture, person), muster_store_get_account (operations_fixture_open (fixture, FIXTURE_ROBIN))->id, "Is not the one" };

  g_assert_cmpuint (count_incidents (fixture, FIXTURE_ROBIN), ==, 0);
  g_assert_true (rename_person (fixture, FIXTURE_KIM, person, "Robin", "Reiher Star", NULL));
  g_assert_cmpuint (count_incidents (fixture, FIXTURE_ROBIN), ==, 0);
  g_assert_true (rename_person (fixture, FIXTURE_KIM, person, "Robyn", "Star", NULL));
  g_assert_cmpuint (count_incidents (fixture, FIXTURE_ROBIN), ==, 0);
  g_assert_cmpuint (count_incidents (fixture, FIXTURE_SAM), ==, 1);
  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, NULL);
  g_assert_cmpuint (count_incidents (fixture, FIXTURE_ROBIN), ==, 1);
}

/* Even what was opened to whom it is about is theirs to read only. */
static void
test_decide (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_robin (fixture), decision = 0, action = 0;
  MusterOpenAction opening = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_2, .restriction = -1, .finding = "Late" };
  MusterProposal proposal = { .assister_id = person, .types = NAVIGATOR, .authority = MUSTER_AUTHORITY_AGENCY, .clauses = clauses, .reason = "As the test has it" };
  MusterDecisionAnswer answer = { .reason = "Yes" };
  MusterActionText cause = { .text = "Nothing" };
  MusterCaseAccessRequest request = { MUSTER_CASE_DECISION, 0, muster_store_get_account (operations_fixture_open (fixture, FIXTURE_ROBIN))->id, "May read it" };

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &opening, &action);
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &decision);
  answer.decision_id = request.case_id = decision;
  cause.action_id = action;
  run_badly (fixture, FIXTURE_ROBIN, &muster_refuse_decision, &answer, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_ROBIN, &muster_set_cause, &cause, NULL, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, NULL);
  request.kind = MUSTER_CASE_ACTION;
  request.case_id = action;
  run_well (fixture, FIXTURE_SAM, &muster_open_case_to, &request, NULL);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_refuse_decision, &answer);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer);
  refuse_own (fixture, FIXTURE_ROBIN, &muster_set_cause, &cause);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
}

/* The restriction of a corrective action is lifted by closing it, whoever suspends and reinstates meanwhile. */
static void
test_restriction (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Oakenfold", 8, NAVIGATOR);
  MusterOpenAction action = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_3, .restriction = MUSTER_RESTRICTION_STOP_WORK, .finding = "Sold it", .cause = "Money" };
  MusterActionText voiding = { .text = "A mistake" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &action, &id);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_REINSTATE, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_WITHDRAW, NULL);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_REAPPLY, NULL);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_CERTIFY, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  voiding.action_id = id;
  run_well (fixture, FIXTURE_ALEX, &muster_void_action, &voiding, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* Who may put off what; nobody what is not on their own list, and where it is closed to them that is the same. */
static void
test_snooze (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *item;
    FixtureAccount account;
    int code; /* -1: put off */
  } cases[] = {
    { "decision-waiting:1", FIXTURE_KIM, MUSTER_ERROR_FORBIDDEN },
    { "decision-waiting:9", FIXTURE_KIM, MUSTER_ERROR_FORBIDDEN },
    { "decision-waiting:1", FIXTURE_SAM, MUSTER_ERROR_FORBIDDEN },
    { "decision-waiting:1", FIXTURE_ROBIN, MUSTER_ERROR_NOT_FOUND },
    { "decision-waiting:9", FIXTURE_ROBIN, MUSTER_ERROR_NOT_FOUND },
    { "decision-waiting:9", FIXTURE_ALEX, MUSTER_ERROR_NOT_FOUND },
    { "decision-waiting:1", FIXTURE_ALEX, -1 },
    { "incident-report:1", FIXTURE_ROBIN, MUSTER_ERROR_NOT_FOUND },
    { "incident-report:1", FIXTURE_KIM, -1 },
    { "action-overdue:1", FIXTURE_KIM, MUSTER_ERROR_FORBIDDEN },
    { "action-overdue:1", FIXTURE_ROBIN, MUSTER_ERROR_NOT_FOUND },
    { "action-due:1", FIXTURE_SAM, MUSTER_ERROR_NOT_FOUND },
    { "action-overdue:1", FIXTURE_SAM, -1 },
    { "step-overdue:1", FIXTURE_ALEX, MUSTER_ERROR_NOT_FOUND },
    { "expiring:1", FIXTURE_KIM, MUSTER_ERROR_NOT_FOUND },
    { "rules-ended:0", FIXTURE_KIM, MUSTER_ERROR_NOT_FOUND },
  };
  gint64 person = add_robin (fixture), action = 0, decision = 0;
  MusterOpenAction opening = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_2, .restriction = -1, .finding = "Late" };
  MusterProposal proposal = { .assister_id = person, .types = NAVIGATOR, .authority = MUSTER_AUTHORITY_AGENCY, .clauses = clauses, .reason = "As the test has it" };

  record_incident (fixture, person);
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &opening, &action);
  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &decision);
  operations_fixture_set_day ("2026-05-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterSnoozeRequest request = { .item = cases[i].item, .reason = "On leave" };

      set_day (&request.until, "2026-05-20");
      g_test_message ("%u: %s by %u", i, cases[i].item, cases[i].account);
      if (cases[i].code < 0)
        run_well (fixture, cases[i].account, &muster_snooze, &request, NULL);
      else
        run_badly (fixture, cases[i].account, &muster_snooze, &request, NULL, cases[i].code);
    }
}

/* The words are the same for what is closed and for what there is not. */
static void
test_snooze_words (OperationsFixture *fixture, gconstpointer data)
{
  MusterProposal proposal = { .assister_id = add_robin (fixture), .types = NAVIGATOR, .authority = MUSTER_AUTHORITY_AGENCY, .clauses = clauses, .reason = "As the test has it" };
  MusterSnoozeRequest request = { .reason = "On leave" };
  g_autoptr (GError) closed = NULL, absent = NULL;
  gint64 decision = 0;

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &decision);
  set_day (&request.until, "2026-03-20");
  request.item = "decision-waiting:1";
  g_assert_false (muster_store_run (operations_fixture_open (fixture, FIXTURE_ROBIN), &muster_snooze, &request, NULL, NULL, &closed));
  request.item = "decision-waiting:2";
  g_assert_false (muster_store_run (operations_fixture_open (fixture, FIXTURE_ROBIN), &muster_snooze, &request, NULL, NULL, &absent));
  *strchr (closed->message, '1') = '2';
  g_assert_cmpstr (closed->message, ==, absent->message);
}

#define KIM "Kranich,Kim,kim@example.org,1234567,,Broker,Sunrise\n"

/* Of a file the rows about who imports it wait for somebody else; the others go on, and a file without the own row takes nobody off the roster. */
static void
test_import (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rows;
    const char *fates;
    const char *findings;
  } cases[] = {
    { KIM PAO, "==", "" },
    { "Kranichsson,Kim,kim@example.org,1234567,,Broker,Sunrise\nMoua,Pao,pao2@example.org,,A7K4M2P9Q,Navigator,Lake Help\n", "RU", "2:name-changed 2:own-record" },
    { "Kranich,Kim,kim@example.org,1234567,,Navigator,Sunrise\n" PAO, "R=", "2:own-record" },
    { "Kranich,Kim,kim@example.org,1234567,,Broker,Lake Help\n" PAO, "R=", "2:own-record" },
    { "Lindqvist,Ana,ana@example.org,7654321,,Broker,Sunrise\n", "C", "" },
  };

  g_autoptr (MusterImportPlan) first = import_text (fixture, HEADER KIM PAO, MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (HEADER, cases[i].rows, NULL);
      g_autoptr (MusterSheet) sheet = read_text (fixture, text);
      g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
      g_autoptr (MusterImportPlan) plan = make_plan (fixture, sheet, options);
      g_autofree char *fates = dup_fates (plan), *findings = dup_findings (plan);

      g_test_message ("%u: %s", i, findings);
      g_assert_cmpstr (fates, ==, cases[i].fates);
      g_assert_cmpstr (findings, ==, cases[i].findings);
      g_assert_cmpuint (plan->missing->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/own-record/refused", test_refused);
  operations_fixture_add ("/operations/own-record/refused-by-former-name", test_refused_by_former_name);
  operations_fixture_add ("/operations/own-record/preview", test_preview);
  operations_fixture_add ("/operations/own-record/closed-by-former-name", test_closed_by_former_name);
  operations_fixture_add ("/operations/own-record/decide", test_decide);
  operations_fixture_add ("/operations/own-record/restriction", test_restriction);
  operations_fixture_add ("/operations/own-record/import", test_import);
  operations_fixture_add ("/operations/own-record/snooze", test_snooze);
  operations_fixture_add ("/operations/own-record/snooze-words", test_snooze_words);
  return g_test_run ();
}
