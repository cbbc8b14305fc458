/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>

#include "store/muster-journal-format.h"
#include "store/muster-people-table.h"
#include "store/muster-register.h"
#include "store/muster-store-private.h"

void
store_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        store_fixture_remove (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
store_fixture_copy (const char *folder, const char *copy)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (copy, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *from = g_build_filename (folder, name, NULL), *to = g_build_filename (copy, name, NULL), *bytes = NULL;
      gsize size;

      if (!g_file_test (from, G_FILE_TEST_IS_REGULAR))
        continue;
      g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
      g_assert_true (g_file_set_contents (to, bytes, size, NULL));
    }
}

MusterStore *
store_fixture_open (StoreFixture *fixture, const char *name)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (fixture->folder, name, password, NULL, &error);

  g_assert_no_error (error);
  return store;
}

void
store_fixture_set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (GError) error = NULL;
  MusterRegisterPlan plan = { .agency = "Riverside", .account = "alex", .full_name = "Alex Moreau", .password = password, .practice = TRUE };

  fixture->parent = g_dir_make_tmp ("muster-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "Riverside.muster", NULL);
  plan.folder = fixture->folder;
  fixture->recovery_key = muster_register_create (&plan, NULL, &error);
  g_assert_no_error (error);
  fixture->store = store_fixture_open (fixture, "alex");
}

void
store_fixture_tear_down (StoreFixture *fixture, gconstpointer data)
{
  if (fixture->store != NULL)
    {
      muster_store_close (fixture->store);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (fixture->store);
    }
  store_fixture_remove (fixture->parent);
  g_clear_pointer (&fixture->recovery_key, muster_secret_unref);
  g_free (fixture->parent);
  g_free (fixture->folder);
}

typedef struct
{
  const char *name;
  MusterRole role;
} NewAccount;

static gboolean
perform_add_account (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const NewAccount *request = input;
  g_autoptr (MusterAccount) account = muster_account_new ();
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);

  account->name = g_strdup (request->name);
  account->full_name = g_strdup (request->name);
  account->role = request->role;
  return muster_work_add_account (work, account, password, error);
}

void
store_fixture_add_account (StoreFixture *fixture, const char *name, MusterRole role)
{
  static const MusterOperation operation = { .name = "add-account", .perform = perform_add_account };
  NewAccount request = { name, role };
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_store_run (fixture->store, &operation, &request, NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
perform_add_agency (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  gint64 id;

  muster_work_set_reason (work, "a reason");
  return muster_people_table_ensure_agency (muster_work_get_database (work), input, &id, error);
}

gboolean
store_fixture_add_agency (MusterStore *store, const char *name, GError **error)
{
  static const MusterOperation operation = { .name = "import-roster", .perform = perform_add_agency };

  return muster_store_run (store, &operation, name, NULL, NULL, error);
}

static gboolean
perform_add_person (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  MusterAssister *person = (MusterAssister *) input;

  return muster_people_table_save (muster_work_get_database (work), person, error);
}

gint64
store_fixture_add_person (MusterStore *store, const char *given_name, const char *family_name)
{
  static const MusterOperation operation = { .name = "add-assister", .perform = perform_add_person };
  g_autoptr (MusterAssister) person = muster_assister_new ();
  g_autoptr (GError) error = NULL;

  person->given_name = g_strdup (given_name);
  person->family_name = g_strdup (family_name);
  g_assert_true (muster_store_run (store, &operation, person, NULL, NULL, &error));
  g_assert_no_error (error);
  return person->id;
}

MusterDatabase *
store_fixture_open_past_the_program (StoreFixture *fixture)
{
  g_autofree char *path = muster_store_dup_database_path (fixture->folder);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_database_open (path, fixture->store->register_key, MUSTER_DATABASE_WRITE, &error);

  g_assert_no_error (error);
  return database;
}

static char *
fill_in (const char *sql, const MusterJournalHead *head)
{
  GString *text = g_string_new (sql);
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, head->time);
  g_autofree char *signer = g_strdup_printf ("%" G_GINT64_FORMAT, head->account_id);

  g_string_replace (text, "NOW", now, 0);
  g_string_replace (text, "SIGNER", signer, 0);
  return g_string_free_and_steal (text);
}

void
store_fixture_forge (StoreFixture *fixture, const char *operation, gint64 account_id, const char *role, MusterSecret *seed, MusterTable tables, const char *sql)
{
  MusterOperationRule rule = { operation, MUSTER_PERMISSION_SIGN_IN, tables, "" };
  MusterJournalHead head = { muster_store_get_time (), account_id, role, operation, NULL, NULL, NULL };
  g_autofree char *text = fill_in (sql, &head);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = store_fixture_open_past_the_program (fixture);

  g_assert_true (muster_database_execute (database, "PRAGMA foreign_keys = OFF", NULL));
  g_assert_true (muster_database_begin (database, NULL));
  g_assert_true (muster_journal_begin (database, &rule, NULL));
  g_assert_true (muster_database_execute (database, text, &error));
  g_assert_no_error (error);
  g_assert_true (muster_journal_finish (database, &head, seed, NULL, NULL));
  g_assert_true (muster_database_commit (database, NULL));
  muster_database_close (database);
}
