/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule-review.h"
#include "domain/muster-date.h"
#include "domain/muster-decision-lifting.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"
#include "store/muster-rules-table.h"

static const char *const reviews_sql = "SELECT id FROM review WHERE decision_id = ?1";

/* What is gathered of a review that the entry decides. */
typedef struct
{
  MusterReview *review;
  MusterReviewedFacts decision;
} Decided;

static gboolean
fail (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static void
decided_free (gpointer data)
{
  Decided *decided = data;

  muster_review_free (decided->review);
  g_free (decided);
}

/* An unset day where there is none; %FALSE where it is no day. */
static gboolean
read_day (const MusterRowView *view, const char *column, GDate *day)
{
  g_autofree char *text = muster_row_view_dup_text (view, column);

  g_date_clear (day, 1);
  return text == NULL || muster_date_parse_iso (text, day, NULL);
}

static gboolean
read_review (const MusterRowView *view, MusterReview *review)
{
  g_autofree char *state = muster_row_view_dup_text (view, "state");

  review->decision_id = muster_row_view_get_int (view, "decision_id");
  review->late = muster_row_view_get_int (view, "late") != 0;
  review->late_reason = muster_row_view_dup_text (view, "late_reason");
  review->conditions = muster_row_view_dup_text (view, "conditions");
  review->decider = muster_row_view_get_int (view, "decider");
  return state != NULL && muster_review_state_from_code (state, &review->state, NULL) && read_day (view, "filed", &review->filed) &&
         read_day (view, "effective", &review->effective);
}

static gboolean
read_reviewed (const MusterRowView *view, MusterReviewedFacts *decision)
{
  g_autofree char *kind = muster_row_view_dup_text (view, "kind"), *authority = muster_row_view_dup_text (view, "authority"), *state = muster_row_view_dup_text (view, "state");

  decision->facts.assister_id = muster_row_view_get_int (view, "assister_id");
  decision->facts.types = muster_row_view_get_int (view, "types");
  decision->proposer = muster_row_view_get_int (view, "proposer");
  decision->decider = muster_row_view_get_int (view, "decider");
  decision->decided_at = muster_row_view_get_int (view, "decided_at");
  return kind != NULL && muster_decision_kind_from_code (kind, &decision->facts.kind, NULL) && authority != NULL &&
         muster_authority_from_code (authority, &decision->facts.authority, NULL) && state != NULL && muster_decision_state_from_code (state, &decision->state, NULL) &&
         read_day (view, "effective", &decision->facts.effective) && read_day (view, "review_until", &decision->review_until);
}

/* The time for asking for a review, by how the notice had been served before the entry. */
static gboolean
find_clock (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *view, MusterReviewedFacts *decision, GError **error)
{
  g_autofree char *name = muster_row_view_dup_text (view, "rule_pack");
  g_autoptr (GArray) notices = muster_verify_list_notices (self, check, decision->facts.id, error);
  g_autoptr (MusterRulePack) pack = notices != NULL && name != NULL ? muster_rules_table_find_pack (self->database, name, NULL) : NULL;
  const MusterRuleDays *rule = pack != NULL ? muster_rule_pack_get_days (pack, "review-request", NULL) : NULL;
  const MusterDecision facts = { .authority = decision->facts.authority, .effective = decision->facts.effective, .review_until = decision->review_until };

  if (notices == NULL)
    return FALSE;
  muster_review_clock_find (&facts, (const MusterNoticeService *) (gpointer) notices->data, notices->len, rule, &decision->clock);
  return TRUE;
}

/* The decision as it was before the entry; its id is 0 where there was none. */
static gboolean
find_reviewed (MusterVerifier *self, const MusterEntryCheck *check, gint64 id, MusterReviewedFacts *decision, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  MusterRowView view;
  gboolean found;

  *decision = (MusterReviewedFacts) { .facts = { .id = id } };
  if (!muster_verify_find_row_before (self, check, MUSTER_TABLE_DECISION, id, &statement, &view, &found, error))
    return FALSE;
  if (!found)
    decision->facts.id = 0;
  if (!found)
    return TRUE;
  if (!read_reviewed (&view, decision))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A decision has a kind, a state, an authority or a day that there is not."));
  return find_clock (self, check, &view, decision, error);
}

/* Who decides the review is to be somebody else than the proposer and who decided, too. */
static void
remark_on_ties (MusterVerifier *self, const MusterRowChange *change, const MusterReview *review, const MusterReviewedFacts *decision)
{
  g_autofree char *number = muster_row_view_dup_text (&change->after, "number");
  g_autofree char *ties = muster_verify_accounts_dup_ties (self, review->decider, decision->proposer, decision->decided_at);
  g_autofree char *to_decider =
    decision->decider != decision->proposer ? muster_verify_accounts_dup_tie_to (self, MUSTER_TIE_TO_REVIEWED, review->decider, decision->decider, decision->decided_at) : NULL;

  if (ties != NULL)
    muster_verifier_remark (self, g_strdup_printf ("%s: %s", number, ties));
  if (to_decider != NULL)
    muster_verifier_remark (self, g_strdup_printf ("%s: %s", number, to_decider));
}

/* The reviews of a decision, by their states. */
static gboolean
take_state (const MusterRowView *view, gint64 id, gpointer data)
{
  MusterReviewRowChange *row = data;
  g_autofree char *code = muster_row_view_dup_text (view, "state");
  MusterReviewState state;

  if (code == NULL || !muster_review_state_from_code (code, &state, NULL))
    return FALSE;
  row->had_outcome |= state >= MUSTER_REVIEW_UPHELD;
  return TRUE;
}

/* Earlier programs asked for nothing. */
static gboolean
find_earlier (MusterVerifier *self, const MusterEntryCheck *check, gint64 decision_id, MusterReviewRowChange *row, GError **error)
{
  if (!row->is_new || self->schema < MUSTER_SCHEMA_OF_TIES)
    return TRUE;
  return muster_verify_read_before (self, check, reviews_sql, MUSTER_TABLE_REVIEW, decision_id, take_state, row, error);
}

gboolean
muster_verify_review (MusterVerifier *self, MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  static const char *const outcome[] = { "state", "decider", "decided_at", "reason", "conditions", "effective", NULL };
  g_autoptr (MusterReview) review = muster_review_new ();
  g_autofree char *before = muster_row_view_dup_text (&change->before, "state");
  MusterReviewRowChange row = { .is_new = change->is_new, .signer = check->signer, .review = review };
  MusterReviewedFacts decision;
  Decided *decided;

  if (!read_review (&change->after, review) || (before != NULL && !muster_review_state_from_code (before, &row.state_before, NULL)))
    return fail (error, MUSTER_ERROR_DAMAGED, _("A review has a state or a day that there is not."));
  if (!find_reviewed (self, check, review->decision_id, &decision, error))
    return FALSE;
  if (!find_earlier (self, check, review->decision_id, &row, error))
    return FALSE;
  row.decision = &decision;
  row.content_changed = change->is_new ? !muster_row_change_is_bare (change, outcome + 1) : muster_row_change_differs_beside (change, outcome);
  if (!muster_change_rule_check_review (check->operation, &row, error))
    return FALSE;
  if (change->is_new)
    return TRUE;
  remark_on_ties (self, change, review, &decision);
  decided = g_new (Decided, 1);
  *decided = (Decided) { g_steal_pointer (&review), decision };
  g_ptr_array_add (check->reviewed, decided);
  return TRUE;
}

GPtrArray *
muster_verify_reviewed_new (void)
{
  return g_ptr_array_new_with_free_func (decided_free);
}

/* The person’s certifications from before @event was added. */
static GPtrArray *
list_events_before (MusterVerifier *self, const MusterCertificationEvent *event, GError **error)
{
  GPtrArray *events = muster_people_table_list_events (self->database, event->assister_id, error);

  for (guint i = events != NULL ? events->len : 0; i > 0; i--)
    if (((const MusterCertificationEvent *) events->pdata[i - 1])->id >= event->id)
      g_ptr_array_remove_index (events, i - 1);
  return events;
}

/* What the certification was before the decision that @event gives back; none where that one was not in force when it was added. */
static gboolean
find_before (MusterVerifier *self, const MusterCertificationEvent *event, MusterCertificationState *before, GError **error)
{
  g_autoptr (GPtrArray) events = list_events_before (self, event, error);
  g_autoptr (GPtrArray) standing = events != NULL ? muster_certification_list_standing (events, event->type) : NULL;
  gint64 decision_id;

  if (standing == NULL)
    return FALSE;
  if (!muster_certification_find_decision (standing, &decision_id, before) || decision_id != event->decision_id)
    *before = MUSTER_STATE_NONE;
  return TRUE;
}

/* The decision as it was before, as far as its lifting is concerned; %NULL where there was none. */
static gboolean
check_lifted (MusterVerifier *self, const MusterEntryCheck *check, gint64 decision_id, GError **error)
{
  g_autoptr (MusterDecision) decision = muster_decision_new ();
  MusterOtherAdministrators others;
  MusterReviewedFacts facts;
  gboolean alone;

  if (!find_reviewed (self, check, decision_id, &facts, error))
    return FALSE;
  decision->number = g_strdup ("");
  decision->proposer = facts.proposer;
  decision->decider = facts.decider;
  muster_verify_accounts_find_others (self, check->signer, &others);
  return muster_decision_check_lifting (decision, check->signer, &others, check->time, &alone, NULL) ||
         fail (error, MUSTER_ERROR_RULE, _("A suspension for cause was lifted by one of the two who had decided it, and somebody else was there."));
}

gboolean
muster_verify_lifting (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  g_autoptr (GPtrArray) events = NULL, standing = NULL;
  MusterCertificationState before;
  gint64 decision_id;

  if (self->schema < MUSTER_SCHEMA_OF_TIES || event->from != MUSTER_STATE_SUSPENDED_FOR_CAUSE || g_strcmp0 (check->operation, "reinstate") != 0)
    return TRUE;
  events = list_events_before (self, event, error);
  standing = events != NULL ? muster_certification_list_standing (events, event->type) : NULL;
  if (standing == NULL)
    return FALSE;
  return !muster_certification_find_decision (standing, &decision_id, &before) || check_lifted (self, check, decision_id, error);
}

gboolean
muster_verify_reviewed_event (MusterVerifier *self, const MusterEntryCheck *check, const MusterCertificationEvent *event, GError **error)
{
  MusterCertificationState before;

  for (guint i = 0; i < check->reviewed->len; i++)
    {
      const Decided *decided = check->reviewed->pdata[i];

      if (decided->review->decision_id == event->decision_id)
        return find_before (self, event, &before, error) && muster_change_rule_check_reviewed (event, decided->review, &decided->decision, before, error);
    }
  return muster_change_rule_check_reviewed (event, NULL, NULL, MUSTER_STATE_NONE, error);
}
