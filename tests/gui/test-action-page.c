/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-action-page.h"
#include "gui/muster-close-dialog.h"
#include "gui/muster-follow-up-dialog.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-severity-dialog.h"
#include "operations/muster-action-operations.h"
#include "store/muster-cases-table.h"

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 id)
{
  AdwNavigationPage *page = muster_action_page_new (operations_fixture_open (&fixture->operations, account), id);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

static gint64
make_action (CaseFixture *fixture)
{
  return case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 3);
}

/* A picture of what stands at the end of @page. */
static void
shoot_end (CaseFixture *fixture, GtkWidget *page, const char *name)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (harness_find_text (page, "What Was Found"), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  harness_shoot (GTK_WINDOW (fixture->window), name);
}

static void
test_says_all (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, FIXTURE_SAM, make_action (fixture));

  case_fixture_wait_shows (page, "CA-2026-0001  Ana Lindqvist");
  g_assert_true (harness_shows (page, "Calls were not returned."));
  g_assert_true (harness_shows (page, "COC-04"));
  g_assert_true (harness_shows (page, "MNsure notice of code of conduct and rules of behavior; EXT: outside of it\nList of clauses 2026.1"));
  g_assert_false (harness_shows (page, "mnsure-notice"));
  g_assert_true (harness_shows (page, "Mar 24, 2026 · 14 days left"));
  g_assert_true (harness_shows (page, "Not recorded yet"));
  g_assert_false (harness_shows (page, "How It Ended"));
  case_fixture_check_heading (fixture, page);
}

/* No plan without a cause. */
static void
test_cause_comes_first (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  MusterActionText cause = { id, "Nobody read the mailbox." };
  GtkWidget *page = show (fixture, FIXTURE_SAM, id);
  GtkWidget *button;

  case_fixture_wait_shows (page, "No step yet. Record the cause first");
  button = gtk_widget_get_ancestor (harness_find_text (page, "Add _Step…"), GTK_TYPE_BUTTON);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), "Record the cause first"));
  run_well (&fixture->operations, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  case_fixture_wait_shows (page, "Without steps nothing shows");
  g_assert_true (gtk_widget_get_sensitive (button));
}

/* Who recorded a step as done is not offered to verify it. */
static void
test_verifying_is_for_others (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  MusterActionStepRequest step = { .action_id = id, .step = 1, .what = "Call back", .owner = "A. Lindqvist", .note = "The list of calls" };
  MusterActionText cause = { id, "Nobody read the mailbox." };
  GtkWidget *page;

  run_well (&fixture->operations, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  run_well (&fixture->operations, FIXTURE_SAM, &muster_add_step, &step, NULL);
  page = show (fixture, FIXTURE_SAM, id);
  g_assert_true (case_fixture_offers (page, "Done…"));
  run_well (&fixture->operations, FIXTURE_SAM, &muster_complete_step, &step, NULL);
  case_fixture_wait_shows (page, "recorded by Sam Specht");
  g_assert_false (case_fixture_offers (page, "Done…"));
  g_assert_false (case_fixture_offers (page, "Verify…"));
  g_assert_true (case_fixture_offers (show (fixture, FIXTURE_ALEX, id), "Verify…"));
}

static void
test_auditor_only_reads (CaseFixture *fixture, gconstpointer data)
{
  GtkWidget *page = show (fixture, FIXTURE_JO, make_action (fixture));

  g_assert_true (harness_shows (page, "Calls were not returned."));
  g_assert_false (case_fixture_offers (page, "Add Step…"));
  g_assert_false (case_fixture_offers (page, "Close…"));
}

/* All that is asked before it may be closed as completed. */
static void
settle (CaseFixture *fixture, gint64 id)
{
  MusterActionText cause = { id, "Nobody read the mailbox." };
  MusterActionStepRequest step = { .action_id = id, .step = 1, .what = "Call back", .owner = "A. Lindqvist", .note = "The list of calls" };

  run_well (&fixture->operations, FIXTURE_SAM, &muster_set_cause, &cause, NULL);
  run_well (&fixture->operations, FIXTURE_SAM, &muster_add_step, &step, NULL);
  run_well (&fixture->operations, FIXTURE_SAM, &muster_complete_step, &step, NULL);
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_verify_step, &step, NULL);
}

/* What was planned stands in the form; another day needs a reason. */
static void
plan_anew (CaseFixture *fixture, GtkWidget *page, gint64 id)
{
  AdwDialog *dialog = muster_follow_up_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK, id);

  g_assert_true (case_fixture_offers (page, "Plan Anew…"));
  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Plan Check Anew"));
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Check on")), "2026-05-19");
  case_fixture_submit_badly (fixture, dialog, "Plan", "reason");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is planned anew", "The list is made in the middle of the month");
  case_fixture_submit (fixture, dialog, "Plan");
  case_fixture_wait_shows (page, "Due May 19, 2026 · 70 days left · planned by Sam Specht");
}

static void
test_effect_is_checked (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  GtkWidget *page = show (fixture, FIXTURE_SAM, id), *other;
  AdwDialog *dialog;

  case_fixture_wait_shows (page, "Planned once its steps are verified.");
  g_assert_false (case_fixture_offers (page, "Plan Check…"));
  settle (fixture, id);
  case_fixture_wait_shows (page, "Without a check nothing shows that it was cured.");
  g_assert_true (case_fixture_offers (page, "Plan Check…"));
  g_assert_false (case_fixture_offers (page, "Waive…"));

  dialog = muster_follow_up_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK, id);
  case_fixture_present (fixture, dialog);
  case_fixture_submit_badly (fixture, dialog, "Plan", "a check needs a criterion");
  case_fixture_write (GTK_WIDGET (dialog), "By what it is to be known", "All calls are returned within two days");
  harness_shoot (GTK_WINDOW (fixture->window), "action-plan-check");
  case_fixture_submit (fixture, dialog, "Plan");
  case_fixture_wait_shows (page, "All calls are returned within two days");
  plan_anew (fixture, page, id);
  g_assert_true (harness_shows (page, "Due May 19, 2026 · 70 days left · planned by Sam Specht"));
  g_assert_true (harness_shows (page, "Planned"));
  g_assert_false (case_fixture_offers (page, "Plan Check…"));
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_ancestor (harness_find_text (page, "Add _Step…"), GTK_TYPE_BUTTON)));
  g_assert_false (case_fixture_offers (page, "Record Result…")); /* sam did the step */
  other = show (fixture, FIXTURE_ROBIN, id);
  g_assert_true (case_fixture_offers (other, "Record Result…"));
  g_assert_true (case_fixture_offers (other, "Waive…"));

  dialog = muster_follow_up_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ROBIN), MUSTER_FOLLOW_UP_PURPOSE_RECORD_CHECK, id);
  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "All calls are returned within two days"));
  case_fixture_write (GTK_WIDGET (dialog), "What was found", "Twelve of forty were not");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Result")), 1);
  harness_shoot (GTK_WINDOW (fixture->window), "action-record-check");
  case_fixture_submit (fixture, dialog, "Record");
  case_fixture_wait_shows (other, "Twelve of forty were not");
  g_assert_true (harness_shows (other, "Failed"));
  g_assert_false (case_fixture_offers (other, "Plan Check…"));
  g_assert_true (gtk_widget_get_sensitive (gtk_widget_get_ancestor (harness_find_text (other, "Add _Step…"), GTK_TYPE_BUTTON)));
  shoot_end (fixture, other, "action-check-failed");
}

static void
test_extension_is_asked_for (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  GtkWidget *page = show (fixture, FIXTURE_SAM, id), *other;
  AdwDialog *dialog = muster_follow_up_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_FOLLOW_UP_PURPOSE_EXTEND, id);

  g_assert_false (harness_shows (page, "Extensions"));
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Why it needs longer", "In the hospital");
  case_fixture_submit_badly (fixture, dialog, "Ask", "to a day after the one it is due");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Until")), "2026-04-20");
  case_fixture_submit (fixture, dialog, "Ask");
  case_fixture_wait_shows (page, "Until Apr 20, 2026");
  g_assert_true (harness_shows (page, "Asked for Mar 10, 2026 by Sam Specht"));
  g_assert_true (harness_shows (page, "Mar 24, 2026 · 14 days left"));
  g_assert_false (case_fixture_offers (page, "Approve…")); /* it is sam's own */
  other = show (fixture, FIXTURE_ALEX, id);
  g_assert_true (case_fixture_offers (other, "Approve…"));
  g_assert_true (case_fixture_offers (other, "Refuse…"));
  shoot_end (fixture, other, "action-extension");
  dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_REASON_PURPOSE_APPROVE_EXTENSION, id, NULL);
  case_fixture_present (fixture, dialog);
  case_fixture_submit (fixture, dialog, "Approve");
  case_fixture_wait_shows (other, "Apr 20, 2026 · 41 days left");
  g_assert_true (harness_shows (other, "Approved Mar 10, 2026 by Alex Amsel"));
  g_assert_false (case_fixture_offers (other, "Approve…"));
}

static void
test_response_is_recorded (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  GtkWidget *page = show (fixture, FIXTURE_SAM, id);
  AdwDialog *dialog = muster_follow_up_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_FOLLOW_UP_PURPOSE_RESPOND, id);

  g_assert_true (case_fixture_offers (page, "Response…"));
  case_fixture_present (fixture, dialog);
  case_fixture_submit_badly (fixture, dialog, "Record", "was not served yet");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Response")), 2);
  case_fixture_write (GTK_WIDGET (dialog), "What the person said", "It was another person.");
  case_fixture_submit (fixture, dialog, "Record");
  case_fixture_wait_shows (page, "It was another person.");
  shoot_end (fixture, page, "action-response");
  g_assert_true (harness_shows (page, "Mar 10, 2026, recorded by Sam Specht"));
  g_assert_true (harness_shows (page, "Answered"));
}

/* What is proposed, and what was done before: of others by the number only. */
static void
test_history (CaseFixture *fixture, gconstpointer data)
{
  gint64 other = case_fixture_open_action (fixture, add_certified (&fixture->operations, "Bergstrom", 2, MUSTER_ASSISTER_NAVIGATOR), 3);
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), id;
  MusterCloseAction close = { other, MUSTER_OUTCOME_WAIVED, "Nothing is left to do." };
  GtkWidget *page;

  run_well (&fixture->operations, FIXTURE_ALEX, &muster_close_action, &close, NULL);
  case_fixture_open_action (fixture, person, 2);
  id = case_fixture_open_action (fixture, person, 3);
  page = show (fixture, FIXTURE_SAM, id);
  case_fixture_wait_shows (page, "CA-2026-0003");
  g_assert_true (harness_shows (page, "Escalation Proposed"));
  g_assert_true (harness_shows (page, "One severity higher is proposed, S4"));
  g_assert_true (harness_shows (page, "The same clause for the second time within 24 months"));
  g_assert_true (harness_shows (page, "Another one is open at the same time"));
  g_assert_true (case_fixture_offers (page, "Propose Decision…"));
  g_assert_true (harness_shows (page, "CA-2026-0002"));
  g_assert_true (harness_shows (page, "Opened Mar 10, 2026 · Open"));
  g_assert_true (harness_shows (page, "CA-2026-0001"));
  g_assert_true (harness_shows (page, "Waived after 0 days"));
  g_assert_false (harness_shows (page, "Bergstrom"));
  harness_shoot (GTK_WINDOW (fixture->window), "action-escalation");
  shoot_end (fixture, page, "action-history");
  g_assert_false (case_fixture_offers (show (fixture, FIXTURE_JO, id), "Propose Decision…"));
}

static void
test_check_is_waived (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  GtkWidget *page;
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_REASON_PURPOSE_WAIVE_CHECK, id, NULL);

  settle (fixture, id);
  page = show (fixture, FIXTURE_ALEX, id);
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The person has left.");
  case_fixture_submit (fixture, dialog, "Waive");
  case_fixture_wait_shows (page, "The person has left.");
  g_assert_true (harness_shows (page, "Without a check"));
  g_assert_false (case_fixture_offers (page, "Waive…"));
}

static void
test_closing_says_what_is_missing (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  AdwDialog *dialog = muster_close_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), id);

  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "CA-2026-0001 cannot be closed as completed. Its cause is not recorded: record it. It has no step"));
  harness_shoot (GTK_WINDOW (fixture->window), "action-close");
  g_assert_false (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Outcome")), 1);
  g_assert_true (gtk_widget_get_sensitive (adw_dialog_get_default_widget (dialog)));
  case_fixture_close (dialog);
}

static void
test_closing_ends_it (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = make_action (fixture);
  GtkWidget *page = show (fixture, FIXTURE_SAM, id);
  AdwDialog *dialog;

  settle (fixture, id);
  check_effect (&fixture->operations, id);
  dialog = muster_close_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), id);
  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "A restriction it brought ends"));
  case_fixture_submit_badly (fixture, dialog, "Close Action", "note");
  case_fixture_write (GTK_WIDGET (dialog), "How it ended", "All calls were returned.");
  case_fixture_submit (fixture, dialog, "Close Action");
  case_fixture_wait_shows (page, "How It Ended");
  g_assert_true (harness_shows (page, "All calls were returned."));
  g_assert_false (case_fixture_offers (page, "Add Step…"));
}

static void
test_voiding_lifts (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 id = case_fixture_open_action (fixture, person, 3);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_REASON_PURPOSE_VOID, id, NULL);

  g_assert_true (case_fixture_offers (show (fixture, FIXTURE_ALEX, id), "Void…"));
  g_assert_true (case_fixture_offers (show (fixture, FIXTURE_SAM, id), "Close…"));
  g_assert_false (case_fixture_offers (show (fixture, FIXTURE_SAM, id), "Void…"));
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED_RESTRICTED);
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "It was another person.");
  case_fixture_submit (fixture, dialog, "Void");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* The severity changes for a reason; what stays although the rules ask otherwise is said before. */
static void
test_severity (CaseFixture *fixture, gconstpointer data)
{
  gint64 action = case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR), 1);
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_SAM);
  AdwDialog *dialog = muster_severity_dialog_new (store, action);
  MusterDatabase *database;
  g_autoptr (MusterCorrectiveAction) changed = NULL;
  gint64 before = count_entries (&fixture->operations);

  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "is of severity S1 already");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Severity")), 2);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "it stays due on");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "asks for at least"));
  case_fixture_submit_badly (fixture, dialog, "Change", "Say why");
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
  case_fixture_write (GTK_WIDGET (dialog), "Why it changes", "It happened again");
  harness_shoot (GTK_WINDOW (fixture->window), "action-severity");
  case_fixture_submit (fixture, dialog, "Change");
  database = muster_store_read (store, NULL);
  changed = muster_action_table_load (database, action, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpint (changed->severity, ==, MUSTER_SEVERITY_3);
  g_assert_cmpint (changed->restriction, ==, MUSTER_RESTRICTION_NONE);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/action-page/says-all", test_says_all);
  case_fixture_add ("/gui/action-page/cause-comes-first", test_cause_comes_first);
  case_fixture_add ("/gui/action-page/verifying-is-for-others", test_verifying_is_for_others);
  case_fixture_add ("/gui/action-page/auditor-only-reads", test_auditor_only_reads);
  case_fixture_add ("/gui/action-page/effect-is-checked", test_effect_is_checked);
  case_fixture_add ("/gui/action-page/extension-is-asked-for", test_extension_is_asked_for);
  case_fixture_add ("/gui/action-page/response-is-recorded", test_response_is_recorded);
  case_fixture_add ("/gui/action-page/history", test_history);
  case_fixture_add ("/gui/action-page/check-is-waived", test_check_is_waived);
  case_fixture_add ("/gui/action-page/closing-says-what-is-missing", test_closing_says_what_is_missing);
  case_fixture_add ("/gui/action-page/closing-ends-it", test_closing_ends_it);
  case_fixture_add ("/gui/action-page/voiding-lifts", test_voiding_lifts);
  case_fixture_add ("/gui/action-page/severity", test_severity);
  return g_test_run ();
}
