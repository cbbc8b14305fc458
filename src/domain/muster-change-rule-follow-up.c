/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-follow-up.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-follow-up-rule.h"

#define STATE(name) (1u << MUSTER_FOLLOW_UP_##name)

/* What each operation adds, and what it settles; states after it, as bits. */
static const struct
{
  const char *operation;
  MusterFollowUpKind kind;
  guint added;
  guint settled;
} rules[] = {
  { "plan-check", MUSTER_FOLLOW_UP_CHECK, STATE (PENDING), STATE (REPLANNED) },
  { "record-check", MUSTER_FOLLOW_UP_CHECK, 0, STATE (PASSED) | STATE (FAILED) },
  { "waive-check", MUSTER_FOLLOW_UP_CHECK, STATE (WAIVED), STATE (WAIVED) },
  { "ask-extension", MUSTER_FOLLOW_UP_EXTENSION, STATE (PENDING), 0 },
  { "approve-extension", MUSTER_FOLLOW_UP_EXTENSION, 0, STATE (APPROVED) },
  { "record-response", MUSTER_FOLLOW_UP_RESPONSE, STATE (ACKNOWLEDGED) | STATE (REFUSED) | STATE (ANSWERED), 0 },
  { "refuse-extension", MUSTER_FOLLOW_UP_EXTENSION, 0, STATE (REFUSED) },
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
is_possible (const char *operation, const MusterFollowUpRowChange *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].operation, operation) == 0)
      return rules[i].kind == change->follow_up->kind && ((change->is_new ? rules[i].added : rules[i].settled) & (1u << change->follow_up->state)) != 0;
  return FALSE;
}

static gboolean
check_new (const MusterFollowUpRowChange *change, GError **error)
{
  const MusterFollowUp *follow_up = change->follow_up;

  if (follow_up->n_steps != (follow_up->kind == MUSTER_FOLLOW_UP_CHECK ? change->n_steps : 0))
    return refuse (error, _("What follows a corrective action is about another number of steps than it had."));
  return follow_up->kind != MUSTER_FOLLOW_UP_RESPONSE || muster_follow_up_check_served (follow_up->state, change->served, error);
}

static gboolean
check_found (const MusterFollowUpRowChange *change, GError **error)
{
  const MusterFollowUp *check = change->follow_up;

  if (!g_date_valid (&check->settled_on) || !g_date_valid (&check->on) || !g_date_valid (&check->due))
    return refuse (error, _("The check of a corrective action lacks a day."));
  if (!muster_follow_up_check_day (check, &check->settled_on, &change->latest, error))
    return FALSE;
  return check->state != MUSTER_FOLLOW_UP_PASSED || !change->planned_time_binds || muster_follow_up_check_time_passed (check, &check->settled_on, error);
}

static gboolean
check_settled (const MusterFollowUpRowChange *change, GError **error)
{
  const MusterFollowUp *follow_up = change->follow_up;

  if (follow_up->settled_account != change->signer)
    return refuse (error, _("What follows a corrective action was settled in the name of another account than the one that signed."));
  if ((follow_up->state == MUSTER_FOLLOW_UP_PASSED || follow_up->state == MUSTER_FOLLOW_UP_FAILED) && change->by_doer)
    return refuse (error, _("The effect of a corrective action was checked by who had recorded a step of it as done."));
  if ((follow_up->state == MUSTER_FOLLOW_UP_PASSED || follow_up->state == MUSTER_FOLLOW_UP_FAILED) && !check_found (change, error))
    return FALSE;
  if (follow_up->kind == MUSTER_FOLLOW_UP_EXTENSION && follow_up->settled_account == follow_up->account_id)
    return refuse (error, _("An extension was approved or refused by who had asked for it."));
  return TRUE;
}

gboolean
muster_change_rule_check_follow_up (const char *operation, const MusterFollowUpRowChange *change, GError **error)
{
  gboolean is_settled = change->follow_up->state == MUSTER_FOLLOW_UP_WAIVED || !change->is_new;

  if (!change->action_open)
    return refuse (error, _("A corrective action was followed up while it was not open."));
  if (!change->is_new && change->state_before != MUSTER_FOLLOW_UP_PENDING)
    return refuse (error, _("What follows a corrective action was changed after it had been settled."));
  if (!is_possible (operation, change))
    return refuse (error, _("What follows a corrective action came about by an operation that cannot do that."));
  if (change->content_changed && !(change->is_new && is_settled))
    return refuse (error, _("What follows a corrective action was changed in what it says, or settled from the start."));
  if (change->is_new && !check_new (change, error))
    return FALSE;
  return !is_settled || check_settled (change, error);
}

gboolean
muster_change_rule_check_extended (const MusterFollowUp *extension, const GDate *before, const GDate *after, GError **error)
{
  gboolean approved = extension != NULL && extension->state == MUSTER_FOLLOW_UP_APPROVED;

  if (!approved && g_date_compare (before, after) != 0)
    return refuse (error, _("The day on which a corrective action is due was changed without an extension that somebody approved."));
  if (approved && (g_date_compare (after, before) <= 0 || g_date_compare (after, &extension->due) != 0))
    return refuse (error, _("A corrective action was extended to another day than was asked for, or not at all."));
  return TRUE;
}
