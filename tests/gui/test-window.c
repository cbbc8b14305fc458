/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-window.h"

static MusterApplication *
application_new (void)
{
  MusterApplication *application = muster_application_new ();
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

static void
test_opens (void)
{
  MusterApplication *application = application_new ();
  MusterWindow *window = muster_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped, window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Muster");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  harness_settle ();
  g_assert_null (window);
  g_object_unref (application);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/window/opens", test_opens);
  return g_test_run ();
}
