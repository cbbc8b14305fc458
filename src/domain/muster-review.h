/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"

/*
 * The review of a decision: a request for it, recorded by whatever way and on whatever day it came, and what somebody decided about it who had no part in the
 * decision. Filing changes nothing about the person: whoever is revoked may not assist meanwhile, also where a pending review holds days off
 * (muster-decision-day.h).
 */

typedef enum
{
  MUSTER_REVIEW_PENDING,
  MUSTER_REVIEW_NOT_ADMITTED, /* too late, and not admitted all the same */
  MUSTER_REVIEW_UPHELD,
  MUSTER_REVIEW_REVERSED,
  MUSTER_REVIEW_MODIFIED,
} MusterReviewState;

#define MUSTER_N_REVIEW_STATES 5

/** MusterReviewRoute: how the request came. */
typedef enum
{
  MUSTER_ROUTE_MAIL,
  MUSTER_ROUTE_EMAIL,
  MUSTER_ROUTE_BY_HAND,
  MUSTER_ROUTE_PORTAL,
  MUSTER_ROUTE_PHONE,
} MusterReviewRoute;

#define MUSTER_N_ROUTES 5

/** MusterReview: a request for review of one decision, and its outcome. */
typedef struct
{
  gint64 id;
  char *number; /* "AP-2026-0001" */
  gint64 decision_id;
  MusterReviewState state;
  GDate filed;          /* the day on which it came */
  MusterReviewRoute route;
  char *note;           /* %NULL: none */
  gboolean late;        /* after the last day of the decision */
  char *late_reason;    /* why it is admitted although late */
  GDate due;            /* through this day it is to be decided */
  char *rule_pack;
  gint64 account_id;    /* who recorded it */
  gint64 recorded;      /* µs since 1970 UTC */
  gint64 decider;       /* 0 until decided */
  gint64 decided_at;
  char *reason;         /* of the outcome */
  char *conditions;     /* of a reinstatement with conditions */
  GDate effective;      /* from when the outcome holds */
} MusterReview;

MusterReview *muster_review_new (void);
void muster_review_free (MusterReview *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReview, muster_review_free)

const char *muster_review_state_to_code (MusterReviewState state);
gboolean muster_review_state_from_code (const char *code, MusterReviewState *state, GError **error);
const char *muster_review_state_get_label (MusterReviewState state);
/** Sets @outcome to the state that @code, "upheld", "reversed" or "modified", brings about. */
gboolean muster_review_outcome_from_code (const char *code, MusterReviewState *outcome, GError **error);
const char *muster_review_route_to_code (MusterReviewRoute route);
gboolean muster_review_route_from_code (const char *code, MusterReviewRoute *route, GError **error);
const char *muster_review_route_get_label (MusterReviewRoute route);

/** Whether @review waits for its outcome, and should have had it before @today. */
gboolean muster_review_is_overdue (const MusterReview *review, const GDate *today);

/** Whether @review has an outcome, and got it after the day by which it was to be decided. */
gboolean muster_review_was_decided_late (const MusterReview *review);

/**
 * muster_review_file:
 * @decided: the day on which @decision was made
 * @last: the last day on which a review can be asked for (muster-review-clock.h); unset: the time has not begun, and no request is late
 * @earlier: (nullable): a review of @decision that has its outcome: another one needs a reason, given as its late_reason
 *
 * Fills in @review, whose filed, route, note and late_reason are set, as a request about @decision: whether it is late, whether it is admitted, until when @pack
 * wants it decided. MUSTER_ERROR_RULE where no review of @decision can be asked for, or not on that day.
 */
gboolean muster_review_file (MusterReview *review, const MusterDecision *decision, const GDate *decided, const GDate *last, const MusterReview *earlier, MusterRulePack *pack,
                             const GDate *today, GError **error);

/** Whether @account may decide @review of @decision: it waits, and the account neither proposed nor decided what is reviewed. */
gboolean muster_review_check_decider (const MusterReview *review, const MusterDecision *decision, gint64 account, GError **error);

/**
 * muster_review_decide:
 * @effective: unset: @today
 *
 * Sets the outcome of @review. MUSTER_ERROR_RULE where it cannot be that: conditions only with a modification, a suspension modified only by conditions; what
 * changes something holds from a day on which the decision did, and not later than @today.
 */
gboolean muster_review_decide (MusterReview *review, const MusterDecision *decision, MusterReviewState outcome, const char *reason, const char *conditions,
                               const GDate *effective, const GDate *today, GError **error);

/** What an outcome does to the certification. Returns: %FALSE where it leaves it as it is. */
gboolean muster_review_find_change (MusterReviewState outcome, const char *conditions, MusterCertificationVerb *verb);
