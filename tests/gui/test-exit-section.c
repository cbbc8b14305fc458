/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-page.h"
#include "gui/muster-exit-section.h"
#include "domain/muster-exit.h"

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 id)
{
  AdwNavigationPage *page = muster_assister_page_new (operations_fixture_open (&fixture->operations, account), id);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

/* How many buttons do @action. */
static guint
count_buttons (GtkWidget *root, const char *action)
{
  guint n = GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child, action);
  return n;
}

static AdwDialog *
ask (CaseFixture *fixture, GtkWidget *page, const char *action)
{
  GtkWidget *section = harness_find (page, MUSTER_TYPE_EXIT_SECTION);
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (section, action, "(ii)", (int) MUSTER_ASSISTER_NAVIGATOR, (int) MUSTER_EXIT_ITEM_PORTAL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  return dialog;
}

/* Who is certified has no list; who is suspended has one at once, and who may keep the roster settles it, step by step, and takes it back. */
static void
test_list (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = show (fixture, FIXTURE_KIM, id);
  AdwDialog *dialog;

  harness_wait_shows (page, "Contact and Identifiers");
  g_assert_false (harness_shows (page, "Exit Checklist"));
  take_step (&fixture->operations, id, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  harness_wait_shows (page, "Navigator, Suspended from Mar 10, 2026. 5 of 5 are open.");
  g_assert_cmpuint (count_buttons (page, "exit.record"), ==, 5);
  dialog = ask (fixture, page, "exit.record");
  harness_wait_shows (GTK_WIDGET (dialog), "Who saw to it");
  harness_shoot (GTK_WINDOW (fixture->window), "exit-dialog");
  case_fixture_write (GTK_WIDGET (dialog), "Note", "Ticket 17");
  case_fixture_submit (fixture, dialog, "Record");
  harness_wait_shows (page, "Navigator, Suspended from Mar 10, 2026. 4 of 5 are open.");
  g_assert_true (harness_shows (page, "Ticket 17"));
  harness_shoot (GTK_WINDOW (fixture->window), "exit-section");
  g_assert_cmpuint (count_buttons (page, "exit.reopen"), ==, 1);
  dialog = ask (fixture, page, "exit.reopen");
  case_fixture_write (GTK_WIDGET (dialog), "Why", "It was another one");
  case_fixture_submit (fixture, dialog, "Open Again");
  harness_wait_shows (page, "Navigator, Suspended from Mar 10, 2026. 5 of 5 are open.");
}

static void
test_offers (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page;

  take_step (&fixture->operations, id, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_SUSPEND, NULL);
  page = show (fixture, FIXTURE_JO, id);
  harness_wait_shows (page, "Exit Checklist");
  g_assert_true (harness_shows (page, "METS access removed"));
  g_assert_cmpuint (count_buttons (page, "exit.record"), ==, 0);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/exit-section/list", test_list);
  case_fixture_add ("/gui/exit-section/offers", test_offers);
  return g_test_run ();
}
