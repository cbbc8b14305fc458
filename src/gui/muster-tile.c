/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-tile.h"

#include <glib/gi18n-lib.h>

struct _MusterTile
{
  GtkToggleButton parent_instance;

  GtkLabel *number;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MusterTile, muster_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
muster_tile_class_init (MusterTileClass *klass)
{
}

static void
muster_tile_init (MusterTile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "muster-tile");
}

GtkWidget *
muster_tile_new (const char *label)
{
  MusterTile *self = g_object_new (MUSTER_TYPE_TILE, NULL);

  gtk_label_set_text (self->label, label);
  /* Until somebody has counted. */
  gtk_label_set_text (self->number, "…");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
muster_tile_set_count (MusterTile *self, guint count)
{
  g_autofree char *number = g_strdup_printf ("%'u", count);
  /* Translators: what is counted, and how many there are: “Errors: 23” */
  g_autofree char *spoken = g_strdup_printf (_("%s: %'u"), gtk_label_get_text (self->label), count);

  g_return_if_fail (MUSTER_IS_TILE (self));
  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
