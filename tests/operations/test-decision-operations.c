/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-decision-operations.h"

#include "domain/muster-date.h"
#include "operations-fixture.h"
#include "operations/muster-account-operations.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-call-off.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-review-operations.h"
#include "store/muster-rules-table.h"
#include "store/muster-verify.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define BROKER MUSTER_ASSISTER_BROKER

static const char *const grounds[] = { "ROB-05", "COC-09", NULL };

static gint64
propose (OperationsFixture *fixture, FixtureAccount account, const MusterOperation *operation, gint64 person, const char *effective)
{
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list of clients was sold" };
  gint64 id = 0;

  set_day (&proposal.effective, effective);
  run_well (fixture, account, operation, &proposal, &id);
  return id;
}

static MusterDecision *
load_decision (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterDecision *decision = muster_decision_table_load (database, id, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return decision;
}

static gboolean
load_active (OperationsFixture *fixture, gint64 person)
{
  g_autoptr (MusterAssister) loaded = load_person (fixture, person);

  return loaded->active;
}

static void
assert_day (const GDate *date, const char *text)
{
  g_autofree char *day = muster_date_to_iso (date);

  g_assert_cmpstr (day, ==, text);
}

/* How the last day for a review was found is told as long as its rules are here; a day that they do not give is not explained by them. */
static void
assert_counted (OperationsFixture *fixture, const MusterDecision *decision)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autofree char *text = muster_rules_table_dup_arithmetic (database, decision->rule_pack, "review-request", &decision->effective, &decision->review_until);
  g_autofree char *other_day = muster_rules_table_dup_arithmetic (database, decision->rule_pack, "review-request", &decision->effective, &decision->effective);
  g_autofree char *other_pack = muster_rules_table_dup_arithmetic (database, "no-such", "review-request", &decision->effective, &decision->review_until);

  muster_store_read_done (store, database);
  g_assert_true (g_str_has_prefix (text, "30 days after Mar 12, 2026. 45 CFR 155.220(h)."));
  g_assert_null (other_day);
  g_assert_null (other_pack);
}

static void
test_revoke (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR | BROKER);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };
  g_autoptr (MusterDecision) proposed = load_decision (fixture, answer.decision_id);
  g_autoptr (MusterDecision) approved = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_assert_cmpstr (proposed->number, ==, "RV-2026-0001");
  g_assert_cmpint (proposed->state, ==, MUSTER_DECISION_PROPOSED);
  g_assert_cmphex (proposed->types, ==, NAVIGATOR | BROKER);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);

  operations_fixture_set_day ("2026-03-12");
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  approved = load_decision (fixture, answer.decision_id);
  g_assert_cmpint (approved->state, ==, MUSTER_DECISION_APPROVED);
  g_assert_false (approved->emergency);
  assert_day (&approved->effective, "2026-03-12");
  assert_day (&approved->review_until, "2026-04-11");
  assert_counted (fixture, approved);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-11"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-12"), ==, MUSTER_STATE_REVOKED);
  g_assert_cmpint (get_state (fixture, person, BROKER, "2026-03-12"), ==, MUSTER_STATE_REVOKED);
  events = list_events (fixture, person);
  g_assert_cmpint (((const MusterCertificationEvent *) events->pdata[events->len - 1])->decision_id, ==, answer.decision_id);
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
}

static void
test_suspend_later (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Vang", 2, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_suspension, person, "2026-03-20") };
  g_autoptr (MusterDecision) decision = load_decision (fixture, answer.decision_id);

  g_assert_cmpstr (decision->number, ==, "SU-2026-0001");
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-19"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-20"), ==, MUSTER_STATE_SUSPENDED_FOR_CAUSE);
}

static void
test_proposal_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  static const char *const for_brokers[] = { "BRK-02", NULL };
  gint64 person = add_certified (fixture, "Farah", 3, NAVIGATOR);
  gint64 applicant = add_person (fixture, "Ferrari", 4, NAVIGATOR);
  gint64 somebody = add_certified (fixture, "Fekete", 5, NAVIGATOR);
  MusterOpenAction foreign = { .assister_id = somebody, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Late", .restriction = -1 };
  gint64 action_id = 0;
  MusterProposal proposals[] = {
    { .assister_id = person, .clauses = none, .reason = "Fraud" },
    { .assister_id = person, .clauses = for_brokers, .reason = "Fraud" },
    { .assister_id = person, .clauses = grounds, .reason = " " },
    { .assister_id = person, .clauses = grounds, .reason = "\u00a0" },
    { .assister_id = person, .clauses = grounds, .reason = "Fraud with 123-45-6789" },
    { .assister_id = person, .clauses = grounds, .reason = "Fraud", .types = NAVIGATOR | BROKER },
    { .assister_id = person, .clauses = grounds, .reason = "Fraud", .authority = MUSTER_AUTHORITY_INDIVIDUAL },
    { .assister_id = applicant, .clauses = grounds, .reason = "Fraud" },
    { .assister_id = person, .clauses = grounds, .reason = "Fraud", .action_ids = &action_id, .n_action_ids = 1 },
    { .assister_id = person, .clauses = grounds, .reason = "Fraud" },
  };

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &foreign, &action_id);
  set_day (&proposals[G_N_ELEMENTS (proposals) - 1].effective, "2026-03-09");
  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      gint64 id = 0;

      g_test_message ("%u", i);
      run_badly (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposals[i], &id, MUSTER_ERROR_RULE);
    }
}

/* Two people decide, administrators not exempt. */
static void
test_two_people (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 6, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_ALEX, &muster_propose_revocation, person, NULL) };

  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
  answer.emergency = "Nobody else is in the house";
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
  answer.emergency = NULL;
  run_badly (fixture, FIXTURE_SAM, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
}

static gint64
find_account (OperationsFixture *fixture, const char *name)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterAccount) account = muster_account_table_find (database, name, NULL);

  muster_store_read_done (store, database);
  g_assert_nonnull (account);
  return account->id;
}

static void
assert_remark (OperationsFixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < verification->remarks->len; i++)
    found |= strstr (verification->remarks->pdata[i], words) != NULL;
  g_assert_true (found);
}

static void
test_emergency (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Olson", 7, NAVIGATOR);
  MusterAccountChange leave = { find_account (fixture, "robin"), MUSTER_ROLE_ADMINISTRATOR, TRUE };
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_ALEX, &muster_propose_suspension, person, NULL) };
  g_autoptr (MusterDecision) decision = NULL;

  run_well (fixture, FIXTURE_ALEX, &muster_change_account, &leave, NULL);
  operations_fixture_set_day ("2026-04-09");
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
  answer.emergency = "\u00a0";
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
  answer.emergency = "Client data is being sold at this hour";
  answer.reason = "\u00a0"; /* says nothing: the emergency is the reason */
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  decision = load_decision (fixture, answer.decision_id);
  g_assert_true (decision->emergency);
  g_assert_cmpstr (decision->decision_reason, ==, answer.emergency);
  g_assert_cmpint (decision->decider, ==, decision->proposer);
  assert_remark (fixture, "SU-2026-0001: decided in an emergency, single-handed");
}

/* One question at a time: two answers might contradict each other. */
static void
test_proposed_twice (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Lee", 21, NAVIGATOR);
  MusterProposal again = { .assister_id = person, .clauses = (const char *[]) { "ROB-05", NULL }, .reason = "Client data was sold" };
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL), .reason = "Not this time" };

  run_badly (fixture, FIXTURE_ALEX, &muster_propose_revocation, &again, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_propose_suspension, &again, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_refuse_decision, &answer, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_propose_revocation, &again, NULL);
}

/* Nobody sends the second pair of eyes away for the occasion, however it is done. */
static void
test_made_alone (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Kiesel", 17, NAVIGATOR);
  MusterAccountChange changes[] = {
    { find_account (fixture, "robin"), MUSTER_ROLE_ADMINISTRATOR, TRUE },
    { find_account (fixture, "robin"), MUSTER_ROLE_STAFF, FALSE },
    { find_account (fixture, "robin"), MUSTER_ROLE_ADMINISTRATOR, FALSE },
  };
  MusterDecisionAnswer answer = { .emergency = "It cannot wait" };

  for (guint i = 0; i < 2; i++)
    {
      run_well (fixture, FIXTURE_ALEX, &muster_change_account, &changes[i], NULL);
      answer.decision_id = propose (fixture, FIXTURE_ALEX, &muster_propose_revocation, person, NULL);
      operations_fixture_set_day ("2026-04-08");
      run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
      run_badly (fixture, FIXTURE_ALEX, &muster_refuse_decision, &answer, NULL, MUSTER_ERROR_RULE);
      operations_fixture_set_day ("2026-03-10");
      run_well (fixture, FIXTURE_ALEX, &muster_take_back_proposal, &answer, NULL);
      run_well (fixture, FIXTURE_ALEX, &muster_change_account, &changes[2], NULL);
    }
}

static void
test_refuse (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Htoo", 8, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };
  g_autoptr (MusterDecision) decision = NULL;

  run_badly (fixture, FIXTURE_ALEX, &muster_refuse_decision, &answer, NULL, MUSTER_ERROR_RULE);
  answer.reason = "The list was the agency’s own";
  run_well (fixture, FIXTURE_ALEX, &muster_refuse_decision, &answer, NULL);
  decision = load_decision (fixture, answer.decision_id);
  g_assert_cmpint (decision->state, ==, MUSTER_DECISION_REFUSED);
  g_assert_cmpstr (decision->decision_reason, ==, answer.reason);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
}

static void
test_take_back (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Ali", 9, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };
  g_autoptr (MusterDecision) decision = NULL;

  run_badly (fixture, FIXTURE_ALEX, &muster_take_back_proposal, &answer, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_take_back_proposal, &answer, NULL);
  decision = load_decision (fixture, answer.decision_id);
  g_assert_cmpint (decision->state, ==, MUSTER_DECISION_TAKEN_BACK);
  run_badly (fixture, FIXTURE_SAM, &muster_take_back_proposal, &answer, NULL, MUSTER_ERROR_RULE);
}

/* What changed between proposal and approval: a role that went by itself is left alone; if none is left, nothing is approved. */
static void
test_changed_meanwhile (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Aho", 10, NAVIGATOR | BROKER);
  gint64 gone = add_certified (fixture, "Ahn", 11, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };

  take_step (fixture, person, BROKER, MUSTER_VERB_WITHDRAW, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_REVOKED);
  g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, MUSTER_STATE_WITHDRAWN);

  answer.decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, gone, NULL);
  take_step (fixture, gone, NAVIGATOR, MUSTER_VERB_WITHDRAW, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_CONFLICT);
}

/* Who goes while a decision waits goes under investigation. */
static void
test_waiting_is_a_case (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Karlsson", 12, NAVIGATOR);
  g_autoptr (GPtrArray) events = NULL;

  propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_WITHDRAW, NULL);
  events = list_events (fixture, person);
  g_assert_true (((const MusterCertificationEvent *) events->pdata[events->len - 1])->under_investigation);
}

/* What was decided for a later day stands, and is in nobody's way until then. */
static void
test_decided_ahead (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 16, NAVIGATOR), leaver = add_certified (fixture, "Lor", 17, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, "2026-06-01") };
  MusterReviewAnswer outcome = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was somebody else" };
  MusterReviewRequest request = { 0 };
  MusterDecisionAnswer sooner;
  MusterProposal later = { .assister_id = person, .clauses = grounds, .reason = "Again", .authority = MUSTER_AUTHORITY_AGENCY };
  MusterCertificationRequest back = { .assister_id = leaver };

  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  answer.decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, leaver, "2026-06-01");
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  set_day (&later.effective, "2026-07-01");
  run_badly (fixture, FIXTURE_SAM, &muster_propose_revocation, &later, NULL, MUSTER_ERROR_RULE);

  operations_fixture_set_day ("2026-03-12");
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-12"), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-01"), ==, MUSTER_STATE_REVOKED);
  take_step (fixture, leaver, NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);

  /* The same from an earlier day takes the place of what was decided first. */
  sooner.decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, "2026-04-01");
  sooner.reason = sooner.emergency = NULL;
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &sooner, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-31"), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-04-01"), ==, MUSTER_STATE_REVOKED);
  operations_fixture_set_day ("2026-04-10");
  request.decision_id = sooner.decision_id;
  run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &request, &outcome.review_id);
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &outcome, NULL);
  /* Suspended before the revocation took effect: that is given back. */
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-02"), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);

  /* Who left is revoked on the day all the same, and comes back as that. */
  operations_fixture_set_day ("2026-06-02");
  g_assert_cmpint (get_state (fixture, leaver, NAVIGATOR, "2026-06-02"), ==, MUSTER_STATE_REVOKED);
  run_well (fixture, FIXTURE_ALEX, &muster_return, &back, NULL);
  g_assert_true (load_active (fixture, leaver));
  g_assert_cmpint (get_state (fixture, leaver, NAVIGATOR, NULL), ==, MUSTER_STATE_REVOKED);
}

/* Less does not take the place of more. */
static void
test_suspended_before (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Xiong", 18, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, "2026-06-01") };

  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  answer.decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_suspension, person, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-05-31"), ==, MUSTER_STATE_SUSPENDED_FOR_CAUSE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-01"), ==, MUSTER_STATE_REVOKED);
}

/* What was decided for a later day is called off by two people as well, before that day, and then nothing comes of it. */
static void
test_call_off (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Thao", 19, NAVIGATOR | BROKER);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, "2026-06-01") };
  MusterDecisionAnswer call_off = { .decision_id = answer.decision_id };
  MusterDecisionAnswer off = { 0 };
  g_autoptr (MusterDecision) decision = NULL, target = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, &off.decision_id, MUSTER_ERROR_RULE);
  call_off.reason = "The review found the calls were made";
  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, &off.decision_id, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-01"), ==, MUSTER_STATE_REVOKED);

  run_badly (fixture, FIXTURE_KIM, &muster_propose_calling_off, &call_off, &off.decision_id, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_ALEX, &muster_propose_calling_off, &call_off, &off.decision_id);
  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, NULL, MUSTER_ERROR_CONFLICT);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-01"), ==, MUSTER_STATE_REVOKED);
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &off, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &off, NULL);

  decision = load_decision (fixture, off.decision_id);
  target = load_decision (fixture, answer.decision_id);
  g_assert_cmpstr (decision->number, ==, "CO-2026-0001");
  g_assert_cmpint (decision->calls_off, ==, target->id);
  g_assert_cmpint (target->called_off_by, ==, decision->id);
  g_assert_cmpint (target->state, ==, MUSTER_DECISION_APPROVED);
  assert_day (&decision->effective, "2026-03-10");
  g_assert_false (g_date_valid (&decision->review_until));
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-01"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, BROKER, "2026-06-01"), ==, MUSTER_STATE_CERTIFIED);
  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, NULL, MUSTER_ERROR_RULE);
  call_off.decision_id = off.decision_id;
  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, NULL, MUSTER_ERROR_RULE);

  /* It is in nobody's way: the same can be decided anew, for an earlier day or a later one. */
  answer.decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, "2026-07-01");
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-06-30"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-07-01"), ==, MUSTER_STATE_REVOKED);
}

/* What has taken effect stands, also where its calling off was proposed in time. */
static void
test_call_off_too_late (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Her", 20, NAVIGATOR);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_suspension, person, "2026-03-20") };
  MusterDecisionAnswer call_off = { .decision_id = answer.decision_id, .reason = "It was somebody else" }, off = { .reason = "Too late" };

  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, &off.decision_id);
  operations_fixture_set_day ("2026-03-20");
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_decision, &off, NULL, MUSTER_ERROR_RULE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-20"), ==, MUSTER_STATE_SUSPENDED_FOR_CAUSE);
  run_well (fixture, FIXTURE_ALEX, &muster_refuse_decision, &off, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_propose_calling_off, &call_off, NULL, MUSTER_ERROR_RULE);
}

static void
set_coverage (OperationsFixture *fixture, gint64 id, const char *languages, const char *county)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person };

  g_set_str (&person->languages, languages);
  g_set_str (&person->county, county);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
}

static MusterRevocationImpact *
get_impact (OperationsFixture *fixture, gint64 person, guint types)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterRevocationImpact *impact;
  GDate on;

  set_day (&on, "2026-03-10");
  impact = muster_revocation_impact_new (database, person, types, &on, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return impact;
}

static void
test_impact (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Bergström", 13, NAVIGATOR);
  gint64 other = add_certified (fixture, "Bauer", 14, BROKER);
  gint64 applicant = add_person (fixture, "Bui", 15, NAVIGATOR);
  MusterOpenAction open = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Late", .restriction = -1 };
  g_autoptr (MusterRevocationImpact) impact = NULL, harmless = NULL;

  set_coverage (fixture, person, "English; Karen; Hmong", "Itasca");
  set_coverage (fixture, other, "english, HMONG", "Ramsey");
  set_coverage (fixture, applicant, "Karen", "Itasca");
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, NULL);
  impact = get_impact (fixture, person, 0);
  g_assert_cmpuint (impact->open_actions, ==, 1);
  g_assert_cmphex (impact->other_types, ==, 0);
  g_assert_cmpuint (g_strv_length (impact->uncovered_languages), ==, 1);
  g_assert_cmpstr (impact->uncovered_languages[0], ==, "Karen");
  g_assert_cmpuint (g_strv_length (impact->uncovered_counties), ==, 1);
  g_assert_cmpstr (impact->uncovered_counties[0], ==, "Itasca");
  g_assert_true (impact->last_navigator);

  harmless = get_impact (fixture, other, 0);
  g_assert_false (harmless->last_navigator);
  g_assert_cmpuint (g_strv_length (harmless->uncovered_languages), ==, 0);
  g_assert_cmpstr (harmless->uncovered_counties[0], ==, "Ramsey");
}

/* Work that the person owns, whoever it is about, and what is open about the person. */
static void
test_open_work (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Bergström", 13, NAVIGATOR), other = add_certified (fixture, "Bauer", 14, BROKER);
  MusterOpenAction open = { .assister_id = other, .clauses = grounds, .severity = MUSTER_SEVERITY_1, .finding = "Late", .restriction = -1 };
  MusterActionText cause = { .text = "No calendar" };
  const char *const owners[] = { "Ana Bergstrom", "bergström, ANA", "Ana", "P-1", "Somebody Else" };
  g_autoptr (MusterRevocationImpact) impact = NULL, others = NULL;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &cause.action_id);
  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      MusterActionStepRequest step = { .action_id = cause.action_id, .what = "Write it down", .owner = owners[i] };

      run_well (fixture, FIXTURE_SAM, &muster_add_step, &step, NULL);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MusterIncident) incident = muster_incident_new ();

      set_day (&incident->discovered.day, "2026-03-10");
      incident->narrative = g_strdup ("A call was missed");
      g_set_str (&incident->investigator, i == 0 ? "Ana Bergström" : "Sam Sperling");
      muster_incident_add_person (incident, i == 0 ? other : person);
      muster_incident_add_clause (incident, "COC-04");
      run_well (fixture, FIXTURE_KIM, &muster_record_incident, incident, NULL);
    }
  impact = get_impact (fixture, person, 0);
  g_assert_cmpuint (g_strv_length (impact->work->steps), ==, 3);
  g_assert_cmpstr (impact->work->steps[0], ==, "CA-2026-0001, step 1");
  g_assert_cmpstr (impact->work->steps[1], ==, "CA-2026-0001, step 2");
  g_assert_cmpstr (impact->work->steps[2], ==, "CA-2026-0001, step 4");
  g_assert_cmpuint (g_strv_length (impact->work->investigates), ==, 1);
  g_assert_cmpstr (impact->work->investigates[0], ==, "IN-2026-0001");
  g_assert_cmpuint (g_strv_length (impact->work->concerned), ==, 1);
  g_assert_cmpstr (impact->work->concerned[0], ==, "IN-2026-0002");
  others = get_impact (fixture, other, 0);
  g_assert_cmpuint (g_strv_length (others->work->steps), ==, 0);
  g_assert_cmpuint (g_strv_length (others->work->investigates), ==, 0);
}

static void
test_impact_of_one_role (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Dahl", 16, NAVIGATOR | BROKER);
  gint64 other = add_certified (fixture, "Dąbek", 17, NAVIGATOR);
  g_autoptr (MusterRevocationImpact) impact = NULL;

  set_coverage (fixture, person, "Polish", "Cook");
  set_coverage (fixture, other, "English", "Cass");
  impact = get_impact (fixture, person, NAVIGATOR);
  g_assert_cmphex (impact->other_types, ==, BROKER);
  g_assert_false (impact->last_navigator);
  g_assert_cmpuint (g_strv_length (impact->uncovered_languages), ==, 0);
}

/* What two people took away, one does not give back the next day; what comes back after the waiting time is told for ever. */
static void
test_applies_again (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 1, MUSTER_ASSISTER_BROKER);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };
  MusterCertificationRequest request = { .assister_id = person, .type = MUSTER_ASSISTER_BROKER, .reason = "Applies again" };
  g_autoptr (MusterVerification) before = NULL, after = NULL;

  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_reapply, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_reapply, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_certify, &request, NULL, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-06-08");
  run_badly (fixture, FIXTURE_KIM, &muster_reapply, &request, NULL, MUSTER_ERROR_RULE);
  before = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (before->remarks->len, ==, 0);
  operations_fixture_set_day ("2026-06-09");
  run_well (fixture, FIXTURE_KIM, &muster_reapply, &request, NULL);
  after = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_true (after->ok);
  g_assert_cmpuint (after->remarks->len, ==, 1);
  g_assert_nonnull (strstr (after->remarks->pdata[0], "applied again from Jun 9, 2026"));
}

/* Leaving does not spare it. */
static void
test_left_meanwhile (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 1, MUSTER_ASSISTER_BROKER);
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, FIXTURE_SAM, &muster_propose_revocation, person, NULL) };
  MusterCertificationRequest leaves = { .assister_id = person, .reason = "Left" };
  g_autoptr (GPtrArray) events = NULL;

  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &leaves, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  events = list_events (fixture, person);
  g_assert_cmpint (((MusterCertificationEvent *) events->pdata[events->len - 1])->to, ==, MUSTER_STATE_REVOKED);
  run_well (fixture, FIXTURE_KIM, &muster_return, &leaves, NULL);
  g_clear_pointer (&events, g_ptr_array_unref);
  events = list_events (fixture, person);
  g_assert_cmpint (((MusterCertificationEvent *) events->pdata[events->len - 1])->to, ==, MUSTER_STATE_REVOKED);
}

/* What two people decided, neither of them undoes; somebody else does. */
static void
test_lifting (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const clauses[] = { "COC-09", NULL };
  gint64 person = add_certified (fixture, "Kue", 90, NAVIGATOR);
  MusterProposal proposal = { .assister_id = person, .clauses = clauses, .reason = "A list of clients was sold" };
  MusterDecisionAnswer answer = { .reason = "Seen" };
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "Rebutted" };

  run_well (fixture, FIXTURE_ALEX, &muster_propose_suspension, &proposal, &answer.decision_id);
  run_well (fixture, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ROBIN, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_FOR_CAUSE);

  person = add_certified (fixture, "Her", 91, NAVIGATOR);
  proposal.assister_id = request.assister_id = person;
  run_well (fixture, FIXTURE_SAM, &muster_propose_suspension, &proposal, &answer.decision_id);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ROBIN, &muster_reinstate, &request, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/decision/revoke", test_revoke);
  operations_fixture_add ("/operations/decision/suspend-later", test_suspend_later);
  operations_fixture_add ("/operations/decision/proposal-refused", test_proposal_refused);
  operations_fixture_add ("/operations/decision/two-people", test_two_people);
  operations_fixture_add ("/operations/decision/emergency", test_emergency);
  operations_fixture_add ("/operations/decision/proposed-twice", test_proposed_twice);
  operations_fixture_add ("/operations/decision/made-alone", test_made_alone);
  operations_fixture_add ("/operations/decision/refuse", test_refuse);
  operations_fixture_add ("/operations/decision/take-back", test_take_back);
  operations_fixture_add ("/operations/decision/changed-meanwhile", test_changed_meanwhile);
  operations_fixture_add ("/operations/decision/waiting-is-a-case", test_waiting_is_a_case);
  operations_fixture_add ("/operations/decision/decided-ahead", test_decided_ahead);
  operations_fixture_add ("/operations/decision/suspended-before", test_suspended_before);
  operations_fixture_add ("/operations/decision/call-off", test_call_off);
  operations_fixture_add ("/operations/decision/call-off-too-late", test_call_off_too_late);
  operations_fixture_add ("/operations/decision/impact", test_impact);
  operations_fixture_add ("/operations/decision/open-work", test_open_work);
  operations_fixture_add ("/operations/decision/impact-of-one-role", test_impact_of_one_role);
  operations_fixture_add ("/operations/decision/applies-again", test_applies_again);
  operations_fixture_add ("/operations/decision/left-meanwhile", test_left_meanwhile);
  operations_fixture_add ("/operations/decision/lifting", test_lifting);
  return g_test_run ();
}
