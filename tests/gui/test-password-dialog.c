/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "gui/harness-register.h"
#include "gui/muster-password-dialog.h"

typedef struct
{
  MusterStore *store;
  AdwDialog *dialog; /* weak */
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = harness_store_new ();
  fixture->dialog = muster_password_dialog_new (fixture->store);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  fixture->window = harness_present_dialog (fixture->dialog, 700, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  harness_close_dialog (fixture->window);
  muster_store_close (fixture->store);
  harness_release (fixture->store);
}

static void
fill_in (Fixture *fixture, const char *old, const char *password, const char *again)
{
  harness_type (GTK_WIDGET (fixture->dialog), "Present Password", old);
  harness_type (GTK_WIDGET (fixture->dialog), "New Password", password);
  harness_type (GTK_WIDGET (fixture->dialog), "New Password Again", again);
  harness_press (GTK_WIDGET (fixture->dialog), "Change");
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static gboolean
opens_with (Fixture *fixture, const char *text)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = muster_store_open (muster_store_get_folder (fixture->store), HARNESS_ACCOUNT, password, NULL, &error);

  if (store == NULL)
    g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  else
    muster_store_close (store);
  return store != NULL;
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture, HARNESS_PASSWORD, "quiet copper meadow", "quiet copper meadow");
  harness_wait_for (is_gone, &fixture->dialog);
  g_assert_true (opens_with (fixture, "quiet copper meadow"));
  g_assert_false (opens_with (fixture, HARNESS_PASSWORD));
}

static void
test_differ (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture, HARNESS_PASSWORD, "quiet copper meadow", "quiet copper meado");
  g_assert_true (harness_shows (GTK_WIDGET (fixture->dialog), "The two passwords differ."));
  g_assert_true (gtk_widget_has_css_class (harness_find_text (GTK_WIDGET (fixture->dialog), "New Password Again"), "error"));
  fill_in (fixture, HARNESS_PASSWORD, "", "");
  g_assert_true (harness_shows (GTK_WIDGET (fixture->dialog), "The password is empty."));
  harness_shoot (fixture->window, "password");
  g_assert_true (opens_with (fixture, HARNESS_PASSWORD));
}

static gboolean
is_refused (gpointer dialog)
{
  return harness_find (dialog, ADW_TYPE_BANNER) != NULL;
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  fill_in (fixture, "not the password", "quiet copper meadow", "quiet copper meadow");
  harness_wait (is_refused, fixture->dialog, "the dialog to say why not");
  g_assert_true (opens_with (fixture, HARNESS_PASSWORD));
  g_assert_false (opens_with (fixture, "quiet copper meadow"));
}

#define ADD(name, test) g_test_add ("/gui/password-dialog/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("changes", test_changes);
  ADD ("differ", test_differ);
  ADD ("wrong", test_wrong);
  return g_test_run ();
}
