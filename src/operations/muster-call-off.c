/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-call-off.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-decision-ahead.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"

MusterDecision *
muster_call_off_load (MusterDatabase *database, gint64 target_id, const GDate *today, GError **error)
{
  g_autoptr (MusterDecision) target = muster_decision_table_load (database, target_id, error);
  g_autoptr (GPtrArray) events = target != NULL ? muster_people_table_list_events (database, target->assister_id, error) : NULL;

  return events != NULL && muster_decision_check_calling_off (target, events, today, error) ? g_steal_pointer (&target) : NULL;
}

/* One proposal about one decision is enough. */
static gboolean
check_not_waiting (MusterDatabase *database, const MusterDecision *target, GError **error)
{
  MusterDecisionFilter filter = { .assister_id = target->assister_id, .only_pending = TRUE };
  g_autoptr (GPtrArray) waiting = muster_decision_table_list (database, &filter, error);

  for (guint i = 0; waiting != NULL && i < waiting->len; i++)
    {
      const MusterDecision *decision = waiting->pdata[i];

      if (decision->calls_off != target->id)
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("That %s is called off waits for a second person already."), target->number);
      return FALSE;
    }
  return waiting != NULL;
}

static MusterDecision *
make_decision (MusterWork *work, const MusterDecision *target, const char *reason, GError **error)
{
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  MusterDecision *decision;

  if (pack == NULL)
    return NULL;
  decision = muster_decision_new ();
  decision->kind = MUSTER_DECISION_CALLING_OFF;
  decision->state = MUSTER_DECISION_PROPOSED;
  decision->assister_id = target->assister_id;
  decision->types = target->types;
  decision->authority = target->authority;
  decision->reason = g_strdup (reason);
  decision->proposer = muster_work_get_account (work)->id;
  decision->proposed_at = muster_work_get_time (work);
  decision->clause_version = g_strdup (target->clause_version);
  decision->rule_pack = g_strdup (muster_rule_pack_get_name (pack));
  decision->calls_off = target->id;
  return decision;
}

static void
describe (MusterWork *work, const MusterDecision *decision, const MusterDecision *target)
{
  g_autofree char *person = muster_assister_dup_code (decision->assister_id);
  g_autofree char *types = muster_certification_steps_dup_types (decision->types);

  muster_work_set_subject (work, decision->number);
  muster_work_set_reason (work, decision->reason);
  muster_work_add_detail (work, "person", person);
  muster_work_add_detail (work, "types", types);
  muster_work_add_detail (work, "calls-off", target->number);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterDecisionAnswer *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterDecision) target = muster_call_off_load (database, request->decision_id, today, error);
  g_autoptr (MusterDecision) decision = NULL;

  if (target == NULL || !muster_decision_check_calling_off_reason (request->reason, error) || !check_not_waiting (database, target, error))
    return FALSE;
  decision = make_decision (work, target, request->reason, error);
  if (decision == NULL || !muster_decision_table_save (database, decision, g_date_get_year (today), error))
    return FALSE;
  describe (work, decision, target);
  if (output != NULL)
    *(gint64 *) output = decision->id;
  return TRUE;
}

const MusterOperation muster_propose_calling_off = { .name = "propose-calling-off", .perform = perform };
