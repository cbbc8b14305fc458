/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-proposal-dialog.h"

#define FACTS "Facts and reason, as the person will be told"

static void
test_proposes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_proposal_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), person);
  MusterClausePicker *picker;

  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Nobody else of the agency may assist as a navigator");
  case_fixture_submit_badly (fixture, dialog, "Propose", "clause");
  picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));
  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  case_fixture_write (GTK_WIDGET (dialog), FACTS, "A client was refused.");
  case_fixture_submit (fixture, dialog, "Propose");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* To the operation no role means every role; a person who unticked all does not mean that. */
static void
test_needs_a_role (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_proposal_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), person);
  gint64 before = count_entries (&fixture->operations);

  case_fixture_present (fixture, dialog);
  case_fixture_tick (GTK_WIDGET (dialog), muster_assister_type_get_label (MUSTER_ASSISTER_NAVIGATOR), FALSE);
  case_fixture_submit_badly (fixture, dialog, "Propose", "at least one role");
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/proposal-dialog/proposes", test_proposes);
  case_fixture_add ("/gui/proposal-dialog/needs-a-role", test_needs_a_role);
  return g_test_run ();
}
