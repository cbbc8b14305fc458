/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>

#include "database-fixture.h"
#include "documents/muster-bundle-file.h"
#include "operations/muster-bundle-making.h"
#include "store/muster-cases-table.h"
#include "store/muster-database-private.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

/* The hearing bundle of a long case: corrective actions with many steps, each an entry of the journal, and an incident of many words. From the register to the pages. */

#define N_STEPS 1020
#define N_ENTRIES 500
#define LEAST_PAGES 200
#define BOUND 5000

#define TEXT "Met the client again on the day that was agreed, went through the papers one by one, and wrote down what was said and what was asked for until the next time"

static gint64
add_incident (MusterDatabase *database, gint64 person)
{
  g_autoptr (MusterIncident) incident = muster_incident_new ();
  g_autoptr (GString) narrative = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append (narrative, TEXT ". ");
  incident->narrative = g_strdup (narrative->str);
  incident->complainant = g_strdup ("Runa Oakenfold");
  g_date_set_dmy (&incident->discovered.day, 1, 3, 2026);
  incident->discovered.minute = MUSTER_NO_MINUTE;
  incident->clause_version = g_strdup ("1");
  incident->rule_pack = g_strdup ("mnsure-2026");
  incident->recorded_account = 1;
  muster_incident_add_person (incident, person);
  muster_incident_add_clause (incident, "COC-02");
  g_assert_true (muster_incident_table_save (database, incident, &incident->discovered.day, NULL));
  return incident->id;
}

static void
add_steps (MusterCorrectiveAction *action)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      MusterActionStep *step = muster_action_step_new ();

      step->position = (int) i + 1;
      step->what = g_strdup (TEXT);
      step->owner = g_strdup ("Ana Moua");
      step->done_note = g_strdup (TEXT);
      g_date_set_dmy (&step->due, 1 + i % 28, 3, 2026);
      g_date_set_dmy (&step->done_on, 1 + i % 28, 3, 2026);
      step->done_account = 1;
      g_ptr_array_add (action->steps, step);
    }
}

static void
add_action (MusterDatabase *database, gint64 person)
{
  g_autoptr (MusterCorrectiveAction) action = muster_corrective_action_new ();

  action->assister_id = person;
  action->severity = MUSTER_SEVERITY_3;
  action->finding = g_strdup (TEXT);
  g_date_set_dmy (&action->opened, 1, 3, 2026);
  g_date_set_dmy (&action->due, 1, 4, 2026);
  action->incident_id = add_incident (database, person);
  action->clause_version = g_strdup ("1");
  action->rule_pack = g_strdup ("mnsure-2026");
  action->opened_account = 1;
  g_ptr_array_add (action->clause_ids, g_strdup ("COC-02"));
  add_steps (action);
  g_assert_true (muster_action_table_save (database, action, NULL));
}

static void
fill (DatabaseFixture *fixture)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();

  begin_write (fixture);
  person->given_name = g_strdup ("Ana");
  person->family_name = g_strdup ("Moua");
  person->npn = g_strdup ("7000001");
  g_assert_true (muster_people_table_save (fixture->database, person, NULL));
  add_action (fixture->database, person->id);
  end_write (fixture);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      begin_write (fixture);
      end_write_as (fixture, "complete-step", "CA-2026-0001");
    }
}

static void
measure (MusterDatabase *reader, gboolean redacted)
{
  static const char *const words[] = { "Marlowe", "Xeng Yang", "Zebulon", NULL };
  const MusterBundleWish wish = { "Riverside", "The hearing", "Alex Moreau", "352-DC40-34D3", FALSE, FALSE, FALSE, g_get_real_time () };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRedactor) redactor = muster_redactor_new (redacted, redacted ? words : NULL, NULL);
  g_autoptr (MusterBundleCase) record = muster_bundle_case_load (reader, "CA-2026-0001", &error);
  g_autoptr (MusterBundle) bundle = record != NULL ? muster_bundle_make (reader, record, &wish, redactor, &error) : NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *line = NULL;
  double milliseconds;
  guint n_pages = 0;

  g_assert_no_error (error);
  file = muster_bundle_file_draw (bundle, &n_pages, &error);
  g_assert_no_error (error);
  milliseconds = (g_get_monotonic_time () - start) / 1000.;
  g_assert_cmpuint (n_pages, >=, LEAST_PAGES);
  line = g_strdup_printf ("  %s, %u pages, %" G_GSIZE_FORMAT " kB", redacted ? "redacted" : "whole", n_pages, g_bytes_get_size (file) / 1024);
  printf ("%-58s %13.1f ms %13d ms  %s\n", line, milliseconds, BOUND, milliseconds <= BOUND ? "meets" : "MISSES");
}

int
main (void)
{
  DatabaseFixture fixture = { 0 };
  MusterDatabase *reader;

  database_fixture_set_up (&fixture, NULL);
  fill (&fixture);
  reader = open_reader (&fixture);
  printf ("hearing bundle of a long case\n");
  measure (reader, FALSE);
  measure (reader, TRUE);
  muster_database_close (reader);
  database_fixture_tear_down (&fixture, NULL);
  return 0;
}
