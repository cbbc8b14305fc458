/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-page.h"

static AdwNavigationPage *
show (CaseFixture *fixture, FixtureAccount account, gint64 person)
{
  AdwNavigationPage *page = muster_assister_page_new (operations_fixture_open (&fixture->operations, account), person);

  case_fixture_show (fixture, page);
  return page;
}

static void
test_answer (CaseFixture *fixture, gconstpointer data)
{
  gint64 certified = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 applicant = add_person (&fixture->operations, "Moreau", 2, MUSTER_ASSISTER_BROKER);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_ALEX, certified));

  case_fixture_wait_shows (page, "Lindqvist");
  g_assert_true (harness_shows (page, "May assist"));
  page = GTK_WIDGET (show (fixture, FIXTURE_ALEX, applicant));
  case_fixture_wait_shows (page, "May not assist");
  g_assert_true (harness_shows (page, muster_reason_get_text (MUSTER_REASON_NOT_CERTIFIED)));
  g_assert_true (harness_shows (page, muster_reason_get_cure (MUSTER_REASON_NOT_CERTIFIED)));
}

/* What somebody else does is seen without asking. */
static void
test_follows_changes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_SAM, person));

  case_fixture_wait_shows (page, "May assist");
  case_fixture_open_action (fixture, person, 4);
  case_fixture_wait_shows (page, "May not assist");
  g_assert_true (harness_shows (page, muster_reason_get_text (MUSTER_REASON_STOP_WORK)));
}

static void
test_offers_by_role (CaseFixture *fixture, gconstpointer data)
{
  const struct
  {
    FixtureAccount account;
    gboolean edits, acts, proposes, reads_history;
  } cases[] = {
    { FIXTURE_ALEX, TRUE, TRUE, TRUE, TRUE },
    { FIXTURE_SAM, TRUE, TRUE, TRUE, FALSE },
    { FIXTURE_KIM, TRUE, FALSE, FALSE, FALSE },
    { FIXTURE_JO, FALSE, FALSE, FALSE, TRUE },
  };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = GTK_WIDGET (show (fixture, cases[i].account, person));

      case_fixture_wait_shows (page, "Lindqvist");
      g_assert_true (case_fixture_offers (page, "Edit…") == cases[i].edits);
      g_assert_true (case_fixture_offers (page, "Open Corrective Action…") == cases[i].acts);
      g_assert_true (case_fixture_offers (page, "Propose Decision…") == cases[i].proposes);
      g_assert_true (harness_shows (page, "The newest entries of the journal about this person.") == cases[i].reads_history);
    }
}

static void
test_masks_the_assister_id (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (MusterAssister) person = load_person (&fixture->operations, id);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_KIM, id));
  GtkWidget *row;

  case_fixture_wait_shows (page, "Assister ID");
  g_assert_nonnull (person->assister_id);
  g_assert_false (harness_shows (page, person->assister_id));
  row = case_fixture_find_row (page, "Assister ID");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (harness_find (row, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  g_assert_true (harness_shows (page, person->assister_id));
}

static void
test_nobody (CaseFixture *fixture, gconstpointer data)
{
  case_fixture_wait_shows (GTK_WIDGET (show (fixture, FIXTURE_KIM, 4711)), "This Person Cannot Be Shown");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/assister-page/answer", test_answer);
  case_fixture_add ("/gui/assister-page/follows-changes", test_follows_changes);
  case_fixture_add ("/gui/assister-page/offers-by-role", test_offers_by_role);
  case_fixture_add ("/gui/assister-page/masks-the-assister-id", test_masks_the_assister_id);
  case_fixture_add ("/gui/assister-page/nobody", test_nobody);
  return g_test_run ();
}
