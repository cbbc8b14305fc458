/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-account-table.h"

static gint64
add_account (DatabaseFixture *fixture, const char *name, MusterRole role, gboolean disabled)
{
  g_autoptr (MusterAccount) account = muster_account_new ();
  g_autoptr (GError) error = NULL;

  account->name = g_strdup (name);
  account->full_name = g_strdup_printf ("The %s", name);
  account->role = role;
  account->disabled = disabled;
  account->public_key = g_bytes_new (name, strlen (name));
  begin_write (fixture);
  g_assert_true (muster_account_table_save (fixture->database, account, &error));
  g_assert_no_error (error);
  end_write (fixture);
  return account->id;
}

static void
test_round_trip (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 id = add_account (fixture, "ana", MUSTER_ROLE_AUDITOR, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAccount) account = muster_account_table_load (fixture->database, id, &error);
  g_autoptr (MusterAccount) changed = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (account->id, ==, id);
  g_assert_cmpstr (account->name, ==, "ana");
  g_assert_cmpstr (account->full_name, ==, "The ana");
  g_assert_cmpint (account->role, ==, MUSTER_ROLE_AUDITOR);
  g_assert_false (account->disabled);
  g_assert_cmpmem (g_bytes_get_data (account->public_key, NULL), g_bytes_get_size (account->public_key), "ana", 3);

  account->role = MUSTER_ROLE_SUPERVISOR;
  account->disabled = TRUE;
  g_free (account->full_name);
  account->full_name = g_strdup ("Ana Dahl");
  begin_write (fixture);
  g_assert_true (muster_account_table_save (fixture->database, account, &error));
  end_write (fixture);
  changed = muster_account_table_find (fixture->database, "ana", &error);
  g_assert_no_error (error);
  g_assert_cmpint (changed->id, ==, id);
  g_assert_cmpstr (changed->full_name, ==, "Ana Dahl");
  g_assert_cmpint (changed->role, ==, MUSTER_ROLE_SUPERVISOR);
  g_assert_true (changed->disabled);
  g_assert_true (g_bytes_equal (changed->public_key, account->public_key));
}

static void
test_list (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;

  add_account (fixture, "recovery", MUSTER_ROLE_RECOVERY, FALSE);
  add_account (fixture, "zoe", MUSTER_ROLE_STAFF, TRUE);
  add_account (fixture, "ana", MUSTER_ROLE_STAFF, FALSE);
  accounts = muster_account_table_list (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 3);
  g_assert_cmpstr (((MusterAccount *) accounts->pdata[0])->name, ==, "ana");
  g_assert_cmpstr (((MusterAccount *) accounts->pdata[1])->name, ==, "mkeller");
  g_assert_cmpstr (((MusterAccount *) accounts->pdata[2])->name, ==, "zoe");
}

static void
test_administrators (DatabaseFixture *fixture, gconstpointer data)
{
  gint64 second = add_account (fixture, "second", MUSTER_ROLE_ADMINISTRATOR, FALSE);

  add_account (fixture, "third", MUSTER_ROLE_ADMINISTRATOR, TRUE);
  add_account (fixture, "staff", MUSTER_ROLE_STAFF, FALSE);
  g_assert_cmpint (muster_account_table_count_administrators (fixture->database, 0, NULL), ==, 2);
  g_assert_cmpint (muster_account_table_count_administrators (fixture->database, second, NULL), ==, 1);
}

static void
test_errors (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAccount) twice = muster_account_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_account_table_load (fixture->database, 99, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (muster_account_table_find (fixture->database, "nobody", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nobody"));
  g_clear_error (&error);

  twice->name = g_strdup ("mkeller");
  twice->full_name = g_strdup ("Somebody else");
  twice->public_key = g_bytes_new_static ("x", 1);
  begin_write (fixture);
  g_assert_false (muster_account_table_save (fixture->database, twice, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT);
  undo_write (fixture);
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/account-table/round-trip", test_round_trip);
  add_test ("/store/account-table/list", test_list);
  add_test ("/store/account-table/administrators", test_administrators);
  add_test ("/store/account-table/errors", test_errors);
  return g_test_run ();
}
