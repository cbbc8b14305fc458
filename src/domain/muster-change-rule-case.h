/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident.h"

/*
 * What verification asks of the cases of due process: that what stands in a corrective action and in a decision came there as it may, and that a
 * certification event does what its decision or its action says, and to whom. All are pure; on %FALSE the error is MUSTER_ERROR_RULE.
 */

/**
 * MusterActionRowChange: a changed or new corrective action.
 * @is_bare: nothing of how it was closed is said: no day, outcome, note or account
 */
typedef struct
{
  gboolean is_new;
  MusterActionState state_before;
  MusterActionState state_after;
  MusterOutcome outcome;
  gboolean is_bare;
} MusterActionRowChange;

/** Whether @operation can have changed a corrective action so: it begins open, and what is closed or voided stays as it is. */
gboolean muster_change_rule_check_action (const char *operation, const MusterActionRowChange *change, GError **error);

/**
 * MusterStepRowChange: a changed or new step.
 * @action_open: its corrective action was open before the entry
 */
typedef struct
{
  gboolean is_new;
  gboolean action_open;
  gboolean done_before;
  gboolean verified_before;
  gboolean done_after;
  gint64 done_account;     /* after */
  gint64 verified_account; /* after; 0: none */
} MusterStepRowChange;

/** Whether a step can have been changed so: only while its corrective action is open; done once, and verified once, by somebody else. */
gboolean muster_change_rule_check_step (const MusterStepRowChange *change, GError **error);

/** Whether a clause, or a corrective action that a decision rests on (@same_person: it is one of the decision’s person), can have come to its case: only in the entry that opens it (@parent_is_new). */
gboolean muster_change_rule_check_ground (gboolean parent_is_new, gboolean same_person, GError **error);

/**
 * MusterDecisionFacts: what a decision says that an entry approves.
 * @types: #MusterAssisterType flags
 */
typedef struct
{
  gint64 id;
  MusterDecisionKind kind;
  gint64 assister_id;
  guint types;
  MusterAuthority authority;
  GDate effective;
  gint64 calls_off; /* 0: nothing */
} MusterDecisionFacts;

/** Whether a case that was opened or proposed can stand on @n_clauses clauses: on one at least. */
gboolean muster_change_rule_check_stands (guint n_clauses, GError **error);
/** Whether @clause can be cited: there is such a one. */
gboolean muster_change_rule_check_clause (const char *clause, GError **error);

/**
 * MusterApprovalFacts: what an approved decision says of its days.
 * @proposed, @review_until: unset where nothing is said
 * @has_reason: why it was decided so
 */
typedef struct
{
  MusterDecisionKind kind;
  GDate proposed;
  GDate effective;
  GDate review_until;
  gboolean emergency;
  gboolean has_reason;
} MusterApprovalFacts;

/**
 * Whether a decision can have been approved so on about @today (the day may be another where the register was): from the day that the proposal says or, where that is
 * earlier or none, from that of the approval; with the right to a review, and alone only with a reason.
 */
gboolean muster_change_rule_check_approval (const MusterApprovalFacts *approval, const GDate *today, GError **error);
/** Whether somebody can ask for the review of what @approval decided once it has begun. In early versions the days were counted from the approval, so that it is no fault. */
gboolean muster_change_rule_has_review_time (const MusterApprovalFacts *approval);

/** Whether a new corrective action that restricts (@restricts) can have restricted in the roles @done, where it is possible in @possible (#MusterAssisterType flags). */
gboolean muster_change_rule_check_restricted (gboolean restricts, guint possible, guint done, GError **error);

/** Whether @event carries out @decision (%NULL: the entry approved no such decision): the person, a role, what is decided, from which day and by whose authority. */
gboolean muster_change_rule_check_carried_out (const MusterCertificationEvent *event, const MusterDecisionFacts *decision, GError **error);

/**
 * muster_change_rule_check_called_off:
 * @target: (nullable): the approved decision that it names; %NULL: there was none before the entry
 * @time: of the entry that approves @decision, µs since 1970 UTC
 *
 * Whether @decision can call off @target: the same person’s, roles and authority, no calling off itself, and for a day that had not begun anywhere.
 */
gboolean muster_change_rule_check_called_off (const MusterDecisionFacts *decision, const MusterDecisionFacts *target, gint64 time, GError **error);

/**
 * MusterActionFacts: a corrective action that an entry opens, closes or voids.
 * @is_new: the entry opens it
 */
typedef struct
{
  gint64 id;
  gboolean is_new;
  gint64 assister_id;
  MusterRestriction restriction;
  MusterActionState state; /* after */
} MusterActionFacts;

/** Whether @event, which restricts or lifts a restriction, is that of @action (%NULL: the entry changed no such action): the person's, with a restriction, opened or ended just then. */
gboolean muster_change_rule_check_restriction (const MusterCertificationEvent *event, const MusterActionFacts *action, GError **error);

/** Whether on the day of @event, one of @events (element-type MusterCertificationEvent; one person's) that leads into a role, another role of the person is revoked. */
gboolean muster_change_rule_is_revoked_in_another (GPtrArray *events, const MusterCertificationEvent *event);

/**
 * MusterIncidentRowChange: a changed or new incident.
 * @is_bare: nothing of how it was closed is said: no day, outcome, note or account
 */
typedef struct
{
  gboolean is_new;
  MusterIncidentState state_before;
  MusterIncidentState state_after;
  MusterIncidentOutcome outcome;
  gboolean is_bare;
} MusterIncidentRowChange;

/** Whether @operation can have changed an incident so: it begins open, and what is closed stays as it is. */
gboolean muster_change_rule_check_incident (const char *operation, const MusterIncidentRowChange *change, GError **error);

/** Whether a person, a clause or a report can have come to an incident, or been changed in it: only while it is (@is_open: before the entry), or in the entry that records it (@made_here), and never with a finding from the start (@is_bare). */
gboolean muster_change_rule_check_incident_part (gboolean is_open, gboolean made_here, gboolean is_bare, GError **error);
