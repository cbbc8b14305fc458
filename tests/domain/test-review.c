/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-review.h"
#include "domain/muster-rule-packs.h"

#define CALLED_OFF 9

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

/* Proposed by 1, approved by 2 on March 10, from that day on; a review may be asked for through April 9. */
static MusterDecision *
new_decision (MusterDecisionKind kind, MusterDecisionState state)
{
  MusterDecision *decision = muster_decision_new ();

  decision->id = 7;
  decision->number = g_strdup ("RV-2026-0001");
  decision->kind = kind;
  decision->state = state;
  decision->proposer = 1;
  decision->decider = 2;
  set_day (&decision->effective, "2026-03-10");
  if (state == MUSTER_DECISION_APPROVED && kind != MUSTER_DECISION_CALLING_OFF)
    set_day (&decision->review_until, "2026-04-09");
  return decision;
}

/* Today is May 20. state: -1: refused. */
static const struct
{
  MusterDecisionKind kind;
  MusterDecisionState decision;
  const char *filed;
  const char *accept_late;
  gboolean late;
  int state;
} filings[] = {
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-10", NULL, FALSE, MUSTER_REVIEW_PENDING },
  { MUSTER_DECISION_SUSPENSION, MUSTER_DECISION_APPROVED, "2026-03-10", NULL, FALSE, MUSTER_REVIEW_PENDING },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-04-09", NULL, FALSE, MUSTER_REVIEW_PENDING },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-04-10", NULL, TRUE, MUSTER_REVIEW_NOT_ADMITTED },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-04-10", "\u00a0", TRUE, MUSTER_REVIEW_NOT_ADMITTED },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-04-10", "The notice came back", TRUE, MUSTER_REVIEW_PENDING },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-05-20", "In hospital", TRUE, MUSTER_REVIEW_PENDING },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-05-20", "In hospital, 123-45-6789", TRUE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-04-09", "The notice came back", FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-03-09", NULL, FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, "2026-05-21", NULL, FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED, NULL, NULL, FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_PROPOSED, "2026-03-10", NULL, FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_REFUSED, "2026-03-10", NULL, FALSE, -1 },
  { MUSTER_DECISION_REVOCATION, MUSTER_DECISION_TAKEN_BACK, "2026-03-10", NULL, FALSE, -1 },
  { MUSTER_DECISION_CALLING_OFF, MUSTER_DECISION_APPROVED, "2026-03-10", NULL, FALSE, -1 },
};

static void
test_filing (void)
{
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");
  GDate decided, today, not_begun;

  set_day (&not_begun, NULL);
  set_day (&decided, "2026-03-10");
  set_day (&today, "2026-05-20");
  for (guint i = 0; i < G_N_ELEMENTS (filings); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision (filings[i].kind, filings[i].decision);
      g_autoptr (MusterReview) review = muster_review_new ();
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_test_message ("%u", i);
      set_day (&review->filed, filings[i].filed);
      review->late_reason = g_strdup (filings[i].accept_late);
      ok = muster_review_file (review, decision, &decided, &decision->review_until, NULL, pack, &today, &error);
      g_assert_cmpint (ok, ==, filings[i].state >= 0);
      if (!ok)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
      if (!ok)
        continue;
      g_assert_cmpint (review->state, ==, filings[i].state);
      g_assert_cmpint (review->late, ==, filings[i].late);
      g_assert_cmpint (g_date_days_between (&review->filed, &review->due), ==, 60);
      g_assert_false (muster_review_is_overdue (review, &review->due));
      g_assert_true (muster_review_file (review, decision, &decided, &not_begun, NULL, pack, &today, NULL) || review->late_reason != NULL);
      g_assert_false (review->late);
      decision->called_off_by = CALLED_OFF;
      g_assert_false (muster_review_file (review, decision, &decided, &decision->review_until, NULL, pack, &today, NULL));
    }
}

/* After an outcome another review needs a reason, in time or not; what is late and has none is kept all the same. */
static void
test_filing_again (void)
{
  static const struct
  {
    const char *filed;
    const char *reason;
    int state; /* -1: refused */
  } cases[] = {
    { "2026-03-12", NULL, -1 },
    { "2026-03-12", "\u00a0", -1 },
    { "2026-03-12", "The witness came back", MUSTER_REVIEW_PENDING },
    { "2026-04-10", NULL, MUSTER_REVIEW_NOT_ADMITTED },
    { "2026-04-10", "The witness came back", MUSTER_REVIEW_PENDING },
  };
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");
  g_autoptr (MusterDecision) decision = new_decision (MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED);
  g_autoptr (MusterReview) earlier = muster_review_new ();
  GDate decided, today;

  set_day (&decided, "2026-03-10");
  set_day (&today, "2026-05-20");
  earlier->number = g_strdup ("AP-2026-0001");
  earlier->state = MUSTER_REVIEW_UPHELD;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterReview) review = muster_review_new ();
      g_autoptr (GError) error = NULL;

      g_test_message ("%u", i);
      set_day (&review->filed, cases[i].filed);
      review->late_reason = g_strdup (cases[i].reason);
      g_assert_cmpint (muster_review_file (review, decision, &decided, &decision->review_until, earlier, pack, &today, &error), ==, cases[i].state >= 0);
      if (cases[i].state >= 0)
        g_assert_cmpint (review->state, ==, cases[i].state);
      else
        g_assert_nonnull (strstr (error->message, "AP-2026-0001 was decided already: “Upheld”."));
    }
}

static void
test_deciders (void)
{
  g_autoptr (MusterDecision) decision = new_decision (MUSTER_DECISION_REVOCATION, MUSTER_DECISION_APPROVED);
  g_autoptr (MusterReview) review = muster_review_new ();

  for (guint state = 0; state < MUSTER_N_REVIEW_STATES; state++)
    for (gint64 account = 1; account <= 3; account++)
      {
        g_autoptr (GError) error = NULL;

        review->state = state;
        g_assert_cmpint (muster_review_check_decider (review, decision, account, &error), ==, state == MUSTER_REVIEW_PENDING && account == 3);
        g_assert_true (error == NULL || error->code == MUSTER_ERROR_RULE);
      }
}

#define RV MUSTER_DECISION_REVOCATION
#define SU MUSTER_DECISION_SUSPENSION

/* Today is March 20; the decision holds from March 10 on. */
static const struct
{
  MusterDecisionKind kind;
  MusterReviewState outcome;
  const char *reason;
  const char *conditions;
  const char *effective;
  int to; /* -1: refused; MUSTER_STATE_NONE: nothing changes */
} outcomes[] = {
  { RV, MUSTER_REVIEW_UPHELD, "Right", NULL, NULL, MUSTER_STATE_NONE },
  { RV, MUSTER_REVIEW_UPHELD, "Right", NULL, "2026-03-20", -1 },
  { RV, MUSTER_REVIEW_UPHELD, "Right", "A course", NULL, -1 },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", NULL, NULL, MUSTER_STATE_CERTIFIED },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", NULL, "2026-03-10", MUSTER_STATE_CERTIFIED },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", NULL, "2026-03-09", -1 },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", NULL, "2026-03-21", -1 },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", "A course", NULL, -1 },
  { RV, MUSTER_REVIEW_REVERSED, "Wrong", "\u00a0", NULL, MUSTER_STATE_CERTIFIED },
  { RV, MUSTER_REVIEW_REVERSED, "\u00a0", NULL, NULL, -1 },
  { RV, MUSTER_REVIEW_REVERSED, NULL, NULL, NULL, -1 },
  { RV, MUSTER_REVIEW_REVERSED, "Of 123-45-6789", NULL, NULL, -1 },
  { RV, MUSTER_REVIEW_MODIFIED, "Too hard", NULL, NULL, MUSTER_STATE_SUSPENDED_FOR_CAUSE },
  { RV, MUSTER_REVIEW_MODIFIED, "Too hard", "A course", NULL, MUSTER_STATE_CERTIFIED },
  { RV, MUSTER_REVIEW_MODIFIED, "Too hard", "A course for 123-45-6789", NULL, -1 },
  { RV, MUSTER_REVIEW_PENDING, "Hm", NULL, NULL, -1 },
  { RV, MUSTER_REVIEW_NOT_ADMITTED, "Hm", NULL, NULL, -1 },
  { SU, MUSTER_REVIEW_UPHELD, "Right", NULL, NULL, MUSTER_STATE_NONE },
  { SU, MUSTER_REVIEW_REVERSED, "Wrong", NULL, NULL, MUSTER_STATE_CERTIFIED },
  { SU, MUSTER_REVIEW_MODIFIED, "Too hard", NULL, NULL, -1 },
  { SU, MUSTER_REVIEW_MODIFIED, "Too hard", "A course", NULL, MUSTER_STATE_CERTIFIED },
};

static void
test_outcomes (void)
{
  GDate today, before;

  set_day (&today, "2026-03-20");
  set_day (&before, "2026-03-09");
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (MusterDecision) decision = new_decision (outcomes[i].kind, MUSTER_DECISION_APPROVED);
      g_autoptr (MusterReview) review = muster_review_new ();
      MusterCertificationVerb verb;
      GDate effective;
      gboolean ok;

      g_test_message ("%u", i);
      set_day (&effective, outcomes[i].effective);
      ok = muster_review_decide (review, decision, outcomes[i].outcome, outcomes[i].reason, outcomes[i].conditions, &effective, &today, NULL);
      g_assert_cmpint (ok, ==, outcomes[i].to >= 0);
      if (!ok)
        continue;
      g_assert_cmpint (muster_review_find_change (review->state, review->conditions, &verb), ==, outcomes[i].to != MUSTER_STATE_NONE);
      if (outcomes[i].to == MUSTER_STATE_NONE)
        continue;
      g_assert_cmpint (muster_certification_get_given_back (verb, MUSTER_STATE_CERTIFIED), ==, outcomes[i].to);
      /* What has not taken effect yet is called off. */
      g_assert_false (muster_review_decide (review, decision, outcomes[i].outcome, outcomes[i].reason, outcomes[i].conditions, &effective, &before, NULL));
    }
}

static void
test_codes (void)
{
  MusterReviewState state;
  MusterReviewRoute route;

  for (guint i = 0; i < MUSTER_N_REVIEW_STATES; i++)
    {
      g_assert_true (muster_review_state_from_code (muster_review_state_to_code (i), &state, NULL));
      g_assert_cmpint (state, ==, i);
      g_assert_cmpint (muster_review_outcome_from_code (muster_review_state_to_code (i), &state, NULL), ==, i >= MUSTER_REVIEW_UPHELD);
    }
  for (guint i = 0; i < MUSTER_N_ROUTES; i++)
    g_assert_true (muster_review_route_from_code (muster_review_route_to_code (i), &route, NULL) && route == i);
  g_assert_false (muster_review_route_from_code ("fax", &route, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/review/filing", test_filing);
  g_test_add_func ("/domain/review/filing-again", test_filing_again);
  g_test_add_func ("/domain/review/deciders", test_deciders);
  g_test_add_func ("/domain/review/outcomes", test_outcomes);
  g_test_add_func ("/domain/review/codes", test_codes);
  return g_test_run ();
}
