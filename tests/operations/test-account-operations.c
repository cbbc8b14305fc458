/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-account-operations.h"

#include "operations-fixture.h"
#include "store/muster-keys.h"

static gint64
find_account (OperationsFixture *fixture, const char *name)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterAccount) account = muster_account_table_find (database, name, NULL);

  muster_store_read_done (store, database);
  g_assert_nonnull (account);
  return account->id;
}

static MusterStore *
try_to_open (OperationsFixture *fixture, const char *name, const char *password, GError **error)
{
  g_autoptr (MusterSecret) secret = muster_secret_new_from_text (password);

  return muster_store_open (fixture->register_folder, name, secret, NULL, error);
}

static void
test_add (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("a long one for practice");
  MusterNewAccount request = { "mkeller", "  Mika   Keller ", MUSTER_ROLE_STAFF, password };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  run_well (fixture, FIXTURE_ALEX, &muster_add_account, &request, &id);
  g_assert_cmpint (id, ==, find_account (fixture, "mkeller"));
  store = try_to_open (fixture, "mkeller", "a long one for practice", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (muster_store_get_account (store)->full_name, ==, "Mika Keller");
  g_assert_cmpint (muster_store_get_account (store)->role, ==, MUSTER_ROLE_STAFF);
  muster_store_close (store);
}

static void
test_add_refused (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) good = muster_secret_new_from_text ("practice");
  g_autoptr (MusterSecret) empty = muster_secret_new_from_text ("");
  const struct
  {
    MusterNewAccount request;
    MusterError code;
  } cases[] = {
    { { "kim", "Another Kim", MUSTER_ROLE_STAFF, good }, MUSTER_ERROR_CONFLICT },
    { { "M Keller", "Mika Keller", MUSTER_ROLE_STAFF, good }, MUSTER_ERROR_INVALID },
    { { "mkeller", "", MUSTER_ROLE_STAFF, good }, MUSTER_ERROR_INVALID },
    { { "mkeller", "Mika Keller", MUSTER_ROLE_RECOVERY, good }, MUSTER_ERROR_RULE },
    { { "mkeller", "Mika Keller", MUSTER_ROLE_STAFF, empty }, MUSTER_ERROR_INVALID },
    { { "mkeller", "Mika Keller", MUSTER_ROLE_STAFF, NULL }, MUSTER_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      run_badly (fixture, FIXTURE_ALEX, &muster_add_account, &cases[i].request, NULL, cases[i].code);
    }
}

/* A new role counts at once, also for who is signed in. */
static void
test_change (OperationsFixture *fixture, gconstpointer data)
{
  MusterAccountChange change = { find_account (fixture, "kim"), MUSTER_ROLE_AUDITOR, FALSE };
  gint64 before;
  g_autoptr (GError) error = NULL;

  add_person (fixture, "Moua", 1, 0);
  run_well (fixture, FIXTURE_ALEX, &muster_change_account, &change, NULL);
  before = count_entries (fixture);
  run_well (fixture, FIXTURE_ALEX, &muster_change_account, &change, NULL);
  g_assert_cmpint (count_entries (fixture), ==, before);

  /* Whoever looked at it before somebody else changed it does not change it back unasked. */
  {
    g_autoptr (MusterAccount) shown = muster_account_new ();
    MusterAccountChange stale = { change.account_id, MUSTER_ROLE_STAFF, FALSE, shown };

    shown->role = MUSTER_ROLE_STAFF;
    run_badly (fixture, FIXTURE_ALEX, &muster_change_account, &stale, NULL, MUSTER_ERROR_CONFLICT);
  }
  change.role = MUSTER_ROLE_STAFF;
  change.disabled = TRUE;
  run_well (fixture, FIXTURE_ALEX, &muster_change_account, &change, NULL);
  g_assert_null (try_to_open (fixture, "kim", FIXTURE_PASSWORD, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);

  /* Not even past the program. */
  {
    g_autoptr (MusterKeys) keys = muster_keys_load (fixture->register_folder, NULL);
    g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD), register_key = NULL, seed = NULL;

    g_assert_false (muster_keys_open (keys, "kim", password, NULL, &register_key, &seed, NULL));
    g_assert_null (register_key);
  }
  change.disabled = FALSE;
  run_well (fixture, FIXTURE_ALEX, &muster_change_account, &change, NULL);
  g_assert_nonnull (try_to_open (fixture, "kim", FIXTURE_PASSWORD, NULL));
}

static void
test_change_refused (OperationsFixture *fixture, gconstpointer data)
{
  gint64 alex = find_account (fixture, "alex");
  MusterAccountChange disable_self = { alex, MUSTER_ROLE_ADMINISTRATOR, TRUE };
  MusterAccountChange demote_self = { alex, MUSTER_ROLE_STAFF, FALSE };
  MusterAccountChange crown_recovery = { find_account (fixture, "kim"), MUSTER_ROLE_RECOVERY, FALSE };
  MusterAccountChange nobody = { 4711, MUSTER_ROLE_STAFF, FALSE };

  run_badly (fixture, FIXTURE_ALEX, &muster_change_account, &disable_self, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_change_account, &demote_self, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_change_account, &crown_recovery, NULL, MUSTER_ERROR_RULE);
  run_badly (fixture, FIXTURE_ALEX, &muster_change_account, &nobody, NULL, MUSTER_ERROR_NOT_FOUND);
}

static void
test_password (OperationsFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) old = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterSecret) wrong = muster_secret_new_from_text ("not this one");
  g_autoptr (MusterSecret) new = muster_secret_new_from_text ("another one");
  MusterPasswordChange change = { wrong, new };
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  run_badly (fixture, FIXTURE_JO, &muster_change_password, &change, NULL, MUSTER_ERROR_SIGN_IN);
  change.old_password = old;
  run_well (fixture, FIXTURE_JO, &muster_change_password, &change, NULL);
  g_assert_null (try_to_open (fixture, "jo", FIXTURE_PASSWORD, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  g_clear_error (&error);
  store = try_to_open (fixture, "jo", "another one", &error);
  g_assert_no_error (error);
  muster_store_close (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/account/add", test_add);
  operations_fixture_add ("/operations/account/add-refused", test_add_refused);
  operations_fixture_add ("/operations/account/change", test_change);
  operations_fixture_add ("/operations/account/change-refused", test_change_refused);
  operations_fixture_add ("/operations/account/password", test_password);
  return g_test_run ();
}
