/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-typing.h"

#define NO_TYPING (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

static gboolean
key_cb (GtkText *text, guint key, guint code, GdkModifierType modifiers, GtkEventController *controller)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (text)));

  if (GTK_IS_EDITABLE (focus) || !gtk_widget_get_mapped (GTK_WIDGET (text)) || !gtk_widget_is_sensitive (GTK_WIDGET (text)))
    return GDK_EVENT_PROPAGATE;
  if ((modifiers & NO_TYPING) != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (key)))
    return GDK_EVENT_PROPAGATE;
  if (!gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (controller), GTK_WIDGET (text)))
    return GDK_EVENT_PROPAGATE;
  gtk_text_grab_focus_without_selecting (text);
  return GDK_EVENT_STOP;
}

void
muster_typing_capture (GtkWidget *widget, GtkEditable *field)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), gtk_editable_get_delegate (field), G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}
