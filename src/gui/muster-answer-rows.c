/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-rule-text.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-certification-operations.h"

#define REACTIVATION_RULE "reactivation-window"

static const MusterRequirement *
get_requirement (const MusterPersonFacts *facts, const MusterAnswerRequirement *line)
{
  guint n;

  return muster_rule_pack_get_requirements (facts->answer->pack, &n)[line->place];
}

/* One sentence for each requirement that stands in the way of @type. @dup: what is said of it. */
static char *
dup_lacking (const MusterPersonFacts *facts, MusterAssisterType type, const char *between, char *(*dup) (const MusterRequirement *, const MusterRequirementFinding *) )
{
  const GArray *lines = facts->answer->answer->requirements;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const MusterAnswerRequirement *line = &g_array_index (lines, MusterAnswerRequirement, i);
      const MusterRequirement *requirement = get_requirement (facts, line);
      g_autofree char *sentence = NULL;

      if (line->type != type || !requirement->blocks || !muster_requirement_status_is_lacking (line->finding.status))
        continue;
      sentence = dup (requirement, &line->finding);
      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "", sentence);
    }
  return g_string_free_and_steal (text);
}

/* The open actions that are behind @reason; empty for a reason of another kind, and on another day than today, as which they are not known. */
static GPtrArray *
list_behind (const MusterPersonFacts *facts, const MusterAnswerReason *reason)
{
  gboolean stops = strcmp (reason->code, muster_reason_to_code (MUSTER_REASON_STOP_WORK)) == 0;
  gboolean limits = strcmp (reason->code, muster_reason_to_code (MUSTER_REASON_RESTRICTED)) == 0;
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; facts->is_today && i < facts->actions->len; i++)
    {
      const MusterCorrectiveAction *action = facts->actions->pdata[i];

      if (action->state == MUSTER_ACTION_OPEN &&
          ((stops && action->restriction == MUSTER_RESTRICTION_STOP_WORK) || (limits && action->restriction == MUSTER_RESTRICTION_LIMITED)))
        g_ptr_array_add (actions, (gpointer) action);
    }
  return actions;
}

/* The decision behind it, and from which day a new application can be recorded. */
static gboolean
add_revocation (MusterRowGroup *group, const MusterPersonFacts *facts, const MusterAnswerReason *reason)
{
  g_autofree char *day = NULL, *text = NULL;

  if (!facts->is_today || facts->revocation == NULL || strcmp (reason->code, muster_reason_to_code (MUSTER_REASON_REVOKED)) != 0)
    return FALSE;
  day = g_date_valid (&facts->again) ? muster_gui_text_dup_date (&facts->again) : NULL;
  if (day == NULL)
    text = g_strdup_printf (_("%s: %s"), facts->revocation->number, reason->cure);
  else if (g_date_compare (&facts->again, &facts->today) > 0)
    /* Translators: the number of a decision; a day */
    text = g_strdup_printf (_("%s: A review that is granted, or a new application, which can be recorded from %s."), facts->revocation->number, day);
  else
    /* Translators: the number of a decision; a day that is past */
    text = g_strdup_printf (_("%s: A review that is granted, or a new application, which can be recorded since %s."), facts->revocation->number, day);
  muster_row_group_add_link (group, reason->text, text, NULL, "win.open-decision", facts->revocation->id);
  return TRUE;
}

/* Once for each action behind it, and it leads there. */
static void
add_reasons (MusterRowGroup *group, const MusterPersonFacts *facts)
{
  const GPtrArray *reasons = facts->answer->answer->reasons;

  for (guint i = 0; i < reasons->len; i++)
    {
      const MusterAnswerReason *reason = reasons->pdata[i];
      g_autoptr (GPtrArray) behind = list_behind (facts, reason);

      if (add_revocation (group, facts, reason))
        continue;
      if (behind->len == 0)
        muster_row_group_add_text (group, reason->text, reason->cure);
      for (guint j = 0; j < behind->len; j++)
        {
          const MusterCorrectiveAction *action = behind->pdata[j];
          /* Translators: the number of a corrective action, and what is to be done */
          g_autofree char *text = g_strdup_printf (_("%s: %s"), action->number, reason->cure);

          muster_row_group_add_link (group, reason->text, text, NULL, "win.open-action", action->id);
        }
    }
}

/* What would cure it, for a role that is not certified and can still be. */
static void
add_way (MusterRowGroup *group, const MusterPersonFacts *facts, guint bit)
{
  MusterCertificationState state = facts->standing_facts.states[bit];
  gboolean is_suspended = state == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE;
  const char *role = muster_assister_type_get_label (1u << bit);
  g_autofree char *cures = NULL, *title = NULL;

  if (!is_suspended && !muster_certification_is_early_stage (state))
    return;
  cures = dup_lacking (facts, 1u << bit, "\n", muster_requirement_dup_cure);
  if (*cures != '\0')
    /* Translators: a role; under it stands what is still to be done */
    title = g_strdup_printf (is_suspended ? _("%s: can be reinstated if") : _("%s: becomes Certified if"), role);
  else
    title = g_strdup_printf (_("%s: everything that is required is recorded"), role);
  if (*cures != '\0')
    muster_row_group_add_text (group, title, cures);
  else
    muster_row_group_add_text (group, title, is_suspended ? _("The certification can be reinstated.") : _("It is certified once the marketplace confirms."));
}

/* Adds to a row of the group what takes the proposal up. */
static void
offer (AdwActionRow *row, MusterStore *store, const MusterPersonFacts *facts, guint bit, MusterCertificationVerb verb, const char *reason)
{
  const MusterOperation *operation = muster_certification_operation (verb);
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (!facts->is_today || operation == NULL || !muster_store_may (store, operation->name) ||
      !muster_certification_plan (facts->events, 1u << bit, verb, 0, &facts->today, &planned, &superseded, NULL))
    return;
  label = g_strconcat (muster_certification_verb_get_title (verb), "…", NULL);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(iis)", (int) verb, 1 << bit, reason);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "assister.take-up");
  adw_action_row_add_suffix (row, button);
}

static void
add_suspension (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, guint bit)
{
  g_autofree char *lacking = dup_lacking (facts, 1u << bit, " ", muster_requirement_dup_text);
  g_autofree char *title = g_strdup_printf (_("%s: suspension proposed"), muster_assister_type_get_label (1u << bit));

  offer (muster_row_group_add_text (group, title, lacking), store, facts, bit, MUSTER_VERB_SUSPEND, lacking);
}

static void
add_review (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, guint bit)
{
  g_autofree char *title = g_strdup_printf (_("%s: ready to be submitted for review"), muster_assister_type_get_label (1u << bit));
  const char *reason = _("Everything that is required is recorded.");

  offer (muster_row_group_add_text (group, title, reason), store, facts, bit, MUSTER_VERB_SUBMIT, reason);
}

static void
add_expiry (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, guint bit)
{
  const MusterRuleDays *window = muster_rule_pack_get_days (facts->answer->pack, REACTIVATION_RULE, NULL);
  g_autofree char *title = g_strdup_printf (_("%s: expiry proposed"), muster_assister_type_get_label (1u << bit));
  g_autofree char *count = window != NULL ? muster_rule_days_dup_text (window) : NULL;
  /* Translators: “730 days” */
  g_autofree char *reason = g_strdup_printf (_("The time in which the suspension could be lifted, %s, is over."), count != NULL ? count : "?");

  offer (muster_row_group_add_text (group, title, reason), store, facts, bit, MUSTER_VERB_EXPIRE, reason);
}

/* It is a proposal: a person decides. */
static void
add_proposal (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, guint bit)
{
  MusterCertificationState proposed = facts->answer->answer->proposed[bit];

  if (proposed == (MusterCertificationState) facts->standing_facts.states[bit])
    return;
  if (proposed == MUSTER_STATE_SUSPENDED_ADMINISTRATIVE)
    add_suspension (group, store, facts, bit);
  else if (proposed == MUSTER_STATE_PENDING_REVIEW)
    add_review (group, store, facts, bit);
  else if (proposed == MUSTER_STATE_EXPIRED)
    add_expiry (group, store, facts, bit);
}

void
muster_answer_rows_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts)
{
  muster_row_group_begin (group);
  add_reasons (group, facts);
  if (facts->despite_open_items != NULL)
    muster_row_group_add_text (group, _("Reinstated while something was open"), facts->despite_open_items);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    add_way (group, facts, bit);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    add_proposal (group, store, facts, bit);
  muster_row_group_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), muster_row_group_get_n_rows (group) > 0);
}
