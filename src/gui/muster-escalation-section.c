/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-escalation-section.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-action-dialog.h"
#include "gui/muster-proposal-dialog.h"
#include "gui/muster-row-group.h"

struct _MusterEscalationSection
{
  GtkBox parent_instance;

  MusterRowGroup *grounds;
  GtkWidget *buttons;
  GtkWidget *open_button;
  GtkWidget *propose_button;

  MusterStore *store;
  gint64 assister_id;
};

G_DEFINE_FINAL_TYPE (MusterEscalationSection, muster_escalation_section, GTK_TYPE_BOX)

static void
describe (MusterEscalationSection *self, const MusterCorrectiveAction *action, guint grounds)
{
  MusterSeverity proposed = muster_escalation_propose_severity (action->severity, grounds);
  g_autofree char *text = NULL;

  if (proposed != action->severity)
    /* Translators: a severity, “S3”, and its words */
    text = g_strdup_printf (_("One severity higher is proposed, %s (%s). Nothing happens by itself: somebody decides."), muster_severity_to_code (proposed), muster_severity_get_label (proposed));
  else
    text = g_strdup (_("Proposed is a suspension or a revocation. Nothing happens by itself: somebody decides."));
  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->grounds), NULL, text);
}

static void
add_ground (MusterEscalationSection *self, MusterEscalationGround ground)
{
  AdwActionRow *row = muster_row_group_add_text (self->grounds, muster_escalation_ground_get_label (ground), NULL);

  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
}

static void
opened_cb (MusterActionDialog *dialog, MusterEscalationSection *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-action", "x", muster_action_dialog_get_action_id (dialog));
}

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterEscalationSection *self = MUSTER_ESCALATION_SECTION (widget);
  AdwDialog *dialog = muster_action_dialog_new (self->store, self->assister_id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (opened_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
proposed_cb (MusterProposalDialog *dialog, MusterEscalationSection *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-decision", "x", muster_proposal_dialog_get_decision_id (dialog));
}

static void
propose_decision_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterEscalationSection *self = MUSTER_ESCALATION_SECTION (widget);
  AdwDialog *dialog = muster_proposal_dialog_new (self->store, self->assister_id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (proposed_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
muster_escalation_section_dispose (GObject *object)
{
  g_clear_object (&MUSTER_ESCALATION_SECTION (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ESCALATION_SECTION);
  G_OBJECT_CLASS (muster_escalation_section_parent_class)->dispose (object);
}

static void
muster_escalation_section_class_init (MusterEscalationSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_escalation_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-escalation-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterEscalationSection, grounds);
  gtk_widget_class_bind_template_child (widget_class, MusterEscalationSection, buttons);
  gtk_widget_class_bind_template_child (widget_class, MusterEscalationSection, open_button);
  gtk_widget_class_bind_template_child (widget_class, MusterEscalationSection, propose_button);
  gtk_widget_class_install_action (widget_class, "escalation.open-action", NULL, open_action_cb);
  gtk_widget_class_install_action (widget_class, "escalation.propose-decision", NULL, propose_decision_cb);
}

static void
muster_escalation_section_init (MusterEscalationSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_escalation_section_show (MusterEscalationSection *self, MusterStore *store, const MusterCorrectiveAction *action, const MusterCaseHistory *history)
{
  guint grounds = history != NULL ? history->grounds : 0;
  gboolean may_open = muster_store_may (store, "open-action"), may_propose = muster_store_may (store, "propose-revocation");

  g_set_object (&self->store, store);
  self->assister_id = action->assister_id;
  gtk_widget_set_visible (GTK_WIDGET (self), grounds != 0);
  gtk_widget_set_visible (self->open_button, may_open);
  gtk_widget_set_visible (self->propose_button, may_propose);
  gtk_widget_set_visible (self->buttons, may_open || may_propose);
  describe (self, action, grounds);
  muster_row_group_begin (self->grounds);
  for (guint i = 0; i < MUSTER_N_ESCALATION_GROUNDS; i++)
    if ((grounds & (1u << i)) != 0)
      add_ground (self, 1u << i);
  muster_row_group_end (self->grounds);
}
