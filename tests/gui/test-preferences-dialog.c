/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-preferences-dialog.h"

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
  AdwSpinRow *minutes;
  GtkWindow *window;

  g_settings_reset (settings, "lock-after-minutes");
  g_settings_reset (settings, "lock-on-screen-lock");
  g_settings_reset (settings, "lock-on-suspend");
  window = harness_present_dialog (muster_preferences_dialog_new (settings), 700, 600);
  minutes = ADW_SPIN_ROW (harness_find (GTK_WIDGET (window), ADW_TYPE_SPIN_ROW));
  g_assert_cmpfloat (adw_spin_row_get_value (minutes), ==, g_settings_get_int (settings, "lock-after-minutes"));
  g_assert_true (adw_switch_row_get_active (find_switch (window, "Lock with the Screen")));
  g_assert_true (adw_switch_row_get_active (find_switch (window, "Lock Before the Computer Sleeps")));
  harness_shoot (window, "preferences");

  adw_spin_row_set_value (minutes, 25);
  g_assert_cmpint (g_settings_get_int (settings, "lock-after-minutes"), ==, 25);
  adw_spin_row_set_value (minutes, 0);
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

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/preferences-dialog/locking", test_locking);
  return g_test_run ();
}
