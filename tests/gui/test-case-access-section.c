/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-cases-page.h"
#include "gui/muster-incident-page.h"
#include "operations/muster-case-operations.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-account-table.h"

static gint64
record (CaseFixture *fixture)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();
  gint64 id = 0;

  told->narrative = g_strdup ("A client was shouted at");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_incident, told, &id);
  return id;
}

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 id)
{
  AdwNavigationPage *page = muster_incident_page_new (operations_fixture_open (&fixture->operations, account), id);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

static void
close_to_robin (CaseFixture *fixture, gint64 id)
{
  gint64 robin = muster_store_get_account (operations_fixture_open (&fixture->operations, FIXTURE_ROBIN))->id;
  const MusterCaseAccessRequest request = { MUSTER_CASE_INCIDENT, id, robin, "The complaint is about the office" };

  run_well (&fixture->operations, FIXTURE_SAM, &muster_close_case_to, &request, NULL);
}

/* Supervisors close, administrators read who looked as well, auditors only read. */
static void
test_offers (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FixtureAccount account;
    gboolean closes;
    gboolean reads;
  } cases[] = { { FIXTURE_KIM, FALSE, FALSE }, { FIXTURE_SAM, TRUE, FALSE }, { FIXTURE_ALEX, TRUE, TRUE }, { FIXTURE_JO, FALSE, TRUE } };
  gint64 id = record (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = show (fixture, cases[i].account, id);

      g_assert_cmpint (case_fixture_offers (page, "Close to Somebody…"), ==, cases[i].closes);
      g_assert_cmpint (harness_shows (page, "Who Looked"), ==, cases[i].reads);
    }
}

static gboolean
is_ready (gpointer page)
{
  return muster_cases_page_is_ready (page);
}

static GtkWidget *
show_register (CaseFixture *fixture, FixtureAccount account)
{
  AdwNavigationPage *page = muster_cases_page_new_incidents (operations_fixture_open (&fixture->operations, account));

  case_fixture_show (fixture, page);
  harness_wait_for (is_ready, page);
  return GTK_WIDGET (page);
}

/* The register tells what happened, but of a case that is closed to somebody: that is read on its page, where it is recorded who did. */
static void
test_register (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture);

  g_assert_true (harness_shows (show_register (fixture, FIXTURE_ALEX), "A client was shouted at"));
  close_to_robin (fixture, id);
  {
    GtkWidget *page = show_register (fixture, FIXTURE_ALEX);

    g_assert_true (harness_shows (page, "IN-2026-0001"));
    g_assert_false (harness_shows (page, "A client was shouted at"));
    g_assert_true (harness_shows (page, "Closed to some"));
  }
  g_assert_false (harness_shows (show_register (fixture, FIXTURE_ROBIN), "IN-2026-0001"));
}

/* For the picture. */
static void
show_end (GtkWidget *page)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (harness_find (page, GTK_TYPE_SCROLLED_WINDOW)));

  harness_settle ();
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
}

/* Whoever opens the page has looked, and that is told there. */
static void
test_look (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture);
  const char *name = muster_store_get_account (operations_fixture_open (&fixture->operations, FIXTURE_ALEX))->full_name;
  GtkWidget *page = show (fixture, FIXTURE_ALEX, id);

  harness_wait_shows (page, "Looked at a case");
  g_assert_true (harness_shows (page, name));
  close_to_robin (fixture, id);
  harness_wait_shows (page, "The complaint is about the office");
  show_end (page);
  harness_shoot (GTK_WINDOW (fixture->window), "case-access");
}

static void
test_closed (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture);
  GtkWidget *page;

  close_to_robin (fixture, id);
  page = show (fixture, FIXTURE_ROBIN, id);
  g_assert_false (harness_shows (page, "A client was shouted at"));
  g_assert_true (harness_shows (page, "This Incident Cannot Be Shown"));
}

static void
test_close (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture);
  GtkWidget *page = show (fixture, FIXTURE_SAM, id);
  AdwDialog *dialog;

  case_fixture_press (page, "Close to Somebody…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  harness_wait_shows (GTK_WIDGET (dialog), "To whom");
  harness_shoot (GTK_WINDOW (fixture->window), "case-access-dialog");
  case_fixture_write (GTK_WIDGET (dialog), "Why", "A relative");
  case_fixture_submit (fixture, dialog, "Close");
  harness_wait_shows (page, "A relative");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/case-access-section/register", test_register);
  case_fixture_add ("/gui/case-access-section/offers", test_offers);
  case_fixture_add ("/gui/case-access-section/look", test_look);
  case_fixture_add ("/gui/case-access-section/closed", test_closed);
  case_fixture_add ("/gui/case-access-section/close", test_close);
  return g_test_run ();
}
