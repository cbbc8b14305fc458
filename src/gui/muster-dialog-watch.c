/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-dialog-watch.h"

#define FOCUS_DELAY 250 /* milliseconds in which a dialog has gone, and a page has come */

static const char watched[] = "muster-watched";
static const char focus_before[] = "muster-focus-before";

static gboolean
event_cb (MusterWindow *window, GdkEvent *event)
{
  if (muster_window_get_store (window) == NULL || muster_window_is_locked (window))
    return GDK_EVENT_PROPAGATE;
  muster_window_see (window, event);
  if (gdk_event_get_event_type (event) != GDK_KEY_PRESS || gdk_keyval_to_lower (gdk_key_event_get_keyval (event)) != GDK_KEY_l ||
      (gdk_event_get_modifier_state (event) & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  muster_window_lock (window, MUSTER_LOCK_REQUESTED);
  return GDK_EVENT_STOP;
}

static void
watch (MusterWindow *window, AdwDialog *dialog)
{
  GtkEventController *events;

  if (g_object_get_data (G_OBJECT (dialog), watched) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), watched, window);
  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), window, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (dialog), events);
}

static GWeakRef *
weak_ref_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* What the toolkit gave the focus back to stays so, wherever that is. */
static void
gone_cb (gpointer user_data)
{
  g_autoptr (MusterWindow) window = g_weak_ref_get (user_data);
  g_autoptr (GtkWidget) before = NULL;
  MusterMainView *view;
  GWeakRef *weak;

  weak_ref_free (user_data);
  weak = window != NULL ? g_object_get_data (G_OBJECT (window), focus_before) : NULL;
  if (weak == NULL)
    return;
  before = g_weak_ref_get (weak);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return;
  g_object_set_data (G_OBJECT (window), focus_before, NULL);
  view = muster_window_get_main_view (window);
  if (view != NULL && (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_is_sensitive (before)))
    muster_main_view_take_focus (view);
}

static void
visible_dialog_cb (MusterWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (dialog == NULL)
    {
      g_timeout_add_once (FOCUS_DELAY, gone_cb, weak_ref_new (window));
      return;
    }
  watch (window, dialog);
  if (g_object_get_data (G_OBJECT (window), focus_before) == NULL)
    g_object_set_data_full (G_OBJECT (window), focus_before, weak_ref_new (gtk_root_get_focus (GTK_ROOT (window))), weak_ref_free);
}

void
muster_dialog_watch_start (MusterWindow *window)
{
  g_signal_connect (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
}
