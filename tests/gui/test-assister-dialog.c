/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-dialog.h"
#include "operations/muster-decision-operations.h"

static void
type_into (AdwDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), title)), text);
}

static void
keep_id_cb (MusterAssisterDialog *dialog, gint64 *id)
{
  *id = muster_assister_dialog_get_assister_id (dialog);
}

static gboolean
has_no_warning (gpointer dialog)
{
  return !harness_shows (dialog, "What It Leaves Uncovered");
}

static void
test_adds (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = muster_assister_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), 0);
  g_autoptr (MusterAssister) person = NULL;
  gint64 id = 0;

  case_fixture_present (fixture, dialog);
  g_signal_connect (dialog, "done", G_CALLBACK (keep_id_cb), &id);
  type_into (dialog, "Given name", "  Ana ");
  type_into (dialog, "Family name", "Lindqvist");
  type_into (dialog, "NPN", "0123");
  case_fixture_tick (GTK_WIDGET (dialog), muster_assister_type_get_label (MUSTER_ASSISTER_BROKER), TRUE);
  case_fixture_submit_badly (fixture, dialog, "Add", "0123");
  type_into (dialog, "NPN", "10234567");
  case_fixture_submit (fixture, dialog, "Add");
  g_assert_cmpint (id, !=, 0);
  person = load_person (&fixture->operations, id);
  g_assert_cmpstr (person->given_name, ==, "Ana");
  g_assert_cmpint (get_state (&fixture->operations, id, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
}

static void
test_edits (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_assister_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), id);
  g_autoptr (MusterAssister) before = load_person (&fixture->operations, id);
  g_autoptr (MusterAssister) after = NULL;

  case_fixture_present (fixture, dialog);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Roles"));
  type_into (dialog, "County", "Otter Tail");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Language of letters")), 2);
  case_fixture_submit (fixture, dialog, "Save");
  after = load_person (&fixture->operations, id);
  g_assert_cmpstr (after->county, ==, "Otter Tail");
  g_assert_cmpstr (after->letter_language, ==, "es");
  g_assert_cmpstr (after->assister_id, ==, before->assister_id);
  g_assert_cmpstr (after->email, ==, before->email);
}

/* What the agency that the person was with would be left without is told before it is saved, and no more once it is the same again. */
static void
test_agency (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_assister_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), id);
  GtkEditable *agency;
  g_autofree char *former = NULL;

  case_fixture_present (fixture, dialog);
  agency = GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Agency"));
  former = g_strdup (gtk_editable_get_text (agency));
  g_assert_cmpstr (former, !=, "");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "What It Leaves Uncovered"));
  gtk_editable_set_text (agency, "Another Agency");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "may assist as a navigator any more");
  harness_shoot (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), "assister-dialog-agency");
  gtk_editable_set_text (agency, former);
  harness_wait_for (has_no_warning, dialog);
  case_fixture_close (dialog);
}

/* Somebody of the name of a revoked person is asked about, where the form is. */
static void
test_namesake (CaseFixture *fixture, gconstpointer data)
{
  gint64 revoked = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), id = 0;
  g_autoptr (MusterAssister) known = load_person (&fixture->operations, revoked);
  MusterProposal proposal = { .assister_id = revoked, .clauses = (const char *[]) { "ROB-05", NULL }, .reason = "Client data was sold" };
  MusterDecisionAnswer answer = { 0 };
  AdwDialog *dialog;

  run_well (&fixture->operations, FIXTURE_SAM, &muster_propose_revocation, &proposal, &answer.decision_id);
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  dialog = muster_assister_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), 0);
  case_fixture_present (fixture, dialog);
  g_signal_connect (dialog, "done", G_CALLBACK (keep_id_cb), &id);
  type_into (dialog, "Given name", known->given_name);
  type_into (dialog, "Family name", known->family_name);
  type_into (dialog, "E-mail", "another@example.org");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Another person of the same name"));
  case_fixture_submit_badly (fixture, dialog, "Add", "Revoked");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Another person of the same name"));
  harness_shoot (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), "assister-dialog-namesake");
  adw_switch_row_set_active (ADW_SWITCH_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Another person of the same name")), TRUE);
  case_fixture_submit (fixture, dialog, "Add");
  g_assert_cmpint (id, !=, 0);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/assister-dialog/adds", test_adds);
  case_fixture_add ("/gui/assister-dialog/edits", test_edits);
  case_fixture_add ("/gui/assister-dialog/agency", test_agency);
  case_fixture_add ("/gui/assister-dialog/namesake", test_namesake);
  return g_test_run ();
}
