/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"
#include "attack-fixture.h"
#include "store/muster-journal-format.h"
#include "store/muster-store-private.h"
#include "store/muster-verify-private.h"

/* The attacks on the journal: whoever holds the register key writes to the database past the program. */

/* A register with a person, two agencies, a staff account and a second administrator; entries from 1 to 8 or so. */
static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_add_account (fixture, "kim", MUSTER_ROLE_STAFF);
  store_fixture_add_account (fixture, "robin", MUSTER_ROLE_ADMINISTRATOR);
  g_assert_true (store_fixture_add_agency (fixture->store, "North Shore", NULL));
  g_assert_true (store_fixture_add_agency (fixture->store, "South Fork", NULL));
  g_assert_cmpint (store_fixture_add_person (fixture->store, "Ana", "Lindqvist"), ==, 1);
}

static void
test_sound (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) result = attack_verify (fixture->store, NULL);

  g_assert_cmpstr (result->what, ==, NULL);
  g_assert_true (result->ok);
  g_assert_cmpint (result->entries, ==, 7);
  g_assert_cmpint (result->bad_entry, ==, 0);
}

#define EVENT(from, to, account, decision)                                                                                                             \
  "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, decision_id, under_investigation) " \
  "VALUES (1, 'broker', '" from "', '" to "', '2026-01-01', NOW, 'agency', " account ", " decision ", 0)"

/* A row is changed, and a change that no entry covers explains it. */
#define STRAY(entry)                                                                                                                                                                                                                                                           \
  "UPDATE agency SET name = 'South Shore' WHERE name = 'North Shore'; "                                                                                                                                                                                                        \
  "INSERT INTO journal_change (id, entry, table_number, row_id, before, after, salt, digest) SELECT (SELECT max (id) + 1 FROM journal_change), " entry ", table_number, row_id, after, unhex (replace (hex (after), hex ('North Shore'), hex ('South Shore'))), salt, digest " \
  "FROM journal_change WHERE instr (after, CAST ('North Shore' AS BLOB)) > 0"
#define STRAY_ENTRY(sequence) \
  "INSERT INTO journal_entry SELECT " sequence ", time, account_id, role, operation, subject, reason, detail, changes, changes_digest, previous, hash, signature FROM journal_entry WHERE sequence = 1"

static const char *const attacks[] = {
  "UPDATE agency SET name = 'Other' WHERE id = 1",
  "INSERT INTO agency (name, name_key) VALUES ('New', 'new')",
  "DELETE FROM agency WHERE id = 1",
  "DELETE FROM agency",
  "UPDATE assister SET family_name = 'Someone else'",
  "UPDATE account SET role = 'administrator' WHERE name = 'kim'",
  "UPDATE account SET disabled = 1 WHERE name = 'alex'",
  "UPDATE account SET public_key = (SELECT public_key FROM account WHERE name = 'kim') WHERE name = 'alex'",
  "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, under_investigation) VALUES (1, 'broker', 'none', 'certified', '2026-01-01', 0, 'marketplace', 1, 0)",
  "UPDATE journal_entry SET reason = 'another' WHERE sequence = 5",
  "UPDATE journal_entry SET account_id = 3 WHERE sequence = 5",
  "UPDATE journal_entry SET operation = 'certify' WHERE sequence = 5",
  "UPDATE journal_entry SET time = 7 WHERE sequence = 5",
  "UPDATE journal_entry SET hash = zeroblob (32) WHERE sequence = 5",
  "UPDATE journal_entry SET signature = zeroblob (64) WHERE sequence = 7",
  "UPDATE journal_entry SET signature = (SELECT signature FROM journal_entry WHERE sequence = 6) WHERE sequence = 7",
  "UPDATE journal_entry SET changes = 0 WHERE sequence = 5",
  "DELETE FROM journal_entry WHERE sequence = 5",
  "DELETE FROM journal_entry WHERE sequence = 1",
  "DELETE FROM journal_entry WHERE sequence = 7",
  "DELETE FROM journal_entry",
  "DELETE FROM journal_change WHERE entry = 5",
  "DELETE FROM journal_change",
  "UPDATE journal_change SET after = NULL WHERE entry = 5",
  "UPDATE journal_change SET after = before WHERE entry = 5",
  "UPDATE journal_change SET salt = zeroblob (16) WHERE entry = 5",
  "UPDATE journal_change SET entry = 6 WHERE entry = 5",
  "UPDATE journal_change SET row_id = 9 WHERE entry = 5",
  "UPDATE journal_change SET table_number = 3 WHERE entry = 5",
  "UPDATE journal_change SET table_number = 99 WHERE entry = 5",
  "UPDATE journal_entry SET sequence = 100 WHERE sequence = 7",
  "UPDATE journal_entry SET sequence = -sequence WHERE sequence IN (5, 6); UPDATE journal_entry SET sequence = 11 + sequence WHERE sequence < 0",
  "INSERT INTO journal_entry SELECT 9, time, account_id, role, operation, subject, reason, detail, changes, changes_digest, previous, hash, signature FROM journal_entry WHERE sequence = 7",
  STRAY ("0"),
  STRAY ("-7"),
  STRAY ("5"),
  STRAY ("8"),
  STRAY ("5000"),
  STRAY ("9223372036854775807"),
  STRAY_ENTRY ("0"),
  STRAY_ENTRY ("-9223372036854775807"),
  "INSERT INTO journal_change (entry, table_number, row_id, salt, digest) VALUES (0, 99, 1, zeroblob (16), zeroblob (32))",
};

static gboolean
write_directly (StoreFixture *fixture, guint number)
{
  g_autoptr (MusterVerification) result = NULL;

  g_test_message ("%s", attacks[number]);
  attack_write (fixture, attacks[number]);
  result = attack_verify (fixture->store, NULL);
  g_assert_nonnull (result->what);
  g_test_message ("found: %s", result->what);
  return !result->ok && result->bad_entry > 0;
}

static void
test_direct_writes (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (attacks), write_directly), ==, G_N_ELEMENTS (attacks));
}

static const struct
{
  const char *what;
  const char *operation;
  const char *signer; /* whose key signs */
  gint64 account_id;  /* who is named */
  const char *role;
  const char *sql;
  const char *says; /* in what is found */
} forgeries[] = {
  { "staff approve", "approve-decision", "kim", 3, "staff", "", "role did not allow" },
  { "staff say they are an administrator", "add-account", "kim", 3, "administrator", "", "did not have that role" },
  { "staff sign for an administrator", "sign-in", "kim", 1, "administrator", "", "signature" },
  { "one administrator signs for another", "sign-in", "alex", 4, "administrator", "", "signature" },
  { "an operation there is not", "do-anything", "alex", 1, "administrator", "", "operation is not known" },
  { "a table that is not the operation's", "sign-in", "alex", 1, "administrator", "UPDATE agency SET name = 'x' WHERE id = 1", "a table that its operation cannot touch" },
  { "staff make themselves administrator", "import-roster", "kim", 3, "staff", "UPDATE account SET role = 'administrator' WHERE id = 3", "a table that its operation cannot touch" },
  { "an administrator their own role", "change-account", "alex", 1, "administrator", "UPDATE account SET role = 'auditor' WHERE id = 1", "their own account" },
  { "an administrator another's key", "change-account", "alex", 1, "administrator", "UPDATE account SET public_key = randomblob (32) WHERE id = 4", "key of an account was replaced" },
  { "an import certifies", "import-roster", "kim", 3, "staff", EVENT ("none", "certified", "3", "NULL"), "cannot bring" },
  { "staff certify in another's name", "certify", "alex", 1, "administrator", EVENT ("pending-review", "certified", "4", "NULL"), "another account" },
  { "a revocation without a decision", "approve-decision", "alex", 1, "administrator", EVENT ("certified", "revoked", "1", "NULL"), "without a decision" },
  { "a revocation for a decision there is not", "approve-decision", "alex", 1, "administrator", EVENT ("certified", "revoked", "1", "77"), "did not approve" },
  { "a decision that was never proposed", "approve-decision", "alex", 1, "administrator",
    "INSERT INTO decision (number, kind, state, assister_id, types, authority, reason, proposer, proposed_at, decider, decided_at, emergency, clause_version, rule_pack) "
    "VALUES ('RV-2026-0001', 'revocation', 'approved', 1, 1, 'agency', 'x', 1, NOW, 1, NOW, 0, 'v', 'r')",
    "proposal" },
  { "the register is made again, with a recovery key of one's own", "create-register", "alex", 1, "administrator",
    "INSERT INTO account (name, full_name, role, public_key, disabled) VALUES ('spare', 'Spare', 'recovery', randomblob (32), 0)", "a second time" },
  { "the register is made again", "create-register", "alex", 1, "administrator", "", "a second time" },
};

static gboolean
forge_one (StoreFixture *fixture, guint number)
{
  g_autoptr (MusterVerification) result = NULL;

  g_test_message ("%s", forgeries[number].what);
  attack_forge_as (fixture, forgeries[number].signer, forgeries[number].account_id, forgeries[number].role, forgeries[number].operation, forgeries[number].sql);
  result = attack_verify (fixture->store, NULL);
  g_assert_nonnull (result->what);
  g_test_message ("%s", result->what);
  return !result->ok && result->bad_entry == result->entries && strstr (result->what, forgeries[number].says) != NULL;
}

static void
test_forged (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (forgeries), forge_one), ==, G_N_ELEMENTS (forgeries));
}

/* Signed by the right key, but over a history that was written anew. */
static void
test_own_forgery_is_all_one_can_do (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) result = NULL;

  attack_forge (fixture, "alex", "sign-in", "");
  result = attack_verify (fixture->store, NULL);
  g_assert_true (result->ok);
}

static void
test_checkpoints (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *early = muster_checkpoint_dup_code (fixture->store, &error);
  g_autofree char *copy = g_strconcat (fixture->folder, ".copy", NULL), *late = NULL, *other = NULL;
  g_autoptr (MusterVerification) at_early = NULL, older = NULL, diverged = NULL;

  g_assert_no_error (error);
  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  store_fixture_copy (fixture->folder, copy);

  fixture->store = store_fixture_open (fixture, "alex");
  at_early = attack_verify (fixture->store, early);
  g_assert_true (at_early->ok);
  g_assert_cmpint (at_early->anchored, ==, 7);
  g_assert_cmpint (at_early->entries, ==, 8);
  g_assert_true (store_fixture_add_agency (fixture->store, "Later", NULL));
  g_assert_true (store_fixture_add_agency (fixture->store, "Later still", NULL));
  late = muster_checkpoint_dup_code (fixture->store, NULL);
  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);

  /* An older copy is put back, and found by the later checkpoint only. */
  store_fixture_remove (fixture->folder);
  store_fixture_copy (copy, fixture->folder);
  fixture->store = store_fixture_open (fixture, "alex");
  older = attack_verify (fixture->store, late);
  g_assert_false (older->ok);
  g_assert_cmpint (older->bad_entry, ==, older->entries + 1);

  /* It goes on by itself: now they are two registers that have diverged. */
  for (int i = 0; i < 3; i++)
    g_assert_true (store_fixture_add_agency (fixture->store, i == 0 ? "A" : i == 1 ? "B"
                                                                                   : "C",
                                             NULL));
  diverged = attack_verify (fixture->store, late);
  g_assert_false (diverged->ok);
}

static void
test_codes (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *code = muster_checkpoint_dup_code (fixture->store, NULL);
  g_autofree char *lower = g_ascii_strdown (code, -1);
  guint8 prefix[10];
  gint64 sequence;

  g_assert_true (muster_checkpoint_parse (code, &sequence, prefix, NULL));
  g_assert_cmpint (sequence, ==, 7);
  g_assert_true (muster_checkpoint_parse (lower, &sequence, prefix, NULL));
  for (char *c = code; *c != '\0'; c++)
    {
      char right = *c;
      g_autoptr (GError) error = NULL;

      if (right == '-')
        continue;
      *c = right == '1' ? '2' : '1';
      g_assert_false (muster_checkpoint_parse (code, &sequence, prefix, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      *c = right;
    }
  g_assert_false (muster_checkpoint_parse ("", &sequence, prefix, NULL));
  g_assert_false (muster_checkpoint_parse ("7", &sequence, prefix, NULL));
}

/* A change that no entry covers is found without replaying it. */
static void
test_stray_at_sign_in (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterStore) warned = NULL;

  attack_write (fixture, STRAY ("0"));
  warned = store_fixture_open (fixture, "alex");
  g_assert_nonnull (strstr (muster_store_get_damage (warned), "belongs to none of its entries"));
  muster_store_close (warned);
}

/* What the check at sign-in finds without replaying anything. */
static void
test_at_sign_in (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterStore) again = store_fixture_open (fixture, "alex");
  g_autoptr (MusterStore) warned = NULL;
  MusterDatabase *database;

  g_assert_null (muster_store_get_damage (again));
  muster_store_close (again);
  database = store_fixture_open_past_the_program (fixture);
  g_assert_true (muster_database_execute (database, "UPDATE journal_entry SET reason = 'another' WHERE sequence = 7", NULL));
  muster_database_close (database);
  warned = store_fixture_open (fixture, "alex");
  g_assert_nonnull (muster_store_get_damage (warned));
  muster_store_close (warned);
}

static gboolean
is_whole (MusterSecret *key, const char *path)
{
  g_autoptr (MusterDatabase) database = muster_database_open (path, key, MUSTER_DATABASE_READ, NULL);
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  if (database == NULL)
    return FALSE;
  statement = muster_database_prepare (database, "PRAGMA cipher_integrity_check", NULL);
  return statement != NULL && muster_statement_step (statement, &row, NULL) && !row;
}

/* Every page is authenticated: no flipped byte goes unnoticed. */
static void
test_flipped_bytes (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_store_dup_database_path (fixture->folder), *bytes = NULL;
  g_autoptr (MusterSecret) key = muster_secret_ref (fixture->store->register_key);
  gsize size, step = g_test_thorough () ? 1 : 1009;

  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (is_whole (key, path));
  for (gsize i = 0; i < size; i += step)
    {
      bytes[i] ^= 0x20;
      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      if (is_whole (key, path))
        g_error ("a flip of byte %" G_GSIZE_FORMAT " went unnoticed", i);
      bytes[i] ^= 0x20;
    }
}

/* A damaged page deep in the file is a finding of verification, not a failure to verify. */
static void
test_damaged_page (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = muster_store_dup_database_path (fixture->folder), *bytes = NULL;
  g_autoptr (MusterSecret) key = muster_secret_ref (fixture->store->register_key);
  guint n_found = 0;
  gsize size;

  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize page = 1; page < size / 4096; page += 5)
    {
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
      g_autoptr (MusterVerification) result = NULL;
      g_autoptr (GError) error = NULL;

      bytes[page * 4096 + 100] ^= 1;
      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      bytes[page * 4096 + 100] ^= 1;
      fixture->store = muster_store_open (fixture->folder, "alex", password, NULL, &error);
      if (fixture->store == NULL)
        {
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
          n_found++;
          continue;
        }
      result = attack_verify (fixture->store, NULL);
      n_found += !result->ok;
      muster_store_close (fixture->store);
      g_clear_object (&fixture->store);
    }
  g_assert_cmpuint (n_found, ==, (size / 4096 - 1 + 4) / 5);
}

/* A colleague's program, which writes one entry after the other until told to stop. */
typedef struct
{
  MusterStore *store;
  gint stop; /* atomic */
  gint n_written; /* atomic */
} Colleague;

static gpointer
write_cb (gpointer data)
{
  Colleague *colleague = data;

  while (!g_atomic_int_get (&colleague->stop))
    {
      g_autofree char *name = g_strdup_printf ("Agency %d", colleague->n_written);

      g_assert_true (store_fixture_add_agency (colleague->store, name, NULL));
      g_atomic_int_inc (&colleague->n_written);
    }
  return NULL;
}

/* What another program writes while the newest entries are checked is no damage. */
static void
test_beside_a_writer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);
  Colleague colleague = { .store = store_fixture_open (fixture, "robin") };
  GThread *thread = g_thread_new ("colleague", write_cb, &colleague);

  while (g_atomic_int_get (&colleague.n_written) < 200)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (muster_verify_newest (fixture->store, database, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (fixture->store->damage, ==, NULL);
    }
  g_atomic_int_set (&colleague.stop, 1);
  g_thread_join (thread);
  muster_store_close (colleague.store);
  g_object_unref (colleague.store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, StoreFixture, NULL, set_up, function, store_fixture_tear_down)
  ADD ("/verify/sound", test_sound);
  ADD ("/verify/direct-writes", test_direct_writes);
  ADD ("/verify/forged", test_forged);
  ADD ("/verify/own-entry", test_own_forgery_is_all_one_can_do);
  ADD ("/verify/checkpoints", test_checkpoints);
  ADD ("/verify/codes", test_codes);
  ADD ("/verify/at-sign-in", test_at_sign_in);
  ADD ("/verify/stray-at-sign-in", test_stray_at_sign_in);
  ADD ("/verify/beside-a-writer", test_beside_a_writer);
  ADD ("/verify/flipped-bytes", test_flipped_bytes);
  ADD ("/verify/damaged-page", test_damaged_page);
  return g_test_run ();
}
