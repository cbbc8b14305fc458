/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-review.h"
#include "store/muster-store.h"

/** Input of #muster_file_review. @filed: unset: today. @accept_late: (nullable): why a late one is admitted all the same; without, it is kept as not admitted. Another one after an outcome needs it, too. */
typedef struct
{
  gint64 decision_id;
  GDate filed;
  MusterReviewRoute route;
  const char *note;
  const char *accept_late;
} MusterReviewRequest;
/** Output (gint64 *): the review’s id. */
extern const MusterOperation muster_file_review;

/** Input of #muster_decide_review. @conditions: (nullable): of a modification that reinstates. @effective: unset: today. @late_reason: (nullable): why it is decided after its last day. */
typedef struct
{
  gint64 review_id;
  MusterReviewState outcome;
  const char *reason;
  const char *conditions;
  GDate effective;
  const char *late_reason;
} MusterReviewAnswer;
/** By an administrator who had no part in the decision; what was believed about the certification stays on the record. */
extern const MusterOperation muster_decide_review;

/**
 * muster_review_preview_new:
 *
 * What @outcome would give back: no more than what was there before the decision took effect.
 *
 * Returns: (transfer full): translated: a line for each role, and one for each requirement that is recorded as lacking and stays so; none where nothing changes.
 */
char **muster_review_preview_new (MusterDatabase *database, gint64 review_id, MusterReviewState outcome, const char *conditions, const GDate *today, GError **error);
