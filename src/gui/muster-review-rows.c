/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-review-rows.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-late-steps.h"
#include "operations/muster-review-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-review-table.h"
#include "store/muster-rules-table.h"

static GPtrArray *
list (MusterDatabase *database, const MusterDecision *decision)
{
  MusterReviewFilter filter = { .decision_id = decision->id };

  return muster_review_table_list (database, &filter, NULL);
}

static void
show_request (MusterRowGroup *group, MusterDatabase *database, const MusterReview *review)
{
  const char *state = muster_review_state_get_label (review->state);
  g_autofree char *filed = muster_gui_text_dup_date (&review->filed), *due = muster_gui_text_dup_date (&review->due);
  /* Translators: day, how a request came: “May 2, 2026 · By mail” */
  g_autofree char *asked = g_strdup_printf (C_("review", "%s · %s"), filed, muster_review_route_get_label (review->route));
  g_autofree char *overdue = NULL, *counted = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  muster_row_group_add_value (group, review->number, state);
  muster_row_group_add_value (group, _("Asked for on"), asked);
  muster_row_group_add_value (group, _("What it says"), review->note);
  if (review->late)
    muster_row_group_add_value (group, _("Late"), review->late_reason != NULL ? review->late_reason : _("It came after the last day"));
  else if (review->late_reason != NULL)
    muster_row_group_add_value (group, _("Admitted because"), review->late_reason);
  if (review->state != MUSTER_REVIEW_PENDING)
    return;
  /* Translators: day */
  overdue = muster_review_is_overdue (review, &today) ? g_strdup_printf (_("%s; overdue"), due) : NULL;
  muster_row_group_add_value (group, _("To be decided by"), overdue != NULL ? overdue : due);
  counted = muster_rules_table_dup_arithmetic (database, review->rule_pack, "review-decision", &review->filed, &review->due);
  muster_row_group_add_value (group, _("How that is counted"), counted);
}

static void
show_outcome (MusterRowGroup *group, MusterDatabase *database, const MusterReview *review, const MusterDecision *decision)
{
  g_autofree char *ties = NULL, *decider = NULL, *when = NULL, *decided = NULL, *effective = NULL, *late = NULL;

  if (review->decider == 0)
    return;
  decider = muster_gui_names_dup_account (database, review->decider);
  when = muster_gui_text_dup_time (review->decided_at);
  decided = g_strdup_printf ("%s · %s", decider, when);
  effective = muster_gui_text_dup_date (&review->effective);
  muster_row_group_add_value (group, _("Decided by"), decided);
  muster_journal_query_dup_detail (database, muster_decide_review.name, review->number, MUSTER_LATE_REASON, &late, NULL);
  if (muster_review_was_decided_late (review))
    muster_row_group_add_value (group, _("Why it was decided late"), late != NULL ? late : _("No reason was recorded"));
  muster_row_group_add_value (group, _("Reason"), review->reason);
  muster_row_group_add_value (group, _("Conditions"), review->conditions);
  muster_row_group_add_value (group, _("Effective"), review->state != MUSTER_REVIEW_UPHELD ? effective : NULL);
  muster_account_table_dup_review_ties (database, review, decision, &ties, NULL);
  muster_row_group_add_value (group, _("Remark"), ties);
}

void
muster_review_rows_show (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) reviews = list (database, decision);

  gtk_widget_set_visible (GTK_WIDGET (group), reviews != NULL && reviews->len > 0);
  muster_row_group_begin (group);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      show_request (group, database, reviews->pdata[i]);
      show_outcome (group, database, reviews->pdata[i], decision);
    }
  muster_row_group_end (group);
}

void
muster_review_rows_find_offers (MusterStore *store, MusterDatabase *database, const MusterDecision *decision, MusterReviewOffers *offers)
{
  g_autoptr (GPtrArray) reviews = list (database, decision);
  gboolean reviewable = decision->state == MUSTER_DECISION_APPROVED && decision->called_off_by == 0 && g_date_valid (&decision->review_until);

  *offers = (MusterReviewOffers) { 0 };
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];

      if (review->state != MUSTER_REVIEW_PENDING)
        continue;
      offers->pending = review->id;
      offers->may_decide = muster_store_may (store, muster_decide_review.name) &&
                           muster_review_check_decider (review, decision, muster_store_get_account (store)->id, NULL);
    }
  offers->may_file = reviewable && offers->pending == 0 && muster_store_may (store, muster_file_review.name);
}
