/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-attachment-dialog.h"
#include "gui/muster-attachment-row.h"
#include "gui/muster-cases-page.h"
#include "gui/muster-incident-page.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-attachment-operations.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-incident-table.h"

static gint64
record (CaseFixture *fixture, gint64 person)
{
  g_autoptr (MusterIncident) told = muster_incident_new ();
  gint64 id = 0;

  told->kind = MUSTER_INCIDENT_LOST_EQUIPMENT;
  told->narrative = g_strdup ("A laptop was left on the bus");
  told->complainant = g_strdup ("Aurelia Client");
  told->severity = 3;
  told->data = MUSTER_KNOWN_YES;
  told->data_people = 12;
  g_assert_true (muster_moment_parse ("2026-03-09 09:30", &told->discovered, NULL));
  told->occurred_from = told->discovered.day;
  muster_incident_add_person (told, person);
  muster_incident_add_clause (told, "ROB-07a");
  run_well (&fixture->operations, FIXTURE_KIM, &muster_record_incident, told, &id);
  return id;
}

static AdwNavigationPage *
show (CaseFixture *fixture, FixtureAccount account, gint64 id)
{
  AdwNavigationPage *page = muster_incident_page_new (operations_fixture_open (&fixture->operations, account), id);

  case_fixture_show (fixture, page);
  return page;
}

static void
test_content (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_SAM, record (fixture, person)));
  static const char *const texts[] = { "IN-2026-0001", "Lost or stolen equipment", "A laptop was left on the bus", "Known; private", "of 12 people", "Lindqvist", "ROB-07a", "Report late" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (harness_shows (page, texts[i]));
  g_assert_false (harness_shows (page, "Aurelia"));
  case_fixture_check_heading (fixture, page);
  harness_shoot (GTK_WINDOW (fixture->window), "incident");
}

/* By role: staff complete and report, supervisors judge too, auditors read. */
static void
test_offers (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FixtureAccount account;
    gboolean completes;
    gboolean judges;
  } cases[] = { { FIXTURE_JO, FALSE, FALSE }, { FIXTURE_KIM, TRUE, FALSE }, { FIXTURE_SAM, TRUE, TRUE }, { FIXTURE_ALEX, TRUE, TRUE } };
  gint64 id = record (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *page = GTK_WIDGET (show (fixture, cases[i].account, id));

      g_assert_cmpint (case_fixture_offers (page, "Complete…"), ==, cases[i].completes);
      g_assert_cmpint (case_fixture_offers (page, "Told…"), ==, cases[i].completes);
      g_assert_cmpint (case_fixture_offers (page, "Finding…"), ==, cases[i].judges);
      g_assert_cmpint (case_fixture_offers (page, "Open Action…"), ==, cases[i].judges);
      g_assert_cmpint (case_fixture_offers (page, "Close…"), ==, cases[i].judges);
    }
}

static void
test_action_from_it (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  MusterIncidentFindingRequest finding = { id, "ROB-07a", MUSTER_FINDING_SUBSTANTIATED, "Told late" };
  GtkWidget *page;
  AdwDialog *dialog;

  run_well (&fixture->operations, FIXTURE_SAM, &muster_incident_finding, &finding, NULL);
  page = GTK_WIDGET (show (fixture, FIXTURE_SAM, id));
  case_fixture_press (page, "Open Action…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  case_fixture_submit (fixture, dialog, "Open Action");
  case_fixture_wait_shows (page, "CA-2026-0001");
}

static gboolean
has_tooltip (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
    return gtk_widget_get_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_tooltip (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (gpointer row)
{
  return !muster_attachment_row_is_busy (row);
}

/* The window attaches what is chosen; without a document or a reason nothing is. */
static void
test_attach (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  g_autofree char *path = g_build_filename (fixture->operations.folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page = GTK_WIDGET (show (fixture, FIXTURE_KIM, id)), *row;
  AdwDialog *dialog;

  g_assert_true (g_file_set_contents (path, "%PDF-1.7 report", -1, NULL));
  g_assert_true (harness_shows (page, "None is attached."));
  case_fixture_press (page, "Attach…");
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  case_fixture_submit_badly (fixture, dialog, "Attach", "Choose the document first.");
  row = case_fixture_find_row (GTK_WIDGET (dialog), "Document");
  muster_attachment_row_take (MUSTER_ATTACHMENT_ROW (row), file);
  harness_wait (is_taken, row, "the file to be read");
  case_fixture_submit_badly (fixture, dialog, "Attach", "Say why the document is attached.");
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), "What it is")), "Report of the bus company");
  case_fixture_write (GTK_WIDGET (dialog), "Why", "It came by mail");
  harness_shoot (GTK_WINDOW (fixture->window), "incident-attach");
  case_fixture_submit (fixture, dialog, "Attach");
  case_fixture_wait_shows (page, "1  Report of the bus company");
  g_assert_true (harness_shows (page, "report.pdf"));
}

/* Everybody opens and saves, with an entry; who judges withdraws. */
static void
test_documents (CaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    FixtureAccount account;
    gboolean attaches;
    gboolean withdraws;
  } cases[] = { { FIXTURE_JO, FALSE, FALSE }, { FIXTURE_KIM, TRUE, FALSE }, { FIXTURE_SAM, TRUE, TRUE } };
  gint64 id = record (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  g_autoptr (GBytes) content = g_bytes_new_static ("%PDF-1.7 report", 15);
  const MusterAttachRequest request = { id, "Report", "report.pdf", content, "It came by mail" };
  GtkWidget *page = NULL;
  AdwDialog *dialog;

  run_well (&fixture->operations, FIXTURE_KIM, &muster_attach_to_incident, &request, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      page = GTK_WIDGET (show (fixture, cases[i].account, id));
      g_assert_true (has_tooltip (page, "Open “report.pdf”") && has_tooltip (page, "Save “report.pdf” As…"));
      g_assert_cmpint (case_fixture_offers (page, "Attach…"), ==, cases[i].attaches);
      g_assert_cmpint (has_tooltip (page, "Withdraw “report.pdf”…"), ==, cases[i].withdraws);
    }
  dialog = muster_attachment_dialog_new_withdraw (operations_fixture_open (&fixture->operations, FIXTURE_SAM), 1, "Report");
  adw_dialog_present (dialog, page);
  case_fixture_submit_badly (fixture, dialog, "Withdraw", "Say why the document is withdrawn.");
  case_fixture_write (GTK_WIDGET (dialog), "Why", "Of another incident");
  case_fixture_submit (fixture, dialog, "Withdraw");
  case_fixture_wait_shows (page, "Withdrawn: Of another incident");
  g_assert_true (has_tooltip (page, "Open “report.pdf”"));
  g_assert_false (has_tooltip (page, "Withdraw “report.pdf”…"));
  harness_shoot (GTK_WINDOW (fixture->window), "incident-documents");
}

static gboolean
is_ready (gpointer page)
{
  return muster_cases_page_is_ready (page);
}

static gboolean
offers_recording (AdwNavigationPage *page)
{
  return has_tooltip (GTK_WIDGET (page), "Record Incident");
}

static void
test_register (CaseFixture *fixture, gconstpointer data)
{
  AdwNavigationPage *page;

  record (fixture, add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR));
  page = muster_cases_page_new_incidents (operations_fixture_open (&fixture->operations, FIXTURE_KIM));
  case_fixture_show (fixture, page);
  harness_wait (is_ready, page, "the incidents to be read");
  g_assert_cmpuint (muster_cases_page_get_n_rows (MUSTER_CASES_PAGE (page)), ==, 1);
  case_fixture_wait_shows (GTK_WIDGET (page), "A laptop was left on the bus");
  g_assert_true (offers_recording (page));
  harness_shoot (GTK_WINDOW (fixture->window), "incidents");
  page = muster_cases_page_new_incidents (operations_fixture_open (&fixture->operations, FIXTURE_JO));
  case_fixture_show (fixture, page);
  g_assert_false (offers_recording (page));
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/incident-page/content", test_content);
  case_fixture_add ("/gui/incident-page/offers", test_offers);
  case_fixture_add ("/gui/incident-page/action-from-it", test_action_from_it);
  case_fixture_add ("/gui/incident-page/attach", test_attach);
  case_fixture_add ("/gui/incident-page/documents", test_documents);
  case_fixture_add ("/gui/incident-page/register", test_register);
  return g_test_run ();
}
