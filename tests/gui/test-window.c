/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness-register.h"
#include "gui/muster-account-dialog.h"
#include "gui/muster-lock-dialog.h"
#include "gui/muster-password-dialog.h"
#include "gui/muster-recovery-page.h"
#include "gui/muster-window.h"
#include "operations/muster-account-operations.h"
#include "operations/operations-fixture.h"

typedef struct
{
  MusterApplication *application;
  MusterWindow *window;
} Fixture;

/* It stays registered on the bus for as long as it lives. */
static MusterApplication *application;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->application = application;
  fixture->window = muster_window_new (fixture->application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  harness_wait_for (gtk_widget_get_mapped, fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_destroy (GTK_WINDOW (window));
  harness_settle ();
  g_assert_null (window);
}

static void
sign_in (Fixture *fixture)
{
  g_autoptr (MusterStore) store = harness_store_new ();

  muster_window_sign_in (fixture->window, store);
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static gboolean
is_unlocked (MusterWindow *window)
{
  return !muster_window_is_locked (window);
}

static void
test_welcome (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Muster");
  g_assert_true (harness_shows (GTK_WIDGET (fixture->window), "Welcome to Muster"));
  g_assert_false (is_enabled (fixture, "search"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->application), "lock"));
  harness_shoot (GTK_WINDOW (fixture->window), "welcome");
}

static void
test_signed_in (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);

  sign_in (fixture);
  g_assert_true (harness_shows (root, "Riverside Community Health"));
  g_assert_true (harness_shows (root, "Alex Morgan"));
  g_assert_true (harness_shows (root, "Practice register: invented people"));
  g_assert_true (gtk_widget_has_css_class (root, "devel"));
  g_assert_true (is_enabled (fixture, "import-roster"));
  gtk_widget_activate_action (root, "win.show-section", "s", "accounts");
  g_assert_true (harness_shows (root, "alex · Administrator"));
  gtk_widget_activate_action (root, "win.announce", "s", "412 rows <imported>.");
  g_assert_true (harness_shows (root, "412 rows <imported>."));
  harness_shoot (GTK_WINDOW (fixture->window), "signed-in");
}

static void
test_signed_out (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  gpointer store;

  sign_in (fixture);
  store = muster_window_get_store (fixture->window);
  g_object_add_weak_pointer (store, &store);
  gtk_widget_activate_action (root, "win.sign-out", NULL);
  harness_settle ();
  g_assert_null (store);
  g_assert_false (harness_shows (root, "Riverside Community Health"));
  g_assert_false (gtk_widget_has_css_class (root, "devel"));
  g_assert_false (is_enabled (fixture, "show-section"));
}

static void
test_help (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help", NULL);
  harness_wait_shows (root, "Your First Hour");
  /* A second press opens no second one. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "help", NULL);
  harness_settle ();
  g_assert_true (adw_dialog_close (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));
  harness_settle ();
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

/* A dialog with text in it is out of sight while locked, and then as it was. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  AdwDialog *dialog;
  GtkWidget *focus;

  sign_in (fixture);
  dialog = muster_password_dialog_new (muster_window_get_store (fixture->window));
  adw_dialog_present (dialog, root);
  harness_wait_shows (root, "Present Password");
  harness_type (GTK_WIDGET (dialog), "New Password", "half typed");
  gtk_widget_activate_action (root, "app.lock", NULL);
  g_assert_true (muster_window_is_locked (fixture->window));
  harness_wait_shows (root, "Muster Is Locked");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ADW_TYPE_PASSWORD_ENTRY_ROW));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, MUSTER_TYPE_LOCK_DIALOG));
  g_assert_false (harness_shows (root, "Riverside Community Health"));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_false (is_enabled (fixture, "show-section"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->application), "preferences"));
  harness_shoot (GTK_WINDOW (fixture->window), "locked");

  harness_type (root, "Password", HARNESS_PASSWORD);
  harness_press (root, "Unlock");
  harness_wait_for (is_unlocked, fixture->window);
  harness_wait_shows (root, "Present Password");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (harness_find_text (GTK_WIDGET (dialog), "New Password"))), ==, "half typed");
  g_assert_true (is_enabled (fixture, "show-section"));
  harness_shoot (GTK_WINDOW (fixture->window), "unlocked");
}

static void
test_late_dialog (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  sign_in (fixture);
  muster_window_lock (fixture->window, MUSTER_LOCK_IDLE);
  dialog = adw_alert_dialog_new ("Something Private", NULL);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  harness_settle ();
  g_assert_false (harness_shows (GTK_WIDGET (fixture->window), "Something Private"));
  g_assert_true (MUSTER_IS_LOCK_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));
}

static void
test_sign_out_of_lock (Fixture *fixture, gconstpointer data)
{
  sign_in (fixture);
  muster_window_lock (fixture->window, MUSTER_LOCK_SUSPEND);
  harness_wait_shows (GTK_WIDGET (fixture->window), "went to sleep");
  harness_press (GTK_WIDGET (fixture->window), "Sign Out");
  harness_settle ();
  g_assert_false (muster_window_is_locked (fixture->window));
  g_assert_null (muster_window_get_store (fixture->window));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
}

/* A form with something in it. */
static AdwDialog *
open_form (Fixture *fixture)
{
  AdwDialog *dialog = muster_account_dialog_new (muster_window_get_store (fixture->window), NULL);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
  harness_wait_shows (GTK_WIDGET (dialog), "Full Name");
  harness_type (GTK_WIDGET (dialog), "Full Name", "Half typed");
  return dialog;
}

static gboolean
is_gone (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
test_sign_out_asks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  AdwDialog *dialog;

  sign_in (fixture);
  dialog = open_form (fixture);
  gtk_widget_activate_action (root, "win.sign-out", NULL);
  harness_wait_shows (root, "Lose What You Entered?");
  harness_shoot (GTK_WINDOW (fixture->window), "sign-out-asks");
  harness_press (root, "Stay");
  harness_settle ();
  g_assert_nonnull (muster_window_get_store (fixture->window));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));

  gtk_widget_activate_action (root, "win.sign-out", NULL);
  harness_wait_shows (root, "Lose What You Entered?");
  harness_press (root, "Sign Out");
  harness_settle ();
  g_assert_null (muster_window_get_store (fixture->window));
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_application_window_get_visible_dialog (window) == NULL;
}

/* Whoever is given another role elsewhere does not go on seeing what the old one showed, not even behind the lock. */
static void
test_ended (Fixture *fixture, gconstpointer data)
{
  static const gboolean cases[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *root = GTK_WIDGET (fixture->window);
      g_autofree char *folder = harness_register_new (TRUE, FALSE);
      g_autoptr (MusterStore) alex = harness_store_open (folder, HARNESS_ACCOUNT);
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (HARNESS_PASSWORD);
      const MusterNewAccount account = { "jo", "Jo Tran", MUSTER_ROLE_AUDITOR, password };
      MusterAccountChange change = { 0, MUSTER_ROLE_STAFF, FALSE };

      g_assert_true (muster_store_run (alex, &muster_add_account, &account, &change.account_id, NULL, NULL));
      {
        g_autoptr (MusterStore) jo = harness_store_open (folder, "jo");

        muster_window_sign_in (fixture->window, jo);
      }
      harness_wait_shows (root, "Riverside Community Health");
      if (cases[i])
        muster_window_lock (fixture->window, MUSTER_LOCK_IDLE);
      g_assert_true (muster_store_run (alex, &muster_change_account, &change, NULL, NULL, NULL));
      harness_wait_shows (root, "You Have Been Signed Out");
      harness_wait_shows (root, "Your role is now Staff.");
      harness_shoot (GTK_WINDOW (fixture->window), "ended");
      g_assert_null (muster_window_get_store (fixture->window));
      g_assert_false (muster_window_is_locked (fixture->window));
      harness_press (root, "Close");
      harness_wait_for (has_no_dialog, fixture->window);
      muster_store_close (alex);
    }
}

/* The question comes over the lock, and nothing else does. */
static void
test_sign_out_of_lock_asks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  AdwDialog *dialog;

  sign_in (fixture);
  dialog = open_form (fixture);
  muster_window_lock (fixture->window, MUSTER_LOCK_IDLE);
  harness_wait_shows (root, "Muster Is Locked");
  harness_press (root, "Sign Out");
  harness_wait_shows (root, "A form is open with entries that have not been saved.");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  harness_press (root, "Stay");
  harness_settle ();
  g_assert_true (muster_window_is_locked (fixture->window));
  g_assert_true (MUSTER_IS_LOCK_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window))));

  harness_type (root, "Password", HARNESS_PASSWORD);
  harness_press (root, "Unlock");
  harness_wait_for (is_unlocked, fixture->window);
  harness_wait_for (gtk_widget_get_mapped, dialog);
}

static void
test_quit_asks (Fixture *fixture, gconstpointer data)
{
  MusterWindow *window = muster_window_new (fixture->application);
  g_autoptr (MusterStore) store = harness_store_new ();
  gpointer there = window;
  Fixture other = { fixture->application, window };

  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped, window);
  muster_window_sign_in (window, store);
  open_form (&other);
  g_object_add_weak_pointer (G_OBJECT (window), &there);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
  harness_wait_shows (GTK_WIDGET (window), "Lose What You Entered?");
  harness_press (GTK_WIDGET (window), "Quit");
  harness_wait_for (is_gone, &there);
}

static gboolean
is_recovery_shown (gpointer root)
{
  return harness_shows (root, "This is its recovery key.");
}

/* Types the groups that are asked for, as they stand above. */
static void
copy_groups (GtkWidget *root)
{
  GtkWidget *box = harness_find (root, GTK_TYPE_FLOW_BOX);

  for (int i = 0; gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), i) != NULL; i++)
    {
      GtkWidget *group = gtk_widget_get_last_child (gtk_flow_box_child_get_child (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (box), i)));
      g_autofree char *title = g_strdup_printf ("Group %d", i + 1);

      if (harness_find_text (root, title) == NULL)
        continue;
      harness_type (root, title, gtk_label_get_text (GTK_LABEL (group)));
      gtk_widget_grab_focus (harness_find_text (root, title));
    }
}

/* Neither closing the window nor quitting loses the key without a question. */
static void
stay_with_recovery_key (Fixture *fixture)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < 2; i++)
    {
      if (i == 0)
        gtk_window_close (GTK_WINDOW (fixture->window));
      else
        g_action_group_activate_action (G_ACTION_GROUP (fixture->application), "quit", NULL);
      harness_wait_shows (root, "Quit Without the Recovery Key?");
      harness_shoot (GTK_WINDOW (fixture->window), "recovery-question");
      harness_press (root, "Stay");
      harness_wait_for (has_no_dialog, fixture->window);
      g_assert_true (is_recovery_shown (root));
    }
}

/* Whoever has made a register goes on with the password. */
static void
test_created (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkWidget *focus;
  gpointer page;

  harness_press (root, "Create a Register…");
  harness_settle ();
  harness_type (root, "Name of the Agency", "Riverside");
  harness_type (root, "Full Name", "Alex Morgan");
  harness_type (root, "Account Name", "alex");
  harness_type (root, "Password", HARNESS_REAL_PASSWORD);
  harness_type (root, "Password Again", HARNESS_REAL_PASSWORD);
  harness_press (root, "Create Register");
  harness_wait_for (is_recovery_shown, root);
  stay_with_recovery_key (fixture);
  copy_groups (root);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  page = harness_find (root, MUSTER_TYPE_RECOVERY_PAGE);
  g_object_add_weak_pointer (G_OBJECT (page), &page);
  g_signal_emit_by_name (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), ADW_TYPE_ENTRY_ROW), "entry-activated");
  harness_wait_for (is_gone, &page);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, ADW_TYPE_PASSWORD_ENTRY_ROW));
  g_assert_true (gtk_widget_get_mapped (focus));
  harness_shoot (GTK_WINDOW (fixture->window), "created");
}

static GFile *
write_roster (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-test-window-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "partner & sons.csv", NULL);

  g_assert_true (g_file_set_contents (path, "Last Name,First Name,Email,NPN,Type\nMoua,Pao,pao@example.org,1000002,Broker\n", -1, NULL));
  return g_file_new_for_path (path);
}

/* A file that was given to the program waits until somebody may import it. */
static void
test_file_waits (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_roster ();

  muster_window_offer_file (fixture->window, file);
  g_assert_true (harness_shows (root, "“partner & sons.csv” will be opened for import once you have signed in."));
  harness_shoot (GTK_WINDOW (fixture->window), "file-waits");
  sign_in (fixture);
  harness_wait_shows (root, "partner & sons.csv");
  muster_window_sign_out (fixture->window);
  g_assert_false (harness_shows (root, "will be opened for import"));
}

static void
test_file_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_roster ();

  sign_in (fixture);
  muster_window_offer_file (fixture->window, file);
  harness_wait_shows (root, "partner & sons.csv");
}

static void
test_file_dropped (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_roster ();

  muster_window_offer_file (fixture->window, file);
  harness_press (root, "Do Not Import");
  g_assert_false (harness_shows (root, "will be opened for import"));
  sign_in (fixture);
  harness_settle ();
  g_assert_false (harness_shows (root, "partner & sons.csv"));
}

/* Who may not import is told so. */
static void
test_file_refused (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_roster ();
  OperationsFixture others = { 0 };

  operations_fixture_set_up (&others, NULL);
  muster_window_offer_file (fixture->window, file);
  muster_window_sign_in (fixture->window, operations_fixture_open (&others, FIXTURE_JO));
  harness_wait_shows (root, "“partner & sons.csv” was not opened: your role, Auditor, does not allow you to import a roster.");
  muster_window_sign_out (fixture->window);
  operations_fixture_tear_down (&others, NULL);
}

static void
test_file_behind_lock (Fixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) file = write_roster ();

  sign_in (fixture);
  muster_window_lock (fixture->window, MUSTER_LOCK_IDLE);
  muster_window_offer_file (fixture->window, file);
  harness_wait_shows (root, "Muster Is Locked");
  harness_type (root, "Password", HARNESS_PASSWORD);
  harness_press (root, "Unlock");
  harness_wait_for (is_unlocked, fixture->window);
  harness_wait_shows (root, "partner & sons.csv");
}

#define ADD(name, test) g_test_add ("/gui/window/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  harness_init (&argc, &argv);
  application = muster_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  ADD ("welcome", test_welcome);
  ADD ("signed-in", test_signed_in);
  ADD ("signed-out", test_signed_out);
  ADD ("help", test_help);
  ADD ("lock", test_lock);
  ADD ("late-dialog", test_late_dialog);
  ADD ("ended", test_ended);
  ADD ("sign-out-asks", test_sign_out_asks);
  ADD ("sign-out-of-lock-asks", test_sign_out_of_lock_asks);
  ADD ("quit-asks", test_quit_asks);
  ADD ("file-waits", test_file_waits);
  ADD ("file-at-once", test_file_at_once);
  ADD ("file-dropped", test_file_dropped);
  ADD ("file-refused", test_file_refused);
  ADD ("file-behind-lock", test_file_behind_lock);
  ADD ("sign-out-of-lock", test_sign_out_of_lock);
  ADD ("created", test_created);
  return g_test_run ();
}
