/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-follow-up-rule.h"
#include "operations-fixture.h"
#include "operations/muster-follow-up-operations.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-verify.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static const char *const service[] = { "COC-04", NULL };

/* Of severity S2, open from March 10 until April 9. */
static gint64
open_action (OperationsFixture *fixture)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  MusterOpenAction request = { .assister_id = person, .clauses = service, .severity = MUSTER_SEVERITY_2, .finding = "Calls were not returned", .cause = "Nobody read the mailbox", .restriction = -1 };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

/* Done by sam, verified by alex. */
static void
do_step (OperationsFixture *fixture, gint64 id)
{
  MusterActionStepRequest step = { .action_id = id, .what = "Name a reader for each day", .owner = "Sam", .note = "Rota seen" };

  run_well (fixture, FIXTURE_SAM, &muster_add_step, &step, &step.step);
  run_well (fixture, FIXTURE_SAM, &muster_complete_step, &step, NULL);
  run_well (fixture, FIXTURE_ALEX, &muster_verify_step, &step, NULL);
}

static MusterCorrectiveAction *
load_action (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterCorrectiveAction *action = muster_action_table_load (database, id, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return action;
}

static void
assert_day (const GDate *date, const char *text)
{
  g_autofree char *day = muster_date_to_iso (date);

  g_assert_cmpstr (day, ==, text);
}

static void
assert_verifies (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) result = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->what, ==, NULL);
  g_assert_true (result->ok);
}

static void
test_check (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterCheckPlan plan = { .action_id = id, .criterion = "All  calls are returned within two days" };
  MusterCheckResult result = { .action_id = id, .passed = TRUE, .note = "Of 40 calls all were" };
  MusterCloseAction close = { id, MUSTER_OUTCOME_COMPLETED, "Cured" };
  g_autoptr (MusterCorrectiveAction) action = NULL;
  MusterOutcome actual;
  const MusterFollowUp *check;

  run_badly (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL, MUSTER_ERROR_RULE);
  do_step (fixture, id);
  run_badly (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_KIM, &muster_plan_check, &plan, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL, MUSTER_ERROR_RULE); /* before its day */
  operations_fixture_set_day ("2026-05-09");
  run_badly (fixture, FIXTURE_SAM, &muster_record_check, &result, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual);
  g_assert_cmpint (actual, ==, MUSTER_OUTCOME_COMPLETED); /* the step was done in time */

  action = load_action (fixture, id);
  g_assert_cmpuint (action->follow_ups->len, ==, 1);
  check = action->follow_ups->pdata[0];
  g_assert_cmpint (check->kind, ==, MUSTER_FOLLOW_UP_CHECK);
  g_assert_cmpint (check->state, ==, MUSTER_FOLLOW_UP_PASSED);
  g_assert_cmpstr (check->text, ==, "All calls are returned within two days");
  g_assert_cmpstr (check->note, ==, "Of 40 calls all were");
  assert_day (&check->on, "2026-03-10");
  assert_day (&check->due, "2026-05-09");
  assert_day (&check->settled_on, "2026-05-09");
  g_assert_cmpint (check->account_id, !=, check->settled_account);
  assert_verifies (fixture);
}

/* A check that failed leaves the action open: another step, another check. */
static void
test_failed (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterCheckPlan plan = { .action_id = id, .criterion = "All calls are returned" };
  MusterCheckResult result = { .action_id = id, .note = "Of 40 calls 12 were not" };
  MusterActionStepRequest step = { .action_id = id, .what = "Have calls forwarded", .owner = "Sam", .note = "Seen" };
  MusterCloseAction close = { id, MUSTER_OUTCOME_COMPLETED, "Cured" };
  g_autoptr (MusterCorrectiveAction) action = NULL;

  set_day (&plan.due, "2026-03-20");
  do_step (fixture, id);
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_add_step, &step, &step.step, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-03-20");
  run_well (fixture, FIXTURE_ALEX, &muster_record_check, &result, NULL);
  action = load_action (fixture, id);
  g_assert_cmpint (action->state, ==, MUSTER_ACTION_OPEN);
  g_assert_true (muster_follow_up_has_failed (action));
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  set_day (&plan.due, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL, MUSTER_ERROR_RULE);
  do_step (fixture, id);
  check_effect (fixture, id);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  assert_verifies (fixture);
}

/* A slip of the pen is put right with a reason; what was planned before is kept. */
static void
test_planned_anew (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterCheckPlan plan = { .action_id = id, .criterion = "All calls are returned" };
  g_autoptr (MusterCorrectiveAction) action = NULL;
  const MusterFollowUp *former, *now;

  do_step (fixture, id);
  set_day (&plan.due, "2029-03-20");
  run_badly (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL, MUSTER_ERROR_RULE);
  set_day (&plan.due, "2027-03-10");
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  set_day (&plan.due, "2026-03-20");
  run_badly (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL, MUSTER_ERROR_RULE);
  plan.reason = "The year was wrong";
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  action = load_action (fixture, id);
  g_assert_cmpuint (action->follow_ups->len, ==, 2);
  former = action->follow_ups->pdata[0];
  now = action->follow_ups->pdata[1];
  g_assert_cmpint (former->state, ==, MUSTER_FOLLOW_UP_REPLANNED);
  g_assert_cmpstr (former->note, ==, "The year was wrong");
  assert_day (&former->due, "2027-03-10");
  g_assert_cmpint (now->state, ==, MUSTER_FOLLOW_UP_PENDING);
  g_assert_null (now->note);
  assert_day (&now->due, "2026-03-20");
  assert_verifies (fixture);
}

static void
test_waiver (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterCheckPlan plan = { .action_id = id, .criterion = "All calls are returned" };
  MusterActionText waiver = { id, " " };
  MusterCloseAction close = { id, MUSTER_OUTCOME_COMPLETED, "Cured" };
  g_autoptr (MusterCorrectiveAction) action = NULL;
  const MusterFollowUp *check;

  run_badly (fixture, FIXTURE_ALEX, &muster_waive_check, &waiver, NULL, MUSTER_ERROR_RULE);
  do_step (fixture, id);
  run_badly (fixture, FIXTURE_ALEX, &muster_waive_check, &waiver, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_plan_check, &plan, NULL);
  waiver.text = "The person has left";
  run_badly (fixture, FIXTURE_SAM, &muster_waive_check, &waiver, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_ALEX, &muster_waive_check, &waiver, NULL);
  action = load_action (fixture, id);
  check = action->follow_ups->pdata[0];
  g_assert_cmpuint (action->follow_ups->len, ==, 1);
  g_assert_cmpint (check->state, ==, MUSTER_FOLLOW_UP_WAIVED);
  g_assert_cmpstr (check->note, ==, "The person has left");
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  assert_verifies (fixture);
}

/* Nothing has to be planned for a waiver. */
static void
test_waiver_alone (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterActionText waiver = { id, "The person has left" };
  g_autoptr (MusterCorrectiveAction) action = NULL;

  do_step (fixture, id);
  run_well (fixture, FIXTURE_ALEX, &muster_waive_check, &waiver, NULL);
  action = load_action (fixture, id);
  g_assert_true (muster_follow_up_is_checked (action));
  g_assert_null (((const MusterFollowUp *) action->follow_ups->pdata[0])->text);
  assert_verifies (fixture);
}

/* The day changes when somebody else approves it, and only then. */
static void
test_extension (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  MusterExtensionRequest request = { .action_id = id, .reason = "In the hospital" };
  MusterActionText answer = { id, "Others can do it" };
  g_autoptr (MusterCorrectiveAction) asked = NULL, action = NULL;

  set_day (&request.until, "2026-04-20");
  run_badly (fixture, FIXTURE_KIM, &muster_ask_extension, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_SAM, &muster_ask_extension, &request, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_ask_extension, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_SAM, &muster_approve_extension, &answer, NULL, MUSTER_ERROR_RULE);
  asked = load_action (fixture, id);
  assert_day (&asked->due, "2026-04-09");
  run_well (fixture, FIXTURE_ALEX, &muster_refuse_extension, &answer, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_extension, &answer, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_ask_extension, &request, NULL);
  answer.text = NULL;
  run_badly (fixture, FIXTURE_ALEX, &muster_approve_extension, &answer, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_approve_extension, &answer, NULL);
  action = load_action (fixture, id);
  assert_day (&action->due, "2026-04-20");
  g_assert_cmpuint (action->follow_ups->len, ==, 2);
  g_assert_cmpint (((const MusterFollowUp *) action->follow_ups->pdata[0])->state, ==, MUSTER_FOLLOW_UP_REFUSED);
  g_assert_cmpint (((const MusterFollowUp *) action->follow_ups->pdata[1])->state, ==, MUSTER_FOLLOW_UP_APPROVED);
  assert_verifies (fixture);
}

/* The notice is served as a letter; then it can be acknowledged, or not. */
static void
test_response (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture);
  const MusterLetterKind *kind = muster_letter_kind_find ("action-notice", NULL);
  MusterLetterRequest letter = { .kind = kind, .about_id = id };
  MusterServiceRequest serving = { .method = MUSTER_SERVICE_BY_HAND, .result = MUSTER_SERVICE_RETURNED };
  MusterActionResponse response = { .action_id = id, .state = MUSTER_FOLLOW_UP_ACKNOWLEDGED };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_autoptr (MusterCorrectiveAction) action = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_record_response, &response, NULL, MUSTER_ERROR_RULE);
  response.state = MUSTER_FOLLOW_UP_PASSED;
  run_badly (fixture, FIXTURE_SAM, &muster_record_response, &response, NULL, MUSTER_ERROR_INVALID);
  run_well (fixture, FIXTURE_SAM, muster_letter_operation (kind), &letter, &drawn);
  serving.letter_id = drawn.id;
  set_day (&serving.on, "2026-03-10");
  response.state = MUSTER_FOLLOW_UP_REFUSED;
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &serving, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_record_response, &response, NULL, MUSTER_ERROR_RULE); /* it came back */
  serving.result = MUSTER_SERVICE_RECEIVED;
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &serving, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_record_response, &response, NULL);
  response.state = MUSTER_FOLLOW_UP_ANSWERED;
  response.text = "It was another person";
  run_badly (fixture, FIXTURE_KIM, &muster_record_response, &response, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_SAM, &muster_record_response, &response, NULL);
  action = load_action (fixture, id);
  g_assert_cmpuint (action->follow_ups->len, ==, 2);
  g_assert_cmpstr (((const MusterFollowUp *) action->follow_ups->pdata[1])->text, ==, "It was another person");
  assert_day (&((const MusterFollowUp *) action->follow_ups->pdata[1])->on, "2026-03-10");
  assert_verifies (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/follow-up/check", test_check);
  operations_fixture_add ("/operations/follow-up/failed", test_failed);
  operations_fixture_add ("/operations/follow-up/planned-anew", test_planned_anew);
  operations_fixture_add ("/operations/follow-up/waiver", test_waiver);
  operations_fixture_add ("/operations/follow-up/waiver-alone", test_waiver_alone);
  operations_fixture_add ("/operations/follow-up/extension", test_extension);
  operations_fixture_add ("/operations/follow-up/response", test_response);
  return g_test_run ();
}
