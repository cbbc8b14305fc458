/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decision.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define N_KINDS 3
#define N_DECISION_STATES 4
#define REVIEW_RULE "review-request"

static const char *const kind_codes[N_KINDS] = { "revocation", "suspension", "calling-off" };
static const char *const kind_labels[N_KINDS] = { N_("Revocation"), N_("Suspension for cause"), N_("Calling off") };
static const char *const kind_prefixes[N_KINDS] = { "RV", "SU", "CO" };
static const char *const kind_operations[N_KINDS] = { "propose-revocation", "propose-suspension", "propose-calling-off" };

static const char *const state_codes[N_DECISION_STATES] = { "proposed", "approved", "refused", "taken-back" };
static const char *const state_labels[N_DECISION_STATES] = { N_("Proposed"), N_("Approved"), N_("Refused"), N_("Taken back") };

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_authority (const MusterDecision *decision, const MusterTransition *transition, GError **error)
{
  g_autofree char *possible = NULL;

  if ((transition->authorities & decision->authority) != 0)
    return TRUE;
  possible = muster_authority_dup_list (transition->authorities);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say whose decision it is. It can be: %s."), possible);
  return FALSE;
}

static gboolean
check_type (const MusterDecision *decision, GPtrArray *events, MusterAssisterType type, GError **error)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  const MusterCertificationEvent *last = standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
  g_autoptr (GError) problem = NULL;
  const MusterTransition *transition;

  transition = muster_certification_find_step (last, muster_decision_kind_get_verb (decision->kind), &problem);
  if (transition != NULL)
    return check_authority (decision, transition, error);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, "%s: %s", muster_assister_type_get_label (type), problem->message);
  return FALSE;
}

MusterDecision *
muster_decision_new (void)
{
  MusterDecision *decision = g_new0 (MusterDecision, 1);

  g_date_clear (&decision->proposed_effective, 1);
  g_date_clear (&decision->effective, 1);
  g_date_clear (&decision->review_until, 1);
  decision->authority = MUSTER_AUTHORITY_AGENCY;
  decision->clause_ids = g_ptr_array_new_with_free_func (g_free);
  decision->action_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  return decision;
}

void
muster_decision_free (MusterDecision *decision)
{
  if (decision == NULL)
    return;
  g_free (decision->number);
  g_free (decision->reason);
  g_free (decision->decision_reason);
  g_free (decision->clause_version);
  g_free (decision->rule_pack);
  g_clear_pointer (&decision->clause_ids, g_ptr_array_unref);
  g_clear_pointer (&decision->action_ids, g_array_unref);
  g_free (decision);
}

const char *
muster_decision_kind_to_code (MusterDecisionKind kind)
{
  g_return_val_if_fail ((guint) kind < N_KINDS, "");
  return kind_codes[kind];
}

gboolean
muster_decision_kind_from_code (const char *code, MusterDecisionKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (kind_codes, N_KINDS, code, _("This is not a kind of decision"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_decision_kind_get_label (MusterDecisionKind kind)
{
  g_return_val_if_fail ((guint) kind < N_KINDS, "");
  return _(kind_labels[kind]);
}

const char *
muster_decision_kind_get_prefix (MusterDecisionKind kind)
{
  g_return_val_if_fail ((guint) kind < N_KINDS, "");
  return kind_prefixes[kind];
}

const char *
muster_decision_kind_get_operation (MusterDecisionKind kind)
{
  g_return_val_if_fail ((guint) kind < N_KINDS, "");
  return kind_operations[kind];
}

MusterCertificationVerb
muster_decision_kind_get_verb (MusterDecisionKind kind)
{
  return kind == MUSTER_DECISION_REVOCATION ? MUSTER_VERB_REVOKE : MUSTER_VERB_SUSPEND_FOR_CAUSE;
}

const char *
muster_decision_state_to_code (MusterDecisionState state)
{
  g_return_val_if_fail ((guint) state < N_DECISION_STATES, "");
  return state_codes[state];
}

gboolean
muster_decision_state_from_code (const char *code, MusterDecisionState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, N_DECISION_STATES, code, _("This is not a state of a decision"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_decision_state_get_label (MusterDecisionState state)
{
  g_return_val_if_fail ((guint) state < N_DECISION_STATES, "");
  return _(state_labels[state]);
}

const char *
muster_decision_get_label (const MusterDecision *decision)
{
  return decision->called_off_by != 0 ? _("Called off") : muster_decision_state_get_label (decision->state);
}

static gboolean
check_not_too_far (const GDate *effective, const GDate *today, GError **error)
{
  GDate last = *today;
  g_autofree char *day = NULL, *last_day = NULL;

  g_date_add_days (&last, MUSTER_DECISION_DAYS_AHEAD);
  if (!g_date_valid (effective) || g_date_compare (effective, &last) <= 0)
    return TRUE;
  day = muster_date_dup_text (effective);
  last_day = muster_date_dup_text (&last);
  /* Translators: two days */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too far ahead: a decision takes effect until %s at the latest. Look at the year."), day, last_day);
  return FALSE;
}

gboolean
muster_decision_check_proposal (const MusterDecision *decision, GPtrArray *events, const GDate *today, GError **error)
{
  g_autoptr (GPtrArray) begun = NULL;

  if (decision->clause_ids == NULL || decision->clause_ids->len == 0)
    return refuse (error, _("Cite at least one clause: neither revocation nor suspension for cause is possible without a ground."));
  if (muster_text_is_blank (decision->reason))
    return refuse (error, _("Give the reason: the person has to be told the facts."));
  if (muster_identifier_contains_ssn (decision->reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  if (g_date_valid (&decision->proposed_effective) && g_date_compare (&decision->proposed_effective, today) < 0)
    return refuse (error, _("The decision cannot take effect before today."));
  if (!check_not_too_far (&decision->proposed_effective, today, error))
    return FALSE;
  if ((decision->types & MUSTER_ASSISTER_ALL_TYPES) == 0)
    return refuse (error, _("The person holds no role that this can be taken from."));

  begun = muster_certification_list_begun (events, g_date_valid (&decision->proposed_effective) ? &decision->proposed_effective : today);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((decision->types & (1u << i)) != 0 && !check_type (decision, begun, 1u << i, error))
      return FALSE;
  return TRUE;
}

gboolean
muster_decision_check_pending (const MusterDecision *decision, GPtrArray *others, GError **error)
{
  for (guint i = 0; i < others->len; i++)
    {
      const MusterDecision *other = others->pdata[i];

      if (other->state != MUSTER_DECISION_PROPOSED || other->kind != decision->kind || other->calls_off != decision->calls_off || (other->types & decision->types) == 0)
        continue;
      /* Without its number: it may be closed to who asks. */
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The same is proposed of this person already, and not decided yet. Have that decided, or taken back."));
      return FALSE;
    }
  return TRUE;
}

gboolean
muster_decision_check_alone (const MusterOtherAdministrators *others, gint64 time, GError **error)
{
  if (others->n > 0)
    return refuse (error, _("Who proposed it cannot decide it, even in an emergency: another administrator is there who can."));
  /* A clock that was set back makes nobody wait less. */
  if (others->last_left == 0 || time - others->last_left >= MUSTER_DECISION_ALONE_DAYS * G_TIME_SPAN_DAY)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("Who proposed it cannot decide it, even in an emergency: within the last %d days there was another administrator who could. Make somebody else an "
                  "administrator who decides it; until then a corrective action can stop the person’s work at once."),
               MUSTER_DECISION_ALONE_DAYS);
  return FALSE;
}

gboolean
muster_decision_check_decider (const MusterDecision *decision, gint64 decider, const MusterOtherAdministrators *others, gint64 time, const char *emergency_reason, GError **error)
{
  if (decision->state != MUSTER_DECISION_PROPOSED)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is not waiting for a decision: it is “%s”."), decision->number != NULL ? decision->number : "",
                   muster_decision_state_get_label (decision->state));
      return FALSE;
    }
  if (decider != decision->proposer)
    return TRUE;
  if (muster_text_is_blank (emergency_reason))
    return refuse (error, _("Who proposed it cannot decide it. Another administrator has to."));
  if (muster_identifier_contains_ssn (emergency_reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return muster_decision_check_alone (others, time, error);
}

gboolean
muster_decision_check_answer_reason (const char *reason, gboolean refusal, GError **error)
{
  if (refusal && muster_text_is_blank (reason))
    return refuse (error, _("Give the reason: whoever proposed it has to know why it was refused."));
  if (muster_identifier_contains_ssn (reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

gboolean
muster_decision_check_take_back (const MusterDecision *decision, gint64 account, GError **error)
{
  if (decision->state != MUSTER_DECISION_PROPOSED)
    return refuse (error, _("It has been decided already and cannot be taken back."));
  if (decision->proposer != account)
    return refuse (error, _("Only who proposed it can take it back. Refuse it instead."));
  return TRUE;
}

gboolean
muster_decision_check_action (const MusterDecision *decision, const MusterCorrectiveAction *action, GError **error)
{
  if (action->assister_id == decision->assister_id && action->state != MUSTER_ACTION_VOIDED)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The decision cannot rest on %s: it is another person’s, or it was voided."), action->number);
  return FALSE;
}

void
muster_decision_find_effective (MusterDecisionKind kind, const GDate *proposed, const GDate *today, GDate *effective)
{
  *effective = *today;
  if (kind != MUSTER_DECISION_CALLING_OFF && g_date_valid (proposed) && g_date_compare (proposed, today) > 0)
    *effective = *proposed;
}

gboolean
muster_decision_set_days (MusterDecision *decision, MusterRulePack *pack, const GDate *today, GError **error)
{
  const MusterRuleDays *review = muster_rule_pack_get_days (pack, REVIEW_RULE, error);

  if (review == NULL)
    return FALSE;
  g_free (decision->rule_pack);
  decision->rule_pack = g_strdup (muster_rule_pack_get_name (pack));
  muster_decision_find_effective (decision->kind, &decision->proposed_effective, today, &decision->effective);
  if (decision->kind == MUSTER_DECISION_CALLING_OFF)
    return TRUE;
  /* Counted from the notice, which goes out with the approval; but not before there is something to review. */
  muster_deadline_get_last (review, &decision->effective, &decision->review_until);
  return TRUE;
}
