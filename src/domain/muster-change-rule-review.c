/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-change-rule-review.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* The local day of a moment may be the one before that of UTC. */
static gboolean
is_before (const GDate *day, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC - 24 * 60 * 60);
  GDate earliest;

  if (moment == NULL)
    return TRUE;
  g_date_clear (&earliest, 1);
  g_date_set_dmy (&earliest, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
  return g_date_compare (day, &earliest) < 0;
}

/* By the service of the notice; by the day found at the approval, as long as no program looked at the service. */
static gboolean
says_late_rightly (const MusterReview *review, const MusterReviewedFacts *decision)
{
  gboolean by_approval = g_date_compare (&review->filed, &decision->review_until) > 0;

  return review->late == by_approval || review->late == muster_review_clock_is_late (&decision->clock, &review->filed);
}

static gboolean
check_filed (const MusterReviewRowChange *change, GError **error)
{
  const MusterReview *review = change->review;
  const MusterReviewedFacts *decision = change->decision;
  gboolean admitted = !review->late || !muster_text_is_blank (review->late_reason);

  if (change->content_changed || (review->state != MUSTER_REVIEW_PENDING && review->state != MUSTER_REVIEW_NOT_ADMITTED))
    return refuse (error, _("A review did not begin as a request."));
  if (decision->facts.id == 0 || decision->state != MUSTER_DECISION_APPROVED || decision->facts.kind == MUSTER_DECISION_CALLING_OFF)
    return refuse (error, _("A review was asked for of what had not been decided."));
  if (!g_date_valid (&review->filed) || is_before (&review->filed, decision->decided_at))
    return refuse (error, _("A review was asked for before there was a decision."));
  if (!g_date_valid (&decision->review_until) || !says_late_rightly (review, decision))
    return refuse (error, _("A request for review says wrongly whether it is in time."));
  if (admitted != (review->state == MUSTER_REVIEW_PENDING))
    return refuse (error, _("A request for review that was late was admitted without a reason, or one in time was not."));
  if (change->had_outcome && muster_text_is_blank (review->late_reason))
    return refuse (error, _("A review was asked for again after its outcome, without a reason."));
  return TRUE;
}

static gboolean
check_outcome (const MusterReviewRowChange *change, GError **error)
{
  const MusterReview *review = change->review;
  gboolean has_conditions = !muster_text_is_blank (review->conditions);

  if (change->content_changed)
    return refuse (error, _("A request for review was changed after it had been recorded."));
  if (review->decider != change->signer)
    return refuse (error, _("A review was decided in the name of another account than the one that signed."));
  if (review->decider == change->decision->proposer || review->decider == change->decision->decider)
    return refuse (error, _("A review was decided by somebody who had a part in the decision."));
  if (review->state != MUSTER_REVIEW_UPHELD && review->state != MUSTER_REVIEW_REVERSED && review->state != MUSTER_REVIEW_MODIFIED)
    return refuse (error, _("A review has an outcome that cannot be."));
  if ((has_conditions && review->state != MUSTER_REVIEW_MODIFIED) ||
      (!has_conditions && review->state == MUSTER_REVIEW_MODIFIED && change->decision->facts.kind != MUSTER_DECISION_REVOCATION))
    return refuse (error, _("A review has conditions where it cannot, or lacks them."));
  return TRUE;
}

gboolean
muster_change_rule_check_review (const char *operation, const MusterReviewRowChange *change, GError **error)
{
  if (change->is_new)
    return g_strcmp0 (operation, "file-review") == 0 ? check_filed (change, error) : refuse (error, _("A review did not begin as a request."));
  if (change->state_before != MUSTER_REVIEW_PENDING)
    return refuse (error, _("A review was changed after it had been decided."));
  if (g_strcmp0 (operation, "decide-review") != 0)
    return refuse (error, _("A review was decided by an operation that cannot."));
  return check_outcome (change, error);
}

gboolean
muster_change_rule_check_reviewed (const MusterCertificationEvent *event, const MusterReview *review, const MusterReviewedFacts *decision, MusterCertificationState before, GError **error)
{
  MusterCertificationVerb verb;

  if (review == NULL || !muster_review_find_change (review->state, review->conditions, &verb))
    return refuse (error, _("A certification was given back for a review that this entry did not grant."));
  if (event->assister_id != decision->facts.assister_id || (event->type & decision->facts.types) == 0)
    return refuse (error, _("The review of one decision was carried out on another person, or in another role."));
  if (!g_date_valid (&event->effective) || !g_date_valid (&review->effective) || g_date_compare (&event->effective, &review->effective) != 0 ||
      g_date_compare (&event->effective, &decision->facts.effective) < 0)
    return refuse (error, _("The outcome of a review was carried out from another day than it says."));
  if (!muster_certification_is_return_to (muster_certification_get_given_back (verb, before), event->to) || event->authority != decision->facts.authority)
    return refuse (error, _("Something else was carried out than what the review decided."));
  return TRUE;
}
