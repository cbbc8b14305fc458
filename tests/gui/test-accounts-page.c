/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "gui/muster-account-dialog.h"
#include "gui/muster-accounts-page.h"

static void
test_adds (void)
{
  MusterStore *store = harness_store_new ();
  AdwNavigationPage *page = muster_accounts_page_new (store);
  GtkWindow *window = harness_present (page, 360, 640);
  GtkWidget *root = GTK_WIDGET (window);

  g_assert_true (harness_shows (root, "alex · Administrator"));
  g_assert_true (harness_shows (root, "With a single administrator"));
  gtk_widget_activate_action (GTK_WIDGET (page), "accounts.add", NULL);
  harness_wait_shows (root, "First Password");
  harness_type (root, "Full Name", "Kim Lindqvist");
  harness_type (root, "Account Name", "Not A Name");
  harness_press (root, "Add Account");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Account Name"), "error"));

  harness_type (root, "Account Name", "kim");
  harness_type (root, "Password", "practice");
  harness_type (root, "Password Again", "practice");
  harness_shoot (window, "account-dialog");
  harness_press (root, "Add Account");

  harness_wait_shows (root, "kim · Staff");
  harness_shoot (window, "accounts");
  harness_close (window);
  muster_store_close (store);
  harness_release (store);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/accounts-page/adds", test_adds);
  return g_test_run ();
}
