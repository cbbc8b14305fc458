/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-journal-format.h"

/* What the database captures by itself, and what it refuses. */

typedef struct
{
  char *folder;
  char *path;
  MusterSecret *key;
  MusterSecret *seed;
  MusterDatabase *database;
} Fixture;

static const MusterOperationRule agency_rule = { "test", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_AGENCY, "Test" };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("muster-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "register.db", NULL);
  fixture->key = muster_secret_new_random (32);
  fixture->seed = muster_secret_new_random (32);
  fixture->database = muster_database_open (fixture->path, fixture->key, MUSTER_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (muster_database_migrate (fixture->database, &error));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_clear_pointer (&fixture->database, muster_database_close);
  g_unlink (fixture->path);
  g_unlink (shared);
  g_unlink (log);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  muster_secret_unref (fixture->key);
  muster_secret_unref (fixture->seed);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gint64
finish (Fixture *fixture)
{
  MusterJournalHead head = { 1000, 1, "staff", "test", "P-1", "because", NULL };
  g_autoptr (GError) error = NULL;
  gint64 sequence = 0;

  g_assert_true (muster_journal_finish (fixture->database, &head, fixture->seed, &sequence, &error));
  g_assert_true (muster_database_commit (fixture->database, &error));
  g_assert_no_error (error);
  return sequence;
}

static void
begin (Fixture *fixture, const MusterOperationRule *rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_database_begin (fixture->database, &error));
  g_assert_true (muster_journal_begin (fixture->database, rule, &error));
  g_assert_no_error (error);
}

static gint64
count (Fixture *fixture, const char *sql)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (fixture->database, sql, NULL);
  gboolean row;

  g_assert_nonnull (statement);
  g_assert_true (muster_statement_step (statement, &row, NULL));
  return row ? muster_statement_get_int (statement, 0) : -1;
}

static void
test_capture (Fixture *fixture, gconstpointer data)
{
  begin (fixture, &agency_rule);
  g_assert_true (muster_database_execute (fixture->database, "INSERT INTO agency (name, name_key) VALUES ('Riverside', 'riverside')", NULL));
  g_assert_true (muster_database_execute (fixture->database, "UPDATE agency SET name = 'Riverside Health'", NULL));
  g_assert_cmpuint (muster_journal_count_changes (fixture->database), ==, 2);
  g_assert_cmpint (finish (fixture), ==, 1);

  begin (fixture, &agency_rule);
  g_assert_cmpint (finish (fixture), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM journal_change WHERE entry = 1"), ==, 2);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM journal_change WHERE before IS NULL"), ==, 1);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM journal_entry AS later JOIN journal_entry AS earlier ON later.previous = earlier.hash"), ==, 1);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gboolean begun;
    const char *sql;
  } cases[] = {
    { FALSE, "INSERT INTO agency (name, name_key) VALUES ('x', 'x')" },
    { FALSE, "UPDATE agency SET name = 'x'" },
    { FALSE, "DELETE FROM agency" },
    { TRUE, "DELETE FROM agency" },
    { TRUE, "UPDATE agency SET id = 7" },
    { TRUE, "INSERT INTO register (id, uuid, agency, practice, created) VALUES (1, 'x', 'x', 0, 0)" },
  };

  begin (fixture, &agency_rule);
  g_assert_true (muster_database_execute (fixture->database, "INSERT INTO agency (name, name_key) VALUES ('Riverside', 'riverside')", NULL));
  finish (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      if (cases[i].begun)
        begin (fixture, &agency_rule);
      g_assert_false (muster_database_execute (fixture->database, cases[i].sql, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
      muster_journal_abandon (fixture->database, NULL);
      muster_database_rollback (fixture->database);
      g_assert_cmpint (count (fixture, "SELECT count(*) FROM agency WHERE id = 1 AND name = 'Riverside'"), ==, 1);
    }
}

static void
test_abandon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (fixture, &agency_rule);
  g_assert_true (muster_journal_abandon (fixture->database, &error));
  muster_database_rollback (fixture->database);

  begin (fixture, &agency_rule);
  g_assert_true (muster_database_execute (fixture->database, "INSERT INTO agency (name, name_key) VALUES ('x', 'x')", NULL));
  g_assert_false (muster_journal_abandon (fixture->database, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN);
  muster_database_rollback (fixture->database);
}

static void
test_rows (void)
{
  static const MusterCell cells[] = {
    { MUSTER_CELL_NULL, 0, NULL, 0 },
    { MUSTER_CELL_INTEGER, 0, NULL, 0 },
    { MUSTER_CELL_INTEGER, -1, NULL, 0 },
    { MUSTER_CELL_INTEGER, G_MAXINT64, NULL, 0 },
    { MUSTER_CELL_INTEGER, G_MININT64, NULL, 0 },
    { MUSTER_CELL_TEXT, 0, (const guint8 *) "", 0 },
    { MUSTER_CELL_TEXT, 0, (const guint8 *) "Ana", 3 },
    { MUSTER_CELL_BLOB, 0, (const guint8 *) "\0\1", 2 },
  };
  g_autoptr (GByteArray) row = g_byte_array_new ();
  const guint8 *bytes;
  gsize size;
  MusterCell cell;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    muster_row_append (row, &cells[i]);
  bytes = row->data;
  size = row->len;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_assert_true (muster_row_next (&bytes, &size, &cell));
      g_assert_cmpint (cell.type, ==, cells[i].type);
      g_assert_cmpint (cell.integer, ==, cells[i].integer);
      g_assert_cmpmem (cell.bytes, cell.size, cells[i].bytes, cells[i].size);
    }
  g_assert_false (muster_row_next (&bytes, &size, &cell));
  g_assert_cmpuint (size, ==, 0);

  /* Cut anywhere, it is read up to the cut and no further. */
  for (gsize cut = 1; cut < row->len; cut++)
    {
      bytes = row->data;
      size = cut;
      while (muster_row_next (&bytes, &size, &cell))
        g_assert_cmpuint (size, <=, cut);
      g_assert_cmpuint (bytes - row->data + size, ==, cut);
    }
}

static void
test_signature (void)
{
  g_autoptr (MusterSecret) seed = muster_secret_new_random (32);
  g_autoptr (MusterSecret) other = muster_secret_new_random (32);
  g_autoptr (GBytes) key = muster_journal_public_key (seed);
  g_autoptr (GBytes) other_key = muster_journal_public_key (other);
  guint8 hash[MUSTER_HASH_SIZE] = { 1, 2, 3 }, signature[crypto_sign_BYTES];

  muster_journal_sign (hash, seed, signature);
  g_assert_true (muster_journal_check_signature (hash, signature, sizeof signature, key));
  g_assert_false (muster_journal_check_signature (hash, signature, sizeof signature, other_key));
  g_assert_false (muster_journal_check_signature (hash, signature, sizeof signature - 1, key));
  hash[0] ^= 1;
  g_assert_false (muster_journal_check_signature (hash, signature, sizeof signature, key));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) wrong = muster_secret_new_random (32);
  g_autoptr (MusterDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  database = muster_database_open (fixture->path, wrong, MUSTER_DATABASE_WRITE, &error);
  g_assert_null (database);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_database_execute (fixture->database, "PRAGMA user_version = 9999", NULL));
  database = muster_database_open (fixture->path, fixture->key, MUSTER_DATABASE_WRITE, &error);
  g_assert_null (database);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER);
}

static void
test_readers_only_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  database = muster_database_open (fixture->path, fixture->key, MUSTER_DATABASE_READ, &error);
  g_assert_no_error (error);
  g_assert_false (muster_database_execute (database, "INSERT INTO journal_change (entry, table_number, row_id) VALUES (1, 1, 1)", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  g_test_add ("/journal/capture", Fixture, NULL, set_up, test_capture, tear_down);
  g_test_add ("/journal/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/journal/abandon", Fixture, NULL, set_up, test_abandon, tear_down);
  g_test_add_func ("/journal/rows", test_rows);
  g_test_add_func ("/journal/signature", test_signature);
  g_test_add ("/database/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/database/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/database/readers", Fixture, NULL, set_up, test_readers_only_read, tear_down);
  return g_test_run ();
}
