/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <poll.h>

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
  g_settings_reset (fixture->settings, "lock-on-suspend");
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

/* A session manager on the test's own bus, which is the system bus as well. */
typedef struct
{
  GDBusConnection *bus;
  guint name;
  guint object;
  int held; /* the end of a pipe whose other end the watch was given; -1: none yet */
  guint n_asked;
} Manager;

static void
inhibit_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
            gpointer user_data)
{
  Manager *manager = user_data;
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  const char *what, *who, *why, *mode;
  int ends[2];

  g_variant_get (parameters, "(&s&s&s&s)", &what, &who, &why, &mode);
  g_assert_cmpstr (what, ==, "sleep");
  g_assert_cmpstr (mode, ==, "delay");
  g_assert_cmpstr (who, ==, "Muster");
  g_assert_true (g_unix_open_pipe (ends, O_CLOEXEC, NULL));
  if (manager->held >= 0)
    g_close (manager->held, NULL);
  manager->held = ends[0];
  manager->n_asked++;
  g_unix_fd_list_append (files, ends[1], NULL);
  g_close (ends[1], NULL);
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), files);
}

static void
manager_begin (Manager *manager)
{
  static const char description[] = "<node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>"
                                    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
                                    "<arg type='h' direction='out'/></method></interface></node>";
  static const GDBusInterfaceVTable table = { .method_call = inhibit_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, NULL);

  *manager = (Manager) { .held = -1 };
  manager->bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  manager->object = g_dbus_connection_register_object (manager->bus, "/org/freedesktop/login1", node->interfaces[0], &table, manager, NULL, NULL);
  g_assert_cmpuint (manager->object, !=, 0);
  manager->name = g_bus_own_name_on_connection (manager->bus, "org.freedesktop.login1", G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
}

static void
manager_end (Manager *manager)
{
  g_bus_unown_name (manager->name);
  g_dbus_connection_unregister_object (manager->bus, manager->object);
  g_dbus_connection_close_sync (manager->bus, NULL, NULL);
  g_object_unref (manager->bus);
  if (manager->held >= 0)
    g_close (manager->held, NULL);
}

static void
say_sleep (Manager *manager, gboolean begins)
{
  g_assert_true (g_dbus_connection_emit_signal (manager->bus, NULL, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", g_variant_new ("(b)", begins), NULL));
}

/* The other end of the pipe is closed. */
static gboolean
is_released (Manager *manager)
{
  struct pollfd end = { .fd = manager->held };

  return manager->held >= 0 && poll (&end, 1, 0) == 1 && (end.revents & POLLHUP) != 0;
}

static gboolean
is_held (Manager *manager)
{
  return manager->held >= 0 && !is_released (manager);
}

/* A watch that finds the manager: whether it asks before the name is there cannot be told, so it is made after. */
static void
begin_again (Fixture *fixture)
{
  g_assert_finalize_object (fixture->watch);
  fixture->watch = muster_lock_watch_new (fixture->window, fixture->settings);
  g_signal_connect_swapped (fixture->watch, "lock", G_CALLBACK (lock_cb), fixture);
}

static gboolean
has_name (gpointer user_data)
{
  Manager *manager = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (manager->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                                                             g_variant_new ("(s)", "org.freedesktop.login1"), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean owned = FALSE;

  g_variant_get (answer, "(b)", &owned);
  return owned;
}

typedef struct
{
  Fixture *fixture;
  Manager *manager;
} Sleep;

/* It is told only of the manager's own signals, and may not have learned yet who that is. */
static gboolean
is_locked_by_sleep (Sleep *sleep)
{
  if (sleep->fixture->reason == NONE)
    say_sleep (sleep->manager, TRUE);
  return sleep->fixture->reason == MUSTER_LOCK_SUSPEND;
}

/* Sleep waits until the lock is there, and no longer; after waking it waits again. */
static void
test_sleep (Fixture *fixture, gconstpointer data)
{
  guint waker = g_timeout_add (20, wake_cb, NULL);
  Manager manager;
  Sleep sleep;

  manager_begin (&manager);
  harness_wait_for (has_name, &manager);
  begin_again (fixture);
  harness_wait_for (is_held, &manager);
  g_assert_cmpuint (manager.n_asked, ==, 1);

  sleep = (Sleep) { fixture, &manager };
  harness_wait_for (is_locked_by_sleep, &sleep);
  harness_wait_for (is_released, &manager);
  say_sleep (&manager, FALSE);
  harness_wait_for (is_held, &manager);
  g_assert_cmpuint (manager.n_asked, ==, 2);

  /* Who does not want the lock does not keep the computer waiting. */
  g_settings_set_boolean (fixture->settings, "lock-on-suspend", FALSE);
  harness_wait_for (is_released, &manager);
  fixture->reason = NONE;
  say_sleep (&manager, TRUE);
  harness_settle ();
  g_assert_cmpuint (fixture->reason, ==, NONE);
  g_settings_set_boolean (fixture->settings, "lock-on-suspend", TRUE);
  harness_wait_for (is_held, &manager);

  /* With the window, the wish goes. */
  begin_again (fixture);
  harness_wait_for (is_held, &manager);
  g_source_remove (waker);
  manager_end (&manager);
}

#define ADD(name, test) g_test_add ("/gui/lock-watch/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  /* There is no session manager here but the test's own. */
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_getenv ("DBUS_SESSION_BUS_ADDRESS"), TRUE);
  harness_init (&argc, &argv);
  ADD ("idle", test_idle);
  ADD ("use", test_use);
  ADD ("screen", test_screen);
  ADD ("sleep", test_sleep);
  return g_test_run ();
}
