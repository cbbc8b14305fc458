/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-reviews.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-commands.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-rules.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "operations/muster-late-steps.h"
#include "operations/muster-review-operations.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-review-table.h"
#include "store/muster-rules-table.h"

static const MusterCtlOption file_options[] = {
  { "on", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("The day on which the request came; today if not given") },
  { "route", MUSTER_CTL_TEXT, FALSE, N_("NAME"), N_("How it came: mail, email, by-hand, portal or phone; mail if not given") },
  { "note", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What it says") },
  { "accept-late", MUSTER_CTL_TEXT, FALSE, N_("REASON"), N_("Why it is admitted although it is late, else it is kept as not admitted; or although a review was decided already") },
  { NULL },
};

static const MusterCtlOption decide_options[] = {
  { "outcome", MUSTER_CTL_TEXT, TRUE, N_("NAME"), N_("upheld, reversed or modified") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { "conditions", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("With “modified”: the person gets back what there was before, and this is what the person has to keep to") },
  { "effective", MUSTER_CTL_TEXT, FALSE, N_("DATE"), N_("From which day a change holds; today if not given") },
  { "late-reason", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("Why it is decided after its last day; needed then") },
  { NULL },
};

static const MusterCtlOption list_options[] = {
  { "pending", MUSTER_CTL_FLAG, FALSE, NULL, N_("Only those that wait for their outcome") },
  { NULL },
};

static gboolean
print_request (MusterCtlTable *table, MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, GError **error)
{
  g_autofree char *person = muster_ctl_person_dup_label (database, decision->assister_id);
  g_autofree char *filed = muster_date_to_iso (&review->filed), *due = muster_date_to_iso (&review->due);
  g_autofree char *counted = muster_rules_table_dup_arithmetic (database, review->rule_pack, "review-decision", &review->filed, &review->due);
  gboolean admitted = review->state != MUSTER_REVIEW_NOT_ADMITTED;
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  muster_ctl_table_add_field (table, _("Review"), review->number);
  muster_ctl_table_add_field (table, _("Of"), decision->number);
  muster_ctl_table_add_field (table, _("Person"), person);
  muster_ctl_table_add_field (table, _("State"), muster_review_state_get_label (review->state));
  muster_ctl_table_add_field (table, _("Asked for on"), filed);
  muster_ctl_table_add_field (table, _("How it came"), muster_review_route_get_label (review->route));
  muster_ctl_table_add_field (table, _("What it says"), review->note);
  if (!muster_ctl_add_review_clock (table, database, decision, error))
    return FALSE;
  muster_ctl_table_add_field (table, _("LATE"), review->late ? _("It came after the last day") : NULL);
  muster_ctl_table_add_field (table, _("Admitted because"), review->late_reason);
  muster_ctl_table_add_field (table, _("To be decided by"), admitted ? due : NULL);
  muster_ctl_table_add_field (table, _("Counted"), admitted ? counted : NULL);
  muster_ctl_table_add_field (table, _("OVERDUE"), muster_review_is_overdue (review, &today) ? _("The outcome is overdue") : NULL);
  return TRUE;
}

static gboolean
print_text (MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, GError **error)
{
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (2, NULL);
  g_autofree char *effective = muster_date_to_iso (&review->effective);
  g_autofree char *recorder = NULL, *decider = NULL, *ties = NULL, *late = NULL;

  if (!muster_ctl_dup_account_name (database, review->account_id, &recorder, error) || !muster_ctl_dup_account_name (database, review->decider, &decider, error) ||
      !muster_journal_query_dup_detail (database, muster_decide_review.name, review->number, MUSTER_LATE_REASON, &late, error) ||
      !muster_account_table_dup_review_ties (database, review, decision, &ties, error) || !print_request (table, database, review, decision, error))
    return FALSE;
  muster_ctl_table_add_field (table, _("Recorded by"), recorder);
  muster_ctl_table_add_field (table, _("Decided by"), decider);
  muster_ctl_table_add_field (table, _("Reason"), review->reason);
  muster_ctl_table_add_field (table, _("Conditions"), review->conditions);
  muster_ctl_table_add_field (table, _("Effective"), effective);
  muster_ctl_table_add_field (table, _("DECIDED LATE"), late != NULL || !muster_review_was_decided_late (review) ? late : _("No reason was recorded"));
  muster_ctl_table_add_field (table, _("REMARK"), ties);
  muster_ctl_table_print (table);
  return TRUE;
}

static gboolean
fill_request (JsonBuilder *json, MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, GError **error)
{
  g_autofree char *person = muster_assister_dup_code (decision->assister_id);
  GDate today;

  g_date_set_time_t (&today, time (NULL));
  muster_ctl_json_text (json, "review", review->number);
  muster_ctl_json_text (json, "decision", decision->number);
  muster_ctl_json_text (json, "person", person);
  muster_ctl_json_text (json, "state", muster_review_state_to_code (review->state));
  muster_ctl_json_day (json, "filed", &review->filed);
  muster_ctl_json_text (json, "route", muster_review_route_to_code (review->route));
  muster_ctl_json_text (json, "note", review->note);
  if (!muster_ctl_json_review_clock (json, database, decision, error))
    return FALSE;
  muster_ctl_json_flag (json, "late", review->late);
  muster_ctl_json_text (json, "late_reason", review->late_reason);
  muster_ctl_json_day (json, "due", &review->due);
  muster_ctl_json_flag (json, "overdue", muster_review_is_overdue (review, &today));
  muster_ctl_json_text (json, "rule_pack", review->rule_pack);
  muster_ctl_json_text (json, "reason", review->reason);
  muster_ctl_json_text (json, "conditions", review->conditions);
  muster_ctl_json_day (json, "effective", &review->effective);
  return TRUE;
}

static gboolean
fill_review (JsonBuilder *json, MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, GError **error)
{
  g_autofree char *recorder = NULL, *decider = NULL, *ties = NULL, *late = NULL;

  if (!muster_ctl_dup_account_name (database, review->account_id, &recorder, error) || !muster_ctl_dup_account_name (database, review->decider, &decider, error) ||
      !muster_journal_query_dup_detail (database, muster_decide_review.name, review->number, MUSTER_LATE_REASON, &late, error) ||
      !muster_account_table_dup_review_ties (database, review, decision, &ties, error) || !fill_request (json, database, review, decision, error))
    return FALSE;
  muster_ctl_json_text (json, "recorded_by", recorder);
  muster_ctl_json_text (json, "decided_by", decider);
  muster_ctl_json_time (json, "decided_at", review->decided_at);
  muster_ctl_json_flag (json, "decided_late", muster_review_was_decided_late (review));
  muster_ctl_json_text (json, "decided_late_reason", late);
  muster_ctl_json_text (json, "remark", ties);
  return TRUE;
}

static int
print_review (MusterCtl *ctl, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterReview) review = database != NULL ? muster_review_table_load (database, id, error) : NULL;
  g_autoptr (MusterDecision) decision = review != NULL ? muster_decision_table_load (database, review->decision_id, error) : NULL;
  g_autoptr (JsonBuilder) json = NULL;

  if (decision == NULL)
    return -1;
  if (!ctl->json)
    return print_text (database, review, decision, error) ? MUSTER_EXIT_DONE : -1;
  json = muster_ctl_json_new ();
  if (!fill_review (json, database, review, decision, error))
    return -1;
  muster_ctl_json_print (json);
  return MUSTER_EXIT_DONE;
}

/* The review that the argument names, by its own number or by that of its decision: then the one that waits, or else the newest. */
static gint64
find_review (MusterCtl *ctl, GError **error)
{
  const char *number = muster_ctl_get_argument (ctl, 0);
  MusterDatabase *database = muster_ctl_read (ctl, error);
  MusterReviewFilter filter = { 0 };
  g_autoptr (GPtrArray) reviews = NULL;

  if (database == NULL)
    return 0;
  if (g_ascii_strncasecmp (number, "AP-", 3) == 0)
    return muster_review_table_find (database, number, error);
  filter.decision_id = muster_decision_table_find (database, number, error);
  reviews = filter.decision_id != 0 ? muster_review_table_list (database, &filter, error) : NULL;
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    if (((const MusterReview *) reviews->pdata[i])->state == MUSTER_REVIEW_PENDING)
      return ((const MusterReview *) reviews->pdata[i])->id;
  if (reviews != NULL && reviews->len > 0)
    return ((const MusterReview *) reviews->pdata[0])->id;
  if (reviews != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("No review of %s has been asked for."), number);
  return 0;
}

static int
run_file (MusterCtl *ctl, GError **error)
{
  MusterReviewRequest request = { .note = muster_ctl_get (ctl, "note"), .accept_late = muster_ctl_get (ctl, "accept-late") };
  MusterDatabase *database;
  gint64 id = 0;

  if (!muster_ctl_get_day (ctl, "on", &request.filed, error) ||
      (muster_ctl_has (ctl, "route") && !muster_review_route_from_code (muster_ctl_get (ctl, "route"), &request.route, error)) ||
      !muster_ctl_check_may (ctl, muster_file_review.name, error))
    return -1;
  database = muster_ctl_read (ctl, error);
  request.decision_id = database != NULL ? muster_decision_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
  if (request.decision_id == 0 || !muster_ctl_perform (ctl, &muster_file_review, &request, &id, error))
    return -1;
  return print_review (ctl, id, error);
}

/* Before it is done; what speaks against it is said by the operation. */
static void
warn (MusterCtl *ctl, const MusterReviewAnswer *answer)
{
  g_auto (GStrv) lines = NULL;
  GDate today;

  muster_ctl_rules_get_today (&today);
  lines = muster_review_preview_new (ctl->database, answer->review_id, answer->outcome, answer->conditions, &today, NULL);
  if (lines != NULL)
    muster_ctl_warn (ctl, lines);
}

static int
run_decide (MusterCtl *ctl, GError **error)
{
  MusterReviewAnswer answer = { .reason = muster_ctl_get (ctl, "reason"), .conditions = muster_ctl_get (ctl, "conditions"), .late_reason = muster_ctl_get (ctl, "late-reason") };

  if (!muster_review_outcome_from_code (muster_ctl_get (ctl, "outcome"), &answer.outcome, error) || !muster_ctl_get_day (ctl, "effective", &answer.effective, error) ||
      !muster_ctl_check_may (ctl, muster_decide_review.name, error))
    return -1;
  answer.review_id = find_review (ctl, error);
  if (answer.review_id == 0)
    return -1;
  warn (ctl, &answer);
  if (!muster_ctl_perform (ctl, &muster_decide_review, &answer, NULL, error))
    return -1;
  return print_review (ctl, answer.review_id, error);
}

static int
run_show (MusterCtl *ctl, GError **error)
{
  gint64 id = find_review (ctl, error);

  return id != 0 ? print_review (ctl, id, error) : -1;
}

static gboolean
print_list (MusterDatabase *database, GPtrArray *reviews, GError **error)
{
  const char *headers[] = { _("Review"), _("Of"), _("Person"), _("State"), _("Asked for on"), _("To be decided by"), _("Reason") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);

  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];
      g_autoptr (MusterDecision) decision = muster_decision_table_load (database, review->decision_id, error);
      g_autofree char *filed = muster_date_to_iso (&review->filed), *due = muster_date_to_iso (&review->due), *person = NULL;

      if (decision == NULL)
        return FALSE;
      person = muster_ctl_person_dup_label (database, decision->assister_id);
      muster_ctl_table_add (table, (const char *[]) { review->number, decision->number, person, muster_review_state_get_label (review->state), filed,
                                                      review->state == MUSTER_REVIEW_PENDING ? due : NULL, review->reason });
    }
  muster_ctl_table_print (table);
  return TRUE;
}

static gboolean
print_list_json (MusterDatabase *database, GPtrArray *reviews, GError **error)
{
  g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

  muster_ctl_json_begin_list (json, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      const MusterReview *review = reviews->pdata[i];
      g_autoptr (MusterDecision) decision = muster_decision_table_load (database, review->decision_id, error);

      json_builder_begin_object (json);
      if (decision == NULL || !fill_review (json, database, review, decision, error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  muster_ctl_json_print (json);
  return TRUE;
}

static int
run_list (MusterCtl *ctl, GError **error)
{
  MusterReviewFilter filter = { .only_pending = muster_ctl_has (ctl, "pending") };
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (GPtrArray) reviews = database != NULL ? muster_review_table_list (database, &filter, error) : NULL;

  if (reviews == NULL)
    return -1;
  if (ctl->json)
    return print_list_json (database, reviews, error) ? MUSTER_EXIT_DONE : -1;
  return print_list (database, reviews, error) ? MUSTER_EXIT_DONE : -1;
}

gboolean
muster_ctl_json_review_of (JsonBuilder *json, MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterReview) review = NULL;

  if (!muster_review_table_load_newest (database, id, &review, error))
    return FALSE;
  muster_ctl_json_text (json, "review", review != NULL ? review->number : NULL);
  muster_ctl_json_text (json, "review_state", review != NULL ? muster_review_state_to_code (review->state) : NULL);
  return TRUE;
}

gboolean
muster_ctl_dup_review_of (MusterDatabase *database, gint64 id, char **text, GError **error)
{
  g_autoptr (MusterReview) review = NULL;

  *text = NULL;
  if (!muster_review_table_load_newest (database, id, &review, error))
    return FALSE;
  if (review != NULL)
    *text = g_strdup_printf ("%s: %s", review->number, muster_review_state_get_label (review->state));
  return TRUE;
}

const MusterCtlCommand muster_ctl_review_commands[] = {
  { "appeal file", N_("DECISION"), 1, 1, N_("Record a request for review of a decision"), file_options, TRUE, run_file },
  { "appeal decide", N_("ID"), 1, 1, N_("Decide a review; never by who had a part in the decision"), decide_options, TRUE, run_decide },
  { "appeal list", NULL, 0, 0, N_("List requests for review"), list_options, TRUE, run_list },
  { "appeal show", N_("ID"), 1, 1, N_("Show one of them"), NULL, TRUE, run_show },
  { NULL },
};
