/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "attack-fixture.h"
#include "domain/muster-error.h"
#include "store/muster-journal-format.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-store-private.h"
#include "store/muster-verify.h"

/*
 * Registers as each released schema left them: they open for ever. files/schema-N.muster are practice registers (the password is "practice") with a year of
 * everything in them, made by the program of that time; a new one is found by its name.
 *
 * In schema-1.muster the import 3 changed P-8 and P-48 and made P-125 and P-126; P-48 and P-126 were edited afterwards.
 */

static const char *files;

/* @data: the name of the register among the files. */
static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *original = g_build_filename (files, data, NULL);

  fixture->parent = g_dir_make_tmp ("muster-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, data, NULL);
  store_fixture_copy (original, fixture->folder);
}

static void
open_register (StoreFixture *fixture)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("practice");
  g_autoptr (GError) error = NULL;

  fixture->store = muster_store_open (fixture->folder, "alex", password, NULL, &error);
  g_assert_no_error (error);
}

static void
close_register (StoreFixture *fixture)
{
  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

static void
assert_verifies (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) result = muster_verify (fixture->store, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->what, ==, NULL);
  g_assert_true (result->ok);
}

static guint
count_backups (StoreFixture *fixture)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
dup_hash (StoreFixture *fixture)
{
  g_autofree char *path = muster_store_dup_database_path (fixture->folder), *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

static gboolean
perform_edit (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterAssister) person = muster_people_table_load (muster_work_get_database (work), *(const gint64 *) input, error);

  if (person == NULL)
    return FALSE;
  g_set_str (&person->county, "Cook");
  return muster_people_table_save (muster_work_get_database (work), person, error);
}

static void
edit (StoreFixture *fixture, gint64 id)
{
  static const MusterOperation operation = { .name = "edit-assister", .perform = perform_edit };
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_store_run (fixture->store, &operation, &id, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_opens (StoreFixture *fixture, gconstpointer data)
{
  open_register (fixture);
  g_assert_null (muster_store_get_damage (fixture->store));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  assert_verifies (fixture);
  /* One row the register was made with, one that was changed once, one new. */
  edit (fixture, 8);
  edit (fixture, 48);
  edit (fixture, 48);
  store_fixture_add_person (fixture->store, "Ana", "Lindqvist");
  assert_verifies (fixture);
  close_register (fixture);
  open_register (fixture);
  g_assert_null (muster_store_get_damage (fixture->store));
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  assert_verifies (fixture);
}

/* What was kept is the register as the older program left it. */
static void
test_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL), *path = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (MusterDatabase) database = NULL;
  g_autoptr (MusterStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row;

  open_register (fixture);
  dir = g_dir_open (backups, 0, NULL);
  path = g_build_filename (backups, g_dir_read_name (dir), NULL);
  g_assert_true (g_str_has_suffix (path, "-upgrade.db"));
  database = muster_database_open (path, fixture->store->register_key, MUSTER_DATABASE_READ, &error);
  g_assert_no_error (error);
  statement = muster_database_prepare (database, "SELECT user_version FROM pragma_user_version", &error);
  g_assert_true (muster_statement_step (statement, &row, &error));
  g_assert_cmpint (muster_statement_get_int (statement, 0), ==, 1);
  g_clear_pointer (&statement, muster_statement_finish);
}

/* No copy, no upgrade: the register stays as it is, and the older program can go on with it. */
static void
test_no_backup (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("practice");
  g_autofree char *backups = g_build_filename (fixture->folder, "backups", NULL);
  g_autofree char *before = dup_hash (fixture), *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (backups, "", 0, NULL));
  g_assert_null (muster_store_open (fixture->folder, "alex", password, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What the journal holds of a row in short form is read like any other. */
static void
test_history (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL, changes = NULL;
  MusterJournalFilter filter = { .subject = "P-48", .operation = "edit-assister", .limit = 1 };
  const MusterJournalChange *change;
  MusterDatabase *database;

  open_register (fixture);
  edit (fixture, 48);
  database = muster_store_read (fixture->store, &error);
  g_assert_no_error (error);
  entries = muster_journal_query_list (database, &filter, &error);
  g_assert_no_error (error);
  changes = muster_journal_query_changes (database, ((MusterJournalEntry *) entries->pdata[0])->sequence, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  change = changes->pdata[0];
  g_assert_cmpuint (change->n, ==, 1);
  g_assert_cmpstr (change->columns[0], ==, "county");
  g_assert_cmpstr (change->after[0], ==, "Cook");
  muster_store_read_done (fixture->store, database);
}

static gboolean
is_found (StoreFixture *fixture, const char *attack)
{
  g_autoptr (MusterVerification) result = NULL;

  attack_write (fixture, attack);
  result = attack_verify (fixture->store, NULL);
  return !result->ok && result->what != NULL;
}

/* The journal says nothing of a column that came later; what is written there past the program is found all the same. */
static void
test_new_columns (StoreFixture *fixture, gconstpointer data)
{
  static const char *const attacks[][2] = {
    { "UPDATE assister SET other_phones = '612-555-0100' WHERE id = 1", "UPDATE assister SET other_phones = NULL WHERE id = 1" },
    { "UPDATE assister SET phone_written = '' WHERE id = 48", "UPDATE assister SET phone_written = NULL WHERE id = 48" },
    { "UPDATE assister SET taken_back = 1 WHERE id = 125", "UPDATE assister SET taken_back = NULL WHERE id = 125" },
    { "UPDATE affiliation SET taken_back = 1 WHERE id = 3", "UPDATE affiliation SET taken_back = NULL WHERE id = 3" },
    { "UPDATE certification SET taken_back = 1 WHERE id = 9", "UPDATE certification SET taken_back = NULL WHERE id = 9" },
    { "UPDATE roster_import SET undoes = 1 WHERE id = 3", "UPDATE roster_import SET undoes = NULL WHERE id = 3" },
    { "UPDATE roster_import SET lines = zeroblob (0) WHERE id = 1", "UPDATE roster_import SET lines = NULL WHERE id = 1" },
    { "UPDATE roster_import SET mapping = '{}', sheet = 'a', profile = 'b', snapshot = 'c' WHERE id = 2",
      "UPDATE roster_import SET mapping = NULL, sheet = NULL, profile = NULL, snapshot = NULL WHERE id = 2" },
  };

  open_register (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_test_message ("%s", attacks[i][0]);
      g_assert_true (is_found (fixture, attacks[i][0]));
      g_assert_false (is_found (fixture, attacks[i][1]));
    }
}

static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("practice");
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database;

  open_register (fixture);
  database = store_fixture_open_past_the_program (fixture);
  g_assert_true (muster_database_execute (database, "PRAGMA user_version = 9999", NULL));
  muster_database_close (database);
  close_register (fixture);

  before = dup_hash (fixture);
  g_assert_null (muster_store_open (fixture->folder, "alex", password, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER);
  after = dup_hash (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Short and long forms of rows of two, three and four cells. */
static void
test_equality (void)
{
  static const struct
  {
    const char *a;
    gsize a_size;
    const char *b;
    gsize b_size;
    gboolean equal;
  } cases[] = {
    { "\1\2\2\1x", 5, "\1\2\2\1x", 5, TRUE },
    { "\1\2\2\1x", 5, "\1\2\2\1x\0", 6, TRUE },
    { "\1\2\2\1x", 5, "\1\2\2\1x\0\0", 7, TRUE },
    { "\1\2\2\1x", 5, "\1\2\2\1y\0", 6, FALSE },
    { "\1\2\2\1x", 5, "\1\2\2\1x\1\0", 7, FALSE }, /* a zero is not nothing */
    { "\1\2\2\1x", 5, "\1\2\2\1x\2\0", 7, FALSE }, /* nor is an empty text */
    { "\1\2\2\1x", 5, "\1\2\2\1x\3\0", 7, FALSE },
    { "\1\2\2\1x", 5, "\1\2\2\1x\0\2\1z", 9, FALSE },
    { "\1\2\2\1x", 5, "\1\2", 2, FALSE },
    { "\1\2\0", 3, "\1\2", 2, TRUE },
    { NULL, 0, "\0\0", 2, TRUE },
    { NULL, 0, "\1\0", 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (muster_row_equal ((const guint8 *) cases[i].a, cases[i].a_size, (const guint8 *) cases[i].b, cases[i].b_size), ==, cases[i].equal);
      g_assert_cmpint (muster_row_equal ((const guint8 *) cases[i].b, cases[i].b_size, (const guint8 *) cases[i].a, cases[i].a_size), ==, cases[i].equal);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  files = argv[1];
  dir = g_dir_open (files, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/migration/opens/%s", name);

      if (!g_str_has_suffix (name, ".muster"))
        continue;
      g_test_add (path, StoreFixture, g_intern_string (name), set_up, test_opens, store_fixture_tear_down);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_test_add ("/migration/backup", StoreFixture, "schema-1.muster", set_up, test_backup, store_fixture_tear_down);
  g_test_add ("/migration/no-backup", StoreFixture, "schema-1.muster", set_up, test_no_backup, store_fixture_tear_down);
  g_test_add ("/migration/history", StoreFixture, "schema-1.muster", set_up, test_history, store_fixture_tear_down);
  g_test_add ("/migration/new-columns", StoreFixture, "schema-1.muster", set_up, test_new_columns, store_fixture_tear_down);
  g_test_add ("/migration/newer", StoreFixture, "schema-1.muster", set_up, test_newer, store_fixture_tear_down);
  g_test_add_func ("/migration/equality", test_equality);
  return g_test_run ();
}
