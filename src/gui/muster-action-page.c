/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-action-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-follow-up-rule.h"
#include "gui/muster-badge.h"
#include "gui/muster-bundle-button.h"
#include "gui/muster-case-access-section.h"
#include "gui/muster-case-history-rows.h"
#include "gui/muster-case-rows.h"
#include "gui/muster-close-dialog.h"
#include "gui/muster-escalation-section.h"
#include "gui/muster-follow-up-dialog.h"
#include "gui/muster-follow-up-section.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-heading.h"
#include "gui/muster-letter-section.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-severity-dialog.h"
#include "gui/muster-step-dialog.h"
#include "gui/muster-step-rows.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-late-steps.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-account-table.h"
#include "store/muster-cases-table.h"
#include "store/muster-journal-query.h"

struct _MusterActionPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  MusterBundleButton *bundle;
  GtkLabel *number;
  MusterBadge *state;
  MusterBadge *severity;
  GtkWidget *buttons;
  GtkWidget *step_button;
  GtkWidget *cause_button;
  GtkWidget *close_button;
  GtkWidget *void_button;
  MusterEscalationSection *escalation;
  MusterRowGroup *facts;
  MusterRowGroup *clauses;
  MusterRowGroup *steps;
  MusterFollowUpSection *follow_up;
  MusterRowGroup *end;
  MusterLetterSection *letters;
  MusterCaseAccessSection *access;
  MusterRowGroup *earlier;
  MusterRowGroup *similar;
  AdwStatusPage *problem;

  MusterStore *store;
  gint64 id;
  char *cause;
};

G_DEFINE_FINAL_TYPE (MusterActionPage, muster_action_page, ADW_TYPE_NAVIGATION_PAGE)

static char *
dup_due (const MusterCorrectiveAction *action)
{
  GDate today;

  muster_gui_text_get_today (&today);
  /* Once all is done, the day of the check is the one to keep. */
  if (action->state == MUSTER_ACTION_OPEN && muster_corrective_action_get_deadline (action) == &action->due)
    return muster_gui_text_dup_date_and_due (&action->due, &today);
  return muster_gui_text_dup_date (&action->due);
}

static void
show_head (MusterActionPage *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_autofree char *person = muster_gui_names_dup_person (database, action->assister_id);
  g_autofree char *heading = muster_gui_names_dup_case (action->number, person);
  gboolean may = action->state == MUSTER_ACTION_OPEN && muster_store_may (self->store, "close-action");
  g_autoptr (GError) missing = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), heading);
  muster_bundle_button_show (self->bundle, self->store, action->number);
  gtk_label_set_text (self->number, heading);
  muster_badge_set_action (self->state, action, &today);
  muster_badge_set_severity (self->severity, action->severity);
  gtk_widget_set_visible (self->buttons, may);
  gtk_widget_set_visible (self->void_button, muster_outcome_check_role (MUSTER_OUTCOME_VOIDED, muster_store_get_account (self->store)->role, NULL));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.add-step", muster_corrective_action_check_plan (action, &missing));
  gtk_widget_set_tooltip_text (self->step_button, missing != NULL ? missing->message : NULL);
  gtk_button_set_label (GTK_BUTTON (self->cause_button), action->cause != NULL ? _("Change C_ause…") : _("Record C_ause…"));
}

/* Only where a day can still be asked for. */
static void
add_due (MusterActionPage *self, const MusterCorrectiveAction *action)
{
  g_autofree char *due = dup_due (action);
  AdwActionRow *row = muster_row_group_add_value (self->facts, _("Due"), due);
  gboolean may = action->state == MUSTER_ACTION_OPEN && muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_EXTENSION) == NULL &&
                 muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) == NULL && muster_store_may (self->store, "ask-extension");

  if (may)
    muster_row_add_button (row, "x-office-calendar-symbolic", _("Ask for Extension…"), "action.ask-extension", NULL);
}

static void
show_facts (MusterActionPage *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_autofree char *person = muster_gui_names_dup_person (database, action->assister_id);
  g_autofree char *opener = muster_gui_names_dup_account (database, action->opened_account);
  g_autofree char *opened = muster_gui_text_dup_date (&action->opened);
  g_autofree char *opened_by = g_strdup_printf ("%s · %s", opened, opener);
  g_autofree char *cited = muster_case_rows_dup_cited (database, action->number);
  g_autoptr (GHashTable) wordings = muster_wording_steps_load (database, action->clause_version, &action->opened, NULL);
  g_auto (GStrv) remarks = muster_account_table_list_action_ties (database, action, NULL);

  muster_row_group_begin (self->facts);
  muster_row_group_add_value_link (self->facts, _("Whom it is about"), person, "win.open-assister", action->assister_id);
  if (action->incident_id != 0)
    muster_row_group_add_value_link (self->facts, _("What it came from"), _("Incident"), "win.open-incident", action->incident_id);
  muster_row_group_add_value (self->facts, _("Finding"), action->finding);
  muster_row_group_add_value (self->facts, _("Cause"), action->cause != NULL ? action->cause : action->state == MUSTER_ACTION_OPEN ? _("Not recorded yet")
                                                                                                                                    : _("Not recorded"));
  add_due (self, action);
  muster_row_group_add_value (self->facts, _("Why it is due later than by the rules"), action->due_reason);
  muster_row_group_add_value (self->facts, _("Restriction meanwhile"), muster_restriction_get_label (action->restriction));
  muster_row_group_add_value (self->facts, _("Limits"), action->restriction_text);
  muster_row_group_add_value (self->facts, _("Opened"), opened_by);
  for (guint i = 0; remarks != NULL && remarks[i] != NULL; i++)
    muster_row_group_add_value (self->facts, _("Remark"), remarks[i]);
  muster_row_group_end (self->facts);
  muster_case_rows_show_clauses (self->clauses, action->clause_ids, action->clause_version, cited, wordings);
}

static void
show_end (MusterActionPage *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_autofree char *closer = muster_gui_names_dup_account (database, action->closed_account);
  g_autofree char *closed = muster_gui_text_dup_date (&action->closed);
  g_autofree char *closed_by = g_strdup_printf ("%s · %s", closed, closer), *late = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->end), action->state != MUSTER_ACTION_OPEN);
  muster_row_group_begin (self->end);
  muster_row_group_add_value (self->end, _("Outcome"), muster_outcome_get_label (action->outcome));
  muster_row_group_add_value (self->end, _("Closed"), closed_by);
  muster_row_group_add_value (self->end, _("Note"), action->closing_note);
  muster_journal_query_dup_detail (database, muster_close_action.name, action->number, MUSTER_LATE_REASON, &late, NULL);
  muster_row_group_add_value (self->end, _("Why it was closed late"), late);
  muster_row_group_end (self->end);
}

/* What else there is to know does not keep the page from being shown. */
static void
show_history (MusterActionPage *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_autoptr (MusterCaseHistory) history = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  history = muster_case_history_load (database, action, &today, NULL);
  muster_escalation_section_show (self->escalation, self->store, action, history);
  muster_case_history_rows_show (self->earlier, self->similar, history);
}

static void
show_problem (MusterActionPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
show_action (MusterActionPage *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_set_str (&self->cause, action->cause);
  show_head (self, database, action);
  show_facts (self, database, action);
  muster_step_rows_show (self->steps, self->store, database, action);
  muster_follow_up_section_show (self->follow_up, self->store, database, action);
  show_end (self, database, action);
  show_history (self, database, action);
  muster_letter_section_show (self->letters, self->store, MUSTER_LETTER_ABOUT_ACTION, action->id, action->assister_id);
  muster_case_access_section_show (self->access, self->store, database, MUSTER_CASE_ACTION, action->id, action->number);
  gtk_stack_set_visible_child_name (self->stack, "action");
}

static void
refresh (MusterActionPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCorrectiveAction) action = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);

  if (database != NULL)
    {
      action = muster_action_table_load (database, self->id, &error);
      if (action != NULL)
        show_action (self, database, action);
      muster_store_read_done (self->store, database);
    }
  if (action == NULL)
    show_problem (self, error);
}

static void
add_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_step_dialog_new (self->store, MUSTER_STEP_PURPOSE_ADD, self->id, 0), widget);
}

static void
complete_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_step_dialog_new (self->store, MUSTER_STEP_PURPOSE_COMPLETE, self->id, g_variant_get_int32 (parameter)), widget);
}

static void
verify_step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_step_dialog_new (self->store, MUSTER_STEP_PURPOSE_VERIFY, self->id, g_variant_get_int32 (parameter)), widget);
}

static void
set_cause_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_CAUSE, self->id, self->cause), widget);
}

static void
change_severity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_severity_dialog_new (self->store, self->id), widget);
}

static void
ask_extension_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_follow_up_dialog_new (self->store, MUSTER_FOLLOW_UP_PURPOSE_EXTEND, self->id), widget);
}

static void
record_response_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_follow_up_dialog_new (self->store, MUSTER_FOLLOW_UP_PURPOSE_RESPOND, self->id), widget);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_close_dialog_new (self->store, self->id), widget);
}

static void
void_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterActionPage *self = MUSTER_ACTION_PAGE (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_VOID, self->id, NULL), widget);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_letter_section_print (MUSTER_ACTION_PAGE (widget)->letters);
}

static void
muster_action_page_dispose (GObject *object)
{
  g_clear_object (&MUSTER_ACTION_PAGE (object)->store);
  g_clear_pointer (&MUSTER_ACTION_PAGE (object)->cause, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ACTION_PAGE);
  G_OBJECT_CLASS (muster_action_page_parent_class)->dispose (object);
}

static void
muster_action_page_class_init (MusterActionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_action_page_dispose;
  g_type_ensure (MUSTER_TYPE_BADGE);
  g_type_ensure (MUSTER_TYPE_CASE_ACCESS_SECTION);
  g_type_ensure (MUSTER_TYPE_BUNDLE_BUTTON);
  g_type_ensure (MUSTER_TYPE_ESCALATION_SECTION);
  g_type_ensure (MUSTER_TYPE_FOLLOW_UP_SECTION);
  g_type_ensure (MUSTER_TYPE_LETTER_SECTION);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-action-page.ui");
  muster_heading_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, bundle);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, number);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, state);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, severity);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, cause_button);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, void_button);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, escalation);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, facts);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, clauses);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, steps);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, follow_up);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, end);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, letters);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, similar);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, access);
  gtk_widget_class_bind_template_child (widget_class, MusterActionPage, problem);
  gtk_widget_class_install_action (widget_class, "action.add-step", NULL, add_step_cb);
  gtk_widget_class_install_action (widget_class, "action.complete-step", "i", complete_step_cb);
  gtk_widget_class_install_action (widget_class, "action.verify-step", "i", verify_step_cb);
  gtk_widget_class_install_action (widget_class, "action.set-cause", NULL, set_cause_cb);
  gtk_widget_class_install_action (widget_class, "action.change-severity", NULL, change_severity_cb);
  gtk_widget_class_install_action (widget_class, "action.ask-extension", NULL, ask_extension_cb);
  gtk_widget_class_install_action (widget_class, "action.record-response", NULL, record_response_cb);
  gtk_widget_class_install_action (widget_class, "action.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "action.void", NULL, void_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
}

static void
muster_action_page_init (MusterActionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_action_page_new (MusterStore *store, gint64 id)
{
  MusterActionPage *self = g_object_new (MUSTER_TYPE_ACTION_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gint64
muster_action_page_get_id (MusterActionPage *self)
{
  return self->id;
}
