/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "domain/muster-error.h"
#include "gui/muster-browser.h"
#include "gui/muster-known-registers.h"
#include "gui/muster-sign-in-page.h"

typedef struct
{
  GSettings *settings;
  MusterSignInPage *page;
  GtkWindow *window;
  MusterStore *store;
} Fixture;

static void
signed_in_cb (Fixture *fixture, MusterStore *store)
{
  fixture->store = g_object_ref (store);
}

static gboolean
has_store (Fixture *fixture)
{
  return fixture->store != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_settings_reset (fixture->settings, "last-register");
  g_settings_reset (fixture->settings, "recent-registers");
  fixture->page = muster_sign_in_page_new (fixture->settings);
  g_signal_connect_swapped (fixture->page, "signed-in", G_CALLBACK (signed_in_cb), fixture);
  fixture->window = harness_present (ADW_NAVIGATION_PAGE (fixture->page), 360, 640);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  harness_close (fixture->window);
  g_assert_finalize_object (fixture->settings);
  if (fixture->store != NULL)
    muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

static void
test_welcome (Fixture *fixture, gconstpointer data)
{
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "Welcome to Muster"));
  harness_shoot (fixture->window, "sign-in-welcome");
}

static void
test_signs_in (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = harness_register_new (FALSE, FALSE);
  g_auto (GStrv) known = NULL;

  muster_sign_in_page_show_register (fixture->page, folder, NULL);
  g_assert_nonnull (harness_find_text (GTK_WIDGET (fixture->page), "Riverside"));
  harness_type (GTK_WIDGET (fixture->page), "Account", HARNESS_ACCOUNT);
  harness_type (GTK_WIDGET (fixture->page), "Password", HARNESS_REAL_PASSWORD);
  harness_shoot (fixture->window, "sign-in");
  harness_press (GTK_WIDGET (fixture->page), "Sign In");
  harness_wait_for (has_store, fixture);
  known = muster_known_registers_list (fixture->settings);
  g_assert_cmpstr (known[0], ==, folder);
}

static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = harness_register_new (TRUE, FALSE);
  GtkWidget *row;

  muster_sign_in_page_show_register (fixture->page, folder, NULL);
  harness_type (GTK_WIDGET (fixture->page), "Account", HARNESS_ACCOUNT);
  harness_type (GTK_WIDGET (fixture->page), "Password", "wrong");
  harness_press (GTK_WIDGET (fixture->page), "Sign In");
  row = harness_find_text (GTK_WIDGET (fixture->page), "Password");
  harness_wait_for (gtk_widget_is_sensitive, row);
  g_assert_null (fixture->store);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "");
}

static void
test_no_account (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = harness_register_new (FALSE, FALSE);

  muster_sign_in_page_show_register (fixture->page, folder, NULL);
  harness_press (GTK_WIDGET (fixture->page), "Sign In");
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "Type the name of your account."));
}

static void
test_missing_register (Fixture *fixture, gconstpointer data)
{
  muster_sign_in_page_show_register (fixture->page, "/nowhere/at-all.muster", NULL);
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "Not Found"));
  g_assert_false (harness_shows (GTK_WIDGET (fixture->page), "Password"));
  harness_shoot (fixture->window, "sign-in-missing");
}

/* In a browser there is only practice. */
static void
test_browser (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_browser_check (gdk_display_get_default (), &error));
  g_assert_no_error (error);
  g_assert_false (muster_browser_check_type ("GdkBroadwayDisplay", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

static void
test_practice_account (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = harness_register_new (TRUE, FALSE);
  g_auto (GStrv) known = NULL;

  muster_sign_in_page_show_register (fixture->page, folder, NULL);
  g_assert_true (harness_shows (GTK_WIDGET (fixture->page), "“practice”"));
  harness_press (GTK_WIDGET (fixture->page), "alex");
  harness_wait_for (has_store, fixture);
  /* It is not what the next start should offer. */
  known = muster_known_registers_list (fixture->settings);
  g_assert_null (known[0]);
}

#define ADD(name, test) g_test_add ("/gui/sign-in-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  ADD ("browser", test_browser);
  ADD ("welcome", test_welcome);
  ADD ("signs-in", test_signs_in);
  ADD ("wrong-password", test_wrong_password);
  ADD ("no-account", test_no_account);
  ADD ("missing-register", test_missing_register);
  ADD ("practice-account", test_practice_account);
  return g_test_run ();
}
