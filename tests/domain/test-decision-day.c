/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-decision-day.h"
#include "domain/muster-error.h"
#include "domain/muster-review.h"
#include "domain/muster-rule-packs.h"

#include <string.h>

#define REVOCATION MUSTER_DECISION_REVOCATION
#define SUSPENSION MUSTER_DECISION_SUSPENSION
#define FULL MUSTER_DECISION_DAY_FULL_EFFECT
#define LONGEST MUSTER_DECISION_DAY_LONGEST
#define WAITING MUSTER_DECISION_DAY_WAITING
#define PENDING MUSTER_REVIEW_PENDING
#define UPHELD MUSTER_REVIEW_UPHELD
#define REVERSED MUSTER_REVIEW_REVERSED
#define NOT_ADMITTED MUSTER_REVIEW_NOT_ADMITTED

static void
set_day (GDate *day, const char *text)
{
  g_assert_true (muster_date_parse_iso (text, day, NULL));
}

static gint64
get_noon (const char *text)
{
  g_autofree char *moment = g_strconcat (text, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, zone);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

typedef struct
{
  const char *filed; /* %NULL: none */
  MusterReviewState state;
  const char *decided; /* %NULL: pending */
  gint64 other;      /* of that decision, not of ours */
} Asked;

static GPtrArray *
list_reviews (const Asked *asked, guint n)
{
  GPtrArray *reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_review_free);

  for (guint i = 0; i < n && asked[i].filed != NULL; i++)
    {
      MusterReview *review = muster_review_new ();

      review->decision_id = asked[i].other != 0 ? asked[i].other : 1;
      review->state = asked[i].state;
      set_day (&review->filed, asked[i].filed);
      if (asked[i].decided != NULL)
        review->decided_at = get_noon (asked[i].decided);
      g_ptr_array_add (reviews, review);
    }
  return reviews;
}

/* Has the rule of @day be held off, or not, whatever the pack that ships says of it. */
static MusterRulePack *
make_pack (MusterDecisionDay day, gboolean tolled)
{
  const char *shipped = muster_rule_pack_get_text (muster_rule_packs_find_shipped ("mnsure-2026"));
  g_autofree char *group = g_strdup_printf ("[days %s]\n", muster_decision_day_get_key (day));
  g_auto (GStrv) halves = g_strsplit (shipped, group, 2);
  g_auto (GStrv) lines = g_strsplit (halves[1], "Tolled=appeal\n", 2);
  g_autofree char *rest = day == FULL ? g_strjoinv ("", lines) : g_strdup (halves[1]);
  g_autofree char *text = g_strconcat (halves[0], group, tolled ? "Tolled=appeal\n" : "", rest, NULL);
  g_autoptr (GError) error = NULL;
  MusterRulePack *pack = muster_rule_pack_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

/* What a review does to each day: nothing where the rule does not say so; otherwise the days on which it was pending are added. */
static void
test_counts (void)
{
  static const struct
  {
    MusterDecisionKind kind;
    MusterDecisionDay day;
    gboolean tolled;
    const char *decided, *effective;
    Asked asked[3];
    const char *last; /* %NULL: held off */
    guint days_held_off;
  } cases[] = {
    /* Without a review. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { NULL } }, "2026-03-22", 0 },
    { SUSPENSION, FULL, TRUE, "2026-03-02", "2026-03-02", { { NULL } }, "2026-03-22", 0 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { NULL } }, "2026-05-31", 0 },
    { SUSPENSION, LONGEST, TRUE, "2026-03-02", "2026-03-02", { { NULL } }, "2026-05-31", 0 },
    /* The notice starts the one, the day of effect the others. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-12", { { NULL } }, "2026-03-22", 0 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-12", { { NULL } }, "2026-06-10", 0 },
    { SUSPENSION, LONGEST, TRUE, "2026-03-02", "2026-03-12", { { NULL } }, "2026-06-10", 0 },
    /* A review that is pending holds it off; unless the rule does not say so. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING } }, NULL, 0 },
    { REVOCATION, FULL, FALSE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING } }, "2026-03-22", 0 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING } }, NULL, 0 },
    { REVOCATION, WAITING, FALSE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING } }, "2026-05-31", 0 },
    { SUSPENSION, LONGEST, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING } }, NULL, 0 },
    /* Once it is decided, both days included do not count. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-03-19" } }, "2026-04-01", 10 },
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-03-10" } }, "2026-03-23", 1 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-04-08" } }, "2026-06-30", 30 },
    /* On the last day it still holds it off, after it not any more. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-22", PENDING } }, NULL, 0 },
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-23", PENDING } }, "2026-03-22", 0 },
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-22", UPHELD, "2026-03-31" } }, "2026-04-01", 10 },
    /* Asked for on the day of the notice, which is not counted anyway. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-02", UPHELD, "2026-03-04" } }, "2026-03-24", 2 },
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-02", UPHELD, "2026-03-02" } }, "2026-03-22", 0 },
    /* Two, one after the other; and the second within what the first held off. */
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-03-12" }, { "2026-03-20", UPHELD, "2026-03-20" } }, "2026-06-04", 4 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-20", UPHELD, "2026-03-20" }, { "2026-03-10", UPHELD, "2026-03-12" } }, "2026-06-04", 4 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-03-20" }, { "2026-03-15", UPHELD, "2026-03-25" } }, "2026-06-16", 16 },
    { REVOCATION, WAITING, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", UPHELD, "2026-03-12" }, { "2026-03-20", PENDING } }, NULL, 3 },
    /* What was not admitted, and what is of another decision, holds nothing off. */
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", NOT_ADMITTED } }, "2026-03-22", 0 },
    { REVOCATION, FULL, TRUE, "2026-03-02", "2026-03-02", { { "2026-03-10", PENDING, NULL, 2 } }, "2026-03-22", 0 },
    /* The leap day is a day; and over the end of a year. */
    { REVOCATION, FULL, TRUE, "2028-02-15", "2028-02-15", { { NULL } }, "2028-03-06", 0 },
    { REVOCATION, FULL, TRUE, "2027-02-15", "2027-02-15", { { NULL } }, "2027-03-07", 0 },
    { REVOCATION, FULL, TRUE, "2028-02-15", "2028-02-15", { { "2028-02-28", UPHELD, "2028-03-01" } }, "2028-03-09", 3 },
    { REVOCATION, FULL, TRUE, "2026-12-20", "2026-12-20", { { "2026-12-31", UPHELD, "2027-01-01" } }, "2027-01-11", 2 },
    { REVOCATION, WAITING, TRUE, "2026-11-15", "2026-11-15", { { "2026-12-01", UPHELD, "2027-02-28" } }, "2027-05-14", 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterRulePack) pack = make_pack (cases[i].day, cases[i].tolled);
      g_autoptr (GPtrArray) reviews = list_reviews (cases[i].asked, G_N_ELEMENTS (cases[i].asked));
      g_autoptr (MusterDecision) decision = muster_decision_new ();
      g_autofree char *last = NULL;
      MusterDeadline deadline;
      const MusterRuleDays *rule;

      g_test_message ("%u", i);
      decision->id = 1;
      decision->kind = cases[i].kind;
      decision->state = MUSTER_DECISION_APPROVED;
      decision->decided_at = get_noon (cases[i].decided);
      set_day (&decision->effective, cases[i].effective);
      g_assert_true (muster_decision_day_count (cases[i].day, decision, reviews, pack, &deadline, &rule));
      last = muster_date_to_iso (&deadline.last);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_cmpuint (deadline.tolled, ==, cases[i].days_held_off);
      g_assert_cmpint (g_date_valid (&deadline.held_off), ==, cases[i].last == NULL);
      g_assert_true (rule == muster_rule_pack_get_days (pack, muster_decision_day_get_key (cases[i].day), NULL));
    }
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 30);
}

/* Of what else a decision may be there is no such day. */
static void
test_concerns (void)
{
  static const struct
  {
    MusterDecisionKind kind;
    MusterDecisionState state;
    gint64 called_off_by;
    const char *effective;
    MusterReviewState outcome;
    gboolean found[MUSTER_N_DECISION_DAYS];
  } cases[] = {
    { REVOCATION, MUSTER_DECISION_APPROVED, 0, "2026-03-02", UPHELD, { TRUE, FALSE, TRUE } },
    { SUSPENSION, MUSTER_DECISION_APPROVED, 0, "2026-03-02", UPHELD, { TRUE, TRUE, FALSE } },
    { MUSTER_DECISION_CALLING_OFF, MUSTER_DECISION_APPROVED, 0, "2026-03-02", UPHELD, { FALSE, FALSE, FALSE } },
    { REVOCATION, MUSTER_DECISION_PROPOSED, 0, "2026-03-02", UPHELD, { FALSE, FALSE, FALSE } },
    { REVOCATION, MUSTER_DECISION_REFUSED, 0, "2026-03-02", UPHELD, { FALSE, FALSE, FALSE } },
    { REVOCATION, MUSTER_DECISION_APPROVED, 7, "2026-03-02", UPHELD, { FALSE, FALSE, FALSE } },
    { REVOCATION, MUSTER_DECISION_APPROVED, 0, "2026-03-02", REVERSED, { FALSE, FALSE, FALSE } },
    { REVOCATION, MUSTER_DECISION_APPROVED, 0, "2026-05-02", UPHELD, { FALSE, FALSE, TRUE } },
  };
  MusterRulePack *pack = muster_rule_packs_find_shipped ("mnsure-2026");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint day = 0; day < MUSTER_N_DECISION_DAYS; day++)
      {
        const Asked asked = { "2026-03-05", cases[i].outcome, "2026-03-06", 0 };
        g_autoptr (GPtrArray) reviews = list_reviews (&asked, 1);
        g_autoptr (MusterDecision) decision = muster_decision_new ();
        MusterDeadline deadline;

        g_test_message ("%u, day %u", i, day);
        decision->id = 1;
        decision->kind = cases[i].kind;
        decision->state = cases[i].state;
        decision->called_off_by = cases[i].called_off_by;
        decision->decided_at = get_noon ("2026-03-02");
        set_day (&decision->effective, cases[i].effective);
        g_assert_cmpint (muster_decision_day_count (day, decision, reviews, pack, &deadline, NULL), ==, cases[i].found[day]);
      }
}

/* The packs that ship hold off what takes effect after the notice, and nothing else. */
static void
test_shipped (void)
{
  GPtrArray *packs = muster_rule_packs_list_shipped ();

  g_assert_cmpuint (packs->len, >=, 3);
  for (guint i = 0; i < packs->len; i++)
    {
      g_autoptr (GPtrArray) keys = muster_rule_pack_list_days (packs->pdata[i]);

      for (guint j = 0; j < keys->len; j++)
        g_assert_cmpint (muster_rule_pack_get_days (packs->pdata[i], keys->pdata[j], NULL)->tolled, ==, g_str_equal (keys->pdata[j], "effective-after-notice"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/decision-day/counts", test_counts);
  g_test_add_func ("/domain/decision-day/concerns", test_concerns);
  g_test_add_func ("/domain/decision-day/shipped", test_shipped);
  return g_test_run ();
}
