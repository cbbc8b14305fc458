/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include "domain/muster-error.h"
#include "store/muster-import-table.h"

static MusterImport *
make_import (const char *file_name)
{
  MusterImport *record = g_new0 (MusterImport, 1);

  record->file_name = g_strdup (file_name);
  record->file_size = G_GUINT64_CONSTANT (5000000000);
  record->file_hash = g_strdup ("00ff");
  record->key = g_strdup ("auto");
  record->mode = g_strdup ("upsert");
  record->digest = g_strdup ("aa11");
  record->rows = 21;
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    record->counts[i] = i + 1;
  record->account_id = 1;
  record->recorded = 1767225600000000;
  record->sheet = g_strdup ("Navigators");
  record->mapping = g_strdup ("{}");
  record->snapshot = g_strdup ("20260101-000000-import.db");
  return record;
}

static void
save (DatabaseFixture *fixture, MusterImport *record)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_import_table_save (fixture->database, record, &error));
  g_assert_no_error (error);
  end_write (fixture);
}

static void
assert_same (const MusterImport *a, const MusterImport *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->file_name, ==, b->file_name);
  g_assert_cmpuint (a->file_size, ==, b->file_size);
  g_assert_cmpstr (a->file_hash, ==, b->file_hash);
  g_assert_cmpstr (a->encoding, ==, b->encoding);
  g_assert_cmpstr (a->delimiter, ==, b->delimiter);
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (a->mode, ==, b->mode);
  g_assert_cmpstr (a->digest, ==, b->digest);
  g_assert_cmpuint (a->rows, ==, b->rows);
  for (guint i = 0; i < MUSTER_N_FATES; i++)
    g_assert_cmpuint (a->counts[i], ==, b->counts[i]);
  g_assert_cmpint (a->account_id, ==, b->account_id);
  g_assert_cmpint (a->recorded, ==, b->recorded);
  g_assert_cmpint (a->undoes, ==, b->undoes);
  g_assert_cmpstr (a->sheet, ==, b->sheet);
  g_assert_cmpstr (a->profile, ==, b->profile);
  g_assert_cmpstr (a->mapping, ==, b->mapping);
  g_assert_cmpstr (a->snapshot, ==, b->snapshot);
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImport) sheet = make_import ("roster.xlsx");
  g_autoptr (MusterImport) text = make_import ("añada.csv");
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;

  text->encoding = g_strdup ("UTF-8");
  text->delimiter = g_strdup (";");
  save (fixture, sheet);
  save (fixture, text);
  sheet->counts[MUSTER_FATE_SKIPPED] = 77;
  save (fixture, sheet);
  imports = muster_import_table_list (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 2);
  assert_same (imports->pdata[0], text);
  assert_same (imports->pdata[1], sheet);
}

static void
test_load (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImport) record = make_import ("roster.csv");
  g_autoptr (MusterImport) loaded = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, record);
  loaded = muster_import_table_load (fixture->database, record->id, &error);
  g_assert_no_error (error);
  assert_same (loaded, record);
  g_assert_null (muster_import_table_load (fixture->database, 99, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
}

static void
test_lines (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterImport) record = make_import ("roster.csv"), undoing = make_import ("roster.csv");
  g_autoptr (MusterImport) loaded = NULL;
  g_autoptr (GBytes) kept = g_bytes_new_static ("\0\1\2", 3), none = NULL, lines = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, record);
  g_assert_true (muster_import_table_load_lines (fixture->database, record->id, &none, &error));
  g_assert_null (none);
  begin_write (fixture);
  g_assert_true (muster_import_table_save_lines (fixture->database, record->id, kept, &error));
  end_write (fixture);
  g_assert_true (muster_import_table_load_lines (fixture->database, record->id, &lines, &error));
  g_assert_true (g_bytes_equal (lines, kept));

  undoing->undoes = record->id;
  save (fixture, undoing);
  loaded = muster_import_table_load (fixture->database, undoing->id, &error);
  g_assert_no_error (error);
  assert_same (loaded, undoing);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/import-table/round-trip", test_round_trip);
  add_test ("/store/import-table/load", test_load);
  add_test ("/store/import-table/lines", test_lines);
  return g_test_run ();
}
