/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include <glib/gstdio.h>

#include "case-fixture.h"
#include "gui/muster-bundle-dialog.h"
#include "gui/muster-decision-page.h"
#include "gui/muster-printer.h"
#include "gui/muster-report-dialog.h"
#include "gui/muster-report-page.h"
#include "operations/muster-decision-operations.h"
#include "operations/muster-letter-operations.h"
#include "store/muster-journal-query.h"

/* A stand-in for the desktop: what it answers, and what reached the paper. */
static GError *choice_error, *printer_error;
static GBytes *printed;
static guint n_asked;

static void
choose (GtkPrintDialog *dialog, GtkWindow *parent, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (dialog, cancellable, callback, user_data);

  n_asked++;
  g_assert_true (parent == NULL || GTK_IS_WINDOW (parent));
  g_assert_cmpuint (strlen (gtk_print_dialog_get_title (dialog)), >, 0);
  if (choice_error != NULL)
    g_task_return_error (task, g_error_copy (choice_error));
  else
    g_task_return_pointer (task, NULL, NULL);
}

static GtkPrintSetup *
choose_finish (GtkPrintDialog *dialog, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
print (GtkPrintDialog *dialog, GtkWindow *parent, GtkPrintSetup *setup, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (dialog, cancellable, callback, user_data);

  if (printer_error != NULL)
    {
      g_task_return_error (task, g_error_copy (printer_error));
      return;
    }
  g_clear_pointer (&printed, g_bytes_unref);
  printed = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_nonnull (printed);
  g_task_return_boolean (task, TRUE);
}

static gboolean
print_finish (GtkPrintDialog *dialog, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static const MusterPrinterCalls stand_in = { choose, choose_finish, print, print_finish };

static void
set_desktop (GError *choice, GError *printer)
{
  g_clear_error (&choice_error);
  g_clear_error (&printer_error);
  g_clear_pointer (&printed, g_bytes_unref);
  choice_error = choice;
  printer_error = printer;
  n_asked = 0;
  muster_printer_set_calls_for_tests (&stand_in);
}

static GError *
dismissed (void)
{
  return g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED, "Dismissed by user");
}

static guint
count_noted (CaseFixture *fixture, const char *operation)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  const MusterJournalFilter filter = { .operation = operation };
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, NULL);

  muster_store_read_done (store, database);
  return entries->len;
}

/* No file of ours is left behind where others look. */
static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (g_get_user_runtime_dir (), 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_prefix (name, "muster-document-");
  return n;
}

static gboolean
was_printed (gpointer data)
{
  return printed != NULL;
}

static GtkWidget *
draw (CaseFixture *fixture, MusterLetterDrawn *drawn)
{
  MusterDecisionAnswer answer = { .decision_id = case_fixture_propose (fixture, FIXTURE_SAM, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR)) };
  MusterLetterRequest request = { .kind = muster_letter_kind_find ("revocation", NULL) };
  AdwNavigationPage *page;

  run_well (&fixture->operations, FIXTURE_ALEX, &muster_approve_decision, &answer, NULL);
  request.about_id = answer.decision_id;
  run_well (&fixture->operations, FIXTURE_ALEX, muster_letter_operation (request.kind), &request, drawn);
  page = muster_decision_page_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), answer.decision_id);
  case_fixture_show (fixture, page);
  case_fixture_wait_shows (GTK_WIDGET (page), "LT-2026-0001");
  return GTK_WIDGET (page);
}

/* Exactly the letter that is kept comes on paper, and the journal says so. */
static void
test_letter (CaseFixture *fixture, gconstpointer data)
{
  g_auto (MusterLetterDrawn) drawn = { 0 };
  GtkWidget *page = draw (fixture, &drawn);

  set_desktop (NULL, NULL);
  harness_shoot (GTK_WINDOW (fixture->window), "letter-print");
  gtk_widget_activate_action (page, "page.print", NULL);
  harness_wait_for (was_printed, NULL);
  g_assert_true (g_bytes_equal (printed, drawn.content));
  harness_settle ();
  g_assert_nonnull (strstr (fixture->asked->str, "announce Sent to the printer"));
  g_assert_cmpuint (count_noted (fixture, "print-letter"), ==, 1);
  g_assert_cmpuint (count_noted (fixture, "open-letter"), ==, 0);
}

/* Whoever closes the dialog has printed nothing, and nothing is written down. */
static void
test_dismissed (CaseFixture *fixture, gconstpointer data)
{
  g_auto (MusterLetterDrawn) drawn = { 0 };
  GtkWidget *page = draw (fixture, &drawn);

  set_desktop (dismissed (), NULL);
  gtk_widget_activate_action (page, "page.print", NULL);
  harness_settle ();
  g_assert_cmpuint (n_asked, ==, 1);
  g_assert_null (printed);
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_cmpuint (count_noted (fixture, "print-letter"), ==, 0);
  g_assert_cmpuint (count_files (), ==, 0);
}

static AdwDialog *
get_message (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window));
}

static gboolean
has_message (gpointer window)
{
  return get_message (window) != NULL;
}

static void
test_no_printer (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text; /* %NULL: at the printer, not before it */
    const char *part;
    guint entries;
  } cases[] = {
    { "The name org.freedesktop.portal.Desktop was not provided by any .service files", "nothing left the register", 0 },
    { NULL, "Nothing is lost", 1 },
  };
  g_auto (MusterLetterDrawn) drawn = { 0 };
  g_auto (MusterOpenedDocument) opened = { 0 };
  GtkWidget *page = draw (fixture, &drawn);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_desktop (cases[i].text != NULL ? g_error_new_literal (G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, cases[i].text) : NULL,
                   g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED, "No printer selected"));
      gtk_widget_activate_action (page, "page.print", NULL);
      harness_wait_for (has_message, fixture->window);
      harness_wait_shows (GTK_WIDGET (get_message (fixture->window)), cases[i].part);
      g_assert_true (harness_shows (GTK_WIDGET (get_message (fixture->window)), cases[i].text != NULL ? "nothing that prints" : "No printer selected"));
      harness_shoot (GTK_WINDOW (fixture->window), cases[i].text != NULL ? "print-no-desktop" : "print-no-printer");
      adw_dialog_force_close (get_message (fixture->window));
      harness_settle ();
      g_assert_null (printed);
      g_assert_cmpuint (count_noted (fixture, "print-letter"), ==, cases[i].entries);
    }
  run_well (&fixture->operations, FIXTURE_KIM, &muster_open_letter, &drawn.id, &opened);
  g_assert_true (g_bytes_equal (opened.content, drawn.content));
}

static gboolean
is_ready (gpointer page)
{
  return muster_report_page_is_ready (page);
}

/* A report is drawn for the paper, and no file of it stays. */
static void
test_report (CaseFixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page = muster_report_page_new (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REPORT_ACTIONS);
  MusterViewDay day;
  AdwDialog *dialog;

  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the report to be made");
  muster_view_day_init (&day);
  set_day (&day.as_of, "2026-03-10");
  dialog = muster_report_dialog_new_for_paper (operations_fixture_open (&fixture->operations, FIXTURE_SAM), MUSTER_REPORT_ACTIONS, &day);
  case_fixture_present (fixture, dialog);
  set_desktop (NULL, NULL);
  case_fixture_submit_badly (fixture, dialog, "Print…", "Say what the export is for");
  g_assert_cmpuint (n_asked, ==, 0);
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The hearing");
  harness_shoot (GTK_WINDOW (fixture->window), "report-print");
  set_desktop (g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED, "Operation failed"), NULL);
  case_fixture_submit_badly (fixture, dialog, "Print…", "nothing left the register");
  g_assert_cmpuint (count_noted (fixture, "export-report"), ==, 0);
  set_desktop (NULL, NULL);
  case_fixture_submit (fixture, dialog, "Print…");
  g_assert_cmpmem (g_bytes_get_data (printed, NULL), 5, "%PDF-", 5);
  g_assert_cmpuint (count_noted (fixture, "export-report"), ==, 1);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
test_bundle (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  case_fixture_open_action (fixture, add_certified (&fixture->operations, "Moua", 1, MUSTER_ASSISTER_NAVIGATOR), 2);
  dialog = muster_bundle_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_ALEX), "CA-2026-0001");
  case_fixture_present (fixture, dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "_Form")), 4);
  case_fixture_write (GTK_WIDGET (dialog), "What it is for", "The hearing");
  set_desktop (NULL, g_error_new_literal (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED, "Out of paper"));
  case_fixture_submit_badly (fixture, dialog, "Print…", "Out of paper");
  g_assert_cmpuint (count_files (), ==, 0);
  set_desktop (NULL, NULL);
  case_fixture_submit (fixture, dialog, "Print…");
  g_assert_cmpmem (g_bytes_get_data (printed, NULL), 5, "%PDF-", 5);
  g_assert_nonnull (strstr (fixture->asked->str, "sent to the printer"));
  g_assert_cmpuint (count_noted (fixture, "export-bundle"), ==, 2);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* The dialog of the toolkit, once a printer is chosen in it: the first of its list, which where none is set up is a file. */
static GtkWidget *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_autoptr (GObject) printer = NULL;
      GtkWidget *list;

      if (!g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        continue;
      list = harness_find (window, GTK_TYPE_COLUMN_VIEW);
      if (list != NULL)
        gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)), 0, TRUE);
      g_object_get (window, "selected-printer", &printer, NULL);
      return printer != NULL ? window : NULL;
    }
  return NULL;
}

static gboolean
has_print_dialog (gpointer data)
{
  return find_print_dialog () != NULL;
}

static gboolean
is_announced (gpointer fixture)
{
  return strstr (((CaseFixture *) fixture)->asked->str, "announce Sent to the printer") != NULL;
}

/* By the real dialog, without a printer: the file that it prints to is the letter, byte for byte. */
static void
test_desktop (CaseFixture *fixture, gconstpointer data)
{
  g_auto (MusterLetterDrawn) drawn = { 0 };
  GtkWidget *page = draw (fixture, &drawn);
  g_autofree char *folder = g_dir_make_tmp ("muster-printer-XXXXXX", NULL), *path = g_build_filename (folder, "output.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) content = NULL;

  g_assert_no_errno (chdir (folder));
  /* Nobody’s printer prints for a test. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  muster_printer_set_calls_for_tests (NULL);
  gtk_widget_activate_action (page, "page.print", NULL);
  harness_wait (has_print_dialog, NULL, "the print dialog");
  harness_shoot (GTK_WINDOW (find_print_dialog ()), "print-dialog");
  g_assert_cmpuint (count_noted (fixture, "print-letter"), ==, 0);
  g_signal_emit_by_name (find_print_dialog (), "response", GTK_RESPONSE_OK);
  harness_wait (is_announced, fixture, "the letter to be printed");
  content = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_nonnull (content);
  g_assert_true (g_bytes_equal (content, drawn.content));
  g_assert_cmpuint (count_noted (fixture, "print-letter"), ==, 1);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GDK_DEBUG", "no-portals", TRUE); /* before the toolkit reads it: the dialog is in this process */
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/printer/letter", test_letter);
  case_fixture_add ("/gui/printer/dismissed", test_dismissed);
  case_fixture_add ("/gui/printer/no-printer", test_no_printer);
  case_fixture_add ("/gui/printer/report", test_report);
  case_fixture_add ("/gui/printer/bundle", test_bundle);
  case_fixture_add ("/gui/printer/desktop", test_desktop);
  return g_test_run ();
}
