/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "domain/muster-error.h"
#include "store-fixture.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"
#include "store/muster-snapshot-private.h"
#include "store/muster-store-private.h"
#include "store/muster-verify.h"

/* The copy that is kept before many people are changed at once. */

#define NAME "Grubervandenbosch"

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterAssister) person = muster_assister_new ();

  if (input == NULL)
    {
      muster_work_set_nothing_done (work);
      return TRUE;
    }
  person->family_name = g_strdup (input);
  return muster_people_table_save (muster_work_get_database (work), person, error);
}

/* As an import does it: when it knows that there is something to do. */
static gboolean
perform_early (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  char **name = output;

  *name = g_strdup (muster_work_keep_snapshot (work, error));
  return *name != NULL && g_strcmp0 (*name, muster_work_keep_snapshot (work, NULL)) == 0 && perform (work, input, NULL, error);
}

static const MusterOperation late = { .name = "import-roster", .perform = perform, .snapshot = "import" };
static const MusterOperation early = { .name = "import-roster", .perform = perform_early, .snapshot = "import" };

static char *
dup_backups (StoreFixture *fixture)
{
  return g_build_filename (fixture->folder, "backups", NULL);
}

/* Returns: (transfer full): the names of the files among the backups, in order. */
static char **
list_backups (StoreFixture *fixture)
{
  g_autofree char *folder = dup_backups (fixture);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}

static gint64
count_entries (MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  MusterJournalFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, NULL);
  gint64 count = ((const MusterJournalEntry *) entries->pdata[0])->sequence;

  muster_store_read_done (store, database);
  return count;
}

static void
run_well (StoreFixture *fixture, const MusterOperation *operation, const char *name, gpointer output)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_store_run (fixture->store, operation, name, output, NULL, &error));
  g_assert_no_error (error);
}

/* Opens what was kept as a register of its own. */
static MusterStore *
restore (StoreFixture *fixture, const char *name)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autofree char *folder = g_build_filename (fixture->parent, "Restored.muster", NULL);
  g_autofree char *kept = g_build_filename (fixture->folder, "backups", name, NULL), *database = g_build_filename (folder, "register.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  MusterStore *store;
  gsize size;

  store_fixture_copy (fixture->folder, folder);
  g_assert_true (g_file_get_contents (kept, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (database, bytes, size, NULL));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *beside = g_strconcat (database, i == 0 ? "-wal" : "-shm", NULL);

      g_unlink (beside);
    }
  store = muster_store_open (folder, "alex", password, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
test_kept (StoreFixture *fixture, gconstpointer data)
{
  const MusterOperation *operation = data;
  g_auto (GStrv) names = NULL;
  g_autofree char *told = NULL;
  g_autoptr (MusterStore) restored = NULL;
  g_autoptr (MusterVerification) result = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  gint64 before;

  store_fixture_add_person (fixture->store, "Ana", "Lindqvist");
  before = count_entries (fixture->store);
  run_well (fixture, operation, NAME, &told);
  g_assert_cmpint (count_entries (fixture->store), ==, before + 1);
  names = list_backups (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_true (g_str_has_suffix (names[0], "-import.db"));
  if (operation == &early)
    g_assert_cmpstr (told, ==, names[0]);

  /* It is the register as it was before, and verifies; its sign-in is one more entry. */
  restored = restore (fixture, names[0]);
  g_assert_null (muster_store_get_damage (restored));
  g_assert_cmpint (count_entries (restored), ==, before + 1);
  result = muster_verify (restored, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (result->what, ==, NULL);
  muster_store_close (restored);
}

static void
test_permissions (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = dup_backups (fixture), *path = NULL;
  g_auto (GStrv) names = NULL;
  GStatBuf status;

  run_well (fixture, &late, NAME, NULL);
  names = list_backups (fixture);
  path = g_build_filename (folder, names[0], NULL);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

/* Attack 6: no name in any file of the register. */
static void
test_nothing_in_clear (StoreFixture *fixture, gconstpointer data)
{
  const char *const folders[] = { "", "backups" };
  guint n_files = 0;

  run_well (fixture, &late, NAME, NULL);
  run_well (fixture, &late, "Another", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = g_build_filename (fixture->folder, folders[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (folder, name, NULL), *bytes = NULL;
          gsize size;

          if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
            continue;
          g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
          g_assert_null (memmem (bytes, size, NAME, strlen (NAME)));
          g_assert_null (memmem (bytes, size, "SQLite format", 13));
          n_files++;
        }
    }
  g_assert_cmpuint (n_files, >=, 4);
}

static void
test_nothing_to_do (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = dup_backups (fixture);

  run_well (fixture, &late, NULL, NULL);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
assert_refused (StoreFixture *fixture, const MusterOperation *operation, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  gint64 before = count_entries (fixture->store);

  g_assert_false (muster_store_run (fixture->store, operation, NAME, &told, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_cmpint (count_entries (fixture->store), ==, before);
}

static void
test_no_place (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = dup_backups (fixture);

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  assert_refused (fixture, &late, MUSTER_ERROR_STORAGE);
  assert_refused (fixture, &early, MUSTER_ERROR_STORAGE);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  run_well (fixture, &late, NAME, NULL);
}

/* No file can grow beyond a size, as on a full disk. */
static void
test_full_disk (StoreFixture *fixture, gconstpointer data)
{
  struct rlimit before, small = { 150 * 1024, RLIM_INFINITY };
  g_auto (GStrv) names = NULL;

  run_well (fixture, &late, "First", NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_refused (fixture, &late, MUSTER_ERROR_STORAGE);
  assert_refused (fixture, &early, MUSTER_ERROR_STORAGE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  names = list_backups (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

static void
cancel_cb (goffset current, goffset total, gpointer data)
{
  g_assert_cmpint (current, <, total);
  g_cancellable_cancel (data);
}

/* In the midst of copying. */
static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *long_name = g_strnfill (4 * 1024 * 1024, 'x');
  g_auto (GStrv) names = NULL;
  g_autoptr (GError) error = NULL;
  MusterSnapshotRequest request = {
    .folder = fixture->folder,
    .key = fixture->store->register_key,
    .why = "import",
    .time = g_get_real_time (),
    .progress = cancel_cb,
    .progress_data = cancellable,
    .cancellable = cancellable,
  };

  store_fixture_add_person (fixture->store, "Ana", long_name);
  g_assert_null (muster_snapshot_make (&request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  names = list_backups (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

static void
put (StoreFixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, "backups", name, NULL);

  g_assert_true (g_file_set_contents (path, "old", 3, NULL));
}

static void
test_rotated (StoreFixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *folder = dup_backups (fixture);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  put (fixture, "incomplete.db");
  put (fixture, "incomplete.db-wal");
  put (fixture, "mine.db");
  put (fixture, "20200101-000000-import.db");
  for (guint i = 0; i < 12; i++)
    run_well (fixture, &late, NAME, NULL);
  names = list_backups (fixture);
  /* Ten, perhaps the first of two days if midnight came between, and what is called otherwise. */
  g_assert_cmpuint (g_strv_length (names), >=, 11);
  g_assert_cmpuint (g_strv_length (names), <=, 13);
  g_assert_true (g_strv_contains ((const char *const *) names, "mine.db"));
  g_assert_false (g_strv_contains ((const char *const *) names, "incomplete.db"));
  g_assert_false (g_strv_contains ((const char *const *) names, "incomplete.db-wal"));
  g_assert_false (g_strv_contains ((const char *const *) names, "20200101-000000-import.db"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, function) g_test_add (path, StoreFixture, data, store_fixture_set_up, function, store_fixture_tear_down)
  ADD ("/snapshot/kept", &late, test_kept);
  ADD ("/snapshot/kept-early", &early, test_kept);
  ADD ("/snapshot/permissions", NULL, test_permissions);
  ADD ("/snapshot/nothing-in-clear", NULL, test_nothing_in_clear);
  ADD ("/snapshot/nothing-to-do", NULL, test_nothing_to_do);
  ADD ("/snapshot/no-place", NULL, test_no_place);
  ADD ("/snapshot/full-disk", NULL, test_full_disk);
  ADD ("/snapshot/cancelled", NULL, test_cancelled);
  ADD ("/snapshot/rotated", NULL, test_rotated);
  return g_test_run ();
}
