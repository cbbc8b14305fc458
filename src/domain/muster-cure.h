/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-deadline.h"
#include "domain/muster-decision.h"

/*
 * When what is proposed may take effect: after the time to cure that the rule pack gives ("notice-of-intent"), counted from the day of the proposal, of which the
 * person is told; or at once, with the reason for it: a license that is not held, fraud that was found. A suspension for cause is at once by its nature.
 */

/** Under which the entry of a proposal keeps why it takes effect at once. */
#define MUSTER_DETAIL_IMMEDIATE "immediate"

/**
 * muster_cure_count:
 * @proposed: the day of the proposal
 * @rule: (out) (optional) (transfer none): what it was counted by
 *
 * Sets @deadline to the time to cure of a proposal of @kind; its last day is the last before the effect.
 *
 * Returns: %FALSE where there is none: @kind has none, or @pack gives none.
 */
gboolean muster_cure_count (MusterDecisionKind kind, MusterRulePack *pack, const GDate *proposed, MusterDeadline *deadline, const MusterRuleDays **rule);

/** Whether a decision that takes effect on @effective, unset: when it is approved, leaves less than the time to cure that ends with @last. */
gboolean muster_cure_is_cut_short (const GDate *last, const GDate *effective);

/**
 * muster_cure_check:
 * @is_cut_short: muster_cure_is_cut_short(); %FALSE where there is no time to cure
 * @immediate: (nullable): the reason
 *
 * MUSTER_ERROR_RULE where a reason is given for nothing, or holds what looks like a social security number.
 */
gboolean muster_cure_check (gboolean is_cut_short, const char *immediate, GError **error);
