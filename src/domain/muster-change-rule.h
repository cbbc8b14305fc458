/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-decision.h"
#include "domain/muster-role.h"

/*
 * What verification asks of single changes: an entry may be signed by an account whose role allows its operation, and still
 * hold a row that this operation can never bring about. All are pure; on %FALSE the error is MUSTER_ERROR_RULE and says what is wrong.
 */

/** Whether @operation can bring a certification from @from to @to: by its verbs in the lifecycle ("revoked" only by "approve-decision", …). */
gboolean muster_change_rule_check_certification (const char *operation, MusterCertificationState from, MusterCertificationState to, GError **error);

/**
 * Whether @operation can have added @event, signed by @signer: as muster_change_rule_check_certification(), and recorded by the signer,
 * with a decision where the lifecycle asks for one and a corrective action where a restriction comes or goes.
 */
gboolean muster_change_rule_check_event (const char *operation, const MusterCertificationEvent *event, gint64 signer, GError **error);

/** Whether @operation can supersede certification events that stand: certifying at an earlier day does. */
gboolean muster_change_rule_check_supersede (const char *operation, GError **error);

/**
 * Whether those of @events (element-type MusterCertificationEvent; one person's) that stand for @type follow one from the other: each begins where the last
 * one ended, is a step of the lifecycle, and a return leads to the state before the inactivation.
 */
gboolean muster_change_rule_check_chain (GPtrArray *events, MusterAssisterType type, GError **error);

/**
 * MusterAccountRowChange: a changed or new row of the accounts.
 * @is_new: there was no row before; then the values before count for nothing
 * @is_own: the row is that of the account that signed the entry
 */
typedef struct
{
  gboolean is_new;
  gboolean is_own;
  MusterRole role_before;
  MusterRole role_after;
  gboolean disabled_before;
  gboolean disabled_after;
  gboolean name_changed;
  gboolean key_changed;
} MusterAccountRowChange;

/** Whether @operation can have changed an account so. */
gboolean muster_change_rule_check_account (const char *operation, const MusterAccountRowChange *change, GError **error);

/**
 * MusterDecisionRowChange: a changed or new row of the decisions.
 * @is_new: there was no row before
 * @content_changed: anything of the proposal itself differs: person, kind, roles, reason, proposer, number, …
 * @signer: the account that signed the entry
 */
typedef struct
{
  gboolean is_new;
  gboolean content_changed;
  MusterDecisionKind kind;
  MusterDecisionState state_before;
  MusterDecisionState state_after;
  gint64 proposer;
  gint64 decider; /* after; 0: none */
  gboolean emergency;
  gint64 signer;
} MusterDecisionRowChange;

/** Whether @operation can have changed a decision so: proposals are their signer's own, a decision is another person's unless it is marked as an emergency. */
gboolean muster_change_rule_check_decision (const char *operation, const MusterDecisionRowChange *change, GError **error);
