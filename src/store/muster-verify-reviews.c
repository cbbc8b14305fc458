/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-change-rule-review.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "store/muster-people-table.h"

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
  return !found || read_reviewed (&view, decision) || fail (error, MUSTER_ERROR_DAMAGED, _("A decision has a kind, a state, an authority or a day that there is not."));
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

/* What the certification was before the decision that @event gives back; none where that one was not in force when it was added. */
static gboolean
find_before (MusterVerifier *self, const MusterCertificationEvent *event, MusterCertificationState *before, GError **error)
{
  g_autoptr (GPtrArray) events = muster_people_table_list_events (self->database, event->assister_id, error);
  g_autoptr (GPtrArray) standing = NULL;
  gint64 decision_id;

  if (events == NULL)
    return FALSE;
  for (guint i = events->len; i > 0; i--)
    if (((const MusterCertificationEvent *) events->pdata[i - 1])->id >= event->id)
      g_ptr_array_remove_index (events, i - 1);
  standing = muster_certification_list_standing (events, event->type);
  if (!muster_certification_find_decision (standing, &decision_id, before) || decision_id != event->decision_id)
    *before = MUSTER_STATE_NONE;
  return TRUE;
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
