/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-proposal-dialog.h"

#define AT_ONCE "Why at once, before the time to cure is over"
#define FACTS "Facts and reason, as the person will be told"

static void
test_proposes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_proposal_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), person);
  MusterClausePicker *picker;

  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Nobody else of the agency may assist as a navigator");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Time to cure through Apr 9, 2026"));
  case_fixture_submit_badly (fixture, dialog, "Propose", "before the time to cure is over");
  case_fixture_write (GTK_WIDGET (dialog), AT_ONCE, "No license is held");
  harness_shoot (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), "proposal-at-once");
  case_fixture_submit_badly (fixture, dialog, "Propose", "clause");
  picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));
  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  case_fixture_write (GTK_WIDGET (dialog), FACTS, "A client was refused.");
  case_fixture_submit (fixture, dialog, "Propose");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* A day after the time to cure needs no more said, nor does a suspension for cause. */
static void
test_time_to_cure (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_proposal_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), person);
  GtkWidget *effective;

  case_fixture_present (fixture, dialog);
  effective = case_fixture_find_row (GTK_WIDGET (dialog), "Effective from");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), AT_ONCE));
  gtk_editable_set_text (GTK_EDITABLE (effective), "2026-04-09");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), AT_ONCE));
  gtk_editable_set_text (GTK_EDITABLE (effective), "2026-04-10");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), AT_ONCE));
  gtk_editable_set_text (GTK_EDITABLE (effective), "");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), AT_ONCE));
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Decision")), 1);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), AT_ONCE));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Time to cure"));
  case_fixture_close (dialog);
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
  case_fixture_add ("/gui/proposal-dialog/time-to-cure", test_time_to_cure);
  case_fixture_add ("/gui/proposal-dialog/needs-a-role", test_needs_a_role);
  return g_test_run ();
}
