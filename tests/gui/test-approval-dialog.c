/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-approval-dialog.h"
#include "store/muster-cases-table.h"

static MusterDecision *
load (CaseFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterDecision *decision;

  g_assert_no_error (error);
  decision = muster_decision_table_load (database, id, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return decision;
}

static void
test_own (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 id = case_fixture_propose (fixture, FIXTURE_SAM, person);
  AdwDialog *dialog = muster_approval_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), id);
  g_autoptr (MusterDecision) decision = NULL;

  case_fixture_present (fixture, dialog);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Second Person"));
  g_assert_null (adw_dialog_get_default_widget (dialog));
  case_fixture_submit (fixture, dialog, "Approve");
  decision = load (fixture, id);
  g_assert_cmpint (decision->state, ==, MUSTER_DECISION_APPROVED);
  g_assert_false (decision->emergency);
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_REVOKED);
}

/* The proposer stays signed in; what is recorded is the other’s. */
static void
test_second_person (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 id = case_fixture_propose (fixture, FIXTURE_ALEX, person);
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  AdwDialog *dialog = muster_approval_dialog_new (store, id);
  g_autoptr (MusterDecision) before = NULL;
  g_autoptr (MusterDecision) after = NULL;

  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Second Person"));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Emergency, Single-Handed"));
  /* Alex made the account of Robin. */
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "The account “robin” was added by who proposed this"));
  harness_shoot (GTK_WINDOW (fixture->window), "approval-tie");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Password")), "not the password");
  case_fixture_submit_badly (fixture, dialog, "Approve", "assword");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Password"))), ==, "");
  before = load (fixture, id);
  g_assert_cmpint (before->state, ==, MUSTER_DECISION_PROPOSED);

  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Password")), FIXTURE_PASSWORD);
  case_fixture_submit (fixture, dialog, "Approve");
  after = load (fixture, id);
  g_assert_cmpint (after->state, ==, MUSTER_DECISION_APPROVED);
  g_assert_cmpint (after->decider, ==, muster_store_get_account (operations_fixture_open (&fixture->operations, FIXTURE_ROBIN))->id);
  g_assert_cmpstr (muster_store_get_account (store)->name, ==, "alex");
}

static void
test_modes (void)
{
  const struct
  {
    gint64 signed_in;
    gint64 proposer;
    gboolean second_disabled;
    MusterApprovalMode mode;
    guint n_others;
  } cases[] = {
    { 1, 3, FALSE, MUSTER_APPROVAL_OWN, 1 },
    { 1, 1, FALSE, MUSTER_APPROVAL_SECOND, 1 },
    { 3, 3, FALSE, MUSTER_APPROVAL_SECOND, 2 },
    { 1, 1, TRUE, MUSTER_APPROVAL_EMERGENCY, 0 },
    { 3, 1, TRUE, MUSTER_APPROVAL_NONE, 0 },
  };
  /* Two administrators and a supervisor. */
  MusterAccount accounts[] = { { .id = 1, .role = MUSTER_ROLE_ADMINISTRATOR }, { .id = 2, .role = MUSTER_ROLE_ADMINISTRATOR }, { .id = 3, .role = MUSTER_ROLE_SUPERVISOR } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      g_autoptr (GPtrArray) others = g_ptr_array_new ();
      g_autoptr (MusterDecision) decision = muster_decision_new ();

      accounts[1].disabled = cases[i].second_disabled;
      for (guint k = 0; k < G_N_ELEMENTS (accounts); k++)
        g_ptr_array_add (all, &accounts[k]);
      decision->proposer = cases[i].proposer;
      g_assert_cmpint (muster_approval_dialog_find_mode (&accounts[cases[i].signed_in - 1], decision, all, others), ==, cases[i].mode);
      g_assert_cmpuint (others->len, ==, cases[i].n_others);
    }
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  g_test_add_func ("/gui/approval-dialog/modes", test_modes);
  case_fixture_add ("/gui/approval-dialog/own", test_own);
  case_fixture_add ("/gui/approval-dialog/second-person", test_second_person);
  return g_test_run ();
}
