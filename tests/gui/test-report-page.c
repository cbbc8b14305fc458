/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-report-chart.h"
#include "gui/muster-report-dialog.h"
#include "gui/muster-report-line.h"
#include "gui/muster-report-page.h"
#include "gui/muster-reports-page.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static gboolean
is_ready (gpointer page)
{
  return muster_report_page_is_ready (page);
}

static void
set_today (const char *day)
{
  GDate today;

  set_day (&today, day);
  muster_gui_text_set_today_for_tests (&today);
}

static GtkWidget *
show (CaseFixture *fixture, MusterReportKind kind)
{
  AdwNavigationPage *page = muster_report_page_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), kind);

  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the report to be made");
  harness_settle ();
  return GTK_WIDGET (page);
}

static void
look_at (GtkWidget *page, const char *day)
{
  harness_type (page, "As of", day);
  harness_settle ();
  harness_wait (is_ready, page, "the report to be made");
  harness_settle ();
}

static GListModel *
get_lines (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (harness_find (page, GTK_TYPE_COLUMN_VIEW))));
}

static char *
dup_cell (GtkWidget *page, guint row, guint column)
{
  g_autoptr (MusterReportLine) line = g_list_model_get_item (get_lines (page), row);

  return muster_report_line_dup_text (line, column);
}

/* Two actions, opened on 10 and 20 March; looked at on 1 May. */
static void
open_two (CaseFixture *fixture)
{
  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moua", 1, NAVIGATOR), 2);
  operations_fixture_set_day ("2026-03-20");
  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Abdi", 2, NAVIGATOR), 1);
  operations_fixture_set_day ("2026-05-01");
  set_today ("2026-05-01");
}

/* A title stands where its numbers do. */
static void
assert_ends_alike (GtkWidget *page, const char *title, const char *number)
{
  graphene_rect_t above, below;

  g_assert_true (gtk_widget_compute_bounds (harness_find_text (page, title), page, &above));
  g_assert_true (gtk_widget_compute_bounds (harness_find_text (page, number), page, &below));
  g_assert_cmpfloat (above.origin.x + above.size.width, ==, below.origin.x + below.size.width);
}

/* What is cut off at the right is told by a bar, which takes nothing from the rows. */
static gboolean
shows_all_rows (gpointer box)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (box), *down = gtk_scrolled_window_get_vadjustment (box);
  GtkWidget *bar = gtk_scrolled_window_get_hscrollbar (box);

  return gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) && gtk_widget_get_mapped (bar) && !gtk_scrolled_window_get_overlay_scrolling (box) &&
         gtk_adjustment_get_upper (down) <= gtk_adjustment_get_page_size (down);
}

static void
test_actions (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  g_autofree char *first = NULL, *opened = NULL, *expected = NULL;
  GDate day;

  open_two (fixture);
  page = show (fixture, MUSTER_REPORT_ACTIONS);
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 2);
  g_assert_true (harness_shows (page, "Open corrective actions by age"));
  g_assert_true (harness_shows (page, "Counted is each corrective action"));
  first = dup_cell (page, 0, 0);
  g_assert_cmpstr (first, ==, "CA-2026-0001");
  opened = dup_cell (page, 0, 4);
  set_day (&day, "2026-03-10");
  expected = muster_gui_text_dup_date (&day);
  g_assert_cmpstr (opened, ==, expected);
  assert_ends_alike (page, "Days open", "52");
  harness_wait (shows_all_rows, gtk_widget_get_ancestor (harness_find (page, GTK_TYPE_COLUMN_VIEW), GTK_TYPE_SCROLLED_WINDOW), "the bar below the rows");
  harness_shoot (GTK_WINDOW (fixture->window), "report-actions");
  g_signal_emit_by_name (harness_find (page, GTK_TYPE_COLUMN_VIEW), "activate", 1);
  harness_settle ();
  g_assert_nonnull (strstr (fixture->asked->str, "open-action 2"));
}

static void
test_sort (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;
  GtkColumnView *view;
  g_autoptr (GtkColumnViewColumn) person = NULL;
  g_autofree char *first = NULL;

  open_two (fixture);
  page = show (fixture, MUSTER_REPORT_ACTIONS);
  view = GTK_COLUMN_VIEW (harness_find (page, GTK_TYPE_COLUMN_VIEW));
  person = g_list_model_get_item (gtk_column_view_get_columns (view), 1);
  gtk_column_view_sort_by_column (view, person, GTK_SORT_ASCENDING);
  harness_settle ();
  first = dup_cell (page, 0, 1);
  g_assert_true (g_str_has_prefix (first, "Abdi"));
}

static void
test_days (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  open_two (fixture);
  page = show (fixture, MUSTER_REPORT_ACTIONS);
  look_at (page, "2026-03-15");
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 1);
  look_at (page, "2026-03-01");
  g_assert_true (harness_shows (page, "Nothing to Report"));
  g_assert_null (harness_find (page, MUSTER_TYPE_REPORT_CHART));
  harness_shoot (GTK_WINDOW (fixture->window), "report-nothing");
  harness_type (page, "As of", "2026-05-02");
  g_assert_true (harness_shows (page, "has not come yet"));
  harness_type (page, "As of", "soon");
  g_assert_true (harness_shows (page, "soon"));
  harness_type (page, "As of", "");
  g_assert_true (harness_shows (page, "Say of which day"));
  look_at (page, "2026-05-01");
  g_assert_false (harness_shows (page, "Say of which day"));
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 2);
}

/* The second action was not known before it was opened; nobody knows what will be recorded. */
static void
test_known (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  open_two (fixture);
  page = show (fixture, MUSTER_REPORT_ACTIONS);
  g_assert_true (harness_shows (page, "made by all that is known now"));
  harness_type (page, "By what was recorded through", "2026-03-19");
  harness_wait (is_ready, page, "the report to be made anew");
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 1);
  g_assert_true (harness_shows (page, "had been recorded through"));
  harness_shoot (GTK_WINDOW (fixture->window), "report-known");
  harness_type (page, "By what was recorded through", "2026-05-02");
  g_assert_true (harness_shows (page, "nobody knows what will have been recorded"));
  gtk_widget_activate_action (page, "report.save", NULL);
  harness_settle ();
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  harness_type (page, "By what was recorded through", "");
  harness_wait (is_ready, page, "the report to be made anew");
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 2);
}

/* Staff look at the roster as it was, and do not take it out. */
static void
test_roster (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  open_two (fixture);
  page = show (fixture, MUSTER_REPORT_ROSTER);
  g_assert_cmpuint (g_list_model_get_n_items (get_lines (page)), ==, 2);
  g_assert_true (harness_shows (page, "May not assist"));
  look_at (page, "2026-03-15");
  gtk_widget_activate_action (page, "report.save", NULL);
  harness_settle ();
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_signal_emit_by_name (harness_find (page, GTK_TYPE_COLUMN_VIEW), "activate", 0);
  harness_settle ();
  g_assert_nonnull (strstr (fixture->asked->str, "open-assister"));
}

static void
test_list (CaseFixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page = muster_reports_page_new (operations_fixture_open (&fixture->operations, FIXTURE_JO));

  case_fixture_show (fixture, page);
  harness_settle ();
  for (guint kind = 0; kind < MUSTER_N_REPORTS; kind++)
    g_assert_true (harness_shows (GTK_WIDGET (page), muster_report_kind_get_title (kind)));
  harness_shoot (GTK_WINDOW (fixture->window), "reports");
  gtk_widget_activate (gtk_widget_get_ancestor (harness_find_text (GTK_WIDGET (page), muster_report_kind_get_title (MUSTER_REPORT_ACTIONS)), GTK_TYPE_LIST_BOX_ROW));
  harness_settle ();
  g_assert_true (MUSTER_IS_REPORT_PAGE (adw_navigation_view_get_visible_page (fixture->view)));
  harness_wait (is_ready, adw_navigation_view_get_visible_page (fixture->view), "the report to be made");
}

static AdwDialog *
show_dialog (CaseFixture *fixture, FixtureAccount account)
{
  AdwDialog *dialog;
  MusterViewDay day;

  open_two (fixture);
  muster_view_day_init (&day);
  set_day (&day.as_of, "2026-05-01");
  dialog = muster_report_dialog_new (operations_fixture_open (&fixture->operations, account), MUSTER_REPORT_ACTIONS, &day);
  case_fixture_present (fixture, dialog);
  return dialog;
}

static void
save (CaseFixture *fixture, AdwDialog *dialog, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  adw_combo_row_set_selected (ADW_COMBO_ROW (harness_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW)), 2);
  muster_report_dialog_save_to (MUSTER_REPORT_DIALOG (dialog), file);
}

/* Waits until the dialog is done and gone. Returns: what was written. */
static char *
wait_for_file (CaseFixture *fixture, AdwDialog *dialog, const char *path)
{
  char *text = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  case_fixture_wait_gone (&dialog);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (fixture->asked->str, "announce Report saved"));
  return text;
}

/* With names it is an export, for a reason. */
static void
test_names (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, FIXTURE_JO);
  g_autofree char *path = g_build_filename (fixture->operations.folder, "out.csv", NULL), *text = NULL;

  harness_shoot (GTK_WINDOW (fixture->window), "report-save");
  save (fixture, dialog, path);
  harness_wait_shows (GTK_WIDGET (dialog), "Say what the export is for");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The audit in June");
  save (fixture, dialog, path);
  text = wait_for_file (fixture, dialog, path);
  g_assert_nonnull (strstr (text, "Moua"));
}

/* Staff are asked for no reason, and take no names out. */
static void
test_without_names (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show_dialog (fixture, FIXTURE_KIM);
  g_autofree char *path = g_build_filename (fixture->operations.folder, "out.csv", NULL), *text = NULL;

  harness_wait_shows (GTK_WIDGET (dialog), "Your role takes no names out");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "What it is for"));
  save (fixture, dialog, path);
  text = wait_for_file (fixture, dialog, path);
  g_assert_nonnull (strstr (text, "CA-2026-0002"));
  g_assert_null (strstr (text, "Moua"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/report-page/actions", test_actions);
  case_fixture_add ("/gui/report-page/sort", test_sort);
  case_fixture_add ("/gui/report-page/days", test_days);
  case_fixture_add ("/gui/report-page/known", test_known);
  case_fixture_add ("/gui/report-page/roster", test_roster);
  case_fixture_add ("/gui/report-page/list", test_list);
  case_fixture_add ("/gui/report-page/names", test_names);
  case_fixture_add ("/gui/report-page/without-names", test_without_names);
  return g_test_run ();
}
