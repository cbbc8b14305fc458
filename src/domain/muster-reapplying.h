/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-decision.h"
#include "domain/muster-rule-pack.h"

/* After a revocation: when somebody may apply again (domain.md "Certification lifecycle": the waiting time). */

/** Whether @decision revoked somebody, who may apply again one day: approved, and not called off. */
gboolean muster_reapplying_concerns (const MusterDecision *decision);
/**
 * muster_reapplying_get_day:
 * @tollings: (nullable) (element-type MusterTolling): when a review of the revocation was pending
 *
 * Sets @from to the day from which somebody whose certification was revoked from @revoked on may apply again: after the days of "reapply-revoked" in @pack; unset
 * while a pending review holds that off.
 */
void muster_reapplying_get_day (MusterRulePack *pack, const GDate *revoked, GArray *tollings, GDate *from);
/** Returns: (transfer full) (nullable): how muster_reapplying_get_day() counted that day, as muster_deadline_dup_text() says it; %NULL where @pack has no such rule. */
char *muster_reapplying_dup_text (MusterRulePack *pack, const GDate *revoked, GArray *tollings);
/**
 * muster_reapplying_check:
 * @reviews: (element-type MusterReview): of the person's decisions
 *
 * Whether @planned, new steps behind @events, wait as long as muster_reapplying_get_day() says where they record that somebody revoked applies again.
 */
gboolean muster_reapplying_check (GPtrArray *events, GPtrArray *planned, GPtrArray *reviews, MusterRulePack *pack, GError **error);
