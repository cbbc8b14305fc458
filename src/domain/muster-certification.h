/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-role.h"

/** MusterCertificationState: the states of domain.md "Certification lifecycle". */
typedef enum
{
  MUSTER_STATE_NONE, /* not on the roster in that role; never stored as a goal */
  MUSTER_STATE_APPLICANT,
  MUSTER_STATE_IN_TRAINING,
  MUSTER_STATE_PENDING_REVIEW,
  MUSTER_STATE_CERTIFIED,
  MUSTER_STATE_CERTIFIED_RESTRICTED,
  MUSTER_STATE_SUSPENDED_ADMINISTRATIVE,
  MUSTER_STATE_SUSPENDED_FOR_CAUSE,
  MUSTER_STATE_EXPIRED,
  MUSTER_STATE_DENIED,
  MUSTER_STATE_WITHDRAWN,
  MUSTER_STATE_INACTIVE,
  MUSTER_STATE_REVOKED,
} MusterCertificationState;

#define MUSTER_N_STATES 13

/** MusterAuthority: whose decision a transition is, apart from who recorded it. */
typedef enum
{
  MUSTER_AUTHORITY_MARKETPLACE = 1 << 0,
  MUSTER_AUTHORITY_AGENCY = 1 << 1,
  MUSTER_AUTHORITY_REGULATOR = 1 << 2,
  MUSTER_AUTHORITY_INDIVIDUAL = 1 << 3,
  MUSTER_AUTHORITY_CLOCK = 1 << 4,
} MusterAuthority;

const char *muster_certification_state_to_code (MusterCertificationState state);
gboolean muster_certification_state_from_code (const char *code, MusterCertificationState *state, GError **error);
/** Returns: the translated word people see: New, In training, Pending review, Certified, Restricted, Suspended, … */
const char *muster_certification_state_get_label (MusterCertificationState state);
const char *muster_authority_to_code (MusterAuthority authority);
gboolean muster_authority_from_code (const char *code, MusterAuthority *authority, GError **error);
const char *muster_authority_get_label (MusterAuthority authority);
/** Returns: (transfer full): the translated names of all in @authorities, joined by commas. */
char *muster_authority_dup_list (guint authorities);

/**
 * MusterCertificationVerb:
 *
 * What a person does to a certification. Each is an operation of its own; the lifecycle table says from which states it
 * goes where.
 */
typedef enum
{
  MUSTER_VERB_ENROL,      /* – → applicant; an import or a new role */
  MUSTER_VERB_START_TRAINING,
  MUSTER_VERB_SUBMIT,     /* → pending-review */
  MUSTER_VERB_CERTIFY,
  MUSTER_VERB_DENY,
  MUSTER_VERB_RESTRICT,   /* by a corrective action only */
  MUSTER_VERB_LIFT_RESTRICTION,
  MUSTER_VERB_SUSPEND,    /* → suspended-administrative */
  MUSTER_VERB_SUSPEND_FOR_CAUSE, /* by an approved decision only */
  MUSTER_VERB_REINSTATE,
  MUSTER_VERB_EXPIRE,
  MUSTER_VERB_WITHDRAW,
  MUSTER_VERB_INACTIVATE,
  MUSTER_VERB_RETURN,     /* inactive → the former state */
  MUSTER_VERB_REVOKE,     /* by an approved decision only */
  MUSTER_VERB_REAPPLY,
  MUSTER_VERB_REINSTATE_ON_REVIEW, /* by the review of a decision only → the state before it */
  MUSTER_VERB_REDUCE_ON_REVIEW,    /* the same: revoked → suspended-for-cause */
} MusterCertificationVerb;

#define MUSTER_N_VERBS 18

/** Returns: "certify", "suspend-for-cause", …: where a verb is an operation of its own, the operation's name. */
const char *muster_certification_verb_to_code (MusterCertificationVerb verb);
/** Returns: the translated infinitive: "certify", "lift the restriction", … */
const char *muster_certification_verb_get_label (MusterCertificationVerb verb);
/** Returns: (transfer none): the step as the title of a dialog or a button says it: “Make Inactive”. */
const char *muster_certification_verb_get_title (MusterCertificationVerb verb);

/**
 * MusterTransition: one row of the lifecycle table.
 * @to: MUSTER_STATE_NONE in the rows of MUSTER_VERB_RETURN and MUSTER_VERB_REINSTATE_ON_REVIEW: where it leads is in the person's history
 * @authorities: #MusterAuthority flags that may decide it
 * @by_decision: needs an approved decision with two people and at least one ground, or the review of one
 */
typedef struct
{
  MusterCertificationVerb verb;
  MusterCertificationState from;
  MusterCertificationState to;
  guint authorities;
  gboolean by_decision;
} MusterTransition;

/** Returns: (transfer none): the lifecycle as a table; sets @n_transitions. */
const MusterTransition *muster_certification_get_lifecycle (guint *n_transitions);

/** Returns: (nullable): the row that @verb takes from @from; %NULL with MUSTER_ERROR_RULE saying what is possible instead. */
const MusterTransition *muster_certification_find_transition (MusterCertificationVerb verb, MusterCertificationState from, GError **error);

/** Whether @authority may decide the step of @transition. MUSTER_ERROR_RULE says who may. */
gboolean muster_certification_check_authority (const MusterTransition *transition, MusterAuthority authority, GError **error);

/** Whether a step of @verb says of somebody with an open case that there is one: whoever goes leaves it behind. */
gboolean muster_certification_verb_marks_case (MusterCertificationVerb verb);

/**
 * MusterCertificationEvent: one dated transition of one person in one role. Events are only ever added; a correction
 * supersedes earlier ones (@superseded_by) and keeps what was believed.
 * @effective: the day from which it holds; @recorded: when it was written down, µs since 1970 UTC. Two things.
 */
typedef struct
{
  gint64 id;
  gint64 assister_id;
  MusterAssisterType type;
  MusterCertificationState from;
  MusterCertificationState to;
  GDate effective;
  gint64 recorded;
  MusterAuthority authority;
  gint64 account_id;
  char *reason;
  gint64 decision_id;   /* 0 without */
  gint64 action_id;     /* 0 without */
  gint64 superseded_by; /* 0: stands */
  gint64 called_off;    /* the decision that called off the one that this carries out, before its day; 0: none did */
  gboolean under_investigation; /* withdrawn or inactive with an open case */
} MusterCertificationEvent;

/** As muster_certification_find_transition(), from the state that @last (nullable) left: who left the agency can be revoked only for a state that could have been. */
const MusterTransition *muster_certification_find_step (const MusterCertificationEvent *last, MusterCertificationVerb verb, GError **error);

MusterCertificationEvent *muster_certification_event_new (void);
void muster_certification_event_free (MusterCertificationEvent *event);
MusterCertificationEvent *muster_certification_event_copy (const MusterCertificationEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCertificationEvent, muster_certification_event_free)

/** Whether @event counts: neither superseded nor called off. */
gboolean muster_certification_event_stands (const MusterCertificationEvent *event);

/** Returns: (transfer container) (element-type MusterCertificationEvent): those of @type in @events that stand, in order of effect; borrowed from @events. */
GPtrArray *muster_certification_list_standing (GPtrArray *events, MusterAssisterType type);

/** Whether @verb takes from somebody what they have, or were about to get: it is warned of before. */
gboolean muster_certification_verb_takes_away (MusterCertificationVerb verb);

/**
 * muster_certification_find_bar:
 * @events: (element-type MusterCertificationEvent): a person's, that have begun
 *
 * The decision that stands against the person: revoked, denied or suspended for cause in a role, and not certified in it since, whatever came between. Whoever
 * has left, or has applied again, is barred still: a new record under the same name is no way around it.
 *
 * Returns: the state that it brought about; MUSTER_STATE_NONE: nothing stands against the person.
 */
MusterCertificationState muster_certification_find_bar (GPtrArray *events);

/**
 * Returns: (transfer full) (element-type MusterCertificationEvent): a copy of what in @events has begun by @on. Only an approved decision is dated ahead; until
 * its day the person’s state is what it was, and so is what may be done about it. The decision takes effect whatever happens until then, unless it is called off.
 */
GPtrArray *muster_certification_list_begun (GPtrArray *events, const GDate *on);

/** Whether @event, decided ahead, gives way to a decision that brings @to about from @on, an earlier day. */
gboolean muster_certification_gives_way (const MusterCertificationEvent *event, MusterCertificationState to, const GDate *on);

/**
 * muster_certification_state_on:
 * @events: (element-type MusterCertificationEvent): one person's, in any order
 *
 * Returns: the state of @type on @on: the last effective event that stands; MUSTER_STATE_NONE without one.
 * @since, if given, is set to its effective day.
 */
MusterCertificationState muster_certification_state_on (GPtrArray *events, MusterAssisterType type, const GDate *on, GDate *since);

/**
 * muster_certification_plan:
 * @events: (element-type MusterCertificationEvent): all of the person's so far
 * @authority: whose decision; 0: the first of those that the lifecycle lets decide it; of a return, who decided the state that it leads to, or the agency
 * @on: the effective day
 * @planned: (out) (transfer full) (element-type MusterCertificationEvent): what to add, in order; from, to, effective, type, authority filled
 * @superseded: (out) (transfer full) (element-type gint64): ids of events that the plan corrects
 *
 * What @verb would do to @type. Certifying someone who is an applicant or in training walks the stages in between on the same
 * day, since the marketplace's confirmation implies them; a day earlier than the stages recorded so far corrects those stages
 * (the day of an import only says when we learned of a person). Anything else earlier than the last event is refused, and so is
 * certifying anew on the day of the last certification. Returning leads to the state before the last inactivation,
 * and the review of a decision to no more than the state before that took effect.
 *
 * Returns: %FALSE with MUSTER_ERROR_RULE if the lifecycle does not allow it.
 */
gboolean muster_certification_plan (GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb, MusterAuthority authority,
                                    const GDate *on, GPtrArray **planned, GArray **superseded, GError **error);

/** Whether @event may give way to a correction: not what a decision or a corrective action brought about, and no leaving or coming back. MUSTER_ERROR_RULE. */
gboolean muster_certification_check_correctable (const MusterCertificationEvent *event, GError **error);

/**
 * muster_certification_plan_correction:
 * @on: the day from which the last step of @type really holds; unset: it never happened
 * @planned, @superseded: as of muster_certification_plan()
 *
 * Corrects what was recorded last: the step is said again from its true day, with those stages on the way to it that would begin later; or, where it never
 * happened, the step before what was recorded with it is said again, and stands. What was believed is superseded and kept.
 *
 * Returns: %FALSE with MUSTER_ERROR_RULE where it cannot be corrected so.
 */
gboolean muster_certification_plan_correction (GPtrArray *events, MusterAssisterType type, const GDate *on, GPtrArray **planned, GArray **superseded, GError **error);

/**
 * Whoever returns, gets back what a decision took, is reinstated or certified is restricted as far as corrective actions go that are open now: what was @planned to be
 * certified is restricted if @is_restricted, and not otherwise. Only closing the action lifts it.
 * @planned: (element-type MusterCertificationEvent): by muster_certification_plan(); a certification that goes on stays
 */
void muster_certification_settle_restriction (GPtrArray *planned, gboolean is_restricted);
/** Whether a step from @from to @to makes somebody certified who was not, and so leads to restricted where something restricts. Returns are another matter. */
gboolean muster_certification_is_brought_back (MusterCertificationState from, MusterCertificationState to);
/** Whether somebody who was @former before may return to @to. */
gboolean muster_certification_is_return_to (MusterCertificationState former, MusterCertificationState to);

/** Whether a review of a decision brought @event about, and not the decision itself. */
gboolean muster_certification_is_by_review (const MusterCertificationEvent *event);

/**
 * muster_certification_find_decision:
 * @standing: of one role, by muster_certification_list_standing()
 * @before: (out): what the certification was before the decision took effect
 *
 * The decision that is in force, whether or not the person left and came back since: a review that gave back what was before it leaves that in force that was then.
 */
gboolean muster_certification_find_decision (GPtrArray *standing, gint64 *decision_id, MusterCertificationState *before);
/** Returns: the place in @standing of the step that brought about what the one at @place gave back; @place itself where it is no review’s, or gave nothing back. */
guint muster_certification_find_given_back (GPtrArray *standing, guint place);
/** Returns: the state to which the review’s @verb leads somebody who was @before before the decision: never to more than that. */
MusterCertificationState muster_certification_get_given_back (MusterCertificationVerb verb, MusterCertificationState before);

/** Whether @state is a stage on the way to a certification: applicant, in training, pending review. */
gboolean muster_certification_is_early_stage (MusterCertificationState state);
/** Returns: #MusterAuthority flags of all who may decide @verb, from whatever state. */
guint muster_certification_list_authorities (MusterCertificationVerb verb);
/** Returns: the roles, as flags, in which @events put the person in any state but none, by their last standing event. */
guint muster_certification_list_held (GPtrArray *events);
/** Returns: the roles, as flags, from whose last standing state the lifecycle lets @verb go. */
guint muster_certification_list_possible (GPtrArray *events, MusterCertificationVerb verb);
/** Whether every role held is inactive: then the person is not with the agency any more. %TRUE where none is held. */
gboolean muster_certification_is_all_inactive (GPtrArray *events);

/**
 * Whether @person is such that @verb may be taken in the role @type: only somebody active on the roster enrolls or applies again; a broker is certified with
 * an NPN, a navigator and a certified application counselor with an Assister ID. MUSTER_ERROR_RULE says what is missing.
 */
gboolean muster_certification_check_person (MusterCertificationVerb verb, const MusterAssister *person, MusterAssisterType type, GError **error);

/** The first year that a step of a certification can be of: marketplaces first enrolled from 1 October 2013 (45 CFR 155.410(b)), and certified their assisters before. */
#define MUSTER_CERTIFICATION_FIRST_YEAR 2013

/** Whether a step can hold from @on: not before the first year, nor after @today. MUSTER_ERROR_RULE names the day. */
gboolean muster_certification_check_day (const GDate *on, const GDate *today, GError **error);

/** Whether @reason will do for @verb: denying, suspending and reinstating need one; no social security number in it. */
gboolean muster_certification_check_reason (MusterCertificationVerb verb, const char *reason, GError **error);
