/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reapplying.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-decision-day.h"
#include "domain/muster-error.h"

#define REAPPLY_RULE "reapply-revoked"

/* Where an older pack of an agency's own says nothing. */
static const MusterRuleDays usual_waiting = { .days = 90, .kind = MUSTER_DAYS_CALENDAR };

/* That the license was not kept. */
#define LICENCE_CLAUSE "BRK-02"

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

static void
count (MusterRulePack *pack, const GDate *revoked, GArray *tollings, MusterDeadline *deadline)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, REAPPLY_RULE, NULL);

  muster_decision_day_count_rule (rule != NULL ? rule : &usual_waiting, revoked, tollings, deadline);
}

void
muster_reapplying_get_day (MusterRulePack *pack, const GDate *revoked, GArray *tollings, GDate *from)
{
  MusterDeadline deadline;

  count (pack, revoked, tollings, &deadline);
  *from = deadline.last;
  if (g_date_valid (from))
    g_date_add_days (from, 1);
}

char *
muster_reapplying_dup_text (MusterRulePack *pack, const GDate *revoked, GArray *tollings)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, REAPPLY_RULE, NULL);
  MusterDeadline deadline;

  if (rule == NULL)
    return NULL;
  count (pack, revoked, tollings, &deadline);
  return muster_deadline_dup_text (&deadline, rule);
}

static gboolean
check_step (const MusterCertificationEvent *event, const MusterCertificationEvent *revocation, GPtrArray *reviews, MusterRulePack *pack, GError **error)
{
  g_autoptr (GArray) tollings = muster_decision_list_tollings (reviews, revocation->decision_id);
  g_autofree char *since = muster_date_dup_text (&revocation->effective), *day = NULL;
  GDate from;

  muster_reapplying_get_day (pack, &revocation->effective, tollings, &from);
  if (!g_date_valid (&from))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The certification was revoked from %s, and a review of that is pending, which holds off the waiting time. Decide the review first: it may bring the certification back."), since);
      return FALSE;
    }
  if (g_date_compare (&event->effective, &from) >= 0)
    return TRUE;
  day = muster_date_dup_text (&from);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The certification was revoked from %s; a new application can be recorded from %s on. Until then only a review of the decision brings it back."), since, day);
  return FALSE;
}

gboolean
muster_reapplying_check (GPtrArray *events, GPtrArray *planned, GPtrArray *reviews, MusterRulePack *pack, GError **error)
{
  for (guint i = 0; i < planned->len; i++)
    {
      const MusterCertificationEvent *event = planned->pdata[i], *revocation;

      if (event->from != MUSTER_STATE_REVOKED || event->to != MUSTER_STATE_APPLICANT)
        continue;
      revocation = find_revocation (events, event->type, &event->effective);
      if (revocation != NULL && !check_step (event, revocation, reviews, pack, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
muster_reapplying_is_of_licence (const MusterDecision *decision)
{
  for (guint i = 0; i < decision->clause_ids->len; i++)
    if (g_strcmp0 (decision->clause_ids->pdata[i], LICENCE_CLAUSE) != 0)
      return FALSE;
  return decision->clause_ids->len > 0 && decision->types == MUSTER_ASSISTER_BROKER;
}

gboolean
muster_reapplying_begins (GPtrArray *events, MusterAssisterType type, MusterCertificationVerb verb)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  const MusterCertificationEvent *last = standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;

  if (verb == MUSTER_VERB_CERTIFY)
    return last == NULL || muster_certification_is_early_stage (last->to);
  return verb == MUSTER_VERB_ENROL || verb == MUSTER_VERB_REAPPLY;
}

/* The revocation in @type that nothing has undone since: no review, and no certification after a new application. */
static const MusterCertificationEvent *
find_unanswered (GPtrArray *events, MusterAssisterType type)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  const MusterCertificationEvent *found = NULL;

  for (guint i = 0; i < standing->len; i++)
    {
      const MusterCertificationEvent *event = standing->pdata[i];

      if (event->to == MUSTER_STATE_REVOKED && (event->from != MUSTER_STATE_INACTIVE || event->decision_id != 0))
        found = event;
      else if (event->to == MUSTER_STATE_CERTIFIED || event->to == MUSTER_STATE_CERTIFIED_RESTRICTED || event->from == MUSTER_STATE_REVOKED)
        found = event->to == MUSTER_STATE_INACTIVE ? found : NULL;
    }
  return found;
}

static gboolean
is_among (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

gboolean
muster_reapplying_check_elsewhere (GPtrArray *events, MusterAssisterType type, const GDate *on, GArray *licences, MusterRulePack *pack, GError **error)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      const MusterCertificationEvent *revocation = type != 1u << i ? find_unanswered (events, 1u << i) : NULL;
      g_autofree char *since = NULL, *day = NULL;
      GDate from;

      if (revocation == NULL || is_among (licences, revocation->decision_id))
        continue;
      muster_reapplying_get_day (pack, &revocation->effective, NULL, &from);
      if (g_date_compare (on, &from) >= 0)
        continue;
      since = muster_date_dup_text (&revocation->effective);
      day = muster_date_dup_text (&from);
      /* Translators: a role, two days */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
                   _("%s: the certification was revoked from %s, and a new application is possible from %s on. Another role is no way around a decision: wait for that day, or say, with a reason, that it does not stand in the way."),
                   muster_assister_type_get_label (1u << i), since, day);
      return FALSE;
    }
  return TRUE;
}
