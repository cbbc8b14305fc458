/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-corrective-action.h"

typedef enum
{
  MUSTER_DECISION_REVOCATION,
  MUSTER_DECISION_SUSPENSION,  /* for cause */
  MUSTER_DECISION_CALLING_OFF, /* of one of the others, before its day (muster-decision-ahead.h) */
} MusterDecisionKind;

typedef enum
{
  MUSTER_DECISION_PROPOSED,
  MUSTER_DECISION_APPROVED,
  MUSTER_DECISION_REFUSED,
  MUSTER_DECISION_TAKEN_BACK, /* by the proposer, before it was decided */
} MusterDecisionState;

/** MusterDecision: a proposal with its grounds, and what another person decided. */
typedef struct
{
  gint64 id;
  char *number; /* "RV-2026-0001", "SU-2026-0001", "CO-2026-0001" */
  MusterDecisionKind kind;
  MusterDecisionState state;
  gint64 assister_id;
  guint types;          /* #MusterAssisterType flags that it takes */
  MusterAuthority authority;
  char *reason;
  GDate proposed_effective; /* unset: from the day of approval */
  GDate effective;      /* set by approval */
  GDate review_until;   /* set by approval: through this day a review may be asked for */
  gint64 proposer;
  gint64 proposed_at;   /* µs since 1970 UTC */
  gint64 decider;       /* 0 until decided */
  gint64 decided_at;
  char *decision_reason;
  gboolean emergency;   /* single-handed, for ever marked */
  char *clause_version;
  char *rule_pack;
  GPtrArray *clause_ids; /* (element-type utf8) */
  GArray *action_ids;    /* (element-type gint64): corrective actions it rests on */
  gint64 calls_off;      /* the decision that it calls off; 0 for the other kinds */
  gint64 called_off_by;  /* the approved decision that calls this one off; 0: none. Not a part of the record: found as it is loaded */
} MusterDecision;

MusterDecision *muster_decision_new (void);
void muster_decision_free (MusterDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterDecision, muster_decision_free)

const char *muster_decision_kind_to_code (MusterDecisionKind kind);
gboolean muster_decision_kind_from_code (const char *code, MusterDecisionKind *kind, GError **error);
const char *muster_decision_kind_get_label (MusterDecisionKind kind);
const char *muster_decision_state_to_code (MusterDecisionState state);
gboolean muster_decision_state_from_code (const char *code, MusterDecisionState *state, GError **error);
const char *muster_decision_state_get_label (MusterDecisionState state);
/** Returns: translated: the state of @decision, or that it was called off. */
const char *muster_decision_get_label (const MusterDecision *decision);

/** Returns: the letters that the number of a decision of @kind begins with. */
const char *muster_decision_kind_get_prefix (MusterDecisionKind kind);
/** Returns: the name of the operation that proposes a decision of @kind. */
const char *muster_decision_kind_get_operation (MusterDecisionKind kind);
/** Returns: the verb of the lifecycle that an approved revocation or suspension, by @kind, carries out. */
MusterCertificationVerb muster_decision_kind_get_verb (MusterDecisionKind kind);

/** Whether @decision may be proposed: at least one clause, a reason, roles that are each in a state the kind can be taken from (@events), effective day not before @today, nor more than MUSTER_DECISION_DAYS_AHEAD after. What was decided for a later day than this is not in the way. */
gboolean muster_decision_check_proposal (const MusterDecision *decision, GPtrArray *events, const GDate *today, GError **error);

/** How many days ahead a decision may take effect: notice is a matter of days (domain.md “Deadlines”); what is further off is a slip of the pen, or no decision yet. */
#define MUSTER_DECISION_DAYS_AHEAD 365

/** How many days a register must have had a single administrator before that one may decide alone. */
#define MUSTER_DECISION_ALONE_DAYS 30

/**
 * MusterOtherAdministrators: who else than one account can decide.
 * @n: administrators who can sign in
 * @last_left: when the last of those who cannot any more were disabled or given another role, µs since 1970 UTC; 0: nobody was
 */
typedef struct
{
  guint n;
  gint64 last_left;
} MusterOtherAdministrators;

/**
 * muster_decision_check_pending:
 * @others: (element-type MusterDecision): of the same person
 *
 * Whether @decision may be proposed beside @others: the same is not asked about a role twice while one is undecided: two answers might contradict each other.
 */
gboolean muster_decision_check_pending (const MusterDecision *decision, GPtrArray *others, GError **error);

/**
 * Whether an administrator may decide at @time, µs since 1970 UTC, what they proposed themselves: only where nobody else can, and nobody else could for
 * MUSTER_DECISION_ALONE_DAYS. Only an administrator takes another's role away, so whoever is the only one made themselves so; a second person's eyes must not
 * be sent away for the occasion.
 */
gboolean muster_decision_check_alone (const MusterOtherAdministrators *others, gint64 time, GError **error);

/**
 * Whether account @decider may approve or refuse @decision at @time: proposed still, and not the proposer. With @emergency_reason the proposer may, but
 * only by muster_decision_check_alone() (trust.md "Roles are enforced three times"). @others: apart from @decider.
 */
gboolean muster_decision_check_decider (const MusterDecision *decision, gint64 decider, const MusterOtherAdministrators *others, gint64 time, const char *emergency_reason, GError **error);

/** Whether @reason will do for the answer to @decision: a refusal needs one; no social security number in it. */
gboolean muster_decision_check_answer_reason (const char *reason, gboolean refusal, GError **error);
/** Whether @account may take @decision back: proposed still, and its own. */
gboolean muster_decision_check_take_back (const MusterDecision *decision, gint64 account, GError **error);
/** Whether @decision may rest on @action: the same person's, and not voided. */
gboolean muster_decision_check_action (const MusterDecision *decision, const MusterCorrectiveAction *action, GError **error);

/** Sets @effective to the day from which an approval on @today holds: @proposed where that is later, but never before @today; calling off holds from the approval. */
void muster_decision_find_effective (MusterDecisionKind kind, const GDate *proposed, const GDate *today, GDate *effective);
/** Sets effective and review_until for an approval on @today by @pack: the proposed day, but never before @today; review by the rule "review-request", counted from @today, the day of the notice, or from the day of effect where that is later: nobody has to ask for the review of what has not happened yet. Calling off holds from the approval, and takes nothing that could be asked to be reviewed. */
gboolean muster_decision_set_days (MusterDecision *decision, MusterRulePack *pack, const GDate *today, GError **error);
