/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs in tests/in-session, with "keyring" where a real one serves, with "none" where there is none. */

#include "store/muster-keyring.h"

#include <libsecret/secret.h>
#include <string.h>

#include "domain/muster-error.h"

#define REGISTER "0b8f1a52-7f0d-4f0e-9a3c-2d6f6f1c5a10"
#define OTHER_REGISTER "7c1b9a30-4d39-4b5d-8e6f-90a8a4a4c001"
#define SECRET MUSTER_KEYRING_COMPUTER_SECRET
#define ANCHOR MUSTER_KEYRING_ANCHOR

static void
put (const char *id, MusterKeyringKind kind, const char *text)
{
  g_autoptr (MusterSecret) secret = muster_secret_new_from_text (text);
  g_autoptr (GError) error = NULL;

  muster_keyring_store (id, "Riverside", kind, secret, NULL, &error);
  g_assert_no_error (error);
}

/* @text: NULL: there is none */
static void
assert_holds (const char *id, MusterKeyringKind kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) secret = muster_keyring_lookup (id, kind, NULL, &error);

  g_assert_no_error (error);
  if (text != NULL)
    g_assert_cmpmem (muster_secret_get_bytes (secret), muster_secret_get_size (secret), text, strlen (text));
  else
    g_assert_null (secret);
}

static void
forget (const char *id, MusterKeyringKind kind)
{
  g_autoptr (GError) error = NULL;

  muster_keyring_forget (id, kind, NULL, &error);
  g_assert_no_error (error);
}

/* Each call fails so; at least what it says is not only what the system says. */
static void
assert_all_fail (GCancellable *cancellable, GQuark domain, int code, const char *words)
{
  g_autoptr (MusterSecret) secret = muster_secret_new_random (32);
  GError *errors[3] = { NULL };

  g_assert_null (muster_keyring_lookup (REGISTER, SECRET, cancellable, &errors[0]));
  g_assert_false (muster_keyring_store (REGISTER, "Riverside", SECRET, secret, cancellable, &errors[1]));
  g_assert_false (muster_keyring_forget (REGISTER, SECRET, cancellable, &errors[2]));
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_assert_error (errors[i], domain, code);
      g_test_message ("%s", errors[i]->message);
      g_assert_nonnull (strstr (errors[i]->message, words));
      g_error_free (errors[i]);
    }
}

static void
test_keeps (void)
{
  assert_holds (REGISTER, SECRET, NULL);
  put (REGISTER, SECRET, "one");
  put (REGISTER, ANCHOR, "two");
  put (OTHER_REGISTER, SECRET, "three");
  assert_holds (REGISTER, SECRET, "one");
  assert_holds (REGISTER, ANCHOR, "two");
  assert_holds (OTHER_REGISTER, SECRET, "three");
  assert_holds (OTHER_REGISTER, ANCHOR, NULL);

  put (REGISTER, SECRET, "four");
  assert_holds (REGISTER, SECRET, "four");

  forget (REGISTER, SECRET);
  forget (REGISTER, SECRET);
  assert_holds (REGISTER, SECRET, NULL);
  assert_holds (REGISTER, ANCHOR, "two");
  assert_holds (OTHER_REGISTER, SECRET, "three");
  forget (REGISTER, ANCHOR);
  forget (OTHER_REGISTER, SECRET);
}

static void
test_any_bytes (void)
{
  g_autoptr (MusterSecret) secret = muster_secret_new ("\0\xff\n\0 ", 5);
  g_autoptr (MusterSecret) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_keyring_store (REGISTER, "A “name”\nof two lines", SECRET, secret, NULL, &error));
  found = muster_keyring_lookup (REGISTER, SECRET, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (muster_secret_get_bytes (found), muster_secret_get_size (found), "\0\xff\n\0 ", 5);
  forget (REGISTER, SECRET);
}

/* As everybody can find it in the keyring's own program. */
static void
test_schema (void)
{
  g_autoptr (GHashTable) attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  put (REGISTER, SECRET, "one");
  g_hash_table_insert (attributes, (char *) "xdg:schema", (char *) "org.muster.Register");
  g_hash_table_insert (attributes, (char *) "register", (char *) REGISTER);
  g_hash_table_insert (attributes, (char *) "kind", (char *) "computer-secret");
  text = secret_password_lookupv_sync (NULL, attributes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "b25l");
  forget (REGISTER, SECRET);
}

static void
test_foreign_entry (void)
{
  static const char *const texts[] = { "", "not base64!", "b25l=", "b25" };
  const SecretSchema schema = { "org.muster.Register", SECRET_SCHEMA_NONE, { { "register", SECRET_SCHEMA_ATTRIBUTE_STRING }, { "kind", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (secret_password_store_sync (&schema, NULL, "Test", texts[i], NULL, &error, "register", REGISTER, "kind", "computer-secret", NULL));
      g_assert_null (muster_keyring_lookup (REGISTER, SECRET, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING);
      g_assert_nonnull (strstr (error->message, "recovery key"));
      forget (REGISTER, SECRET);
    }
}

static gboolean
not_now_cb (gpointer data)
{
  g_assert_not_reached ();
}

static gpointer
work_cb (gpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      put (data, SECRET, "from a thread");
      assert_holds (data, SECRET, "from a thread");
      forget (data, SECRET);
    }
  return NULL;
}

/* Threads at once, and nothing of the main thread's runs meanwhile. */
static void
test_threads (void)
{
  guint source = g_idle_add (not_now_cb, NULL);
  GThread *one = g_thread_new ("one", work_cb, (gpointer) REGISTER);
  GThread *other = g_thread_new ("other", work_cb, (gpointer) OTHER_REGISTER);

  put (REGISTER, ANCHOR, "from the main thread");
  assert_holds (REGISTER, ANCHOR, "from the main thread");
  forget (REGISTER, ANCHOR);
  g_thread_join (one);
  g_thread_join (other);
  g_assert_true (g_source_remove (source));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_all_fail (cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
}

/* The last one with a keyring, since nobody unlocks it again. */
static void
test_locked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SecretService) service = NULL;
  g_autoptr (SecretCollection) collection = NULL;
  g_autoptr (GList) collections = NULL;
  g_autoptr (MusterSecret) secret = muster_secret_new_random (32);

  put (REGISTER, SECRET, "one");
  service = secret_service_get_sync (SECRET_SERVICE_LOAD_COLLECTIONS, NULL, &error);
  g_assert_no_error (error);
  collection = secret_collection_for_alias_sync (service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, NULL, &error);
  g_assert_no_error (error);
  collections = g_list_append (NULL, collection);
  g_assert_cmpint (secret_service_lock_sync (service, collections, NULL, NULL, &error), ==, 1);
  g_assert_no_error (error);

  g_assert_null (muster_keyring_lookup (REGISTER, SECRET, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING);
  g_assert_nonnull (strstr (error->message, "nlock it"));
  g_clear_error (&error);
  g_assert_false (muster_keyring_store (REGISTER, "Riverside", SECRET, secret, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING);
}

static void
test_no_service (void)
{
  assert_all_fail (NULL, MUSTER_ERROR, MUSTER_ERROR_KEYRING, "no keyring");
}

static GDBusMessage *
swallow_cb (GDBusConnection *connection, GDBusMessage *message, gboolean incoming, gpointer data)
{
  gboolean call = incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL;

  if (!call)
    return message;
  g_object_unref (message);
  return NULL;
}

/* A keyring that takes every call and answers none. */
static void
test_no_answer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) reply = NULL;
  gint64 from, seconds;

  connection = g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"), G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_add_filter (connection, swallow_cb, NULL, NULL);
  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", "org.freedesktop.secrets", 0), NULL, 0, -1, NULL, &error);
  g_assert_no_error (error);

  from = g_get_monotonic_time ();
  g_assert_null (muster_keyring_lookup (REGISTER, SECRET, NULL, &error));
  seconds = (g_get_monotonic_time () - from) / G_USEC_PER_SEC;
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING);
  g_assert_nonnull (strstr (error->message, "unlock it and try again"));
  g_assert_cmpint (seconds, >=, 4);
  g_assert_cmpint (seconds, <, 15);
  g_assert_true (g_dbus_connection_close_sync (connection, NULL, NULL));
}

static void
test_no_bus (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
      assert_all_fail (NULL, MUSTER_ERROR, MUSTER_ERROR_KEYRING, "no keyring");
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "keyring") == 0)
    {
      g_test_add_func ("/keyring/keeps", test_keeps);
      g_test_add_func ("/keyring/any-bytes", test_any_bytes);
      g_test_add_func ("/keyring/schema", test_schema);
      g_test_add_func ("/keyring/foreign-entry", test_foreign_entry);
      g_test_add_func ("/keyring/threads", test_threads);
      g_test_add_func ("/keyring/cancelled", test_cancelled);
      g_test_add_func ("/keyring/locked", test_locked);
    }
  else
    {
      g_test_add_func ("/keyring/no-bus", test_no_bus);
      g_test_add_func ("/keyring/no-service", test_no_service);
      g_test_add_func ("/keyring/no-answer", test_no_answer);
    }
  return g_test_run ();
}
