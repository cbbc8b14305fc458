/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-attachment-row.h"
#include "gui/muster-date-row.h"
#include "gui/muster-evidence-dialog.h"
#include "operations/muster-rule-operations.h"
#include "store/muster-evidence-table.h"

static AdwDialog *
present (CaseFixture *fixture, gint64 person, const char *requirement, gint64 old)
{
  AdwDialog *dialog = muster_evidence_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), person, requirement, old);

  case_fixture_present (fixture, dialog);
  harness_wait_shows (GTK_WIDGET (dialog), "How it ended");
  return dialog;
}

static GPtrArray *
list (CaseFixture *fixture, gint64 person)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  GPtrArray *evidence = muster_evidence_table_list (database, person, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return evidence;
}

static void
enter (AdwDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), title)), text);
}

static void
choose (AdwDialog *dialog, const char *title, const char *choice)
{
  AdwComboRow *row = ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), title));
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), choice))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_error ("No choice “%s”", choice);
}

static const char *
get_choice (AdwDialog *dialog, const char *title)
{
  return gtk_string_object_get_string (GTK_STRING_OBJECT (adw_combo_row_get_selected_item (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), title)))));
}

static gboolean
is_asked (AdwDialog *dialog, const char *title)
{
  return gtk_widget_get_visible (case_fixture_find_row (GTK_WIDGET (dialog), title));
}

/* Only what fits the requirement is asked. */
static void
test_fields (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  AdwDialog *dialog = present (fixture, person, "data-security", 0);

  g_assert_cmpstr (get_choice (dialog, "Requirement"), ==, "Data Security, Accessibility, Compliance and Ethics course");
  g_assert_true (is_asked (dialog, "Score in percent"));
  g_assert_false (is_asked (dialog, "Version of the notice"));
  enter (dialog, "Score in percent", "69");
  g_assert_cmpstr (get_choice (dialog, "How it ended"), ==, "Failed");
  enter (dialog, "Score in percent", "70 %");
  g_assert_cmpstr (get_choice (dialog, "How it ended"), ==, "Passed");
  harness_shoot (GTK_WINDOW (fixture->window), "evidence-course");
  choose (dialog, "Requirement", "Minnesota producer license");
  g_assert_false (is_asked (dialog, "Score in percent"));
  g_assert_true (is_asked (dialog, "Through which day it holds"));
  g_assert_cmpstr (get_choice (dialog, "How it ended"), ==, "Active");
  choose (dialog, "How it ended", "Lapsed");
  g_assert_false (is_asked (dialog, "Through which day it holds"));
  case_fixture_close (dialog);
}

/* What is wrong is said, and stands where the focus goes; nothing entered is lost. */
static void
test_mistakes (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  AdwDialog *dialog = present (fixture, person, "licence", 0);
  GtkWidget *expires = case_fixture_find_row (GTK_WIDGET (dialog), "Through which day it holds");
  g_autoptr (GPtrArray) evidence = NULL;

  case_fixture_submit_badly (fixture, dialog, "Record", "Say through which day");
  g_assert_true (gtk_widget_has_css_class (expires, "error"));
  enter (dialog, "Through which day it holds", "2026-03-01");
  case_fixture_submit_badly (fixture, dialog, "Record", "before it began");
  enter (dialog, "Through which day it holds", "31.3.2028");
  case_fixture_submit_badly (fixture, dialog, "Record", "31.3.2028");
  enter (dialog, "Through which day it holds", "2028-03-31");
  enter (dialog, "On which day", "2026-03-11");
  case_fixture_submit_badly (fixture, dialog, "Record", "Mar 11, 2026");
  g_assert_true (gtk_widget_has_css_class (case_fixture_find_row (GTK_WIDGET (dialog), "On which day"), "error"));
  g_assert_false (gtk_widget_has_css_class (expires, "error"));
  enter (dialog, "On which day", "2026-03-10");
  case_fixture_submit (fixture, dialog, "Record");
  evidence = list (fixture, person);
  g_assert_cmpuint (evidence->len, ==, 1);
}

/* Somebody typed it wrongly: the form is as it was, and only what is wrong is entered again. */
static void
test_correction (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  AdwDialog *dialog = present (fixture, person, "data-security", 0);
  g_autoptr (GPtrArray) evidence = NULL, corrected = NULL;
  const MusterEvidence *old, *new;

  enter (dialog, "Score in percent", "84");
  enter (dialog, "Who vouches for it (you, if empty)", "Learning site");
  case_fixture_write (GTK_WIDGET (dialog), "Note", "Second try");
  case_fixture_submit (fixture, dialog, "Record");
  evidence = list (fixture, person);
  old = evidence->pdata[0];
  dialog = present (fixture, person, NULL, old->id);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "Score in percent"))), ==, "84");
  enter (dialog, "Score in percent", "48");
  g_assert_cmpstr (get_choice (dialog, "How it ended"), ==, "Failed");
  case_fixture_submit_badly (fixture, dialog, "Correct", "Say why");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is corrected", "Digits turned round");
  case_fixture_submit (fixture, dialog, "Correct");
  corrected = list (fixture, person);
  new = corrected->pdata[0];
  old = corrected->pdata[1];
  g_assert_cmpint (old->superseded_by, ==, new->id);
  g_assert_cmpint (new->score, ==, 48);
  g_assert_cmpstr (new->note, ==, "Second try");
  g_assert_cmpstr (new->source, ==, "Learning site");
}

static gboolean
is_read (MusterAttachmentRow *row)
{
  return !muster_attachment_row_is_busy (row);
}

static MusterAttachmentRow *
attach (CaseFixture *fixture, AdwDialog *dialog, const char *name, const char *content)
{
  MusterAttachmentRow *row = MUSTER_ATTACHMENT_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Document"));
  g_autofree char *path = g_build_filename (fixture->operations.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (content != NULL)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  muster_attachment_row_take (row, file);
  harness_wait_for (is_read, row);
  return row;
}

/* What cannot be kept is refused at once; a correction keeps the document, or takes it away. */
static void
test_document (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_BROKER);
  AdwDialog *dialog = present (fixture, person, "data-security", 0);
  MusterAttachmentRow *row = attach (fixture, dialog, "lying.pdf", "Not a PDF");
  g_autoptr (GPtrArray) first = NULL, second = NULL, third = NULL;

  g_assert_true (harness_shows (GTK_WIDGET (dialog), "“lying.pdf” is of the type text/plain"));
  g_assert_null (muster_attachment_row_get_file_name (row));
  attach (fixture, dialog, "missing.pdf", NULL);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "missing.pdf” cannot be read"));
  attach (fixture, dialog, "certificate.pdf", "%PDF-1.7 certificate");
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "certificate.pdf · 20 bytes"));
  harness_shoot (GTK_WINDOW (fixture->window), "evidence-document");
  case_fixture_submit (fixture, dialog, "Record");
  first = list (fixture, person);
  g_assert_cmpint (((MusterEvidence *) first->pdata[0])->document_id, !=, 0);

  dialog = present (fixture, person, NULL, ((MusterEvidence *) first->pdata[0])->id);
  g_assert_true (harness_shows (GTK_WIDGET (dialog), "certificate.pdf"));
  enter (dialog, "On which day", "2026-03-09");
  case_fixture_write (GTK_WIDGET (dialog), "Why it is corrected", "Misread");
  case_fixture_submit (fixture, dialog, "Correct");
  second = list (fixture, person);
  g_assert_cmpint (((MusterEvidence *) second->pdata[0])->document_id, ==, ((MusterEvidence *) first->pdata[0])->document_id);

  dialog = present (fixture, person, NULL, ((MusterEvidence *) second->pdata[0])->id);
  muster_attachment_row_set_kept (MUSTER_ATTACHMENT_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Document")), NULL);
  case_fixture_write (GTK_WIDGET (dialog), "Why it is corrected", "Another person's");
  case_fixture_submit (fixture, dialog, "Correct");
  third = list (fixture, person);
  g_assert_cmpint (((MusterEvidence *) third->pdata[0])->document_id, ==, 0);
}

/* The version is asked where there are versions, the one in force first. */
static void
test_version (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autoptr (GBytes) content = g_bytes_new_static ("Be kind.", 8);
  MusterPolicyRequest policy = { .version = "2026.1", .title = "Notice", .file_name = "notice.txt", .content = content };
  AdwDialog *dialog = present (fixture, person, "notice", 0);
  g_autoptr (GPtrArray) evidence = NULL;

  g_assert_false (is_asked (dialog, "Version of the notice"));
  case_fixture_close (dialog);
  set_day (&policy.from, "2026-01-01");
  run_well (&fixture->operations, FIXTURE_ALEX, &muster_load_policy, &policy, NULL);
  dialog = present (fixture, person, "notice", 0);
  g_assert_cmpstr (get_choice (dialog, "Version of the notice"), ==, "2026.1");
  case_fixture_submit (fixture, dialog, "Record");
  evidence = list (fixture, person);
  g_assert_cmpstr (((MusterEvidence *) evidence->pdata[0])->version, ==, "2026.1");
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/evidence-dialog/fields", test_fields);
  case_fixture_add ("/gui/evidence-dialog/mistakes", test_mistakes);
  case_fixture_add ("/gui/evidence-dialog/correction", test_correction);
  case_fixture_add ("/gui/evidence-dialog/document", test_document);
  case_fixture_add ("/gui/evidence-dialog/version", test_version);
  return g_test_run ();
}
