/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "case-fixture.h"
#include "domain/muster-export.h"
#include "gui/muster-export-dialog.h"

#define PASSPHRASE "walnut ferry compass quilt"

static AdwDialog *
show (CaseFixture *fixture, const MusterRosterFilter *filter, int width)
{
  AdwDialog *dialog;

  add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  add_person (&fixture->operations, "Moua", 2, MUSTER_ASSISTER_BROKER);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 900);
  dialog = muster_export_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), filter, 1, 2);
  case_fixture_present (fixture, dialog);
  return dialog;
}

static char *
dup_path (CaseFixture *fixture, const char *name)
{
  return g_build_filename (fixture->operations.folder, name, NULL);
}

static void
export_to (CaseFixture *fixture, AdwDialog *dialog, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  muster_export_dialog_export_to (MUSTER_EXPORT_DIALOG (dialog), file);
}

static void
fill_in (AdwDialog *dialog, const char *format)
{
  case_fixture_tick (GTK_WIDGET (dialog), format, TRUE);
  case_fixture_write (GTK_WIDGET (dialog), "What It Is For", "For the yearly report");
}

static void
type_passphrase (AdwDialog *dialog, const char *passphrase, const char *again)
{
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Passphrase")), passphrase);
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Passphrase Again")), again);
}

static char *
dup_content (CaseFixture *fixture, const char *name, gsize *length)
{
  g_autofree char *path = dup_path (fixture, name);
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}

/* Neither the file nor what would become of it. */
static void
assert_nothing_written (CaseFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->operations.folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_null (strstr (name, "out"));
}

static gboolean
shows_an_error (gpointer window)
{
  return ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (window));
}

static void
dismiss_error (CaseFixture *fixture, const char *part)
{
  AdwAlertDialog *alert;

  harness_wait_for (shows_an_error, fixture->window);
  alert = ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_test_message ("it says: %s", adw_alert_dialog_get_body (alert));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (alert), part));
  harness_shoot (GTK_WINDOW (fixture->window), "export-failed");
  adw_dialog_force_close (ADW_DIALOG (alert));
  harness_settle ();
}

static void
test_encrypted_first (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 800);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (case_fixture_offers (GTK_WIDGET (dialog), "Export…"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "2 people"));
  fill_in (dialog, "Encrypted ZIP File");
  type_passphrase (dialog, PASSPHRASE, "walnut");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Strong."));
  harness_shoot (GTK_WINDOW (fixture->window), "export-form");
  export_to (fixture, dialog, "out.zip");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "The two passphrases differ."));
  assert_nothing_written (fixture);
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE);
  export_to (fixture, dialog, "out.zip");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "2 People Exported");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Tell the passphrase by another way than the file."));
  harness_shoot (GTK_WINDOW (fixture->window), "export-done");
  content = dup_content (fixture, "out.zip", &length);
  g_assert_true (g_str_has_prefix (content, "PK"));
  g_assert_null (g_strstr_len (content, length, "Lindqvist"));
  /* It is forgotten as soon as it has served. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Passphrase"))), ==, "");
  case_fixture_press (GTK_WIDGET (dialog), "Close");
  harness_settle ();
}

static void
test_passphrase_hints (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 800);

  type_passphrase (dialog, "short", "");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Too short"));
  type_passphrase (dialog, "aaaaaaaaaaaaa", "");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Weak"));
  case_fixture_tick (GTK_WIDGET (dialog), "CSV Text File", TRUE);
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Weak"));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Not protected: whoever gets the file can read it."));
  case_fixture_close (dialog);
}

/* What is sensitive stays unless somebody ticks it. */
static void
test_columns (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = NULL;
  AdwDialog *dialog = show (fixture, NULL, 800);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  person = load_person (&fixture->operations, 1);
  fill_in (dialog, "CSV Text File");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "3 of 6 columns"));
  export_to (fixture, dialog, "out");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "2 People Exported");
  /* The ending of its kind is added. */
  first = dup_content (fixture, "out.csv", NULL);
  g_assert_nonnull (strstr (first, "Lindqvist"));
  g_assert_null (strstr (first, person->assister_id));
  g_assert_null (strstr (first, "Training ID"));
  case_fixture_close (dialog);

  dialog = muster_export_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), NULL, 2, 2);
  case_fixture_present (fixture, dialog);
  fill_in (dialog, "CSV Text File");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Assister ID"))), ==, "Opens the marketplace’s systems, like a password");
  case_fixture_tick (GTK_WIDGET (dialog), "Assister ID", TRUE);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "4 of 6 columns"));
  export_to (fixture, dialog, "out-all.csv");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "2 People Exported");
  second = dup_content (fixture, "out-all.csv", NULL);
  g_assert_nonnull (strstr (second, person->assister_id));
  case_fixture_close (dialog);
}

static void
test_whom (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *search = g_strdup ("lind");
  const MusterRosterFilter filter = { .search = search, .may_assist = -1 };
  AdwDialog *dialog = show (fixture, &filter, 800);
  g_autofree char *content = NULL;

  /* What was typed may change meanwhile. */
  memset (search, 'x', strlen (search));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Those Whom the Roster Shows Now"));
  fill_in (dialog, "CSV Text File");
  export_to (fixture, dialog, "out.csv");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "1 Person Exported");
  content = dup_content (fixture, "out.csv", NULL);
  g_assert_nonnull (strstr (content, "Lindqvist"));
  g_assert_null (strstr (content, "Moua"));
  case_fixture_close (dialog);
}

static void
test_asks_for_the_reason (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 800);
  gint64 before = count_entries (&fixture->operations);

  case_fixture_tick (GTK_WIDGET (dialog), "Excel Workbook", TRUE);
  export_to (fixture, dialog, "out.xlsx");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Say what the export is for"));
  case_fixture_write (GTK_WIDGET (dialog), "What It Is For", "For 078-05-1120");
  export_to (fixture, dialog, "out.xlsx");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "social security number"));
  assert_nothing_written (fixture);
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
  case_fixture_write (GTK_WIDGET (dialog), "What It Is For", "For the yearly report");
  export_to (fixture, dialog, "out.xlsx");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "2 People Exported");
  g_assert_cmpint (count_entries (&fixture->operations), ==, before + 1);
  case_fixture_close (dialog);
}

static void
test_no_column (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 800);

  fill_in (dialog, "CSV Text File");
  for (guint column = 0; column < MUSTER_N_EXPORT_COLUMNS; column++)
    case_fixture_tick (GTK_WIDGET (dialog), muster_export_column_get_label (column), FALSE);
  export_to (fixture, dialog, "out.csv");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "No column is chosen."));
  assert_nothing_written (fixture);
  case_fixture_close (dialog);
}

/* Nothing half written stays, and the form is as it was, to try elsewhere. */
static void
test_cannot_be_written (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 360);
  gint64 before = count_entries (&fixture->operations);

  fill_in (dialog, "Encrypted ZIP File");
  type_passphrase (dialog, PASSPHRASE, PASSPHRASE);
  export_to (fixture, dialog, "no such folder/out.zip");
  dismiss_error (fixture, "no such folder/out.zip” cannot be written");
  assert_nothing_written (fixture);
  g_assert_cmpint (count_entries (&fixture->operations), ==, before);
  g_assert_true (case_fixture_offers (GTK_WIDGET (dialog), "Export…"));
  export_to (fixture, dialog, "out.zip");
  case_fixture_wait_shows (GTK_WIDGET (dialog), "2 People Exported");
  harness_shoot (GTK_WINDOW (fixture->window), "export-done-narrow");
  case_fixture_close (dialog);
}

static void
test_leaves_what_is_there (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = show (fixture, NULL, 800);
  g_autofree char *path = dup_path (fixture, "there.csv");
  g_autofree char *folder = dup_path (fixture, "folder.csv");
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
  fill_in (dialog, "CSV Text File");
  /* Nobody was asked about that name. */
  export_to (fixture, dialog, "there");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "is there already"));
  content = dup_content (fixture, "there.csv", NULL);
  g_assert_cmpstr (content, ==, "mine");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  export_to (fixture, dialog, "folder.csv");
  dismiss_error (fixture, "folder.csv” cannot be written");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  assert_nothing_written (fixture);
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/export-dialog/encrypted-first", test_encrypted_first);
  case_fixture_add ("/gui/export-dialog/passphrase-hints", test_passphrase_hints);
  case_fixture_add ("/gui/export-dialog/columns", test_columns);
  case_fixture_add ("/gui/export-dialog/whom", test_whom);
  case_fixture_add ("/gui/export-dialog/asks-for-the-reason", test_asks_for_the_reason);
  case_fixture_add ("/gui/export-dialog/no-column", test_no_column);
  case_fixture_add ("/gui/export-dialog/cannot-be-written", test_cannot_be_written);
  case_fixture_add ("/gui/export-dialog/leaves-what-is-there", test_leaves_what_is_there);
  return g_test_run ();
}
