/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "domain/muster-date.h"
#include "gui/harness.h"
#include "gui/muster-autostart.h"
#include "gui/muster-preferences-dialog.h"
#include "store/muster-reminder-file.h"

static AdwSwitchRow *
find_switch (GtkWindow *window, const char *title)
{
  return ADW_SWITCH_ROW (harness_find_text (GTK_WIDGET (window), title));
}

/* What is set is in the settings at once, and what the settings say is shown. */
static void
test_locking (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MUSTER_APPLICATION_ID);
  GtkSpinButton *minutes;
  GtkWindow *window;

  g_settings_reset (settings, "lock-after-minutes");
  g_settings_reset (settings, "lock-on-screen-lock");
  g_settings_reset (settings, "lock-on-suspend");
  window = harness_present_dialog (muster_preferences_dialog_new (settings), 700, 600);
  minutes = GTK_SPIN_BUTTON (harness_find (GTK_WIDGET (window), GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpfloat (gtk_spin_button_get_value (minutes), ==, g_settings_get_int (settings, "lock-after-minutes"));
  g_assert_true (adw_switch_row_get_active (find_switch (window, "Lock with the Screen")));
  g_assert_true (adw_switch_row_get_active (find_switch (window, "Lock Before the Computer Sleeps")));
  harness_shoot (window, "preferences");

  gtk_spin_button_set_value (minutes, 25);
  g_assert_cmpint (g_settings_get_int (settings, "lock-after-minutes"), ==, 25);
  gtk_spin_button_set_value (minutes, 0);
  g_assert_cmpint (g_settings_get_int (settings, "lock-after-minutes"), ==, 1);
  adw_switch_row_set_active (find_switch (window, "Lock with the Screen"), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "lock-on-screen-lock"));
  g_assert_true (g_settings_get_boolean (settings, "lock-on-suspend"));
  adw_switch_row_set_active (find_switch (window, "Lock Before the Computer Sleeps"), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "lock-on-suspend"));
  g_settings_set_boolean (settings, "lock-on-screen-lock", TRUE);
  g_assert_true (adw_switch_row_get_active (find_switch (window, "Lock with the Screen")));
  harness_close_dialog (window);
}

static void
keep_reminders (void)
{
  g_autoptr (MusterReminders) reminders = muster_reminders_new ();
  GDate made;

  g_assert_true (muster_date_parse_iso ("2026-11-20", &made, NULL));
  muster_reminders_set (reminders, "6fd8a1", &made, &(MusterReminderForecast) { .n = 1, .every = 7, .counts = { 3 }, .news = { 3 } });
  g_assert_true (muster_reminder_file_save (reminders, NULL));
}

static void
check_entry (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *command = NULL;
  g_autofree char *program = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_true (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL));
  command = g_key_file_get_string (file, "Desktop Entry", "Exec", NULL);
  program = g_key_file_get_string (file, "Desktop Entry", "TryExec", NULL);
  g_assert_true (g_shell_parse_argv (command, NULL, &parts, NULL));
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (parts[0], ==, program);
  g_assert_true (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE));
  g_assert_cmpstr (parts[1], ==, "--background");
}

static gboolean
is_on (gpointer settings)
{
  return g_settings_get_boolean (settings, "remind-daily");
}

static gboolean
is_off (gpointer settings)
{
  return !is_on (settings);
}

/* Off at first. The desktop starts Muster as long as it is on, and when it is off again nothing is left. */
static void
test_reminders (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_autofree char *path = muster_autostart_dup_path ();
  g_autofree char *kept = muster_reminder_file_dup_path ();
  GtkWindow *window = harness_present_dialog (muster_preferences_dialog_new (settings), 700, 700);
  AdwSwitchRow *row = find_switch (window, "Remind Me");

  g_assert_false (adw_switch_row_get_active (row));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  adw_switch_row_set_active (row, TRUE);
  harness_wait_for (is_on, settings);
  check_entry (path);
  harness_shoot (window, "preferences-reminders");
  keep_reminders ();
  adw_switch_row_set_active (row, FALSE);
  harness_wait_for (is_off, settings);
  harness_settle ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  harness_close_dialog (window);
}

/* Whoever took the file away in the desktop’s own settings finds it switched off. */
static void
test_taken_away (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MUSTER_APPLICATION_ID);
  GtkWindow *window;

  g_settings_set_boolean (settings, "remind-daily", TRUE);
  window = harness_present_dialog (muster_preferences_dialog_new (settings), 700, 700);
  g_assert_false (adw_switch_row_get_active (find_switch (window, "Remind Me")));
  harness_close_dialog (window);
  g_settings_reset (settings, "remind-daily");
}

/* Where it cannot be written it is said where, and the switch is off. */
static void
test_cannot_be_written (void)
{
  g_autoptr (GSettings) settings = g_settings_new (MUSTER_APPLICATION_ID);
  g_autofree char *path = muster_autostart_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWindow *window = harness_present_dialog (muster_preferences_dialog_new (settings), 700, 700);
  AdwSwitchRow *row = find_switch (window, "Remind Me");

  g_rmdir (folder);
  g_assert_true (g_file_set_contents (folder, "", -1, NULL));
  adw_switch_row_set_active (row, TRUE);
  harness_wait_shows (GTK_WIDGET (window), path);
  g_assert_false (adw_switch_row_get_active (row));
  g_assert_false (is_on (settings));
  g_assert_cmpint (g_unlink (folder), ==, 0);
  harness_close_dialog (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/preferences-dialog/locking", test_locking);
  g_test_add_func ("/gui/preferences-dialog/reminders", test_reminders);
  g_test_add_func ("/gui/preferences-dialog/taken-away", test_taken_away);
  g_test_add_func ("/gui/preferences-dialog/cannot-be-written", test_cannot_be_written);
  return g_test_run ();
}
