/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-sender.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-choice-factory.h"

struct _MusterImportSender
{
  AdwPreferencesGroup parent_instance;

  MusterSheet *sheet;
  MusterImportOptions *options; /* the page’s */
  GPtrArray *profiles;
  AdwComboRow *profile_row;
  AdwExpanderRow *remember_row;
  AdwEntryRow *name_row;
  gboolean filling;
};

enum
{
  READ_AS,
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportSender, muster_import_sender, ADW_TYPE_PREFERENCES_GROUP)

static void
show_profile (MusterImportSender *self)
{
  g_autofree char *text = NULL;

  if (self->options->profile != NULL)
    text = g_strdup_printf (_("Read as last time: %s"), self->options->profile);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->profile_row), text != NULL ? text : _("Read by its headers and by what its columns hold"));
}

/* The name under which it was remembered, else the file's without what follows the dot. */
static void
propose_name (MusterImportSender *self)
{
  g_autofree char *name = g_strdup (self->options->profile != NULL ? self->options->profile : muster_sheet_get_file_name (self->sheet));
  char *dot = self->options->profile == NULL ? strrchr (name, '.') : NULL;

  if (dot != NULL && dot != name)
    *dot = '\0';
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
}

static void
profile_cb (MusterImportSender *self)
{
  guint chosen = adw_combo_row_get_selected (self->profile_row);

  if (self->filling || self->options == NULL)
    return;
  if (chosen == 0)
    muster_import_options_forget_profile (self->options, self->sheet);
  else if (!muster_import_options_use_profile (self->options, self->sheet, self->profiles->pdata[chosen - 1]))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->profile_row), _("This file has none of the columns of that sender; it is read as before."));
      return;
    }
  show_profile (self);
  propose_name (self);
  g_signal_emit (self, signals[READ_AS], 0);
}

static void
changed_cb (MusterImportSender *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
muster_import_sender_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_SENDER);
  G_OBJECT_CLASS (muster_import_sender_parent_class)->dispose (object);
}

static void
muster_import_sender_finalize (GObject *object)
{
  MusterImportSender *self = MUSTER_IMPORT_SENDER (object);

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  G_OBJECT_CLASS (muster_import_sender_parent_class)->finalize (object);
}

static void
muster_import_sender_class_init (MusterImportSenderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_sender_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_import_sender_finalize;
  signals[READ_AS] = g_signal_new ("read-as", MUSTER_TYPE_IMPORT_SENDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_SENDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-sender.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportSender, profile_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportSender, remember_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportSender, name_row);
  gtk_widget_class_bind_template_callback (widget_class, profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_import_sender_init (MusterImportSender *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->profile_row);
  self->filling = FALSE;
}

void
muster_import_sender_set_sheet (MusterImportSender *self, MusterSheet *sheet, MusterImportOptions *options, GPtrArray *profiles)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("None"), NULL });
  guint selected = 0;

  g_return_if_fail (MUSTER_IS_IMPORT_SENDER (self));
  muster_sheet_ref (sheet);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_ptr_array_ref (profiles);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  self->sheet = sheet;
  self->options = options;
  self->profiles = profiles;
  self->filling = TRUE;
  for (guint i = 0; i < profiles->len; i++)
    {
      const MusterImportProfile *profile = profiles->pdata[i];

      gtk_string_list_append (names, profile->name);
      if (g_strcmp0 (profile->name, options->profile) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->profile_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->profile_row), profiles->len > 0);
  adw_expander_row_set_enable_expansion (self->remember_row, FALSE);
  show_profile (self);
  propose_name (self);
  self->filling = FALSE;
}

char *
muster_import_sender_dup_name (MusterImportSender *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MUSTER_IS_IMPORT_SENDER (self), NULL);
  if (!adw_expander_row_get_enable_expansion (self->remember_row))
    return NULL;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  return name[0] != '\0' ? g_steal_pointer (&name) : NULL;
}
