/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-menu-names.h"

#include <gtk/gtk.h>

static void (*map_menu) (GtkWidget *menu);

/* The type of the items is the toolkit's own, but not its name, nor what they say. */
static void
name_items (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

static void
map_cb (GtkWidget *menu)
{
  name_items (menu);
  map_menu (menu);
}

void
muster_menu_names_init (void)
{
  GtkWidgetClass *menu_class = g_type_class_ref (GTK_TYPE_POPOVER_MENU);

  if (map_menu != NULL)
    return;
  map_menu = menu_class->map;
  menu_class->map = map_cb;
}
