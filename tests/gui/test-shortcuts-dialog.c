/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-shortcuts-dialog.h"
#include "gui/muster-window.h"

static void
test_lists (void)
{
  static const char *const texts[] = { "Search", "Ctrl+F", "Sort the Roster", "Shift+Ctrl+S", "Today", "Ctrl+1", "Public Lists", "Ctrl+5", "Accounts", "Ctrl+9", "Help", "F1", "Quit", "Ctrl+Q", "Corrective Actions", "Ctrl+3", "Print a Letter or a Report", "Ctrl+P" };
  GtkWindow *window = harness_present_dialog (muster_shortcuts_dialog_new (), 700, 700);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (harness_shows (GTK_WIDGET (window), texts[i]));
  harness_shoot (window, "shortcuts");
  harness_close_dialog (window);
}

/* Every key does something of its own, and what it does is there. */
static void
test_keys (void)
{
  MusterApplication *application = muster_application_new ();
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = NULL;
  MusterWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = muster_window_new (application);
  actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators = gtk_application_get_accels_for_action (GTK_APPLICATION (application), actions[i]);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      gboolean of_window = g_str_has_prefix (actions[i], "win.");

      g_test_message ("%s", actions[i]);
      g_assert_true (g_action_parse_detailed_name (actions[i] + strlen ("win."), &name, &target, NULL));
      g_assert_true (g_action_group_has_action (of_window ? G_ACTION_GROUP (window) : G_ACTION_GROUP (application), name));
      g_assert_cmpuint (g_strv_length (accelerators), ==, 1);
      g_assert_true (g_hash_table_add (keys, g_strdup (accelerators[0])));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  harness_settle ();
  g_object_unref (application);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/shortcuts-dialog/lists", test_lists);
  g_test_add_func ("/gui/shortcuts-dialog/keys", test_keys);
  return g_test_run ();
}
