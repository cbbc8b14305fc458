/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "gui/import-fixture.h"
#include "gui/muster-import-done.h"
#include "gui/muster-import-problems.h"
#include "gui/muster-import-record-dialog.h"
#include "gui/muster-import-sender.h"
#include "gui/muster-import-start.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-import-roster.h"
#include "store/muster-people-table.h"

#define ROSTER                                                                  \
  "Last Name;First Name;E-mail;NPN;Assister ID;Type;Agency Name;Shoe size\n"    \
  "Lindqvist;Ana;ana.lindqvist@example.org;1234567;;Broker;Northside Help;38\n" \
  "Moua;Pao;pao.moua@example.org;;MN1234567;Navigator;Northside Help;41\n"      \
  "García;Lucía;lucia.garcia@example.org;2345678;;Broker;Riverside Navigators;39\n"
#define BAD_ROW "Warsame;Hodan;no address;12A4;;Broker;Northside Help;40\n"

static void
test_imports (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);

  harness_wait_shows (GTK_WIDGET (window), "Shoe size");
  g_assert_true (harness_shows (GTK_WIDGET (window), "UTF-8, separated by: semicolon"));
  harness_shoot (window, "import-columns");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "3 rows add people.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Moua, Pao"));
  harness_shoot (window, "import-preview");
  import_fixture_click (window, "_Back");
  harness_wait_shows (GTK_WIDGET (window), "Nothing Is in the Way");
  import_fixture_click (window, "_Back");
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (GTK_WIDGET (window), "3 People Imported");
  harness_shoot (window, "import-done");
  import_fixture_click (window, "_Another File or Earlier Imports");
  harness_wait_shows (GTK_WIDGET (window), "3 new.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Earlier Imports"));
  harness_shoot (window, "import-file");
  harness_close (window);
}

static int
count_people (OperationsFixture *fixture, const char *npn)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  gint64 id;
  int n;

  g_assert_no_error (error);
  n = muster_people_table_find (database, MUSTER_PEOPLE_BY_NPN, npn, &id, &error);
  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return n;
}

static gboolean
has_no_dialog (gpointer window)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (window)) == NULL;
}

/* From the list of earlier imports; the focus is in it again afterwards. */
static void
undo_the_undoing (GtkWindow *window)
{
  GtkWidget *focus;

  harness_press (GTK_WIDGET (window), "Undoing of “roster.csv”");
  harness_wait_shows (GTK_WIDGET (window), "SHA-256");
  harness_shoot (window, "import-record");
  g_signal_emit_by_name (harness_find (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (window))), ADW_TYPE_BUTTON_ROW), "activated");
  harness_wait_shows (GTK_WIDGET (window), "Will Come Back");
  harness_press (GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (window))), "Undo");
  harness_wait_shows (GTK_WIDGET (window), "3 people brought back.");
  harness_wait_for (has_no_dialog, window);
  harness_settle ();
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_START)));
}

static void
test_undo (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  AdwDialog *dialog;

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (GTK_WIDGET (window), "3 People Imported");
  g_assert_cmpint (count_people (fixture, "1234567"), ==, 1);

  import_fixture_click (window, "_Undo This Import…");
  harness_wait_shows (GTK_WIDGET (window), "Will Be Removed");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "A copy of the register is kept first"));
  harness_shoot (window, "import-undo");
  harness_press (GTK_WIDGET (dialog), "Undo");
  harness_wait_shows (GTK_WIDGET (window), "Undoing of “roster.csv”");
  g_assert_cmpint (count_people (fixture, "1234567"), ==, 0);
  harness_settle ();
  g_assert_true (harness_shows (GTK_WIDGET (window), "3 people removed."));
  g_assert_true (gtk_window_get_focus (window) == import_fixture_wait_button (window, "_Choose a File…"));
  harness_shoot (window, "import-undone");
  undo_the_undoing (window);
  harness_close (window);
}

static void
test_rejected_rows (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER BAD_ROW, 360);
  GtkWidget *button, *accept;

  harness_wait_shows (GTK_WIDGET (window), "Shoe size");
  harness_shoot (window, "import-columns-narrow");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "Line 5 · NPN · “12A4”");
  harness_shoot (window, "import-problems-narrow");
  import_fixture_click (window, "_Preview");
  harness_wait_shows (GTK_WIDGET (window), "1 row is rejected.");
  harness_shoot (window, "import-rejected-narrow");
  g_assert_true (harness_shows (GTK_WIDGET (window), "12A4"));
  g_assert_false (harness_shows (GTK_WIDGET (window), "Moua, Pao"));
  g_signal_emit_by_name (harness_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW), "activate", 0);
  harness_wait_shows (GTK_WIDGET (window), "Line 5: Rejected");
  g_assert_true (harness_shows (GTK_WIDGET (window), "rule npn-form"));
  harness_shoot (window, "import-row");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  button = import_fixture_wait_button (window, "Nothing to Import");
  g_assert_false (gtk_widget_is_sensitive (button));
  accept = harness_find (GTK_WIDGET (window), GTK_TYPE_SWITCH);
  gtk_switch_set_active (GTK_SWITCH (accept), TRUE);
  gtk_window_set_default_size (window, 900, 720);
  harness_shoot (window, "import-rejected");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (GTK_WIDGET (window), "3 People Imported");
  harness_close (window);
}

#define MESSY                                                             \
  "Last Name;First Name;E-mail;NPN;Type;Agency Name\n"                    \
  "Lindqvist;Ana;ana.lindqvist@example.org;1.234567E6;Broker;Northside\n" \
  "Moua;Pao;pao.moua@example.org;2.345678E6;Broker;Northside\n"           \
  "Warsame;Hodan;no address;3456789;Broker;Northside\n"                   \
  "García;Lucía;lucia.garcia@example.org;4567890;Broker;Northside\n"

static void
test_problems (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, MESSY, 900);
  AdwDialog *dialog;

  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "NPN: Damaged by a spreadsheet · 2");
  harness_shoot (window, "import-problems");
  import_fixture_click (window, "Take “1234567”");
  harness_wait_shows (GTK_WIDGET (window), "NPN: Damaged by a spreadsheet · 1");
  import_fixture_click (window, "Take “2345678”");
  harness_wait_shows (GTK_WIDGET (window), "E-mail: Not the form of an e-mail address · 1");

  import_fixture_click (window, "_Edit…");
  harness_wait_shows (GTK_WIDGET (window), "The file has “no address”.");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_false (gtk_widget_is_sensitive (harness_find_text (GTK_WIDGET (dialog), "_Fix")));
  gtk_editable_set_text (GTK_EDITABLE (harness_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), "hodan.warsame@example.org");
  harness_wait_shows (GTK_WIDGET (dialog), "This can be read.");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "Hodan Warsame"));
  harness_shoot (window, "import-fix");
  harness_press (GTK_WIDGET (dialog), "Fix");
  harness_wait_shows (GTK_WIDGET (window), "Read as “hodan.warsame@example.org”.");
  harness_shoot (window, "import-decided");

  import_fixture_click (window, "_Preview");
  harness_wait_shows (GTK_WIDGET (window), "4 rows add people.");
  import_fixture_click (window, "_Import 4 People");
  harness_wait_shows (GTK_WIDGET (window), "4 People Imported");
  harness_close (window);
}

static gboolean
is_at_top (gpointer window)
{
  GtkWidget *problems = harness_find (window, MUSTER_TYPE_IMPORT_PROBLEMS);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (harness_find (problems, GTK_TYPE_SCROLLED_WINDOW)));

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) && gtk_adjustment_get_value (adjustment) == 0;
}

/* Returns: (transfer none): the row of the list that has the focus. */
static GtkWidget *
get_focused_problem (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, harness_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW)));
  return focus;
}

/* The headings are in sight, with what is for all alike; each answer leads on to the next problem, and the last one to the preview. */
static void
test_goes_on (OperationsFixture *fixture, gconstpointer data)
{
  GString *text = g_string_new ("Last Name,First Name,NPN,Type,License Expires\n");
  GtkWindow *window;
  GtkWidget *root;

  for (guint i = 1; i <= 10; i++)
    g_string_append_printf (text, "Olson %c,Bo,%u,Broker,12/%u/2027\n", 'A' + i, 3000000 + i, i + 12);
  g_string_append (text, "Berg,Ida,12A4,Broker,03/04/2027\n");
  window = import_fixture_open (fixture, text->str, 900);
  root = GTK_WIDGET (window);
  harness_wait_shows (root, "What Comes First in “License Expires”?");
  import_fixture_choose (root, "What Comes First in “License Expires”?", "The day");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "License Expires: A day in the other order · 10");
  harness_wait_for (is_at_top, window);
  harness_shoot (window, "import-problems-top");
  g_assert_true (harness_shows (root, "Bo Olson B · Line 2 · License Expires · “12/13/2027”"));

  g_assert_true (gtk_widget_grab_focus (import_fixture_wait_button (window, "Take “2027-12-13”")));
  import_fixture_click (window, "Take “2027-12-13”");
  harness_wait_shows (root, "License Expires: A day in the other order · 9");
  harness_settle ();
  g_assert_true (harness_shows (get_focused_problem (window), "Bo Olson C · Line 3"));
  harness_shoot (window, "import-problems-next");
  g_assert_true (gtk_widget_grab_focus (import_fixture_wait_button (window, "_Back"))); /* by mouse, the focus may be anywhere */
  import_fixture_click (window, "Fix All 9");
  harness_wait_shows (root, "NPN: Not the form of an NPN · 1");
  harness_settle ();
  g_assert_true (harness_shows (get_focused_problem (window), "Ida Berg · Line 12"));
  import_fixture_click (window, "_Leave Out");
  harness_wait_shows (root, "Rows left out · 1");
  harness_settle ();
  g_assert_true (gtk_window_get_focus (window) == import_fixture_wait_button (window, "_Preview"));
  harness_close (window);
  g_string_free (text, TRUE);
}

static gboolean
is_sensitive (gpointer button)
{
  return gtk_widget_is_sensitive (button);
}

/* One who goes back while the rows are being looked at again can go on from there; what was left out can be taken in again. */
static void
test_back_meanwhile (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, MESSY, 900);

  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "NPN: Damaged by a spreadsheet · 2");
  import_fixture_click (window, "Leave Out All 2");
  import_fixture_click (window, "_Back");
  harness_wait_for (is_sensitive, import_fixture_wait_button (window, "_Check Rows"));
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "E-mail: Not the form of an e-mail address · 1");
  import_fixture_click (window, "_Leave Out");
  harness_wait_shows (GTK_WIDGET (window), "Rows left out · 3");
  import_fixture_click (window, "_Undo");
  harness_wait_shows (GTK_WIDGET (window), "Rows left out · 2");
  harness_close (window);
}

static void
test_register_changed (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  MusterAssister person = { .given_name = (char *) "Ana", .family_name = (char *) "Lindqvist", .npn = (char *) "1234567", .email = (char *) "ana@example.org", .active = TRUE };
  MusterAssisterEdit edit = { .person = &person, .agency = "Northside Help", .types = MUSTER_ASSISTER_BROKER };
  gint64 id = 0;

  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "3 rows add people.");
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (GTK_WIDGET (window), "The register has changed meanwhile.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "2 rows add people. 1 row changes a person."));
  harness_close (window);
}

static void
test_says_what_is_wrong (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "", 900);

  import_fixture_wait_button (window, "_Choose Another File…");
  g_assert_true (harness_shows (GTK_WIDGET (window), "roster.csv"));
  g_assert_false (harness_shows (GTK_WIDGET (window), fixture->folder));
  harness_shoot (window, "import-empty-file");
  harness_close (window);
  window = import_fixture_open (fixture, "Name;SSN\nAna Lindqvist;123-45-6789\n", 900);
  harness_wait_shows (GTK_WIDGET (window), "Social security numbers are never read");
  g_assert_false (harness_shows (GTK_WIDGET (window), "123-45-6789"));
  g_assert_false (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  harness_shoot (window, "import-ssn");
  harness_close (window);
}

/* About a column as a whole there is nothing to fix in place, and no row to leave out. */
static void
test_warns_of_ignored_column (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "Name;NPN;Comments\nAna Lindqvist;1234567;of 123-45-6789\nBo Olson;1234568;\n", 900);

  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "1 cell of this column looks like a social security number.");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Comments: Social security numbers in a column that is not read · 1"));
  g_assert_false (harness_shows (GTK_WIDGET (window), "123-45-6789"));
  g_assert_false (harness_shows (GTK_WIDGET (window), "Leave Out"));
  harness_shoot (window, "import-ssn-ignored");
  harness_close (window);
}

/* A row that could be about somebody on the roster waits, and everything says so. */
static void
test_waits_for_answers (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  GtkWidget *root = GTK_WIDGET (window);

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (root, "3 People Imported");
  import_fixture_open_next (fixture, window,
                            "Last Name;First Name;Assister ID;Type\n"
                            "Lindqvist;Ana;B7K4M2P9Q;CAC\n"
                            "Moua;Pao;C7K4M2P9Q;CAC\n"
                            "Berg;Ida;D7K4M2P9Q;CAC\n");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "has the same name, but nothing that the row is known by");
  harness_shoot (window, "import-questions");
  import_fixture_click (window, "_Preview");
  harness_wait_shows (root, "2 rows wait until somebody says whether they are about people on the roster.");
  g_assert_false (gtk_widget_is_sensitive (import_fixture_wait_button (window, "2 Rows Wait for an Answer")));
  harness_shoot (window, "import-questions-preview");
  gtk_switch_set_active (GTK_SWITCH (harness_find (root, GTK_TYPE_SWITCH)), TRUE);
  g_assert_true (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Import 1 Person, Without 2 Rows That Wait")));
  import_fixture_click (window, "_Back");
  import_fixture_click (window, "None of the 2 Are the Same");
  harness_wait_shows (root, "Not the same person as the one on the roster.");
  import_fixture_click (window, "_Preview");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (root, "3 People Imported");
  harness_close (window);
}

/* A row by whose number somebody else is meant is put right in place: where it is asked about, and after the answer. */
static void
test_corrects_what_is_asked_about (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  GtkWidget *root = GTK_WIDGET (window);
  AdwDialog *dialog;

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (root, "3 People Imported");
  import_fixture_open_next (fixture, window, "Last Name;First Name;E-mail;NPN;Type\nOlson;Bo;bo@example.org;1234567;Broker\nBerg;Ida;;2345678;Broker\n");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "“1234567” belongs to P-1, Ana Lindqvist, but the row is about Bo Olson.");
  harness_shoot (window, "import-question-of-number");
  import_fixture_click (window, "_Edit…");
  harness_wait_shows (root, "The file has “1234567”.");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  import_fixture_choose (GTK_WIDGET (dialog), "Column", "First Name");
  harness_wait_shows (root, "The file has “Bo”.");
  import_fixture_choose (GTK_WIDGET (dialog), "Column", "NPN");
  gtk_editable_set_text (GTK_EDITABLE (harness_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), "7654321");
  harness_wait_shows (GTK_WIDGET (dialog), "This can be read.");
  harness_shoot (window, "import-correct-number");
  harness_press (GTK_WIDGET (dialog), "Fix");
  harness_wait_shows (root, "Known by another name · 1");
  g_assert_true (harness_shows (root, "“2345678” belongs to P-3, Lucía García, but the row is about Ida Berg."));
  import_fixture_click (window, "_Not the Same");
  harness_wait_shows (root, "Correct it in the row");
  g_assert_true (harness_shows (root, "NPN: An identifier of somebody else · 1"));
  import_fixture_click (window, "_Edit…");
  harness_wait_shows (root, "The file has “2345678”.");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  gtk_editable_set_text (GTK_EDITABLE (harness_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW)), "8765432");
  harness_press (GTK_WIDGET (dialog), "Fix");
  harness_wait_shows (root, "Read as “8765432”.");
  import_fixture_click (window, "_Preview");
  import_fixture_click (window, "_Import 2 People");
  harness_wait_shows (root, "2 People Imported");
  g_assert_cmpint (count_people (fixture, "7654321"), ==, 1);
  g_assert_cmpint (count_people (fixture, "8765432"), ==, 1);
  harness_close (window);
}

/* A row that changes somebody says what; of two that contradict each other one is kept. */
static void
test_says_what_changes (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  GtkWidget *root = GTK_WIDGET (window);

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (root, "3 People Imported");
  import_fixture_open_next (fixture, window,
                            "Last Name;First Name;E-mail;NPN;Type;Agency Name\n"
                            "Lindqvist;Ana;ana@example.com;1234567;Broker;Northsyde Help\n"
                            "Berg;Ida;;7654321;Broker;Northside Help\n"
                            "Olson;Bo;;7654321;Broker;Northside Help\n");
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (root, "“7654321” stands in this row, of Ida Berg, and on line 4, of Bo Olson, with other data.");
  harness_shoot (window, "import-contradiction");
  import_fixture_click (window, "_Keep This Row");
  harness_wait_shows (root, "Did you mean “Northside Help”?");
  import_fixture_click (window, "_Preview");
  harness_wait_shows (root, "E-mail: ana.lindqvist@example.org → ana@example.com, and 1 more");
  g_assert_true (harness_shows (root, "This makes 1 new agency: “Northsyde Help”."));
  harness_shoot (window, "import-changes");
  harness_close (window);
}

static void
test_pastes (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = harness_present (muster_import_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 900, 720);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));

  gdk_clipboard_set_text (clipboard, "");
  import_fixture_click (window, "_Paste Rows…");
  harness_wait_shows (GTK_WIDGET (window), "There is no text to paste.");
  gdk_clipboard_set_text (clipboard, "Name\tE-mail\nAna Lindqvist\tana@example.org\n");
  import_fixture_click (window, "_Paste Rows…");
  harness_wait_shows (GTK_WIDGET (window), "UTF-8, separated by: tab");
  g_assert_true (harness_shows (GTK_WIDGET (window), "Pasted text"));
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 1 Person");
  harness_wait_shows (GTK_WIDGET (window), "1 Person Imported");
  harness_close (window);
}

/* What is imported elsewhere stands among the earlier imports at once. */
static void
test_imported_elsewhere (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = harness_present (muster_import_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 900, 720);
  g_autoptr (MusterSheet) sheet = muster_import_read_text (ROSTER, -1, NULL, NULL, NULL);
  g_autoptr (MusterImportOptions) options = muster_import_options_new (sheet, NULL);
  MusterImportRequest request = { .sheet = sheet, .options = options };
  MusterImportResult result = { 0 };

  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  muster_import_plan_free (result.plan);
  harness_wait_shows (GTK_WIDGET (window), "3 new.");
  harness_close (window);
}

/* Files of DOS, in which names would be wrong: said at once, and put right by a choice. */
static void
test_odd_signs (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "Last Name,First Name,NPN\nMu\xa4oz,Jos\x82,1234567\n", 900);
  AdwDialog *dialog;

  harness_wait_shows (GTK_WIDGET (window), "Odd signs stand within words: this looks like CP850.");
  harness_shoot (window, "import-odd-signs");
  harness_press (GTK_WIDGET (window), "How the File Is Read…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_wait_shows (GTK_WIDGET (dialog), "Encoding");
  import_fixture_choose (GTK_WIDGET (dialog), "Encoding", "CP850");
  harness_press (GTK_WIDGET (dialog), "Read Again");
  harness_wait_shows (GTK_WIDGET (window), "CP850, separated by: comma");
  g_assert_false (harness_shows (GTK_WIDGET (window), "Odd signs"));
  import_fixture_click (window, "_Check Rows");
  harness_wait_shows (GTK_WIDGET (window), "Muñoz, José");
  harness_close (window);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  g_error ("nothing can be dropped here");
}

/* Lets go of @value over the page, as a person who drags it. */
static gboolean
drop (GtkWindow *window, const GValue *value)
{
  GtkDropTarget *target = find_drop_target (harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_START));
  gboolean taken = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (target), G_VALUE_TYPE (value)));
  g_signal_emit_by_name (target, "drop", value, 10.0, 10.0, &taken);
  return taken;
}

/* A file from the folder, or rows from a spreadsheet. */
static void
test_drops (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = harness_present (muster_import_page_new (operations_fixture_open (fixture, FIXTURE_KIM)), 900, 720);
  g_autofree char *path = g_build_filename (fixture->folder, "dropped.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GSList) list = g_slist_append (NULL, file);
  g_auto (GValue) files = G_VALUE_INIT, text = G_VALUE_INIT, none = G_VALUE_INIT;

  g_assert_true (g_file_set_contents (path, ROSTER, -1, NULL));
  g_value_init (&none, GDK_TYPE_FILE_LIST);
  g_assert_false (drop (window, &none));
  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&files, list);
  g_assert_true (drop (window, &files));
  harness_wait_shows (GTK_WIDGET (window), "Shoe size");
  g_assert_true (harness_shows (GTK_WIDGET (window), "dropped.csv"));
  import_fixture_click (window, "_Back");
  g_value_init (&text, G_TYPE_STRING);
  g_value_set_static_string (&text, "Name\tE-mail\nAna Lindqvist\tana@example.org\n");
  g_assert_true (drop (window, &text));
  harness_wait_shows (GTK_WIDGET (window), "UTF-8, separated by: tab");
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 1 Person");
  harness_wait_shows (GTK_WIDGET (window), "1 Person Imported");
  harness_close (window);
}

#define MANY 4000

/* Stopped on its way, an import leaves nothing; and it can be done after all. */
static void
test_cancel (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Last Name,First Name,NPN,Type\n");
  GtkWindow *window;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (text, "Olson,Bo,%u,Broker\n", 2000000 + i);
  window = import_fixture_open (fixture, text->str, 900);
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 4000 People");
  harness_press (GTK_WIDGET (window), "Cancel");
  harness_wait_shows (GTK_WIDGET (window), "Stopped. Nothing was imported.");
  g_assert_cmpint (count_people (fixture, "2000000"), ==, 0);
  harness_shoot (window, "import-stopped");
  import_fixture_click (window, "_Import 4000 People");
  harness_wait_shows (GTK_WIDGET (window), "4000 People Imported");
  g_assert_cmpint (count_people (fixture, "2003999"), ==, 1);
  harness_close (window);
}

static void
assert_result (OperationsFixture *fixture, const char *name, const char *pattern)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Import results", name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  if (!g_pattern_match_simple (pattern, text))
    g_error ("%s: %s", name, text);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
is_written (gpointer fixture)
{
  g_autofree char *path = g_build_filename (((OperationsFixture *) fixture)->folder, "Import results", "skipped.csv", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* At once with what stood in the rows; later with their lines, since more is not kept. */
static void
test_saves_results (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER BAD_ROW, 900);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  AdwDialog *dialog;

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Preview");
  import_fixture_wait_button (window, "Nothing to Import");
  gtk_switch_set_active (GTK_SWITCH (harness_find (GTK_WIDGET (window), GTK_TYPE_SWITCH)), TRUE);
  import_fixture_click (window, "_Import 3 People");
  harness_wait_shows (GTK_WIDGET (window), "3 People Imported");
  muster_import_done_save_to (MUSTER_IMPORT_DONE (harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_DONE)), folder);
  harness_wait_for (is_sensitive, import_fixture_wait_button (window, "_Save Result Files…"));
  assert_result (fixture, "created.csv", "line,*\n2,Lindqvist,Ana,*");
  assert_result (fixture, "updated.csv", "line,*");
  assert_result (fixture, "rejected.csv", "line,*\n5,*npn-form*Warsame,Hodan,no address,12A4,*");
  assert_result (fixture, "skipped.csv", "line,*");

  import_fixture_click (window, "_Another File or Earlier Imports");
  harness_wait_shows (GTK_WIDGET (window), "3 new, 1 rejected.");
  harness_press (GTK_WIDGET (window), "roster.csv");
  harness_wait_shows (GTK_WIDGET (window), "What stood in the rows is not kept.");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  harness_shoot (window, "import-record");
  muster_import_record_dialog_save_to (MUSTER_IMPORT_RECORD_DIALOG (dialog), folder);
  harness_wait_for (is_written, fixture);
  harness_settle ();
  assert_result (fixture, "created.csv", "line,person\r\n2,P-1\r\n3,P-2\r\n4,P-3\r\n");
  assert_result (fixture, "updated.csv", "line,person\r\n");
  assert_result (fixture, "rejected.csv", "line,rule\r\n5,rejected\r\n");
  assert_result (fixture, "skipped.csv", "line,rule\r\n");
  adw_dialog_force_close (dialog);
  harness_settle ();
  harness_close (window);
}

static gboolean
has_confirm_row (gpointer dialog)
{
  GtkWidget *row = harness_find_text (dialog, "_Confirm 1 Certification…");

  return row != NULL && gtk_widget_get_mapped (row);
}

static gboolean
has_certify_verb (gpointer window)
{
  return harness_shows (window, "Certify: 1 Person");
}

/* Whom a file says to be certified is confirmed from the record of the import, by somebody who may decide; staff are not offered it. */
static void
test_confirms (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "Last Name,First Name,NPN,Role,Status\nMoua,Pao,1000007,Broker,Certified\n", 900);
  MusterStore *store;
  AdwDialog *dialog;

  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 1 Person");
  harness_wait_shows (GTK_WIDGET (window), "1 Person Imported");
  store = operations_fixture_open (fixture, FIXTURE_KIM);
  dialog = muster_import_record_dialog_new (store, 1);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  harness_settle ();
  g_assert_false (has_confirm_row (dialog));
  adw_dialog_force_close (dialog);
  store = operations_fixture_open (fixture, FIXTURE_ALEX);
  dialog = muster_import_record_dialog_new (store, 1);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  harness_wait (has_confirm_row, dialog, "the offer to confirm");
  harness_shoot (window, "import-confirm");
  gtk_widget_activate (harness_find_text (GTK_WIDGET (dialog), "_Confirm 1 Certification…"));
  harness_wait (has_certify_verb, window, "the preview of what is confirmed");
  adw_dialog_force_close (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  harness_settle ();
  adw_dialog_force_close (dialog);
  harness_settle ();
  harness_close (window);
}

/* A number that must not be kept is not let in as the name of a sender. */
static void
test_sender_without_ssn (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER, 900);
  GtkWidget *remember;

  import_fixture_wait_button (window, "_Check Rows");
  remember = harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_SENDER);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (harness_find (remember, ADW_TYPE_EXPANDER_ROW)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (harness_find (remember, ADW_TYPE_ENTRY_ROW)), "From 123-45-6789");
  harness_wait_shows (GTK_WIDGET (window), "Choose another name.");
  g_assert_false (gtk_widget_is_sensitive (import_fixture_wait_button (window, "_Check Rows")));
  gtk_editable_set_text (GTK_EDITABLE (harness_find (remember, ADW_TYPE_ENTRY_ROW)), "From Northside");
  harness_wait_for (is_sensitive, import_fixture_wait_button (window, "_Check Rows"));
  harness_close (window);
}

static void
test_reads_without_a_header (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, "Ana Lindqvist;ana@example.org\nPao Moua;pao@example.org\n", 900);

  harness_wait_shows (GTK_WIDGET (window), "If the file has none, read it without a header.");
  g_assert_false (harness_shows (GTK_WIDGET (window), "--header-line"));
  import_fixture_click (window, "_Read It Without a Header");
  harness_wait_shows (GTK_WIDGET (window), "2 rows, no header");
  import_fixture_choose (GTK_WIDGET (window), "Column A", "Whole name");
  import_fixture_choose (GTK_WIDGET (window), "Column B", "E-mail");
  import_fixture_click (window, "_Check Rows");
  import_fixture_click (window, "_Import 2 People");
  harness_wait_shows (GTK_WIDGET (window), "2 People Imported");
  harness_close (window);
}

/* Whoever works by keyboard goes on within the page when what they pressed is out of sight. */
static void
test_keeps_the_focus (OperationsFixture *fixture, gconstpointer data)
{
  GtkWindow *window = import_fixture_open (fixture, ROSTER BAD_ROW, 900);
  GtkWidget *page = harness_find (GTK_WIDGET (window), MUSTER_TYPE_IMPORT_PAGE);
  GtkWidget *button = import_fixture_wait_button (window, "_Check Rows");
  GtkWidget *focus;

  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "clicked");
  harness_wait_shows (GTK_WIDGET (window), "no address");
  focus = gtk_window_get_focus (window);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, harness_find (page, MUSTER_TYPE_IMPORT_PROBLEMS)));
  harness_close (window);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  operations_fixture_add ("/gui/import-page/imports", test_imports);
  operations_fixture_add ("/gui/import-page/undo", test_undo);
  operations_fixture_add ("/gui/import-page/rejected-rows", test_rejected_rows);
  operations_fixture_add ("/gui/import-page/problems", test_problems);
  operations_fixture_add ("/gui/import-page/goes-on", test_goes_on);
  operations_fixture_add ("/gui/import-page/back-meanwhile", test_back_meanwhile);
  operations_fixture_add ("/gui/import-page/register-changed", test_register_changed);
  operations_fixture_add ("/gui/import-page/says-what-is-wrong", test_says_what_is_wrong);
  operations_fixture_add ("/gui/import-page/warns-of-ignored-column", test_warns_of_ignored_column);
  operations_fixture_add ("/gui/import-page/waits-for-answers", test_waits_for_answers);
  operations_fixture_add ("/gui/import-page/corrects-what-is-asked-about", test_corrects_what_is_asked_about);
  operations_fixture_add ("/gui/import-page/says-what-changes", test_says_what_changes);
  operations_fixture_add ("/gui/import-page/pastes", test_pastes);
  operations_fixture_add ("/gui/import-page/imported-elsewhere", test_imported_elsewhere);
  operations_fixture_add ("/gui/import-page/odd-signs", test_odd_signs);
  operations_fixture_add ("/gui/import-page/drops", test_drops);
  operations_fixture_add ("/gui/import-page/cancel", test_cancel);
  operations_fixture_add ("/gui/import-page/saves-results", test_saves_results);
  operations_fixture_add ("/gui/import-page/confirms", test_confirms);
  operations_fixture_add ("/gui/import-page/sender-without-ssn", test_sender_without_ssn);
  operations_fixture_add ("/gui/import-page/keeps-the-focus", test_keeps_the_focus);
  operations_fixture_add ("/gui/import-page/without-a-header", test_reads_without_a_header);
  return g_test_run ();
}
