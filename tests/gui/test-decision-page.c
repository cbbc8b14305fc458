/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-decision-page.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-approval-dialog.h"
#include "gui/muster-review-dialog.h"
#include "operations/muster-call-off.h"
#include "operations/muster-decision-operations.h"

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 id)
{
  AdwNavigationPage *page = muster_decision_page_new (operations_fixture_open (&fixture->operations, account), id);

  case_fixture_show (fixture, page);
  return GTK_WIDGET (page);
}

static void
test_offers_by_account (CaseFixture *fixture, gconstpointer data)
{
  const struct
  {
    FixtureAccount account;
    gboolean approves, calls_second, refuses, takes_back;
    const char *hint;
  } cases[] = {
    { FIXTURE_ALEX, FALSE, TRUE, FALSE, TRUE, "so you cannot decide about it. Another administrator does" },
    { FIXTURE_ROBIN, TRUE, FALSE, TRUE, FALSE, "It waits for you" },
    { FIXTURE_SAM, FALSE, TRUE, FALSE, FALSE, "It waits for an administrator." },
    { FIXTURE_JO, FALSE, FALSE, FALSE, FALSE, "It waits for an administrator." },
  };
  gint64 id = case_fixture_propose (fixture, FIXTURE_ALEX, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = show (fixture, cases[i].account, id);

      case_fixture_wait_shows (page, cases[i].hint);
      g_assert_true (harness_shows (page, "MNsure notice of code of conduct and rules of behavior; EXT: outside of it\nList of clauses 2026.1"));
      g_assert_false (harness_shows (page, "mnsure-notice"));
      g_assert_true (case_fixture_offers (page, "Approve…") == cases[i].approves);
      g_assert_true (case_fixture_offers (page, "Approve as a Second Person…") == cases[i].calls_second);
      g_assert_true (case_fixture_offers (page, "Refuse…") == cases[i].refuses);
      g_assert_true (case_fixture_offers (page, "Take Back…") == cases[i].takes_back);
      case_fixture_wait_shows (page, "Nobody else of the agency may assist as a navigator");
    }
}

static void
test_refusing (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 id = case_fixture_propose (fixture, FIXTURE_SAM, person);
  GtkWidget *page = show (fixture, FIXTURE_ALEX, id);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), MUSTER_REASON_PURPOSE_REFUSE, id, NULL);

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The calls were returned after all.");
  case_fixture_submit (fixture, dialog, "Refuse");
  case_fixture_wait_shows (page, "What Was Decided");
  case_fixture_check_heading (fixture, page);
  g_assert_true (harness_shows (page, "The calls were returned after all."));
  g_assert_false (case_fixture_offers (page, "Approve…"));
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

static void
test_taking_back (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = case_fixture_propose (fixture, FIXTURE_SAM, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  GtkWidget *page = show (fixture, FIXTURE_SAM, id);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REASON_PURPOSE_TAKE_BACK, id, NULL);

  /* A supervisor is no administrator, so that there is no other one. */
  case_fixture_wait_shows (page, "so you cannot decide about it. An administrator does");

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The wrong person.");
  case_fixture_submit (fixture, dialog, "Take Back");
  case_fixture_wait_shows (page, "Taken back");
}

/* What was decided for a later day offers to be called off; a second person approves that, and nothing is offered any more. */
static void
test_calling_off (CaseFixture *fixture, gconstpointer data)
{
  static const char *const grounds[] = { "COC-04", NULL };
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterProposal proposal = { .assister_id = person, .clauses = grounds, .reason = "Calls were not returned" };
  MusterDecisionAnswer answer = { .reason = "Seen" };
  GtkWidget *page, *reader;
  AdwDialog *dialog;

  set_day (&proposal.effective, "2026-12-15");
  run_well (&fixture->operations, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  page = show (fixture, FIXTURE_SAM, answer.decision_id);
  g_assert_false (case_fixture_offers (page, "Call Off…"));
  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  case_fixture_wait_shows (page, "Until then it can be called off");
  g_assert_true (case_fixture_offers (page, "Call Off…"));
  g_assert_false (case_fixture_offers (page, "Take Back…"));
  harness_shoot (GTK_WINDOW (fixture->window), "decision-ahead");
  reader = show (fixture, FIXTURE_JO, answer.decision_id);
  g_assert_false (case_fixture_offers (reader, "Call Off…"));

  dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REASON_PURPOSE_CALL_OFF, answer.decision_id, NULL);
  case_fixture_present (fixture, dialog);
  case_fixture_submit_badly (fixture, dialog, "Propose", "Give the reason");
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The calls were returned.");
  case_fixture_submit (fixture, dialog, "Propose");
  page = show (fixture, FIXTURE_SAM, answer.decision_id);
  case_fixture_wait_shows (page, "Waits for a second person to call it off");
  g_assert_false (case_fixture_offers (page, "Call Off…"));

  page = show (fixture, FIXTURE_ALEX, answer.decision_id + 1);
  case_fixture_wait_shows (page, "What it calls off");
  g_assert_true (harness_shows (page, "CO-2026-0001  Ana Lindqvist"));
  g_assert_true (case_fixture_offers (page, "Approve…"));
  harness_shoot (GTK_WINDOW (fixture->window), "decision-calling-off");
  dialog = muster_approval_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), answer.decision_id + 1);
  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "RV-2026-0001 will never take effect."));
  case_fixture_submit (fixture, dialog, "Approve");
  page = show (fixture, FIXTURE_SAM, answer.decision_id);
  case_fixture_wait_shows (page, "Called off by");
  g_assert_false (case_fixture_offers (page, "Call Off…"));
}

/* A review is asked for and decided on the page; only who had no part in the decision is offered to decide it. */
static void
test_review (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  MusterDecisionAnswer answer = { case_fixture_propose (fixture, FIXTURE_SAM, person), "The letters show it", NULL };
  GtkWidget *page = show (fixture, FIXTURE_ALEX, answer.decision_id);
  AdwDialog *dialog;

  g_assert_false (case_fixture_offers (page, "Record Request for Review…"));
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  case_fixture_wait_shows (page, "What Was Decided");
  g_assert_true (case_fixture_offers (page, "Record Request for Review…"));
  g_assert_false (case_fixture_offers (page, "Decide Review…"));
  dialog = muster_review_dialog_new_request (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), answer.decision_id);
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "What it says", "I was ill, and returned the calls later.");
  case_fixture_submit (fixture, dialog, "Record");
  case_fixture_wait_shows (page, "A review of it waits for an administrator who had no part in the decision.");
  g_assert_true (harness_shows (page, "I was ill, and returned the calls later."));
  g_assert_false (case_fixture_offers (page, "Record Request for Review…"));
  g_assert_false (case_fixture_offers (page, "Decide Review…"));

  page = show (fixture, FIXTURE_ROBIN, answer.decision_id);
  case_fixture_wait_shows (page, "A review of it waits for you");
  g_assert_true (case_fixture_offers (page, "Decide Review…"));
  harness_shoot (GTK_WINDOW (fixture->window), "decision-review");
  dialog = muster_review_dialog_new_outcome (operations_fixture_open (&fixture->operations, FIXTURE_ROBIN), 1);
  case_fixture_present (fixture, dialog);
  case_fixture_submit_badly (fixture, dialog, "Decide", "Give the reason");
  harness_shoot (GTK_WINDOW (fixture->window), "decision-review-dialog");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Navigator: Revoked → Certified"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Outcome")), 1);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Navigator: Revoked → Certified");
  harness_shoot (GTK_WINDOW (fixture->window), "decision-review-reversed");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Outcome")), 0);
  case_fixture_write (GTK_WIDGET (dialog), "Reason, as the person will be told", "The notice had been right.");
  case_fixture_submit (fixture, dialog, "Decide");
  case_fixture_wait_shows (page, "The notice had been right.");
  g_assert_true (harness_shows (page, "Upheld"));
  g_assert_false (case_fixture_offers (page, "Decide Review…"));
}

/* That the second person's account was made by the first is seen for ever; and not where it was made long before. */
static void
test_remark (CaseFixture *fixture, gconstpointer data)
{
  gint64 soon = case_fixture_propose (fixture, FIXTURE_ALEX, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR)), late;
  MusterDecisionAnswer answer = { soon, "The letters show it", NULL };
  GtkWidget *page;

  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  page = show (fixture, FIXTURE_JO, soon);
  case_fixture_wait_shows (page, "The account “robin” was added by who proposed this, within 30 days before that or since.");
  g_assert_true (harness_shows (page, "Not clearly two people"));
  harness_shoot (GTK_WINDOW (fixture->window), "decision-tie");
  operations_fixture_set_day ("2026-05-10");
  late = case_fixture_propose (fixture, FIXTURE_ALEX, add_certified (&fixture->operations, "Olson", 2, MUSTER_ASSISTER_NAVIGATOR));
  answer.decision_id = late;
  run_well (&fixture->operations, FIXTURE_ROBIN, &muster_approve_decision, &answer, NULL);
  page = show (fixture, FIXTURE_JO, late);
  case_fixture_wait_shows (page, "What Was Decided");
  g_assert_false (harness_shows (page, "was added by who proposed this"));
  g_assert_false (harness_shows (page, "Not clearly two people"));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/decision-page/offers-by-account", test_offers_by_account);
  case_fixture_add ("/gui/decision-page/calling-off", test_calling_off);
  case_fixture_add ("/gui/decision-page/refusing", test_refusing);
  case_fixture_add ("/gui/decision-page/remark", test_remark);
  case_fixture_add ("/gui/decision-page/review", test_review);
  case_fixture_add ("/gui/decision-page/taking-back", test_taking_back);
  return g_test_run ();
}
