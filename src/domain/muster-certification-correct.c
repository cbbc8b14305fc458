/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_certification_check_correctable (const MusterCertificationEvent *event, GError **error)
{
  if (event->decision_id != 0 || event->action_id != 0)
    return refuse (error, _("What a decision or a corrective action brought about stands as it was decided. Only another decision changes it."));
  if (event->from == MUSTER_STATE_INACTIVE || event->to == MUSTER_STATE_INACTIVE)
    return refuse (error, _("Leaving and coming back changed the agency too, and are not corrected by themselves. Record a return, or that the person left."));
  return TRUE;
}

static const MusterCertificationEvent *
get_event (GPtrArray *standing, guint place)
{
  return standing->pdata[place];
}

/* What has to be said again from @place on; what it replaces gives way. */
static void
restate (GPtrArray *standing, guint place, const GDate *on, GPtrArray *planned, GArray *superseded)
{
  MusterCertificationEvent *event = muster_certification_event_copy (get_event (standing, place));

  g_array_append_val (superseded, event->id);
  event->id = 0;
  event->recorded = 0;
  event->account_id = 0;
  event->effective = *on;
  g_clear_pointer (&event->reason, g_free);
  g_ptr_array_add (planned, event);
}

static gboolean
refuse_day (const MusterCertificationEvent *before, const GDate *on, GError **error)
{
  g_autofree char *day = muster_date_dup_text (on);
  g_autofree char *from = muster_date_dup_text (&before->effective);

  /* Translators: day, state, day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: before that the certification was “%s”, from %s. Choose that day or a later one."), day,
               muster_certification_state_get_label (before->to), from);
  return FALSE;
}

/* The stages on the way to the last step that would begin after it now move along. */
static gboolean
plan_other_day (GPtrArray *standing, const GDate *on, GPtrArray *planned, GArray *superseded, GError **error)
{
  guint last = standing->len - 1, first = last;

  if (g_date_compare (&get_event (standing, last)->effective, on) == 0)
    return refuse (error, _("It holds from that day already."));
  while (first > 0 && g_date_compare (&get_event (standing, first - 1)->effective, on) > 0)
    {
      const MusterCertificationEvent *stage = get_event (standing, first - 1);

      if (!muster_certification_is_early_stage (stage->to) || stage->from == MUSTER_STATE_INACTIVE)
        return refuse_day (stage, on, error);
      first--;
    }
  for (guint i = first; i <= last; i++)
    restate (standing, i, on, planned, superseded);
  return TRUE;
}

/* What was recorded in one stroke goes together. */
static guint
find_before (GPtrArray *standing)
{
  guint last = standing->len - 1, place = last;

  while (place > 0 && get_event (standing, place)->recorded == get_event (standing, last)->recorded)
    place--;
  return place;
}

static gboolean
plan_never (GPtrArray *standing, GPtrArray *planned, GArray *superseded, GError **error)
{
  guint last = standing->len - 1, before = find_before (standing);

  if (before == last)
    return refuse (error, _("It is the first step in this role, so that there is nothing to go back to. Record a withdrawal."));
  for (guint i = before; i <= last; i++)
    if (!muster_certification_check_correctable (get_event (standing, i), error))
      return FALSE;
  restate (standing, before, &get_event (standing, before)->effective, planned, superseded);
  for (guint i = before + 1; i <= last; i++)
    g_array_append_val (superseded, get_event (standing, i)->id);
  return TRUE;
}

gboolean
muster_certification_plan_correction (GPtrArray *events, MusterAssisterType type, const GDate *on, GPtrArray **planned, GArray **superseded, GError **error)
{
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, type);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_certification_event_free);
  g_autoptr (GArray) corrected = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean ok;

  if (standing->len == 0)
    return refuse (error, _("In this role nothing was recorded that could be corrected."));
  if (!muster_certification_check_correctable (get_event (standing, standing->len - 1), error))
    return FALSE;
  ok = g_date_valid (on) ? plan_other_day (standing, on, steps, corrected, error) : plan_never (standing, steps, corrected, error);
  if (!ok)
    return FALSE;
  *planned = g_steal_pointer (&steps);
  *superseded = g_steal_pointer (&corrected);
  return TRUE;
}
