/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-rule-packs.h"
#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-correct-certification.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-roster-query.h"

/*
 * Every step of the lifecycle × every role of an account × every authority: each is tried, and done only where the table here, the domain's description in
 * other words, says so. What the lifecycle does not have is refused to everybody.
 */

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define N_AUTHORITIES 5

#define STAFF (1u << FIXTURE_KIM)
#define SUPERVISOR (1u << FIXTURE_SAM)
#define ADMINISTRATORS (1u << FIXTURE_ALEX | 1u << FIXTURE_ROBIN)
#define KEEPERS (STAFF | SUPERVISOR | ADMINISTRATORS)

static const char *const grounds[] = { "COC-09", NULL };

/* Who records a step that is an operation of its own; auditors none. */
static const struct
{
  MusterCertificationVerb verb;
  guint accounts;
} recorders[] = {
  { MUSTER_VERB_ENROL, KEEPERS },
  { MUSTER_VERB_START_TRAINING, KEEPERS },
  { MUSTER_VERB_SUBMIT, KEEPERS },
  { MUSTER_VERB_WITHDRAW, KEEPERS },
  { MUSTER_VERB_INACTIVATE, KEEPERS },
  { MUSTER_VERB_RETURN, KEEPERS },
  { MUSTER_VERB_REAPPLY, KEEPERS },
  { MUSTER_VERB_CERTIFY, ADMINISTRATORS },
  { MUSTER_VERB_DENY, ADMINISTRATORS },
  { MUSTER_VERB_SUSPEND, ADMINISTRATORS },
  { MUSTER_VERB_REINSTATE, ADMINISTRATORS },
  { MUSTER_VERB_EXPIRE, ADMINISTRATORS },
};

static guint numbers;

static gint64
open_restriction (OperationsFixture *fixture, FixtureAccount account, gint64 person)
{
  MusterOpenAction request = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_3, .finding = "Mis-sent letter", .restriction = MUSTER_RESTRICTION_LIMITED, .restriction_text = "No client files" };
  gint64 id = 0;

  run_well (fixture, account, &muster_open_action, &request, &id);
  return id;
}

static gint64
propose (OperationsFixture *fixture, gint64 person, MusterCertificationVerb verb, MusterAuthority authority)
{
  MusterProposal proposal = { .assister_id = person, .types = NAVIGATOR, .authority = authority, .clauses = grounds, .reason = "A list was sold" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, verb == MUSTER_VERB_REVOKE ? &muster_propose_revocation : &muster_propose_suspension, &proposal, &id);
  return id;
}

static void
decide (OperationsFixture *fixture, gint64 person, MusterCertificationVerb verb)
{
  MusterDecisionAnswer answer = { propose (fixture, person, verb, 0), "Seen and weighed", NULL };

  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
}

/* Somebody new who is a navigator in @state. */
static gint64
bring_to (OperationsFixture *fixture, MusterCertificationState state)
{
  gint64 person = add_person (fixture, "Moua", ++numbers, state == MUSTER_STATE_NONE ? 0 : NAVIGATOR);
  gboolean is_certified_first = state == MUSTER_STATE_CERTIFIED || state == MUSTER_STATE_CERTIFIED_RESTRICTED || state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE ||
                                state == MUSTER_STATE_SUSPENDED_FOR_CAUSE || state == MUSTER_STATE_EXPIRED || state == MUSTER_STATE_INACTIVE || state == MUSTER_STATE_REVOKED;

  if (is_certified_first)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_CERTIFY, "2026-02-02");
  if (state == MUSTER_STATE_IN_TRAINING || state == MUSTER_STATE_PENDING_REVIEW)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_START_TRAINING, NULL);
  if (state == MUSTER_STATE_PENDING_REVIEW)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUBMIT, NULL);
  if (state == MUSTER_STATE_CERTIFIED_RESTRICTED)
    open_restriction (fixture, FIXTURE_SAM, person);
  if (state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE || state == MUSTER_STATE_EXPIRED)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  if (state == MUSTER_STATE_EXPIRED)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_EXPIRE, NULL);
  if (state == MUSTER_STATE_DENIED)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_DENY, NULL);
  if (state == MUSTER_STATE_WITHDRAWN)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_WITHDRAW, NULL);
  if (state == MUSTER_STATE_INACTIVE)
    take_step (fixture, person, NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);
  if (state == MUSTER_STATE_SUSPENDED_FOR_CAUSE || state == MUSTER_STATE_REVOKED)
    decide (fixture, person, state == MUSTER_STATE_REVOKED ? MUSTER_VERB_REVOKE : MUSTER_VERB_SUSPEND_FOR_CAUSE);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, state);
  return person;
}

static guint
get_recorders (MusterCertificationVerb verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (recorders); i++)
    if (recorders[i].verb == verb)
      return recorders[i].accounts;
  return 0;
}

/* Whom @row can be tried with; who was revoked has waited. */
static gint64
bring_to_row (OperationsFixture *fixture, const MusterTransition *row, GDate *today)
{
  gint64 person = bring_to (fixture, row->from);
  g_autofree char *day = NULL;

  if (row->verb != MUSTER_VERB_REAPPLY || row->from != MUSTER_STATE_REVOKED)
    return person;
  g_date_add_days (today, 91);
  day = muster_date_to_iso (today);
  operations_fixture_set_day (day);
  return person;
}

/* Alex decided it. */
static gboolean
undoes_own (const MusterTransition *row, FixtureAccount account)
{
  return row->verb == MUSTER_VERB_REINSTATE && row->from == MUSTER_STATE_SUSPENDED_FOR_CAUSE && account == FIXTURE_ALEX;
}

/* Every account × every authority, and 0 for none named; somebody new once a step was taken. */
static void
try_row (OperationsFixture *fixture, const MusterTransition *row)
{
  const MusterOperation *operation = muster_certification_operation (row->verb);
  gint64 person;
  GDate today;

  set_day (&today, "2026-03-10"); /* the fixture's */
  person = bring_to_row (fixture, row, &today);
  for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
    for (int bit = -1; bit < N_AUTHORITIES; bit++)
      {
        MusterAuthority authority = bit < 0 ? 0 : 1u << bit;
        MusterCertificationRequest request = { person, NAVIGATOR, authority, { 0 }, "As the test has it" };

        g_test_message ("%s from %s, account %u, authority %u", operation->name, muster_certification_state_to_code (row->from), account, authority);
        g_date_clear (&request.on, 1);
        if ((get_recorders (row->verb) & (1u << account)) == 0)
          run_badly (fixture, account, operation, &request, NULL, MUSTER_ERROR_FORBIDDEN);
        else if ((authority != 0 && (row->authorities & authority) == 0) || undoes_own (row, account))
          run_badly (fixture, account, operation, &request, NULL, MUSTER_ERROR_RULE);
        else
          {
            g_autoptr (GPtrArray) events = NULL;
            const MusterCertificationEvent *last;

            run_well (fixture, account, operation, &request, NULL);
            events = list_events (fixture, person);
            last = events->pdata[events->len - 1];
            g_assert_cmpint (last->to, ==, row->verb == MUSTER_VERB_RETURN ? MUSTER_STATE_CERTIFIED : row->to);
            g_assert_true ((row->authorities & last->authority) != 0 && (authority == 0 || last->authority == authority));
            g_assert_cmpint (last->account_id, ==, muster_store_get_account (operations_fixture_open (fixture, account))->id);
            person = bring_to_row (fixture, row, &today);
          }
      }
  operations_fixture_set_day ("2026-03-10");
}

static void
test_recorded (OperationsFixture *fixture, gconstpointer data)
{
  guint n;
  const MusterTransition *rows = muster_certification_get_lifecycle (&n);

  for (guint i = 0; i < n; i++)
    if (muster_certification_operation (rows[i].verb) != NULL)
      try_row (fixture, &rows[i]);
}

/* No account of any role takes a step that the lifecycle does not have. Certifying from an early stage walks the way to it. */
static void
test_impossible (OperationsFixture *fixture, gconstpointer data)
{
  for (guint from = 0; from < MUSTER_N_STATES; from++)
    {
      gint64 person = bring_to (fixture, from);

      for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
        {
          const MusterOperation *operation = muster_certification_operation (verb);
          MusterCertificationRequest request = { person, NAVIGATOR, 0, { 0 }, "As the test has it" };

          if (operation == NULL || muster_certification_find_transition (verb, from, NULL) != NULL || (verb == MUSTER_VERB_CERTIFY && muster_certification_is_early_stage (from)))
            continue;
          g_date_clear (&request.on, 1);
          for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
            run_badly (fixture, account, operation, &request, NULL, (get_recorders (verb) & (1u << account)) != 0 ? MUSTER_ERROR_RULE : MUSTER_ERROR_FORBIDDEN);
        }
    }
}

/* Every account proposes, and every account answers what sam proposed. */
static void
try_decision (OperationsFixture *fixture, const MusterTransition *row, MusterAuthority authority)
{
  const MusterOperation *operation = row->verb == MUSTER_VERB_REVOKE ? &muster_propose_revocation : &muster_propose_suspension;
  gboolean is_known = (row->authorities & authority) != 0;

  for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
    {
      gint64 person = bring_to (fixture, row->from);
      MusterProposal proposal = { .assister_id = person, .types = NAVIGATOR, .authority = authority, .clauses = grounds, .reason = "A list was sold" };
      gboolean may_propose = ((SUPERVISOR | ADMINISTRATORS) & (1u << account)) != 0;
      MusterDecisionAnswer answer = { 0, "Seen and weighed", NULL };

      if (may_propose && is_known)
        run_well (fixture, account, operation, &proposal, &answer.decision_id);
      else
        run_badly (fixture, account, operation, &proposal, NULL, may_propose ? MUSTER_ERROR_RULE : MUSTER_ERROR_FORBIDDEN);
      if (!is_known)
        continue;
      if (!may_propose)
        answer.decision_id = propose (fixture, person, row->verb, authority);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, row->from);
      for (guint decider = 0; decider < N_FIXTURE_ACCOUNTS; decider++)
        {
          if ((ADMINISTRATORS & (1u << decider)) == 0)
            run_badly (fixture, decider, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_FORBIDDEN);
          else if (decider == account)
            run_badly (fixture, decider, &muster_approve_decision, &answer, NULL, MUSTER_ERROR_RULE);
        }
      run_well (fixture, account == FIXTURE_ALEX ? FIXTURE_ROBIN : FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, row->to);
    }
}

/* Those are test-review-operations.c's. */
static gboolean
is_by_review (const MusterTransition *row)
{
  return row->verb == MUSTER_VERB_REINSTATE_ON_REVIEW || row->verb == MUSTER_VERB_REDUCE_ON_REVIEW;
}

static void
test_decided (OperationsFixture *fixture, gconstpointer data)
{
  guint n;
  const MusterTransition *rows = muster_certification_get_lifecycle (&n);

  for (guint i = 0; i < n; i++)
    for (guint bit = 0; rows[i].by_decision && !is_by_review (&rows[i]) && bit < N_AUTHORITIES; bit++)
      try_decision (fixture, &rows[i], 1u << bit);
}

/* A restriction comes and goes with a corrective action, and by who may record one. */
static void
test_restricted (OperationsFixture *fixture, gconstpointer data)
{
  for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
    {
      gint64 person = bring_to (fixture, MUSTER_STATE_CERTIFIED);
      MusterOpenAction open = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_3, .finding = "Mis-sent letter", .restriction = MUSTER_RESTRICTION_LIMITED, .restriction_text = "No client files" };
      MusterCloseAction close = { 0, MUSTER_OUTCOME_FAILED, "Nothing was done" };
      gboolean may = ((SUPERVISOR | ADMINISTRATORS) & (1u << account)) != 0;

      if (may)
        run_well (fixture, account, &muster_open_action, &open, &close.action_id);
      else
        run_badly (fixture, account, &muster_open_action, &open, NULL, MUSTER_ERROR_FORBIDDEN);
      if (!may)
        close.action_id = open_restriction (fixture, FIXTURE_SAM, person);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
      /* What failed does not end it. */
      run_badly (fixture, account, &muster_close_action, &close, NULL, may ? MUSTER_ERROR_RULE : MUSTER_ERROR_FORBIDDEN);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
      close.outcome = MUSTER_OUTCOME_WAIVED;
      run_well (fixture, FIXTURE_ALEX, &muster_close_action, &close, NULL);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
    }
}

static guint
find_reasons (OperationsFixture *fixture, gint64 person, const char *day)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate on;

  set_day (&on, day);
  g_assert_true (muster_roster_query_standing (database, person, &on, NULL, &facts, &standing, &error));
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return standing.reasons;
}

/* Whoever comes back is in the former state, and what fell due meanwhile has to be made up for: to return certifies nobody anew. */
static void
test_return_is_checked (OperationsFixture *fixture, gconstpointer data)
{
  gint64 stayed = bring_to (fixture, MUSTER_STATE_CERTIFIED), left = bring_to (fixture, MUSTER_STATE_CERTIFIED);
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };

  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  operations_fixture_set_day ("2026-04-01");
  take_step (fixture, left, NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);
  operations_fixture_set_day ("2026-11-20");
  take_step (fixture, left, NAVIGATOR, MUSTER_VERB_RETURN, NULL);
  g_assert_cmpint (get_state (fixture, left, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmphex (find_reasons (fixture, stayed, "2026-11-20"), ==, MUSTER_REASON_REQUIREMENT_MISSING);
  g_assert_cmphex (find_reasons (fixture, left, "2026-11-20"), ==, MUSTER_REASON_REQUIREMENT_MISSING);
}

static void
correct (OperationsFixture *fixture, gint64 person, const char *day)
{
  MusterCorrectionRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "The letter says otherwise" };

  set_day (&request.on, day);
  run_well (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL);
}

static guint
find_reasons_known (OperationsFixture *fixture, gint64 person, const char *day, const char *known)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate on, known_on;

  set_day (&on, day);
  set_day (&known_on, known);
  g_assert_true (muster_roster_query_standing (database, person, &on, &known_on, &facts, &standing, NULL));
  muster_store_read_done (store, database);
  return standing.reasons;
}

/* As of a day it says what is true, as known on a day what was believed. */
static void
test_corrected (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = bring_to (fixture, MUSTER_STATE_CERTIFIED);

  operations_fixture_set_day ("2026-04-10");
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, "2026-04-05");
  operations_fixture_set_day ("2026-04-20");
  correct (fixture, person, "2026-04-01");
  g_assert_cmphex (find_reasons (fixture, person, "2026-04-02"), ==, MUSTER_REASON_SUSPENDED);
  g_assert_cmphex (find_reasons_known (fixture, person, "2026-04-02", "2026-04-19"), ==, 0);
  g_assert_cmphex (find_reasons_known (fixture, person, "2026-04-05", "2026-04-19"), ==, MUSTER_REASON_SUSPENDED);

  operations_fixture_set_day ("2026-04-25");
  correct (fixture, person, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmphex (find_reasons (fixture, person, "2026-04-02"), ==, 0);
  g_assert_cmphex (find_reasons_known (fixture, person, "2026-04-02", "2026-04-24"), ==, MUSTER_REASON_SUSPENDED);
  g_assert_cmphex (find_reasons_known (fixture, person, "2026-04-02", "2026-04-19"), ==, 0);
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, "2026-04-25");
}

/* Correcting the day of a certification does not say that it stands today. */
static void
test_corrected_is_checked (OperationsFixture *fixture, gconstpointer data)
{
  gint64 moved = bring_to (fixture, MUSTER_STATE_CERTIFIED), suspended = bring_to (fixture, MUSTER_STATE_CERTIFIED), renewed = bring_to (fixture, MUSTER_STATE_CERTIFIED);
  MusterAdoptRequest adopt = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The new season" };

  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &adopt, NULL);
  operations_fixture_set_day ("2026-11-20");
  correct (fixture, moved, "2026-02-20");
  correct (fixture, moved, "2026-02-10");
  take_step (fixture, suspended, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  correct (fixture, suspended, NULL);
  /* A renewal that never happened, and was learned of when the season was over, shows nothing. */
  take_step (fixture, renewed, NAVIGATOR, MUSTER_VERB_CERTIFY, "2026-07-01");
  operations_fixture_set_day ("2026-11-21");
  correct (fixture, renewed, NULL);
  g_assert_cmphex (find_reasons (fixture, renewed, "2026-11-21"), ==, MUSTER_REASON_REQUIREMENT_MISSING);
  g_assert_cmphex (find_reasons (fixture, moved, "2026-11-20"), ==, MUSTER_REASON_REQUIREMENT_MISSING);
  g_assert_cmphex (find_reasons (fixture, suspended, "2026-11-20"), ==, MUSTER_REASON_REQUIREMENT_MISSING);
}

/* What was recorded last counts, also where the clock was set back before it; one who asks for the state, one who asks for the answer and one who takes the next step are told the same. */
static void
test_clock_set_back (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = bring_to (fixture, MUSTER_STATE_CERTIFIED);
  g_autoptr (GDateTime) earlier = g_date_time_new_local (2026, 4, 10, 8, 0, 0), later = g_date_time_new_local (2026, 4, 10, 8, 1, 0);

  operations_fixture_set_day ("2026-04-10");
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  muster_store_set_time_for_tests (NULL, g_date_time_to_unix_usec (earlier));
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_REINSTATE, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-04-10"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmphex (find_reasons (fixture, person, "2026-04-10"), ==, 0);
  muster_store_set_time_for_tests (NULL, g_date_time_to_unix_usec (later));
  take_step (fixture, person, NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  g_assert_cmphex (find_reasons (fixture, person, "2026-04-10"), ==, MUSTER_REASON_SUSPENDED);
  correct (fixture, person, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-04-10"), ==, MUSTER_STATE_CERTIFIED);
  operations_fixture_set_day ("2026-04-11");
}

static void
test_correction_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = bring_to (fixture, MUSTER_STATE_CERTIFIED);
  MusterCorrectionRequest request = { .assister_id = person, .type = NAVIGATOR };

  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_RULE); /* why? */
  request.reason = "123-45-6789";
  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "The letter says otherwise";
  set_day (&request.on, "2026-03-11");
  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_RULE); /* that day is not yet */
  request.type = 0;
  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_INVALID);
  request.type = NAVIGATOR | MUSTER_ASSISTER_BROKER;
  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_INVALID);
  request.type = NAVIGATOR;
  request.assister_id = bring_to (fixture, MUSTER_STATE_REVOKED);
  set_day (&request.on, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_correct_certification, &request, NULL, MUSTER_ERROR_RULE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/lifecycle/recorded", test_recorded);
  operations_fixture_add ("/operations/lifecycle/impossible", test_impossible);
  operations_fixture_add ("/operations/lifecycle/decided", test_decided);
  operations_fixture_add ("/operations/lifecycle/restricted", test_restricted);
  operations_fixture_add ("/operations/lifecycle/return-is-checked", test_return_is_checked);
  operations_fixture_add ("/operations/lifecycle/corrected", test_corrected);
  operations_fixture_add ("/operations/lifecycle/corrected-is-checked", test_corrected_is_checked);
  operations_fixture_add ("/operations/lifecycle/clock-set-back", test_clock_set_back);
  operations_fixture_add ("/operations/lifecycle/correction-refused", test_correction_refused);
  return g_test_run ();
}
