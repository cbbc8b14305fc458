/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-preferences-dialog.h"

struct _MusterPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwSpinRow *minutes_row;
  AdwSwitchRow *screen_row;
  AdwSwitchRow *suspend_row;
};

G_DEFINE_FINAL_TYPE (MusterPreferencesDialog, muster_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
muster_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (muster_preferences_dialog_parent_class)->dispose (object);
}

static void
muster_preferences_dialog_class_init (MusterPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, screen_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, suspend_row);
}

static void
muster_preferences_dialog_init (MusterPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_preferences_dialog_new (GSettings *settings)
{
  MusterPreferencesDialog *self = g_object_new (MUSTER_TYPE_PREFERENCES_DIALOG, NULL);

  g_settings_bind (settings, "lock-after-minutes", self->minutes_row, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "lock-on-screen-lock", self->screen_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "lock-on-suspend", self->suspend_row, "active", G_SETTINGS_BIND_DEFAULT);
  return ADW_DIALOG (self);
}
