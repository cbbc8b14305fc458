/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-review-clock.h"

#include "domain/muster-date.h"
#include "domain/muster-rule-packs.h"

#define SENT MUSTER_SERVICE_SENT
#define RECEIVED MUSTER_SERVICE_RECEIVED
#define REFUSED MUSTER_SERVICE_REFUSED
#define RETURNED MUSTER_SERVICE_RETURNED
#define MAIL MUSTER_SERVICE_MAIL
#define BY_HAND MUSTER_SERVICE_BY_HAND
#define AGENCY MUSTER_AUTHORITY_AGENCY
#define MARKETPLACE MUSTER_AUTHORITY_MARKETPLACE
#define NOT_SERVED MUSTER_REVIEW_CLOCK_NOT_SERVED
#define CAME_BACK MUSTER_REVIEW_CLOCK_RETURNED
#define RUNS MUSTER_REVIEW_CLOCK_RUNS
#define BY_APPROVAL MUSTER_REVIEW_CLOCK_BY_APPROVAL

#define N_SERVICES 3

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

/* Approved on March 10; 30 days for asking, so through April 9 as it was believed. letter 0: no more services. */
static const struct
{
  MusterAuthority authority;
  const char *effective;
  struct
  {
    gint64 letter;
    MusterServiceMethod method;
    MusterServiceResult result;
    const char *received;
  } services[N_SERVICES];
  MusterReviewClockState state;
  const char *last; /* %NULL: the time has not begun */
  gboolean presumed;
  const char *told; /* on March 20 */
} cases[] = {
  { AGENCY, "2026-03-10", { { 0 } }, NOT_SERVED, NULL, FALSE, "2026-04-19" },
  { AGENCY, "2026-05-01", { { 0 } }, NOT_SERVED, NULL, FALSE, "2026-05-31" },
  { MARKETPLACE, "2026-03-10", { { 0 } }, BY_APPROVAL, "2026-04-09", FALSE, "2026-04-09" },
  { AGENCY, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" } }, RUNS, "2026-04-12", TRUE, "2026-04-12" },
  { MARKETPLACE, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" } }, RUNS, "2026-04-12", TRUE, "2026-04-12" },
  { AGENCY, "2026-03-10", { { 1, BY_HAND, RECEIVED, "2026-03-10" } }, RUNS, "2026-04-09", FALSE, "2026-04-09" },
  { AGENCY, "2026-03-10", { { 1, BY_HAND, REFUSED, "2026-03-11" } }, RUNS, "2026-04-10", FALSE, "2026-04-10" },
  /* Not before there is something to review. */
  { AGENCY, "2026-05-01", { { 1, BY_HAND, RECEIVED, "2026-03-11" } }, RUNS, "2026-05-31", FALSE, "2026-05-31" },
  { AGENCY, "2026-05-01", { { 1, MAIL, SENT, "2026-05-02" } }, RUNS, "2026-06-01", TRUE, "2026-06-01" },
  { AGENCY, "2026-03-10", { { 1, MAIL, RETURNED, NULL } }, CAME_BACK, NULL, FALSE, "2026-04-19" },
  { MARKETPLACE, "2026-03-10", { { 1, MAIL, RETURNED, NULL } }, CAME_BACK, NULL, FALSE, "2026-04-19" },
  /* Of one letter what is known last: presumed, received, came back. */
  { AGENCY, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" }, { 1, MAIL, RECEIVED, "2026-03-16" } }, RUNS, "2026-04-15", FALSE, "2026-04-15" },
  { AGENCY, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" }, { 1, MAIL, RETURNED, NULL } }, CAME_BACK, NULL, FALSE, "2026-04-19" },
  { AGENCY, "2026-03-10", { { 1, MAIL, RETURNED, NULL }, { 1, BY_HAND, RECEIVED, "2026-04-01" } }, RUNS, "2026-05-01", FALSE, "2026-05-01" },
  /* Of several letters the one that came first. */
  { AGENCY, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" }, { 2, BY_HAND, RECEIVED, "2026-03-12" } }, RUNS, "2026-04-11", FALSE, "2026-04-11" },
  { AGENCY, "2026-03-10", { { 1, BY_HAND, RECEIVED, "2026-03-12" }, { 2, MAIL, SENT, "2026-04-02" } }, RUNS, "2026-04-11", FALSE, "2026-04-11" },
  { AGENCY, "2026-03-10", { { 1, MAIL, RETURNED, NULL }, { 2, MAIL, SENT, "2026-04-02" } }, RUNS, "2026-05-02", TRUE, "2026-05-02" },
  { AGENCY, "2026-03-10", { { 1, MAIL, SENT, "2026-03-13" }, { 2, MAIL, RETURNED, NULL }, { 1, MAIL, RETURNED, NULL } }, CAME_BACK, NULL, FALSE, "2026-04-19" },
};

static void
take (guint index, MusterDecision *decision, MusterNoticeService *services, guint *n)
{
  decision->authority = cases[index].authority;
  decision->state = MUSTER_DECISION_APPROVED;
  set_day (&decision->effective, cases[index].effective);
  set_day (&decision->review_until, "2026-04-09");
  for (*n = 0; *n < N_SERVICES && cases[index].services[*n].letter != 0; ++*n)
    {
      services[*n] = (MusterNoticeService) { .letter_id = cases[index].services[*n].letter, .method = cases[index].services[*n].method, .result = cases[index].services[*n].result };
      set_day (&services[*n].received, cases[index].services[*n].received);
    }
}

static void
test_table (void)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (muster_rule_packs_find_shipped ("mnsure-2026"), "review-request", NULL);
  GDate today;

  set_day (&today, "2026-03-20");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterDecision) decision = muster_decision_new ();
      MusterNoticeService services[N_SERVICES];
      g_autofree char *last = NULL, *told = NULL;
      MusterReviewClock clock;
      GDate day;
      guint n;

      g_test_message ("%u", i);
      take (i, decision, services, &n);
      muster_review_clock_find (decision, services, n, rule, &clock);
      last = muster_date_to_iso (&clock.last);
      g_assert_cmpint (clock.state, ==, cases[i].state);
      g_assert_cmpint (clock.presumed, ==, cases[i].presumed);
      g_assert_cmpstr (last, ==, cases[i].last);
      muster_review_clock_get_told (&clock, decision, rule, &today, &day);
      told = muster_date_to_iso (&day);
      g_assert_cmpstr (told, ==, cases[i].told);
      set_day (&day, "2099-01-01");
      g_assert_cmpint (muster_review_clock_is_late (&clock, &day), ==, cases[i].last != NULL);
      g_assert_false (muster_review_clock_is_late (&clock, &clock.last) && cases[i].last != NULL);
    }
}

/* A pack that is not here any more leaves what was found at the approval. */
static void
test_without_rule (void)
{
  g_autoptr (MusterDecision) decision = muster_decision_new ();
  MusterNoticeService service = { .letter_id = 1, .method = MAIL, .result = SENT };
  g_autofree char *last = NULL, *text = NULL;
  MusterReviewClock clock;

  set_day (&decision->effective, "2026-03-10");
  set_day (&decision->review_until, "2026-04-09");
  set_day (&service.received, "2026-03-13");
  muster_review_clock_find (decision, &service, 1, NULL, &clock);
  last = muster_date_to_iso (&clock.last);
  text = muster_review_clock_dup_text (&clock);
  g_assert_cmpstr (last, ==, "2026-04-09");
  g_assert_cmpstr (text, ==, "Sent by mail, and taken to have been received on Mar 13, 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/review-clock/table", test_table);
  g_test_add_func ("/domain/review-clock/without-rule", test_without_rule);
  return g_test_run ();
}
