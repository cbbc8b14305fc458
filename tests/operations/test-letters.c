/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-letter-operations.h"
#include "operations/muster-review-operations.h"
#include "store/muster-case-looks-query.h"
#include "store/muster-verify.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static MusterLetterRequest
make_request (const char *kind, gint64 about)
{
  MusterLetterRequest request = { .kind = muster_letter_kind_find (kind, NULL), .about_id = about };

  g_assert_nonnull (request.kind);
  return request;
}

static void
draw_well (OperationsFixture *fixture, FixtureAccount account, const char *kind, gint64 about, MusterLetterDrawn *drawn)
{
  MusterLetterRequest request = make_request (kind, about);

  run_well (fixture, account, muster_letter_operation (request.kind), &request, drawn);
}

static void
draw_badly (OperationsFixture *fixture, FixtureAccount account, const char *kind, gint64 about, MusterError code)
{
  MusterLetterRequest request = make_request (kind, about);

  run_badly (fixture, account, muster_letter_operation (request.kind), &request, NULL, code);
}

static gint64
propose (OperationsFixture *fixture, gint64 person)
{
  static const char *const grounds[] = { "ROB-05", NULL };
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "A list of clients was sold" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_propose_revocation, &proposal, &id);
  return id;
}

static gint64
approve (OperationsFixture *fixture, gint64 person)
{
  MusterDecisionAnswer answer = { .decision_id = propose (fixture, person) };

  run_well (fixture, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  return answer.decision_id;
}

/* By which verbs a person comes there, and which papers can be drawn then. */
static const struct
{
  const char *name;
  MusterCertificationVerb steps[4];
  guint n_steps;
  const char *kinds;
} states[] = {
  { "applicant", { 0 }, 0, " intake training " },
  { "in training", { MUSTER_VERB_START_TRAINING }, 1, " training " },
  { "pending", { MUSTER_VERB_START_TRAINING, MUSTER_VERB_SUBMIT }, 2, " completeness " },
  { "certified", { MUSTER_VERB_CERTIFY }, 1, " confirmation " },
  { "denied", { MUSTER_VERB_DENY }, 1, " denial " },
  { "withdrawn", { MUSTER_VERB_CERTIFY, MUSTER_VERB_WITHDRAW }, 2, " withdrawal exit access-removal " },
  { "suspended", { MUSTER_VERB_CERTIFY, MUSTER_VERB_SUSPEND }, 2, " suspension access-removal " },
  { "reinstated", { MUSTER_VERB_CERTIFY, MUSTER_VERB_SUSPEND, MUSTER_VERB_REINSTATE }, 3, " confirmation reinstatement " },
  { "expired", { MUSTER_VERB_CERTIFY, MUSTER_VERB_SUSPEND, MUSTER_VERB_EXPIRE }, 3, " closure " },
  { "inactive", { MUSTER_VERB_CERTIFY, MUSTER_VERB_INACTIVATE }, 2, " separation exit access-removal " },
};

/* Every state × every paper of the lifecycle: it is drawn where the lifecycle asks for it, and nowhere else. */
static void
test_lifecycle (OperationsFixture *fixture, gconstpointer data)
{
  guint n, n_drawn = 0;
  const MusterLetterKind *kinds = muster_letter_get_kinds (&n);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      gint64 person = add_person (fixture, "Moua", i + 1, NAVIGATOR);

      for (guint step = 0; step < states[i].n_steps; step++)
        take_step (fixture, person, NAVIGATOR, states[i].steps[step], NULL);
      for (guint k = 0; k < n; k++)
        {
          g_autofree char *word = g_strdup_printf (" %s ", kinds[k].code);
          g_auto (MusterLetterDrawn) drawn = { 0 };

          if (kinds[k].about != MUSTER_LETTER_ABOUT_CERTIFICATION)
            continue;
          g_test_message ("%s, %s", states[i].name, kinds[k].code);
          if (strstr (states[i].kinds, word) == NULL)
            {
              draw_badly (fixture, FIXTURE_ALEX, kinds[k].code, person, MUSTER_ERROR_RULE);
              continue;
            }
          draw_well (fixture, FIXTURE_ALEX, kinds[k].code, person, &drawn);
          n_drawn++;
          g_assert_cmpint (memcmp (g_bytes_get_data (drawn.content, NULL), "%PDF", 4), ==, 0);
        }
    }
  g_assert_cmpuint (n_drawn, ==, 17);
}

/* A paper may be drawn by who may take the decision it tells of. */
static void
test_roles (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    FixtureAccount account;
    gboolean may;
  } cases[] = {
    { "confirmation", FIXTURE_KIM, FALSE },
    { "confirmation", FIXTURE_SAM, FALSE },
    { "confirmation", FIXTURE_ALEX, TRUE },
    { "confirmation", FIXTURE_JO, FALSE },
  };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  gint64 leaver = add_certified (fixture, "Lor", 2, NAVIGATOR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].may)
      draw_well (fixture, cases[i].account, cases[i].kind, person, NULL);
    else
      draw_badly (fixture, cases[i].account, cases[i].kind, person, MUSTER_ERROR_FORBIDDEN);
  take_step (fixture, leaver, NAVIGATOR, MUSTER_VERB_INACTIVATE, NULL);
  draw_well (fixture, FIXTURE_KIM, "separation", leaver, NULL);
  draw_badly (fixture, FIXTURE_JO, "separation", leaver, MUSTER_ERROR_FORBIDDEN);
}

/* An operation that one may do draws no letter that is another's. */
static void
test_operations (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const kinds[] = { "separation", "confirmation", "action-notice", "revocation" };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        MusterLetterRequest request = make_request (kinds[i], person);

        if (i != j)
          run_badly (fixture, FIXTURE_ALEX, muster_letter_operation (muster_letter_kind_find (kinds[j], NULL)), &request, NULL, MUSTER_ERROR_FORBIDDEN);
      }
}

/* Who saw a letter of a case looked at the case. */
static guint
count_looks (OperationsFixture *fixture, gint64 decision)
{
  MusterDatabase *database = muster_store_read (operations_fixture_open (fixture, FIXTURE_ALEX), NULL);
  g_autoptr (GPtrArray) looks = muster_case_looks_query_list (database, MUSTER_CASE_DECISION, decision, "RV-2026-0001", NULL);

  muster_store_read_done (operations_fixture_open (fixture, FIXTURE_ALEX), database);
  return looks->len;
}

/* A notice tells of what was decided, in time; exactly what was drawn is kept, and given out again. */
static void
test_decision (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR), other = add_certified (fixture, "Lor", 2, NAVIGATOR);
  gint64 proposed = propose (fixture, other), decision = approve (fixture, person);
  g_auto (MusterLetterDrawn) drawn = { 0 }, second = { 0 };
  g_auto (MusterOpenedDocument) again = { 0 };
  MusterServiceRequest service = { .method = MUSTER_SERVICE_BY_HAND, .result = MUSTER_SERVICE_RECEIVED };

  draw_badly (fixture, FIXTURE_ALEX, "revocation", proposed, MUSTER_ERROR_RULE);
  draw_badly (fixture, FIXTURE_ALEX, "suspension-for-cause", decision, MUSTER_ERROR_RULE);
  draw_badly (fixture, FIXTURE_ALEX, "revocation", 999, MUSTER_ERROR_NOT_FOUND);
  draw_badly (fixture, FIXTURE_SAM, "revocation", decision, MUSTER_ERROR_FORBIDDEN);
  draw_well (fixture, FIXTURE_ALEX, "revocation", decision, &drawn);
  g_assert_cmpstr (drawn.number, ==, "LT-2026-0001");
  run_well (fixture, FIXTURE_JO, &muster_open_letter, &drawn.id, &again);
  g_assert_true (g_bytes_equal (drawn.content, again.content));
  g_assert_cmpstr (drawn.hash, ==, again.document->hash);
  g_assert_cmpuint (count_looks (fixture, decision), ==, 1);
  run_well (fixture, FIXTURE_JO, &muster_print_letter, &drawn.id, NULL);
  g_assert_cmpuint (count_looks (fixture, decision), ==, 2);
  draw_well (fixture, FIXTURE_ROBIN, "revocation", decision, &second);
  g_assert_cmpstr (second.number, ==, "LT-2026-0002");
  draw_well (fixture, FIXTURE_KIM, "access-removal", person, NULL);

  /* The time for asking for a review begins with the receipt: what was not served can be drawn anew. */
  operations_fixture_set_day ("2026-06-01");
  draw_well (fixture, FIXTURE_ALEX, "revocation", decision, NULL);
  service.letter_id = drawn.id;
  set_day (&service.on, "2026-03-12");
  run_well (fixture, FIXTURE_KIM, &muster_record_service, &service, NULL);
  draw_badly (fixture, FIXTURE_ALEX, "revocation", decision, MUSTER_ERROR_RULE);
  run_well (fixture, FIXTURE_KIM, &muster_open_letter, &drawn.id, NULL);
}

static gint64
open_action (OperationsFixture *fixture, gint64 person, MusterSeverity severity)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterOpenAction open = { .assister_id = person, .clauses = clauses, .severity = severity, .restriction = severity == MUSTER_SEVERITY_1 ? MUSTER_RESTRICTION_NONE : MUSTER_RESTRICTION_STOP_WORK, .finding = "Calls were not returned" };
  gint64 id = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &open, &id);
  return id;
}

static void
test_action (OperationsFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  gint64 light = open_action (fixture, person, MUSTER_SEVERITY_1), heavy = open_action (fixture, person, MUSTER_SEVERITY_3);
  MusterCloseAction close = { .action_id = light, .outcome = MUSTER_OUTCOME_COMPLETED, .note = "She calls back now" };

  draw_well (fixture, FIXTURE_SAM, "action-notice", light, NULL);
  draw_badly (fixture, FIXTURE_SAM, "restriction", light, MUSTER_ERROR_RULE);
  draw_well (fixture, FIXTURE_SAM, "restriction", heavy, NULL);
  draw_badly (fixture, FIXTURE_SAM, "action-closing", light, MUSTER_ERROR_RULE);
  draw_badly (fixture, FIXTURE_KIM, "action-notice", light, MUSTER_ERROR_FORBIDDEN);
  check_effect (fixture, light);
  run_well (fixture, FIXTURE_SAM, &muster_close_action, &close, NULL);
  draw_badly (fixture, FIXTURE_SAM, "action-notice", light, MUSTER_ERROR_RULE);
  draw_well (fixture, FIXTURE_SAM, "action-closing", light, NULL);
}

static void
test_service (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterServiceMethod method;
    MusterServiceResult result;
    const char *on, *tracking, *received; /* received NULL: refused; "": not received */
  } cases[] = {
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_SENT, "2026-03-10", NULL, "2026-03-13" },
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_RECEIVED, "2026-03-11", NULL, "2026-03-11" },
    { MUSTER_SERVICE_MAIL, MUSTER_SERVICE_RETURNED, "2026-03-12", NULL, "" },
    { MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "2026-03-10", "9407 1000", "2026-03-13" },
    { MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_SENT, "2026-03-10", " ", NULL },
    { MUSTER_SERVICE_CERTIFIED_MAIL, MUSTER_SERVICE_REFUSED, "2026-03-11", "9407 1000", "2026-03-11" },
    { MUSTER_SERVICE_BY_HAND, MUSTER_SERVICE_RECEIVED, "2026-03-10", NULL, "2026-03-10" },
    { MUSTER_SERVICE_EMAIL, MUSTER_SERVICE_SENT, "2026-03-10", NULL, "2026-03-10" },
    { MUSTER_SERVICE_EMAIL, MUSTER_SERVICE_SENT, "2026-03-09", NULL, NULL },
    { MUSTER_SERVICE_EMAIL, MUSTER_SERVICE_SENT, "2026-03-13", NULL, NULL },
    { MUSTER_SERVICE_EMAIL, MUSTER_SERVICE_SENT, "2026-03-10", "123-45-6789", NULL },
  };
  g_auto (MusterLetterDrawn) drawn = { 0 };

  draw_well (fixture, FIXTURE_ALEX, "confirmation", add_certified (fixture, "Moua", 1, NAVIGATOR), &drawn);
  operations_fixture_set_day ("2026-03-12");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterServiceRequest request = { drawn.id, cases[i].method, cases[i].result, .tracking = cases[i].tracking };
      GDate received, expected;

      set_day (&request.on, cases[i].on);
      if (cases[i].received == NULL)
        {
          run_badly (fixture, FIXTURE_KIM, &muster_record_service, &request, NULL, MUSTER_ERROR_RULE);
          continue;
        }
      run_well (fixture, FIXTURE_KIM, &muster_record_service, &request, &received);
      set_day (&expected, *cases[i].received != '\0' ? cases[i].received : NULL);
      g_assert_true (muster_date_equal (&received, &expected));
    }
}

static void
test_template (OperationsFixture *fixture, gconstpointer data)
{
  static const char own[] = "Kind: confirmation\nLanguage: en\nTo: person\nTitle: Well done\n\n{person}, {agency}: {roles} from {effective}.\n";
  const MusterLetterKind *kind = muster_letter_kind_find ("confirmation", NULL);
  MusterTemplateRequest request = { kind, "en", own };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  g_auto (MusterLetterDrawn) before = { 0 }, after = { 0 };

  draw_well (fixture, FIXTURE_ALEX, "confirmation", person, &before);
  run_badly (fixture, FIXTURE_SAM, &muster_set_letter_template, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  run_well (fixture, FIXTURE_ALEX, &muster_set_letter_template, &request, NULL);
  draw_well (fixture, FIXTURE_ALEX, "confirmation", person, &after);
  g_assert_cmpuint (g_bytes_get_size (after.content), <, g_bytes_get_size (before.content));
  request.content = "Kind: confirmation\nLanguage: en\nTo: person\nTitle: Well done\n\n{person}\n";
  run_badly (fixture, FIXTURE_ALEX, &muster_set_letter_template, &request, NULL, MUSTER_ERROR_INVALID);
  request.kind = muster_letter_kind_find ("denial", NULL);
  request.content = own;
  run_badly (fixture, FIXTURE_ALEX, &muster_set_letter_template, &request, NULL, MUSTER_ERROR_INVALID);
  request = (MusterTemplateRequest) { kind, "fr", NULL };
  run_badly (fixture, FIXTURE_ALEX, &muster_set_letter_template, &request, NULL, MUSTER_ERROR_NOT_FOUND);
}

/* Another request for review does not keep the outcome of the first from being told. */
static void
draw_while_another_waits (OperationsFixture *fixture, const char *kind, MusterReviewRequest *request)
{
  g_auto (MusterLetterDrawn) drawn = { 0 };

  request->accept_late = "A witness was found";
  run_well (fixture, FIXTURE_ALEX, &muster_file_review, request, NULL);
  draw_well (fixture, FIXTURE_ROBIN, kind, request->decision_id, &drawn);
  g_assert_nonnull (drawn.content);
}

/* Each outcome of a review has its letter, which is drawn of no other, and of none that is undecided. */
static void
test_review (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    MusterReviewState outcome;
    const char *conditions;
  } cases[] = {
    { "review-upheld", MUSTER_REVIEW_UPHELD, NULL },
    { "review-reversed", MUSTER_REVIEW_REVERSED, NULL },
    { "review-modified", MUSTER_REVIEW_MODIFIED, NULL },
    { "review-conditions", MUSTER_REVIEW_MODIFIED, "The course by summer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 person = add_certified (fixture, "Moua", i + 1, NAVIGATOR);
      MusterReviewRequest request = { .decision_id = approve (fixture, person) };
      MusterReviewAnswer answer = { 0, cases[i].outcome, "Weighed again", cases[i].conditions };

      draw_badly (fixture, FIXTURE_ALEX, cases[i].kind, request.decision_id, MUSTER_ERROR_RULE);
      run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &answer.review_id);
      draw_badly (fixture, FIXTURE_ALEX, cases[i].kind, request.decision_id, MUSTER_ERROR_RULE);
      run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        {
          g_auto (MusterLetterDrawn) drawn = { 0 };

          g_test_message ("%s, %s", cases[i].kind, cases[k].kind);
          if (k == i)
            draw_well (fixture, FIXTURE_ROBIN, cases[k].kind, request.decision_id, &drawn);
          else
            draw_badly (fixture, FIXTURE_ROBIN, cases[k].kind, request.decision_id, MUSTER_ERROR_RULE);
          g_assert_cmpint (drawn.content != NULL, ==, k == i);
        }
      draw_badly (fixture, FIXTURE_SAM, cases[i].kind, request.decision_id, MUSTER_ERROR_FORBIDDEN);
      draw_while_another_waits (fixture, cases[i].kind, &request);
    }
}

/* A decision that a review changed has the letter of the review, and no notice any more. */
static void
test_changed_decision (OperationsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterReviewState outcome;
    const char *conditions;
    gboolean stands;
  } cases[] = {
    { MUSTER_REVIEW_UPHELD, NULL, TRUE },
    { MUSTER_REVIEW_REVERSED, NULL, FALSE },
    { MUSTER_REVIEW_MODIFIED, NULL, FALSE },
    { MUSTER_REVIEW_MODIFIED, "The course by summer", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterReviewRequest request = { .decision_id = approve (fixture, add_certified (fixture, "Moua", i + 1, NAVIGATOR)) };
      MusterReviewAnswer answer = { 0, cases[i].outcome, "Weighed again", cases[i].conditions };
      g_auto (MusterLetterDrawn) drawn = { 0 };

      g_test_message ("%u", i);
      run_well (fixture, FIXTURE_ALEX, &muster_file_review, &request, &answer.review_id);
      run_well (fixture, FIXTURE_ROBIN, &muster_decide_review, &answer, NULL);
      if (cases[i].stands)
        draw_well (fixture, FIXTURE_ROBIN, "revocation", request.decision_id, &drawn);
      else
        draw_badly (fixture, FIXTURE_ROBIN, "revocation", request.decision_id, MUSTER_ERROR_RULE);
      g_assert_cmpint (drawn.content != NULL, ==, cases[i].stands);
    }
}

/* From which day somebody is certified: a restriction, and leaving and coming back, change nothing of it. */
static void
test_certified_day (void)
{
  static const struct
  {
    MusterCertificationState from, to;
  } steps[] = {
    { MUSTER_STATE_NONE, MUSTER_STATE_APPLICANT },
    { MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED },
    { MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED },
    { MUSTER_STATE_CERTIFIED, MUSTER_STATE_CERTIFIED_RESTRICTED },
    { MUSTER_STATE_CERTIFIED_RESTRICTED, MUSTER_STATE_CERTIFIED },
    { MUSTER_STATE_CERTIFIED, MUSTER_STATE_INACTIVE },
    { MUSTER_STATE_INACTIVE, MUSTER_STATE_CERTIFIED },
    { MUSTER_STATE_CERTIFIED, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE },
    { MUSTER_STATE_SUSPENDED_ADMINISTRATIVE, MUSTER_STATE_CERTIFIED },
  };
  static const int expected[] = { -1, 1, 2, 2, 2, 2, 2, 2, 8 };
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      MusterCertificationEvent *event = muster_certification_event_new ();

      g_test_message ("%u", i);
      event->from = steps[i].from;
      event->to = steps[i].to;
      g_ptr_array_add (events, event);
      g_assert_true (muster_letter_find_certified (events) == (expected[i] < 0 ? NULL : events->pdata[expected[i]]));
    }
}

/* “You may assist” is said to nobody whose work is stopped. */
static void
test_stopped (OperationsFixture *fixture, gconstpointer data)
{
  static const char *const clauses[] = { "COC-09", NULL };
  gint64 person = add_certified (fixture, "Moua", 1, NAVIGATOR);
  MusterOpenAction request = { .assister_id = person, .clauses = clauses, .severity = MUSTER_SEVERITY_4, .finding = "A list was sold", .restriction = MUSTER_RESTRICTION_STOP_WORK };

  draw_well (fixture, FIXTURE_ALEX, "confirmation", person, NULL);
  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL);
  draw_badly (fixture, FIXTURE_ALEX, "confirmation", person, MUSTER_ERROR_RULE);
}

/* The journal is sound with letters in it, and a letter put there by hand is found. */
static void
test_verified (OperationsFixture *fixture, gconstpointer data)
{
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_autoptr (MusterVerification) result = NULL;

  draw_well (fixture, FIXTURE_ALEX, "confirmation", add_certified (fixture, "Moua", 1, NAVIGATOR), &drawn);
  result = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (result->what, ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/letters/lifecycle", test_lifecycle);
  operations_fixture_add ("/operations/letters/roles", test_roles);
  operations_fixture_add ("/operations/letters/operations", test_operations);
  operations_fixture_add ("/operations/letters/decision", test_decision);
  operations_fixture_add ("/operations/letters/action", test_action);
  operations_fixture_add ("/operations/letters/review", test_review);
  operations_fixture_add ("/operations/letters/changed-decision", test_changed_decision);
  operations_fixture_add ("/operations/letters/stopped", test_stopped);
  g_test_add_func ("/operations/letters/certified-day", test_certified_day);
  operations_fixture_add ("/operations/letters/service", test_service);
  operations_fixture_add ("/operations/letters/template", test_template);
  operations_fixture_add ("/operations/letters/verified", test_verified);
  return g_test_run ();
}
