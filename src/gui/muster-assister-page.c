/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-action-dialog.h"
#include "gui/muster-answer-rows.h"
#include "gui/muster-answer-view.h"
#include "gui/muster-assister-dialog.h"
#include "gui/muster-assister-history.h"
#include "gui/muster-assister-sections.h"
#include "gui/muster-certification-dialog.h"
#include "gui/muster-certification-menu.h"
#include "gui/muster-correction-dialog.h"
#include "gui/muster-day-dialog.h"
#include "gui/muster-exit-section.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-heading.h"
#include "gui/muster-letter-section.h"
#include "gui/muster-masked-row.h"
#include "gui/muster-origin-button.h"
#include "gui/muster-proposal-dialog.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-requirement-section.h"
#include "gui/muster-transfer-dialog.h"
#include "operations/muster-certification-operations.h"

struct _MusterAssisterPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkLabel *name;
  AdwBin *name_origin;
  GtkLabel *place;
  MusterAnswerView *answer;
  GtkMenuButton *certification_button;
  GtkWidget *action_button;
  GtkWidget *incident_button;
  GtkWidget *proposal_button;
  GtkWidget *edit_button;
  MusterRowGroup *standing;
  MusterRowGroup *roles;
  MusterRequirementSection *requirements;
  MusterRowGroup *actions;
  MusterRowGroup *incidents;
  MusterRowGroup *decisions;
  MusterExitSection *exits;
  MusterRowGroup *tasks;
  MusterLetterSection *letters;
  MusterRowGroup *contact;
  MusterRowGroup *timeline;
  MusterRowGroup *history;
  AdwStatusPage *problem;

  MusterMaskedRow *assister_id; /* lives as long as the page, so that what was revealed stays so while the rest is made anew */
  MusterStore *store;
  gint64 id;
  MusterPersonFacts *facts; /* (nullable): while some of it is still to be shown */
  gboolean awaits_frame;
  guint shown_later, show_later;
};

G_DEFINE_FINAL_TYPE (MusterAssisterPage, muster_assister_page, ADW_TYPE_NAVIGATION_PAGE)

/* The popover is made when it is asked for: it has a row for every step of every role, and most visits never open it. */
static void
open_menu_cb (GtkMenuButton *button, gpointer menu)
{
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* What somebody else does, where the person is who looks. */
static const char *const changing_actions[] = { "assister.edit", "assister.certification", "assister.correct", "assister.transfer", "assister.take-up", "assister.open-action", "assister.propose" };

static void
show_buttons (MusterAssisterPage *self, const MusterPersonFacts *facts)
{
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (facts->events, &facts->today);
  guint takeable = muster_certification_list_possible (begun, MUSTER_VERB_REVOKE) | muster_certification_list_possible (begun, MUSTER_VERB_SUSPEND_FOR_CAUSE);
  g_autoptr (GMenu) menu = muster_certification_menu_new (self->store, facts);

  gtk_widget_set_visible (self->edit_button, muster_store_may (self->store, "edit-assister"));
  gtk_widget_set_visible (self->action_button, muster_store_may (self->store, "open-action"));
  gtk_widget_set_visible (self->incident_button, muster_store_may (self->store, "record-incident"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->incident_button), "x", self->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->incident_button), "win.record-incident-about");
  gtk_widget_set_visible (self->proposal_button, muster_store_may (self->store, "propose-revocation") && takeable != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->certification_button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->certification_button), !facts->is_own);
  for (guint i = 0; i < G_N_ELEMENTS (changing_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing_actions[i], !facts->is_own);
  gtk_menu_button_set_create_popup_func (self->certification_button, open_menu_cb, g_steal_pointer (&menu), g_object_unref);
}

static void
show_head (MusterAssisterPage *self, const MusterPersonFacts *facts)
{
  g_autofree char *name = muster_assister_dup_name (facts->person);
  g_autofree char *code = muster_assister_dup_code (facts->person->id);
  g_autofree char *place = g_strdup_printf ("%s · %s%s", code, facts->agency != NULL ? facts->agency : _("no agency at present"),
                                            facts->is_own ? _(" · your own record: somebody else changes it") : "");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->place, place);
}

static void
show_exits (MusterAssisterPage *self)
{
  MusterDatabase *database = muster_store_read (self->store, NULL);

  if (database == NULL)
    return;
  muster_exit_section_show (self->exits, self->store, database, self->id);
  muster_store_read_done (self->store, database);
}

static void
show_requirements_and_letters (MusterAssisterPage *self)
{
  show_exits (self);
  muster_requirement_section_show (self->requirements, self->store, self->facts);
  muster_letter_section_show (self->letters, self->store, MUSTER_LETTER_ABOUT_CERTIFICATION, self->id, self->id);
}

static void
show_contact_and_past (MusterAssisterPage *self)
{
  muster_assister_sections_show_contact (self->contact, self->assister_id, self->store, self->facts);
  muster_assister_sections_show_timeline (self->timeline, self->facts);
  muster_assister_history_show (self->history, self->store, self->facts);
  gtk_widget_set_visible (GTK_WIDGET (self->contact), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), TRUE);
}

/* What lies below: most of the rows, and nobody sees them in the first frame. */
static void (*const later_sections[]) (MusterAssisterPage *self) = { show_requirements_and_letters, show_contact_and_past };

static gboolean
show_later_cb (gpointer user_data)
{
  MusterAssisterPage *self = user_data;

  later_sections[self->shown_later++](self);
  if (self->shown_later < G_N_ELEMENTS (later_sections))
    return G_SOURCE_CONTINUE;
  self->show_later = 0;
  g_clear_pointer (&self->facts, muster_person_facts_free);
  return G_SOURCE_REMOVE;
}

/* Called before the first frame is laid out and drawn, all in one go: what is added by an idle source comes after it. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  self->awaits_frame = FALSE;
  if (self->facts != NULL)
    self->show_later = g_idle_add_full (G_PRIORITY_LOW, show_later_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
stop_showing (MusterAssisterPage *self)
{
  g_clear_handle_id (&self->show_later, g_source_remove);
  g_clear_pointer (&self->facts, muster_person_facts_free);
}

static void
show_problem (MusterAssisterPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->problem, message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

static void
refresh (MusterAssisterPage *self)
{
  g_autoptr (GError) error = NULL;

  stop_showing (self);
  self->facts = muster_person_facts_new (self->store, self->id, NULL, &error);
  if (self->facts == NULL)
    {
      show_problem (self, error);
      return;
    }
  show_head (self, self->facts);
  muster_answer_view_show (self->answer, self->facts);
  show_buttons (self, self->facts);
  muster_answer_rows_show (self->standing, self->store, self->facts);
  muster_assister_sections_show_roles (self->roles, self->store, self->facts);
  muster_assister_sections_show_actions (self->actions, self->facts);
  muster_assister_sections_show_incidents (self->incidents, self->facts);
  muster_assister_sections_show_decisions (self->decisions, self->facts);
  muster_assister_sections_show_tasks (self->tasks, self->facts, muster_store_may (self->store, "close-task"));
  gtk_stack_set_visible_child_name (self->stack, "person");
  self->shown_later = 0;
  if (!self->awaits_frame)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  self->awaits_frame = TRUE;
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  adw_dialog_present (muster_assister_dialog_new (self->store, self->id), widget);
}

static void
day_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  muster_day_dialog_ask_about (self->store, self->id, widget);
}

static void
certification_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);
  int verb, type;

  g_variant_get (parameter, "(ii)", &verb, &type);
  if (verb >= 0 && verb < MUSTER_N_VERBS && muster_certification_operation (verb) != NULL)
    adw_dialog_present (muster_certification_dialog_new (self->store, self->id, type, verb), widget);
}

static void
correct_cb (GtkWidget *widget, const char *name, GVariant *type)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  adw_dialog_present (muster_correction_dialog_new (self->store, self->id, g_variant_get_int32 (type)), widget);
}

static void
transfer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  adw_dialog_present (muster_transfer_dialog_new (self->store, self->id), widget);
}

/* What the calendar proposes; the reason is what it goes by, and can be written otherwise. */
static void
take_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);
  const char *reason;
  int verb, type;
  AdwDialog *dialog;

  g_variant_get (parameter, "(ii&s)", &verb, &type, &reason);
  if (verb < 0 || verb >= MUSTER_N_VERBS || muster_certification_operation (verb) == NULL)
    return;
  dialog = muster_certification_dialog_new (self->store, self->id, type, verb);
  muster_certification_dialog_propose (MUSTER_CERTIFICATION_DIALOG (dialog), reason);
  adw_dialog_present (dialog, widget);
}

static void
opened_cb (MusterActionDialog *dialog, MusterAssisterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-action", "x", muster_action_dialog_get_action_id (dialog));
}

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);
  AdwDialog *dialog = muster_action_dialog_new (self->store, self->id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (opened_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
proposed_cb (MusterProposalDialog *dialog, MusterAssisterPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-decision", "x", muster_proposal_dialog_get_decision_id (dialog));
}

static void
propose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);
  AdwDialog *dialog = muster_proposal_dialog_new (self->store, self->id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (proposed_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
close_task_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_CLOSE_TASK, g_variant_get_int64 (id), NULL), widget);
}

static void
muster_assister_page_hidden (AdwNavigationPage *page)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (page);

  if (self->assister_id != NULL)
    muster_masked_row_conceal (self->assister_id);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  muster_letter_section_print (MUSTER_ASSISTER_PAGE (widget)->letters);
}

static void
muster_assister_page_dispose (GObject *object)
{
  MusterAssisterPage *self = MUSTER_ASSISTER_PAGE (object);

  stop_showing (self);
  g_clear_object (&self->assister_id);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ASSISTER_PAGE);
  G_OBJECT_CLASS (muster_assister_page_parent_class)->dispose (object);
}

static void
muster_assister_page_class_init (MusterAssisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_assister_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hidden = muster_assister_page_hidden;
  g_type_ensure (MUSTER_TYPE_ANSWER_VIEW);
  g_type_ensure (MUSTER_TYPE_EXIT_SECTION);
  g_type_ensure (MUSTER_TYPE_LETTER_SECTION);
  g_type_ensure (MUSTER_TYPE_REQUIREMENT_SECTION);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-assister-page.ui");
  muster_heading_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, name);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, name_origin);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, place);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, answer);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, certification_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, action_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, incident_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, proposal_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, standing);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, roles);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, actions);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, incidents);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, exits);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, contact);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, letters);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, history);
  gtk_widget_class_bind_template_child (widget_class, MusterAssisterPage, problem);
  gtk_widget_class_install_action (widget_class, "assister.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "assister.day", NULL, day_cb);
  gtk_widget_class_install_action (widget_class, "assister.certification", "(ii)", certification_cb);
  gtk_widget_class_install_action (widget_class, "assister.correct", "i", correct_cb);
  gtk_widget_class_install_action (widget_class, "assister.transfer", NULL, transfer_cb);
  gtk_widget_class_install_action (widget_class, "assister.take-up", "(iis)", take_up_cb);
  gtk_widget_class_install_action (widget_class, "assister.open-action", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "assister.propose", NULL, propose_cb);
  gtk_widget_class_install_action (widget_class, "assister.close-task", "x", close_task_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
}

static void
muster_assister_page_init (MusterAssisterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_assister_page_new (MusterStore *store, gint64 id)
{
  MusterAssisterPage *self = g_object_new (MUSTER_TYPE_ASSISTER_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  self->assister_id = MUSTER_MASKED_ROW (g_object_ref_sink (muster_masked_row_new (store, id)));
  adw_bin_set_child (self->name_origin, muster_origin_button_new (store, id, _("Name"), "given-name,middle-name,family-name,suffix", NULL));
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gint64
muster_assister_page_get_id (MusterAssisterPage *self)
{
  return self->id;
}
