/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-bundle-dialog.h"

#include <glib/gstdio.h>

#include "case-fixture.h"
#include "gui/muster-action-page.h"
#include "gui/muster-decision-page.h"

static AdwDialog *
show (CaseFixture *fixture, FixtureAccount account)
{
  AdwDialog *dialog;
  gint64 person = add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);

  case_fixture_open_action (fixture, person, 2);
  dialog = muster_bundle_dialog_new (operations_fixture_open (&fixture->operations, account), "CA-2026-0001");
  case_fixture_present (fixture, dialog);
  return dialog;
}

static char *
dup_path (CaseFixture *fixture, const char *name)
{
  return g_build_filename (fixture->operations.folder, name, NULL);
}

static void
save_to (AdwDialog *dialog, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  muster_bundle_dialog_save_to (MUSTER_BUNDLE_DIALOG (dialog), file);
}

static void
choose (AdwDialog *dialog, guint form)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (harness_find (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW)), form);
  harness_settle ();
}

static void
wait_for_file (AdwDialog *dialog, const char *path, const char *begin)
{
  g_autofree char *text = NULL;
  GStatBuf status;
  gsize size;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  case_fixture_wait_gone (&dialog);
  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_true (g_str_has_prefix (text, begin));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* The redacted form first; the whole one with the files, and without who complained; a reason is asked for. */
static void
test_whole (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "case.zip");
  AdwDialog *dialog = show (fixture, FIXTURE_SAM);
  gint64 entries = count_entries (&fixture->operations);

  harness_wait_shows (GTK_WIDGET (dialog), "One document without who complained");
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Say Who Complained"));
  choose (dialog, 2);
  harness_wait_shows (GTK_WIDGET (dialog), "Everything that belongs to the case, with the letters");
  harness_wait_shows (GTK_WIDGET (dialog), "Say Who Complained");
  g_assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (harness_find (GTK_WIDGET (dialog), ADW_TYPE_SWITCH_ROW))));
  g_assert_false (harness_shows (GTK_WIDGET (dialog), "Names to withhold"));
  harness_shoot (GTK_WINDOW (fixture->window), "bundle-whole");
  save_to (dialog, path);
  harness_wait_shows (GTK_WIDGET (dialog), "Say what the export is for");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count_entries (&fixture->operations), ==, entries);
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The hearing in May");
  save_to (dialog, path);
  wait_for_file (dialog, path, "PK");
  g_assert_nonnull (strstr (fixture->asked->str, "announce Hearing bundle saved: "));
  g_assert_cmpint (count_entries (&fixture->operations), ==, entries + 1);
}

/* The redacted form takes names; a bad one is said at its field. */
static void
test_redacted (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "case.pdf");
  AdwDialog *dialog = show (fixture, FIXTURE_JO);

  harness_wait_shows (GTK_WIDGET (dialog), "Muster does not know the names of clients");
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "For the other side");
  case_fixture_write (GTK_WIDGET (dialog), "Names to withhold, separated by commas", "Marlowe, X");
  save_to (dialog, path);
  harness_wait_shows (GTK_WIDGET (dialog), "“X” cannot be withheld");
  harness_shoot (GTK_WINDOW (fixture->window), "bundle-redacted");
  case_fixture_write (GTK_WIDGET (dialog), "Names to withhold, separated by commas", "Marlowe, Xeng Yang");
  save_to (dialog, path);
  wait_for_file (dialog, path, "%PDF");
  g_assert_nonnull (strstr (fixture->asked->str, "“Marlowe” stands nowhere in the case"));
}

/* A place that cannot be written to: the form stays as it is, with what was entered. */
static void
test_unwritable (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "missing/case.pdf");
  AdwDialog *dialog = show (fixture, FIXTURE_ALEX);

  choose (dialog, 3);
  harness_wait_shows (GTK_WIDGET (dialog), "Everything that belongs");
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The hearing in May");
  save_to (dialog, path);
  harness_wait_shows (GTK_WIDGET (dialog), "cannot be written");
  g_assert_true (gtk_widget_is_sensitive (case_fixture_find_row (GTK_WIDGET (dialog), "What it is for")));
  case_fixture_close (dialog);
}

/* Offered on the page of a decision and of a corrective action, to those who may. */
static void
test_button (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 action = case_fixture_open_action (fixture, person, 2), decision = case_fixture_propose (fixture, FIXTURE_SAM, person);

  for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
    for (guint i = 0; i < 2; i++)
      {
        MusterStore *store = operations_fixture_open (&fixture->operations, account);
        AdwNavigationPage *page = i == 0 ? muster_action_page_new (store, action) : muster_decision_page_new (store, decision);

        case_fixture_show (fixture, page);
        harness_settle ();
        g_assert_cmpint (case_fixture_offers (GTK_WIDGET (page), "Hearing Bundle…"), ==, account != FIXTURE_KIM);
      }
}

/* The button opens the dialog of that case. */
static void
test_press (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR);
  AdwNavigationPage *page = muster_action_page_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), case_fixture_open_action (fixture, person, 2));
  AdwDialog *dialog;

  case_fixture_show (fixture, page);
  harness_settle ();
  case_fixture_press (GTK_WIDGET (page), "Hearing Bundle…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (MUSTER_IS_BUNDLE_DIALOG (dialog));
  harness_wait_shows (GTK_WIDGET (dialog), "What it is for");
  case_fixture_close (dialog);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/bundle-dialog/whole", test_whole);
  case_fixture_add ("/gui/bundle-dialog/redacted", test_redacted);
  case_fixture_add ("/gui/bundle-dialog/unwritable", test_unwritable);
  case_fixture_add ("/gui/bundle-dialog/button", test_button);
  case_fixture_add ("/gui/bundle-dialog/press", test_press);
  return g_test_run ();
}
