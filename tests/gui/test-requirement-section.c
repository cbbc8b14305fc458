/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-assister-page.h"
#include "gui/muster-document-opener.h"
#include "operations/muster-open-document.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-evidence-operations.h"

static gint64
record (CaseFixture *fixture, gint64 person, const char *requirement, const char *on, const char *expires, const char *outcome, const char *file_name)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  g_autoptr (GBytes) content = file_name != NULL ? g_bytes_new_static ("%PDF-1.7 certificate", 20) : NULL;
  MusterEvidenceRequest request = { .evidence = evidence, .file_name = file_name, .content = content };
  gint64 id;

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->outcome = g_strdup (outcome);
  set_day (&evidence->on, on);
  if (expires != NULL)
    set_day (&evidence->expires, expires);
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_evidence, &request, &id);
  return id;
}

static GtkWidget *
show (CaseFixture *fixture, FixtureAccount account, gint64 person)
{
  AdwNavigationPage *page = muster_assister_page_new (operations_fixture_open (&fixture->operations, account), person);

  case_fixture_show (fixture, page);
  case_fixture_wait_shows (GTK_WIDGET (page), "The newest entries of the journal about this person.");
  return GTK_WIDGET (page);
}

static GtkWidget *
find_by_tip (GtkWidget *root, const char *tip)
{
  const char *text = gtk_widget_get_tooltip_text (root);

  if (text != NULL && g_str_has_prefix (text, tip))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_by_tip (child, tip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
open_row (GtkWidget *page, const char *title)
{
  GtkWidget *row = case_fixture_find_row (page, title);

  g_assert_true (ADW_IS_EXPANDER_ROW (row));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  harness_settle ();
}

/* A word for each, with what would cure it and where it is written; what ended turns the answer, and the renewal turns it back. */
static void
test_answer_turns (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  GtkWidget *page = show (fixture, FIXTURE_ALEX, person);

  g_assert_true (harness_shows (page, "Shown by the certification"));
  record (fixture, person, "licence", "2024-03-01", "2026-02-28", NULL, NULL);
  case_fixture_wait_shows (page, "May assist today: No");
  g_assert_true (harness_shows (page, "“Minnesota producer license” held through Feb 28, 2026 only."));
  case_fixture_wait_shows (page, "Held through Feb 28, 2026");
  g_assert_true (harness_shows (page, "Expired"));
  g_assert_true (harness_shows (page, "Broker: suspension proposed"));
  open_row (page, "Minnesota producer license");
  g_assert_true (harness_shows (page, "Have “Minnesota producer license” renewed"));
  g_assert_true (harness_shows (page, "Minnesota Department of Commerce: two years"));
  g_assert_true (harness_shows (page, "Active · Mar 1, 2024 (this one counts)"));
  harness_shoot (GTK_WINDOW (fixture->window), "requirements-no");

  record (fixture, person, "licence", "2026-03-09", "2026-04-20", NULL, NULL);
  case_fixture_wait_shows (page, "May assist today: Yes");
  g_assert_true (harness_shows (page, "Expiring. As things stand, through Apr 20, 2026 · 41 days left"));
  case_fixture_wait_shows (page, "Active · Mar 9, 2026 (this one counts)");
  /* What was opened stays open. */
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (case_fixture_find_row (page, "Minnesota producer license"))));
  record (fixture, person, "licence", "2026-03-10", "2028-04-30", NULL, NULL);
  case_fixture_wait_shows (page, "As things stand, through Apr 30, 2028");
}

/* Taken back from its row, with a reason; the answer turns, and the row stays as what it was. */
static void
test_withdrawn (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  GtkWidget *page;
  AdwDialog *dialog;

  record (fixture, person, "licence", "2024-03-01", "2026-02-28", NULL, NULL);
  page = show (fixture, FIXTURE_ALEX, person);
  case_fixture_wait_shows (page, "May assist today: No");
  open_row (page, "Minnesota producer license");
  g_signal_emit_by_name (find_by_tip (page, "Withdraw E-1…"), "clicked");
  harness_settle ();
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  harness_shoot (GTK_WINDOW (fixture->window), "evidence-withdraw");
  case_fixture_write (GTK_WIDGET (dialog), "Reason", "The license is of another");
  case_fixture_submit (fixture, dialog, "Withdraw");
  case_fixture_wait_shows (page, "May assist today: Yes");
  case_fixture_wait_shows (page, "Withdrawn; does not count any more: The license is of another");
  harness_shoot (GTK_WINDOW (fixture->window), "evidence-withdrawn");
  g_assert_null (find_by_tip (page, "Withdraw E-1…"));
  g_assert_null (find_by_tip (page, "Correct E-1…"));
}

/* Somebody on the way: what is still to be done, in one place; then that it can be submitted. */
static void
test_way (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_person (&fixture->operations, "Moreau", 2, MUSTER_ASSISTER_BROKER);
  GtkWidget *page = show (fixture, FIXTURE_ALEX, person);
  MusterCertificationRequest training = { .assister_id = person, .type = MUSTER_ASSISTER_BROKER, .reason = "Training ID received" };

  g_assert_true (harness_shows (page, "Broker: becomes Certified if"));
  g_assert_true (harness_shows (page, "Pass “Broker certification course” with 70 % or more, and record it."));
  set_day (&training.on, "2026-03-10");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_start_training, &training, NULL);
  record (fixture, person, "broker-course", "2026-03-02", NULL, NULL, NULL);
  record (fixture, person, "data-security", "2026-03-02", NULL, "failed", NULL);
  case_fixture_wait_shows (page, "Recorded as not met");
  g_assert_false (harness_shows (page, "Pass “Broker certification course”"));
  record (fixture, person, "data-security", "2026-03-03", NULL, NULL, NULL);
  record (fixture, person, "notice", "2026-03-03", NULL, NULL, NULL);
  record (fixture, person, "licence", "2026-03-03", "2027-05-31", NULL, NULL);
  record (fixture, person, "agency-contract", "2026-03-03", "2027-06-30", NULL, NULL);
  case_fixture_wait_shows (page, "Broker: everything that is required is recorded");
  g_assert_true (harness_shows (page, "Broker: ready to be submitted for review"));
}

/* The proposal opens the dialog with what it goes by; who may not decide is not offered it. */
static void
test_takes_up_a_proposal (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  GtkWidget *page;
  AdwDialog *dialog;

  record (fixture, person, "licence", "2024-03-01", "2026-02-28", NULL, NULL);
  page = GTK_WIDGET (muster_assister_page_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person));
  case_fixture_show (fixture, ADW_NAVIGATION_PAGE (page));
  case_fixture_wait_shows (page, "Broker: suspension proposed");
  g_assert_false (case_fixture_offers (page, "Suspend…"));
  page = show (fixture, FIXTURE_ALEX, person);
  case_fixture_press (page, "Suspend…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_nonnull (dialog);
  case_fixture_submit (fixture, dialog, "Suspend");
  case_fixture_wait_shows (page, "Broker: can be reinstated if");
  case_fixture_wait_shows (page, "“Minnesota producer license” held through Feb 28, 2026 only.");
}

static void
test_offers_by_role (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page;

  record (fixture, person, "data-security", "2026-03-01", NULL, NULL, "certificate.pdf");
  page = show (fixture, FIXTURE_ALEX, person);
  open_row (page, "Data Security, Accessibility, Compliance and Ethics course");
  g_assert_nonnull (find_by_tip (page, "Record Evidence"));
  g_assert_nonnull (find_by_tip (page, "Correct E-1…"));
  g_assert_nonnull (find_by_tip (page, "Open “certificate.pdf”"));
  harness_shoot (GTK_WINDOW (fixture->window), "requirements-document");
  page = show (fixture, FIXTURE_JO, person);
  open_row (page, "Data Security, Accessibility, Compliance and Ethics course");
  g_assert_false (gtk_widget_get_visible (find_by_tip (page, "Record Evidence")));
  g_assert_null (find_by_tip (page, "Correct E-1…"));
  g_assert_null (find_by_tip (page, "Withdraw E-1…"));
  g_assert_nonnull (find_by_tip (page, "Open “certificate.pdf”"));
}

typedef struct
{
  GFile *file;
  GError *error;
  gboolean done;
} Taken;

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taken *taken = user_data;

  taken->file = muster_document_opener_take_out_finish (MUSTER_DOCUMENT_OPENER (source), result, &taken->error);
  taken->done = TRUE;
}

static gboolean
is_taken (Taken *taken)
{
  return taken->done;
}

/* For its owner only, with an entry, and gone with the page. */
static void
test_document (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  gint64 id = record (fixture, person, "data-security", "2026-03-01", NULL, NULL, "certificate.pdf"), before;
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_JO);
  MusterDocumentOpener *opener = muster_document_opener_new (&muster_open_document);
  g_autofree char *path = NULL, *folder = NULL, *content = NULL;
  g_autoptr (GFileInfo) info = NULL;
  Taken taken = { 0 };

  before = count_entries (&fixture->operations);
  muster_document_opener_take_out_async (opener, store, id, taken_cb, &taken);
  harness_wait_for (is_taken, &taken);
  g_assert_no_error (taken.error);
  g_assert_cmpint (count_entries (&fixture->operations), ==, before + 1);
  path = g_file_get_path (taken.file);
  folder = g_path_get_dirname (path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "%PDF-1.7 certificate");
  info = g_file_query_info (taken.file, "unix::mode", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_assert_cmpuint (g_file_info_get_attribute_uint32 (info, "unix::mode") & 0777, ==, 0400);
  g_clear_object (&taken.file);
  harness_release (opener);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/requirement-section/answer-turns", test_answer_turns);
  case_fixture_add ("/gui/requirement-section/withdrawn", test_withdrawn);
  case_fixture_add ("/gui/requirement-section/way", test_way);
  case_fixture_add ("/gui/requirement-section/takes-up-a-proposal", test_takes_up_a_proposal);
  case_fixture_add ("/gui/requirement-section/offers-by-role", test_offers_by_role);
  case_fixture_add ("/gui/requirement-section/document", test_document);
  return g_test_run ();
}
