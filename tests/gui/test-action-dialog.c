/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-action-dialog.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-date-row.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-cases-table.h"

static const char *
get_due (AdwDialog *dialog)
{
  return gtk_editable_get_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Due")));
}

static void
choose_severity (AdwDialog *dialog, int severity)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Severity")), severity - 1);
}

static AdwDialog *
present (CaseFixture *fixture, gint64 person)
{
  AdwDialog *dialog = muster_action_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), person);

  case_fixture_present (fixture, dialog);
  return dialog;
}

/* 2026-03-10 is a Tuesday: 30 days, and 10 business days. */
static void
test_consequences (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));

  g_assert_cmpstr (get_due (dialog), ==, "2026-04-09");
  choose_severity (dialog, 3);
  g_assert_cmpstr (get_due (dialog), ==, "2026-03-24");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Due")), "2026-03-20");
  choose_severity (dialog, 2);
  g_assert_cmpstr (get_due (dialog), ==, "2026-03-20");
  case_fixture_close (dialog);
}

static void
test_clauses_suggest_severity (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  MusterClausePicker *picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));
  AdwComboRow *severity = ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Severity"));

  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  g_assert_cmpuint (adw_combo_row_get_selected (severity), ==, 2);
  choose_severity (dialog, 4);
  muster_clause_picker_set_ticked (picker, "COC-04", TRUE);
  g_assert_cmpuint (adw_combo_row_get_selected (severity), ==, 3);
  case_fixture_close (dialog);
}

/* A day later than by the rules asks for the reason; the rules are those of the severity that is chosen. */
static void
test_later_needs_reason (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = present (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  GtkWidget *due = case_fixture_find_row (GTK_WIDGET (dialog), "Due");
  GtkWidget *reason = case_fixture_find_row (GTK_WIDGET (dialog), "Why it is due later than by the rules");
  MusterClausePicker *picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));

  g_assert_false (gtk_widget_get_visible (reason));
  gtk_editable_set_text (GTK_EDITABLE (due), "2026-04-08");
  g_assert_false (gtk_widget_get_visible (reason));
  choose_severity (dialog, 3);
  g_assert_true (gtk_widget_get_visible (reason));
  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  case_fixture_write (GTK_WIDGET (dialog), "What was found", "A client was refused.");
  harness_shoot (GTK_WINDOW (fixture->window), "action-later");
  case_fixture_submit_badly (fixture, dialog, "Open Action", "is due by Mar 24, 2026. A later day needs the reason");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is due later than by the rules", "In the hospital until April.");
  case_fixture_submit (fixture, dialog, "Open Action");
}

static void
test_opens (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = present (fixture, person);
  MusterClausePicker *picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));

  case_fixture_submit_badly (fixture, dialog, "Open Action", "clause");
  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  case_fixture_submit_badly (fixture, dialog, "Open Action", "finding");
  case_fixture_write (GTK_WIDGET (dialog), "What was found", "A client was refused.");
  case_fixture_submit (fixture, dialog, "Open Action");
  g_assert_cmpstr (fixture->asked->str, ==, "announce Corrective action opened\n");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
}

/* A notice that the person never signed is asked about in place. */
static void
test_unacknowledged (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (GBytes) text = g_bytes_new_static ("The wording", 11);
  MusterPolicyRequest policy = { .version = "V1", .title = "Code of conduct", .file_name = "notice.txt", .content = text };
  MusterClausePicker *picker;
  AdwDialog *dialog;

  set_day (&policy.from, "2026-01-01");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_load_policy, &policy, NULL);
  dialog = present (fixture, person);
  picker = MUSTER_CLAUSE_PICKER (harness_find (GTK_WIDGET (dialog), MUSTER_TYPE_CLAUSE_PICKER));
  muster_clause_picker_set_ticked (picker, "COC-01", TRUE);
  case_fixture_write (GTK_WIDGET (dialog), "What was found", "A client was refused.");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Why it is cited, although it was not acknowledged"));
  case_fixture_submit_badly (fixture, dialog, "Open Action", "had acknowledged no version of the notice");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Why it is cited, although it was not acknowledged"));
  harness_shoot (GTK_WINDOW (fixture->window), "action-unacknowledged");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is cited, although it was not acknowledged", "Told of it on the first day.");
  case_fixture_submit (fixture, dialog, "Open Action");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/action-dialog/consequences", test_consequences);
  case_fixture_add ("/gui/action-dialog/clauses-suggest-severity", test_clauses_suggest_severity);
  case_fixture_add ("/gui/action-dialog/later-needs-reason", test_later_needs_reason);
  case_fixture_add ("/gui/action-dialog/opens", test_opens);
  case_fixture_add ("/gui/action-dialog/unacknowledged", test_unacknowledged);
  return g_test_run ();
}
