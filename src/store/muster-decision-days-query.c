/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-decision-days-query.h"

#include "domain/muster-reapplying.h"
#include "store/muster-review-table.h"
#include "store/muster-rules-table.h"

void
muster_counted_day_free (MusterCountedDay *day)
{
  if (day == NULL)
    return;
  g_free (day->text);
  g_free (day->citation);
  g_free (day);
}

static MusterCountedDay *
counted_day_new (MusterDecisionDay day, const MusterDeadline *deadline, const MusterRuleDays *rule)
{
  MusterCountedDay *counted = g_new0 (MusterCountedDay, 1);

  counted->day = day;
  counted->last = deadline->last;
  counted->held_off = deadline->held_off;
  counted->tolled = deadline->tolled;
  counted->text = muster_deadline_dup_text (deadline, rule);
  counted->citation = g_strdup (rule->source.citation);
  return counted;
}

GPtrArray *
muster_decision_days_list (MusterDatabase *database, const MusterDecision *decision)
{
  const MusterReviewFilter filter = { .decision_id = decision->id };
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_counted_day_free);
  g_autoptr (MusterRulePack) pack = decision->rule_pack != NULL ? muster_rules_table_find_pack (database, decision->rule_pack, NULL) : NULL;
  g_autoptr (GPtrArray) reviews = pack != NULL ? muster_review_table_list (database, &filter, NULL) : NULL;

  for (guint day = 0; reviews != NULL && day < MUSTER_N_DECISION_DAYS; day++)
    {
      MusterDeadline deadline;
      const MusterRuleDays *rule;

      if (day != MUSTER_DECISION_DAY_WAITING && muster_decision_day_count (day, decision, reviews, pack, &deadline, &rule))
        g_ptr_array_add (list, counted_day_new (day, &deadline, rule));
    }
  return list;
}

/* Then nobody is revoked by it any more. */
static gboolean
was_changed_on_review (GPtrArray *reviews)
{
  MusterCertificationVerb verb;

  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];

      if (muster_review_find_change (review->state, review->conditions, &verb))
        return TRUE;
    }
  return FALSE;
}

void
muster_decision_days_find_reapplying (MusterDatabase *database, const MusterDecision *decision, const GDate *today, GDate *from, char **text)
{
  const MusterReviewFilter filter = { .decision_id = decision->id };
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (MusterRulePack) pack = NULL;
  g_autoptr (GArray) tollings = NULL;

  g_date_clear (from, 1);
  if (text != NULL)
    *text = NULL;
  if (!muster_reapplying_concerns (decision))
    return;
  reviews = muster_review_table_list (database, &filter, NULL);
  pack = reviews != NULL && !was_changed_on_review (reviews) ? muster_rules_table_load (database, today, G_MAXINT64, NULL) : NULL;
  if (pack == NULL)
    return;
  tollings = muster_decision_list_tollings (reviews, decision->id);
  muster_reapplying_get_day (pack, &decision->effective, tollings, from);
  if (text != NULL)
    *text = muster_reapplying_dup_text (pack, &decision->effective, tollings);
}
