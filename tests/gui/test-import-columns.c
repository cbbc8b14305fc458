/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/import-fixture.h"
#include "gui/muster-row-group.h"
#include "operations/muster-profile-operations.h"

#define DATES                                             \
  "Name;E-mail;Role;Status;Certified On\n"                \
  "Ana Lindqvist;ana@example.org;Agt;Active;03/04/2026\n" \
  "Pao Moua;pao@example.org;Agt;Renewed;05/06/2026\n"     \
  "Hodan Warsame;hodan@example.org;Navigator;Active;\n"

static void
test_asks_for_the_order_of_days (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, DATES, 900);
  GtkWidget *root = GTK_WIDGET (window), *row, *focus;

  harness_wait_shows (root, "filled 66 % · 03/04/2026 · 05/06/2026");
  g_assert_true (harness_shows (root, "2 values could be either, such as “03/04/2026”."));
  g_assert_false (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  harness_shoot (window, "import-columns-order");

  /* The question is far below what says that there is one. */
  row = harness_find_text (root, "What Comes First in “Certified On”?");
  g_assert_true (gtk_widget_has_css_class (row, "muster-asked"));
  import_fixture_click (window, "_Answer");
  focus = gtk_window_get_focus (window);
  g_assert_true (focus == row || gtk_widget_is_ancestor (focus, row));
  harness_settle ();
  harness_shoot (window, "import-columns-answer");
  import_fixture_choose (root, "What Comes First in “Certified On”?", "The day");
  g_assert_false (gtk_widget_has_css_class (row, "muster-asked"));
  g_assert_null (harness_find_text (root, "_Answer"));
  g_assert_true (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  import_fixture_choose (root, "Certified On", "Leave out");
  g_assert_null (harness_find_text (root, "What Comes First in “Certified On”?"));
  harness_close (window);
}

static void
test_maps_values (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, DATES, 360);
  GtkWidget *root = GTK_WIDGET (window);
  AdwDialog *dialog;
  GtkWidget *row;

  harness_wait_shows (root, "Certified On");
  row = harness_find_text (root, "What the Values of “Role” Mean…");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "1 value is not understood");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (harness_find_text (root, "What the Values of “Status” Mean…"))), ==, "");
  harness_shoot (window, "import-columns-order-narrow");
  import_fixture_choose (root, "What Comes First in “Certified On”?", "The month");
  harness_press (root, "What the Values of “Role” Mean…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "2 rows · not understood as it stands");
  harness_shoot (window, "import-values-narrow");
  import_fixture_choose (GTK_WIDGET (dialog), "Agt", "Broker");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "not understood"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
  adw_dialog_force_close (dialog);
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "3 rows add people.");
  harness_close (window);
}

#define RARE                               \
  "Name;E-mail;Role\n"                     \
  "Ana Lindqvist;ana@example.org;Broker\n" \
  "Pao Moua;pao@example.org;Broker\n"      \
  "Rosa Diaz;rosa@example.org;Brocker\n"   \
  "Hodan Warsame;hodan@example.org;Navigator\n"

/* What is not understood comes first, however rare it is. */
static void
test_orders_values (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, RARE, 1120);
  GtkWidget *root = GTK_WIDGET (window), *group;
  AdwDialog *dialog;
  const char *const titles[] = { "Brocker", "Broker", "Navigator" };

  harness_wait_shows (root, "1 value is not understood");
  harness_press (root, "What the Values of “Role” Mean…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "1 row · not understood as it stands");
  harness_shoot (window, "import-values");
  group = harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_ROW_GROUP);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (muster_row_group_get_row (MUSTER_ROW_GROUP (group), i))), ==, titles[i]);
  adw_dialog_force_close (dialog);
  harness_close (window);
}

static void
test_constants (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "Name;E-mail\nAna Lindqvist;ana@example.org\n", 900);
  GtkWidget *root = GTK_WIDGET (window);

  harness_wait_shows (root, "More That Is the Same for All");
  import_fixture_choose (root, "Role", "Navigator");
  harness_type (root, "Agency", "Northside Help");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (harness_find_text (root, "More That Is the Same for All")), TRUE);
  harness_type (root, "Certified through", "someday");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Certified through"), "error"));
  harness_type (root, "Certified through", "2027-06-30");
  g_assert_false (gtk_widget_has_css_class (harness_find_text (root, "Certified through"), "error"));
  harness_shoot (window, "import-constants");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "1 row adds a person.");
  g_assert_true (harness_shows (root, "Northside Help"));
  harness_close (window);
}

static void
remember (OperationsFixture *fixture, const char *name)
{
  g_autoptr (MusterImportProfile) profile = muster_import_profile_new (name);

  muster_import_profile_add_column (profile, "Wer", MUSTER_FIELD_NAME, MUSTER_DATE_ORDER_UNKNOWN);
  muster_import_profile_add_column (profile, "Post", MUSTER_FIELD_EMAIL, MUSTER_DATE_ORDER_UNKNOWN);
  profile->constants.types = MUSTER_ASSISTER_CAC;
  run_well (fixture, FIXTURE_KIM, &muster_save_profile, &(MusterProfileSaving) { profile }, NULL);
}

static void
test_knows_the_sender (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window;
  GtkWidget *root;

  operations_fixture_open (fixture, FIXTURE_KIM);
  remember (fixture, "Riverside");
  window = import_fixture_open (fixture, "Wer;Post\nAna Lindqvist;ana@example.org\n", 900);
  root = GTK_WIDGET (window);
  harness_wait_shows (root, "Read as last time: Riverside");
  g_assert_true (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  harness_shoot (window, "import-sender");
  import_fixture_choose (root, "Read as a File of", "None");
  g_assert_false (harness_shows (root, "Read as last time"));
  g_assert_false (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  import_fixture_choose (root, "Read as a File of", "Riverside");
  g_assert_true (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  harness_close (window);
}

static void
test_remembers_the_sender (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, DATES, 900);
  GtkWidget *root = GTK_WIDGET (window);

  harness_wait_shows (root, "Remember for Next Time");
  import_fixture_choose (root, "What Comes First in “Certified On”?", "The month");
  import_fixture_choose (root, "Role", "Leave out");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (harness_find_text (root, "Remember for Next Time")), TRUE);
  harness_type (root, "Name of the Sender", "Riverside");
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (root, "3 People Imported");
  import_fixture_open_next (fixture, window, "Certified On;E-mail;Name;Role;Status\n06/07/2026;rosa@example.org;Rosa Diaz;Agt;Active\n");
  harness_wait_shows (root, "Read as last time: Riverside");
  g_assert_true (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  harness_close (window);
}

#define TITLED                 \
  "Roster of Northside Help\n" \
  "as of July\n"               \
  "Name|E-mail|Role\n"         \
  "Ana Lindqvist|ana@example.org|Broker\n"

static void
test_reads_again (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, TITLED, 900);
  GtkWidget *root = GTK_WIDGET (window);
  AdwDialog *dialog;

  harness_wait_shows (root, "header in line 3");
  harness_press (root, "How the File Is Read…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "Name · E-mail · Role");
  harness_shoot (window, "import-reading");
  harness_press (GTK_WIDGET (dialog), "The File Has No Header");
  import_fixture_choose (GTK_WIDGET (dialog), "Encoding", "Windows-1252");
  harness_press (GTK_WIDGET (dialog), "Read Again");
  harness_wait_shows (root, "no header");
  g_assert_true (harness_shows (root, "Windows-1252, separated by: vertical bar"));
  g_assert_true (harness_shows (root, "Column A"));

  gtk_window_set_default_size (window, 360, 720);
  harness_press (root, "How the File Is Read…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "Encoding");
  harness_shoot (window, "import-reading-narrow");
  import_fixture_choose (GTK_WIDGET (dialog), "Encoding", "Detect");
  harness_press (GTK_WIDGET (dialog), "Line 4");
  harness_press (GTK_WIDGET (dialog), "Read Again");
  harness_wait_shows (root, "has a header in line 4, but no row under it");
  g_assert_true (harness_shows (root, "Windows-1252, separated by: vertical bar"));
  harness_press (root, "How the File Is Read…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "Encoding");
  import_fixture_choose (GTK_WIDGET (dialog), "Encoding", "Detect");
  harness_press (GTK_WIDGET (dialog), "Line 3");
  harness_press (GTK_WIDGET (dialog), "Read Again");
  harness_wait_shows (root, "header in line 3");
  g_assert_true (harness_shows (root, "UTF-8, separated by: vertical bar"));
  harness_close (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  operations_fixture_add ("/gui/import-columns/order-of-days", test_asks_for_the_order_of_days);
  operations_fixture_add ("/gui/import-columns/values", test_maps_values);
  operations_fixture_add ("/gui/import-columns/order-of-values", test_orders_values);
  operations_fixture_add ("/gui/import-columns/constants", test_constants);
  operations_fixture_add ("/gui/import-columns/sender", test_knows_the_sender);
  operations_fixture_add ("/gui/import-columns/remembers", test_remembers_the_sender);
  operations_fixture_add ("/gui/import-columns/reads-again", test_reads_again);
  return g_test_run ();
}
