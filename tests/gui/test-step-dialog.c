/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-step-dialog.h"
#include "operations/muster-action-operations.h"
#include "store/muster-cases-table.h"

static MusterCorrectiveAction *
load (CaseFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterCorrectiveAction *action;

  g_assert_no_error (error);
  action = muster_action_table_load (database, id, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return action;
}

/* One of which the cause is known, so that steps can be planned. */
static gint64
open_with_cause (CaseFixture *fixture)
{
  MusterActionText cause = { case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2), "Nobody read the mailbox" };

  run_well (&fixture->operations, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  return cause.action_id;
}

static AdwDialog *
present (CaseFixture *fixture, FixtureAccount account, MusterStepPurpose purpose, gint64 id)
{
  AdwDialog *dialog = muster_step_dialog_new (operations_fixture_open (&fixture->operations, account), purpose, id, 1);

  case_fixture_present (fixture, dialog);
  return dialog;
}

static void
test_from_adding_to_verifying (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = open_with_cause (fixture);
  AdwDialog *dialog = present (fixture, FIXTURE_SAM, MUSTER_STEP_PURPOSE_ADD, id);
  g_autoptr (MusterCorrectiveAction) action = NULL;
  const MusterActionStep *step;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Due"))), ==, "2026-03-24");
  case_fixture_write (GTK_WIDGET (dialog), "What is to be done", "Call back within a day");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Who does it")), "A. Lindqvist");
  case_fixture_submit (fixture, dialog, "Add Step");

  dialog = present (fixture, FIXTURE_SAM, MUSTER_STEP_PURPOSE_COMPLETE, id);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Call back within a day"));
  case_fixture_write (GTK_WIDGET (dialog), "Evidence seen", "The list of calls");
  case_fixture_submit (fixture, dialog, "Record as Done");

  dialog = present (fixture, FIXTURE_SAM, MUSTER_STEP_PURPOSE_VERIFY, id);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "The list of calls"));
  case_fixture_submit_badly (fixture, dialog, "Verify", "Nobody verifies what they recorded");
  case_fixture_close (dialog);
  dialog = present (fixture, FIXTURE_ALEX, MUSTER_STEP_PURPOSE_VERIFY, id);
  case_fixture_submit (fixture, dialog, "Verify");

  action = load (fixture, id);
  g_assert_cmpuint (action->steps->len, ==, 1);
  step = action->steps->pdata[0];
  g_assert_cmpstr (step->done_note, ==, "The list of calls");
  g_assert_cmpint (step->verified_account, !=, step->done_account);
  g_assert_cmpint (step->verified_account, !=, 0);
}

static void
test_wrong_day (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = open_with_cause (fixture);
  AdwDialog *dialog = present (fixture, FIXTURE_SAM, MUSTER_STEP_PURPOSE_ADD, id);

  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Due")), "24.3.2026");
  case_fixture_submit_badly (fixture, dialog, "Add Step", "24.3.2026");
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/step-dialog/from-adding-to-verifying", test_from_adding_to_verifying);
  case_fixture_add ("/gui/step-dialog/wrong-day", test_wrong_day);
  return g_test_run ();
}
