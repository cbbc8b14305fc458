/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-masked-row.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-copy-button.h"
#include "gui/muster-origin-button.h"
#include "operations/muster-reveal-identifier.h"

#define MASK "•••••••••"

struct _MusterMaskedRow
{
  AdwActionRow parent_instance;

  GtkToggleButton *toggle;
  MusterCopyButton *copy;
  MusterStore *store;
  gint64 assister_id;
  char *value; /* while it shows */
};

G_DEFINE_FINAL_TYPE (MusterMaskedRow, muster_masked_row, ADW_TYPE_ACTION_ROW)

typedef struct
{
  MusterRevealRequest input;
  char *value;
  MusterMaskedRow *row;
  gboolean copies;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_free (reveal->value);
  g_object_unref (reveal->row);
  g_free (reveal);
}

static void
show (MusterMaskedRow *self, const char *value)
{
  g_set_str (&self->value, value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), value != NULL ? value : MASK);
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle), value != NULL ? "view-conceal-symbolic" : "view-reveal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), value != NULL ? _("Hide Assister ID") : _("Show Assister ID (the journal records that you looked)"));
  gtk_toggle_button_set_active (self->toggle, value != NULL);
}

static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reveal *reveal = data;
  MusterMaskedRow *self = reveal->row;
  g_autoptr (GError) error = NULL;
  gboolean written = muster_store_run_finish (MUSTER_STORE (source), result, &error);

  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), TRUE);
  if (!written)
    {
      show (self, NULL);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", error->message);
    }
  else if (reveal->copies)
    muster_copy_button_copy (self->copy, reveal->value);
  else
    show (self, reveal->value);
}

static void
reveal (MusterMaskedRow *self, gboolean copies)
{
  Reveal *data = g_new0 (Reveal, 1);

  data->input.assister_id = self->assister_id;
  data->row = g_object_ref (self);
  data->copies = copies;
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), FALSE);
  muster_store_run_async (self->store, &muster_reveal_identifier, &data->input, &data->value, data, reveal_free, NULL, revealed_cb, data);
}

static void
toggled_cb (MusterMaskedRow *self)
{
  gboolean wanted = gtk_toggle_button_get_active (self->toggle);

  if (wanted && self->value == NULL)
    reveal (self, FALSE);
  else if (!wanted && self->value != NULL)
    show (self, NULL);
}

/* What is read already was recorded when it was revealed. */
static void
copy_cb (MusterMaskedRow *self)
{
  if (self->value != NULL)
    muster_copy_button_copy (self->copy, self->value);
  else
    reveal (self, TRUE);
}

static void
muster_masked_row_dispose (GObject *object)
{
  g_clear_object (&MUSTER_MASKED_ROW (object)->store);
  G_OBJECT_CLASS (muster_masked_row_parent_class)->dispose (object);
}

static void
muster_masked_row_finalize (GObject *object)
{
  g_free (MUSTER_MASKED_ROW (object)->value);
  G_OBJECT_CLASS (muster_masked_row_parent_class)->finalize (object);
}

static void
muster_masked_row_class_init (MusterMaskedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_masked_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_masked_row_finalize;
}

static void
muster_masked_row_init (MusterMaskedRow *self)
{
  self->toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->copy = MUSTER_COPY_BUTTON (muster_copy_button_new (_("Assister ID"), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Assister ID"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->copy));
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (toggled_cb), self);
  g_signal_connect_swapped (self->copy, "asked", G_CALLBACK (copy_cb), self);
  show (self, NULL);
}

GtkWidget *
muster_masked_row_new (MusterStore *store, gint64 assister_id)
{
  MusterMaskedRow *self = g_object_new (MUSTER_TYPE_MASKED_ROW, NULL);

  self->store = g_object_ref (store);
  self->assister_id = assister_id;
  muster_origin_button_add (ADW_ACTION_ROW (self), store, assister_id, _("Assister ID"), "assister-id", NULL);
  return GTK_WIDGET (self);
}

void
muster_masked_row_update (MusterMaskedRow *self, const char *value)
{
  if (g_strcmp0 (self->value, value) != 0)
    muster_masked_row_conceal (self);
}

void
muster_masked_row_conceal (MusterMaskedRow *self)
{
  if (self->value != NULL)
    show (self, NULL);
}
