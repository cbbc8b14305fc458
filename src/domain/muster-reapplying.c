/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reapplying.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"

#define REAPPLY_RULE "reapply-revoked"

/* Where an older pack of an agency's own says nothing. */
static const MusterRuleDays usual_waiting = { .days = 90, .kind = MUSTER_DAYS_CALENDAR };

/* Coming back to the agency begins no new revocation. */
static const MusterCertificationEvent *
find_revocation (GPtrArray *events, MusterAssisterType type, const GDate *on)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  const MusterCertificationEvent *found = NULL;

  for (guint i = 0; i < standing->len; i++)
    {
      const MusterCertificationEvent *event = standing->pdata[i];

      if (event->to == MUSTER_STATE_REVOKED && (event->from != MUSTER_STATE_INACTIVE || event->decision_id != 0) && g_date_compare (&event->effective, on) <= 0)
        found = event;
    }
  return found;
}

gboolean
muster_reapplying_concerns (const MusterDecision *decision)
{
  return decision->kind == MUSTER_DECISION_REVOCATION && decision->state == MUSTER_DECISION_APPROVED && decision->called_off_by == 0 && g_date_valid (&decision->effective);
}

void
muster_reapplying_get_day (MusterRulePack *pack, const GDate *revoked, GDate *from)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, REAPPLY_RULE, NULL);

  muster_deadline_get_last (rule != NULL ? rule : &usual_waiting, revoked, from);
  g_date_add_days (from, 1);
}

char *
muster_reapplying_dup_text (MusterRulePack *pack, const GDate *revoked)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, REAPPLY_RULE, NULL);
  MusterDeadline deadline;

  if (rule == NULL)
    return NULL;
  muster_deadline_count (rule, revoked, &deadline);
  return muster_deadline_dup_text (&deadline, rule);
}

gboolean
muster_reapplying_check (GPtrArray *events, GPtrArray *planned, MusterRulePack *pack, GError **error)
{
  for (guint i = 0; i < planned->len; i++)
    {
      const MusterCertificationEvent *event = planned->pdata[i], *revocation;
      g_autofree char *since = NULL, *day = NULL;
      GDate from;

      if (event->from != MUSTER_STATE_REVOKED || event->to != MUSTER_STATE_APPLICANT)
        continue;
      revocation = find_revocation (events, event->type, &event->effective);
      if (revocation == NULL)
        continue;
      muster_reapplying_get_day (pack, &revocation->effective, &from);
      if (g_date_compare (&event->effective, &from) >= 0)
        continue;
      since = muster_date_dup_text (&revocation->effective);
      day = muster_date_dup_text (&from);
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The certification was revoked from %s; a new application can be recorded from %s on. Until then only a review of the decision brings it back."), since, day);
      return FALSE;
    }
  return TRUE;
}
