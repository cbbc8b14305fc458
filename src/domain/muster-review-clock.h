/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-letter.h"

/*
 * The time in which a review of a decision can be asked for. It begins with the receipt of the notice and not with the approval, and no sooner than the decision
 * takes effect: nobody has to ask for the review of what has not happened yet. What was not served, or came back, lets no time run.
 */

typedef enum
{
  MUSTER_REVIEW_CLOCK_NOT_SERVED,
  MUSTER_REVIEW_CLOCK_RETURNED,
  MUSTER_REVIEW_CLOCK_RUNS,        /* the notice was received, or is taken to have been; its last day may be over */
  MUSTER_REVIEW_CLOCK_BY_APPROVAL, /* somebody else decided and sent the notice themselves: counted from the approval */
} MusterReviewClockState;

/** MusterReviewClock: @received: of the notice; @presumed: by the rule of the mail; @from: what it is counted from; @last: unset while the time has not begun. */
typedef struct
{
  MusterReviewClockState state;
  GDate received;
  gboolean presumed;
  GDate from;
  GDate last;
} MusterReviewClock;

/** MusterNoticeService: what was recorded of how a notice of the decision was served. @received: unset where it came back. */
typedef struct
{
  gint64 letter_id;
  MusterServiceMethod method;
  MusterServiceResult result;
  GDate received;
} MusterNoticeService;

/** Returns: "not-served", "returned", "runs" or "by-approval": promised in JSON. */
const char *muster_review_clock_state_to_code (MusterReviewClockState state);

/**
 * muster_review_clock_find:
 * @decision: approved
 * @services: (array length=n): of its notices, in the order in which they were recorded: of each letter the last counts, of several letters the one received first
 * @rule: (nullable): "review-request" of the pack of the approval; %NULL: it is not here any more, and the day found at the approval holds
 */
void muster_review_clock_find (const MusterDecision *decision, const MusterNoticeService *services, guint n, const MusterRuleDays *rule, MusterReviewClock *clock);

/** Whether a request that came on @filed is late by @clock: never while the time has not begun. */
gboolean muster_review_clock_is_late (const MusterReviewClock *clock, const GDate *filed);

/** Sets @last to the last day that a notice sent on @today can name: that of @clock where its time has begun, else counted as if it was received at once: it can end later, not earlier. */
void muster_review_clock_get_told (const MusterReviewClock *clock, const MusterDecision *decision, const MusterRuleDays *rule, const GDate *today, GDate *last);

/** Returns: (transfer full) (nullable): translated: what set the time going, or why it has not begun; %NULL for what others gave notice of. */
char *muster_review_clock_dup_text (const MusterReviewClock *clock);
