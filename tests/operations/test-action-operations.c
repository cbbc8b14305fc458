/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-action-operations.h"

#include "domain/muster-date.h"
#include "operations-fixture.h"
#include "operations/muster-certification-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-roster-query.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define BROKER MUSTER_ASSISTER_BROKER

static const char *const service[] = { "COC-04", NULL };
static const char *const safeguarding[] = { "coc-09", "ROB-06", NULL };

static gint64
open_action (OperationsFixture *fixture, gint64 person, MusterSeverity severity)
{
  MusterOpenAction request = { .assister_id = person, .clauses = safeguarding, .severity = severity, .finding = "A letter went to another household", .restriction = -1 };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  return id;
}

/* All that is asked before it may be closed as completed. */
static void
settle (OperationsFixture *fixture, gint64 id)
{
  MusterActionText cause = { id, "The envelopes were filled in haste" };
  MusterActionStepRequest step = { .action_id = id, .what = "Read each address aloud", .owner = "Sam", .note = "Seen" };

  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
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
test_open (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  gint64 id = open_action (fixture, person, MUSTER_SEVERITY_2);
  g_autoptr (MusterCorrectiveAction) action = load_action (fixture, id);

  g_assert_cmpstr (action->number, ==, "CA-2026-0001");
  g_assert_cmpint (action->assister_id, ==, person);
  g_assert_cmpint (action->state, ==, MUSTER_ACTION_OPEN);
  g_assert_cmpint (action->restriction, ==, MUSTER_RESTRICTION_NONE);
  g_assert_cmpuint (action->clause_ids->len, ==, 2);
  g_assert_cmpstr (action->clause_ids->pdata[0], ==, "COC-09");
  g_assert_cmpstr (action->clause_version, !=, "");
  g_assert_cmpstr (action->rule_pack, ==, "mnsure-2026");
  assert_day (&action->opened, "2026-03-10");
  assert_day (&action->due, "2026-04-09");
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* A day that the rules do not have is kept with its reason; a reason for one that they have is none. */
static void
test_open_later (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  MusterOpenAction request = { .assister_id = person, .clauses = service, .severity = MUSTER_SEVERITY_4, .finding = "Late", .restriction = -1, .due_reason = "In the  hospital" };
  g_autoptr (MusterCorrectiveAction) later = NULL, usual = NULL;
  gint64 id = 0;

  set_day (&request.due, "2026-03-31");
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  later = load_action (fixture, id);
  assert_day (&later->due, "2026-03-31");
  g_assert_cmpstr (later->due_reason, ==, "In the hospital");
  set_day (&request.due, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &id);
  usual = load_action (fixture, id);
  assert_day (&usual->due, "2026-03-11");
  g_assert_null (usual->due_reason);
}

static void
test_open_refused (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const for_brokers[] = { "BRK-01", NULL };
  static const char *const unknown[] = { "COC-77", NULL };
  static const char *const none[] = { NULL };
  gint64 person = add_certified (fixture, "Vang", 2, NAVIGATOR);
  struct
  {
    MusterOpenAction request;
    MusterError code;
  } cases[] = {
    { { person, service, MUSTER_SEVERITY_1, NULL, NULL, { 0 }, -1, NULL }, MUSTER_ERROR_RULE },
    { { person, none, MUSTER_SEVERITY_1, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_RULE },
    { { person, for_brokers, MUSTER_SEVERITY_1, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_RULE },
    { { person, unknown, MUSTER_SEVERITY_1, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_NOT_FOUND },
    { { person, service, 5, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_INVALID },
    { { person, service, MUSTER_SEVERITY_1, "Late", NULL, { 0 }, 7, NULL }, MUSTER_ERROR_INVALID },
    { { person, service, MUSTER_SEVERITY_4, "Late", NULL, { 0 }, MUSTER_RESTRICTION_LIMITED, "No phone" }, MUSTER_ERROR_RULE },
    { { person, service, MUSTER_SEVERITY_3, "Late", NULL, { 0 }, MUSTER_RESTRICTION_LIMITED, " " }, MUSTER_ERROR_RULE },
    { { person, service, MUSTER_SEVERITY_1, "Late for 123-45-6789", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_RULE },
    { { person, service, MUSTER_SEVERITY_4, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_RULE },
    { { 4711, service, MUSTER_SEVERITY_1, "Late", NULL, { 0 }, -1, NULL }, MUSTER_ERROR_NOT_FOUND },
  };

  set_day (&cases[9].request.due, "2099-01-01");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = 0;

      g_test_message ("%u", i);
      run_badly (fixture, FIXTURE_SAM, &muster_open_action, &cases[i].request, &id, cases[i].code);
      g_assert_cmpint (id, ==, 0);
    }
}

static gboolean
may_assist (OperationsFixture *fixture, gint64 person, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate on;

  set_day (&on, day);
  muster_roster_query_standing (database, person, &on, NULL, &facts, &standing, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return standing.may_assist;
}

/* A serious action stops the work at once, in every certified role, and until no open action asks for it. */
static void
test_restriction (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Farah", 3, NAVIGATOR | BROKER);
  MusterCloseAction close = { .outcome = MUSTER_OUTCOME_COMPLETED, .note = "Training passed, checked" };
  gint64 first, second;

  g_assert_true (may_assist (fixture, person, "2026-03-10"));
  first = open_action (fixture, person, MUSTER_SEVERITY_3);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  g_assert_false (may_assist (fixture, person, "2026-03-10"));
  second = open_action (fixture, person, MUSTER_SEVERITY_4);
  settle (fixture, first);
  settle (fixture, second);
  check_effect (fixture, first);
  check_effect (fixture, second);

  close.action_id = first;
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  close.action_id = second;
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_true (may_assist (fixture, person, "2026-03-10"));
}

/* Events of restrictions name the action that brought them. */
static void
test_restriction_events (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", 4, NAVIGATOR);
  gint64 id = open_action (fixture, person, MUSTER_SEVERITY_3);
  MusterActionText request = { id, "Opened for the wrong person" };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (MusterCorrectiveAction) action = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_void_action, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_void_action, &request, NULL);
  events = list_events (fixture, person);
  for (guint i = events->len - 2; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      g_assert_cmpint (event->action_id, ==, id);
      g_assert_cmpint (event->authority, ==, MUSTER_AUTHORITY_AGENCY);
    }
  action = load_action (fixture, id);
  g_assert_cmpint (action->state, ==, MUSTER_ACTION_VOIDED);
  g_assert_cmpint (action->outcome, ==, MUSTER_OUTCOME_VOIDED);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* Someone who is suspended meanwhile is not certified again by the end of the restriction. */
static void
test_lift_leaves_suspension (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Olson", 5, NAVIGATOR);
  gint64 id = open_action (fixture, person, MUSTER_SEVERITY_3);
  MusterCloseAction close = { id, MUSTER_OUTCOME_FAILED, "Nothing was done" };

  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

static void
come_back (OperationsFixture *fixture, gint64 person)
{
  MusterCertificationRequest request = { .assister_id = person, .reason = "Is back" };

  run_well (fixture, FIXTURE_ALEX, &muster_return, &request, NULL);
}

static void
leave (OperationsFixture *fixture, gint64 person)
{
  MusterCertificationRequest request = { .assister_id = person, .reason = "Went away" };

  run_well (fixture, FIXTURE_ALEX, &muster_inactivate, &request, NULL);
}

/* A restriction ends with what it is for, and begins with it, also while somebody is away. */
static void
test_away (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Olson", 5, NAVIGATOR);
  gint64 first = open_action (fixture, person, MUSTER_SEVERITY_3), second;
  MusterActionText voided = { first, "It was somebody else" };

  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  leave (fixture, person);
  run_well (fixture, FIXTURE_ALEX, &muster_void_action, &voided, NULL);
  come_back (fixture, person);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);

  leave (fixture, person);
  second = open_action (fixture, person, MUSTER_SEVERITY_3);
  come_back (fixture, person);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  leave (fixture, person);
  come_back (fixture, person);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  voided.action_id = second;
  run_well (fixture, FIXTURE_ALEX, &muster_void_action, &voided, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

static void
test_steps (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture, add_certified (fixture, "Htoo", 6, NAVIGATOR), MUSTER_SEVERITY_2);
  MusterActionStepRequest request = { .action_id = id, .what = "Repeat the course on data security", .owner = "Htoo" };
  MusterCloseAction close = { id, MUSTER_OUTCOME_COMPLETED, "Done and checked" };
  g_autoptr (MusterCorrectiveAction) action = NULL;
  const MusterActionStep *step;
  MusterActionText cause = { id, "Nobody had been shown the rules" };
  int position = 0;

  run_badly (fixture, FIXTURE_SAM, &muster_add_step, &request, &position, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_add_step, &request, &position);
  g_assert_cmpint (position, ==, 1);
  request.what = "Speak with the household";
  run_well (fixture, FIXTURE_SAM, &muster_add_step, &request, &position);
  g_assert_cmpint (position, ==, 2);
  set_day (&request.due, "2026-04-10");
  run_badly (fixture, FIXTURE_SAM, &muster_add_step, &request, &position, MUSTER_ERROR_RULE);

  request.step = 1;
  request.note = "Certificate seen";
  run_badly (fixture, FIXTURE_ALEX, &muster_verify_step, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.on, "2026-03-11");
  run_badly (fixture, FIXTURE_SAM, &muster_complete_step, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.on, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_complete_step, &request, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_complete_step, &request, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_SAM, &muster_verify_step, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_verify_step, &request, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_verify_step, &request, NULL, MUSTER_ERROR_RULE);
  request.step = 3;
  run_badly (fixture, FIXTURE_SAM, &muster_complete_step, &request, NULL, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);

  action = load_action (fixture, id);
  step = action->steps->pdata[0];
  assert_day (&step->due, "2026-03-24");
  assert_day (&step->done_on, "2026-03-10");
  g_assert_cmpstr (step->done_note, ==, "Certificate seen");
  g_assert_cmpint (step->verified_account, !=, 0);
  g_assert_cmpint (step->verified_account, !=, step->done_account);
}

static void
test_cause (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = open_action (fixture, add_certified (fixture, "Ali", 7, NAVIGATOR), MUSTER_SEVERITY_2);
  MusterActionText request = { id, " " };
  MusterCloseAction close = { id, MUSTER_OUTCOME_FAILED, "Nothing was done" };
  g_autoptr (MusterCorrectiveAction) action = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_set_cause, &request, NULL, MUSTER_ERROR_RULE);
  request.text = "Two envelopes lay open on the desk";
  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &request, NULL);
  action = load_action (fixture, id);
  g_assert_cmpstr (action->cause, ==, request.text);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_set_cause, &request, NULL, MUSTER_ERROR_RULE);
}

/* A stop of work does not end on a click: the cause is known, and somebody else has seen what was done. */
static void
test_close_serious (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Farah", 9, NAVIGATOR);
  MusterCloseAction close = { open_action (fixture, person, MUSTER_SEVERITY_4), MUSTER_OUTCOME_COMPLETED, "Done" };
  MusterActionText cause = { close.action_id, "A list lay open" };
  MusterActionStepRequest step = { .action_id = close.action_id, .step = 1, .what = "Lock the desk", .owner = "Sam" };

  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_SAM, &muster_add_step, &step, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_complete_step, &step, NULL);
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  close.outcome = MUSTER_OUTCOME_VOIDED;
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  close.outcome = MUSTER_OUTCOME_LATE;
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  run_well (fixture, FIXTURE_ALEX, &muster_verify_step, &step, NULL);
  close.outcome = MUSTER_OUTCOME_COMPLETED;
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, NULL, MUSTER_ERROR_RULE);
  check_effect (fixture, close.action_id);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

static void
test_close (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Ahlgren", 8, NAVIGATOR);
  MusterCloseAction close = { open_action (fixture, person, MUSTER_SEVERITY_2), MUSTER_OUTCOME_WAIVED, "Not needed any more" };
  MusterOutcome actual = MUSTER_OUTCOME_NONE;
  g_autoptr (MusterCorrectiveAction) action = NULL;

  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_ALEX, &muster_close_action, &close, &actual);
  g_assert_cmpint (actual, ==, MUSTER_OUTCOME_WAIVED);
  run_badly (fixture, FIXTURE_ALEX, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);

  close.action_id = open_action (fixture, person, MUSTER_SEVERITY_2);
  close.outcome = MUSTER_OUTCOME_COMPLETED;
  close.note = NULL;
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-04-10");
  settle (fixture, close.action_id);
  close.note = "At last";
  operations_fixture_set_day ("2026-06-20");
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  check_effect (fixture, close.action_id);
  /* Late needs its reason, which stays in the journal. */
  run_badly (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual, MUSTER_ERROR_RULE);
  close.late_reason = "The course was full";
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, &actual);
  g_assert_cmpint (actual, ==, MUSTER_OUTCOME_LATE);
  action = load_action (fixture, close.action_id);
  g_assert_cmpint (action->outcome, ==, MUSTER_OUTCOME_LATE);
  assert_day (&action->closed, "2026-06-20");
  g_assert_cmpstr (action->closing_note, ==, "At last");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/action/open", test_open);
  operations_fixture_add ("/operations/action/open-later", test_open_later);
  operations_fixture_add ("/operations/action/open-refused", test_open_refused);
  operations_fixture_add ("/operations/action/restriction", test_restriction);
  operations_fixture_add ("/operations/action/restriction-events", test_restriction_events);
  operations_fixture_add ("/operations/action/lift-leaves-suspension", test_lift_leaves_suspension);
  operations_fixture_add ("/operations/action/away", test_away);
  operations_fixture_add ("/operations/action/steps", test_steps);
  operations_fixture_add ("/operations/action/cause", test_cause);
  operations_fixture_add ("/operations/action/close", test_close);
  operations_fixture_add ("/operations/action/close-serious", test_close_serious);
  return g_test_run ();
}
