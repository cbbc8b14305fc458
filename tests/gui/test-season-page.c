/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-rule-packs.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-season-behind-page.h"
#include "gui/muster-season-page.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

static gboolean
is_ready (gpointer page)
{
  return muster_season_page_is_ready (page);
}

static GtkWidget *
show (CaseFixture *fixture, const char *day)
{
  AdwNavigationPage *page;
  GDate today;

  set_day (&today, day);
  muster_gui_text_set_today_for_tests (&today);
  page = muster_season_page_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM));
  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the season to be read");
  harness_settle ();
  return GTK_WIDGET (page);
}

static void
adopt (CaseFixture *fixture)
{
  MusterAdoptRequest request = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The rules of the coming year" };

  set_day (&request.from, "2026-08-01");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
}

static void
show_evidence (CaseFixture *fixture, gint64 person, const char *requirement)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->source = g_strdup ("The course provider");
  set_day (&evidence->on, "2026-08-30");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
}

/* Ten people of two families of names, one of them done and one half done. */
static gint64
make_season (CaseFixture *fixture)
{
  gint64 first = add_certified (&fixture->operations, "Moua", 1, STAFF), second;

  for (guint i = 2; i <= 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nur %02u", i);

      second = add_certified (&fixture->operations, name, i, i == 2 ? NAVIGATOR : STAFF);
    }
  adopt (fixture);
  operations_fixture_set_day ("2026-09-01");
  take_step (&fixture->operations, second, STAFF, MUSTER_VERB_CERTIFY, "2026-08-20");
  show_evidence (fixture, first, "data-security");
  return first;
}

/* Activates the row that says @text. */
static void
press_row (GtkWidget *page, const char *text)
{
  GtkWidget *label = harness_find_text (page, text);
  GtkWidget *row = ADW_IS_ACTION_ROW (label) ? label : gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
  harness_settle ();
}

static void
test_empty (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, "2026-03-10");

  g_assert_true (harness_shows (page, "No Recertification Season Now"));
  g_assert_true (harness_shows (page, "expected to open on Aug 1, 2026"));
  g_assert_false (harness_shows (page, "Open Rules"));
  harness_shoot (GTK_WINDOW (fixture->window), "season-empty");
}

/* The rules of before tell of no season: the way on is offered. */
static void
test_old_rules (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, "2026-11-28");

  g_assert_true (harness_shows (page, "Adopt the rules of the present year"));
  g_assert_true (harness_shows (page, "Open Rules"));
}

static void
test_season (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = make_season (fixture);
  g_autofree char *asked = g_strdup_printf ("open-assister %" G_GINT64_FORMAT "\n", person);
  GtkWidget *page = show (fixture, "2026-09-01");

  g_assert_true (harness_shows (page, "1 of 10 people are recertified."));
  g_assert_true (harness_shows (page, "At the pace so far only 2 of 10 will be done by Oct 15, 2026; all of them on Jun 16, 2027."));
  g_assert_true (harness_shows (page, "2 of 10 · 20 %"));
  g_assert_true (harness_shows (page, "0 of 1 · 0 %"));
  g_assert_true (harness_shows (page, "Behind (9)"));
  g_assert_true (harness_shows (page, "Moua, Ana"));
  g_assert_true (harness_shows (page, "Riverside Test Navigators"));
  harness_shoot (GTK_WINDOW (fixture->window), "season");
  press_row (page, "Moua, Ana");
  g_assert_nonnull (strstr (fixture->asked->str, asked));
}

/* Every number opens who is behind it. */
static void
test_opens (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page, *list;

  make_season (fixture);
  page = show (fixture, "2026-09-01");
  press_row (page, "Data Security, Accessibility, Compliance and Ethics course");
  list = GTK_WIDGET (adw_navigation_view_get_visible_page (fixture->view));
  g_assert_true (MUSTER_IS_SEASON_BEHIND_PAGE (list));
  g_assert_true (harness_shows (list, "Nur 02, Ana"));
  g_assert_false (harness_shows (list, "Moua, Ana"));
  harness_shoot (GTK_WINDOW (fixture->window), "season-behind");
  g_signal_emit_by_name (harness_find (list, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_nonnull (strstr (fixture->asked->str, "open-assister 2\n"));
  adw_navigation_view_pop (fixture->view);
  press_row (page, "Riverside Test Navigators");
  list = GTK_WIDGET (adw_navigation_view_get_visible_page (fixture->view));
  g_assert_true (MUSTER_IS_SEASON_BEHIND_PAGE (list));
}

static gboolean
shows_two (gpointer page)
{
  return harness_shows (page, "2 of 10 people are recertified.");
}

/* What is recorded meanwhile is seen; at 400 pixels too. */
static void
test_changes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = make_season (fixture);
  GtkWidget *page;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 800);
  page = show (fixture, "2026-09-01");
  harness_shoot (GTK_WINDOW (fixture->window), "season-400");
  show_evidence (fixture, person, "notice");
  harness_wait (shows_two, page, "the evidence to be seen");
  g_assert_true (harness_shows (page, "Behind (8)"));
  g_assert_false (harness_shows (page, "Moua, Ana"));
}

static void
test_done (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Moua", 1, STAFF);
  GtkWidget *page;

  adopt (fixture);
  operations_fixture_set_day ("2026-09-01");
  take_step (&fixture->operations, person, STAFF, MUSTER_VERB_CERTIFY, NULL);
  page = show (fixture, "2026-09-01");
  g_assert_true (harness_shows (page, "Everybody is done."));
  g_assert_true (harness_shows (page, "Nobody is behind."));
  g_assert_true (harness_shows (page, "Nothing: others cover all"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/season-page/empty", test_empty);
  case_fixture_add ("/gui/season-page/old-rules", test_old_rules);
  case_fixture_add ("/gui/season-page/season", test_season);
  case_fixture_add ("/gui/season-page/opens", test_opens);
  case_fixture_add ("/gui/season-page/changes", test_changes);
  case_fixture_add ("/gui/season-page/done", test_done);
  return g_test_run ();
}
