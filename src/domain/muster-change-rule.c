/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define UNDO "undo-import"
#define CORRECT "correct-certification"
#define VERB(name) (1u << MUSTER_VERB_##name)

/* Certifying walks the stages in between, so that its operation holds their verbs too. */
static const struct
{
  const char *operation;
  guint verbs;
} operation_verbs[] = {
  { "import-roster", VERB (ENROL) | VERB (INACTIVATE) },
  { "add-assister", VERB (ENROL) },
  { "edit-assister", VERB (ENROL) | VERB (INACTIVATE) | VERB (RETURN) },
  { "enrol", VERB (ENROL) },
  { "start-training", VERB (START_TRAINING) },
  { "submit", VERB (SUBMIT) },
  { "withdraw", VERB (WITHDRAW) },
  { "inactivate", VERB (INACTIVATE) },
  { "return", VERB (RETURN) },
  { "reapply", VERB (REAPPLY) },
  { "certify", VERB (CERTIFY) | VERB (ENROL) | VERB (REAPPLY) | VERB (START_TRAINING) | VERB (SUBMIT) },
  { "deny", VERB (DENY) },
  { "suspend", VERB (SUSPEND) },
  { "reinstate", VERB (REINSTATE) },
  { "expire", VERB (EXPIRE) },
  { CORRECT, VERB (ENROL) | VERB (START_TRAINING) | VERB (SUBMIT) | VERB (CERTIFY) | VERB (DENY) | VERB (SUSPEND) | VERB (REINSTATE) | VERB (EXPIRE) | VERB (WITHDRAW) | VERB (REAPPLY) },
  { "open-action", VERB (RESTRICT) },
  { "close-action", VERB (LIFT_RESTRICTION) },
  { "void-action", VERB (LIFT_RESTRICTION) },
  { "approve-decision", VERB (REVOKE) | VERB (SUSPEND_FOR_CAUSE) },
  { "decide-review", VERB (REINSTATE_ON_REVIEW) | VERB (REDUCE_ON_REVIEW) },
};

/* What an operation may do to a row of the accounts. */
typedef enum
{
  MAKE = 1 << 0,         /* add a row */
  MAKE_RECOVERY = 1 << 1, /* add the recovery account's row */
  ROLE = 1 << 2,
  STATE = 1 << 3,
  KEY = 1 << 4,
  PERSON = 1 << 5, /* whom of the roster it is */
} AccountChange;

static const struct
{
  const char *operation;
  guint changes;
} operation_accounts[] = {
  { "create-register", MAKE | MAKE_RECOVERY },
  { "add-account", MAKE },
  { "change-account", ROLE | STATE },
  { "tie-account", PERSON },
  { "reset-administrator", KEY },
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static guint
get_verbs (const char *operation)
{
  for (guint i = 0; i < G_N_ELEMENTS (operation_verbs); i++)
    if (g_strcmp0 (operation_verbs[i].operation, operation) == 0)
      return operation_verbs[i].verbs;
  return 0;
}

static guint
get_account_changes (const char *operation)
{
  for (guint i = 0; i < G_N_ELEMENTS (operation_accounts); i++)
    if (g_strcmp0 (operation_accounts[i].operation, operation) == 0)
      return operation_accounts[i].changes;
  return 0;
}

static gboolean
leads_to (const MusterTransition *transition, MusterCertificationState to)
{
  if (transition->verb == MUSTER_VERB_RETURN)
    return to != MUSTER_STATE_NONE && to != MUSTER_STATE_INACTIVE;
  if (transition->verb == MUSTER_VERB_REINSTATE_ON_REVIEW)
    return to != MUSTER_STATE_NONE && to != MUSTER_STATE_REVOKED && to != transition->from;
  /* While a corrective action restricts, it leads no further. */
  if (to == MUSTER_STATE_CERTIFIED_RESTRICTED && muster_certification_is_brought_back (transition->from, transition->to))
    return TRUE;
  return transition->to == to;
}

/* The row of the lifecycle for one of @verbs (all: ~0u) from @from to @to; %NULL if there is none. */
static const MusterTransition *
find_row (guint verbs, MusterCertificationState from, MusterCertificationState to)
{
  guint n;
  const MusterTransition *lifecycle = muster_certification_get_lifecycle (&n);

  for (guint i = 0; i < n; i++)
    if ((verbs & (1u << lifecycle[i].verb)) != 0 && lifecycle[i].from == from && leads_to (&lifecycle[i], to))
      return &lifecycle[i];
  return NULL;
}

static gboolean
refuse_step (const char *operation, MusterCertificationState from, MusterCertificationState to, GError **error)
{
  /* Translators: operation, state, state */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot bring a certification from “%s” to “%s”."), operation != NULL ? operation : "",
               muster_certification_state_get_label (from), muster_certification_state_get_label (to));
  return FALSE;
}

gboolean
muster_change_rule_check_certification (const char *operation, MusterCertificationState from, MusterCertificationState to, GError **error)
{
  if (find_row (get_verbs (operation), from, to) == NULL)
    return refuse_step (operation, from, to, error);
  return TRUE;
}

/* Whoever certifies says by that that the stages on the way to it were gone. A correction says again what was checked before. */
static gboolean
check_authority (const char *operation, const MusterTransition *transition, const MusterCertificationEvent *event, GError **error)
{
  gboolean is_implied = g_strcmp0 (operation, "certify") == 0 && muster_certification_is_early_stage (event->to);

  if (g_strcmp0 (operation, CORRECT) == 0)
    return TRUE;
  if (is_implied)
    transition = find_row (VERB (CERTIFY), MUSTER_STATE_PENDING_REVIEW, MUSTER_STATE_CERTIFIED);
  return muster_certification_check_authority (transition, event->authority, error);
}

gboolean
muster_change_rule_check_leaving (const char *operation, const MusterCertificationEvent *event, gboolean has_open_case, GError **error)
{
  if (!muster_change_rule_is_leaving (operation, event) || event->under_investigation == has_open_case)
    return TRUE;
  return refuse (error, has_open_case ? _("Somebody left with an open case, and nothing says so.") : _("It says of somebody who left that a case was open, and there was none."));
}

gboolean
muster_change_rule_is_leaving (const char *operation, const MusterCertificationEvent *event)
{
  const MusterTransition *transition = find_row (get_verbs (operation), event->from, event->to);

  return transition != NULL && g_strcmp0 (operation, CORRECT) != 0 && muster_certification_verb_marks_case (transition->verb);
}

gboolean
muster_change_rule_check_event (const char *operation, const MusterCertificationEvent *event, gint64 signer, GError **error)
{
  const MusterTransition *transition = find_row (get_verbs (operation), event->from, event->to);
  gboolean by_action;

  if (transition == NULL)
    return refuse_step (operation, event->from, event->to, error);
  by_action = transition->verb == MUSTER_VERB_RESTRICT || transition->verb == MUSTER_VERB_LIFT_RESTRICTION;
  if (event->account_id != signer)
    return refuse (error, _("A certification was changed in the name of another account than the one that signed."));
  if (transition->by_decision && event->decision_id == 0)
    return refuse (error, _("A certification was taken away without a decision."));
  if (by_action && event->action_id == 0)
    return refuse (error, _("A certification was restricted, or its restriction lifted, without a corrective action."));
  if ((!transition->by_decision && event->decision_id != 0) || (!by_action && event->action_id != 0))
    return refuse (error, _("A certification was changed for a decision or a corrective action that cannot bring that about."));
  if (event->superseded_by != 0)
    return refuse (error, _("A certification was changed by an event that was superseded from the beginning."));
  return check_authority (operation, transition, event, error);
}

gboolean
muster_change_rule_check_lifting (const char *open_items, const char *despite, GError **error)
{
  gboolean is_open = open_items != NULL && strcmp (open_items, MUSTER_DETAIL_NO_OPEN_ITEMS) != 0;

  if (is_open == !muster_text_is_blank (despite))
    return TRUE;
  return refuse (error, is_open ? _("A suspension was lifted while something was open, and nothing says why.") : _("It says why a suspension was lifted although something was open, and not what."));
}

static gboolean
says_the_same (const MusterCertificationEvent *event, const MusterCertificationEvent *successor)
{
  return successor->assister_id == event->assister_id && successor->type == event->type && successor->from == event->from && successor->to == event->to &&
         successor->authority == event->authority;
}

/* Said again on another day, or taken back for what was before it. */
static gboolean
check_corrected (const MusterCertificationEvent *event, const MusterCertificationEvent *successor, GError **error)
{
  if (event->superseded_by != 0)
    return refuse (error, _("What stood in a certification’s history no more was superseded once more."));
  if (!muster_certification_check_correctable (event, error))
    return FALSE;
  if (successor == NULL || successor->assister_id != event->assister_id || successor->type != event->type)
    return refuse (error, _("A certification’s history was superseded by an event that does not correct it."));
  if (!says_the_same (event, successor) && g_date_compare (&successor->effective, &event->effective) > 0)
    return refuse (error, _("A certification’s history was superseded by an event that does not correct it."));
  return TRUE;
}

gboolean
muster_change_rule_check_said_again (const char *operation, const MusterCertificationEvent *event, GPtrArray *superseded, GError **error)
{
  if (g_strcmp0 (operation, CORRECT) != 0)
    return TRUE;
  for (guint i = 0; i < superseded->len; i++)
    {
      const MusterCertificationEvent *corrected = superseded->pdata[i];

      if (corrected->superseded_by == event->id && says_the_same (corrected, event))
        return TRUE;
    }
  return refuse (error, _("A correction added a step to a certification’s history that had not been there."));
}

static gboolean
check_decided_sooner (const MusterCertificationEvent *event, const MusterCertificationEvent *successor, GError **error)
{
  if (successor != NULL && successor->assister_id == event->assister_id && successor->type == event->type && successor->decision_id != 0 &&
      g_date_valid (&event->effective) && g_date_valid (&successor->effective) && muster_certification_gives_way (event, successor->to, &successor->effective))
    return TRUE;
  return refuse (error, _("What a decision or a corrective action did to a certification was superseded."));
}

gboolean
muster_change_rule_check_supersede (const char *operation, const MusterCertificationEvent *event, const MusterCertificationEvent *successor, GError **error)
{
  if (g_strcmp0 (operation, CORRECT) == 0)
    return check_corrected (event, successor, error);
  if (g_strcmp0 (operation, "approve-decision") == 0)
    return check_decided_sooner (event, successor, error);
  if (g_strcmp0 (operation, "certify") != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” cannot supersede what stands in a certification’s history."), operation != NULL ? operation : "");
      return FALSE;
    }
  if (event->superseded_by != 0)
    return refuse (error, _("What stood in a certification’s history no more was superseded once more."));
  if (event->decision_id != 0 || event->action_id != 0)
    return refuse (error, _("What a decision or a corrective action did to a certification was superseded."));
  if (event->from == MUSTER_STATE_INACTIVE || !muster_certification_is_early_stage (event->to))
    return refuse (error, _("What was superseded in a certification’s history is not a stage on the way to it."));
  if (successor == NULL || successor->assister_id != event->assister_id || successor->type != event->type)
    return refuse (error, _("A certification’s history was superseded by an event that does not correct it."));
  if (!g_date_valid (&event->effective) || !g_date_valid (&successor->effective) || g_date_compare (&successor->effective, &event->effective) >= 0)
    return refuse (error, _("A stage on the way to a certification was superseded by one that is not earlier."));
  return TRUE;
}

/* Decided ahead, and then something was recorded that took effect before: the decision takes it from wherever that led. */
static gboolean
was_decided_ahead (const MusterCertificationEvent *event, const MusterCertificationEvent *before)
{
  if (event->decision_id == 0 || before == NULL)
    return FALSE;
  return before->recorded != event->recorded ? before->recorded > event->recorded : before->id > event->id;
}

gboolean
muster_change_rule_check_chain (GPtrArray *events, MusterAssisterType type, GError **error)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  MusterCertificationState state = MUSTER_STATE_NONE, former = MUSTER_STATE_NONE;

  for (guint i = 0; i < standing->len; i++)
    {
      const MusterCertificationEvent *event = standing->pdata[i];
      guint verbs = muster_certification_is_by_review (event) ? ~0u : ~VERB (REINSTATE_ON_REVIEW);
      const MusterTransition *transition = find_row (verbs, event->from, event->to);

      if (event->from != state && !was_decided_ahead (event, i > 0 ? standing->pdata[i - 1] : NULL))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A certification goes on from “%s”, but it was “%s”."), muster_certification_state_get_label (event->from),
                       muster_certification_state_get_label (state));
          return FALSE;
        }
      if (transition == NULL)
        return refuse_step (_("Nothing"), event->from, event->to, error);
      if (event->from == MUSTER_STATE_INACTIVE && !muster_certification_is_return_to (former, event->to) && find_row (VERB (REVOKE), former, event->to) == NULL)
        return refuse_step ("return", former, event->to, error);
      former = ((const MusterCertificationEvent *) standing->pdata[muster_certification_find_given_back (standing, i)])->from;
      state = event->to;
    }
  return TRUE;
}

static gboolean
check_new_account (guint allowed, const MusterAccountRowChange *change, GError **error)
{
  if ((allowed & MAKE) == 0)
    return refuse (error, _("An account was added by an operation that adds none."));
  if (change->person_changed)
    return refuse (error, _("An account was added as somebody’s of the roster, which another entry says."));
  if (change->role_after == MUSTER_ROLE_RECOVERY && (allowed & MAKE_RECOVERY) == 0)
    return refuse (error, _("A second recovery account was added."));
  if (change->role_after != MUSTER_ROLE_RECOVERY && change->role_after != MUSTER_ROLE_ADMINISTRATOR && (allowed & MAKE_RECOVERY) != 0)
    return refuse (error, _("The first account of a register is an administrator’s."));
  return TRUE;
}

gboolean
muster_change_rule_check_account (const char *operation, const MusterAccountRowChange *change, GError **error)
{
  guint allowed = get_account_changes (operation);
  gboolean role_changed = change->role_before != change->role_after;
  gboolean state_changed = change->disabled_before != change->disabled_after;

  if (change->is_new)
    return check_new_account (allowed, change, error);
  if (change->name_changed)
    return refuse (error, _("The name of an account was changed."));
  if (role_changed && ((allowed & ROLE) == 0 || change->role_before == MUSTER_ROLE_RECOVERY || change->role_after == MUSTER_ROLE_RECOVERY))
    return refuse (error, _("The role of an account was changed by an operation that cannot."));
  if (state_changed && ((allowed & STATE) == 0 || change->role_before == MUSTER_ROLE_RECOVERY))
    return refuse (error, _("An account was disabled or enabled by an operation that cannot."));
  if ((role_changed || state_changed) && change->is_own)
    return refuse (error, _("Somebody changed the role or state of their own account."));
  if (change->person_changed && ((allowed & PERSON) == 0 || change->role_before == MUSTER_ROLE_RECOVERY))
    return refuse (error, _("Whom of the roster an account is was said by an operation that cannot."));
  if (change->person_changed && change->is_own)
    return refuse (error, _("Somebody said of their own account whom of the roster it is."));
  if (change->key_changed && ((allowed & KEY) == 0 || change->role_before != MUSTER_ROLE_ADMINISTRATOR))
    return refuse (error, _("The key of an account was replaced by an operation that cannot."));
  return TRUE;
}

gboolean
muster_change_rule_check_taken_back (const char *operation, const MusterTakenBackChange *change, GError **error)
{
  if (change->before == change->after)
    return TRUE;
  if (g_strcmp0 (operation, UNDO) != 0)
    return refuse (error, _("A row was taken back, or brought back, by an operation that cannot."));
  if (change->undoing == 0 || !change->is_of_import)
    return refuse (error, _("A row was taken back, or brought back, that the import did not make."));
  if (change->takes_back ? change->before != 0 || change->after != change->undoing : change->after != 0)
    return refuse (error, _("A row was taken back where it was to be brought back, or the other way round."));
  return TRUE;
}

gboolean
muster_change_rule_check_import (const char *operation, const MusterImportRowChange *change, GError **error)
{
  gboolean is_undoing = g_strcmp0 (operation, UNDO) == 0;

  if (!change->is_new)
    return change->made_here ? TRUE : refuse (error, _("The record of an import was rewritten."));
  if (is_undoing ? change->undoes == 0 || !change->undoes_known : change->undoes != 0)
    return refuse (error, _("The record of an import does not fit what was done."));
  if (change->account != change->signer)
    return refuse (error, _("An import was recorded in the name of another account than the one that signed."));
  return TRUE;
}

gboolean
muster_change_rule_check_added (const char *operation, GError **error)
{
  return g_strcmp0 (operation, UNDO) != 0 ? TRUE : refuse (error, _("The undoing of an import added something."));
}

static gboolean
check_new_decision (const char *operation, const MusterDecisionRowChange *change, GError **error)
{
  gboolean is_calling_off = change->kind == MUSTER_DECISION_CALLING_OFF;

  if (g_strcmp0 (operation, muster_decision_kind_get_operation (change->kind)) != 0 || change->state_after != MUSTER_DECISION_PROPOSED || change->content_changed ||
      change->decider != 0 || change->emergency || change->calls_off != is_calling_off)
    return refuse (error, _("A decision did not begin as a proposal."));
  if (change->proposer != change->signer)
    return refuse (error, _("A decision was proposed in the name of another account than the one that signed."));
  return TRUE;
}

static gboolean
check_answer (const MusterDecisionRowChange *change, GError **error)
{
  if (change->decider != change->signer)
    return refuse (error, _("A proposal was decided in the name of another account than the one that signed."));
  if (change->decider != change->proposer)
    return !change->emergency || refuse (error, _("A decision of two people was marked as an emergency."));
  if (!change->emergency)
    return refuse (error, _("A proposal was decided by who proposed it."));
  return muster_decision_check_alone (&change->others, change->time, error);
}

gboolean
muster_change_rule_check_decision (const char *operation, const MusterDecisionRowChange *change, GError **error)
{
  if (change->is_new)
    return check_new_decision (operation, change, error);
  if (change->state_before != MUSTER_DECISION_PROPOSED)
    return refuse (error, _("A decision was changed after it had been decided."));
  if (change->content_changed)
    return refuse (error, _("A proposal was changed after it had been made."));

  if (g_strcmp0 (operation, "approve-decision") == 0 && change->state_after == MUSTER_DECISION_APPROVED)
    return check_answer (change, error);
  if (g_strcmp0 (operation, "refuse-decision") == 0 && change->state_after == MUSTER_DECISION_REFUSED)
    return check_answer (change, error);
  if (g_strcmp0 (operation, "take-back-proposal") == 0 && change->state_after == MUSTER_DECISION_TAKEN_BACK)
    return change->proposer == change->signer ? TRUE : refuse (error, _("A proposal was taken back by someone other than the person who made it."));
  return refuse (error, _("A decision changed its state by an operation that cannot bring that about."));
}
