/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-sleep-delay.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

struct _MusterSleepDelay
{
  GDBusConnection *bus;
  GCancellable *asking; /* while an answer is awaited */
  int file;             /* as long as it is open, sleep waits; -1: none */
};

static void
inhibited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterSleepDelay *delay = user_data;
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &files, result, &error);
  int index;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&delay->asking);
  if (answer == NULL || files == NULL)
    return;
  g_variant_get (answer, "(h)", &index);
  delay->file = g_unix_fd_list_get (files, index, NULL);
}

MusterSleepDelay *
muster_sleep_delay_new (GDBusConnection *system_bus)
{
  MusterSleepDelay *delay = g_new0 (MusterSleepDelay, 1);

  delay->bus = g_object_ref (system_bus);
  delay->file = -1;
  return delay;
}

void
muster_sleep_delay_free (MusterSleepDelay *delay)
{
  muster_sleep_delay_release (delay);
  g_object_unref (delay->bus);
  g_free (delay);
}

void
muster_sleep_delay_hold (MusterSleepDelay *delay)
{
  if (delay->file >= 0 || delay->asking != NULL)
    return;
  delay->asking = g_cancellable_new ();
  g_dbus_connection_call_with_unix_fd_list (delay->bus, "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", _("Muster"), _("Muster locks itself first"), "delay"), G_VARIANT_TYPE ("(h)"),
                                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, delay->asking, inhibited_cb, delay);
}

void
muster_sleep_delay_release (MusterSleepDelay *delay)
{
  if (delay->asking != NULL)
    g_cancellable_cancel (delay->asking);
  g_clear_object (&delay->asking);
  if (delay->file >= 0)
    g_close (g_steal_fd (&delay->file), NULL);
}
