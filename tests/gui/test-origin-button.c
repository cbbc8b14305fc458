/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-page.h"
#include "gui/muster-import-record-dialog.h"
#include "gui/muster-origin-button.h"
#include "gui/muster-origin-view.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-import-roster.h"

#define ROSTER                             \
  "Roster of spring\n"                     \
  "Whole Name,E-mail,Cell,NPN,Role,Firm\n" \
  "\"Lindqvist, Ana\",ana@example.org,612.555.0142,7000123,Broker,Northside Help\n"
#define PERSON 1

static void
import (CaseFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->operations.folder, "spring.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;
  MusterImportResult result = { 0 };
  MusterImportRequest request = { 0 };

  g_assert_true (g_file_set_contents (path, ROSTER, -1, NULL));
  sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  options = muster_import_options_new (sheet, NULL);
  request.sheet = sheet;
  request.options = options;
  run_well (&fixture->operations, FIXTURE_KIM, &muster_import_roster, &request, &result);
  g_assert_cmpint (result.import_id, ==, 1);
  g_clear_pointer (&result.plan, muster_import_plan_free);
}

static void
edit_county (CaseFixture *fixture, const char *county)
{
  g_autoptr (MusterAssister) person = load_person (&fixture->operations, PERSON);
  MusterAssisterEdit input = { .person = person, .reason = "Said so on the telephone" };

  g_set_str (&person->county, county);
  run_well (&fixture->operations, FIXTURE_SAM, &muster_edit_assister, &input, NULL);
}

static GtkWidget *
show (CaseFixture *fixture, int width)
{
  GtkWidget *page;

  import (fixture);
  edit_county (fixture, "Cook");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 900);
  page = GTK_WIDGET (muster_assister_page_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), PERSON));
  case_fixture_show (fixture, ADW_NAVIGATION_PAGE (page));
  case_fixture_wait_shows (page, "Active on the roster");
  return page;
}

static gboolean
has_view (gpointer root)
{
  GtkWidget *view = harness_find (root, MUSTER_TYPE_ORIGIN_VIEW);

  return view != NULL && gtk_widget_get_mapped (view);
}

static gboolean
has_no_view (gpointer root)
{
  return harness_find (root, MUSTER_TYPE_ORIGIN_VIEW) == NULL;
}

/* As a click on the row, or Enter on it, does. */
static GtkWidget *
ask (CaseFixture *fixture, GtkWidget *page, const char *title)
{
  adw_action_row_activate (ADW_ACTION_ROW (case_fixture_find_row (page, title)));
  harness_wait_for (has_view, fixture->window);
  return harness_find (fixture->window, MUSTER_TYPE_ORIGIN_VIEW);
}

static void
close_popover (CaseFixture *fixture, GtkWidget *view)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER)));
  harness_wait_for (has_no_view, fixture->window);
}

static void
test_of_a_file (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);
  GtkWidget *view = ask (fixture, page, "Phone");
  GtkWidget *popover = gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER);
  const char *const said[] = { "From a File", "spring.csv", "3", "Cell", "612.555.0142", NULL };
  const char *text = muster_origin_view_get_text (MUSTER_ORIGIN_VIEW (view));

  for (guint i = 0; said[i] != NULL; i++)
    g_assert_true (harness_shows (view, said[i]));
  /* What is seen is what is spoken. */
  g_assert_nonnull (strstr (text, "File: spring.csv. Line: 3. Column: Cell. As the File Had It: 612.555.0142. Imported: "));
  g_assert_nonnull (strstr (text, "by Kim"));
  g_assert_false (harness_shows (view, "Which Values"));
  /* Enough room for what it says, and not wider. */
  g_assert_cmpint (gtk_widget_get_width (popover), <, 420);
  close_popover (fixture, view);
}

/* Two parts of a name are of one column, and are told once. */
static void
test_name_is_told_once (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);
  GtkWidget *view;

  g_signal_emit_by_name (harness_find (page, MUSTER_TYPE_ORIGIN_BUTTON), "clicked");
  harness_wait_for (has_view, fixture->window);
  view = harness_find (fixture->window, MUSTER_TYPE_ORIGIN_VIEW);
  g_assert_true (g_str_has_prefix (muster_origin_view_get_text (MUSTER_ORIGIN_VIEW (view)), "From a File. File: spring.csv. Line: 3. Column: Whole Name. Imported: "));
  close_popover (fixture, view);
}

static void
test_typed (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);
  GtkWidget *view = ask (fixture, page, "County");

  g_assert_true (harness_shows (view, "Typed by Hand"));
  g_assert_true (harness_shows (view, "Said so on the telephone"));
  g_assert_true (harness_shows (view, "by Sam"));
  g_assert_false (case_fixture_offers (view, "Show This Import"));
  close_popover (fixture, view);
}

static void
test_role (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);
  GtkWidget *view = ask (fixture, page, "Broker");

  g_assert_true (harness_shows (view, "Role"));
  g_assert_true (harness_shows (view, "spring.csv"));
  close_popover (fixture, view);
}

/* Whoever is masked stays so: it says where it comes from, not what it is. */
static void
test_leads_to_the_import (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);
  GtkWidget *view = ask (fixture, page, "NPN");
  AdwDialog *dialog;

  case_fixture_press (view, "Show This Import");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (MUSTER_IS_IMPORT_RECORD_DIALOG (dialog));
  case_fixture_wait_shows (GTK_WIDGET (dialog), "spring.csv");
  case_fixture_close (dialog);
}

static void
test_narrow (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 360);
  GtkWidget *view = ask (fixture, page, "NPN");
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));

  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_is_ancestor (view, GTK_WIDGET (dialog)));
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Where This Comes From");
  harness_shoot (GTK_WINDOW (fixture->window), "origin-narrow");
  case_fixture_press (view, "Show This Import");
  case_fixture_wait_shows (fixture->window, "SHA-256");
  case_fixture_close (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

/* The register changes while it is open: the rows are made anew, and it goes with its own. */
static void
test_goes_with_its_row (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, 800);

  ask (fixture, page, "NPN");
  edit_county (fixture, "Itasca");
  harness_wait_for (has_no_view, fixture->window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/origin-button/of-a-file", test_of_a_file);
  case_fixture_add ("/gui/origin-button/name-is-told-once", test_name_is_told_once);
  case_fixture_add ("/gui/origin-button/typed", test_typed);
  case_fixture_add ("/gui/origin-button/role", test_role);
  case_fixture_add ("/gui/origin-button/leads-to-the-import", test_leads_to_the_import);
  case_fixture_add ("/gui/origin-button/narrow", test_narrow);
  case_fixture_add ("/gui/origin-button/goes-with-its-row", test_goes_with_its_row);
  return g_test_run ();
}
