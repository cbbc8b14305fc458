/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-review-operations.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-certification-steps.h"
#include "operations/muster-ground-steps.h"
#include "operations/muster-late-steps.h"
#include "operations/muster-override-remarks.h"
#include "operations/muster-rule-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-review-clock-query.h"
#include "store/muster-review-table.h"

static gboolean
check_none_pending (MusterDatabase *database, const MusterDecision *decision, GError **error)
{
  MusterReviewFilter filter = { .decision_id = decision->id, .only_pending = TRUE };
  g_autoptr (GPtrArray) pending = muster_review_table_list (database, &filter, error);

  if (pending == NULL)
    return FALSE;
  if (pending->len == 0)
    return TRUE;
  /* Translators: a review, a decision */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("%s, about %s, waits for its outcome already."), ((const MusterReview *) pending->pdata[0])->number, decision->number);
  return FALSE;
}

/* Sets @earlier to the newest review of the decision that has its outcome; %NULL for none. */
static gboolean
find_earlier (MusterDatabase *database, gint64 decision_id, MusterReview **earlier, GError **error)
{
  MusterReviewFilter filter = { .decision_id = decision_id };
  g_autoptr (GPtrArray) reviews = muster_review_table_list (database, &filter, error);

  for (guint i = 0; reviews != NULL && i < reviews->len && *earlier == NULL; i++)
    if (((const MusterReview *) reviews->pdata[i])->state >= MUSTER_REVIEW_UPHELD)
      *earlier = g_ptr_array_steal_index (reviews, i);
  return reviews != NULL;
}

static void
describe (MusterWork *work, const MusterReview *review, const MusterDecision *decision)
{
  g_autofree char *person = muster_assister_dup_code (decision->assister_id);

  muster_work_set_subject (work, review->number);
  muster_work_add_detail (work, "decision", decision->number);
  muster_work_add_detail (work, "person", person);
  muster_work_add_detail (work, "state", muster_review_state_to_code (review->state));
}

static MusterReview *
make_review (MusterWork *work, const MusterReviewRequest *request, const MusterDecision *decision, GError **error)
{
  g_autoptr (MusterReview) review = muster_review_new (), earlier = NULL;
  g_autoptr (MusterRulePack) pack = muster_rule_steps_load_pack (work, error);
  g_autofree char *last = NULL;
  MusterReviewClock clock;
  GDate decided;

  if (pack == NULL || !muster_review_clock_load (muster_work_get_database (work), decision, &clock, NULL, error) || !find_earlier (muster_work_get_database (work), decision->id, &earlier, error))
    return NULL;
  g_date_clear (&decided, 1);
  g_date_set_time_t (&decided, decision->decided_at / G_USEC_PER_SEC);
  review->filed = g_date_valid (&request->filed) ? request->filed : *muster_work_get_today (work);
  review->route = request->route;
  review->note = g_strdup (request->note);
  review->late_reason = g_strdup (request->accept_late);
  review->account_id = muster_work_get_account (work)->id;
  review->recorded = muster_work_get_time (work);
  if (!muster_review_file (review, decision, &decided, &clock.last, earlier, pack, muster_work_get_today (work), error))
    return NULL;
  /* By what it was found to be in time or late: a service that is recorded later changes that for nobody. */
  last = muster_date_to_iso (&clock.last);
  muster_work_add_detail (work, "review-ends", last != NULL ? last : muster_review_clock_state_to_code (clock.state));
  return g_steal_pointer (&review);
}

static gboolean
perform_file (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterReviewRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterDecision) decision = muster_decision_table_load (database, request->decision_id, error);
  g_autoptr (MusterReview) review = NULL;
  g_autofree char *day = NULL;

  if (decision == NULL || !check_none_pending (database, decision, error))
    return FALSE;
  review = make_review (work, request, decision, error);
  if (review == NULL || !muster_review_table_save (database, review, g_date_get_year (muster_work_get_today (work)), error))
    return FALSE;
  describe (work, review, decision);
  muster_work_set_reason (work, review->late_reason);
  day = muster_date_to_iso (&review->filed);
  muster_work_add_detail (work, "filed", day);
  if (output != NULL)
    *(gint64 *) output = review->id;
  return TRUE;
}

/* The roles in which @decision is in force, and its certification stands as it left it; the person may have left and come back. */
static guint
list_decided (GPtrArray *events, const MusterDecision *decision)
{
  MusterCertificationState state = decision->kind == MUSTER_DECISION_REVOCATION ? MUSTER_STATE_REVOKED : MUSTER_STATE_SUSPENDED_FOR_CAUSE;
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, 1u << i);
      const MusterCertificationEvent *last = standing->len > 0 ? standing->pdata[standing->len - 1] : NULL;
      MusterCertificationState before;
      gint64 in_force;

      if ((decision->types & (1u << i)) != 0 && last != NULL && last->to == state && muster_certification_find_decision (standing, &in_force, &before) && in_force == decision->id)
        types |= 1u << i;
    }
  return types;
}

static gboolean
refuse_changed (const MusterDecision *decision, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT,
               _("The person’s state changed since %s took effect: in none of its roles is the certification as it left it. Look at the person; record a return first."), decision->number);
  return FALSE;
}

static gboolean
carry_out (MusterWork *work, const MusterReview *review, const MusterDecision *decision, GError **error)
{
  MusterStepContext context = { .assister_id = decision->assister_id, .authority = decision->authority, .on = review->effective, .reason = review->reason, .decision_id = decision->id };
  g_autoptr (GPtrArray) events = NULL;
  MusterCertificationVerb verb;
  guint types;

  if (!muster_review_find_change (review->state, review->conditions, &verb))
    return TRUE;
  events = muster_people_table_list_begun (muster_work_get_database (work), decision->assister_id, muster_work_get_today (work), error);
  if (events == NULL)
    return FALSE;
  types = list_decided (events, decision);
  return types != 0 ? muster_certification_steps_take_all (work, events, types, verb, &context, error) : refuse_changed (decision, error);
}

/* What each role comes to. */
static gboolean
add_steps (GStrvBuilder *builder, MusterDatabase *database, GPtrArray *events, guint types, MusterCertificationVerb verb, const MusterStepContext *context, GError **error)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) planned = NULL;
      g_autoptr (GArray) superseded = NULL;
      const MusterCertificationEvent *step;

      if ((types & (1u << i)) == 0)
        continue;
      if (!muster_certification_steps_plan (database, events, 1u << i, verb, context, &planned, &superseded, error))
        return FALSE;
      step = planned->pdata[0];
      /* Translators: a role, a state, a state: “Broker: Revoked → Suspended” */
      g_strv_builder_take (builder, g_strdup_printf (_("%s: %s → %s"), muster_assister_type_get_label (1u << i), muster_certification_state_get_label (step->from),
                                                     muster_certification_state_get_label (step->to)));
    }
  return TRUE;
}

char **
muster_review_preview_new (MusterDatabase *database, gint64 review_id, MusterReviewState outcome, const char *conditions, const GDate *today, GError **error)
{
  g_autoptr (MusterReview) review = muster_review_table_load (database, review_id, error);
  g_autoptr (MusterDecision) decision = review != NULL ? muster_decision_table_load (database, review->decision_id, error) : NULL;
  g_autoptr (GPtrArray) events = decision != NULL ? muster_people_table_list_begun (database, decision->assister_id, today, error) : NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  MusterCertificationVerb verb;
  MusterStepContext context = { .on = *today };
  GDate day_before;
  guint types;

  if (events == NULL)
    return NULL;
  day_before = decision->effective;
  g_date_subtract_days (&day_before, 1);
  context.assister_id = decision->assister_id;
  context.authority = decision->authority;
  types = list_decided (events, decision);
  if (!muster_review_find_change (outcome, conditions, &verb))
    return g_strv_builder_end (builder);
  if (types == 0)
    {
      refuse_changed (decision, error);
      return NULL;
    }
  if (!add_steps (builder, database, events, types, verb, &context, error) || !muster_override_remarks_add_kept (builder, database, decision->assister_id, types, &day_before, error))
    return NULL;
  return g_strv_builder_end (builder);
}

static gboolean
perform_decide (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterReviewAnswer *answer = input;
  MusterDatabase *database = muster_work_get_database (work);
  const GDate *today = muster_work_get_today (work);
  g_autoptr (MusterReview) review = muster_review_table_load (database, answer->review_id, error);
  g_autoptr (MusterDecision) decision = review != NULL ? muster_decision_table_load (database, review->decision_id, error) : NULL;
  gint64 account = muster_work_get_account (work)->id;
  g_autofree char *day = NULL;

  if (decision == NULL || !muster_ground_steps_check (work, decision, error) || !muster_review_check_decider (review, decision, account, error) ||
      !muster_review_decide (review, decision, answer->outcome, answer->reason, answer->conditions, &answer->effective, today, error) ||
      !muster_late_steps_take (work, &review->due, answer->late_reason, error))
    return FALSE;
  review->decider = account;
  review->decided_at = muster_work_get_time (work);
  if (!muster_review_table_save (database, review, g_date_get_year (today), error) || !carry_out (work, review, decision, error))
    return FALSE;
  describe (work, review, decision);
  muster_work_set_reason (work, review->reason);
  day = muster_date_to_iso (&review->effective);
  muster_work_add_detail (work, "effective", day);
  return TRUE;
}

const MusterOperation muster_file_review = { .name = "file-review", .perform = perform_file };
const MusterOperation muster_decide_review = { .name = "decide-review", .perform = perform_decide };
