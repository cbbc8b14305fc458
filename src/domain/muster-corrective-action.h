/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"
#include "domain/muster-follow-up.h"
#include "domain/muster-rule-pack.h"

typedef enum
{
  MUSTER_ACTION_OPEN,
  MUSTER_ACTION_CLOSED,
  MUSTER_ACTION_VOIDED,
} MusterActionState;

typedef enum
{
  MUSTER_OUTCOME_NONE, /* still open */
  MUSTER_OUTCOME_COMPLETED,
  MUSTER_OUTCOME_LATE, /* completed, after it was due */
  MUSTER_OUTCOME_FAILED,
  MUSTER_OUTCOME_WAIVED,
  MUSTER_OUTCOME_SUPERSEDED,
  MUSTER_OUTCOME_VOIDED,
} MusterOutcome;

/** MusterActionStep: one thing to be done, by whom, until when. */
typedef struct
{
  gint64 id;
  gint64 action_id;
  int position; /* 1, 2, … as people number them */
  char *what;
  char *owner;
  GDate due;
  GDate done_on;       /* unset: open */
  char *done_note;
  gint64 done_account; /* who recorded it done */
  gint64 verified_account; /* 0: not verified; never the same as done_account */
  GDate verified_on;
} MusterActionStep;

/** MusterCorrectiveAction: what was found, under which clauses, and what is done about it. */
typedef struct
{
  gint64 id;
  char *number; /* "CA-2026-0007" */
  gint64 assister_id;
  MusterSeverity severity;
  MusterActionState state;
  char *finding;
  char *cause;             /* %NULL until known */
  MusterRestriction restriction;
  char *restriction_text;  /* the limits, for LIMITED */
  GDate opened;
  GDate due;
  gint64 incident_id;      /* it came from; 0: none */
  char *due_reason;        /* why it is due later than by the rules; %NULL where it is not */
  GDate closed;
  MusterOutcome outcome;
  char *closing_note;
  char *clause_version;    /* of the catalogue the clauses are cited from */
  char *rule_pack;         /* that computed the due day */
  gint64 opened_account;
  gint64 closed_account;
  GPtrArray *clause_ids;   /* (element-type utf8) */
  GPtrArray *steps;        /* (element-type MusterActionStep) */
  GPtrArray *follow_ups;   /* (element-type MusterFollowUp): in the order in which they were written down */
} MusterCorrectiveAction;

MusterCorrectiveAction *muster_corrective_action_new (void);
void muster_corrective_action_free (MusterCorrectiveAction *action);
MusterActionStep *muster_action_step_new (void);
void muster_action_step_free (MusterActionStep *step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCorrectiveAction, muster_corrective_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterActionStep, muster_action_step_free)

const char *muster_action_state_to_code (MusterActionState state);
gboolean muster_action_state_from_code (const char *code, MusterActionState *state, GError **error);
const char *muster_action_state_get_label (MusterActionState state);
const char *muster_outcome_to_code (MusterOutcome outcome);
gboolean muster_outcome_from_code (const char *code, MusterOutcome *outcome, GError **error);
const char *muster_outcome_get_label (MusterOutcome outcome);

/** Returns: (transfer full): "CA-2026-0007" for prefix "CA". Decisions use "RV" and "SU". */
char *muster_case_number_format (const char *prefix, int year, int serial);

/** Sets @due to the day an action of @severity opened on @opened is due by the rules. */
void muster_corrective_action_get_usual_due (MusterRulePack *pack, MusterSeverity severity, const GDate *opened, GDate *due);
/** Whether a new action may be opened as it stands: finding given, clauses, restriction not lighter than the severity's least, limits written down, due not before opened, nor later than by the rules without a reason, no social security number in its texts. */
gboolean muster_corrective_action_check (const MusterCorrectiveAction *action, MusterRulePack *pack, GError **error);
/** Whether @action restricts at least as much as its severity asks for by @pack, and says what the limits are where there are some. */
gboolean muster_corrective_action_check_restriction (const MusterCorrectiveAction *action, MusterRulePack *pack, GError **error);
/** Whether the cause may be recorded as @cause: the action is open, something is said, no social security number. */
gboolean muster_corrective_action_check_cause (const MusterCorrectiveAction *action, const char *cause, GError **error);
/** Whether steps may be planned for @action: only once its cause is recorded, since the plan is to cure that (domain.md “Incidents and corrective actions”), and not while the effect of those there are waits for its check. */
gboolean muster_corrective_action_check_plan (const MusterCorrectiveAction *action, GError **error);
/** Returns: (transfer none): the step people number @position; %NULL with MUSTER_ERROR_NOT_FOUND. */
MusterActionStep *muster_corrective_action_find_step (const MusterCorrectiveAction *action, int position, GError **error);
/** Whether @step, as it is before, may be recorded as done on @on (or, if @verify, as verified): once, and not in the future. */
gboolean muster_action_step_check_progress (const MusterActionStep *step, gboolean verify, const GDate *on, const GDate *today, GError **error);
/** Whether a step may be added or changed as it stands. */
gboolean muster_action_step_check (const MusterActionStep *step, const MusterCorrectiveAction *action, GError **error);
/** MusterClosingNeeds: what an action lacks to be closed as completed; flags. */
typedef enum
{
  MUSTER_CLOSING_NEEDS_CAUSE = 1 << 0,        /* from S2 on */
  MUSTER_CLOSING_NEEDS_STEP = 1 << 1,         /* from S2 on: at least one */
  MUSTER_CLOSING_NEEDS_DONE = 1 << 2,         /* a step is open */
  MUSTER_CLOSING_NEEDS_VERIFICATION = 1 << 3, /* a step was verified by nobody, or by who recorded it as done */
  MUSTER_CLOSING_NEEDS_CHECK = 1 << 4,        /* nobody checked the effect, or it failed; only where nothing else is missing */
} MusterClosingNeeds;

/**
 * What @action lacks to be closed as completed (or late): by its severity a cause and a step (coaching, S1, is done with the finding alone), and that every step
 * there is was done, and verified by another account; then, of all severities, that the effect was checked, or the check waived.
 * @step: (out) (optional) (transfer none): the first step that is open or not verified
 */
MusterClosingNeeds muster_corrective_action_list_needs (const MusterCorrectiveAction *action, const MusterActionStep **step);
/** Whether nothing of @needs is missing; the error begins with @head, a sentence, and says what is. */
gboolean muster_corrective_action_check_needs (const MusterCorrectiveAction *action, guint needs, const char *head, GError **error);
/** Whether @role may end an action with @outcome: to waive and to void is for administrators. */
gboolean muster_outcome_check_role (MusterOutcome outcome, MusterRole role, GError **error);
/**
 * Whether @action may be closed with @outcome on @on by @role: always with a note, which is the reason where it was not completed; completed only if
 * muster_corrective_action_list_needs() finds nothing; waived or voided only by an administrator. One that was done after its due day becomes late: @actual.
 */
gboolean muster_corrective_action_check_close (const MusterCorrectiveAction *action, MusterOutcome outcome, const char *note, const GDate *on,
                                               MusterRole role, MusterOutcome *actual, GError **error);
/**
 * Whether @action may end with @outcome as far as its restriction goes: one that failed, or that something else has taken over, proves nothing, so that the person
 * stays restricted by something at least as strong.
 * @others: the strongest restriction of the person's other open actions
 * @is_certified: whether the person holds a role in which work would be possible without it
 */
gboolean muster_corrective_action_check_succession (const MusterCorrectiveAction *action, MusterOutcome outcome, MusterRestriction others, gboolean is_certified, GError **error);
/** Returns: (transfer none): the day that is to be kept next: that of the check, once it is planned, else that on which it is due itself. */
const GDate *muster_corrective_action_get_deadline (const MusterCorrectiveAction *action);
/** Whether it is open and its deadline is before @on. */
gboolean muster_corrective_action_is_overdue (const MusterCorrectiveAction *action, const GDate *on);
