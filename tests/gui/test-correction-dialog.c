/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-severity.h"
#include "gui/muster-correction-dialog.h"
#include "gui/muster-date-row.h"

#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR

static AdwDialog *
present (CaseFixture *fixture, gint64 person)
{
  AdwDialog *dialog = muster_correction_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, NAVIGATOR);

  case_fixture_present (fixture, dialog);
  return dialog;
}

static gint64
add_suspended (CaseFixture *fixture)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, NAVIGATOR);

  operations_fixture_set_day ("2026-03-11");
  take_step (&fixture->operations, person, NAVIGATOR, MUSTER_VERB_SUSPEND, "2026-03-05");
  return person;
}

static void
test_other_day (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_suspended (fixture);
  AdwDialog *dialog = present (fixture, person);
  GDate day;

  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Enter the day from which it really holds."));
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "The letter says otherwise.");
  case_fixture_submit_badly (fixture, dialog, "Correct", "Enter the day");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "");
  set_day (&day, "2026-03-02");
  muster_date_row_set_date (MUSTER_DATE_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "From which day it really holds")), &day);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Suspended"));
  case_fixture_submit_badly (fixture, dialog, "Correct", "needs a reason");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "The letter says otherwise.");
  case_fixture_submit (fixture, dialog, "Correct");
  g_assert_cmpint (get_state (&fixture->operations, person, NAVIGATOR, "2026-03-01"), ==, MUSTER_STATE_CERTIFIED);
  g_assert_cmpint (get_state (&fixture->operations, person, NAVIGATOR, "2026-03-02"), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

static void
test_never (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_suspended (fixture);
  AdwDialog *dialog = present (fixture, person);

  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "What is true")), 1);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Certified"));
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "Somebody else was meant.");
  case_fixture_submit (fixture, dialog, "Correct");
  g_assert_cmpint (get_state (&fixture->operations, person, NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* What was decided stands. */
static void
test_refused (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, NAVIGATOR);
  AdwDialog *dialog;

  case_fixture_open_action (fixture, person, MUSTER_SEVERITY_4);
  dialog = present (fixture, person);
  g_assert_true (adw_banner_get_revealed (ADW_BANNER (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER))));
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/correction-dialog/other-day", test_other_day);
  case_fixture_add ("/gui/correction-dialog/never", test_never);
  case_fixture_add ("/gui/correction-dialog/refused", test_refused);
  return g_test_run ();
}
