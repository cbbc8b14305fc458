/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-check-row.h"

struct _MusterCheckRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
};

static guint toggled_signal;

G_DEFINE_FINAL_TYPE (MusterCheckRow, muster_check_row, ADW_TYPE_ACTION_ROW)

static void
toggled_cb (MusterCheckRow *self)
{
  g_signal_emit (self, toggled_signal, 0);
}

static void
muster_check_row_class_init (MusterCheckRowClass *klass)
{
  toggled_signal = g_signal_new ("toggled", MUSTER_TYPE_CHECK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
muster_check_row_init (MusterCheckRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
}

GtkWidget *
muster_check_row_new (const char *title, const char *subtitle)
{
  MusterCheckRow *self = g_object_new (MUSTER_TYPE_CHECK_ROW, "title", title, "subtitle", subtitle != NULL ? subtitle : "", NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

gboolean
muster_check_row_get_active (MusterCheckRow *self)
{
  return gtk_check_button_get_active (self->check);
}

void
muster_check_row_set_active (MusterCheckRow *self, gboolean active)
{
  gtk_check_button_set_active (self->check, active);
}

void
muster_check_row_set_group (MusterCheckRow *self, MusterCheckRow *other)
{
  gtk_check_button_set_group (self->check, other->check);
}
