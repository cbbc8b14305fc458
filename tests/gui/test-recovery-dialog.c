/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "gui/harness-register.h"
#include "gui/muster-recovery-dialog.h"
#include "store/muster-keyring.h"
#include "store/muster-recovery-key.h"
#include "store/muster-register.h"

#define PASSWORD "olive harbour lantern"
#define NEW_PASSWORD "quiet copper meadow"

typedef struct
{
  char *folder;
  char *key; /* as people read it */
  MusterRecoveryDialog *dialog;
  GtkWindow *window;
  gboolean recovered;
} Fixture;

/* A register whose recovery key is known, @data: with a key in the keyring. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_dir_make_tmp ("muster-gui-recovery-XXXXXX", &error);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (PASSWORD);
  g_autoptr (MusterSecret) key = NULL;
  MusterRegisterPlan plan = { .agency = "Riverside", .account = "alex", .full_name = "Alex Morgan", .password = password, .keyring = GPOINTER_TO_INT (data) };

  plan.folder = fixture->folder = g_build_filename (place, "Riverside.muster", NULL);
  key = muster_register_create (&plan, NULL, &error);
  g_assert_no_error (error);
  fixture->key = muster_recovery_key_to_text (key);
}

static void
recovered_cb (Fixture *fixture)
{
  fixture->recovered = TRUE;
}

static gboolean
is_recovered (Fixture *fixture)
{
  return fixture->recovered;
}

static void
present (Fixture *fixture)
{
  fixture->recovered = FALSE;
  fixture->dialog = muster_recovery_dialog_new (fixture->folder, "alex", FALSE);
  g_signal_connect_swapped (fixture->dialog, "recovered", G_CALLBACK (recovered_cb), fixture);
  fixture->window = harness_present_dialog (ADW_DIALOG (fixture->dialog), 640, 760);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    harness_close_dialog (fixture->window);
  g_free (fixture->folder);
  g_free (fixture->key);
}

static void
assert_opens (Fixture *fixture, const char *text, int code)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open (fixture->folder, "alex", password, NULL, &error);

  if (code >= 0)
    {
      g_assert_error (error, MUSTER_ERROR, code);
      return;
    }
  g_assert_no_error (error);
  muster_store_close (store);
}

/* A computer whose keyring does not know the register is set up. */
static void
test_computer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (fixture->folder, NULL);

  g_assert_true (muster_keyring_forget (info->id, MUSTER_KEYRING_COMPUTER_SECRET, NULL, NULL));
  assert_opens (fixture, PASSWORD, MUSTER_ERROR_KEYRING);
  present (fixture);
  g_assert_true (harness_shows (GTK_WIDGET (fixture->dialog), "Set Up Computer"));
  g_assert_false (harness_shows (GTK_WIDGET (fixture->dialog), "New Password Again"));
  harness_shoot (fixture->window, "recovery-dialog");
  harness_type (GTK_WIDGET (fixture->dialog), "Recovery Key", fixture->key);
  harness_press (GTK_WIDGET (fixture->dialog), "Set Up This Computer");
  harness_wait_for (is_recovered, fixture);
  assert_opens (fixture, PASSWORD, -1);
}

/* The keyring refuses to take anything. */
static GDBusMessage *
refuse_cb (GDBusConnection *connection, GDBusMessage *message, gboolean incoming, gpointer data)
{
  GDBusMessage *other;

  if (incoming || g_strcmp0 (g_dbus_message_get_member (message), "CreateItem") != 0)
    return message;
  other = g_dbus_message_copy (message, NULL);
  g_object_unref (message);
  g_dbus_message_set_member (other, "RefuseItem");
  return other;
}

static gboolean
offers_program (gpointer root)
{
  return harness_shows (root, "Go On Without a Keyring");
}

/* Where no keyring works the key opens the register until the program ends, by the person's choice. */
static void
test_without_keyring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (fixture->folder, NULL);
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  guint filter = g_dbus_connection_add_filter (connection, refuse_cb, NULL, NULL);
  GtkWidget *root;

  g_assert_true (muster_keyring_forget (info->id, MUSTER_KEYRING_COMPUTER_SECRET, NULL, NULL));
  present (fixture);
  root = GTK_WIDGET (fixture->dialog);
  harness_type (root, "Recovery Key", fixture->key);
  harness_press (root, "Set Up This Computer");
  harness_wait_for (offers_program, root);
  harness_settle ();
  harness_shoot (fixture->window, "recovery-dialog-without-keyring");
  g_assert_false (fixture->recovered);
  assert_opens (fixture, PASSWORD, MUSTER_ERROR_KEYRING);
  harness_press (root, "Go On Without a Keyring");
  harness_wait_for (is_recovered, fixture);
  g_dbus_connection_remove_filter (connection, filter);
  assert_opens (fixture, PASSWORD, -1);
}

/* Small letters and blanks do, a wrong group does not. */
static void
test_key (Fixture *fixture, gconstpointer data)
{
  g_autofree char *small = g_ascii_strdown (fixture->key, -1);
  g_autofree char *wrong = g_strdup (fixture->key);
  GtkWidget *root;

  wrong[0] = wrong[0] == 'A' ? 'B' : 'A';
  present (fixture);
  root = GTK_WIDGET (fixture->dialog);
  harness_press (root, "Set Password");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Recovery Key"), "error"));
  harness_type (root, "Recovery Key", wrong);
  harness_press (root, "Set Password");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Recovery Key"), "error"));

  harness_type (root, "Recovery Key", g_strdelimit (small, "-", ' '));
  harness_press (root, "Set Password");
  g_assert_false (gtk_widget_has_css_class (harness_find_text (root, "Recovery Key"), "error"));
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "New Password"), "error"));
  g_assert_false (fixture->recovered);
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root;

  present (fixture);
  root = GTK_WIDGET (fixture->dialog);
  /* Without a key in the keyring there is no computer to set up. */
  g_assert_false (harness_shows (root, "Set Up Computer"));
  harness_type (root, "Recovery Key", fixture->key);
  harness_type (root, "Administrator’s Account", "Not A Name");
  harness_type (root, "New Password", NEW_PASSWORD);
  harness_type (root, "New Password Again", NEW_PASSWORD);
  harness_press (root, "Set Password");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Administrator’s Account"), "error"));
  harness_type (root, "Administrator’s Account", "alex");
  harness_type (root, "New Password Again", "quiet copper meado");
  harness_press (root, "Set Password");
  g_assert_true (harness_shows (root, "The two passwords differ."));
  assert_opens (fixture, PASSWORD, -1);

  harness_type (root, "New Password Again", NEW_PASSWORD);
  harness_press (root, "Set Password");
  harness_wait_for (is_recovered, fixture);
  assert_opens (fixture, NEW_PASSWORD, -1);
  assert_opens (fixture, PASSWORD, MUSTER_ERROR_SIGN_IN);
}

static gboolean
is_refused (Fixture *fixture)
{
  return gtk_widget_has_css_class (harness_find_text (GTK_WIDGET (fixture->dialog), "Recovery Key"), "error");
}

/* The key of another register is a key, but not of this one. */
static void
test_foreign_key (Fixture *fixture, gconstpointer data)
{
  Fixture other = { 0 };
  GtkWidget *root;

  set_up (&other, NULL);
  present (fixture);
  root = GTK_WIDGET (fixture->dialog);
  harness_type (root, "Recovery Key", other.key);
  harness_type (root, "New Password", NEW_PASSWORD);
  harness_type (root, "New Password Again", NEW_PASSWORD);
  harness_press (root, "Set Password");
  harness_wait_for (is_refused, fixture);
  g_assert_false (fixture->recovered);
  assert_opens (fixture, PASSWORD, -1);
  tear_down (&other, NULL);
}

#define ADD(name, keyring, test) g_test_add ("/gui/recovery-dialog/" name, Fixture, GINT_TO_POINTER (keyring), set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("computer", TRUE, test_computer);
  ADD ("without-keyring", TRUE, test_without_keyring);
  ADD ("key", FALSE, test_key);
  ADD ("reset", FALSE, test_reset);
  ADD ("foreign-key", FALSE, test_foreign_key);
  return g_test_run ();
}
