/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "attack-fixture.h"

#include "store/muster-journal-format.h"
#include "store/muster-keys.h"
#include "store/muster-store-private.h"

static void
execute (MusterDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  muster_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
drop_triggers (MusterDatabase *database)
{
  for (int number = 0; number < MUSTER_N_TABLES; number++)
    {
      const char *table = muster_table_get_name (MUSTER_TABLE_NUMBERED (number));
      g_autofree char *sql = g_strdup_printf ("DROP TRIGGER journal_%1$s_insert; DROP TRIGGER journal_%1$s_update; DROP TRIGGER journal_%1$s_delete", table);

      execute (database, sql);
    }
}

void
attack_write (StoreFixture *fixture, const char *sql)
{
  MusterDatabase *database = store_fixture_open_past_the_program (fixture);

  drop_triggers (database);
  execute (database, "PRAGMA foreign_keys = OFF");
  execute (database, sql);
  g_assert_true (muster_journal_make_triggers (database, NULL));
  muster_database_close (database);
}

static MusterSecret *
unlock (StoreFixture *fixture, const char *name)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterKeys) keys = muster_keys_load (fixture->folder, NULL);
  g_autoptr (MusterSecret) register_key = NULL;
  g_autoptr (GError) error = NULL;
  MusterSecret *seed = NULL;

  muster_keys_open (keys, name, password, NULL, &register_key, &seed, &error);
  g_assert_no_error (error);
  return seed;
}

void
attack_forge_as (StoreFixture *fixture, const char *signer, gint64 account_id, const char *role, const char *operation, const char *sql)
{
  g_autoptr (MusterSecret) seed = unlock (fixture, signer);

  store_fixture_forge (fixture, operation, account_id, role, seed, MUSTER_TABLE_NUMBERED (MUSTER_N_TABLES) - 1, sql);
}

void
attack_forge (StoreFixture *fixture, const char *signer, const char *operation, const char *sql)
{
  MusterDatabase *database = store_fixture_open_past_the_program (fixture);
  g_autoptr (MusterAccount) account = muster_account_table_find (database, signer, NULL);

  g_assert_nonnull (account);
  muster_database_close (database);
  attack_forge_as (fixture, signer, account->id, muster_role_to_code (account->role), operation, sql);
}

static void
read_change (MusterStatement *statement, MusterChangeBytes *change)
{
  gsize size;

  change->table_number = muster_statement_get_int (statement, 1);
  change->row_id = muster_statement_get_int (statement, 2);
  change->before = muster_statement_get_blob (statement, 3, &change->before_size);
  change->after = muster_statement_get_blob (statement, 4, &change->after_size);
  change->salt = muster_statement_get_blob (statement, 5, &size);
}

void
attack_dispose (StoreFixture *fixture, const char *table, gint64 row_id)
{
  MusterDatabase *database = store_fixture_open_past_the_program (fixture);
  g_autoptr (MusterStatement) changes = NULL, update = NULL;
  guint n = 0;
  gboolean row;

  changes = muster_database_prepare (database, "SELECT id, table_number, row_id, before, after, salt FROM journal_change WHERE row_id = ?", NULL);
  update = muster_database_prepare (database, "UPDATE journal_change SET before = NULL, after = NULL, salt = NULL, digest = ?2 WHERE id = ?1", NULL);
  muster_statement_bind_int (changes, 1, row_id);
  while (muster_statement_step (changes, &row, NULL) && row)
    {
      MusterChangeBytes change;
      guint8 digest[MUSTER_HASH_SIZE];

      read_change (changes, &change);
      if (g_strcmp0 (muster_table_get_name (MUSTER_TABLE_NUMBERED (change.table_number)), table) != 0)
        continue;
      muster_journal_digest_change (&change, digest);
      muster_statement_bind_int (update, 1, muster_statement_get_int (changes, 0));
      muster_statement_bind_blob (update, 2, digest, sizeof digest);
      g_assert_true (muster_statement_run (update, NULL));
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  g_clear_pointer (&changes, muster_statement_finish);
  g_clear_pointer (&update, muster_statement_finish);
  muster_database_close (database);
}

MusterVerification *
attack_verify (MusterStore *store, const char *checkpoint)
{
  g_autoptr (GError) error = NULL;
  MusterVerification *result = muster_verify (store, checkpoint, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
close_store (StoreFixture *fixture)
{
  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
}

guint
attack_try_each (StoreFixture *fixture, guint n_attacks, gboolean (*attack) (StoreFixture *, guint))
{
  guint n_found = 0;
  g_autofree char *copy = g_strconcat (fixture->folder, ".copy", NULL);

  close_store (fixture);
  store_fixture_copy (fixture->folder, copy);
  for (guint i = 0; i < n_attacks; i++)
    {
      store_fixture_remove (fixture->folder);
      store_fixture_copy (copy, fixture->folder);
      fixture->store = store_fixture_open (fixture, "alex");
      n_found += attack (fixture, i);
      close_store (fixture);
    }
  return n_found;
}
