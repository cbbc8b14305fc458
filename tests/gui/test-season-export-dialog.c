/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "domain/muster-rule-packs.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-season-export-dialog.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"

#define BROKER MUSTER_ASSISTER_BROKER

static void
make_season (CaseFixture *fixture)
{
  MusterAdoptRequest request = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The rules of the coming year" };
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest recorded = { .evidence = evidence };
  GDate today;

  evidence->assister_id = add_certified (&fixture->operations, "Moua", 1, BROKER);
  evidence->requirement = g_strdup ("licence");
  evidence->source = g_strdup ("A look-up");
  set_day (&evidence->on, "2026-03-01");
  set_day (&evidence->expires, "2026-11-30");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_evidence, &recorded, NULL);
  set_day (&request.from, "2026-08-01");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
  operations_fixture_set_day ("2026-09-01");
  set_day (&today, "2026-09-01");
  muster_gui_text_set_today_for_tests (&today);
}

static AdwDialog *
show (CaseFixture *fixture, FixtureAccount account, MusterSeasonExportKind kind)
{
  AdwDialog *dialog = muster_season_export_dialog_new (operations_fixture_open (&fixture->operations, account), kind);

  case_fixture_present (fixture, dialog);
  return dialog;
}

static char *
dup_path (CaseFixture *fixture)
{
  return g_build_filename (fixture->operations.folder, "out", NULL);
}

static void
export_to (CaseFixture *fixture, AdwDialog *dialog)
{
  g_autofree char *path = dup_path (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  muster_season_export_dialog_export_to (MUSTER_SEASON_EXPORT_DIALOG (dialog), file);
}

/* Waits until the dialog is done and gone. Returns: what was written. */
static char *
wait_for_file (CaseFixture *fixture, AdwDialog *dialog)
{
  g_autofree char *path = dup_path (fixture);
  char *text = NULL;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  case_fixture_wait_gone (&dialog);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The days alone are asked for no reason, and name nobody. */
static void
test_calendar (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  make_season (fixture);
  dialog = show (fixture, FIXTURE_JO, MUSTER_SEASON_EXPORT_CALENDAR);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "With Names"));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "What it is for"));
  harness_shoot (GTK_WINDOW (fixture->window), "season-calendar");
  export_to (fixture, dialog);
  text = wait_for_file (fixture, dialog);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261015\r\n"));
  g_assert_nonnull (strstr (text, "1 license ends\r\n"));
  g_assert_null (strstr (text, "Moua"));
  g_assert_nonnull (strstr (fixture->asked->str, "announce Calendar saved"));
}

/* With names it is an export, for a reason. */
static void
test_names (CaseFixture *fixture, gconstpointer data)
{
  gint64 entries;
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  make_season (fixture);
  dialog = show (fixture, FIXTURE_SAM, MUSTER_SEASON_EXPORT_CALENDAR);
  entries = count_entries (&fixture->operations);
  g_assert_false (gtk_widget_is_sensitive (case_fixture_find_row (GTK_WIDGET (dialog), "What it is for")));
  adw_switch_row_set_active (ADW_SWITCH_ROW (harness_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW)), TRUE);
  harness_settle ();
  g_assert_true (gtk_widget_is_sensitive (case_fixture_find_row (GTK_WIDGET (dialog), "What it is for")));
  harness_shoot (GTK_WINDOW (fixture->window), "season-calendar-names");
  export_to (fixture, dialog);
  harness_wait_shows (GTK_WIDGET (dialog), "Say what the export is for");
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The calendar on the wall");
  export_to (fixture, dialog);
  text = wait_for_file (fixture, dialog);
  g_assert_nonnull (strstr (text, "License of Ana Moua ends\r\n"));
  g_assert_cmpint (count_entries (&fixture->operations), ==, entries + 1);
}

static void
test_letters (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;
  g_autofree char *text = NULL;

  make_season (fixture);
  dialog = show (fixture, FIXTURE_SAM, MUSTER_SEASON_EXPORT_LETTERS);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "With Names"));
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "Reminders");
  harness_shoot (GTK_WINDOW (fixture->window), "season-letters");
  export_to (fixture, dialog);
  text = wait_for_file (fixture, dialog);
  g_assert_nonnull (strstr (text, "person1@example.org"));
  g_assert_nonnull (strstr (text, "2026-10-15"));
}

/* What cannot be written is said, and the form stays. */
static void
test_failure (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->operations.folder, "missing", "out.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwDialog *dialog;

  make_season (fixture);
  dialog = show (fixture, FIXTURE_JO, MUSTER_SEASON_EXPORT_CALENDAR);
  muster_season_export_dialog_export_to (MUSTER_SEASON_EXPORT_DIALOG (dialog), file);
  harness_wait_shows (GTK_WIDGET (dialog), "cannot be written");
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/season-export-dialog/calendar", test_calendar);
  case_fixture_add ("/gui/season-export-dialog/names", test_names);
  case_fixture_add ("/gui/season-export-dialog/letters", test_letters);
  case_fixture_add ("/gui/season-export-dialog/failure", test_failure);
  return g_test_run ();
}
