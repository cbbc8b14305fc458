/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decision-ahead.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

/* @message: with the decision’s number in it. */
static gboolean
refuse (const MusterDecision *target, const char *message, GError **error)
{
  g_autoptr (GString) text = g_string_new (message);

  g_string_replace (text, "%s", target->number, 1);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, text->str);
  return FALSE;
}

/* Whether anything of it still lies ahead. */
static gboolean
takes_anything (const MusterDecision *target, GPtrArray *events, const GDate *today)
{
  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];

      if (event->decision_id == target->id && muster_certification_event_stands (event) && g_date_compare (&event->effective, today) > 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_decision_check_calling_off (const MusterDecision *target, GPtrArray *events, const GDate *today, GError **error)
{
  if (target->kind == MUSTER_DECISION_CALLING_OFF)
    return refuse (target, _("%s calls another decision off itself, and cannot be called off. Propose anew what is to hold."), error);
  if (target->state == MUSTER_DECISION_PROPOSED)
    return refuse (target, _("%s has not been decided yet. Refuse it, or take it back."), error);
  if (target->state != MUSTER_DECISION_APPROVED)
    return refuse (target, _("%s was never approved, so that there is nothing to call off."), error);
  if (target->called_off_by != 0)
    return refuse (target, _("%s has been called off already."), error);
  if (!g_date_valid (&target->effective) || g_date_compare (&target->effective, today) <= 0)
    return refuse (target, _("%s has taken effect, and stands. Only a review or a reinstatement changes it now."), error);
  return takes_anything (target, events, today) || refuse (target, _("%s has given way to another decision, from an earlier day. Look at that one."), error);
}

gboolean
muster_decision_check_calling_off_reason (const char *reason, GError **error)
{
  if (!muster_text_is_blank (reason))
    return muster_decision_check_answer_reason (reason, FALSE, error);
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Give the reason: two people decided it, and somebody will ask why it was called off."));
  return FALSE;
}

void
muster_coming_change_free (MusterComingChange *change)
{
  g_free (change->number);
  g_free (change->decider);
  g_free (change);
}

static const MusterDecision *
find_decision (GPtrArray *decisions, gint64 id)
{
  for (guint i = 0; i < decisions->len; i++)
    if (((const MusterDecision *) decisions->pdata[i])->id == id)
      return decisions->pdata[i];
  return NULL;
}

/* Whether @event stood by what was known before @known_until: what ended it may have been recorded only after. */
static gboolean
stood (const MusterCertificationEvent *event, GPtrArray *events, GPtrArray *decisions, gint64 known_until)
{
  const MusterDecision *off = event->called_off != 0 ? find_decision (decisions, event->called_off) : NULL;

  if (event->recorded >= known_until || (off != NULL && off->decided_at < known_until))
    return FALSE;
  for (guint i = 0; event->superseded_by != 0 && i < events->len; i++)
    {
      const MusterCertificationEvent *successor = events->pdata[i];

      if (successor->id == event->superseded_by)
        return successor->recorded >= known_until;
    }
  return event->superseded_by == 0;
}

static MusterComingChange *
find_change (GPtrArray *changes, const MusterCertificationEvent *event, const MusterDecision *decision)
{
  MusterComingChange *change;

  for (guint i = 0; i < changes->len; i++)
    if (((MusterComingChange *) changes->pdata[i])->decision_id == decision->id)
      return changes->pdata[i];
  change = g_new0 (MusterComingChange, 1);
  change->decision_id = decision->id;
  change->to = event->to;
  change->on = event->effective;
  change->number = g_strdup (decision->number);
  change->decider_id = decision->decider;
  g_ptr_array_add (changes, change);
  return change;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const MusterComingChange *first = *(const MusterComingChange *const *) a, *second = *(const MusterComingChange *const *) b;

  return g_date_compare (&first->on, &second->on);
}

GPtrArray *
muster_coming_change_list (GPtrArray *events, GPtrArray *decisions, const GDate *on, gint64 known_until)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_coming_change_free);

  for (guint i = 0; i < events->len; i++)
    {
      const MusterCertificationEvent *event = events->pdata[i];
      const MusterDecision *decision = event->decision_id != 0 ? find_decision (decisions, event->decision_id) : NULL;

      if (decision != NULL && g_date_valid (&event->effective) && g_date_compare (&event->effective, on) > 0 && stood (event, events, decisions, known_until))
        find_change (changes, event, decision)->types |= event->type;
    }
  g_ptr_array_sort (changes, compare_days);
  return changes;
}

char *
muster_coming_change_dup_text (const MusterComingChange *change, const char *day, const char *types)
{
  /* Translators: state, day, roles, decision, name: “Revoked from Dec 15, 2026 as Broker (RV-2026-0001, decided by Ana Moua)” */
  return g_strdup_printf (_("%s from %s as %s (%s, decided by %s)"), muster_certification_state_get_label (change->to), day, types, change->number, change->decider);
}
