/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-profile-operations.h"

#include "import-fixture.h"
#include "store/muster-import-lines.h"
#include "store/muster-import-table.h"
#include "store/muster-profile-table.h"

#define SENDER "Who,Producer,What,Since,Remark\n"

static GPtrArray *
list_profiles (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *profiles = muster_profile_table_list (database, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  return profiles;
}

static MusterImportOptions *
understand (MusterSheet *sheet)
{
  MusterImportOptions *options = muster_import_options_new (sheet, NULL);

  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_NAME, "Who", NULL));
  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_NPN, "Producer", NULL));
  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_TYPE, "What", NULL));
  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_CERTIFIED_ON, "Since", NULL));
  g_assert_true (muster_import_options_map (options, sheet, MUSTER_FIELD_IGNORE, "Remark", NULL));
  g_assert_true (muster_import_options_set_date_order (options, sheet, "Since", MUSTER_DATE_ORDER_DAY_FIRST, NULL));
  muster_value_map_set (options->values, MUSTER_FIELD_TYPE, "Agt", "broker");
  g_set_str (&options->constants.agency, "Sunrise");
  options->key = MUSTER_KEY_NPN;
  options->mode = MUSTER_MODE_INSERT;
  return options;
}

static void
test_remembered (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,03/04/2025,x\n");
  g_autoptr (MusterSheet) turned = NULL, strange = NULL;
  g_autoptr (MusterImportOptions) options = understand (sheet);
  g_autoptr (MusterImportOptions) remembered = NULL, forgotten = NULL;
  MusterImportRequest request = { .sheet = sheet, .options = options, .save_profile = "Riverside monthly" };
  MusterImportResult result = { 0 };
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GError) error = NULL;

  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  g_assert_cmpint (result.import_id, >, 0);
  muster_import_plan_free (result.plan);
  profiles = list_profiles (fixture);
  g_assert_cmpuint (profiles->len, ==, 1);

  /* The sender’s next file, with its columns in another order. */
  turned = read_text (fixture, "Remark,Since,Who,What,Producer\nx,05/06/2025,Bo Olson,Agt,7654321\n");
  remembered = muster_import_options_new (turned, profiles);
  g_assert_cmpstr (remembered->profile, ==, "Riverside monthly");
  g_assert_cmpint (remembered->fields[0], ==, MUSTER_FIELD_IGNORE);
  g_assert_cmpint (remembered->fields[1], ==, MUSTER_FIELD_CERTIFIED_ON);
  g_assert_cmpint (remembered->fields[2], ==, MUSTER_FIELD_NAME);
  g_assert_cmpint (remembered->date_orders[1], ==, MUSTER_DATE_ORDER_DAY_FIRST);
  g_assert_cmpint (remembered->key, ==, MUSTER_KEY_NPN);
  g_assert_cmpint (remembered->mode, ==, MUSTER_MODE_INSERT);
  g_assert_cmpstr (remembered->constants.agency, ==, "Sunrise");
  g_assert_true (muster_import_options_check (remembered, turned, &error));
  g_assert_no_error (error);
  muster_import_plan_free (carry_out (fixture, turned, remembered, NULL));
  g_assert_cmpint (get_state (fixture, find_person (fixture, "7654321"), MUSTER_ASSISTER_BROKER, NULL), ==, MUSTER_STATE_APPLICANT);

  strange = read_text (fixture, HEADER ANA);
  forgotten = muster_import_options_new (strange, profiles);
  g_assert_cmpstr (forgotten->profile, ==, NULL);
  g_assert_cmpint (forgotten->key, ==, MUSTER_KEY_AUTO);
}

/* What the file says itself goes before what was remembered of another. */
static void
test_refuted_order (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,03/04/2025,x\n");
  g_autoptr (MusterSheet) mixed = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,03/14/2025,x\nBo Olson,7654321,Agt,03/04/2025,x\n");
  g_autoptr (MusterSheet) plain = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,03/14/2025,x\n");
  g_autoptr (MusterImportOptions) options = understand (sheet);
  g_autoptr (MusterImportProfile) profile = muster_import_options_dup_profile (options, sheet, "Riverside monthly");
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  g_autoptr (MusterImportOptions) asked = NULL, settled = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (profiles, profile);
  asked = muster_import_options_new (mixed, profiles);
  g_assert_cmpstr (asked->profile, ==, "Riverside monthly");
  copy = muster_import_options_copy (asked);
  g_assert_false (muster_import_options_check (copy, mixed, &error));
  g_assert_nonnull (strstr (error->message, "The order day-month comes from how “Riverside monthly” was read"));
  g_clear_error (&error);
  g_assert_true (muster_import_options_set_date_order (asked, mixed, "Since", MUSTER_DATE_ORDER_MONTH_FIRST, NULL));
  g_assert_true (muster_import_options_check (asked, mixed, &error));
  g_assert_no_error (error);

  settled = muster_import_options_new (plain, profiles);
  g_assert_cmpint (settled->date_orders[3], ==, MUSTER_DATE_ORDER_UNKNOWN);
  g_assert_true (muster_import_options_check (settled, plain, &error));
  g_assert_no_error (error);
}

static void
test_operations (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,2025-03-04,x\n");
  g_autoptr (MusterImportOptions) options = understand (sheet);
  g_autoptr (MusterImportProfile) profile = muster_import_options_dup_profile (options, sheet, " Riverside  monthly ");
  g_autoptr (MusterImportProfile) nameless = muster_import_options_dup_profile (options, sheet, " ");
  g_autoptr (GPtrArray) one = NULL, none = NULL, back = NULL;
  MusterProfileSaving saving = { profile };
  MusterProfileRemoval removal = { "riverside MONTHLY" };
  gint64 entries;

  run_well (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL);
  one = list_profiles (fixture);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((const MusterImportProfile *) one->pdata[0])->name, ==, "Riverside monthly");

  /* Saying it again is no news. */
  entries = count_entries (fixture);
  run_well (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL);
  g_assert_cmpint (count_entries (fixture), ==, entries);

  run_well (fixture, FIXTURE_KIM, &muster_remove_profile, &removal, NULL);
  none = list_profiles (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  run_badly (fixture, FIXTURE_KIM, &muster_remove_profile, &removal, NULL, MUSTER_ERROR_NOT_FOUND);
  run_well (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL);
  back = list_profiles (fixture);
  g_assert_cmpuint (back->len, ==, 1);
  saving.profile = nameless;
  run_badly (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL, MUSTER_ERROR_INVALID);
}

/* Neither by itself nor with an import is a sender remembered by a number that must not be kept, nor by a word that is one. */
static void
test_no_ssn (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSheet) sheet = read_text (fixture, SENDER "Ana Lindqvist,1234567,Agt,2025-03-04,x\n");
  g_autoptr (MusterImportOptions) options = understand (sheet);
  g_autoptr (MusterImportProfile) named = muster_import_options_dup_profile (options, sheet, "From 123-45-6789");
  MusterImportRequest request = { .sheet = sheet, .options = options, .save_profile = "From 123-45-6789" };
  MusterProfileSaving saving = { named };
  g_autoptr (MusterImportProfile) valued = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gint64 entries;

  run_badly (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL, MUSTER_ERROR_RULE);
  entries = count_entries (fixture);
  run_badly (fixture, FIXTURE_KIM, &muster_import_roster, &request, NULL, MUSTER_ERROR_RULE);
  muster_value_map_set (options->values, MUSTER_FIELD_STATUS, "123-45-6789", "certified");
  valued = muster_import_options_dup_profile (options, sheet, "Riverside");
  saving.profile = valued;
  run_badly (fixture, FIXTURE_KIM, &muster_save_profile, &saving, NULL, MUSTER_ERROR_RULE);
  none = list_profiles (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (find_person (fixture, "1234567"), ==, 0);
  g_assert_cmpint (count_entries (fixture), ==, entries);
}

static void
assert_lines (GBytes *bytes, const MusterImportPlan *plan, gint64 ana)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) lines = muster_import_lines_decode (bytes, &error);
  const MusterImportLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 3);
  line = &g_array_index (lines, MusterImportLine, 0);
  g_assert_cmpuint (line->line, ==, 2);
  g_assert_cmpint (line->person, ==, ana);
  g_assert_cmpint (line->fate, ==, MUSTER_FATE_CREATED);
  line = &g_array_index (lines, MusterImportLine, 1);
  g_assert_cmpint (line->person, ==, ana);
  g_assert_cmpint (line->fate, ==, MUSTER_FATE_UPDATED);
  line = &g_array_index (lines, MusterImportLine, 2);
  g_assert_cmpint (line->person, ==, 0);
  g_assert_cmpint (line->fate, ==, MUSTER_FATE_REJECTED);
  g_assert_cmpint (plan->people[1], ==, ana);
}

/* By what is kept with it every value is found in the file again. */
static void
test_record (OperationsFixture *fixture, gconstpointer data)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_KIM);
  gint64 import_id;
  g_autoptr (MusterImportPlan) plan = import_text (fixture,
                                                   "Last Name,First Name,NPN,Type,Phone,Cell \"Phone\"\n"
                                                   "Lindqvist,Ana,1234567,Broker,612-555-0142,\nLindqvist,Ana,1234567,CAC,612-555-0142,\nOlson,Bo,1x,,,\n",
                                                   MUSTER_KEY_AUTO, MUSTER_MODE_UPSERT, &import_id);
  gint64 ana = find_person (fixture, "1234567");
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterImport) record = muster_import_table_load (database, import_id, NULL);
  g_autoptr (GBytes) lines = NULL;

  g_assert_true (muster_import_table_load_lines (database, import_id, &lines, NULL));
  muster_store_read_done (store, database);
  assert_lines (lines, plan, ana);
  g_assert_nonnull (record->snapshot);
  g_assert_cmpstr (record->profile, ==, NULL);
  g_assert_cmpstr (record->mapping, ==,
                   "{\"family-name\":{\"header\":\"Last Name\",\"column\":0},\"given-name\":{\"header\":\"First Name\",\"column\":1},\"npn\":{\"header\":\"NPN\",\"column\":2},"
                   "\"type\":{\"header\":\"Type\",\"column\":3},\"phone\":{\"header\":\"Phone; Cell \\\"Phone\\\"\",\"column\":4}}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/import-profiles/remembered", test_remembered);
  operations_fixture_add ("/operations/import-profiles/refuted-order", test_refuted_order);
  operations_fixture_add ("/operations/import-profiles/operations", test_operations);
  operations_fixture_add ("/operations/import-profiles/no-ssn", test_no_ssn);
  operations_fixture_add ("/operations/import-profiles/record", test_record);
  return g_test_run ();
}
