/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-lists-page.h"
#include "operations/muster-reconcile-list.h"

#define HEADER "NPN,Applicable Plan Year,Individual Registration Completion Date,Individual Marketplace End Date,NPN Valid (Current Plan Year Only)\n"
/* 7000001 is well, 7000002 is not there; in 2027 nobody is. */
#define LIST HEADER "7000001,2026,08/20/2025,10/31/2026,Y\n"
#define BOTH LIST "7000002,2026,02/20/2026,10/31/2026,Y\n"

#define COMPARE "Compare with a Public List…"

static gboolean
is_ready (gpointer page)
{
  return muster_lists_page_is_ready (page);
}

static gboolean
is_preview (gpointer page)
{
  return muster_lists_page_is_preview (page);
}

static MusterListsPage *
show (CaseFixture *fixture, FixtureAccount account)
{
  AdwNavigationPage *page = muster_lists_page_new (operations_fixture_open (&fixture->operations, account));

  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the tasks to be read");
  return MUSTER_LISTS_PAGE (page);
}

static void
open_list (CaseFixture *fixture, MusterListsPage *page, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->operations.folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  muster_lists_page_open_file (page, file);
}

static void
compare (CaseFixture *fixture, MusterListsPage *page, const char *text, const char *verb)
{
  open_list (fixture, page, text);
  harness_wait (is_preview, page, "the preview");
  case_fixture_press (GTK_WIDGET (page), verb);
  harness_wait (is_ready, page, "the comparison to be recorded");
}

static gboolean
has_one (gpointer page)
{
  return muster_lists_page_is_ready (page) && muster_lists_page_get_n_rows (page) == 1;
}

static gboolean
has_none (gpointer page)
{
  return muster_lists_page_is_ready (page) && muster_lists_page_get_n_rows (page) == 0;
}

static void
choose_tile (MusterListsPage *page, const char *label)
{
  GtkWidget *widget = harness_find_text (GTK_WIDGET (page), label);

  g_assert_nonnull (widget);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
}

/* Nothing is recorded before somebody says so; then there is a task, which is closed with a note. */
static void
test_compare_and_close (CaseFixture *fixture, gconstpointer data)
{
  gint64 person, before;
  MusterListsPage *page;
  g_autofree char *asked = NULL;
  AdwDialog *dialog;

  add_certified (&fixture->operations, "Good", 1, MUSTER_ASSISTER_BROKER);
  person = add_certified (&fixture->operations, "Missing", 2, MUSTER_ASSISTER_BROKER);
  page = show (fixture, FIXTURE_KIM);
  g_assert_true (harness_shows (GTK_WIDGET (page), "No Tasks Yet"));
  before = count_entries (&fixture->operations);
  open_list (fixture, page, LIST);
  harness_wait (is_preview, page, "the preview");
  g_assert_true (harness_shows (GTK_WIDGET (page), "Missing, Ana"));
  g_assert_true (harness_shows (GTK_WIDGET (page), "Not registered (2026)"));
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
  case_fixture_press (GTK_WIDGET (page), "Record with 1 New Task");
  harness_wait (has_one, page, "the task to appear");
  g_assert_cmpint (count_entries (&fixture->operations), ==, before + 1);
  g_assert_true (harness_shows (GTK_WIDGET (page), "last compared"));
  g_assert_true (harness_shows (GTK_WIDGET (page), "Close Task…"));
  harness_shoot (GTK_WINDOW (fixture->window), "lists-tasks");

  g_signal_emit_by_name (harness_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW), "activate", 0);
  asked = g_strdup_printf ("open-assister %" G_GINT64_FORMAT "\n", person);
  g_assert_nonnull (strstr (fixture->asked->str, asked));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "lists.close-task", "x", (gint64) 1));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  case_fixture_write (GTK_WIDGET (dialog), "What came of it", "Registered on the phone");
  case_fixture_submit (fixture, dialog, "Close Task");
  harness_wait (has_none, page, "the task to go");
  choose_tile (page, "Closed");
  g_assert_cmpuint (muster_lists_page_get_n_rows (page), ==, 1);
}

static void
test_cancel (CaseFixture *fixture, gconstpointer data)
{
  MusterListsPage *page;
  gint64 before;

  add_certified (&fixture->operations, "Missing", 2, MUSTER_ASSISTER_BROKER);
  page = show (fixture, FIXTURE_KIM);
  before = count_entries (&fixture->operations);
  open_list (fixture, page, LIST);
  harness_wait (is_preview, page, "the preview");
  case_fixture_press (GTK_WIDGET (page), "Cancel");
  harness_wait (has_none, page, "the tasks");
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
}

static gboolean
shows_other_year (gpointer page)
{
  return muster_lists_page_is_preview (page) && harness_shows (page, "Not registered (2027)");
}

/* Another plan year is looked up anew. */
static void
test_year (CaseFixture *fixture, gconstpointer data)
{
  MusterListsPage *page;

  add_certified (&fixture->operations, "Good", 1, MUSTER_ASSISTER_BROKER);
  page = show (fixture, FIXTURE_KIM);
  open_list (fixture, page, LIST);
  harness_wait (is_preview, page, "the preview");
  g_assert_true (harness_shows (GTK_WIDGET (page), "The list bears out every broker on the roster."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (page), "Plan Year")), 0);
  harness_wait (shows_other_year, page, "the other year");
}

static void
test_cured (CaseFixture *fixture, gconstpointer data)
{
  MusterListsPage *page;

  add_certified (&fixture->operations, "Good", 1, MUSTER_ASSISTER_BROKER);
  add_certified (&fixture->operations, "Missing", 2, MUSTER_ASSISTER_BROKER);
  page = show (fixture, FIXTURE_KIM);
  compare (fixture, page, LIST, "Record with 1 New Task");
  harness_wait (has_one, page, "the task to appear");
  choose_tile (page, "May be closed");
  g_assert_cmpuint (muster_lists_page_get_n_rows (page), ==, 0);
  compare (fixture, page, BOTH, "Record Comparison");
  harness_wait (has_one, page, "the task to be offered");
}

/* What is not such a list is said, and the tasks are there again. */
static void
test_no_list (CaseFixture *fixture, gconstpointer data)
{
  MusterListsPage *page = show (fixture, FIXTURE_KIM);
  AdwDialog *dialog;

  open_list (fixture, page, "Last name,First name,NPN\nYang,Ana,7000001\n");
  case_fixture_wait_shows (fixture->window, "By its header this is none of the public lists");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  case_fixture_close (dialog);
  g_assert_true (muster_lists_page_is_ready (page));
  g_assert_false (muster_lists_page_is_preview (page));
}

/* Whether a button that says so when hovered is there to be pressed. */
static gboolean
offers_tooltip (GtkWidget *root, const char *text)
{
  gboolean offered = gtk_widget_get_visible (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), text) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); !offered && child != NULL && gtk_widget_get_visible (root); child = gtk_widget_get_next_sibling (child))
    offered = offers_tooltip (child, text);
  return offered;
}

/* An auditor reads, and is offered nothing else. */
static void
test_auditor (CaseFixture *fixture, gconstpointer data)
{
  MusterListsPage *page;

  add_certified (&fixture->operations, "Missing", 2, MUSTER_ASSISTER_BROKER);
  page = show (fixture, FIXTURE_KIM);
  g_assert_true (case_fixture_offers (GTK_WIDGET (page), COMPARE));
  g_assert_true (offers_tooltip (GTK_WIDGET (page), COMPARE));
  compare (fixture, page, LIST, "Record with 1 New Task");
  adw_navigation_view_pop (fixture->view);
  harness_settle ();
  page = show (fixture, FIXTURE_JO);
  g_assert_cmpuint (muster_lists_page_get_n_rows (page), ==, 1);
  g_assert_false (case_fixture_offers (GTK_WIDGET (page), COMPARE));
  g_assert_false (offers_tooltip (GTK_WIDGET (page), COMPARE));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/lists-page/compare-and-close", test_compare_and_close);
  case_fixture_add ("/gui/lists-page/cancel", test_cancel);
  case_fixture_add ("/gui/lists-page/year", test_year);
  case_fixture_add ("/gui/lists-page/cured", test_cured);
  case_fixture_add ("/gui/lists-page/no-list", test_no_list);
  case_fixture_add ("/gui/lists-page/auditor", test_auditor);
  return g_test_run ();
}
