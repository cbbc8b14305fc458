/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-badge-colours.h"

struct _MusterBadgeColours
{
  GtkWidget parent_instance;

  GtkWidget *swatches[MUSTER_N_BADGE_LOOKS];
};

G_DEFINE_FINAL_TYPE (MusterBadgeColours, muster_badge_colours, GTK_TYPE_WIDGET)

static void
muster_badge_colours_dispose (GObject *object)
{
  MusterBadgeColours *self = MUSTER_BADGE_COLOURS (object);

  for (guint look = 0; look < MUSTER_N_BADGE_LOOKS; look++)
    g_clear_pointer (&self->swatches[look], gtk_widget_unparent);
  G_OBJECT_CLASS (muster_badge_colours_parent_class)->dispose (object);
}

static void
muster_badge_colours_class_init (MusterBadgeColoursClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_badge_colours_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
muster_badge_colours_init (MusterBadgeColours *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (guint look = 0; look < MUSTER_N_BADGE_LOOKS; look++)
    {
      self->swatches[look] = muster_badge_new ();
      muster_badge_set (MUSTER_BADGE (self->swatches[look]), look, NULL, "");
      gtk_widget_set_parent (self->swatches[look], GTK_WIDGET (self));
    }
}

void
muster_badge_colours_get (MusterBadgeColours *self, MusterBadgeLook look, GdkRGBA *colour)
{
  g_return_if_fail (MUSTER_IS_BADGE_COLOURS (self));
  g_return_if_fail ((guint) look < MUSTER_N_BADGE_LOOKS);
  gtk_widget_get_color (self->swatches[look], colour);
}
