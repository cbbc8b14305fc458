/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-bundle-making.h"

#include <glib/gi18n-lib.h>

#include "operations/muster-cure-steps.h"
#include "operations/muster-late-steps.h"
#include "store/muster-account-table.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-case-entries-query.h"
#include "store/muster-journal-query.h"
#include "store/muster-review-clock-query.h"

/* Decisions with their signatures, and their reviews. */

/* What a signature stands for, by the operation that it signs. */
static const struct
{
  const char *operation;
  const char *label;
} signings[] = {
  { "propose-revocation", N_("Proposed") },
  { "propose-suspension", N_("Proposed") },
  { "propose-calling-off", N_("Proposed") },
  { "approve-decision", N_("Approved") },
  { "refuse-decision", N_("Refused") },
  { "take-back-proposal", N_("Taken back") },
  { "file-review", N_("Request recorded") },
  { "decide-review", N_("Review decided") },
};

static const char *
find_signing (const MusterJournalEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (signings); i++)
    if (g_str_equal (entry->operation, signings[i].operation))
      return _(signings[i].label);
  return NULL;
}

static gboolean
add_signature (MusterBundleMaking *making, MusterBundlePart *part, const MusterJournalEntry *entry, GError **error)
{
  g_auto (MusterEntrySignature) signature = { 0 };
  MusterRole role;
  g_autofree char *time = muster_bundle_making_dup_time (entry->time);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->sequence);
  g_autofree char *who = g_strdup_printf ("%s\n%s", entry->account_name != NULL ? entry->account_name : "–", muster_role_from_code (entry->role, &role, NULL) ? muster_role_get_label (role) : entry->role);
  g_autofree char *key = NULL;

  if (!muster_case_entries_query_signature (making->database, entry, &signature, error))
    return FALSE;
  key = g_strdup_printf ("%s\n%s", signature.fingerprint, signature.holds ? _("The signature is this key’s") : _("The signature is not this key’s: verify the journal"));
  muster_bundle_part_add_row (part, (const char *[]) { find_signing (entry), who, time, number, key });
  return TRUE;
}

/* The entries about @number that are somebody’s signature under it. */
static gboolean
add_signatures (MusterBundleMaking *making, MusterBundlePart *part, const char *number, GError **error)
{
  static const guint shares[] = { 15, 20, 17, 9, 39 };
  const char *headings[] = { _("Signature"), _("Who"), _("When"), _("Entry"), _("Key, and whether it fits"), NULL };
  GPtrArray *entries = making->record->entries;

  muster_bundle_part_begin_table (part, headings, shares);
  for (guint i = 0; i < entries->len; i++)
    {
      const MusterJournalEntry *entry = entries->pdata[i];

      if (g_strcmp0 (entry->subject, number) == 0 && find_signing (entry) != NULL && !add_signature (making, part, entry, error))
        return FALSE;
    }
  return TRUE;
}

static char *
dup_types (guint types)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((types & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", muster_assister_type_get_label (1u << i));
  return g_strdup (text->str);
}

static char *
dup_actions (MusterBundleMaking *making, const MusterDecision *decision)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < making->record->actions->len; i++)
    {
      const MusterCorrectiveAction *action = making->record->actions->pdata[i];

      for (guint j = 0; j < decision->action_ids->len; j++)
        if (g_array_index (decision->action_ids, gint64, j) == action->id)
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", action->number);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static void
add_days (MusterBundleMaking *making, MusterBundlePart *part, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) days = muster_decision_days_list (making->database, decision);

  for (guint i = 0; i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];

      if (g_date_valid (&day->last))
        muster_bundle_making_add_day (part, muster_decision_day_get_label (day->day), &day->last);
      else
        muster_bundle_part_add_fact (part, muster_decision_day_get_label (day->day), _("Held off by the review"));
      muster_bundle_part_add_fact (part, _("How that is counted"), day->text);
    }
}

static void
add_review_clock (MusterBundleMaking *making, MusterBundlePart *part, const MusterDecision *decision)
{
  g_autofree char *counted = NULL, *text = NULL;
  MusterReviewClock clock;

  if (!muster_review_clock_concerns (decision) || !muster_review_clock_load (making->database, decision, &clock, &counted, NULL))
    return;
  text = muster_review_clock_dup_text (&clock);
  muster_bundle_part_add_fact (part, _("Notice"), text);
  muster_bundle_making_add_day (part, _("A review may be asked for through"), &clock.last);
  muster_bundle_part_add_fact (part, _("How that is counted"), counted);
}

static void
add_cure (MusterBundleMaking *making, MusterBundlePart *part, const MusterDecision *decision)
{
  g_autofree char *text = NULL, *immediate = NULL;
  GDate last;

  if (!muster_cure_steps_load (making->database, decision, &last, &text, &immediate, NULL) || !g_date_valid (&last))
    return;
  muster_bundle_making_add_day (part, _("Time to cure through"), &last);
  muster_bundle_part_add_fact (part, _("How that is counted"), text);
  muster_bundle_making_add_said (making, part, decision->number, _("At once, because"), immediate);
}

static void
add_outcome (MusterBundleMaking *making, MusterBundlePart *part, const MusterDecision *decision)
{
  g_autofree char *ties = NULL;

  muster_account_table_dup_ties (making->database, decision, decision->decider, &ties, NULL);
  muster_bundle_part_add_fact (part, _("Decision"), muster_decision_get_label (decision));
  muster_bundle_making_add_deed (making, part, _("Decided"), decision->decider, decision->decided_at);
  muster_bundle_part_add_fact (part, _("Remark"), decision->emergency ? _("Single-handed, in an emergency") : NULL);
  muster_bundle_part_add_fact (part, _("Remark"), ties);
  muster_bundle_making_add_said (making, part, decision->number, _("Reason of the decision"), decision->decision_reason);
  muster_bundle_making_add_day (part, _("Effective"), &decision->effective);
  add_cure (making, part, decision);
  add_review_clock (making, part, decision);
  add_days (making, part, decision);
}

static gboolean
add_decision (MusterBundleMaking *making, MusterBundlePart *part, const MusterDecision *decision, GError **error)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", decision->number, muster_decision_kind_get_label (decision->kind)), *types = dup_types (decision->types);
  g_autofree char *clauses = muster_bundle_making_dup_clauses (decision->clause_ids), *actions = dup_actions (making, decision);

  muster_bundle_part_add_heading (part, heading);
  muster_bundle_part_add_fact (part, _("Roles affected"), types);
  muster_bundle_making_add_said (making, part, decision->number, _("Facts and reason"), decision->reason);
  muster_bundle_part_add_fact (part, _("Clauses"), clauses);
  muster_bundle_part_add_fact (part, _("Corrective actions"), actions);
  muster_bundle_part_add_fact (part, _("Whose decision it is"), muster_authority_get_label (decision->authority));
  muster_bundle_making_add_deed (making, part, _("Proposed"), decision->proposer, decision->proposed_at);
  add_outcome (making, part, decision);
  return add_signatures (making, part, decision->number, error);
}

static gboolean
add_review (MusterBundleMaking *making, MusterBundlePart *part, const MusterReview *review, GError **error)
{
  g_autofree char *heading = g_strdup_printf ("%s  %s", review->number, _("Review")), *late = NULL;

  if (!muster_journal_query_dup_detail (making->database, "decide-review", review->number, MUSTER_LATE_REASON, &late, error))
    return FALSE;
  muster_bundle_part_add_heading (part, heading);
  muster_bundle_making_add_day (part, _("Asked for"), &review->filed);
  muster_bundle_part_add_fact (part, _("By"), muster_review_route_get_label (review->route));
  muster_bundle_part_add_fact (part, _("In time"), review->late ? _("No: after the last day") : _("Yes"));
  muster_bundle_making_add_said (making, part, review->number, review->late ? _("Why it is admitted although late") : _("Why it is admitted although one was decided"), review->late_reason);
  muster_bundle_making_add_said (making, part, review->number, _("Note"), review->note);
  muster_bundle_making_add_day (part, _("To be decided through"), &review->due);
  muster_bundle_part_add_fact (part, _("Outcome"), muster_review_state_get_label (review->state));
  muster_bundle_making_add_deed (making, part, _("Decided"), review->decider, review->decided_at);
  if (muster_review_was_decided_late (review))
    muster_bundle_making_add_said (making, part, review->number, _("Why it was decided late"), late != NULL ? late : _("No reason was recorded"));
  muster_bundle_making_add_said (making, part, review->number, _("Reason"), review->reason);
  muster_bundle_making_add_said (making, part, review->number, _("Conditions"), review->conditions);
  muster_bundle_making_add_day (part, _("Effective"), &review->effective);
  return add_signatures (making, part, review->number, error);
}

gboolean
muster_bundle_make_decisions (MusterBundleMaking *making, GError **error)
{
  const MusterBundleCase *record = making->record;
  MusterBundlePart *part = muster_bundle_add_part (making->bundle, _("Decisions and Signatures"));

  if (record->decision_id == 0)
    {
      muster_bundle_part_add_text (part, record->decisions->len == 0 ? _("No decision about the certification rests on this corrective action.")
                                                                     : _("Decisions that rest on this corrective action are named in part 1; each has a bundle of its own."));
      return TRUE;
    }
  for (guint i = 0; i < record->decisions->len; i++)
    if (!add_decision (making, part, record->decisions->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < record->reviews->len; i++)
    if (!add_review (making, part, record->reviews->pdata[i], error))
      return FALSE;
  return TRUE;
}
