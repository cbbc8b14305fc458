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
/** Whether @decision revoked because the license of a broker was not kept, and for nothing else: that says nothing about a role that needs no license. */
gboolean muster_reapplying_is_of_licence (const MusterDecision *decision);
/**
 * muster_reapplying_check_elsewhere:
 * @events: (element-type MusterCertificationEvent): a person's, that have begun
 * @licences: (element-type gint64): the decisions among theirs that muster_reapplying_is_of_licence() tells of
 *
 * Whether the person may begin in the role @type on @on. Somebody whose certification is revoked in another role waits there as long as muster_reapplying_get_day()
 * says; until then a role beside it would be a way around the decision. MUSTER_ERROR_RULE names the role and both days.
 */
gboolean muster_reapplying_check_elsewhere (GPtrArray *events, MusterAssisterType type, const GDate *on, GArray *licences, MusterRulePack *pack, GError **error);
/** Whether @verb begins something in the role @type, behind @events, so that muster_reapplying_check_elsewhere() is asked before; a renewal does not. */
gboolean muster_reapplying_begins (GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb);
/**
 * muster_reapplying_check:
 * @reviews: (element-type MusterReview): of the person's decisions
 *
 * Whether @planned, new steps behind @events, wait as long as muster_reapplying_get_day() says where they record that somebody revoked applies again.
 */
gboolean muster_reapplying_check (GPtrArray *events, GPtrArray *planned, GPtrArray *reviews, MusterRulePack *pack, GError **error);
