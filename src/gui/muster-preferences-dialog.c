/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-preferences-dialog.h"

#include "gui/muster-autostart.h"
#include "gui/muster-gui-error.h"
#include "store/muster-reminder-file.h"

struct _MusterPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  GtkSpinButton *minutes;
  AdwSwitchRow *screen_row;
  AdwSwitchRow *suspend_row;
  AdwSwitchRow *remind_row;

  GSettings *settings; /* %NULL before it is set up */
  gboolean reverting;
};

G_DEFINE_FINAL_TYPE (MusterPreferencesDialog, muster_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
autostart_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterPreferencesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_autostart_set_finish (result, &error), on;

  if (self->remind_row == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->remind_row), TRUE);
  on = adw_switch_row_get_active (self->remind_row);
  /* What cannot be taken back still reminds nobody. */
  if (done || !on)
    g_settings_set_boolean (self->settings, "remind-daily", on);
  if (done && (on || muster_reminder_file_remove (&error)))
    return;
  muster_gui_error_show (GTK_WIDGET (self), error);
  self->reverting = TRUE;
  adw_switch_row_set_active (self->remind_row, FALSE);
  self->reverting = FALSE;
}

static void
remind_cb (MusterPreferencesDialog *self)
{
  GApplication *application = g_application_get_default ();

  if (self->settings == NULL || self->reverting)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->remind_row), FALSE);
  muster_autostart_set_async (adw_switch_row_get_active (self->remind_row), application != NULL ? g_application_get_dbus_connection (application) : NULL, NULL,
                              autostart_set_cb, g_object_ref (self));
}

static void
muster_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&MUSTER_PREFERENCES_DIALOG (object)->settings);
  G_OBJECT_CLASS (muster_preferences_dialog_parent_class)->dispose (object);
}

static void
muster_preferences_dialog_class_init (MusterPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, screen_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, suspend_row);
  gtk_widget_class_bind_template_child (widget_class, MusterPreferencesDialog, remind_row);
  gtk_widget_class_bind_template_callback (widget_class, remind_cb);
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

  g_settings_bind (settings, "lock-after-minutes", self->minutes, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "lock-on-screen-lock", self->screen_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "lock-on-suspend", self->suspend_row, "active", G_SETTINGS_BIND_DEFAULT);
  adw_switch_row_set_active (self->remind_row, g_settings_get_boolean (settings, "remind-daily") && muster_autostart_is_on ());
  self->settings = g_object_ref (settings);
  return ADW_DIALOG (self);
}
