/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-bundle-button.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-bundle-dialog.h"

struct _MusterBundleButton
{
  AdwBin parent_instance;

  MusterStore *store;
  char *number;
};

G_DEFINE_FINAL_TYPE (MusterBundleButton, muster_bundle_button, ADW_TYPE_BIN)

static void
make_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterBundleButton *self = MUSTER_BUNDLE_BUTTON (widget);

  adw_dialog_present (muster_bundle_dialog_new (self->store, self->number), widget);
}

static void
muster_bundle_button_dispose (GObject *object)
{
  g_clear_object (&MUSTER_BUNDLE_BUTTON (object)->store);
  g_clear_pointer (&MUSTER_BUNDLE_BUTTON (object)->number, g_free);
  G_OBJECT_CLASS (muster_bundle_button_parent_class)->dispose (object);
}

static void
muster_bundle_button_class_init (MusterBundleButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_bundle_button_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "bundle.make", NULL, make_cb);
}

static void
muster_bundle_button_init (MusterBundleButton *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Hearing _Bundle…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "bundle.make");
  adw_bin_set_child (ADW_BIN (self), button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
muster_bundle_button_show (MusterBundleButton *self, MusterStore *store, const char *number)
{
  g_set_object (&self->store, store);
  g_set_str (&self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self), muster_store_may (store, "export-bundle"));
}
