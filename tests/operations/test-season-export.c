/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-season-export.h"

#include <glib/gstdio.h>

#include "domain/muster-rule-packs.h"
#include "operations-fixture.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-evidence-operations.h"
#include "operations/muster-rule-operations.h"
#include "operations/muster-season-calendar.h"
#include "store/muster-journal-query.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

static void
open_season (OperationsFixture *fixture)
{
  MusterAdoptRequest request = { .pack = muster_rule_packs_find_shipped ("mnsure-2027"), .reason = "The rules of the coming year" };

  set_day (&request.from, "2026-08-01");
  run_well (fixture, FIXTURE_ALEX, &muster_adopt_rule_pack, &request, NULL);
  operations_fixture_set_day ("2026-09-01");
}

static void
show (OperationsFixture *fixture, gint64 person, const char *requirement, const char *expires)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  MusterEvidenceRequest request = { .evidence = evidence };

  evidence->assister_id = person;
  evidence->requirement = g_strdup (requirement);
  evidence->source = g_strdup ("A look-up");
  set_day (&evidence->on, "2026-03-01");
  set_day (&evidence->expires, expires);
  run_well (fixture, FIXTURE_KIM, &muster_record_evidence, &request, NULL);
}

static char *
export_to (OperationsFixture *fixture, MusterSeasonExport *request, guint n_people)
{
  g_autofree char *path = g_build_filename (fixture->folder, "export", NULL);
  g_auto (MusterExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  request->path = path;
  run_well (fixture, FIXTURE_SAM, &muster_export_season, request, &result);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (muster_export_put_in_place (&result, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (result.n_people, ==, n_people);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  request->path = NULL;
  return text;
}

static guint
count_files (OperationsFixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
assert_entry (OperationsFixture *fixture, const char *kind)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterJournalFilter filter = { .operation = "export-season", .limit = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, &error);
  const MusterJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->reason, ==, "Reminders of September");
  g_assert_nonnull (strstr (entry->detail, kind));
  g_assert_nonnull (strstr (entry->detail, "sha256"));
  muster_store_read_done (store, database);
}

/* Whoever is behind, and nobody else; a name that would be a formula is none. */
static void
test_letters (OperationsFixture *fixture, gconstpointer data)
{
  MusterSeasonExport request = { .kind = MUSTER_SEASON_EXPORT_LETTERS, .reason = "Reminders of September" };
  gint64 done = add_certified (fixture, "Moua", 1, STAFF);
  g_autofree char *text = NULL;

  add_certified (fixture, "=Nur, Ali", 2, STAFF);
  open_season (fixture);
  take_step (fixture, done, STAFF, MUSTER_VERB_CERTIFY, "2026-08-20");
  text = export_to (fixture, &request, 1);
  g_assert_cmpstr (text, ==,
                   "First name,Last name,E-mail,Agency,Letter language,Lacking,Deadline,Muster practice register\r\n"
                   "Ana,\"'=Nur, Ali\",person2@example.org,Riverside Test Navigators,en,"
                   "\"Data Security, Accessibility, Compliance and Ethics course; Code of Conduct and Rules of Behavior\",2026-10-15,invented\r\n");
  assert_entry (fixture, "letters");
}

/* What is refused leaves nothing. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letters.csv", NULL), *missing = g_build_filename (fixture->folder, "missing", "season.ics", NULL);
  MusterSeasonExport request = { .kind = MUSTER_SEASON_EXPORT_LETTERS, .path = path, .reason = "Reminders" };
  guint before = count_files (fixture);

  add_certified (fixture, "Moua", 1, STAFF);
  run_badly (fixture, FIXTURE_SAM, &muster_export_season, &request, NULL, MUSTER_ERROR_RULE); /* there is no season */
  open_season (fixture);
  request.reason = " ";
  run_badly (fixture, FIXTURE_SAM, &muster_export_season, &request, NULL, MUSTER_ERROR_RULE);
  request.reason = "Reminders";
  run_badly (fixture, FIXTURE_KIM, &muster_export_season, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  request.path = missing;
  run_badly (fixture, FIXTURE_SAM, &muster_export_season, &request, NULL, MUSTER_ERROR_STORAGE);
  request.kind = MUSTER_SEASON_EXPORT_CALENDAR;
  run_badly (fixture, FIXTURE_SAM, &muster_export_season, &request, NULL, MUSTER_ERROR_STORAGE);
  g_assert_cmpuint (count_files (fixture), ==, before);
}

static gboolean
has_event (const char *text, const char *day, const char *summary)
{
  g_autofree char *part = g_strdup_printf ("DTSTART;VALUE=DATE:%s\r\nSUMMARY:%s\r\n", day, summary);

  return strstr (text, part) != NULL;
}

static void
test_names (OperationsFixture *fixture, gconstpointer data)
{
  MusterSeasonExport request = { .kind = MUSTER_SEASON_EXPORT_CALENDAR, .agency = "Riverside", .reason = "Reminders of September" };
  g_autofree char *text = NULL, *again = NULL;

  show (fixture, add_certified (fixture, "Moua", 1, BROKER | NAVIGATOR), "licence", "2026-11-30");
  show (fixture, add_certified (fixture, "Nur", 2, BROKER), "licence", "2026-05-31");
  show (fixture, add_certified (fixture, "Dahl", 3, BROKER), "licence", "2027-02-28");
  add_certified (fixture, "Xiong", 4, BROKER);
  open_season (fixture);
  text = export_to (fixture, &request, 2);
  g_assert_true (has_event (text, "20261015", "Practice: Recertification is due today"));
  g_assert_true (has_event (text, "20270801", "Practice: The recertification season is expected to open"));
  g_assert_true (has_event (text, "20261130", "Practice: License of Ana Moua ends"));
  g_assert_true (has_event (text, "20270228", "Practice: License of Ana Dahl ends"));
  g_assert_null (strstr (text, "Nur"));
  g_assert_null (strstr (text, "Xiong"));
  g_assert_nonnull (strstr (text, "CLASS:CONFIDENTIAL"));
  assert_entry (fixture, "calendar");
  /* The same events by the same names, so that a calendar does not have them twice. */
  again = export_to (fixture, &request, 2);
  g_assert_cmpmem (strstr (again, "UID:license"), 40, strstr (text, "UID:license"), 40);
}

/* Without names it says nothing about anybody, and anybody may have it. */
static void
test_numbers (OperationsFixture *fixture, gconstpointer data)
{
  MusterStore *store;
  MusterDatabase *database;
  GDate on;
  MusterSeasonCalendar wanted = { .on = &on, .agency = "Riverside", .time = 1788220800000000, .is_practice = TRUE };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 7;

  for (guint i = 1; i <= 3; i++)
    show (fixture, add_certified (fixture, "Moua", i, BROKER), "licence", i == 3 ? "2027-01-31" : "2026-11-30");
  set_day (&on, "2026-07-31");
  store = operations_fixture_open (fixture, FIXTURE_JO);
  database = muster_store_read (store, &error);
  content = muster_season_calendar_make (database, &wanted, &n, NULL, &error);
  muster_store_read_done (store, database);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
  text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  g_assert_true (has_event (text, "20260801", "Practice: The recertification season is expected to open"));
  g_assert_true (has_event (text, "20261130", "Practice: 2 licenses end"));
  g_assert_true (has_event (text, "20270131", "Practice: 1 license ends"));
  g_assert_null (strstr (text, "Moua"));
  g_assert_null (strstr (text, "CLASS"));
  g_assert_null (strstr (text, "due today"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/season-export/letters", test_letters);
  operations_fixture_add ("/operations/season-export/refused", test_refused);
  operations_fixture_add ("/operations/season-export/names", test_names);
  operations_fixture_add ("/operations/season-export/numbers", test_numbers);
  return g_test_run ();
}
