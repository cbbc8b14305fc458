/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-case.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-clause.h"
#include "domain/muster-error.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_change_rule_check_action (const char *operation, const MusterActionRowChange *change, GError **error)
{
  gboolean voids = g_strcmp0 (operation, "void-action") == 0;

  if (change->is_new)
    return (change->state_after == MUSTER_ACTION_OPEN && change->is_bare) || refuse (error, _("A corrective action did not begin open."));
  if (change->state_before != MUSTER_ACTION_OPEN)
    return refuse (error, _("A corrective action was changed after it had been closed."));
  if (!voids && g_strcmp0 (operation, "close-action") != 0)
    return (change->state_after == MUSTER_ACTION_OPEN && change->is_bare) || refuse (error, _("A corrective action was closed by an operation that cannot."));
  if (change->state_after != (voids ? MUSTER_ACTION_VOIDED : MUSTER_ACTION_CLOSED))
    return refuse (error, _("A corrective action was not closed as its entry says."));
  if (change->outcome == MUSTER_OUTCOME_NONE || (change->outcome == MUSTER_OUTCOME_VOIDED) != voids)
    return refuse (error, _("A corrective action was closed with an outcome that cannot be."));
  return TRUE;
}

gboolean
muster_change_rule_check_step (const MusterStepRowChange *change, GError **error)
{
  if (!change->action_open)
    return refuse (error, _("A step was added or changed while its corrective action was not open."));
  if (change->is_new)
    return (!change->done_after && change->verified_account == 0) || refuse (error, _("A step did not begin as one that is to be done."));
  if (change->verified_before || (change->done_before && change->verified_account == 0))
    return refuse (error, _("A step was changed after it had been recorded as done or verified."));
  if (change->verified_account != 0 && (!change->done_before || change->verified_account == change->done_account))
    return refuse (error, _("A step was verified before it was done, or by who recorded it as done."));
  return TRUE;
}

gboolean
muster_change_rule_check_ground (gboolean parent_is_new, gboolean same_person, GError **error)
{
  if (!parent_is_new)
    return refuse (error, _("A ground was added to a case that stood already, or was rewritten."));
  return same_person || refuse (error, _("A decision rests on another person’s corrective action."));
}

gboolean
muster_change_rule_check_stands (guint n_clauses, GError **error)
{
  return n_clauses > 0 || refuse (error, _("A case was opened that cites no clause: it has no ground."));
}

gboolean
muster_change_rule_check_clause (const char *clause, GError **error)
{
  return (clause != NULL && muster_clause_is_known (clause)) || refuse (error, _("A case cites a clause that there is not."));
}

/* Where the register is kept, it may be the day before or after. */
static gboolean
is_effective (const MusterApprovalFacts *approval, const GDate *today)
{
  GDate day = *today, effective;

  g_date_subtract_days (&day, 1);
  for (int i = 0; i < 3; i++, g_date_add_days (&day, 1))
    {
      muster_decision_find_effective (approval->kind, &approval->proposed, &day, &effective);
      if (g_date_valid (&approval->effective) && g_date_compare (&effective, &approval->effective) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_change_rule_check_approval (const MusterApprovalFacts *approval, const GDate *today, GError **error)
{
  GDate earliest = *today;

  g_date_subtract_days (&earliest, 1);
  if (!is_effective (approval, today))
    return refuse (error, _("A decision takes effect on another day than was proposed, or before it was approved."));
  if (approval->emergency && !approval->has_reason)
    return refuse (error, _("Somebody decided alone and gave no reason."));
  if (approval->kind == MUSTER_DECISION_CALLING_OFF)
    return TRUE;
  if (!g_date_valid (&approval->review_until) || g_date_compare (&approval->review_until, &earliest) < 0)
    return refuse (error, _("A decision was approved without the right to a review."));
  return TRUE;
}

gboolean
muster_change_rule_has_review_time (const MusterApprovalFacts *approval)
{
  return approval->kind == MUSTER_DECISION_CALLING_OFF || g_date_compare (&approval->review_until, &approval->effective) >= 0;
}

gboolean
muster_change_rule_check_restricted (gboolean restricts, guint possible, guint done, GError **error)
{
  if (!restricts || (possible & ~done) == 0)
    return TRUE;
  return refuse (error, _("A corrective action restricts somebody whose certification was left as it was."));
}

gboolean
muster_change_rule_check_carried_out (const MusterCertificationEvent *event, const MusterDecisionFacts *decision, GError **error)
{
  MusterCertificationState decided;

  if (decision == NULL)
    return refuse (error, _("A certification was taken away for a decision that this entry did not approve."));
  if (decision->kind == MUSTER_DECISION_CALLING_OFF)
    return refuse (error, _("Something was taken away for a decision that calls another off."));
  decided = decision->kind == MUSTER_DECISION_REVOCATION ? MUSTER_STATE_REVOKED : MUSTER_STATE_SUSPENDED_FOR_CAUSE;
  if (event->assister_id != decision->assister_id)
    return refuse (error, _("A decision about one person was carried out on another."));
  if ((event->type & decision->types) == 0)
    return refuse (error, _("A decision was carried out in a role that it does not name."));
  if (event->to != decided)
    return refuse (error, _("Something else was carried out than what was decided."));
  if (!g_date_valid (&event->effective) || !g_date_valid (&decision->effective) || g_date_compare (&event->effective, &decision->effective) != 0)
    return refuse (error, _("A decision was carried out from another day than it says."));
  if (event->authority != decision->authority)
    return refuse (error, _("A decision was carried out in the name of another authority than it says."));
  return TRUE;
}

/* The local day of an entry may be the one before that of UTC. */
static gboolean
has_begun (const GDate *day, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  GDate today;

  if (moment == NULL || !g_date_valid (day))
    return TRUE;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
  return g_date_compare (day, &today) < 0;
}

gboolean
muster_change_rule_check_called_off (const MusterDecisionFacts *decision, const MusterDecisionFacts *target, gint64 time, GError **error)
{
  if (target == NULL || target->kind == MUSTER_DECISION_CALLING_OFF)
    return refuse (error, _("A decision calls something off that had not been decided."));
  if (target->assister_id != decision->assister_id || target->types != decision->types || target->authority != decision->authority)
    return refuse (error, _("A decision calls off another than it says."));
  if (!g_date_valid (&decision->effective) || !g_date_valid (&target->effective) || g_date_compare (&target->effective, &decision->effective) <= 0 ||
      has_begun (&target->effective, time))
    return refuse (error, _("A decision was called off after it had taken effect."));
  return TRUE;
}

gboolean
muster_change_rule_check_restriction (const MusterCertificationEvent *event, const MusterActionFacts *action, GError **error)
{
  gboolean restricts = event->to == MUSTER_STATE_CERTIFIED_RESTRICTED;

  if (action == NULL || action->is_new != restricts || (action->state == MUSTER_ACTION_OPEN) != restricts)
    return refuse (error, _("A certification was restricted, or its restriction lifted, for a corrective action that was not opened or closed just then."));
  if (event->assister_id != action->assister_id)
    return refuse (error, _("A corrective action for one person restricted another, or lifted another’s restriction."));
  if (action->restriction == MUSTER_RESTRICTION_NONE)
    return refuse (error, _("A corrective action without a restriction restricted somebody, or lifted a restriction."));
  return TRUE;
}

gboolean
muster_change_rule_is_revoked_in_another (GPtrArray *events, const MusterCertificationEvent *event)
{
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if ((1u << bit) != (guint) event->type && muster_certification_state_on (events, 1u << bit, &event->effective, NULL) == MUSTER_STATE_REVOKED)
      return TRUE;
  return FALSE;
}

gboolean
muster_change_rule_check_incident (const char *operation, const MusterIncidentRowChange *change, GError **error)
{
  if (change->is_new)
    return (change->state_after == MUSTER_INCIDENT_OPEN && change->is_bare) || refuse (error, _("An incident did not begin open."));
  if (change->state_before != MUSTER_INCIDENT_OPEN)
    return refuse (error, _("An incident was changed after it had been closed."));
  if (g_strcmp0 (operation, "close-incident") != 0)
    return (change->state_after == MUSTER_INCIDENT_OPEN && change->is_bare) || refuse (error, _("An incident was closed by an operation that cannot."));
  if (change->state_after != MUSTER_INCIDENT_CLOSED || change->outcome == MUSTER_INCIDENT_OUTCOME_NONE)
    return refuse (error, _("An incident was not closed as its entry says."));
  return TRUE;
}

gboolean
muster_change_rule_check_incident_part (gboolean is_open, gboolean made_here, gboolean is_bare, GError **error)
{
  if (!is_bare)
    return refuse (error, _("A clause of an incident stood there with a finding from the start."));
  return is_open || made_here || refuse (error, _("A person, a clause or a report was added to an incident, or changed in it, while it was not open."));
}
