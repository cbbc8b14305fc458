/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-review.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

#define DECISION_RULE "review-decision"

static const char *const state_codes[MUSTER_N_REVIEW_STATES] = { "pending", "not-admitted", "upheld", "reversed", "modified" };
static const char *const state_labels[MUSTER_N_REVIEW_STATES] = { N_("Waits for its outcome"), N_("Too late, not admitted"), N_("Upheld"), N_("Reversed"), N_("Modified") };
static const char *const route_codes[MUSTER_N_ROUTES] = { "mail", "email", "by-hand", "portal", "phone" };
static const char *const route_labels[MUSTER_N_ROUTES] = { N_("By mail"), N_("By e-mail"), N_("By hand"), N_("Through the portal"), N_("By phone") };

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

MusterReview *
muster_review_new (void)
{
  MusterReview *review = g_new0 (MusterReview, 1);

  g_date_clear (&review->filed, 1);
  g_date_clear (&review->due, 1);
  g_date_clear (&review->effective, 1);
  return review;
}

void
muster_review_free (MusterReview *review)
{
  if (review == NULL)
    return;
  g_free (review->number);
  g_free (review->note);
  g_free (review->late_reason);
  g_free (review->rule_pack);
  g_free (review->reason);
  g_free (review->conditions);
  g_free (review);
}

const char *
muster_review_state_to_code (MusterReviewState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_REVIEW_STATES, "");
  return state_codes[state];
}

gboolean
muster_review_state_from_code (const char *code, MusterReviewState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, MUSTER_N_REVIEW_STATES, code, _("This is not a state of a review"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_review_state_get_label (MusterReviewState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_REVIEW_STATES, "");
  return _(state_labels[state]);
}

gboolean
muster_review_outcome_from_code (const char *code, MusterReviewState *outcome, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes + MUSTER_REVIEW_UPHELD, MUSTER_N_REVIEW_STATES - MUSTER_REVIEW_UPHELD, code, _("This is not an outcome of a review"), &index, error))
    return FALSE;
  *outcome = MUSTER_REVIEW_UPHELD + index;
  return TRUE;
}

const char *
muster_review_route_to_code (MusterReviewRoute route)
{
  g_return_val_if_fail ((guint) route < MUSTER_N_ROUTES, "");
  return route_codes[route];
}

gboolean
muster_review_route_from_code (const char *code, MusterReviewRoute *route, GError **error)
{
  guint index;

  if (!muster_code_find (route_codes, MUSTER_N_ROUTES, code, _("This is not a way on which a request comes"), &index, error))
    return FALSE;
  *route = index;
  return TRUE;
}

const char *
muster_review_route_get_label (MusterReviewRoute route)
{
  g_return_val_if_fail ((guint) route < MUSTER_N_ROUTES, "");
  return _(route_labels[route]);
}

gboolean
muster_review_is_overdue (const MusterReview *review, const GDate *today)
{
  return review->state == MUSTER_REVIEW_PENDING && g_date_valid (&review->due) && g_date_compare (&review->due, today) < 0;
}

gboolean
muster_review_was_decided_late (const MusterReview *review)
{
  GDate day;

  if (review->decider == 0 || !g_date_valid (&review->due))
    return FALSE;
  muster_date_set_time (&day, review->decided_at);
  return g_date_compare (&day, &review->due) > 0;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (muster_identifier_contains_ssn (text))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

/* What can be reviewed, and whether on that day it could be asked for. */
static gboolean
check_reviewable (const MusterReview *review, const MusterDecision *decision, const GDate *decided, const GDate *today, GError **error)
{
  g_autofree char *day = muster_date_dup_text (&review->filed), *decided_day = muster_date_dup_text (decided);

  if (decision->state != MUSTER_DECISION_APPROVED || decision->called_off_by != 0 || decision->kind == MUSTER_DECISION_CALLING_OFF || !g_date_valid (&decision->review_until))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("There is nothing to review in %s: only a revocation or a suspension for cause that was approved, and not called off, can be reviewed."),
                   decision->number);
      return FALSE;
    }
  if (!g_date_valid (&review->filed))
    return refuse (error, _("Say on which day the request came."));
  if (!muster_date_check_happened (&review->filed, today, error))
    return FALSE;
  if (g_date_compare (&review->filed, decided) >= 0)
    return TRUE;
  /* Translators: day, decision, day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: %s was decided on %s, and before that there was nothing to review."), day, decision->number, decided_day);
  return FALSE;
}

/* Whether the request says why it is admitted where it has to, and only there. */
static gboolean
check_admission (const MusterReview *review, const MusterReview *earlier, GError **error)
{
  gboolean has_reason = !muster_text_is_blank (review->late_reason);

  if (review->late || has_reason == (earlier != NULL))
    return TRUE;
  if (has_reason)
    return refuse (error, _("The request is in time: nothing has to be said about lateness."));
  /* Translators: a review, its outcome */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s was decided already: “%s”. Say why another review of the same decision is admitted."), earlier->number,
               muster_review_state_get_label (earlier->state));
  return FALSE;
}

gboolean
muster_review_file (MusterReview *review, const MusterDecision *decision, const GDate *decided, const GDate *last, const MusterReview *earlier, MusterRulePack *pack,
                    const GDate *today, GError **error)
{
  const MusterRuleDays *days = muster_rule_pack_get_days (pack, DECISION_RULE, error);
  gboolean has_reason = !muster_text_is_blank (review->late_reason);

  if (days == NULL || !check_reviewable (review, decision, decided, today, error) || !check_text (review->note, error) || !check_text (review->late_reason, error))
    return FALSE;
  review->late = g_date_valid (last) && g_date_compare (&review->filed, last) > 0;
  if (!check_admission (review, earlier, error))
    return FALSE;
  if (!has_reason)
    g_clear_pointer (&review->late_reason, g_free);
  review->decision_id = decision->id;
  review->state = review->late && !has_reason ? MUSTER_REVIEW_NOT_ADMITTED : MUSTER_REVIEW_PENDING;
  muster_deadline_get_last (days, &review->filed, &review->due);
  g_set_str (&review->rule_pack, muster_rule_pack_get_name (pack));
  return TRUE;
}

gboolean
muster_review_check_decider (const MusterReview *review, const MusterDecision *decision, gint64 account, GError **error)
{
  if (review->state != MUSTER_REVIEW_PENDING)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s does not wait for an outcome: it is “%s”."), review->number != NULL ? review->number : "",
                   muster_review_state_get_label (review->state));
      return FALSE;
    }
  if (account == decision->proposer || account == decision->decider)
    return refuse (error, _("Who proposed or decided what is reviewed takes no part in the review. Another administrator decides it."));
  return TRUE;
}

static gboolean
check_outcome (const MusterDecision *decision, MusterReviewState outcome, const char *reason, gboolean has_conditions, GError **error)
{
  if (outcome != MUSTER_REVIEW_UPHELD && outcome != MUSTER_REVIEW_REVERSED && outcome != MUSTER_REVIEW_MODIFIED)
    return refuse (error, _("A review upholds the decision, reverses it or modifies it."));
  if (muster_text_is_blank (reason))
    return refuse (error, _("Give the reason: the person has to be told why."));
  if (has_conditions && outcome != MUSTER_REVIEW_MODIFIED)
    return refuse (error, _("Conditions belong to a decision that is modified."));
  if (outcome == MUSTER_REVIEW_MODIFIED && !has_conditions && decision->kind != MUSTER_DECISION_REVOCATION)
    return refuse (error, _("A suspension is modified by reinstating the person with conditions. Say which."));
  return TRUE;
}

static gboolean
check_effective (const MusterDecision *decision, const GDate *effective, const GDate *today, GError **error)
{
  g_autofree char *day = muster_date_dup_text (effective), *from = muster_date_dup_text (&decision->effective);

  if (g_date_compare (&decision->effective, today) > 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s takes effect only from %s. Until then it is called off."), decision->number, from);
      return FALSE;
    }
  if (!muster_date_check_happened (effective, today, error))
    return FALSE;
  if (g_date_compare (effective, &decision->effective) >= 0)
    return TRUE;
  /* Translators: day, decision, day */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is too early: %s took effect on %s. Choose that day or a later one."), day, decision->number, from);
  return FALSE;
}

gboolean
muster_review_decide (MusterReview *review, const MusterDecision *decision, MusterReviewState outcome, const char *reason, const char *conditions,
                      const GDate *effective, const GDate *today, GError **error)
{
  gboolean has_conditions = !muster_text_is_blank (conditions);

  if (!check_outcome (decision, outcome, reason, has_conditions, error) || !check_text (reason, error) || !check_text (conditions, error))
    return FALSE;
  if (outcome == MUSTER_REVIEW_UPHELD && g_date_valid (effective))
    return refuse (error, _("A decision that is upheld stands from its own day: no other is given."));
  review->effective = g_date_valid (effective) ? *effective : *today;
  if (outcome != MUSTER_REVIEW_UPHELD && !check_effective (decision, &review->effective, today, error))
    return FALSE;
  review->state = outcome;
  g_set_str (&review->reason, reason);
  g_set_str (&review->conditions, has_conditions ? conditions : NULL);
  return TRUE;
}

gboolean
muster_review_find_change (MusterReviewState outcome, const char *conditions, MusterCertificationVerb *verb)
{
  gboolean reduces = outcome == MUSTER_REVIEW_MODIFIED && muster_text_is_blank (conditions);

  *verb = reduces ? MUSTER_VERB_REDUCE_ON_REVIEW : MUSTER_VERB_REINSTATE_ON_REVIEW;
  return outcome == MUSTER_REVIEW_REVERSED || outcome == MUSTER_REVIEW_MODIFIED;
}
