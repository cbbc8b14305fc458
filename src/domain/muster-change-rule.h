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
 * with a decision where, and only where, the lifecycle asks for one, and a corrective action where a restriction comes or goes, by an authority that may.
 */
gboolean muster_change_rule_check_event (const char *operation, const MusterCertificationEvent *event, gint64 signer, GError **error);

/** Whether by @event, that @operation added, somebody leaves or withdraws; and whether it then says as it should that a case was open. */
gboolean muster_change_rule_is_leaving (const char *operation, const MusterCertificationEvent *event);
gboolean muster_change_rule_check_leaving (const char *operation, const MusterCertificationEvent *event, gboolean has_open_case, GError **error);

/* What the entry of a reinstatement says of what was open when an administrative suspension was lifted; what was recorded by earlier versions says nothing of it. */
#define MUSTER_DETAIL_OPEN_ITEMS "open-items"
#define MUSTER_DETAIL_NO_OPEN_ITEMS "none"
#define MUSTER_DETAIL_DESPITE_OPEN_ITEMS "despite-open-items"
/** Whether an administrative suspension can have been lifted so: @open_items (nullable), @despite (nullable): what the entry says. */
gboolean muster_change_rule_check_lifting (const char *open_items, const char *despite, GError **error);

/**
 * Whether @operation can have superseded @event by @successor (%NULL: no event that the same entry added): certifying from an earlier day corrects the
 * stages on the way to it, a correction what may be corrected, and nothing else in a history ever gives way, a decision and a corrective action least of all.
 */
gboolean muster_change_rule_check_supersede (const char *operation, const MusterCertificationEvent *event, const MusterCertificationEvent *successor, GError **error);

/**
 * Whether @operation can have added @event: what a correction adds has to say again, by the same authority, one of @superseded (element-type
 * MusterCertificationEvent; what its entry superseded, with their successors).
 */
gboolean muster_change_rule_check_said_again (const char *operation, const MusterCertificationEvent *event, GPtrArray *superseded, GError **error);

/**
 * Whether those of @events (element-type MusterCertificationEvent; one person's) that stand for @type follow one from the other: each begins where the last
 * one ended, is a step of the lifecycle, and a return leads to the state before the inactivation.
 */
gboolean muster_change_rule_check_chain (GPtrArray *events, MusterAssisterType type, GError **error);

/**
 * MusterTakenBackChange: what a change says of a row's being taken back with an import.
 * @before, @after: the undoing that took it back; 0: it counts
 * @undoing: the record of an undoing that the entry made before; 0: none
 * @takes_back: whether that makes the import not count; else it counts again
 * @is_of_import: the row was made by the import that it concerns
 */
typedef struct
{
  gint64 before;
  gint64 after;
  gint64 undoing;
  gboolean takes_back;
  gboolean is_of_import;
} MusterTakenBackChange;

/** Whether @operation can have taken a row back so, or brought it back: only an undoing does, and only with the rows of its import. */
gboolean muster_change_rule_check_taken_back (const char *operation, const MusterTakenBackChange *change, GError **error);

/**
 * MusterImportRowChange: a changed or new record of an import.
 * @made_here: the same entry made it
 * @undoes: the record that it undoes; 0: none
 * @undoes_known: there was such a record before
 * @account, @signer: who imported, and who signed the entry
 */
typedef struct
{
  gboolean is_new;
  gboolean made_here;
  gint64 undoes;
  gboolean undoes_known;
  gint64 account;
  gint64 signer;
} MusterImportRowChange;

/** Whether @operation can have changed the record of an import so: one is written down with the entry that made it, and never again. */
gboolean muster_change_rule_check_import (const char *operation, const MusterImportRowChange *change, GError **error);

/** Whether @operation can have added a person, an affiliation or a claim about one: all but the undoing of an import can. */
gboolean muster_change_rule_check_added (const char *operation, GError **error);

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
  gboolean person_changed; /* whom of the roster it is said to be; in a new row: said at all */
} MusterAccountRowChange;

/** Whether @operation can have changed an account so. */
gboolean muster_change_rule_check_account (const char *operation, const MusterAccountRowChange *change, GError **error);

/**
 * MusterDecisionRowChange: a changed or new row of the decisions.
 * @is_new: there was no row before
 * @content_changed: anything of the proposal itself differs: person, kind, roles, reason, proposer, number, …; of a new one: an answer stands in it already
 * @signer: the account that signed the entry; @time: when, µs since 1970 UTC
 * @others: the administrators apart from the signer, as they were then
 * @calls_off: it names a decision that it calls off
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
  gint64 time;
  MusterOtherAdministrators others;
  gboolean calls_off;
} MusterDecisionRowChange;

/** Whether @operation can have changed a decision so: proposals are their signer's own, a decision is another person's unless it was an emergency (muster_decision_check_alone()) and is marked so. */
gboolean muster_change_rule_check_decision (const char *operation, const MusterDecisionRowChange *change, GError **error);
