/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-certification.h"

static gboolean
is_by_decision (const MusterCertificationEvent *event)
{
  return event->decision_id != 0 && (event->to == MUSTER_STATE_REVOKED || (event->to == MUSTER_STATE_SUSPENDED_FOR_CAUSE && event->from != MUSTER_STATE_REVOKED));
}

gboolean
muster_certification_is_by_review (const MusterCertificationEvent *event)
{
  return event->decision_id != 0 && !is_by_decision (event);
}

/* Where @decision_id took effect in @standing; -1: nowhere. */
static int
find_effect (GPtrArray *standing, gint64 decision_id)
{
  for (guint i = 0; i < standing->len; i++)
    {
      const MusterCertificationEvent *event = standing->pdata[i];

      if (event->decision_id == decision_id && is_by_decision (event))
        return i;
    }
  return -1;
}

static MusterCertificationState
get_before (GPtrArray *standing, int place)
{
  return place > 0 ? ((const MusterCertificationEvent *) standing->pdata[place - 1])->to : MUSTER_STATE_NONE;
}

/* A revocation that a review reduced goes on as a suspension for cause. */
static gboolean
is_reduction (GPtrArray *standing, const MusterCertificationEvent *event, int effect)
{
  return event->to == MUSTER_STATE_SUSPENDED_FOR_CAUSE && get_before (standing, effect) != MUSTER_STATE_SUSPENDED_FOR_CAUSE;
}

/* Where the decision took effect that the first @n of @standing leave in force; -1: none is. */
static int
find_in_force (GPtrArray *standing, int n)
{
  for (int i = n - 1; i >= 0; i--)
    {
      const MusterCertificationEvent *event = standing->pdata[i];

      if (is_by_decision (event))
        return i;
      if (muster_certification_is_by_review (event))
        {
          int effect = find_effect (standing, event->decision_id);

          return effect < 0 || effect >= i || is_reduction (standing, event, effect) ? effect : find_in_force (standing, effect);
        }
      /* Leaving and coming back leave it as it is. */
      if (event->to != MUSTER_STATE_INACTIVE && event->from != MUSTER_STATE_INACTIVE)
        return -1;
    }
  return -1;
}

gboolean
muster_certification_find_decision (GPtrArray *standing, gint64 *decision_id, MusterCertificationState *before)
{
  int effect = find_in_force (standing, standing->len);

  *decision_id = effect >= 0 ? ((const MusterCertificationEvent *) standing->pdata[effect])->decision_id : 0;
  *before = get_before (standing, effect);
  return effect >= 0;
}

guint
muster_certification_find_given_back (GPtrArray *standing, guint place)
{
  const MusterCertificationEvent *event = standing->pdata[place];
  int effect = muster_certification_is_by_review (event) ? find_effect (standing, event->decision_id) : -1;

  if (effect <= 0 || (guint) effect >= place || is_reduction (standing, event, effect))
    return place;
  return muster_certification_find_given_back (standing, effect - 1);
}

MusterCertificationState
muster_certification_get_given_back (MusterCertificationVerb verb, MusterCertificationState before)
{
  gboolean was_in_force = before == MUSTER_STATE_CERTIFIED || before == MUSTER_STATE_CERTIFIED_RESTRICTED || before == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;

  return verb == MUSTER_VERB_REDUCE_ON_REVIEW && was_in_force ? MUSTER_STATE_SUSPENDED_FOR_CAUSE : before;
}
