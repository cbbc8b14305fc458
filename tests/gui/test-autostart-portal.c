/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "gui/harness.h"
#include "gui/muster-autostart-portal.h"
#include "gui/muster-autostart.h"

#define NAME "org.freedesktop.portal.Desktop"
#define PATH "/org/freedesktop/portal/desktop"

/* A portal on the test's own bus: what it answers, and what it was asked. */
typedef struct
{
  GDBusConnection *bus;
  GDBusConnection *client;
  guint object;
  guint name;
  guint response;
  gboolean autostart;
  gboolean refuses; /* the call itself */
  gboolean asked_autostart;
  char *asked_command;
  gboolean done;
  gboolean allowed;
  GError *error;
} Fixture;

static void
ask_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
        gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autofree char *who = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  g_autofree const char **command = NULL;
  const char *token = NULL, *reason = NULL;
  GVariantDict results;

  if (fixture->refuses)
    {
      g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.NotAllowed", "No");
      return;
    }
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "reason", "&s", &reason));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &fixture->asked_autostart));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  fixture->asked_command = g_strjoinv (" ", (char **) command);
  request = g_strdup_printf (PATH "/request/%s/%s", who, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", TRUE);
  g_variant_dict_insert (&results, "autostart", "b", fixture->autostart);
  g_assert_true (g_dbus_connection_emit_signal (bus, sender, request, "org.freedesktop.portal.Request", "Response",
                                                g_variant_new ("(u@a{sv})", fixture->response, g_variant_dict_end (&results)), NULL));
}

static void
own_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  ((Fixture *) user_data)->done = TRUE;
}

static gboolean
is_done (Fixture *fixture)
{
  return fixture->done;
}

static void
set_up (Fixture *fixture, gconstpointer without)
{
  static const char description[] = "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
                                    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method></interface></node>";
  static const GDBusInterfaceVTable table = { .method_call = ask_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (description, NULL);

  fixture->client = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  if (without != NULL)
    return;
  fixture->bus = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  fixture->object = g_dbus_connection_register_object (fixture->bus, PATH, node->interfaces[0], &table, fixture, NULL, NULL);
  fixture->name = g_bus_own_name_on_connection (fixture->bus, NAME, G_BUS_NAME_OWNER_FLAGS_NONE, own_cb, NULL, fixture, NULL);
  harness_wait_for (is_done, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer without)
{
  g_clear_error (&fixture->error);
  g_free (fixture->asked_command);
  g_object_unref (fixture->client);
  if (without != NULL)
    return;
  g_bus_unown_name (fixture->name);
  g_dbus_connection_unregister_object (fixture->bus, fixture->object);
  g_dbus_connection_close_sync (fixture->bus, NULL, NULL);
  g_object_unref (fixture->bus);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->allowed = muster_autostart_set_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
ask (Fixture *fixture, gboolean on, GDBusConnection *connection)
{
  fixture->done = FALSE;
  g_clear_error (&fixture->error);
  g_clear_pointer (&fixture->asked_command, g_free);
  muster_autostart_portal_ask (on, connection, g_task_new (NULL, NULL, set_cb, fixture));
  harness_wait_for (is_done, fixture);
  g_assert_cmpint (fixture->allowed, ==, fixture->error == NULL);
}

static const struct
{
  const char *name;
  gboolean on;
  guint response;
  gboolean autostart;
  const char *says; /* NULL: it is done */
} answers[] = {
  { "on", TRUE, 0, TRUE, NULL },
  { "off", FALSE, 0, FALSE, NULL },
  { "the person said no", TRUE, 1, FALSE, "does not allow" },
  { "something went wrong", TRUE, 2, FALSE, "does not allow" },
  { "in the background, but not by itself", TRUE, 0, FALSE, "does not allow" },
  { "not taken back", FALSE, 0, TRUE, "did not take back" },
};

static void
test_answers (Fixture *fixture, gconstpointer without)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_test_message ("%s", answers[i].name);
      fixture->response = answers[i].response;
      fixture->autostart = answers[i].autostart;
      ask (fixture, answers[i].on, fixture->client);
      g_assert_cmpint (fixture->asked_autostart, ==, answers[i].on);
      g_assert_cmpstr (fixture->asked_command, ==, "muster --background");
      g_assert_cmpint (fixture->allowed, ==, answers[i].says == NULL);
      if (answers[i].says == NULL)
        continue;
      g_assert_error (fixture->error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
      g_assert_nonnull (strstr (fixture->error->message, answers[i].says));
    }
}

static void
test_refuses (Fixture *fixture, gconstpointer without)
{
  fixture->refuses = TRUE;
  ask (fixture, TRUE, fixture->client);
  g_assert_error (fixture->error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
}

static void
test_none (Fixture *fixture, gconstpointer without)
{
  ask (fixture, TRUE, fixture->client);
  g_assert_error (fixture->error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
  ask (fixture, TRUE, NULL);
  g_assert_error (fixture->error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add ("/gui/autostart-portal/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/gui/autostart-portal/refuses", Fixture, NULL, set_up, test_refuses, tear_down);
  g_test_add ("/gui/autostart-portal/none", Fixture, "none", set_up, test_none, tear_down);
  return g_test_run ();
}
