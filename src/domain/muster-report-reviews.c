/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-reviews.h"

#include <glib/gi18n-lib.h>

enum
{
  NUMBER,
  DECISION,
  KIND,
  PERSON,
  FILED,
  LATE,
  DUE,
  OUTCOME,
  DECIDED,
  DAYS,
  DAYS_OVER,
  N_COLUMNS,
};

static const MusterReportColumn columns[N_COLUMNS] = {
  [NUMBER] = { "review", N_("Review"), MUSTER_REPORT_TEXT, FALSE },
  [DECISION] = { "decision", N_("Decision"), MUSTER_REPORT_TEXT, FALSE },
  [KIND] = { "kind", N_("Kind"), MUSTER_REPORT_TEXT, FALSE },
  [PERSON] = { "person", N_("Person"), MUSTER_REPORT_TEXT, TRUE },
  [FILED] = { "filed", N_("Filed"), MUSTER_REPORT_DAY, FALSE },
  [LATE] = { "filed_late", N_("Filed late"), MUSTER_REPORT_TEXT, FALSE },
  [DUE] = { "due", N_("Due"), MUSTER_REPORT_DAY, FALSE },
  [OUTCOME] = { "outcome", N_("Outcome"), MUSTER_REPORT_TEXT, FALSE },
  [DECIDED] = { "decided", N_("Decided"), MUSTER_REPORT_DAY, FALSE },
  [DAYS] = { "days", N_("Days taken"), MUSTER_REPORT_NUMBER, FALSE },
  [DAYS_OVER] = { "days_over", N_("Days over"), MUSTER_REPORT_NUMBER, FALSE },
};

void
muster_report_review_free (MusterReportReview *review)
{
  if (review == NULL)
    return;
  g_free (review->number);
  g_free (review->decision);
  g_free (review->person);
  g_free (review);
}

static MusterReviewState
get_state (const MusterReportReview *review, const GDate *as_of)
{
  return review->state == MUSTER_REVIEW_NOT_ADMITTED || muster_report_has_happened (&review->decided, as_of) ? review->state : MUSTER_REVIEW_PENDING;
}

/* How long it has taken by the end of the day: until it was decided, or until then. */
static const GDate *
get_end (const MusterReportReview *review, const GDate *as_of)
{
  return muster_report_has_happened (&review->decided, as_of) ? &review->decided : as_of;
}

static int
get_days_over (const MusterReportReview *review, const GDate *as_of)
{
  if (review->state == MUSTER_REVIEW_NOT_ADMITTED || !g_date_valid (&review->due))
    return 0;
  return MAX (g_date_days_between (&review->due, get_end (review, as_of)), 0);
}

static void
add_row (MusterReport *report, const MusterReportReview *review)
{
  MusterReportRow *row = muster_report_add_row (report, review->decision_id);
  MusterReviewState state = get_state (review, &report->as_of);

  muster_report_row_set_text (row, NUMBER, review->number);
  muster_report_row_set_text (row, DECISION, review->decision);
  muster_report_row_set_code (row, KIND, muster_decision_kind_to_code (review->kind), muster_decision_kind_get_label (review->kind));
  muster_report_row_set_text (row, PERSON, review->person);
  muster_report_row_set_day (row, FILED, &review->filed);
  muster_report_row_set_code (row, LATE, review->late ? "yes" : "no", review->late ? _("Yes") : _("No"));
  muster_report_row_set_code (row, OUTCOME, muster_review_state_to_code (state), muster_review_state_get_label (state));
  if (state == MUSTER_REVIEW_NOT_ADMITTED)
    return;
  muster_report_row_set_day (row, DUE, &review->due);
  if (state != MUSTER_REVIEW_PENDING)
    muster_report_row_set_day (row, DECIDED, &review->decided);
  muster_report_row_set_number (row, DAYS, MAX (g_date_days_between (&review->filed, get_end (review, &report->as_of)), 0));
  muster_report_row_set_number (row, DAYS_OVER, get_days_over (review, &report->as_of));
}

/* What the outcomes and the days of the reviews add up to. */
typedef struct
{
  guint counts[MUSTER_N_REVIEW_STATES];
  guint n;
  guint n_over;
  GArray *days;
} Sums;

static void
take (Sums *sums, const MusterReportReview *review, const GDate *as_of)
{
  MusterReviewState state = get_state (review, as_of);
  int days = MAX (g_date_days_between (&review->filed, get_end (review, as_of)), 0);

  sums->n++;
  sums->counts[state]++;
  sums->n_over += state == MUSTER_REVIEW_PENDING && get_days_over (review, as_of) > 0;
  if (state != MUSTER_REVIEW_PENDING && state != MUSTER_REVIEW_NOT_ADMITTED)
    g_array_append_val (sums->days, days);
}

static void
add_sums (MusterReport *report, Sums *sums)
{
  int median = muster_report_get_median (sums->days);

  muster_report_add_figure (report, "reviews", _("Reviews"), sums->n);
  muster_report_add_figure (report, "waiting", _("Waiting for their outcome"), sums->counts[MUSTER_REVIEW_PENDING]);
  muster_report_add_figure (report, "overdue", _("Overdue"), sums->n_over);
  if (median >= 0)
    muster_report_add_figure (report, "median_days", _("Median days until decided"), median);
  report->chart_title = _("Reviews by outcome");
  for (guint state = 0; state < MUSTER_N_REVIEW_STATES; state++)
    muster_report_add_bar (report, muster_review_state_to_code (state), muster_review_state_get_label (state), sums->counts[state]);
}

MusterReport *
muster_report_reviews_build (GPtrArray *reviews, const GDate *as_of)
{
  MusterReport *report = muster_report_new (MUSTER_REPORT_REVIEWS, as_of, columns, N_COLUMNS);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));
  Sums sums = { .days = days };

  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReportReview *review = reviews->pdata[i];

      if (!muster_report_has_happened (&review->filed, as_of))
        continue;
      add_row (report, review);
      take (&sums, review, as_of);
    }
  add_sums (report, &sums);
  muster_report_add_note (report, _("Counted is each review that was asked for by the end of the day, with what had come of it by then. What waits still counts its days until that day."));
  muster_report_add_note (report, _("A request that was too late and not admitted has no days: there was nothing to decide."));
  return report;
}
