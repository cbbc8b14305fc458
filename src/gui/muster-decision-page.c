/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-decision-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "gui/muster-approval-dialog.h"
#include "gui/muster-badge.h"
#include "gui/muster-bundle-button.h"
#include "gui/muster-case-access-section.h"
#include "gui/muster-case-rows.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-heading.h"
#include "gui/muster-impact.h"
#include "gui/muster-letter-section.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-review-dialog.h"
#include "gui/muster-review-rows.h"
#include "operations/muster-call-off.h"
#include "operations/muster-cure-steps.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-decision-days-query.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-review-clock-query.h"

struct _MusterDecisionPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  MusterBundleButton *bundle;
  GtkLabel *heading;
  GtkLabel *kind;
  MusterBadge *state;
  MusterBadge *emergency;
  GtkLabel *hint;
  GtkWidget *buttons;
  GtkWidget *approve_button;
  GtkWidget *refuse_button;
  GtkWidget *take_back_button;
  GtkWidget *call_off_button;
  GtkWidget *file_review_button;
  GtkWidget *decide_review_button;
  MusterRowGroup *proposal;
  MusterRowGroup *grounds;
  MusterRowGroup *actions;
  MusterRowGroup *impact;
  MusterRowGroup *outcome;
  MusterLetterSection *letters;
  MusterCaseAccessSection *access;
  MusterRowGroup *review;
  AdwStatusPage *problem;

  MusterStore *store;
  gint64 id;
  gint64 review_id; /* the one that waits for its outcome; 0: none */
};

G_DEFINE_FINAL_TYPE (MusterDecisionPage, muster_decision_page, ADW_TYPE_NAVIGATION_PAGE)

/* Why the buttons are what they are: above all why nobody approves their own. */
static const char *
get_hint (const MusterDecision *decision, const MusterAccount *me, MusterApprovalMode mode)
{
  if (decision->state != MUSTER_DECISION_PROPOSED)
    return NULL;
  switch (mode)
    {
    case MUSTER_APPROVAL_OWN:
      return _("It waits for you or another administrator.");
    case MUSTER_APPROVAL_SECOND:
      if (decision->proposer != me->id)
        return _("It waits for an administrator.");
      return me->role == MUSTER_ROLE_ADMINISTRATOR ? _("You proposed it, so you cannot decide about it. Another administrator does: on their own computer, or here with their own password.")
                                                   : _("You proposed it, so you cannot decide about it. An administrator does: on their own computer, or here with their own password.");
    case MUSTER_APPROVAL_EMERGENCY:
      return _("You proposed it, and there is no other administrator. Add one, or decide single-handed in an emergency, which stays marked for ever.");
    case MUSTER_APPROVAL_NONE:
    default:
      return _("There is no administrator who could decide about it.");
    }
}

/* Until its day it can be called off, once. */
static gboolean
may_call_off (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision, const MusterDecision *waiting)
{
  g_autoptr (MusterDecision) target = NULL;
  GDate today;

  if (decision->state != MUSTER_DECISION_APPROVED || waiting != NULL || !muster_store_may (self->store, "propose-calling-off"))
    return FALSE;
  muster_gui_text_get_today (&today);
  target = muster_call_off_load (database, decision->id, &today, NULL);
  return target != NULL;
}

/* The proposal to call @decision off that waits for a second person; %NULL for none. */
static MusterDecision *
find_waiting (MusterDatabase *database, const MusterDecision *decision)
{
  MusterDecisionFilter filter = { .assister_id = decision->assister_id, .only_pending = TRUE };
  g_autoptr (GPtrArray) decisions = muster_decision_table_list (database, &filter, NULL);

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    if (((const MusterDecision *) decisions->pdata[i])->calls_off == decision->id)
      return g_ptr_array_steal_index (decisions, i);
  return NULL;
}

static void
show_call_off (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision, const MusterDecision *waiting)
{
  gboolean may = may_call_off (self, database, decision, waiting);

  gtk_widget_set_visible (self->call_off_button, may);
  if (!may)
    return;
  gtk_widget_set_visible (self->buttons, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
  gtk_label_set_text (self->hint, _("It is decided, and has not taken effect. Until then it can be called off, by a proposal that a second person approves."));
}

static void
show_buttons (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision)
{
  const MusterAccount *me = muster_store_get_account (self->store);
  g_autoptr (GPtrArray) accounts = muster_account_table_list (database, NULL);
  MusterApprovalMode mode = accounts != NULL ? muster_approval_dialog_find_mode (me, decision, accounts, NULL) : MUSTER_APPROVAL_NONE;
  gboolean waits = decision->state == MUSTER_DECISION_PROPOSED;
  gboolean is_own = decision->proposer == me->id;
  const char *hint = get_hint (decision, me, mode);
  gboolean may_propose = muster_store_may (self->store, "propose-revocation");

  gtk_widget_set_visible (self->approve_button, waits && mode != MUSTER_APPROVAL_NONE && (may_propose || mode == MUSTER_APPROVAL_OWN));
  gtk_widget_set_visible (self->refuse_button, waits && mode == MUSTER_APPROVAL_OWN && muster_store_may (self->store, "refuse-decision"));
  gtk_widget_set_visible (self->take_back_button, waits && is_own && muster_store_may (self->store, "take-back-proposal"));
  gtk_widget_set_visible (self->buttons, waits);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);
  gtk_label_set_text (self->hint, hint != NULL ? hint : "");
  gtk_button_set_label (GTK_BUTTON (self->approve_button), mode == MUSTER_APPROVAL_SECOND ? _("_Approve as a Second Person…") : _("_Approve…"));
}

static void
show_head (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision, const char *ties)
{
  g_autofree char *person = muster_gui_names_dup_person (database, decision->assister_id);
  g_autofree char *heading = muster_gui_names_dup_case (decision->number, person);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), heading);
  muster_bundle_button_show (self->bundle, self->store, decision->number);
  gtk_label_set_text (self->heading, heading);
  gtk_label_set_text (self->kind, muster_decision_kind_get_label (decision->kind));
  muster_badge_set_decision (self->state, decision);
  if (decision->emergency)
    muster_badge_set (self->emergency, MUSTER_BADGE_ERROR, "dialog-warning-symbolic", _("Single-handed, in an emergency"));
  else
    muster_badge_set (self->emergency, MUSTER_BADGE_WARNING, "dialog-warning-symbolic", _("Not clearly two people"));
  gtk_widget_set_visible (GTK_WIDGET (self->emergency), decision->emergency || ties != NULL);
}

/* A row that leads to another decision. */
static void
add_other (MusterRowGroup *group, MusterDatabase *database, gint64 id, const char *text)
{
  g_autoptr (MusterDecision) other = id != 0 ? muster_decision_table_load (database, id, NULL) : NULL;
  g_autofree char *title = NULL;

  if (other == NULL)
    return;
  title = g_strdup_printf (C_("decision", "%s  %s"), other->number, muster_decision_kind_get_label (other->kind));
  muster_row_group_add_value_link (group, text, title, "win.open-decision", other->id);
}

/* The time to cure, and why it is cut short where it is. */
static void
add_cure (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *text = NULL, *immediate = NULL, *end = NULL;
  GDate last;

  if (!muster_cure_steps_load (database, decision, &last, &text, &immediate, NULL) || !g_date_valid (&last))
    return;
  end = muster_gui_text_dup_date (&last);
  muster_row_group_add_value (group, _("Time to cure through"), end);
  muster_row_group_add_value (group, _("How that is counted"), text);
  muster_row_group_add_value (group, _("At once, because"), immediate);
}

static void
show_proposal (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *person = muster_gui_names_dup_person (database, decision->assister_id);
  g_autofree char *types = muster_gui_text_dup_types (decision->types);
  g_autofree char *proposer = muster_gui_names_dup_account (database, decision->proposer);
  g_autofree char *when = muster_gui_text_dup_time (decision->proposed_at);
  g_autofree char *proposed = g_strdup_printf ("%s · %s", proposer, when);
  g_autofree char *effective = muster_gui_text_dup_date (&decision->proposed_effective);

  muster_row_group_begin (self->proposal);
  muster_row_group_add_value_link (self->proposal, _("Whom it is about"), person, "win.open-assister", decision->assister_id);
  add_other (self->proposal, database, decision->calls_off, _("What it calls off"));
  muster_row_group_add_value (self->proposal, _("Roles affected"), types);
  muster_row_group_add_value (self->proposal, _("Facts and reason"), decision->reason);
  /* Once it is decided, what was decided says the day. */
  if (!g_date_valid (&decision->effective) || (g_date_valid (&decision->proposed_effective) && !muster_date_equal (&decision->proposed_effective, &decision->effective)))
    muster_row_group_add_value (self->proposal, _("Effective"), g_date_valid (&decision->proposed_effective) ? effective : _("From the day of approval"));
  add_cure (self->proposal, database, decision);
  muster_row_group_add_value (self->proposal, _("Whose decision it is"), muster_authority_get_label (decision->authority));
  muster_row_group_add_value (self->proposal, _("Proposed by"), proposed);
  muster_row_group_end (self->proposal);
}

static void
show_grounds (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *cited = muster_case_rows_dup_cited (database, decision->number);
  g_autoptr (GHashTable) wordings = NULL;
  GDate today, proposed;

  muster_gui_text_get_today (&today);
  muster_date_set_time (&proposed, decision->proposed_at);
  wordings = muster_wording_steps_load (database, decision->clause_version, &proposed, NULL);
  muster_case_rows_show_clauses (self->grounds, decision->clause_ids, decision->clause_version, cited, wordings);
  muster_row_group_begin (self->actions);
  for (guint i = 0; i < decision->action_ids->len; i++)
    {
      g_autoptr (MusterCorrectiveAction) action = muster_action_table_load (database, g_array_index (decision->action_ids, gint64, i), NULL);

      if (action != NULL)
        muster_case_rows_add_action (self->actions, action, &today);
    }
  muster_row_group_end (self->actions);
}

/* What a review holds off has no day yet. */
static void
add_days (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision)
{
  g_autoptr (GPtrArray) days = muster_decision_days_list (database, decision);

  for (guint i = 0; i < days->len; i++)
    {
      const MusterCountedDay *day = days->pdata[i];
      g_autofree char *last = g_date_valid (&day->last) ? muster_gui_text_dup_date (&day->last) : g_strdup (_("Held off by the review"));

      muster_row_group_add_value (group, muster_decision_day_get_label (day->day), last);
      muster_row_group_add_value (group, _("How that is counted"), day->text);
    }
}

static void
add_reapplying (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *day = NULL, *counted = NULL;
  GDate today, from;

  muster_gui_text_get_today (&today);
  muster_decision_days_find_reapplying (database, decision, &today, &from, &counted);
  if (g_date_valid (&from))
    day = muster_gui_text_dup_date (&from);
  else if (counted != NULL)
    day = g_strdup (_("Held off by the review"));
  muster_row_group_add_value (group, _("A new application can be recorded from"), day);
  muster_row_group_add_value (group, _("How that is counted"), counted);
}

/* What was not served lets no time run. */
static void
add_review_clock (MusterRowGroup *group, MusterDatabase *database, const MusterDecision *decision)
{
  g_autofree char *counted = NULL, *last = NULL, *text = NULL;
  MusterReviewClock clock;

  if (!muster_review_clock_concerns (decision) || !muster_review_clock_load (database, decision, &clock, &counted, NULL))
    return;
  last = g_date_valid (&clock.last) ? muster_gui_text_dup_date (&clock.last) : NULL;
  text = muster_review_clock_dup_text (&clock);
  muster_row_group_add_value (group, _("Notice"), text);
  muster_row_group_add_value (group, _("A review may be asked for through"), last);
  muster_row_group_add_value (group, _("How that is counted"), counted);
}

static void
show_outcome (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision, const MusterDecision *waiting, const char *ties)
{
  g_autofree char *decider = muster_gui_names_dup_account (database, decision->decider);
  g_autofree char *when = muster_gui_text_dup_time (decision->decided_at);
  g_autofree char *decided = g_strdup_printf ("%s · %s", decider, when);
  g_autofree char *effective = muster_gui_text_dup_date (&decision->effective);

  gtk_widget_set_visible (GTK_WIDGET (self->outcome), decision->state != MUSTER_DECISION_PROPOSED);
  muster_row_group_begin (self->outcome);
  add_other (self->outcome, database, decision->called_off_by, _("Called off by"));
  add_other (self->outcome, database, waiting != NULL ? waiting->id : 0, _("Waits for a second person to call it off"));
  muster_row_group_add_value (self->outcome, _("Decided by"), decision->decider != 0 ? decided : NULL);
  muster_row_group_add_value (self->outcome, _("Remark"), ties);
  muster_row_group_add_value (self->outcome, _("Reason"), decision->decision_reason);
  muster_row_group_add_value (self->outcome, _("Effective"), g_date_valid (&decision->effective) ? effective : NULL);
  add_review_clock (self->outcome, database, decision);
  add_days (self->outcome, database, decision);
  add_reapplying (self->outcome, database, decision);
  muster_row_group_end (self->outcome);
}

static void
show_review (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision)
{
  MusterReviewOffers offers;

  muster_review_rows_show (self->review, database, decision);
  muster_review_rows_find_offers (self->store, database, decision, &offers);
  self->review_id = offers.pending;
  gtk_widget_set_visible (self->file_review_button, offers.may_file);
  gtk_widget_set_visible (self->decide_review_button, offers.may_decide);
  if (offers.may_file || offers.may_decide)
    gtk_widget_set_visible (self->buttons, TRUE);
  if (offers.pending == 0)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->hint), TRUE);
  gtk_label_set_text (self->hint, offers.may_decide ? _("A review of it waits for you, or another administrator who had no part in the decision.")
                                                    : _("A review of it waits for an administrator who had no part in the decision."));
}

static void
show_decision (MusterDecisionPage *self, MusterDatabase *database, const MusterDecision *decision)
{
  g_autoptr (MusterDecision) waiting = find_waiting (database, decision);
  gboolean takes = decision->state == MUSTER_DECISION_PROPOSED && decision->kind != MUSTER_DECISION_CALLING_OFF;
  g_autofree char *ties = NULL;

  muster_account_table_dup_ties (database, decision, decision->decider, &ties, NULL);
  show_head (self, database, decision, ties);
  show_buttons (self, database, decision);
  show_call_off (self, database, decision, waiting);
  show_proposal (self, database, decision);
  show_grounds (self, database, decision);
  show_outcome (self, database, decision, waiting, ties);
  show_review (self, database, decision);
  gtk_widget_set_visible (GTK_WIDGET (self->grounds), decision->kind != MUSTER_DECISION_CALLING_OFF);
  gtk_widget_set_visible (GTK_WIDGET (self->impact), takes);
  if (takes)
    muster_impact_show (self->impact, self->store, decision->assister_id, decision->types);
  muster_letter_section_show (self->letters, self->store, MUSTER_LETTER_ABOUT_DECISION, decision->id, decision->assister_id);
  muster_case_access_section_show (self->access, self->store, database, MUSTER_CASE_DECISION, decision->id, decision->number);
  gtk_stack_set_visible_child_name (self->stack, "decision");
}

static void
show_problem (MusterDecisionPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
refresh (MusterDecisionPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterDecision) decision = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);

  if (database != NULL)
    {
      decision = muster_decision_table_load (database, self->id, &error);
      if (decision != NULL)
        show_decision (self, database, decision);
      muster_store_read_done (self->store, database);
    }
  if (decision == NULL)
    show_problem (self, error);
}

static void
approve_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterDecisionPage *self = MUSTER_DECISION_PAGE (widget);

  adw_dialog_present (muster_approval_dialog_new (self->store, self->id), widget);
}

static void
ask_reason (GtkWidget *widget, MusterReasonPurpose purpose)
{
  MusterDecisionPage *self = MUSTER_DECISION_PAGE (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, purpose, self->id, NULL), widget);
}

static void
refuse_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_REFUSE);
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_TAKE_BACK);
}

static void
call_off_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_CALL_OFF);
}

/* A request, or the outcome of the one that waits. */
static void
review_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterDecisionPage *self = MUSTER_DECISION_PAGE (widget);

  adw_dialog_present (self->review_id == 0 ? muster_review_dialog_new_request (self->store, self->id) : muster_review_dialog_new_outcome (self->store, self->review_id), widget);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_letter_section_print (MUSTER_DECISION_PAGE (widget)->letters);
}

static void
muster_decision_page_dispose (GObject *object)
{
  g_clear_object (&MUSTER_DECISION_PAGE (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_DECISION_PAGE);
  G_OBJECT_CLASS (muster_decision_page_parent_class)->dispose (object);
}

static void
muster_decision_page_class_init (MusterDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_decision_page_dispose;
  g_type_ensure (MUSTER_TYPE_BADGE);
  g_type_ensure (MUSTER_TYPE_CASE_ACCESS_SECTION);
  g_type_ensure (MUSTER_TYPE_BUNDLE_BUTTON);
  g_type_ensure (MUSTER_TYPE_LETTER_SECTION);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-decision-page.ui");
  muster_heading_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, bundle);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, heading);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, state);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, emergency);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, hint);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, refuse_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, call_off_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, file_review_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, decide_review_button);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, proposal);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, grounds);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, actions);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, impact);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, letters);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, review);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, access);
  gtk_widget_class_bind_template_child (widget_class, MusterDecisionPage, problem);
  gtk_widget_class_install_action (widget_class, "decision.approve", NULL, approve_cb);
  gtk_widget_class_install_action (widget_class, "decision.refuse", NULL, refuse_cb);
  gtk_widget_class_install_action (widget_class, "decision.take-back", NULL, take_back_cb);
  gtk_widget_class_install_action (widget_class, "decision.call-off", NULL, call_off_cb);
  gtk_widget_class_install_action (widget_class, "decision.review", NULL, review_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
}

static void
muster_decision_page_init (MusterDecisionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_decision_page_new (MusterStore *store, gint64 id)
{
  MusterDecisionPage *self = g_object_new (MUSTER_TYPE_DECISION_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gint64
muster_decision_page_get_id (MusterDecisionPage *self)
{
  return self->id;
}
