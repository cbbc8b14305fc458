/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-export-passphrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-export.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-password.h"

struct _MusterExportPassphrase
{
  AdwPreferencesGroup parent_instance;

  AdwEntryRow *row;
  AdwEntryRow *again;
  GtkBox *strength_box;
  GtkImage *strength_icon;
  GtkLabel *strength_label;
  GtkLabel *error_label;
};

G_DEFINE_FINAL_TYPE (MusterExportPassphrase, muster_export_passphrase, ADW_TYPE_PREFERENCES_GROUP)

/* Not by colour alone. */
static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [MUSTER_PASSPHRASE_TOO_SHORT] = { "action-unavailable-symbolic", "error" },
  [MUSTER_PASSPHRASE_WEAK] = { "dialog-warning-symbolic", "warning" },
  [MUSTER_PASSPHRASE_FAIR] = { "object-select-symbolic", "accent" },
  [MUSTER_PASSPHRASE_STRONG] = { "object-select-symbolic", "success" },
};

static void
show_strength (MusterExportPassphrase *self, const char *passphrase)
{
  MusterPassphraseStrength strength = muster_passphrase_judge (passphrase);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->strength_box), looks[i].style);
  gtk_widget_set_visible (GTK_WIDGET (self->strength_box), passphrase[0] != '\0');
  gtk_widget_add_css_class (GTK_WIDGET (self->strength_box), looks[strength].style);
  gtk_image_set_from_icon_name (self->strength_icon, looks[strength].icon);
  gtk_label_set_label (self->strength_label, muster_passphrase_get_hint (strength));
}

static void
changed_cb (MusterExportPassphrase *self)
{
  muster_gui_error_clear (GTK_WIDGET (self->row), self->error_label);
  muster_gui_error_clear (GTK_WIDGET (self->again), self->error_label);
  show_strength (self, gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
muster_export_passphrase_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_EXPORT_PASSPHRASE);
  G_OBJECT_CLASS (muster_export_passphrase_parent_class)->dispose (object);
}

static void
muster_export_passphrase_class_init (MusterExportPassphraseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_export_passphrase_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-export-passphrase.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, row);
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, again);
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, strength_box);
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, strength_icon);
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, strength_label);
  gtk_widget_class_bind_template_child (widget_class, MusterExportPassphrase, error_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
muster_export_passphrase_init (MusterExportPassphrase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
muster_export_passphrase_check (MusterExportPassphrase *self, gboolean practice)
{
  const char *passphrase = gtk_editable_get_text (GTK_EDITABLE (self->row));
  g_autoptr (GError) error = NULL;

  if (!muster_export_check_passphrase (passphrase, practice, &error))
    {
      muster_gui_error_mark (GTK_WIDGET (self->row), self->error_label, error->message);
      return FALSE;
    }
  if (strcmp (passphrase, gtk_editable_get_text (GTK_EDITABLE (self->again))) == 0)
    return TRUE;
  muster_gui_error_mark (GTK_WIDGET (self->again), self->error_label, _("The two passphrases differ. Type the second one again."));
  return FALSE;
}

MusterSecret *
muster_export_passphrase_take (MusterExportPassphrase *self)
{
  return muster_password_take (self->row);
}

void
muster_export_passphrase_forget (MusterExportPassphrase *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->again), "");
}
