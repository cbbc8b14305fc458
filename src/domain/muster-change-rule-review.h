/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-change-rule-case.h"
#include "domain/muster-review-clock.h"

/* What verification asks of reviews. All are pure; on %FALSE the error is MUSTER_ERROR_RULE. */

/**
 * MusterReviewedFacts: the decision under review, as it was before the entry.
 * @facts: its id is 0 where there was none
 * @review_until: the last day for asking for a review, as it was believed at the approval
 * @clock: the same, as the notice was served before the entry
 */
typedef struct
{
  MusterDecisionFacts facts;
  MusterDecisionState state;
  gint64 proposer;
  gint64 decider;
  gint64 decided_at;
  GDate review_until;
  MusterReviewClock clock;
} MusterReviewedFacts;

/**
 * MusterReviewRowChange: a changed or new review.
 * @review: as it is after the entry
 * @content_changed: anything of the request differs; of a new one: an outcome stands in it already
 */
typedef struct
{
  gboolean is_new;
  gboolean content_changed;
  MusterReviewState state_before;
  const MusterReview *review;
  const MusterReviewedFacts *decision;
  gint64 signer;
  gboolean had_outcome; /* another review of the decision, before: where the program asked */
} MusterReviewRowChange;

/** Whether @operation can have changed a review so: a request begins as one, about a decision that stood, late only where its day says so; its outcome is that of somebody who had no part in the decision. */
gboolean muster_change_rule_check_review (const char *operation, const MusterReviewRowChange *change, GError **error);

/** Whether @event carries out the outcome of @review (%NULL: the entry decided no review of its decision): the decision’s person, roles and authority, from the day that the outcome says, and to no more than @before, what the certification was before the decision. */
gboolean muster_change_rule_check_reviewed (const MusterCertificationEvent *event, const MusterReview *review, const MusterReviewedFacts *decision, MusterCertificationState before, GError **error);
