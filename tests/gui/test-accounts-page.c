/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/harness-register.h"
#include "gui/muster-account-dialog.h"
#include "gui/muster-accounts-page.h"
#include "gui/muster-incident-page.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-incident-operations.h"

static void
test_adds (void)
{
  MusterStore *store = harness_store_new ();
  AdwNavigationPage *page = muster_accounts_page_new (store);
  GtkWindow *window = harness_present (page, 360, 640);
  GtkWidget *root = GTK_WIDGET (window);

  g_assert_true (harness_shows (root, "alex · Administrator"));
  g_assert_true (harness_shows (root, "With a single administrator"));
  gtk_widget_activate_action (GTK_WIDGET (page), "accounts.add", NULL);
  harness_wait_shows (root, "First Password");
  harness_type (root, "Full Name", "Kim Lindqvist");
  harness_type (root, "Account Name", "Not A Name");
  harness_press (root, "Add Account");
  g_assert_true (gtk_widget_has_css_class (harness_find_text (root, "Account Name"), "error"));

  harness_type (root, "Account Name", "kim");
  harness_type (root, "Password", "practice");
  harness_type (root, "Password Again", "practice");
  harness_shoot (window, "account-dialog");
  harness_press (root, "Add Account");

  harness_wait_shows (root, "kim · Staff");
  harness_shoot (window, "accounts");
  harness_close (window);
  muster_store_close (store);
  harness_release (store);
}

/* Whom of the roster an account is: by the name first, and then as somebody says. */
static void
test_tie (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = NULL;
  MusterAssisterEdit edit = { .reason = "Another name" };
  AdwNavigationPage *page = NULL;
  GtkWidget *root;

  person = load_person (&fixture->operations, add_person (&fixture->operations, "Reiher-Star", 7, MUSTER_ASSISTER_NAVIGATOR));
  g_set_str (&person->given_name, "Robin");
  edit.person = person;
  run_well (&fixture->operations, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  page = muster_accounts_page_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX));
  case_fixture_show (fixture, page);
  root = GTK_WIDGET (fixture->window);
  harness_wait_shows (root, "On the roster: Robin Reiher-Star (P-1), by the name");
  harness_shoot (GTK_WINDOW (fixture->window), "accounts-tied");
  adw_action_row_activate (ADW_ACTION_ROW (harness_find_text (root, "Robin Reiher")));
  harness_wait_shows (root, "May Sign In");
  harness_shoot (GTK_WINDOW (fixture->window), "account-tied");
  adw_action_row_activate (ADW_ACTION_ROW (harness_find_text (root, "On the Roster")));
  harness_wait_shows (root, "Who It Is");
  adw_combo_row_set_selected (ADW_COMBO_ROW (harness_find_text (root, "Who It Is")), 1);
  harness_shoot (GTK_WINDOW (fixture->window), "account-tie-dialog");
  harness_press (root, "Save");
  harness_wait_shows (root, "On the roster: Nobody");
}

/* Who has but the family name is named where the case could be closed to them. */
static void
test_like (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (&fixture->operations, "Reiher", 7, MUSTER_ASSISTER_NAVIGATOR), id = 0;
  g_autoptr (MusterIncident) told = muster_incident_new ();
  AdwNavigationPage *page;

  told->narrative = g_strdup ("A client was shouted at");
  muster_incident_add_person (told, person);
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_incident, told, &id);
  page = muster_incident_page_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), id);
  case_fixture_show (fixture, page);
  harness_wait_shows (GTK_WIDGET (page), "Robin Reiher (robin) has the family name of");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/accounts-page/adds", test_adds);
  case_fixture_add ("/gui/accounts-page/tie", test_tie);
  case_fixture_add ("/gui/accounts-page/like", test_like);
  return g_test_run ();
}
