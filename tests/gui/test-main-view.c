/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "gui/muster-journal-page.h"
#include "gui/muster-main-view.h"
#include "gui/muster-season-page.h"
#include "operations/muster-account-operations.h"
#include "store/muster-store.h"

#define OLDER "than the one this computer saw last."
#define ACCEPT "Accept This Copy…"

/* Only a real register has a key in the keyring. */
static MusterStore *
open_store (const char *folder, const char *account)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (HARNESS_REAL_PASSWORD);
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (folder, account, password, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
add_account (const char *folder, const char *name, const char *full_name, MusterRole role)
{
  g_autoptr (MusterStore) store = open_store (folder, HARNESS_ACCOUNT);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (HARNESS_REAL_PASSWORD);
  g_autoptr (GError) error = NULL;
  MusterNewAccount request = { name, full_name, role, password };

  g_assert_true (muster_store_run (store, &muster_add_account, &request, NULL, NULL, &error));
  g_assert_no_error (error);
  muster_store_close (store);
}

/* The register as it was before the last account came, while the keyring remembers what came after. */
static char *
put_back_older_copy (void)
{
  char *folder = harness_register_new (FALSE, TRUE);
  g_autofree char *path = g_build_filename (folder, "register.db", NULL), *contents = NULL;
  gsize size;

  add_account (folder, "sam", "Sam Silverbrook", MUSTER_ROLE_SUPERVISOR);
  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  add_account (folder, "kim", "Kim Kestrelwood", MUSTER_ROLE_STAFF);
  g_assert_true (g_file_set_contents (path, contents, size, NULL));
  return folder;
}

static GtkWindow *
present (MusterStore *store, int width)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 640);
  adw_window_set_content (ADW_WINDOW (window), muster_main_view_new (store));
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped, window);
  harness_settle ();
  return GTK_WINDOW (window);
}

static void
finish (GtkWindow *window, MusterStore *store)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (window);
  harness_settle ();
  g_assert_null (window);
  muster_store_close (store);
  harness_release (store);
}

static gboolean
is_accepted (gpointer window)
{
  return !harness_shows (window, OLDER);
}

/* An administrator is asked for a reason, and then the register can be changed again. */
static void
test_older_copy (void)
{
  g_autofree char *folder = put_back_older_copy ();
  MusterStore *store = open_store (folder, HARNESS_ACCOUNT);
  GtkWindow *window = present (store, 900);
  GtkWidget *root = GTK_WIDGET (window);
  AdwDialog *dialog;

  g_assert_true (muster_store_is_other_copy (store));
  harness_wait_shows (root, OLDER);
  g_assert_false (harness_shows (root, "An administrator can accept it"));
  g_assert_false (harness_shows (root, "Open Journal"));
  muster_main_view_show_section (MUSTER_MAIN_VIEW (adw_window_get_content (ADW_WINDOW (window))), "journal");
  harness_wait_shows (root, "Not the Copy That This Computer Saw Last");
  harness_shoot (window, "older-copy");
  gtk_widget_activate_action (harness_find (root, MUSTER_TYPE_JOURNAL_PAGE), "journal.verify", NULL);
  harness_wait_shows (root, "Bring the newer copy back if there is one.");
  harness_press (root, ACCEPT);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "Of two copies only one can be the register.");
  harness_shoot (window, "older-copy-accept");
  harness_press (GTK_WIDGET (dialog), "Accept");
  harness_wait_shows (GTK_WIDGET (dialog), "Give the reason");
  g_assert_true (muster_store_is_other_copy (store));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (harness_find (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW))), "The disk broke", -1);
  harness_press (GTK_WIDGET (dialog), "Accept");
  harness_wait_for (is_accepted, root);
  g_assert_false (muster_store_is_other_copy (store));
  g_assert_false (harness_shows (root, ACCEPT));
  g_assert_false (harness_shows (root, "Not the Copy That This Computer Saw Last"));
  finish (window, store);
}

/* The others are told who can. */
static void
test_older_copy_for_others (void)
{
  g_autofree char *folder = put_back_older_copy ();
  MusterStore *store = open_store (folder, "sam");
  GtkWindow *window = present (store, 400);

  harness_wait_shows (GTK_WIDGET (window), OLDER);
  g_assert_true (harness_shows (GTK_WIDGET (window), "An administrator can accept it: Alex Morgan."));
  g_assert_false (harness_shows (GTK_WIDGET (window), ACCEPT));
  harness_shoot (window, "older-copy-for-others");
  finish (window, store);
}

/* The copy that this computer saw last says nothing. */
static void
test_newest_copy (void)
{
  g_autofree char *folder = harness_register_new (FALSE, TRUE);
  MusterStore *store = open_store (folder, HARNESS_ACCOUNT);
  GtkWindow *window = present (store, 900);

  g_assert_false (harness_shows (GTK_WIDGET (window), OLDER));
  g_assert_false (harness_shows (GTK_WIDGET (window), ACCEPT));
  finish (window, store);
}

/* At the side there is little room; a name that is too long even for two lines can be read by hovering. */
static void
test_agency (void)
{
  MusterStore *store = harness_store_new ();
  GtkWindow *window = present (store, 900);
  GtkWidget *label = harness_find_text (GTK_WIDGET (window), "Riverside Community Health");

  g_assert_true (GTK_IS_LABEL (label));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (label), ==, "Riverside Community Health");
  harness_shoot (window, "agency");
  finish (window, store);
}

/* An arrow key goes to a section as a click does: what is marked is in view, and what comes into view otherwise takes the focus along. */
static void
test_sidebar (void)
{
  g_autofree char *folder = harness_register_new (FALSE, TRUE);
  MusterStore *store = open_store (folder, HARNESS_ACCOUNT);
  GtkWindow *window = present (store, 900);
  MusterMainView *view = MUSTER_MAIN_VIEW (adw_window_get_content (ADW_WINDOW (window)));
  GtkListBox *list = GTK_LIST_BOX (harness_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX));
  GtkListBoxRow *row;

  muster_main_view_show_section (view, "roster");
  harness_wait_shows (GTK_WIDGET (window), "No People Yet");
  row = gtk_list_box_get_selected_row (list);
  g_assert_cmpint (gtk_list_box_row_get_index (row), ==, 1);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  harness_settle ();
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (list)), ==, 2);
  harness_wait_for (gtk_widget_get_mapped, harness_find (GTK_WIDGET (window), MUSTER_TYPE_SEASON_PAGE));
  muster_main_view_show_section (view, "journal");
  row = gtk_list_box_get_selected_row (list);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (row)));
  harness_wait_for (gtk_widget_get_mapped, harness_find (GTK_WIDGET (window), MUSTER_TYPE_JOURNAL_PAGE));
  finish (window, store);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/main-view/older-copy", test_older_copy);
  g_test_add_func ("/gui/main-view/older-copy-for-others", test_older_copy_for_others);
  g_test_add_func ("/gui/main-view/newest-copy", test_newest_copy);
  g_test_add_func ("/gui/main-view/agency", test_agency);
  g_test_add_func ("/gui/main-view/sidebar", test_sidebar);
  return g_test_run ();
}
