/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-report.h"

#include "operations-fixture.h"
#include "operations/muster-action-operations.h"
#include "store/muster-journal-query.h"

/* An action of somebody called =Moua, so that the name would be run as a formula. */
static void
open_action (OperationsFixture *fixture)
{
  static const char *const clauses[] = { "COC-09", "COC-03", NULL };
  MusterOpenAction request = { .assister_id = add_certified (fixture, "=Moua", 1, MUSTER_ASSISTER_NAVIGATOR), .clauses = clauses, .severity = MUSTER_SEVERITY_2, .finding = "A letter went to the wrong household." };

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, NULL);
}

static MusterReportExport
make_request (const char *path, MusterReportFormat format)
{
  MusterReportExport request = { .kind = MUSTER_REPORT_ACTIONS, .format = format, .path = path };

  g_date_clear (&request.as_of, 1);
  return request;
}

static char *
dup_path (OperationsFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* Returns: what is in the file. */
static char *
export_as (OperationsFixture *fixture, FixtureAccount account, const MusterReportExport *request)
{
  g_auto (MusterExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  run_well (fixture, account, &muster_export_report, request, &result);
  g_assert_true (muster_export_put_in_place (&result, request->path, &error));
  g_assert_true (g_file_get_contents (request->path, &content, NULL, &error));
  g_assert_no_error (error);
  return content;
}

static void
test_roles (OperationsFixture *fixture, gconstpointer data)
{
  static const gboolean has_names[N_FIXTURE_ACCOUNTS] = { [FIXTURE_ALEX] = TRUE, [FIXTURE_ROBIN] = TRUE, [FIXTURE_SAM] = TRUE, [FIXTURE_JO] = TRUE };
  g_autofree char *path = dup_path (fixture, "actions.file");

  open_action (fixture);
  for (guint account = 0; account < N_FIXTURE_ACCOUNTS; account++)
    for (guint format = 0; format < MUSTER_N_REPORT_FORMATS; format++)
      {
        MusterReportExport request = make_request (path, format);
        g_autofree char *content = export_as (fixture, account, &request);

        g_test_message ("account %u, %s", account, muster_report_format_to_code (format));
        if (format != MUSTER_REPORT_CSV && format != MUSTER_REPORT_JSON)
          continue;
        g_assert_nonnull (strstr (content, "CA-2026-0001"));
        g_assert_cmpint (strstr (content, "Moua") != NULL, ==, has_names[account]);
        if (format == MUSTER_REPORT_CSV && has_names[account])
          g_assert_nonnull (strstr (content, "\"'=Moua, Ana"));
      }
}

static void
test_days (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "actions.csv");
  MusterReportExport request = make_request (path, MUSTER_REPORT_CSV);
  g_autofree char *before = NULL;

  open_action (fixture);
  set_day (&request.as_of, "2026-03-09");
  before = export_as (fixture, FIXTURE_JO, &request);
  g_assert_null (strstr (before, "CA-2026-0001"));
  g_assert_nonnull (strstr (before, "Action,Person,"));
  set_day (&request.as_of, "2026-03-11");
  run_badly (fixture, FIXTURE_JO, &muster_export_report, &request, NULL, MUSTER_ERROR_RULE);
}

/* One entry, that says what left. */
static void
test_journal (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "actions.csv");
  MusterReportExport request = make_request (path, MUSTER_REPORT_CSV);
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  const MusterJournalFilter filter = { .operation = "export-report" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  const MusterJournalEntry *entry;
  MusterDatabase *database;

  open_action (fixture);
  request.reason = "For the audit";
  content = export_as (fixture, FIXTURE_KIM, &request);
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  g_assert_cmpstr (entry->reason, ==, "For the audit");
  g_assert_nonnull (strstr (entry->detail, "report=actions"));
  g_assert_nonnull (strstr (entry->detail, "as_of=2026-03-10"));
  g_assert_nonnull (strstr (entry->detail, "file=actions.csv"));
  g_assert_nonnull (strstr (entry->detail, "rows=1"));
  g_assert_nonnull (strstr (entry->detail, "names=no"));
  g_assert_nonnull (strstr (entry->detail, hash));
}

/* The roster is nothing without its people: staff do not take it out. */
static void
test_roster (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.csv");
  MusterReportExport request = make_request (path, MUSTER_REPORT_CSV);
  g_autofree char *content = NULL;

  open_action (fixture);
  request.kind = MUSTER_REPORT_ROSTER;
  run_badly (fixture, FIXTURE_KIM, &muster_export_report, &request, NULL, MUSTER_ERROR_FORBIDDEN);
  content = export_as (fixture, FIXTURE_JO, &request);
  g_assert_nonnull (strstr (content, "\"'=Moua, Ana"));
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
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "actions.csv");
  g_autofree char *nowhere = g_build_filename (fixture->folder, "missing", "actions.csv", NULL);
  MusterReportExport request = make_request (path, MUSTER_REPORT_CSV);
  MusterExportResult result = { 0 };
  guint before;

  operations_fixture_open (fixture, FIXTURE_SAM);
  before = count_files (fixture);
  request.reason = " ";
  run_badly (fixture, FIXTURE_SAM, &muster_export_report, &request, &result, MUSTER_ERROR_RULE);
  request.reason = "Of 123-45-6789";
  run_badly (fixture, FIXTURE_SAM, &muster_export_report, &request, &result, MUSTER_ERROR_RULE);
  request.reason = NULL;
  request.path = nowhere;
  for (request.format = 0; request.format < MUSTER_N_REPORT_FORMATS; request.format++)
    run_badly (fixture, FIXTURE_SAM, &muster_export_report, &request, &result, MUSTER_ERROR_STORAGE);
  g_assert_null (result.draft);
  g_assert_cmpuint (count_files (fixture), ==, before);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *path;
    int format; /* -1: none */
  } cases[] = {
    { "a.pdf", MUSTER_REPORT_PDF },
    { "a.csv", MUSTER_REPORT_CSV },
    { "a.xlsx", MUSTER_REPORT_XLSX },
    { "/b/a.JSON", MUSTER_REPORT_JSON },
    { "a.odt", -1 },
    { "csv", -1 },
    { "a.csv.zip", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterReportFormat format;

      g_test_message ("%s", cases[i].path);
      g_assert_cmpint (muster_report_find_format (cases[i].path, &format, NULL) ? (int) format : -1, ==, cases[i].format);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/export-report/roles", test_roles);
  operations_fixture_add ("/operations/export-report/days", test_days);
  operations_fixture_add ("/operations/export-report/roster", test_roster);
  operations_fixture_add ("/operations/export-report/journal", test_journal);
  operations_fixture_add ("/operations/export-report/refused", test_refused);
  g_test_add_func ("/operations/export-report/formats", test_formats);
  return g_test_run ();
}
