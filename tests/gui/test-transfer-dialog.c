/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-assister.h"
#include "gui/muster-coverage-rows.h"
#include "gui/muster-date-row.h"
#include "gui/muster-transfer-dialog.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-people-table.h"

static void
add_north (CaseFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();
  MusterAssisterEdit edit = { .person = person, .agency = "Northside Test Navigators" };

  person->family_name = g_strdup ("Yang");
  person->npn = g_strdup ("8123456");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_add_assister, &edit, NULL);
}

static char *
dup_newest_agency (CaseFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, person, NULL);

  muster_store_read_done (store, database);
  return g_strdup_printf ("%u: %s", affiliations->len, ((const MusterAffiliation *) affiliations->pdata[0])->agency_name);
}

static void
test_transfers (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autofree char *newest = NULL;
  AdwDialog *dialog;
  GDate day;

  add_north (fixture);
  operations_fixture_set_day ("2026-03-20");
  dialog = muster_transfer_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person);
  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Riverside Test Navigators"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Northside Test Navigators"));
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Nobody at “Riverside Test Navigators” may assist as a navigator any more");
  set_day (&day, "2026-03-15");
  muster_date_row_set_date (MUSTER_DATE_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "First day there")), &day);
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "Asked for 123-45-6789");
  case_fixture_submit_badly (fixture, dialog, "Transfer", "social security");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "Moved north");
  case_fixture_submit (fixture, dialog, "Transfer");
  newest = dup_newest_agency (fixture, person);
  g_assert_cmpstr (newest, ==, "2: Northside Test Navigators");
}

/* What stands in the dialog later than its form is not below its edge, in a bottom sheet neither. */
static void
test_warning_is_in_sight (CaseFixture *fixture, gconstpointer data)
{
  static const int widths[] = { 800, 400 };
  const char *later[] = { "Nobody speaks Somali any more.", "Nobody speaks Hmong any more.", "Nobody covers Anoka any more.", NULL };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);

  add_north (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *picture = g_strdup_printf ("transfer-dialog-%d", widths[i]);
      AdwDialog *dialog = muster_transfer_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person);

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 800);
      harness_settle ();
      case_fixture_present (fixture, dialog);
      case_fixture_wait_in_sight (fixture, dialog, "Nobody at “Riverside Test Navigators” may assist as a navigator any more");
      muster_coverage_rows_show (MUSTER_ROW_GROUP (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_ROW_GROUP)), (char **) later);
      case_fixture_wait_in_sight (fixture, dialog, later[2]);
      harness_shoot (GTK_WINDOW (fixture->window), picture);
      case_fixture_close (dialog);
    }
}

static void
test_nowhere_to_go (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_transfer_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person);

  case_fixture_present (fixture, dialog);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER))));
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/transfer-dialog/transfers", test_transfers);
  case_fixture_add ("/gui/transfer-dialog/warning-is-in-sight", test_warning_is_in_sight);
  case_fixture_add ("/gui/transfer-dialog/nowhere-to-go", test_nowhere_to_go);
  return g_test_run ();
}
