/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-roster.h"

#include <glib/gstdio.h>

#include "documents/muster-sheet-reader.h"
#include "import-fixture.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-evidence-table.h"
#include "store/muster-journal-query.h"
#include "store/muster-register.h"
#include "store/muster-roster-people.h"

#define BROKER MUSTER_ASSISTER_BROKER
#define NAVIGATOR MUSTER_ASSISTER_NAVIGATOR
#define CAC MUSTER_ASSISTER_CAC
#define STAFF MUSTER_ASSISTER_SUPPORT_STAFF

/* People whose values a table could lose: names that are formulas, nothings or quotes, zeros in front, several of everything. */
static const struct
{
  MusterAssister person;
  const char *agency;
  guint types;
} people[] = {
#define T(text) (char *) (text)
  { { .given_name = T ("Ana"), .family_name = T ("Null"), .email = T ("ana.null@example.org"), .npn = T ("7100001"), .licence_number = T ("0004711") }, "Riverside \"East\", Inc.", BROKER },
  { { .given_name = T ("=1+1"), .family_name = T ("+Plus"), .email = T ("plus@example.org"), .npn = T ("7100002"), .county = T ("@Home") }, "=cmd|' /C calc'!A0", BROKER | NAVIGATOR },
  { { .given_name = T ("-Bo"), .family_name = T ("'=O"), .assister_id = T ("000000001"), .training_id = T ("000001") }, "-Dash", NAVIGATOR | CAC },
  { { .given_name = T ("Cy"), .family_name = T ("O\"Brien\", Jr; x"), .middle_name = T ("'t"), .suffix = T ("III"), .email = T ("cy@example.org") }, "Tab & Semi; Colon", CAC },
  { { .given_name = T ("Siobhán"), .family_name = T ("Nguyễn-Å"), .npn = T ("1234567890"), .phone = T ("(612) 555-0142 ext. 7"), .other_phones = T ("(612) 555-0143; +44 20 7946 0000") }, "Ünïcode ✓", BROKER | NAVIGATOR | CAC | STAFF },
  { { .given_name = T ("D'Ana"), .family_name = T ("N/A Smith"), .admin_id = T ("ADM007"), .email = T ("staff@example.org"), .phone = T ("+44 20 7946 0001") }, NULL, STAFF },
  { { .family_name = T ("Mono"), .training_id = T ("TRN0001"), .languages = T ("English; Spanish; Hmong"), .county = T ("St. Louis") }, "Riverside \"East\", Inc.", 0 },
  { { .given_name = T ("Line"), .family_name = T ("Break\nIn It"), .email = T ("Line.Break@example.org"), .npn = T ("12"), .languages = T ("Lao") }, "Two\nLines", BROKER },
  /* Known by nothing else; apostrophes before digits are their own. */
  { { .given_name = T ("Sup"), .family_name = T ("'7of9"), .admin_id = T ("ADM011"), .county = T ("''12") }, "'3 Oaks", STAFF },
#undef T
};

static gint64
add (OperationsFixture *fixture, guint i)
{
  g_autoptr (MusterAssister) person = muster_assister_copy (&people[i].person);
  MusterAssisterEdit edit = { .person = person, .agency = people[i].agency, .types = people[i].types, .reason = "New on the roster" };
  gint64 id = 0;

  person->active = TRUE;
  run_well (fixture, FIXTURE_KIM, &muster_add_assister, &edit, &id);
  return id;
}

static void
add_all (OperationsFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    add (fixture, i);
}

static char *
dup_path (OperationsFixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

/* What a sender says of their standing. */
static void
add_claims (OperationsFixture *fixture)
{
  g_autofree char *path = NULL;

  muster_import_plan_free (import_text (fixture,
                                        "NPN,Last Name,First Name,Status,Certified On,Certified Through,License Expires\n"
                                        "7100001,Null,Ana,Active,2025-10-01,2026-10-31,2027-04-30\n"
                                        "7100002,'+Plus,'=1+1,'=1+1,,2024-10-31,\n"
                                        "1234567890,Nguyễn-Å,Siobhán,\"Terminated, for cause\",,,2020-02-29\n",
                                        MUSTER_KEY_NPN, MUSTER_MODE_UPDATE, NULL));
  path = dup_path (fixture, "roster.csv");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static MusterExportRequest
make_request (const char *path, const char *columns)
{
  MusterExportRequest request = { .path = path, .reason = "For the marketplace" };

  g_assert_true (muster_export_find_format (path, &request.format, NULL));
  muster_export_columns_init (&request.columns);
  if (columns != NULL)
    g_assert_true (muster_export_columns_parse (&request.columns, columns, NULL));
  return request;
}

/* Returns: how many people. */
static guint
export_to (OperationsFixture *fixture, const MusterExportRequest *request)
{
  g_auto (MusterExportResult) result = { 0 };
  g_autoptr (GError) error = NULL;

  run_well (fixture, FIXTURE_SAM, &muster_export_roster, request, &result);
  g_assert_false (g_file_test (request->path, G_FILE_TEST_EXISTS));
  g_assert_true (muster_export_put_in_place (&result, request->path, &error));
  g_assert_no_error (error);
  return result.n_people;
}

typedef struct
{
  MusterDatabase *database;
  GPtrArray *lines;
} Gathering;

static gboolean
gather_cb (const MusterRosterPerson *found, gpointer data, GError **error)
{
  static const MusterExportColumn fields[] = { MUSTER_EXPORT_FAMILY_NAME, MUSTER_EXPORT_GIVEN_NAME, MUSTER_EXPORT_MIDDLE_NAME, MUSTER_EXPORT_SUFFIX, MUSTER_EXPORT_TYPE,
                                               MUSTER_EXPORT_AGENCY, MUSTER_EXPORT_NPN, MUSTER_EXPORT_LICENCE_NUMBER, MUSTER_EXPORT_EMAIL, MUSTER_EXPORT_PHONE,
                                               MUSTER_EXPORT_OTHER_PHONES, MUSTER_EXPORT_ASSISTER_ID, MUSTER_EXPORT_TRAINING_ID, MUSTER_EXPORT_ADMIN_ID, MUSTER_EXPORT_COUNTY,
                                               MUSTER_EXPORT_LANGUAGES, MUSTER_EXPORT_LICENCE_EXPIRES, MUSTER_EXPORT_REPORTED_STATUS, MUSTER_EXPORT_CERTIFIED_ON,
                                               MUSTER_EXPORT_CERTIFIED_THROUGH, MUSTER_EXPORT_STATUS };
  const Gathering *gathering = data;
  g_autoptr (GPtrArray) evidence = muster_evidence_table_list (gathering->database, found->person->id, NULL);
  const MusterExportPerson person = { found->person, found->agency, found->standing, evidence };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *cell = muster_export_dup_cell (&person, fields[i], NULL);

      g_string_append_printf (line, "[%s]", cell);
    }
  g_ptr_array_add (gathering->lines, g_string_free_and_steal (line));
  return TRUE;
}

/* Everything that is kept of everybody, in an order that does not depend on numbers. */
static char *
dup_digest (OperationsFixture *fixture)
{
  static const MusterRosterFilter everybody = { .may_assist = -1 };
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;
  Gathering gathering = { database, lines };
  GDate today;

  set_day (&today, "2026-03-10");
  index = muster_roster_index_new (database, &today, NULL, NULL, NULL);
  ids = muster_roster_index_select (index, database, &everybody, NULL, NULL);
  g_assert_true (muster_roster_people_foreach (database, index, (const gint64 *) (gpointer) ids->data, ids->len, gather_cb, &gathering, NULL));
  muster_store_read_done (store, database);
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  g_test_message ("%s", text);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static void
import_file (OperationsFixture *fixture, const char *path, guint n_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  g_autofree char *findings = NULL;
  gint64 id = 0;

  g_assert_no_error (error);
  options = muster_import_options_new (sheet, NULL);
  plan = carry_out (fixture, sheet, options, &id);
  findings = dup_findings (plan);
  g_test_message ("%s", findings);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_CREATED], ==, n_people);
  g_assert_cmpint (id, >, 0);
}

/* Whatever somebody is known by, they are known again: support staff by nothing but an Admin ID too. */
static void
import_again (OperationsFixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSheet) sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  gint64 id = 0;

  g_assert_no_error (error);
  options = muster_import_options_new (sheet, NULL);
  plan = carry_out (fixture, sheet, options, &id);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_UNCHANGED], ==, G_N_ELEMENTS (people));
}

/* Into an empty register: the same people, to the letter. */
static void
check_round_trip (OperationsFixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);
  MusterExportRequest request = make_request (path, "all");
  OperationsFixture empty = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_all (fixture);
  add_claims (fixture);
  g_assert_cmpuint (export_to (fixture, &request), ==, G_N_ELEMENTS (people));
  before = dup_digest (fixture);
  operations_fixture_set_up (&empty, NULL);
  import_file (&empty, path, G_N_ELEMENTS (people));
  after = dup_digest (&empty);
  g_assert_cmpstr (after, ==, before);
  /* What is said of them certifies nobody. */
  g_assert_cmpint (get_state (&empty, find_person (&empty, "7100001"), BROKER, NULL), ==, MUSTER_STATE_APPLICANT);
  import_again (&empty, path);
  operations_fixture_tear_down (&empty, NULL);
  operations_fixture_set_day ("2026-03-10");
}

static void
test_csv (OperationsFixture *fixture, gconstpointer data)
{
  check_round_trip (fixture, "roster.csv");
}

static void
test_xlsx (OperationsFixture *fixture, gconstpointer data)
{
  check_round_trip (fixture, "roster.xlsx");
}

/* The archive opens with its passphrase only; what is inside stands nowhere in clear. */
static void
test_zip (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.zip");
  g_autoptr (MusterSecret) passphrase = muster_secret_new_from_text ("otter quilt ladder");
  MusterExportRequest request = make_request (path, "all");
  g_autofree char *content = NULL;
  gsize length;

  add_all (fixture);
  request.passphrase = passphrase;
  g_assert_cmpuint (export_to (fixture, &request), ==, G_N_ELEMENTS (people));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpint (memcmp (content, "PK", 2), ==, 0);
  g_assert_null (memmem (content, length, "ana.null", 8));
  g_assert_nonnull (memmem (content, length, "roster.csv", 10));
}

static void
test_columns (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.csv");
  MusterExportRequest request = make_request (path, "npn,family-name");
  g_autofree char *text = NULL;

  add (fixture, 0);
  export_to (fixture, &request);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* Of a practice register, since that is what tests have. */
  g_assert_cmpstr (text, ==, "NPN,Last name,Muster practice register\r\n7100001,Null,invented\r\n");
}

static void
test_filter (OperationsFixture *fixture, gconstpointer data)
{
  const MusterRosterFilter filter = { .types = CAC, .may_assist = -1 };
  g_autofree char *path = dup_path (fixture, "roster.csv");
  MusterExportRequest request = make_request (path, NULL);

  add_all (fixture);
  request.filter = &filter;
  g_assert_cmpuint (export_to (fixture, &request), ==, 3);
}

/* One entry, that says what left, and for what. */
static void
test_journal (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.csv");
  MusterExportRequest request = make_request (path, "npn,assister-id");
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  const MusterJournalFilter filter = { .operation = "export-roster" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *content = NULL;
  g_autofree char *hash = NULL;
  const MusterJournalEntry *entry;
  MusterDatabase *database;
  gsize length;

  add (fixture, 0);
  export_to (fixture, &request);
  database = muster_store_read (store, NULL);
  entries = muster_journal_query_list (database, &filter, NULL);
  muster_store_read_done (store, database);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->reason, ==, "For the marketplace");
  g_assert_nonnull (strstr (entry->detail, "file=roster.csv"));
  g_assert_nonnull (strstr (entry->detail, "columns=npn,assister-id"));
  g_assert_nonnull (strstr (entry->detail, "people=1"));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_assert_nonnull (strstr (entry->detail, hash));
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
refuse (OperationsFixture *fixture, FixtureAccount account, const MusterExportRequest *request, MusterError code)
{
  MusterExportResult result = { 0 };
  guint before = count_files (fixture);

  run_badly (fixture, account, &muster_export_roster, request, &result, code);
  g_assert_null (result.draft);
  g_assert_cmpuint (count_files (fixture), ==, before);
}

/* What is refused leaves neither a file nor an entry. */
static void
test_refused (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.csv");
  g_autofree char *archive = dup_path (fixture, "roster.zip");
  g_autofree char *nowhere = dup_path (fixture, "missing/roster.csv");
  MusterExportRequest request = make_request (path, NULL);
  MusterTableFormat format;
  g_autoptr (GError) error = NULL;

  add (fixture, 0);
  refuse (fixture, FIXTURE_KIM, &request, MUSTER_ERROR_FORBIDDEN);
  refuse (fixture, FIXTURE_JO, &request, MUSTER_ERROR_FORBIDDEN);
  request.reason = " ";
  refuse (fixture, FIXTURE_SAM, &request, MUSTER_ERROR_RULE);
  request = make_request (path, NULL);
  request.columns.n = 0;
  refuse (fixture, FIXTURE_SAM, &request, MUSTER_ERROR_RULE);
  request = make_request (archive, NULL);
  refuse (fixture, FIXTURE_SAM, &request, MUSTER_ERROR_RULE);
  request = make_request (nowhere, NULL);
  refuse (fixture, FIXTURE_SAM, &request, MUSTER_ERROR_STORAGE);
  g_assert_false (muster_export_find_format ("roster.pdf", &format, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
}

/* A place that cannot be taken: the journal knows of the export, and nothing else is left. */
static void
test_no_place (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "taken.csv");
  MusterExportRequest request = make_request (path, NULL);
  MusterExportResult result = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  add (fixture, 0);
  run_well (fixture, FIXTURE_SAM, &muster_export_roster, &request, &result);
  g_assert_false (muster_export_put_in_place (&result, path, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  muster_export_result_clear (&result);
  g_assert_cmpuint (count_files (fixture), ==, 2);
}

/* Invented people do not get into a real register, whatever has become of the file; back into a practice register they do. */
static void
test_practice (OperationsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "roster.csv");
  g_autofree char *folder = dup_path (fixture, "real.muster");
  MusterExportRequest request = make_request (path, NULL);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("plenty of words here");
  g_autoptr (MusterSecret) recovery = NULL;
  MusterRegisterPlan real = { .folder = folder, .agency = "Real Navigators", .account = "alex", .full_name = "Alex Amsel", .password = password };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  MusterDatabase *database;

  add (fixture, 0);
  export_to (fixture, &request);
  recovery = muster_register_create (&real, NULL, &error);
  g_assert_no_error (error);
  store = muster_store_open (folder, "alex", password, NULL, &error);
  g_assert_no_error (error);
  sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  options = muster_import_options_new (sheet, NULL);
  database = muster_store_read (store, NULL);
  g_assert_null (muster_import_plan_new (database, sheet, options, NULL, NULL, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
  muster_store_read_done (store, database);
  muster_store_close (store);

  plan = make_plan (fixture, sheet, options);
  g_assert_cmpuint (plan->counts[MUSTER_FATE_UNCHANGED], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/export-roster/csv", test_csv);
  operations_fixture_add ("/operations/export-roster/xlsx", test_xlsx);
  operations_fixture_add ("/operations/export-roster/zip", test_zip);
  operations_fixture_add ("/operations/export-roster/columns", test_columns);
  operations_fixture_add ("/operations/export-roster/filter", test_filter);
  operations_fixture_add ("/operations/export-roster/journal", test_journal);
  operations_fixture_add ("/operations/export-roster/refused", test_refused);
  operations_fixture_add ("/operations/export-roster/no-place", test_no_place);
  operations_fixture_add ("/operations/export-roster/practice", test_practice);
  return g_test_run ();
}
