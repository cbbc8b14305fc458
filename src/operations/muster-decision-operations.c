/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-decision-operations.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "operations/muster-call-off.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-citation-steps.h"
#include "operations/muster-cure-steps.h"
#include "operations/muster-ground-steps.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-account-table.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"

static void
describe (MusterWork *work, const MusterDecision *decision, const char *reason)
{
  g_autofree char *person = muster_assister_dup_code (decision->assister_id);
  g_autofree char *types = muster_certification_steps_dup_types (decision->types);

  muster_work_set_subject (work, decision->number);
  muster_work_set_reason (work, reason);
  muster_work_add_detail (work, "person", person);
  muster_work_add_detail (work, "types", types);
}

/* In the version of the notice that the person had acknowledged. */
static gboolean
cite (MusterWork *work, MusterDecision *decision, const MusterProposal *proposal, const char *const *clauses, GError **error)
{
  const MusterCiting citing = {
    .assister_id = proposal->assister_id,
    .clauses = clauses,
    .action_ids = proposal->action_ids,
    .n_action_ids = proposal->n_action_ids,
    .despite = proposal->unacknowledged,
  };
  g_autofree char *notice = NULL;

  if (!muster_citation_steps_find (muster_work_get_database (work), &citing, muster_work_get_today (work), &notice, error))
    return FALSE;
  decision->clause_version = muster_citation_steps_dup_version (notice);
  muster_citation_steps_describe (work, notice, proposal->unacknowledged);
  return TRUE;
}

/* The clauses bind in the roles the person holds, and the corrective actions are the person's own. */
static gboolean
set_grounds (MusterWork *work, MusterDecision *decision, const MusterProposal *proposal, GPtrArray *events, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  MusterClauseCatalogue *catalogue = muster_data_get_clauses ();
  g_auto (GStrv) clauses = NULL;

  if (!muster_clause_catalogue_check (catalogue, proposal->clauses, muster_certification_list_held (events), &clauses, error))
    return FALSE;
  for (guint i = 0; clauses[i] != NULL; i++)
    g_ptr_array_add (decision->clause_ids, g_strdup (clauses[i]));
  for (guint i = 0; i < proposal->n_action_ids; i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, proposal->action_ids[i], error);

      if (action == NULL || !muster_decision_check_action (decision, action, error))
        return FALSE;
      g_array_append_val (decision->action_ids, action->id);
    }
  return cite (work, decision, proposal, (const char *const *) clauses, error);
}

/* The roles that @kind can be taken from on the day that it is to take effect. */
static guint
list_takeable (MusterDecisionKind kind, GPtrArray *events, const GDate *effective, const GDate *today)
{
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (events, g_date_valid (effective) ? effective : today);

  return muster_certification_list_possible (begun, muster_decision_kind_get_verb (kind));
}

static MusterDecision *
make_decision (MusterWork *work, MusterDecisionKind kind, const MusterProposal *proposal, GPtrArray *events, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_new ();
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);

  if (pack == NULL)
    return NULL;
  decision->kind = kind;
  decision->state = MUSTER_DECISION_PROPOSED;
  decision->assister_id = proposal->assister_id;
  decision->types = proposal->types;
  if (decision->types == 0)
    decision->types = list_takeable (kind, events, &proposal->effective, muster_work_get_today (work));
  if (proposal->authority != 0)
    decision->authority = proposal->authority;
  decision->reason = g_strdup (proposal->reason);
  decision->proposed_effective = proposal->effective;
  decision->proposer = muster_work_get_account (work)->id;
  decision->proposed_at = muster_work_get_time (work);
  decision->rule_pack = g_strdup (muster_rule_pack_get_name (pack));
  if (!set_grounds (work, decision, proposal, events, error))
    return NULL;
  if (!muster_decision_check_proposal (decision, events, muster_work_get_today (work), error))
    return NULL;
  return g_steal_pointer (&decision);
}

static gboolean
check_pending (MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  const MusterDecisionFilter filter = { .assister_id = decision->assister_id, .only_pending = TRUE };
  g_autoptr (GPtrArray) pending = muster_decision_table_list (database, &filter, error);

  return pending != NULL && muster_decision_check_pending (decision, pending, error);
}

static gboolean
propose (MusterWork *work, MusterDecisionKind kind, const MusterProposal *proposal, gint64 *id, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, proposal->assister_id, error);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (MusterDecision) decision = NULL;

  if (person == NULL || !muster_case_filter_query_check_own (database, person->id, error))
    return FALSE;
  events = muster_people_table_list_events (database, person->id, error);
  if (events == NULL)
    return FALSE;
  decision = make_decision (work, kind, proposal, events, error);
  if (decision == NULL || !muster_cure_steps_take (work, kind, &decision->proposed_effective, proposal->immediate, error) || !check_pending (database, decision, error) || !muster_decision_table_save (database, decision, g_date_get_year (muster_work_get_today (work)), error))
    return FALSE;
  describe (work, decision, decision->reason);
  if (id != NULL)
    *id = decision->id;
  return TRUE;
}

static gboolean
perform_propose_revocation (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return propose (work, MUSTER_DECISION_REVOCATION, input, output, error);
}

static gboolean
perform_propose_suspension (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  return propose (work, MUSTER_DECISION_SUSPENSION, input, output, error);
}

static gboolean
save (MusterWork *work, MusterDecision *decision, GError **error)
{
  return muster_decision_table_save (muster_work_get_database (work), decision, g_date_get_year (muster_work_get_today (work)), error);
}

/* Decides, as far as the decision itself goes. */
static gboolean
answer (MusterWork *work, MusterDecision *decision, MusterDecisionState state, const MusterDecisionAnswer *request, GError **error)
{
  const MusterAccount *account = muster_work_get_account (work);
  const char *reason = muster_text_is_blank (request->reason) ? request->emergency : request->reason;
  MusterOtherAdministrators others;

  if (!muster_account_table_find_others (muster_work_get_database (work), account->id, &others, error) ||
      !muster_decision_check_decider (decision, account->id, &others, muster_work_get_time (work), request->emergency, error))
    return FALSE;
  if (!muster_decision_check_answer_reason (reason, state == MUSTER_DECISION_REFUSED, error))
    return FALSE;
  decision->state = state;
  decision->decider = account->id;
  decision->decided_at = muster_work_get_time (work);
  decision->emergency = account->id == decision->proposer;
  decision->decision_reason = g_strdup (reason);
  if (decision->emergency)
    muster_work_add_detail (work, "emergency", request->emergency);
  return TRUE;
}

/* The roles of the decision that it can still be taken from. */
static gboolean
list_remaining (const MusterDecision *decision, GPtrArray *events, guint *types, GError **error)
{
  *types = decision->types & muster_certification_list_possible (events, muster_decision_kind_get_verb (decision->kind));
  if (*types != 0)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("The person’s state changed since %s was proposed: it can be taken from no role any more. Look at the person, and refuse it or take it back."),
               decision->number);
  return FALSE;
}

/* What it calls off never begins: nothing else is written. */
static gboolean
call_off (MusterWork *work, MusterDecision *decision, GError **error)
{
  g_autoptr (MusterDecision) target = muster_call_off_load (muster_work_get_database (work), decision->calls_off, muster_work_get_today (work), error);

  if (target == NULL || !save (work, decision, error))
    return FALSE;
  muster_work_add_detail (work, "calls-off", target->number);
  return TRUE;
}

static gboolean
carry_out (MusterWork *work, MusterDecision *decision, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  MusterStepContext context = { 0 };
  g_autoptr (GPtrArray) events = NULL;
  guint types;

  events = muster_people_table_list_begun (database, decision->assister_id, &decision->effective, error);
  if (events == NULL || !list_remaining (decision, events, &types, error) || !save (work, decision, error))
    return FALSE;

  context.assister_id = decision->assister_id;
  context.authority = decision->authority;
  context.on = decision->effective;
  context.reason = decision->reason;
  context.decision_id = decision->id;
  return muster_certification_steps_take_all (work, events, types, muster_decision_kind_get_verb (decision->kind), &context, error) &&
         muster_certification_steps_give_way (work, events, &context, error);
}

static gboolean
perform_approve (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterDecisionAnswer *request = input;
  g_autoptr (MusterDecision) decision = muster_decision_table_load (muster_work_get_database (work), request->decision_id, error);
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  g_autofree char *day = NULL;

  if (pack == NULL || decision == NULL || !muster_ground_steps_check (work, decision, error) || !answer (work, decision, MUSTER_DECISION_APPROVED, request, error))
    return FALSE;
  if (!muster_decision_set_days (decision, pack, muster_work_get_today (work), error))
    return FALSE;
  if (!(decision->kind == MUSTER_DECISION_CALLING_OFF ? call_off (work, decision, error) : carry_out (work, decision, error)))
    return FALSE;
  describe (work, decision, decision->decision_reason);
  day = muster_date_to_iso (&decision->effective);
  muster_work_add_detail (work, "effective", day);
  return TRUE;
}

static gboolean
perform_refuse (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterDecisionAnswer *request = input;
  g_autoptr (MusterDecision) decision = muster_decision_table_load (muster_work_get_database (work), request->decision_id, error);

  if (decision == NULL || !answer (work, decision, MUSTER_DECISION_REFUSED, request, error) || !save (work, decision, error))
    return FALSE;
  describe (work, decision, decision->decision_reason);
  return TRUE;
}

static gboolean
perform_take_back (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterDecisionAnswer *request = input;
  g_autoptr (MusterDecision) decision = muster_decision_table_load (muster_work_get_database (work), request->decision_id, error);

  if (decision == NULL || !muster_decision_check_take_back (decision, muster_work_get_account (work)->id, error))
    return FALSE;
  if (!muster_decision_check_answer_reason (request->reason, FALSE, error))
    return FALSE;
  decision->state = MUSTER_DECISION_TAKEN_BACK;
  if (!save (work, decision, error))
    return FALSE;
  describe (work, decision, request->reason);
  return TRUE;
}

const MusterOperation muster_propose_revocation = { .name = "propose-revocation", .perform = perform_propose_revocation };
const MusterOperation muster_propose_suspension = { .name = "propose-suspension", .perform = perform_propose_suspension };
const MusterOperation muster_approve_decision = { .name = "approve-decision", .perform = perform_approve };
const MusterOperation muster_refuse_decision = { .name = "refuse-decision", .perform = perform_refuse };
const MusterOperation muster_take_back_proposal = { .name = "take-back-proposal", .perform = perform_take_back };
