/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-follow-up-section.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-follow-up-rule.h"
#include "gui/muster-follow-up-dialog.h"
#include "gui/muster-follow-up-rows.h"
#include "gui/muster-reason-dialog.h"

struct _MusterFollowUpSection
{
  GtkBox parent_instance;

  MusterRowGroup *responses;
  MusterRowGroup *extensions;
  MusterRowGroup *checks;
  GtkWidget *check_button;
  AdwButtonContent *check_content;
  GtkWidget *waive_button;

  MusterStore *store;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (MusterFollowUpSection, muster_follow_up_section, GTK_TYPE_BOX)

static void
show_checks (MusterFollowUpSection *self, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  gboolean pending = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK) != NULL;
  gboolean lacking = action->state == MUSTER_ACTION_OPEN && muster_corrective_action_list_needs (action, NULL) == MUSTER_CLOSING_NEEDS_CHECK;

  muster_follow_up_rows_show (self->checks, self->store, database, action, MUSTER_FOLLOW_UP_CHECK);
  gtk_widget_set_visible (self->check_button, lacking && (pending || !muster_follow_up_needs_step (action)) && muster_store_may (self->store, "plan-check"));
  adw_button_content_set_label (self->check_content, pending ? _("_Plan Anew…") : _("_Plan Check…"));
  adw_button_content_set_icon_name (self->check_content, pending ? "document-edit-symbolic" : "list-add-symbolic");
  gtk_widget_set_tooltip_text (self->check_button, pending ? _("Plan the Check of the Effect Anew") : _("Plan the Check of the Effect"));
  gtk_widget_set_visible (self->waive_button, lacking && muster_store_may (self->store, "waive-check"));
}

static void
present (GtkWidget *widget, MusterFollowUpPurpose purpose)
{
  MusterFollowUpSection *self = MUSTER_FOLLOW_UP_SECTION (widget);

  adw_dialog_present (muster_follow_up_dialog_new (self->store, purpose, self->id), widget);
}

static void
ask_reason (GtkWidget *widget, MusterReasonPurpose purpose)
{
  MusterFollowUpSection *self = MUSTER_FOLLOW_UP_SECTION (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, purpose, self->id, NULL), widget);
}

static void
plan_check_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK);
}

static void
record_check_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, MUSTER_FOLLOW_UP_PURPOSE_RECORD_CHECK);
}

static void
waive_check_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_WAIVE_CHECK);
}

static void
approve_extension_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_APPROVE_EXTENSION);
}

static void
refuse_extension_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (widget, MUSTER_REASON_PURPOSE_REFUSE_EXTENSION);
}

static void
muster_follow_up_section_dispose (GObject *object)
{
  g_clear_object (&MUSTER_FOLLOW_UP_SECTION (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_FOLLOW_UP_SECTION);
  G_OBJECT_CLASS (muster_follow_up_section_parent_class)->dispose (object);
}

static void
muster_follow_up_section_class_init (MusterFollowUpSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_follow_up_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-follow-up-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, responses);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, extensions);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, checks);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, check_button);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, check_content);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpSection, waive_button);
  gtk_widget_class_install_action (widget_class, "follow-up.plan-check", NULL, plan_check_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.record-check", NULL, record_check_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.waive-check", NULL, waive_check_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.approve-extension", NULL, approve_extension_cb);
  gtk_widget_class_install_action (widget_class, "follow-up.refuse-extension", NULL, refuse_extension_cb);
}

static void
muster_follow_up_section_init (MusterFollowUpSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_follow_up_section_show (MusterFollowUpSection *self, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action)
{
  g_set_object (&self->store, store);
  self->id = action->id;
  muster_follow_up_rows_show (self->responses, store, database, action, MUSTER_FOLLOW_UP_RESPONSE);
  muster_follow_up_rows_show (self->extensions, store, database, action, MUSTER_FOLLOW_UP_EXTENSION);
  show_checks (self, database, action);
}
