/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-review-clock.h"
#include "store/muster-database.h"

/* How the notices of a decision were served, and the time for asking for a review that begins with it. */

/** Returns: (transfer full) (element-type MusterNoticeService): of the notices of the decision @decision_id, in the order in which they were recorded. */
GArray *muster_review_clock_list_services (MusterDatabase *database, gint64 decision_id, GError **error);

/**
 * muster_review_clock_load:
 * @decision: a revocation or a suspension that was approved
 * @counted: (out) (optional) (nullable) (transfer full): how the last day is counted, as muster_deadline_dup_text() says it
 */
gboolean muster_review_clock_load (MusterDatabase *database, const MusterDecision *decision, MusterReviewClock *clock, char **counted, GError **error);

/** Sets @last to the last day that a notice of @decision created on @today can name. */
gboolean muster_review_clock_load_told (MusterDatabase *database, const MusterDecision *decision, const GDate *today, GDate *last, GError **error);

/** Whether a review of @decision can be asked for at all, so that there is a time for it. */
gboolean muster_review_clock_concerns (const MusterDecision *decision);
