/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "gui/muster-create-page.h"
#include "store/muster-register.h"

typedef struct
{
  char *folder;
  char *recovery_key;
} Created;

static void
created_cb (MusterCreatePage *page, const char *folder, const char *agency, const char *account, const char *recovery_key, Created *created)
{
  g_assert_cmpstr (agency, ==, "Riverside");
  g_assert_cmpstr (account, ==, "alex");
  created->folder = g_strdup (folder);
  created->recovery_key = g_strdup (recovery_key);
}

static gboolean
has_key (Created *created)
{
  return created->recovery_key != NULL;
}

/* One field after the other is put right, and the page says each time what is missing. */
static void
test_creates (void)
{
  AdwNavigationPage *page = muster_create_page_new ();
  GtkWidget *root = GTK_WIDGET (page);
  GtkWindow *window = harness_present (page, 360, 720);
  Created created = { NULL };
  g_autoptr (MusterRegisterInfo) info = NULL;

  g_signal_connect (page, "created", G_CALLBACK (created_cb), &created);
  harness_press (root, "Create Register");
  g_assert_true (harness_shows (root, "Type the name of the agency"));
  harness_type (root, "Name of the Agency", "Riverside");
  harness_press (root, "Create Register");
  g_assert_true (harness_shows (root, "Type your full name"));
  harness_type (root, "Full Name", "Alex 123-45-6789");
  harness_press (root, "Create Register");
  g_assert_true (harness_shows (root, "what looks like a social security number"));
  harness_type (root, "Full Name", "Alex Morgan");
  harness_type (root, "Account Name", "alex");
  harness_type (root, "Password", "correct horse battery");
  harness_type (root, "Password Again", "correct horse batterie");
  harness_press (root, "Create Register");
  g_assert_true (harness_shows (root, "The two passwords differ"));
  harness_type (root, "Password Again", "correct horse battery");
  harness_shoot (window, "create");
  harness_press (root, "Create Register");
  harness_wait_for (has_key, &created);
  info = muster_register_look (created.folder, NULL);
  g_assert_nonnull (info);
  g_assert_true (info->keyring);
  g_assert_cmpstr (info->name, ==, "Riverside");
  harness_close (window);
  g_free (created.folder);
  g_free (created.recovery_key);
}

static void
test_keyring_warning (void)
{
  AdwNavigationPage *page = muster_create_page_new ();
  GtkWindow *window = harness_present (page, 360, 720);

  g_assert_false (harness_shows (GTK_WIDGET (page), "Without the keyring"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (harness_find (GTK_WIDGET (page), ADW_TYPE_SWITCH_ROW)), FALSE);
  g_assert_true (harness_shows (GTK_WIDGET (page), "Without the keyring"));
  harness_close (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/create-page/creates", test_creates);
  g_test_add_func ("/gui/create-page/keyring-warning", test_keyring_warning);
  return g_test_run ();
}
