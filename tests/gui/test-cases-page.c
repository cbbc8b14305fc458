/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-case-model.h"
#include "gui/muster-cases-page.h"

static gboolean
is_ready (gpointer page)
{
  return muster_cases_page_is_ready (page);
}

static gboolean
has_lines (gpointer model)
{
  return g_list_model_get_n_items (model) > 0;
}

static MusterCasesPage *
show (CaseFixture *fixture, AdwNavigationPage *page)
{
  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the cases to be read");
  return MUSTER_CASES_PAGE (page);
}

static GtkToggleButton *
find_tile (GtkWidget *page, const char *label)
{
  GtkWidget *widget = harness_find_text (page, label);

  g_assert_nonnull (widget);
  return GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (widget, GTK_TYPE_TOGGLE_BUTTON));
}

static guint
choose (MusterCasesPage *page, const char *label)
{
  gtk_toggle_button_set_active (find_tile (GTK_WIDGET (page), label), TRUE);
  return muster_cases_page_get_n_rows (page);
}

static void
test_tiles (CaseFixture *fixture, gconstpointer data)
{
  MusterCasesPage *page;

  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moreau", 2, MUSTER_ASSISTER_NAVIGATOR), 4);
  page = show (fixture, muster_cases_page_new_actions (operations_fixture_open (&fixture->operations, FIXTURE_JO)));
  g_assert_cmpuint (muster_cases_page_get_n_rows (page), ==, 2);
  g_assert_cmpuint (choose (page, "Due this week"), ==, 1);
  g_assert_cmpuint (choose (page, "Overdue"), ==, 0);
  g_assert_true (harness_shows (GTK_WIDGET (page), "Nothing Is Overdue"));
  g_assert_cmpuint (choose (page, "Closed in 90 days"), ==, 0);
  g_assert_cmpuint (choose (page, "All"), ==, 2);
}

static void
test_search (CaseFixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *words;
    guint n;
  } cases[] = { { "lindq", 1 }, { "ca-2026", 2 }, { "0002", 1 }, { "returned moreau", 1 }, { "nobody", 0 }, { "", 2 } };
  MusterCasesPage *page;
  GtkWidget *entry;

  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moreau", 2, MUSTER_ASSISTER_NAVIGATOR), 2);
  page = show (fixture, muster_cases_page_new_actions (operations_fixture_open (&fixture->operations, FIXTURE_JO)));
  muster_cases_page_search (page);
  harness_settle ();
  entry = harness_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].words);
      g_signal_emit_by_name (entry, "search-changed");
      g_assert_cmpuint (muster_cases_page_get_n_rows (page), ==, cases[i].n);
    }
}

static gboolean
has_one (gpointer page)
{
  return muster_cases_page_get_n_rows (page) == 1;
}

static void
test_decisions_appear_and_open (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterCasesPage *page = show (fixture, muster_cases_page_new_decisions (operations_fixture_open (&fixture->operations, FIXTURE_SAM)));
  g_autofree char *asked = NULL;
  gint64 id;

  g_assert_true (harness_shows (GTK_WIDGET (page), "No Decisions Waiting"));
  id = case_fixture_propose (fixture, FIXTURE_SAM, person);
  harness_wait (has_one, page, "the decision to appear");
  g_assert_cmpuint (choose (page, "Approved"), ==, 0);
  g_assert_cmpuint (choose (page, "Waiting"), ==, 1);
  g_assert_true (harness_shows (GTK_WIDGET (page), "Proposed Mar 10, 2026 by Sam Specht"));
  g_signal_emit_by_name (harness_find (GTK_WIDGET (page), GTK_TYPE_LIST_VIEW), "activate", 0);
  asked = g_strdup_printf ("open-decision %" G_GINT64_FORMAT "\n", id);
  g_assert_cmpstr (fixture->asked->str, ==, asked);
}

#define N_MANY 40

/* A long list begins with a screenful; all are there a frame later, and stay when a tile is changed or something happens. */
static void
test_long (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterCaseModel *model;
  MusterCasesPage *page;

  for (guint i = 0; i < N_MANY; i++)
    case_fixture_open_action (fixture, person, 2);
  model = muster_case_model_new (operations_fixture_open (&fixture->operations, FIXTURE_JO), MUSTER_CASE_ACTION);
  muster_case_model_choose (model, MUSTER_CASE_TILE_OPEN, "");
  harness_wait_for (has_lines, model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), <, N_MANY);
  g_assert_true (muster_case_model_has_rest (model));
  g_assert_false (muster_case_model_is_ready (model));
  muster_case_model_show_rest (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, N_MANY);
  g_object_unref (model);

  page = show (fixture, muster_cases_page_new_actions (operations_fixture_open (&fixture->operations, FIXTURE_JO)));
  g_assert_cmpuint (muster_cases_page_get_n_rows (page), ==, N_MANY);
  g_assert_cmpuint (choose (page, "Overdue"), ==, 0);
  choose (page, "All");
  harness_wait (is_ready, page, "the rest to follow");
  g_assert_cmpuint (muster_cases_page_get_n_rows (page), ==, N_MANY);
}

/* Only where an incident can be recorded, and none stands. */
static void
test_first_incident (CaseFixture *fixture, gconstpointer data)
{
  MusterCasesPage *page = show (fixture, muster_cases_page_new_incidents (operations_fixture_open (&fixture->operations, FIXTURE_KIM)));

  g_assert_true (harness_shows (GTK_WIDGET (page), "No Open Incidents"));
  g_assert_true (case_fixture_offers (GTK_WIDGET (page), "Record an Incident…"));
  choose (page, "Report late");
  g_assert_false (case_fixture_offers (GTK_WIDGET (page), "Record an Incident…"));
  page = show (fixture, muster_cases_page_new_incidents (operations_fixture_open (&fixture->operations, FIXTURE_JO)));
  g_assert_false (case_fixture_offers (GTK_WIDGET (page), "Record an Incident…"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/cases-page/tiles", test_tiles);
  case_fixture_add ("/gui/cases-page/search", test_search);
  case_fixture_add ("/gui/cases-page/long", test_long);
  case_fixture_add ("/gui/cases-page/first-incident", test_first_incident);
  case_fixture_add ("/gui/cases-page/decisions-appear-and-open", test_decisions_appear_and_open);
  return g_test_run ();
}
