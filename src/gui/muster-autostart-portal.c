/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-autostart-portal.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GDBusConnection *connection;
  guint subscription;
  gboolean on;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->connection);
  g_free (request);
}

/* Once, and nothing is heard of it any more. */
static void
finish (GTask *task, gboolean allowed)
{
  Request *request = g_task_get_task_data (task);
  g_autoptr (GTask) held = g_object_ref (task);

  if (request->subscription == 0)
    return;
  g_dbus_connection_signal_unsubscribe (request->connection, g_steal_handle_id (&request->subscription));
  if (allowed)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, "%s",
                             request->on ? _("The desktop does not allow Muster to start by itself. Look in its settings for what runs in the background.")
                                         : _("The desktop did not take back that Muster starts by itself. Look in its settings for what runs in the background."));
}

/* 0 is done, 1 that the person said no, 2 that something else went wrong. */
static void
response_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface, const char *name, GVariant *parameters, gpointer user_data)
{
  GTask *task = user_data;
  const Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  guint32 response = 2;
  gboolean autostart = FALSE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    {
      g_variant_get (parameters, "(u@a{sv})", &response, &results);
      g_variant_lookup (results, "autostart", "b", &autostart);
    }
  finish (task, response == 0 && autostart == request->on);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (answer == NULL)
    finish (task, FALSE);
}

/* As the portal makes it of who asks and of the token, so that its answer cannot come before anybody listens. */
static char *
dup_request_path (GDBusConnection *connection, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (connection) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf (PATH "/request/%s/%s", sender, token);
}

static GVariant *
make_options (gboolean on, const char *token)
{
  static const char *const command[] = { "muster", "--background", NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _("To remind you of what needs you"));
  g_variant_dict_insert (&options, "autostart", "b", on);
  g_variant_dict_insert (&options, "commandline", "^as", command);
  g_variant_dict_insert (&options, "dbus-activatable", "b", FALSE);
  return g_variant_dict_end (&options);
}

void
muster_autostart_portal_ask (gboolean on, GDBusConnection *connection, GTask *task)
{
  g_autofree char *token = g_strdup_printf ("muster%08x", g_random_int ());
  g_autofree char *path = NULL;
  Request *request;

  if (connection == NULL)
    {
      g_task_return_new_error (task, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, "%s", _("There is no desktop here that could start Muster by itself."));
      g_object_unref (task);
      return;
    }
  path = dup_request_path (connection, token);
  request = g_new0 (Request, 1);
  request->connection = g_object_ref (connection);
  request->on = on;
  g_task_set_task_data (task, request, request_free);
  request->subscription = g_dbus_connection_signal_subscribe (connection, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL,
                                                              G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), g_object_unref);
  g_dbus_connection_call (connection, PORTAL, PATH, "org.freedesktop.portal.Background", "RequestBackground", g_variant_new ("(s@a{sv})", "", make_options (on, token)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), asked_cb, task);
}
