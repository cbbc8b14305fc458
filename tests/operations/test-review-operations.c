/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-review-operations.h"

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-journal-query.h"
#include "store/muster-review-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-rules-table.h"
#include "store/muster-today-query.h"
#include "store/muster-verify.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define BROKER MUSTER_ASSISTER_BROKER

static const char *const grounds[] = { "COC-09", NULL };
static guint numbers;

/* Sam proposes on March 10, alex approves: only robin had no part. */
static gint64
decide (OperationsFixture *fixture, gint64 person, MusterDecisionKind kind)
{
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list of clients was sold" };
  MusterDecisionAnswer answer = { .reason = "Seen and weighed" };

  run_well (fixture, FIXTURE_SAM, kind == MUSTER_DECISION_REVOCATION ? &muster_propose_revocation : &muster_propose_suspension, &proposal, &answer.decision_id);
  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  return answer.decision_id;
}

static gint64
file (OperationsFixture *fixture, gint64 decision)
{
  MusterReviewRequest request = { .decision_id = decision, .route = MUSTER_ROUTE_EMAIL, .note = "I was not there" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &request, &id);
  return id;
}

static gint64
draw (OperationsFixture *fixture, gint64 decision)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find ("revocation", NULL), .about_id = decision };
  g_auto (MusterLetterDrawn) drawn = { 0 };

  run_well (fixture, FIXTURE_ALEX, muster_letter_operation (request.kind), &request, &drawn);
  return drawn.id;
}

static void
serve (OperationsFixture *fixture, gint64 letter, MusterServiceMethod method, MusterServiceResult result, const char *on)
{
  MusterServiceRequest request = { .letter_id = letter, .method = method, .result = result };

  set_day (&request.on, on);
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &request, NULL);
}

static MusterReview *
load (OperationsFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterReview *review = muster_review_table_load (database, id, NULL);

  g_assert_nonnull (review);
  muster_store_read_done (store, database);
  return review;
}

static void
verify (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) verification = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (verification->ok);
}

/* From when one may apply again is told of a revocation that stands, and of no other. */
static gboolean
tells_of_applying (OperationsFixture *fixture, gint64 review_id)
{
  g_autoptr (MusterReview) review = load (fixture, review_id);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, review->decision_id, NULL);
  GDate today, from;

  set_day (&today, "2026-03-10");
  muster_decision_days_find_reapplying (database, decision, &today, &from, NULL);
  muster_store_read_done (store, database);
  return g_date_valid (&from);
}

/* Every kind × outcome × account. */
static void
test_outcomes (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterDecisionKind kind;
    MusterReviewState outcome;
    const char *conditions;
    int to; /* -1: there is no such outcome */
  } cases[] = {
    { MUSTER_DECISION_REVOCATION, MUSTER_REVIEW_UPHELD, NULL, MUSTER_STATE_REVOKED },
    { MUSTER_DECISION_REVOCATION, MUSTER_REVIEW_REVERSED, NULL, MUSTER_STATE_CERTIFIED },
    { MUSTER_DECISION_REVOCATION, MUSTER_REVIEW_MODIFIED, NULL, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
    { MUSTER_DECISION_REVOCATION, MUSTER_REVIEW_MODIFIED, "A course by summer", MUSTER_STATE_CERTIFIED },
    { MUSTER_DECISION_SUSPENSION, MUSTER_REVIEW_UPHELD, NULL, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
    { MUSTER_DECISION_SUSPENSION, MUSTER_REVIEW_REVERSED, NULL, MUSTER_STATE_CERTIFIED },
    { MUSTER_DECISION_SUSPENSION, MUSTER_REVIEW_MODIFIED, NULL, -1 },
    { MUSTER_DECISION_SUSPENSION, MUSTER_REVIEW_MODIFIED, "A course by summer", MUSTER_STATE_CERTIFIED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
      {
        gint64 person = add_certified (fixture, "Moua", ++numbers, NAVIGATOR | BROKER);
        MusterReviewAnswer answer = { file (fixture, decide (fixture, person, cases[i].kind)), cases[i].outcome, "Weighed again", cases[i].conditions };
        MusterCertificationState before = get_state (fixture, person, NAVIGATOR, NULL);
        gboolean may = account == FIXTURE_ALEX || account == FIXTURE_ROBIN;

        g_test_message ("case %u, account %u", i, account);
        if (account == FIXTURE_ROBIN && cases[i].to >= 0)
          {
            run_well (fixture, account, &muster_decide_review, &answer, NULL);
            g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, cases[i].to);
            g_assert_cmpint (get_state (fixture, person, BROKER, NULL), ==, cases[i].to);
            g_assert_cmpint (tells_of_applying (fixture, answer.review_id), ==, cases[i].to == MUSTER_STATE_REVOKED);
            run_badly (fixture, account, &muster_decide_review, &answer, NULL, MUSTER_ERROR_RULE);
          }
        else
          {
            run_badly (fixture, account, &muster_decide_review, &answer, NULL, may ? MUSTER_ERROR_RULE : MUSTER_ERROR_FORBIDDEN);
            g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, before);
          }
      }
  verify (fixture);
}

/* Filing changes nothing, once at a time; what is late is kept, and admitted only for a reason. */
static void
test_filing (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Vang", ++numbers, NAVIGATOR);
  MusterReviewRequest request = { .decision_id = decide (fixture, person, MUSTER_DECISION_REVOCATION) };
  MusterReviewAnswer answer = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was somebody else" };
  g_autoptr (MusterReview) late = NULL, admitted = NULL;
  gint64 id = 0;

  set_day (&request.filed, "2026-03-09");
  run_badly (fixture, FIXTURE_ROBIN, &muster_file_review, &request, NULL, MUSTER_ERROR_RULE);
  serve (fixture, draw (fixture, request.decision_id), MUSTER_SERVICE_BY_HAND, MUSTER_SERVICE_RECEIVED, "2026-03-10");
  operations_fixture_set_day ("2026-05-01");
  set_day (&request.filed, "2026-05-02");
  run_badly (fixture, FIXTURE_ROBIN, &muster_file_review, &request, NULL, MUSTER_ERROR_RULE);
  set_day (&request.filed, "2026-04-10");
  run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &request, &id);
  late = load (fixture, id);
  g_assert_cmpstr (late->number, ==, "AP-2026-0001");
  g_assert_true (late->late);
  g_assert_cmpint (late->state, ==, MUSTER_REVIEW_NOT_ADMITTED);
  answer.review_id = id;
  run_badly (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL, MUSTER_ERROR_RULE);

  request.accept_late = "The notice had come back";
  run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &id);
  admitted = load (fixture, id);
  g_assert_cmpint (admitted->state, ==, MUSTER_REVIEW_PENDING);
  g_assert_cmpstr (admitted->late_reason, ==, "The notice had come back");
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_REVOKED);
  run_badly (fixture, FIXTURE_ROBIN, &muster_file_review, &request, NULL, MUSTER_ERROR_CONFLICT);

  /* Given back from the day of the decision on; what was believed stays. */
  answer.review_id = id;
  set_day (&answer.effective, "2026-03-10");
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, "2026-03-10"), ==, MUSTER_STATE_CERTIFIED);
  {
    g_autoptr (GPtrArray) events = list_events (fixture, person);
    const MusterCertificationEvent *revoked = events->pdata[events->len - 2];

    g_assert_cmpint (revoked->to, ==, MUSTER_STATE_REVOKED);
    g_assert_cmpint (revoked->superseded_by, ==, 0);
  }
  verify (fixture);
}

/* The clock starts with the notice: what was not served or came back lets no time run, and a service is counted from when it was received. */
static void
test_clock (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterServiceMethod method;
    int result; /* -1: not served */
    const char *on;
    const char *filed;
    gboolean late;
  } cases[] = {
    { MUSTER_SERVICE_MAIL, -1, NULL, "2026-06-20", FALSE },
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_RETURNED, "2026-03-12", "2026-06-20", FALSE },
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_SENT, "2026-03-12", "2026-04-14", FALSE },
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_SENT, "2026-03-12", "2026-04-15", TRUE },
    { MUSTER_SERVICE_BY_HAND, MUSTER_SERVICE_RECEIVED, "2026-03-12", "2026-04-11", FALSE },
    { MUSTER_SERVICE_BY_HAND, MUSTER_SERVICE_RECEIVED, "2026-03-12", "2026-04-12", TRUE },
    { MUSTER_SERVICE_BY_HAND, MUSTER_SERVICE_REFUSED, "2026-05-12", "2026-06-11", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterReview) review = NULL;
      MusterReviewRequest request = { 0 };
      gint64 id = 0, letter;

      g_test_message ("case %u", i);
      operations_fixture_set_day ("2026-03-10");
      request.decision_id = decide (fixture, add_certified (fixture, "Her", ++numbers, NAVIGATOR), MUSTER_DECISION_REVOCATION);
      letter = draw (fixture, request.decision_id);
      operations_fixture_set_day ("2026-06-30");
      if (cases[i].result >= 0)
        serve (fixture, letter, cases[i].method, cases[i].result, cases[i].on);
      set_day (&request.filed, cases[i].filed);
      run_well (fixture, FIXTURE_ROBIN, &muster_file_review, &request, &id);
      review = load (fixture, id);
      g_assert_cmpint (review->late, ==, cases[i].late);
      g_assert_cmpint (review->state, ==, cases[i].late ? MUSTER_REVIEW_NOT_ADMITTED : MUSTER_REVIEW_PENDING);
      /* What became of the notice later changes nothing about a request that was found late or in time. */
      serve (fixture, letter, MUSTER_SERVICE_MAIL, MUSTER_SERVICE_RETURNED, "2026-06-30");
    }
  verify (fixture);
}

/* After its last day it is decided with a reason for that, in time without one; the journal keeps it. */
static void
test_decided_late (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = file (fixture, decide (fixture, add_certified (fixture, "Thao", ++numbers, NAVIGATOR), MUSTER_DECISION_REVOCATION));
  MusterReviewAnswer answer = { id, MUSTER_REVIEW_UPHELD, "Weighed again" };
  g_autoptr (MusterReview) review = NULL;
  g_autofree char *reason = NULL;
  MusterDatabase *database;

  answer.late_reason = "The file had been lent";
  operations_fixture_set_day ("2026-05-09");
  run_badly (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL, MUSTER_ERROR_RULE);
  operations_fixture_set_day ("2026-05-10");
  answer.late_reason = NULL;
  run_badly (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL, MUSTER_ERROR_RULE);
  answer.late_reason = "The file had been lent";
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  review = load (fixture, id);
  g_assert_true (muster_review_was_decided_late (review));
  database = muster_store_read (operations_fixture_open (fixture, FIXTURE_ALEX), NULL);
  g_assert_true (muster_journal_query_dup_detail (database, "decide-review", review->number, "late-reason", &reason, NULL));
  g_assert_cmpstr (reason, ==, "The file had been lent");
  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_ALEX), database);
  verify (fixture);
}

/* After its outcome, another one of the same decision needs a reason, which is kept. */
static void
test_filing_again (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Lee", ++numbers, NAVIGATOR);
  MusterReviewRequest request = { .decision_id = decide (fixture, person, MUSTER_DECISION_REVOCATION) };
  MusterReviewAnswer answer = { file (fixture, request.decision_id), MUSTER_REVIEW_UPHELD, "Weighed again" };
  g_autoptr (MusterReview) again = NULL;
  gint64 id = 0;

  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  run_badly (fixture, FIXTURE_ALEX, &muster_file_review, &request, NULL, MUSTER_ERROR_RULE);
  request.accept_late = "A witness was found";
  run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &id);
  again = load (fixture, id);
  g_assert_false (again->late);
  g_assert_cmpint (again->state, ==, MUSTER_REVIEW_PENDING);
  g_assert_cmpstr (again->late_reason, ==, "A witness was found");
  verify (fixture);
}

/* The revoked are reinstated by a review only; and only while the certification is as the decision left it. */
static void
test_no_other_way (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Lor", ++numbers, NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR, .reason = "As before" };
  MusterReviewAnswer answer = { file (fixture, decide (fixture, person, MUSTER_DECISION_REVOCATION)), MUSTER_REVIEW_REVERSED, "It was somebody else" };

  run_badly (fixture, FIXTURE_ALEX, &muster_reinstate, &request, NULL, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  run_badly (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL, MUSTER_ERROR_CONFLICT);
  answer.outcome = MUSTER_REVIEW_UPHELD;
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  verify (fixture);
}

/* The day of full effect as it is told; %NULL where it is held off. */
static char *
dup_full_effect (MusterDatabase *database, gint64 decision_id, guint *held_off)
{
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, decision_id, NULL);
  g_autoptr (GPtrArray) days = muster_decision_days_list (database, decision);
  const MusterCountedDay *day = days->pdata[0];

  g_assert_cmpuint (days->len, ==, 1);
  g_assert_cmpint (day->day, ==, MUSTER_DECISION_DAY_FULL_EFFECT);
  g_assert_nonnull (strstr (day->text, "California"));
  *held_off = day->tolled;
  return muster_date_to_iso (&day->last);
}

static char *
dup_today (MusterDatabase *database, const char *on)
{
  g_autoptr (MusterToday) today = NULL;
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  GDate day;

  set_day (&day, on);
  index = muster_roster_index_new (database, &day, NULL, NULL, &error);
  today = muster_today_query (database, index, &day, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < today->groups->len; i++)
    {
      const MusterTodayGroup *group = today->groups->pdata[i];

      if (group->kind == MUSTER_TODAY_REVIEW_WAITING && group->items->len > 0)
        return g_strdup (((const MusterTodayItem *) group->items->pdata[0])->detail);
    }
  return NULL;
}

/* A review holds the full effect off until it is decided; today and the page say so. */
static void
test_holds_off (OperationsFixture *fixture, gconstpointer data)
{
  gint64 decision = decide (fixture, add_certified (fixture, "Moua", 1, NAVIGATOR), MUSTER_DECISION_REVOCATION);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterReviewAnswer outcome = { .outcome = MUSTER_REVIEW_UPHELD, .reason = "Nothing new was shown" };
  const char *const expected[] = { "2026-03-30", NULL, "2026-04-08" };
  const guint held_off[] = { 0, 0, 9 }; /* the day of the notice, on which it came, is not counted anyway */

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *last = NULL, *today = NULL;
      MusterDatabase *database;
      guint days;

      if (i == 1)
        outcome.review_id = file (fixture, decision);
      if (i == 2)
        {
          operations_fixture_set_day ("2026-03-19");
          run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &outcome, NULL);
        }
      database = muster_store_read (store, NULL);
      last = dup_full_effect (database, decision, &days);
      today = dup_today (database, "2026-03-19");
      muster_store_read_done (store, database);
      g_assert_cmpstr (last, ==, expected[i]);
      g_assert_cmpuint (days, ==, held_off[i]);
      g_assert_cmpstr (today, ==, i == 1 ? "I was not there · holds off: Takes full effect after" : NULL);
    }
  verify (fixture);
}

/* What the person was before the decision took effect, and nothing more. */
typedef struct
{
  MusterCertificationVerb before; /* taken on March 3 */
  MusterReviewState outcome;
  const char *conditions;
  MusterCertificationState to;
} GivenBack;

static const GivenBack given_back[] = {
  { MUSTER_VERB_SUSPEND, MUSTER_REVIEW_REVERSED, NULL, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
  { MUSTER_VERB_SUSPEND, MUSTER_REVIEW_MODIFIED, "A course by summer", MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
  { MUSTER_VERB_SUSPEND, MUSTER_REVIEW_MODIFIED, NULL, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
  { MUSTER_VERB_INACTIVATE, MUSTER_REVIEW_REVERSED, NULL, MUSTER_STATE_INACTIVE },
  { MUSTER_VERB_INACTIVATE, MUSTER_REVIEW_MODIFIED, NULL, MUSTER_STATE_INACTIVE },
};

static char *
preview (OperationsFixture *fixture, const MusterReviewAnswer *answer)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ROBIN);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_auto (GStrv) lines = NULL;
  GDate today;

  set_day (&today, "2026-03-10");
  lines = muster_review_preview_new (database, answer->review_id, answer->outcome, answer->conditions, &today, NULL);
  muster_store_read_done (store, database);
  g_assert_nonnull (lines);
  return g_strjoinv ("\n", lines);
}

static gboolean
may_assist (OperationsFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ROBIN);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterStandingFacts facts;
  MusterStanding standing;
  GDate today;

  set_day (&today, "2026-03-10");
  g_assert_true (muster_roster_query_standing (database, person, &today, NULL, &facts, &standing, NULL));
  muster_store_read_done (store, database);
  return standing.may_assist;
}

static void
test_given_back (OperationsFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (given_back); i++)
    {
      gint64 person = add_certified (fixture, "Her", ++numbers, NAVIGATOR);
      MusterReviewAnswer answer = { .outcome = given_back[i].outcome, .reason = "Weighed again", .conditions = given_back[i].conditions };
      g_autofree char *lines = NULL, *line = NULL;

      g_test_message ("%u", i);
      take_step (fixture, person, NAVIGATOR, given_back[i].before, "2026-03-03");
      answer.review_id = file (fixture, decide (fixture, person, MUSTER_DECISION_REVOCATION));
      lines = preview (fixture, &answer);
      line = g_strdup_printf ("Navigator: Revoked → %s", muster_certification_state_get_label (given_back[i].to));
      g_assert_cmpstr (lines, ==, line);
      run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
      g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, given_back[i].to);
    }
  verify (fixture);
}

/* A restriction that was lifted meanwhile does not come back, and one that is open does. */
static void
test_restricted (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Thao", ++numbers, NAVIGATOR);
  MusterOpenAction request = { .assister_id = person, .clauses = grounds, .severity = MUSTER_SEVERITY_4, .finding = "A list of clients was sold", .restriction = -1 };
  MusterReviewAnswer answer = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was somebody else" };

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  answer.review_id = file (fixture, decide (fixture, person, MUSTER_DECISION_REVOCATION));
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  verify (fixture);
}

/* Whoever left and came back is revoked as before, and a review reaches it. */
static void
test_came_back (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Xiong", ++numbers, NAVIGATOR);
  MusterCertificationRequest request = { .assister_id = person, .type = NAVIGATOR };
  MusterReviewAnswer answer = { file (fixture, decide (fixture, person, MUSTER_DECISION_REVOCATION)), MUSTER_REVIEW_REVERSED, "It was somebody else" };

  run_well (fixture, FIXTURE_KIM, &muster_inactivate, &request, NULL);
  run_well (fixture, FIXTURE_KIM, &muster_return, &request, NULL);
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  verify (fixture);
}

/* What the certification of before did not show, the one that is given back does not show either. */
static void
test_shows_no_more (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Yang", ++numbers, NAVIGATOR);
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  const MusterEvidenceRequest request = { .evidence = evidence };
  MusterReviewAnswer answer = { .outcome = MUSTER_REVIEW_REVERSED, .reason = "It was somebody else" };
  g_autofree char *lines = NULL;

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("data-security");
  set_day (&evidence->on, "2026-02-20");
  evidence->score = 10;
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
  answer.review_id = file (fixture, decide (fixture, person, MUSTER_DECISION_REVOCATION));
  lines = preview (fixture, &answer);
  g_assert_nonnull (strstr (lines, "That stays so"));
  run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
  g_assert_cmpint (get_state (fixture, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
  g_assert_false (may_assist (fixture, person));
  verify (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/review/outcomes", test_outcomes);
  operations_fixture_add ("/operations/review/filing", test_filing);
  operations_fixture_add ("/operations/review/no-other-way", test_no_other_way);
  operations_fixture_add ("/operations/review/holds-off", test_holds_off);
  operations_fixture_add ("/operations/review/clock", test_clock);
  operations_fixture_add ("/operations/review/decided-late", test_decided_late);
  operations_fixture_add ("/operations/review/filing-again", test_filing_again);
  operations_fixture_add ("/operations/review/given-back", test_given_back);
  operations_fixture_add ("/operations/review/restricted", test_restricted);
  operations_fixture_add ("/operations/review/came-back", test_came_back);
  operations_fixture_add ("/operations/review/shows-no-more", test_shows_no_more);
  return g_test_run ();
}
