/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-lock-watch.h"

#define NONE 99

typedef struct
{
  GtkWidget *window;
  GSettings *settings;
  MusterLockWatch *watch;
  guint reason;
} Fixture;

static void
lock_cb (Fixture *fixture, guint reason)
{
  fixture->reason = reason;
}

static gboolean
is_locked (Fixture *fixture)
{
  return fixture->reason != NONE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->reason = NONE;
  fixture->window = g_object_ref_sink (adw_window_new ());
  fixture->settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_settings_reset (fixture->settings, "lock-on-screen-lock");
  fixture->watch = muster_lock_watch_new (fixture->window, fixture->settings);
  g_signal_connect_swapped (fixture->watch, "lock", G_CALLBACK (lock_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->settings);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
}

static void
test_idle (Fixture *fixture, gconstpointer data)
{
  muster_lock_watch_pass_for_tests (fixture->watch, 9 * 60);
  harness_settle ();
  g_assert_cmpuint (fixture->reason, ==, NONE);
  muster_lock_watch_pass_for_tests (fixture->watch, 2 * 60);
  harness_wait_for (is_locked, fixture);
  g_assert_cmpuint (fixture->reason, ==, MUSTER_LOCK_IDLE);
}

static void
test_use (Fixture *fixture, gconstpointer data)
{
  muster_lock_watch_pass_for_tests (fixture->watch, 9 * 60);
  muster_lock_watch_touch (fixture->watch);
  muster_lock_watch_pass_for_tests (fixture->watch, 2 * 60);
  harness_settle ();
  g_assert_cmpuint (fixture->reason, ==, NONE);
}

static void
say_screen_locked (gboolean active)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  g_assert_true (g_dbus_connection_emit_signal (bus, NULL, "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", g_variant_new ("(b)", active), NULL));
  g_assert_true (g_dbus_connection_flush_sync (bus, NULL, NULL));
}

static gboolean
is_locked_by_screen (Fixture *fixture)
{
  /* The watch may not have begun to listen yet. */
  say_screen_locked (TRUE);
  return fixture->reason == MUSTER_LOCK_SCREEN;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static void
test_screen (Fixture *fixture, gconstpointer data)
{
  guint waker = g_timeout_add (20, wake_cb, NULL);

  harness_wait_for (is_locked_by_screen, fixture);
  g_source_remove (waker);
  fixture->reason = NONE;
  g_settings_set_boolean (fixture->settings, "lock-on-screen-lock", FALSE);
  harness_settle ();
  fixture->reason = NONE;
  say_screen_locked (TRUE);
  harness_settle ();
  g_assert_cmpuint (fixture->reason, ==, NONE);
}

#define ADD(name, test) g_test_add ("/gui/lock-watch/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("idle", test_idle);
  ADD ("use", test_use);
  ADD ("screen", test_screen);
  return g_test_run ();
}
