/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-deadline.h"
#include "domain/muster-decision.h"

/*
 * Days that come of a decision once it was approved, and that a review holds off where the rule pack says so ("Tolled=appeal"): the days on which a review of it is
 * pending do not count. Nothing of this lets anybody assist meanwhile: whoever is revoked or suspended must not hold out as certified while the review goes on.
 */

typedef enum
{
  MUSTER_DECISION_DAY_FULL_EFFECT,   /* "effective-after-notice", counted from the notice, which goes out with the approval: after it the decision takes full effect */
  MUSTER_DECISION_DAY_LONGEST, /* "fraud-suspension", counted from the day of effect: longer a suspension does not last */
  MUSTER_DECISION_DAY_WAITING, /* "reapply-revoked", counted from the day of effect: the last day without a new application */
} MusterDecisionDay;

#define MUSTER_N_DECISION_DAYS 3

/** Returns: the key of the rule in a pack. */
const char *muster_decision_day_get_key (MusterDecisionDay day);
/** Returns: translated: what the day is called where it stands. */
const char *muster_decision_day_get_label (MusterDecisionDay day);
/** Whether a rule called @key counts one of these days: only such a rule can be held off by a review. */
gboolean muster_decision_day_is_key (const char *key);

/**
 * muster_decision_list_tollings:
 * @reviews: (element-type MusterReview): of this and other decisions, in any order
 *
 * Returns: (transfer full) (element-type MusterTolling): when reviews of @decision_id were pending, in order and without overlap: from the day on which a request
 * came through that on which it was decided. One that was not admitted held nothing off.
 */
GArray *muster_decision_list_tollings (GPtrArray *reviews, gint64 decision_id);

/** Counts @rule from @from, without the days of @tollings (nullable) (element-type MusterTolling) where it says that they hold it off; the last day is unset while one does. */
void muster_decision_day_count_rule (const MusterRuleDays *rule, const GDate *from, GArray *tollings, MusterDeadline *deadline);

/**
 * muster_decision_day_count:
 * @reviews: (element-type MusterReview): as for muster_decision_list_tollings()
 * @rule: (out) (optional) (transfer none): what it was counted by
 *
 * Counts @day of @decision by @pack.
 *
 * Returns: %FALSE where there is no such day: the decision is of another kind, not approved, was called off or changed on review, takes effect only later, or @pack has no such rule.
 */
gboolean muster_decision_day_count (MusterDecisionDay day, const MusterDecision *decision, GPtrArray *reviews, MusterRulePack *pack, MusterDeadline *deadline, const MusterRuleDays **rule);
