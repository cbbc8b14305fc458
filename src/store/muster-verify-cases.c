/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "domain/muster-change-rule-row.h"
#include "domain/muster-change-rule.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define INCIDENTS (MUSTER_TABLE_ATTACHMENT | MUSTER_TABLE_INCIDENT | MUSTER_TABLE_INCIDENT_PERSON | MUSTER_TABLE_INCIDENT_CLAUSE | MUSTER_TABLE_INCIDENT_REPORT)

static gboolean
fail (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static gboolean
read_decision (const MusterRowView *view, gint64 id, MusterDecisionFacts *facts, MusterDecisionState *state)
{
  g_autofree char *kind = muster_row_view_dup_text (view, "kind"), *authority = muster_row_view_dup_text (view, "authority");
  g_autofree char *effective = muster_row_view_dup_text (view, "effective"), *code = muster_row_view_dup_text (view, "state");

  *facts = (MusterDecisionFacts) { .id = id, .assister_id = muster_row_view_get_int (view, "assister_id"), .types = muster_row_view_get_int (view, "types") };
  facts->calls_off = muster_row_view_get_int (view, "calls_off");
  g_date_clear (&facts->effective, 1);
  return kind != NULL && muster_decision_kind_from_code (kind, &facts->kind, NULL) &&
         authority != NULL && muster_authority_from_code (authority, &facts->authority, NULL) &&
         code != NULL && muster_decision_state_from_code (code, state, NULL) &&
         (effective == NULL || muster_date_parse_iso (effective, &facts->effective, NULL));
}

/* What was approved by somebody who may be no second person stands, and is told; so is what somebody decided alone. */
static void
remark_on_ties (MusterVerifier *self, const MusterRowChange *change, const MusterDecisionRowChange *row)
{
  g_autofree char *number = muster_row_view_dup_text (&change->after, "number");
  g_autofree char *ties = muster_verify_accounts_dup_ties (self, row->decider, row->proposer, muster_row_view_get_int (&change->after, "proposed_at"));

  if (ties != NULL)
    muster_verifier_remark (self, g_strdup_printf ("%s: %s", number, ties));
  /* Translators: number of a decision */
  if (row->emergency)
    muster_verifier_remark (self, g_strdup_printf (_("%s: decided in an emergency, single-handed, by who proposed it."), number));
}

static gboolean
check_approval (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowChange *change, const MusterDecisionFacts *facts, GError **error)
{
  g_autofree char *reason = muster_row_view_dup_text (&change->after, "decision_reason"), *number = muster_row_view_dup_text (&change->after, "number");
  MusterApprovalFacts approval = { .kind = facts->kind, .effective = facts->effective, .has_reason = !muster_text_is_blank (reason) };

  approval.emergency = muster_row_view_get_int (&change->after, "emergency") != 0;
  if (!muster_verify_read_day (&change->after, "proposed_effective", &approval.proposed) || !muster_verify_read_day (&change->after, "review_until", &approval.review_until))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A decision has a kind, a state, an authority or a day that there is not."));
  if (!muster_change_rule_check_approval (&approval, &check->today, error))
    return FALSE;
  /* Translators: number of a decision */
  if (!muster_change_rule_has_review_time (&approval))
    muster_verifier_remark (self, g_strdup_printf (_("%s: the days for asking for a review ended before it took effect."), number));
  return TRUE;
}

static gboolean
check_decision (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  /* A proposal has a state and names a rule pack; the pack of the day on which it is approved counts its days. */
  static const char *const answer[] = { "state", "rule_pack", "effective", "review_until", "decider", "decided_at", "decision_reason", "emergency", NULL };
  MusterDecisionRowChange row = { .is_new = change->is_new, .signer = check->signer, .time = check->time };
  g_autofree char *before = muster_row_view_dup_text (&change->before, "state");
  MusterDecisionFacts facts;

  if (!read_decision (&change->after, change->id, &facts, &row.state_after) || (before != NULL && !muster_decision_state_from_code (before, &row.state_before, NULL)))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A decision has a kind, a state, an authority or a day that there is not."));
  row.content_changed = change->is_new ? !muster_row_change_is_bare (change, answer + 2) : muster_row_change_differs_beside (change, answer);
  row.kind = facts.kind;
  row.calls_off = facts.calls_off != 0;
  row.proposer = muster_row_view_get_int (&change->after, "proposer");
  row.decider = muster_row_view_get_int (&change->after, "decider");
  row.emergency = muster_row_view_get_int (&change->after, "emergency") != 0;
  muster_verify_accounts_find_others (self, check->signer, &row.others);
  if (change->is_new && !muster_verify_citation (self, check, &change->after, error))
    return FALSE;
  if (change->is_new)
    g_array_append_val (check->proposed, facts);
  else if (row.state_after == MUSTER_DECISION_APPROVED)
    g_array_append_val (check->approved, facts);
  if (!muster_change_rule_check_decision (check->operation, &row, error))
    return FALSE;
  if (row.state_after == MUSTER_DECISION_APPROVED)
    remark_on_ties (self, change, &row);
  return row.state_after != MUSTER_DECISION_APPROVED || check_approval (self, check, change, &facts, error);
}

static gboolean
read_action (const MusterRowView *view, gint64 id, MusterActionFacts *facts, MusterOutcome *outcome)
{
  g_autofree char *restriction = muster_row_view_dup_text (view, "restriction"), *state = muster_row_view_dup_text (view, "state");
  g_autofree char *code = muster_row_view_dup_text (view, "outcome");

  *facts = (MusterActionFacts) { .id = id, .assister_id = muster_row_view_get_int (view, "assister_id") };
  return restriction != NULL && muster_restriction_from_code (restriction, &facts->restriction, NULL) &&
         state != NULL && muster_action_state_from_code (state, &facts->state, NULL) &&
         code != NULL && muster_outcome_from_code (code, outcome, NULL);
}

static gboolean
check_action (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  static const char *const end[] = { "closed", "outcome", "closing_note", "closed_account", NULL };
  MusterActionRowChange row = { .is_new = change->is_new, .is_bare = muster_row_change_is_bare (change, end) };
  g_autofree char *before = muster_row_view_dup_text (&change->before, "state");
  MusterActionFacts facts;

  if (!read_action (&change->after, change->id, &facts, &row.outcome) || (before != NULL && !muster_action_state_from_code (before, &row.state_before, NULL)))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A corrective action has a state, an outcome or a restriction that there is not."));
  facts.is_new = change->is_new;
  row.state_after = facts.state;
  g_array_append_val (check->actions, facts);
  if (!change->is_new && !muster_verify_due (check, change, error))
    return FALSE;
  if (!muster_change_rule_check_action (check->operation, &row, error))
    return FALSE;
  if (change->is_new)
    return muster_verify_opening (self, check, change, error) && muster_verify_citation (self, check, &change->after, error);
  return facts.state == MUSTER_ACTION_OPEN || muster_verify_closing (self, check, change, error);
}

/* A corrective action as it was before the entry; id 0 where there was none. */
static gboolean
find_action_before (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, MusterActionFacts *facts, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterOutcome outcome;
  MusterRowView view;
  gboolean found;

  *facts = (MusterActionFacts) { 0 };
  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_ACTION, id, &statement, &view, &found, error))
    return FALSE;
  return !found || read_action (&view, id, facts, &outcome) ||
         fail (error, MUSTER_ERROR_DAMAGED, _("A corrective action has a state, an outcome or a restriction that there is not."));
}

/* Whether what @decision calls off was an approved decision before the entry, that it can call off. */
static gboolean
check_called_off (MusterVerifier *self, const MusterEntryCheck *check, const MusterDecisionFacts *decision, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterDecisionState state = MUSTER_DECISION_PROPOSED;
  MusterDecisionFacts target;
  MusterRowView view;
  gboolean found;

  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_DECISION, decision->calls_off, &statement, &view, &found, error))
    return FALSE;
  found = found && read_decision (&view, decision->calls_off, &target, &state) && state == MUSTER_DECISION_APPROVED;
  return muster_change_rule_check_called_off (decision, found ? &target : NULL, check->time, error);
}

static gboolean
check_step (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  MusterStepRowChange row = { .is_new = change->is_new };
  MusterActionFacts action;

  if (!find_action_before (self, check, muster_row_view_get_int (&change->after, "action_id"), &action, error))
    return FALSE;
  row.action_open = action.id != 0 && action.state == MUSTER_ACTION_OPEN;
  row.done_before = muster_row_view_get (&change->before, "done_on")->type != MUSTER_CELL_NULL;
  row.verified_before = muster_row_view_get_int (&change->before, "verified_account") != 0;
  row.done_after = muster_row_view_get (&change->after, "done_on")->type != MUSTER_CELL_NULL;
  row.done_account = muster_row_view_get_int (&change->after, "done_account");
  row.verified_account = muster_row_view_get_int (&change->after, "verified_account");
  if (!muster_change_rule_check_step (&row, error))
    return FALSE;
  if (!row.verified_before && row.verified_account != 0)
    muster_verify_remark_on_tie (self, check, MUSTER_TIE_TO_DOER, row.verified_account, row.done_account);
  return TRUE;
}

void
muster_verify_remark_on_tie (MusterVerifier *self, const MusterEntryCheck *check, MusterTieTo to, gint64 second, gint64 first)
{
  g_autofree char *tie = muster_verify_accounts_dup_tie_to (self, to, second, first, check->time);

  if (tie != NULL)
    muster_verifier_remark (self, g_strdup_printf (_("Entry %" PRId64 ": %s"), check->sequence, tie));
}

static gboolean
gather_ground (MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  g_autofree char *clause = table != MUSTER_TABLE_DECISION_ACTION ? muster_row_view_dup_text (&change->after, "clause") : NULL;
  MusterGround ground = { .table = table };

  ground.case_id = muster_row_view_get_int (&change->after, table == MUSTER_TABLE_ACTION_CLAUSE ? "action_id" : "decision_id");
  if (table == MUSTER_TABLE_DECISION_ACTION)
    ground.action_id = muster_row_view_get_int (&change->after, "action_id");
  g_array_append_val (check->grounds, ground);
  return table == MUSTER_TABLE_DECISION_ACTION || muster_change_rule_check_clause (clause, error);
}

static guint
count_clauses (const MusterEntryCheck *check, MusterTable table, gint64 case_id)
{
  guint n = 0;

  for (guint i = 0; i < check->grounds->len; i++)
    {
      const MusterGround *ground = &g_array_index (check->grounds, MusterGround, i);

      n += ground->table == table && ground->case_id == case_id;
    }
  return n;
}

/* What begins rests on something; what calls off another decision rests on what that one did. */
static gboolean
check_begun (MusterVerifier *self, const MusterEntryCheck *check, GError **error)
{
  for (guint i = 0; i < check->proposed->len; i++)
    {
      const MusterDecisionFacts *decision = &g_array_index (check->proposed, MusterDecisionFacts, i);

      if (decision->kind != MUSTER_DECISION_CALLING_OFF && !muster_change_rule_check_stands (count_clauses (check, MUSTER_TABLE_DECISION_CLAUSE, decision->id), error))
        return FALSE;
    }
  for (guint i = 0; i < check->actions->len; i++)
    {
      const MusterActionFacts *action = &g_array_index (check->actions, MusterActionFacts, i);

      if (action->is_new && !muster_change_rule_check_stands (count_clauses (check, MUSTER_TABLE_ACTION_CLAUSE, action->id), error))
        return FALSE;
      if (!muster_verify_restricted (self, check, action, error))
        return FALSE;
    }
  return TRUE;
}

static const MusterDecisionFacts *
find_decision (GArray *decisions, gint64 id)
{
  for (guint i = 0; i < decisions->len; i++)
    if (g_array_index (decisions, MusterDecisionFacts, i).id == id)
      return &g_array_index (decisions, MusterDecisionFacts, i);
  return NULL;
}

static const MusterActionFacts *
find_action (const MusterEntryCheck *check, gint64 id)
{
  for (guint i = 0; i < check->actions->len; i++)
    if (g_array_index (check->actions, MusterActionFacts, i).id == id)
      return &g_array_index (check->actions, MusterActionFacts, i);
  return NULL;
}

static const MusterCertificationEvent *
find_event (const MusterEntryCheck *check, gint64 id)
{
  for (guint i = 0; i < check->events->len; i++)
    if (((const MusterCertificationEvent *) check->events->pdata[i])->id == id)
      return check->events->pdata[i];
  return NULL;
}

static gboolean
check_ground (MusterVerifier *self, const MusterEntryCheck *check, const MusterGround *ground, GError **error)
{
  const MusterDecisionFacts *decision = find_decision (check->proposed, ground->case_id);
  const MusterActionFacts *opened = find_action (check, ground->case_id);
  MusterActionFacts action;

  if (ground->table == MUSTER_TABLE_ACTION_CLAUSE)
    return muster_change_rule_check_ground (opened != NULL && opened->is_new, TRUE, error);
  if (ground->table == MUSTER_TABLE_DECISION_CLAUSE || decision == NULL)
    return muster_change_rule_check_ground (decision != NULL, TRUE, error);
  return find_action_before (self, check, ground->action_id, &action, error) &&
         muster_change_rule_check_ground (TRUE, action.id != 0 && action.assister_id == decision->assister_id, error);
}

static gboolean
check_events (MusterVerifier *self, const MusterEntryCheck *check, GError **error)
{
  gboolean is_review = g_strcmp0 (check->operation, "decide-review") == 0;

  for (guint i = 0; i < check->events->len; i++)
    {
      const MusterCertificationEvent *event = check->events->pdata[i];

      if (event->decision_id != 0 && is_review && !muster_verify_reviewed_event (self, check, event, error))
        return FALSE;
      if (event->decision_id != 0 && !is_review && !muster_change_rule_check_carried_out (event, find_decision (check->approved, event->decision_id), error))
        return FALSE;
      if (event->action_id != 0 && !muster_change_rule_check_restriction (event, find_action (check, event->action_id), error))
        return FALSE;
    }
  return TRUE;
}

/* An approval that takes nothing from anybody would look as if it had. */
static gboolean
check_approved (MusterVerifier *self, const MusterEntryCheck *check, GError **error)
{
  for (guint i = 0; i < check->approved->len; i++)
    {
      const MusterDecisionFacts *decision = &g_array_index (check->approved, MusterDecisionFacts, i);
      gboolean carried_out = decision->kind == MUSTER_DECISION_CALLING_OFF;

      if (carried_out && !check_called_off (self, check, decision, error))
        return FALSE;
      for (guint j = 0; j < check->events->len; j++)
        carried_out |= ((const MusterCertificationEvent *) check->events->pdata[j])->decision_id == decision->id;
      if (!carried_out)
        return fail (error, MUSTER_ERROR_RULE, _("A decision was approved and not carried out."));
    }
  return TRUE;
}

void
muster_entry_check_init (MusterEntryCheck *check, gint64 sequence, const MusterJournalHead *head)
{
  *check = (MusterEntryCheck) { .sequence = sequence, .operation = head->operation, .role = head->role, .detail = head->detail, .signer = head->account_id, .time = head->time };
  check->added = muster_change_rule_list_added (head->operation);
  muster_date_set_time (&check->today, head->time);
  check->evidence = muster_verify_evidence_list_new ();
  check->corrected = muster_verify_evidence_list_new ();
  check->stays = g_array_new (FALSE, FALSE, sizeof (gint64));
  check->proposed = g_array_new (FALSE, FALSE, sizeof (MusterDecisionFacts));
  check->approved = g_array_new (FALSE, FALSE, sizeof (MusterDecisionFacts));
  check->actions = g_array_new (FALSE, FALSE, sizeof (MusterActionFacts));
  check->grounds = g_array_new (FALSE, FALSE, sizeof (MusterGround));
  check->extensions = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_follow_up_free);
  check->due_days = muster_verify_due_days_new ();
  check->reviewed = muster_verify_reviewed_new ();
  check->events = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  check->superseded = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
}

void
muster_entry_check_clear (MusterEntryCheck *check)
{
  g_clear_pointer (&check->evidence, g_ptr_array_unref);
  g_clear_pointer (&check->corrected, g_ptr_array_unref);
  g_clear_pointer (&check->stays, g_array_unref);
  g_clear_pointer (&check->proposed, g_array_unref);
  g_clear_pointer (&check->approved, g_array_unref);
  g_clear_pointer (&check->actions, g_array_unref);
  g_clear_pointer (&check->grounds, g_array_unref);
  g_clear_pointer (&check->extensions, g_ptr_array_unref);
  g_clear_pointer (&check->due_days, g_array_unref);
  g_clear_pointer (&check->reviewed, g_ptr_array_unref);
  g_clear_pointer (&check->events, g_ptr_array_unref);
  g_clear_pointer (&check->superseded, g_ptr_array_unref);
}

gboolean
muster_verify_case_change (MusterVerifier *self, MusterEntryCheck *check, MusterTable table, const MusterRowChange *change, GError **error)
{
  if (table == MUSTER_TABLE_DECISION)
    return check_decision (self, check, change, error);
  if (table == MUSTER_TABLE_REVIEW)
    return muster_verify_review (self, check, change, error);
  if (table == MUSTER_TABLE_ACTION)
    return check_action (self, check, change, error);
  if (table == MUSTER_TABLE_ACTION_STEP)
    return check_step (self, check, change, error);
  if (table == MUSTER_TABLE_FOLLOW_UP)
    return muster_verify_follow_up (self, check, change, error);
  if (table == MUSTER_TABLE_EXIT_ITEM)
    return muster_verify_exit_item (self, check, change, error);
  if (table == MUSTER_TABLE_ACTION_CLAUSE || table == MUSTER_TABLE_DECISION_CLAUSE || table == MUSTER_TABLE_DECISION_ACTION)
    return gather_ground (check, table, change, error);
  if ((table & INCIDENTS) != 0)
    return muster_verify_incident_change (self, check, table, change, error);
  return TRUE;
}

gboolean
muster_verify_entry_whole (MusterVerifier *self, const MusterEntryCheck *check, GError **error)
{
  if (g_strcmp0 (check->operation, "incident-finding") == 0 && !muster_verify_citation (self, check, NULL, error))
    return FALSE;
  for (guint i = 0; i < check->grounds->len; i++)
    if (!check_ground (self, check, &g_array_index (check->grounds, MusterGround, i), error))
      return FALSE;
  for (guint i = 0; i < check->events->len; i++)
    if (!muster_change_rule_check_said_again (check->operation, check->events->pdata[i], check->superseded, error))
      return FALSE;
  for (guint i = 0; i < check->superseded->len; i++)
    {
      MusterCertificationEvent *event = check->superseded->pdata[i];
      gint64 successor = event->superseded_by;

      event->superseded_by = 0;
      if (!muster_change_rule_check_supersede (check->operation, event, find_event (check, successor), error))
        return FALSE;
    }
  return check_events (self, check, error) && check_begun (self, check, error) && check_approved (self, check, error) && muster_verify_extensions (check, error) && muster_verify_corrected (check, error) &&
         muster_verify_stays (self, check, error);
}
