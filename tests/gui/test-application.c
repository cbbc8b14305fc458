/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the program does with what it is given on the command line. */

#include "gui/harness-register.h"
#include "gui/muster-window.h"

typedef struct
{
  GtkApplication *application;
  const char *shows;
} Look;

/* Once the window shows what it should, the program ends; harness_wait_shows() fails if it never does. */
static gboolean
look_cb (gpointer user_data)
{
  Look *look = user_data;
  GtkWindow *window = gtk_application_get_active_window (look->application);

  if (window == NULL)
    return G_SOURCE_CONTINUE;
  harness_wait_shows (GTK_WIDGET (window), look->shows);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

static void
run (const char *const *arguments, const char *shows)
{
  g_autoptr (GApplication) application = G_APPLICATION (muster_application_new ());
  Look look = { GTK_APPLICATION (application), shows };

  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_idle_add (look_cb, &look);
  g_assert_cmpint (g_application_run (application, g_strv_length ((char **) arguments), (char **) arguments), ==, 0);
}

static void
test_nothing (void)
{
  run ((const char *[]) { "muster", NULL }, "Welcome to Muster");
}

static void
test_register (void)
{
  g_autofree char *folder = harness_register_new (TRUE, FALSE);

  run ((const char *[]) { "muster", folder, NULL }, "Practice Register");
  run ((const char *[]) { "muster", "--register", folder, NULL }, "Practice Register");
}

/* Asks what runs already for the register at @folder; returns the exit status. */
static int
ask_for_register (GtkApplication *application, const char *folder)
{
  g_autoptr (GVariantDict) given = g_variant_dict_new (NULL);
  g_autoptr (GApplicationCommandLine) command_line = NULL;
  int status = -1;

  g_variant_dict_insert (given, "register", "^ay", folder);
  command_line = g_object_new (G_TYPE_APPLICATION_COMMAND_LINE, "arguments", g_variant_new_bytestring_array ((const char *[]) { "muster" }, 1), "options", g_variant_dict_end (given), NULL);
  g_signal_emit_by_name (application, "command-line", command_line, &status);
  return status;
}

static gboolean
ask_for_another_cb (gpointer user_data)
{
  Look *look = user_data;
  GtkWindow *window = gtk_application_get_active_window (look->application);
  g_autoptr (MusterStore) store = NULL;

  if (window == NULL)
    return G_SOURCE_CONTINUE;
  store = harness_store_new ();
  muster_window_sign_in (MUSTER_WINDOW (window), store);
  g_assert_cmpint (ask_for_register (look->application, muster_store_get_folder (store)), ==, 0);
  g_assert_false (harness_shows (GTK_WIDGET (window), "Sign out first"));
  g_assert_cmpint (ask_for_register (look->application, "/tmp/Lakeside.muster"), ==, 1);
  harness_wait_shows (GTK_WIDGET (window), look->shows);
  gtk_window_destroy (window);
  return G_SOURCE_REMOVE;
}

/* Whoever is signed in goes on with that register, and is told so. */
static void
test_another_register (void)
{
  g_autoptr (GApplication) application = G_APPLICATION (muster_application_new ());
  Look look = { GTK_APPLICATION (application), "Sign out first to open “Lakeside”: one register is open at a time." };

  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  g_idle_add (ask_for_another_cb, &look);
  g_assert_cmpint (g_application_run (application, 1, (char *[]) { (char *) "muster", NULL }), ==, 0);
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-test-application-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.csv", NULL);
  g_autofree char *register_folder = harness_register_new (TRUE, FALSE);

  g_assert_true (g_file_set_contents (path, "Name,NPN\n", -1, NULL));
  run ((const char *[]) { "muster", path, NULL }, "“roster.csv” will be opened for import");
  run ((const char *[]) { "muster", register_folder, path, NULL }, "“roster.csv” will be opened for import");
}

static void
test_neither (void)
{
  run ((const char *[]) { "muster", "/nonexistent/roster.csv", NULL }, "There is no register at “/nonexistent/roster.csv”");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/application/nothing", test_nothing);
  g_test_add_func ("/gui/application/register", test_register);
  g_test_add_func ("/gui/application/another-register", test_another_register);
  g_test_add_func ("/gui/application/file", test_file);
  g_test_add_func ("/gui/application/neither", test_neither);
  return g_test_run ();
}
