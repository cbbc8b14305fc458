/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/harness.h"
#include "gui/muster-import-page.h"
#include "gui/muster-import-preview.h"
#include "operations/muster-edit-assister.h"
#include "operations/operations-fixture.h"

#define ROSTER                                                                  \
  "Last Name;First Name;E-mail;NPN;Assister ID;Type;Agency Name;Shoe size\n"    \
  "Lindqvist;Ana;ana.lindqvist@example.org;1234567;;Broker;Northside Help;38\n" \
  "Moua;Pao;pao.moua@example.org;;MN1234567;Navigator;Northside Help;41\n"      \
  "García;Lucía;lucia.garcia@example.org;2345678;;Broker;Riverside Navigators;39\n"
#define BAD_ROW "Warsame;Hodan;no address;12A4;;Broker;Northside Help;40\n"

typedef struct
{
  GtkWindow *window;
  const char *text;
} Look;

static gboolean
shows (gpointer data)
{
  Look *look = data;

  return harness_shows (GTK_WIDGET (look->window), look->text);
}

static void
wait_for_text (GtkWindow *window, const char *text)
{
  Look look = { window, text };

  harness_wait (shows, &look, text);
}

static gboolean
has_button (gpointer data)
{
  Look *look = data;
  GtkWidget *button = harness_find_text (GTK_WIDGET (look->window), look->text);

  return button != NULL && gtk_widget_get_mapped (button);
}

static GtkWidget *
wait_for_button (GtkWindow *window, const char *text)
{
  Look look = { window, text };

  harness_wait (has_button, &look, text);
  return harness_find_text (GTK_WIDGET (window), text);
}

static void
click (GtkWindow *window, const char *label)
{
  GtkWidget *button = wait_for_button (window, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static GtkWindow *
open_file (OperationsFixture *fixture, const char *content, int width)
{
  AdwNavigationPage *page = muster_import_page_new (operations_fixture_open (fixture, FIXTURE_KIM));
  GtkWindow *window = harness_present (page, width, 720);
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  muster_import_page_open_file (MUSTER_IMPORT_PAGE (page), file);
  return window;
}

static void
test_imports (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_file (fixture, ROSTER, 900);

  wait_for_text (window, "Shoe size");
  g_assert_true (harness_shows (GTK_WIDGET (window), "UTF-8, separated by: semicolon"));
  harness_shoot (window, "import-columns");
  click (window, "_Check Rows");
  wait_for_text (window, "3 rows add people.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Moua, Pao"));
  harness_shoot (window, "import-preview");
  click (window, "_Back");
  wait_for_text (window, "Nothing Is in the Way");
  click (window, "_Back");
  click (window, "_Check Rows");
  click (window, "_Import 3 People");
  wait_for_text (window, "3 People Imported");
  harness_shoot (window, "import-done");
  click (window, "Import _Another File");
  wait_for_text (window, "3 new, 0 changed");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Earlier Imports"));
  harness_shoot (window, "import-file");
  harness_close (window);
}

static void
test_rejected_rows (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_file (fixture, ROSTER BAD_ROW, 360);
  GtkWidget *button, *accept;

  wait_for_text (window, "Shoe size");
  harness_shoot (window, "import-columns-narrow");
  click (window, "_Check Rows");
  wait_for_text (window, "Line 5 · NPN · “12A4”");
  harness_shoot (window, "import-problems-narrow");
  click (window, "_Preview");
  wait_for_text (window, "because 1 row is rejected");
  harness_shoot (window, "import-rejected-narrow");
  g_assert_true (harness_shows (GTK_WIDGET (window), "12A4"));
  g_assert_false (harness_shows (GTK_WIDGET (window), "Moua, Pao"));
  g_signal_emit_by_name (harness_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW), "activate", 0);
  wait_for_text (window, "Line 5: Rejected");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Rules: "));
  harness_shoot (window, "import-row");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  button = wait_for_button (window, "Nothing to Import");
  g_assert_false (gtk_widget_is_sensitive (button));
  accept = harness_find (GTK_WIDGET (window), GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (accept), TRUE);
  gtk_window_set_default_size (window, 900, 720);
  harness_shoot (window, "import-rejected");
  click (window, "_Import 3 People");
  wait_for_text (window, "3 People Imported");
  harness_close (window);
}

#define MESSY                                                             \
  "Last Name;First Name;E-mail;NPN;Type;Agency Name\n"                    \
  "Lindqvist;Ana;ana.lindqvist@example.org;1.234567E6;Broker;Northside\n" \
  "Moua;Pao;pao.moua@example.org;2.345678E6;Broker;Northside\n"           \
  "Warsame;Hodan;no address;3456789;Broker;Northside\n"                   \
  "García;Lucía;lucia.garcia@example.org;4567890;Broker;Northside\n"

static void
test_problems (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_file (fixture, MESSY, 900);
  AdwDialog *dialog;

  click (window, "_Check Rows");
  wait_for_text (window, "NPN: Damaged by a spreadsheet · 2");
  harness_shoot (window, "import-problems");
  click (window, "Take “1234567”");
  wait_for_text (window, "NPN: Damaged by a spreadsheet · 1");
  click (window, "Take “2345678”");
  wait_for_text (window, "E-mail: Not the form of an e-mail address · 1");

  click (window, "_Edit…");
  harness_wait_shows (GTK_WIDGET (window), "The file has “no address”.");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_false (gtk_widget_is_sensitive (harness_find_text (GTK_WIDGET (dialog), "_Fix")));
  harness_type (GTK_WIDGET (dialog), "E-mail", "hodan.warsame@example.org");
  harness_wait_shows (GTK_WIDGET (dialog), "This can be read.");
  harness_shoot (window, "import-fix");
  harness_press (GTK_WIDGET (dialog), "Fix");
  wait_for_text (window, "Read as “hodan.warsame@example.org”.");
  harness_shoot (window, "import-decided");

  click (window, "_Preview");
  wait_for_text (window, "4 rows add people.");
  click (window, "_Import 4 People");
  wait_for_text (window, "4 People Imported");
  harness_close (window);
}

static void
test_register_changed (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_file (fixture, ROSTER, 900);
  MusterAssister person = { .given_name = (char *) "Ana", .family_name = (char *) "Lindqvist", .npn = (char *) "1234567", .email = (char *) "ana@example.org", .active = TRUE };
  MusterAssisterEdit edit = { .person = &person, .agency = "Northside Help", .types = MUSTER_ASSISTER_BROKER };
  gint64 id = 0;

  click (window, "_Check Rows");
  wait_for_text (window, "3 rows add people.");
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  click (window, "_Import 3 People");
  wait_for_text (window, "The register has changed meanwhile.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "2 rows add people. 1 row changes a person."));
  harness_close (window);
}

static void
test_says_what_is_wrong (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = open_file (fixture, "", 900);

  wait_for_button (window, "_Choose Another File…");
  harness_shoot (window, "import-empty-file");
  harness_close (window);
  window = open_file (fixture, "Name;SSN\nAna Lindqvist;123-45-6789\n", 900);
  wait_for_text (window, "Social security numbers are never read");
  g_assert_false (harness_shows (GTK_WIDGET (window), "123-45-6789"));
  g_assert_false (gtk_widget_is_sensitive (wait_for_button (window, "_Check Rows")));
  harness_shoot (window, "import-ssn");
  harness_close (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  operations_fixture_add ("/gui/import-page/imports", test_imports);
  operations_fixture_add ("/gui/import-page/rejected-rows", test_rejected_rows);
  operations_fixture_add ("/gui/import-page/problems", test_problems);
  operations_fixture_add ("/gui/import-page/register-changed", test_register_changed);
  operations_fixture_add ("/gui/import-page/says-what-is-wrong", test_says_what_is_wrong);
  return g_test_run ();
}
