/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decision-day.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-review.h"

#define OF(kind) (1u << (kind))

static const struct
{
  const char *key;
  const char *label;
  guint kinds;
  gboolean from_notice;
} days[MUSTER_N_DECISION_DAYS] = {
  [MUSTER_DECISION_DAY_FULL_EFFECT] = { "effective-after-notice", N_("Takes full effect after"), OF (MUSTER_DECISION_REVOCATION) | OF (MUSTER_DECISION_SUSPENSION), TRUE },
  [MUSTER_DECISION_DAY_LONGEST] = { "fraud-suspension", N_("On suspected fraud it lasts at most through"), OF (MUSTER_DECISION_SUSPENSION), FALSE },
  [MUSTER_DECISION_DAY_WAITING] = { "reapply-revoked", N_("No new application through"), OF (MUSTER_DECISION_REVOCATION), FALSE },
};

const char *
muster_decision_day_get_key (MusterDecisionDay day)
{
  g_return_val_if_fail ((guint) day < MUSTER_N_DECISION_DAYS, "");
  return days[day].key;
}

const char *
muster_decision_day_get_label (MusterDecisionDay day)
{
  g_return_val_if_fail ((guint) day < MUSTER_N_DECISION_DAYS, "");
  return _(days[day].label);
}

gboolean
muster_decision_day_is_key (const char *key)
{
  for (guint i = 0; i < MUSTER_N_DECISION_DAYS; i++)
    if (strcmp (days[i].key, key) == 0)
      return TRUE;
  return FALSE;
}

static int
compare_tollings (gconstpointer a, gconstpointer b)
{
  return g_date_compare (&((const MusterTolling *) a)->from, &((const MusterTolling *) b)->from);
}

/* Takes out what reaches into another; what has no end takes all that comes after it. */
static void
part (GArray *tollings)
{
  for (guint i = 1; i < tollings->len;)
    {
      MusterTolling *before = &g_array_index (tollings, MusterTolling, i - 1), *toll = &g_array_index (tollings, MusterTolling, i);
      gboolean is_over = g_date_valid (&before->through) && g_date_compare (&toll->from, &before->through) > 0;

      if (is_over)
        {
          i++;
          continue;
        }
      if (!g_date_valid (&toll->through) || (g_date_valid (&before->through) && g_date_compare (&toll->through, &before->through) > 0))
        before->through = toll->through;
      g_array_remove_index (tollings, i);
    }
}

GArray *
muster_decision_list_tollings (GPtrArray *reviews, gint64 decision_id)
{
  GArray *tollings = g_array_new (FALSE, TRUE, sizeof (MusterTolling));

  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];
      MusterTolling toll = { .from = review->filed };

      if (review->decision_id != decision_id || review->state == MUSTER_REVIEW_NOT_ADMITTED || !g_date_valid (&review->filed))
        continue;
      if (review->state != MUSTER_REVIEW_PENDING)
        muster_date_set_time (&toll.through, review->decided_at);
      g_array_append_val (tollings, toll);
    }
  g_array_sort (tollings, compare_tollings);
  part (tollings);
  return tollings;
}

void
muster_decision_day_count_rule (const MusterRuleDays *rule, const GDate *from, GArray *tollings, MusterDeadline *deadline)
{
  if (rule->tolled && tollings != NULL)
    muster_deadline_count_tolled (rule, from, (const MusterTolling *) (gpointer) tollings->data, tollings->len, deadline);
  else
    muster_deadline_count (rule, from, deadline);
}

static gboolean
was_changed (GPtrArray *reviews, gint64 decision_id)
{
  MusterCertificationVerb verb;

  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];

      if (review->decision_id == decision_id && muster_review_find_change (review->state, review->conditions, &verb))
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_decision_day_count (MusterDecisionDay day, const MusterDecision *decision, GPtrArray *reviews, MusterRulePack *pack, MusterDeadline *deadline, const MusterRuleDays **counted_by)
{
  const MusterRuleDays *rule = muster_rule_pack_get_days (pack, days[day].key, NULL);
  g_autoptr (GArray) tollings = NULL;
  GDate from = decision->effective;

  if (rule == NULL || (days[day].kinds & OF (decision->kind)) == 0 || decision->state != MUSTER_DECISION_APPROVED || decision->called_off_by != 0 ||
      !g_date_valid (&decision->effective) || was_changed (reviews, decision->id))
    return FALSE;
  if (days[day].from_notice)
    muster_date_set_time (&from, decision->decided_at);
  muster_deadline_count (rule, &from, deadline);
  if (g_date_compare (&deadline->last, &decision->effective) < 0)
    return FALSE;
  tollings = muster_decision_list_tollings (reviews, decision->id);
  muster_decision_day_count_rule (rule, &from, tollings, deadline);
  if (counted_by != NULL)
    *counted_by = rule;
  return TRUE;
}
