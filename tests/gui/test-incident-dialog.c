/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"
#include "gui/muster-incident-dialog.h"
#include "gui/muster-incident-step-dialog.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-incident-table.h"

static MusterIncident *
load (CaseFixture *fixture, gint64 id)
{
  MusterStore *store = operations_fixture_open (&fixture->operations, FIXTURE_JO);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  MusterIncident *incident = muster_incident_table_load (database, id, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return incident;
}

static void
type (AdwDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (case_fixture_find_row (GTK_WIDGET (dialog), title)), text);
}

static void
done_cb (MusterIncidentDialog *dialog, gint64 *id)
{
  *id = muster_incident_dialog_get_id (dialog);
}

static gint64
record (CaseFixture *fixture, const char *people)
{
  AdwDialog *dialog = muster_incident_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), 0, 0);
  gint64 id = 0;

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "What happened", "A laptop was left on the bus");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Kind")), MUSTER_INCIDENT_LOST_EQUIPMENT);
  type (dialog, "Whom it concerns: NPN, Assister ID or e-mail, with commas; may be empty", people);
  type (dialog, "Occurred on, or from", "2026-03-08");
  type (dialog, "The agency learned of it on", "2026-03-09");
  type (dialog, "Time of day, as 14:30", "9:30");
  harness_shoot (GTK_WINDOW (fixture->window), "incident-record");
  g_signal_connect (dialog, "done", G_CALLBACK (done_cb), &id);
  case_fixture_submit (fixture, dialog, "Record Incident");
  return id;
}

static void
test_record_and_complete (CaseFixture *fixture, gconstpointer data)
{
  gint64 person = add_certified (&fixture->operations, "Lindqvist", 1, MUSTER_ASSISTER_NAVIGATOR);
  g_autofree char *code = muster_assister_dup_code (person);
  gint64 id = record (fixture, code);
  g_autoptr (MusterIncident) recorded = load (fixture, id), completed = NULL;
  AdwDialog *dialog;

  g_assert_cmpint (recorded->kind, ==, MUSTER_INCIDENT_LOST_EQUIPMENT);
  g_assert_cmpint (recorded->discovered.minute, ==, 9 * 60 + 30);
  g_assert_nonnull (muster_incident_find_person (recorded, person));

  dialog = muster_incident_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), id, 0);
  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "What was done to limit it", "The account was locked");
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Personal data is involved")), MUSTER_KNOWN_YES);
  type (dialog, "Of how many people", "many");
  case_fixture_submit_badly (fixture, dialog, "Save", "not a number of people");
  type (dialog, "Of how many people", "12");
  case_fixture_submit (fixture, dialog, "Save");
  completed = load (fixture, id);
  g_assert_cmpuint (completed->data_people, ==, 12);
  g_assert_cmpstr (completed->narrative, ==, "A laptop was left on the bus");
  g_assert_cmpuint (muster_incident_count_people (completed), ==, 1);
}

/* A warning is no refusal. */
static void
test_warns_once (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = muster_incident_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), 0, 0);

  case_fixture_present (fixture, dialog);
  case_fixture_write (GTK_WIDGET (dialog), "What happened", "The form of the client, born 3/4/1981, was lost");
  type (dialog, "Occurred on, or from", "2026-03-09");
  type (dialog, "The agency learned of it on", "2026-03-09");
  type (dialog, "Time of day, as 14:30", "");
  case_fixture_submit_badly (fixture, dialog, "Record Incident", "birth date");
  case_fixture_submit (fixture, dialog, "Save Anyway");
}

static void
test_refuses (CaseFixture *fixture, gconstpointer data)
{
  AdwDialog *dialog = muster_incident_dialog_new (operations_fixture_open (&fixture->operations, FIXTURE_KIM), 0, 0);

  case_fixture_present (fixture, dialog);
  type (dialog, "Whom it concerns: NPN, Assister ID or e-mail, with commas; may be empty", "nobody@example.org");
  case_fixture_submit_badly (fixture, dialog, "Record Incident", "nobody@example.org");
  type (dialog, "Whom it concerns: NPN, Assister ID or e-mail, with commas; may be empty", "");
  type (dialog, "Time of day, as 14:30", "noon");
  case_fixture_submit_badly (fixture, dialog, "Record Incident", "noon");
  case_fixture_close (dialog);
}

static void
test_steps (CaseFixture *fixture, gconstpointer data)
{
  gint64 id = record (fixture, "");
  g_autoptr (MusterIncident) incident = NULL;
  AdwDialog *dialog;

  for (guint duty = MUSTER_DUTY_INTERNAL_REPORT; duty <= MUSTER_DUTY_INCIDENT_REPORT; duty++)
    {
      dialog = muster_incident_step_dialog_new_report (operations_fixture_open (&fixture->operations, FIXTURE_KIM), id, duty, "A report");
      case_fixture_present (fixture, dialog);
      type (dialog, "Told on", "2026-03-10");
      type (dialog, "Time of day, as 14:30", "");
      case_fixture_submit_badly (fixture, dialog, "Record as Done", "who was told");
      type (dialog, "Who was told", "ARC");
      /* Within the agency it was to be told on the day before. */
      if (duty == MUSTER_DUTY_INTERNAL_REPORT)
        {
          case_fixture_submit_badly (fixture, dialog, "Record as Done", "why it is late");
          case_fixture_write (GTK_WIDGET (dialog), "How, and what was said", "The office was closed");
        }
      case_fixture_submit (fixture, dialog, "Record as Done");
    }
  dialog = muster_incident_step_dialog_new_close (operations_fixture_open (&fixture->operations, FIXTURE_SAM), id);
  case_fixture_present (fixture, dialog);
  adw_combo_row_set_selected (ADW_COMBO_ROW (case_fixture_find_row (GTK_WIDGET (dialog), "Outcome")), MUSTER_INCIDENT_OUTCOME_NO_ACTION - 1);
  case_fixture_write (GTK_WIDGET (dialog), "What came of it", "Found again");
  case_fixture_submit (fixture, dialog, "Close Incident");
  incident = load (fixture, id);
  g_assert_cmpint (incident->outcome, ==, MUSTER_INCIDENT_OUTCOME_NO_ACTION);
}

int
main (int argc, char **argv)
{
  harness_init (&argc, &argv);
  case_fixture_add ("/gui/incident-dialog/record-and-complete", test_record_and_complete);
  case_fixture_add ("/gui/incident-dialog/warns-once", test_warns_once);
  case_fixture_add ("/gui/incident-dialog/refuses", test_refuses);
  case_fixture_add ("/gui/incident-dialog/steps", test_steps);
  return g_test_run ();
}
