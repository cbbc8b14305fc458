/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-certification-dialog.h"
#include "operations/muster-evidence-operations.h"

static void
test_suspends (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_SUSPEND);

  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Certified → Suspended"));
  g_assert_null (adw_dialog_get_default_widget (dialog));
  case_fixture_submit_badly (fixture, dialog, "Suspend", "eason");
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "Recertification is missing.");
  case_fixture_submit (fixture, dialog, "Suspend");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_SUSPENDED_ADMINISTRATIVE);
}

/* Before it is done: nobody else of the agency is a navigator. */
static void
test_warns (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_INACTIVATE);

  case_fixture_present (fixture, dialog);
  case_fixture_wait_shows (GTK_WIDGET (dialog), "Nobody at “Riverside Test Navigators” may assist as a navigator any more");
  case_fixture_wait_in_sight (fixture, dialog, "may assist as a navigator any more");
  case_fixture_submit (fixture, dialog, "Make Inactive");
}

/* The marketplace’s confirmation implies the stages in between. */
static void
test_certifies_an_applicant (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_CERTIFY);

  case_fixture_present (fixture, dialog);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "New → Certified"));
  case_fixture_submit (fixture, dialog, "Certify");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_NAVIGATOR, NULL), ==, MUSTER_STATE_CERTIFIED);
}

/* Another role is no way around a revocation: it is asked about in place. */
static void
test_revoked_elsewhere (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *despite;
  AdwDialog *dialog;

  revoke_person (&fixture->operations, person);
  dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, MUSTER_ASSISTER_SUPPORT_STAFF, MUSTER_VERB_ENROL);
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "The marketplace asked for it");
  case_fixture_submit_badly (fixture, dialog, muster_certification_verb_get_title (MUSTER_VERB_ENROL), "no way around a decision");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Despite the revocation in another role"));
  harness_shoot (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), "certification-dialog-despite");
  despite = case_fixture_find_row (GTK_WIDGET (dialog), "Despite the revocation in another role");
  adw_switch_row_set_active (ADW_SWITCH_ROW (despite), TRUE);
  case_fixture_submit (fixture, dialog, muster_certification_verb_get_title (MUSTER_VERB_ENROL));
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_SUPPORT_STAFF, NULL), ==, MUSTER_STATE_APPLICANT);
}

/* What is open is asked about in place. */
static void
test_open_items (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  AdwDialog *dialog;

  evidence->assister_id = person;
  evidence->requirement = g_strdup ("licence");
  evidence->outcome = g_strdup ("lapsed");
  set_day (&evidence->on, "2026-03-09");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_evidence, &(MusterEvidenceRequest) { .evidence = evidence }, NULL);
  take_step (&fixture->operations, person, MUSTER_ASSISTER_BROKER, MUSTER_VERB_SUSPEND, NULL);
  dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, MUSTER_ASSISTER_BROKER, MUSTER_VERB_REINSTATE);
  case_fixture_present (fixture, dialog);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Why all the same, although something is open"));
  case_fixture_write (GTK_WIDGET (dialog), "Reason or evidence", "A letter of the marketplace");
  case_fixture_submit_badly (fixture, dialog, "Reinstate", "A suspension is lifted once all of that is done");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Why all the same, although something is open"));
  harness_shoot (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (dialog))), "certification-dialog-open-items");
  case_fixture_write (GTK_WIDGET (dialog), "Why all the same, although something is open", "The marketplace insists");
  case_fixture_submit (fixture, dialog, "Reinstate");
  g_assert_cmpint (get_state (&fixture->operations, person, MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_CERTIFIED);
}

static void
test_impossible (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwDialog *dialog = muster_certification_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), person, MUSTER_ASSISTER_NAVIGATOR, MUSTER_VERB_REINSTATE);
  AdwBanner *banner;

  case_fixture_present (fixture, dialog);
  banner = ADW_BANNER (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  g_assert_true (adw_banner_get_revealed (banner));
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/certification-dialog/suspends", test_suspends);
  case_fixture_add ("/gui/certification-dialog/warns", test_warns);
  case_fixture_add ("/gui/certification-dialog/certifies-an-applicant", test_certifies_an_applicant);
  case_fixture_add ("/gui/certification-dialog/revoked-elsewhere", test_revoked_elsewhere);
  case_fixture_add ("/gui/certification-dialog/open-items", test_open_items);
  case_fixture_add ("/gui/certification-dialog/impossible", test_impossible);
  return g_test_run ();
}
