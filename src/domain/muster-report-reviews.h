/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report.h"
#include "domain/muster-review.h"

/** MusterReportReview: a review as a report looks at it. @decided: unset: not yet, or not admitted when it was filed. */
typedef struct
{
  gint64 decision_id;
  char *number;
  char *decision;
  char *person;
  MusterDecisionKind kind;
  MusterReviewState state;
  gboolean late;
  GDate filed;
  GDate due;
  GDate decided;
} MusterReportReview;

void muster_report_review_free (MusterReportReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportReview, muster_report_review_free)

/**
 * muster_report_reviews_build:
 * @reviews: (element-type MusterReportReview): in the order in which they were filed
 *
 * What had been filed by the end of @as_of, and what had come of it by then.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_reviews_build (GPtrArray *reviews, const GDate *as_of);
