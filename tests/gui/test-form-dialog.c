/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-reason-dialog.h"

static void
test_closes_unchanged (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 action = case_fixture_open_action (fixture, person, 2);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REASON_PURPOSE_CAUSE, action, "No check");

  case_fixture_present (fixture, dialog);
  g_assert_false (muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog)));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  adw_dialog_close (dialog);
  case_fixture_wait_gone (&dialog);
}

static void
test_asks_before_it_loses (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 action = case_fixture_open_action (fixture, person, 2);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REASON_PURPOSE_CAUSE, action, NULL);

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Cause", "Nobody looks at the list");
  g_assert_true (muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog)));
  adw_dialog_close (dialog);
  case_fixture_wait_shows (fixture->window, "Discard What You Entered?");
  case_fixture_press (fixture->window, "Keep Editing");
  harness_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));

  adw_dialog_close (dialog);
  case_fixture_wait_shows (fixture->window, "Discard What You Entered?");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  case_fixture_press (fixture->window, "Discard");
  case_fixture_wait_gone (&dialog);
}

static void
test_destructive_is_never_default (CaseFixture *fixture, gconstpointer data)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_SAM);
  gint64 action = case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  AdwDialog *voids = muster_reason_dialog_new (store, MUSTER_REASON_PURPOSE_VOID, action, NULL);
  AdwDialog *saves = muster_reason_dialog_new (store, MUSTER_REASON_PURPOSE_CAUSE, action, NULL);

  g_assert_null (adw_dialog_get_default_widget (voids));
  g_assert_true (gtk_widget_has_css_class (adw_dialog_get_default_widget (saves), "suggested-action"));
  g_object_ref_sink (voids);
  g_object_ref_sink (saves);
  g_assert_finalize_object (voids);
  g_assert_finalize_object (saves);
}

static gboolean
has_banner (gpointer dialog)
{
  return harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER) != NULL;
}

static gboolean
has_no_banner (gpointer dialog)
{
  return !has_banner (dialog);
}

static void
test_says_why_not (CaseFixture *fixture, gconstpointer data)
{
  gint64 action = case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), MUSTER_REASON_PURPOSE_CAUSE, action, NULL);

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "Cause", "Nobody looks at the list");
  /* What is not shown is not there for a screen reader either. */
  g_assert_null (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  case_fixture_submit_badly (fixture, dialog, "Save", "record a corrective action");
  g_assert_nonnull (harness_find (GTK_WIDGET (dialog), ADW_TYPE_BANNER));
  g_assert_true (muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog)));
  case_fixture_close (dialog);
}

/* What it complains of may be right by now. */
static void
test_a_complaint_goes_with_its_cause (CaseFixture *fixture, gconstpointer data)
{
  gint64 action = case_fixture_open_action (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  AdwDialog *dialog = muster_reason_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REASON_PURPOSE_CAUSE, action, NULL);

  case_fixture_present (fixture, dialog);
  case_fixture_press (GTK_WIDGET (dialog), "Save");
  harness_wait (has_banner, dialog, "the complaint");
  case_fixture_write (GTK_WIDGET (dialog), "Cause", "Nobody looks at the list");
  harness_wait (has_no_banner, dialog, "the complaint to go");
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/form-dialog/closes-unchanged", test_closes_unchanged);
  case_fixture_add ("/gui/form-dialog/asks-before-it-loses", test_asks_before_it_loses);
  case_fixture_add ("/gui/form-dialog/destructive-is-never-default", test_destructive_is_never_default);
  case_fixture_add ("/gui/form-dialog/says-why-not", test_says_why_not);
  case_fixture_add ("/gui/form-dialog/a-complaint-goes-with-its-cause", test_a_complaint_goes_with_its_cause);
  return g_test_run ();
}
