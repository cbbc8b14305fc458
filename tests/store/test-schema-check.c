/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "attack-fixture.h"
#include "domain/muster-error.h"
#include "store/muster-schema-check-private.h"
#include "store/muster-store-private.h"

/* Whoever has the register key builds something into the database that works for them later, when somebody else writes or reads. */

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  g_assert_cmpint (store_fixture_add_person (fixture->store, "Ana", "Lindqvist"), ==, 1);
}

#define EVIL "CREATE TRIGGER evil AFTER INSERT ON agency BEGIN UPDATE assister SET county = 'Cook'; END;"
#define REWRITE(name, from, to)                                                                                         \
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, '" from "', '" to "') WHERE name = '" name \
  "'; PRAGMA writable_schema = RESET;"

/* What is done, and what the message names; %NULL: it is no harm. */
static const struct
{
  const char *sql;
  const char *says;
} attacks[] = {
  { EVIL, "“evil” (trigger) does not belong" },
  { "CREATE TRIGGER journal_agency_more AFTER INSERT ON agency BEGIN SELECT 1; END", "“journal_agency_more” (trigger) does not belong" },
  { "CREATE TRIGGER assister_search_more AFTER INSERT ON agency BEGIN SELECT 1; END", "“assister_search_more” (trigger) does not belong" },
  { "DROP TRIGGER journal_assister_update", "“journal_assister_update” (trigger) is missing" },
  { "DROP TRIGGER journal_assister_update; CREATE TRIGGER journal_assister_update AFTER UPDATE ON assister BEGIN SELECT 1; END", "“journal_assister_update” (trigger) is not as it was made" },
  { "CREATE TABLE more (id INTEGER)", "“more” (table) does not belong" },
  { "CREATE VIEW more AS SELECT 1", "“more” (view) does not belong" },
  { "CREATE INDEX more ON assister (county)", "“more” (index) does not belong" },
  { "CREATE INDEX assister_search_county ON assister (county)", "“assister_search_county” (index) does not belong" },
  { "DROP INDEX assister_email", "“assister_email” (index) is missing" },
  { "DROP INDEX certification_assister; CREATE INDEX certification_assister ON certification (assister_id) WHERE id > 7", "“certification_assister” (index) is not as it was made" },
  { "ALTER TABLE different_person RENAME TO other_person; CREATE VIEW different_person AS SELECT * FROM other_person", "_person" },
  { "ALTER TABLE agency ADD COLUMN more TEXT DEFAULT 'x'", "“agency” (table) is not as it was made" },
  { REWRITE ("register", "CHECK (id = 1)", ""), "“register” (table) is not as it was made" },
  { "ANALYZE", NULL },
};

static gboolean
is_named (GError *error, const char *says)
{
  if (says == NULL)
    return error == NULL;
  g_test_message ("%s", error != NULL ? error->message : "not found");
  return g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED) && strstr (error->message, says) != NULL;
}

static void
execute (MusterDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;

  sqlite3_db_config (muster_database_get_handle (database), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  muster_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
build_in (StoreFixture *fixture, const char *sql)
{
  g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);

  execute (database, sql);
}

/* Whoever is signed in already neither writes nor reads with it. */
static gboolean
attack_while_open (StoreFixture *fixture, guint number)
{
  g_autoptr (GError) write_error = NULL, read_error = NULL;
  MusterDatabase *database;

  g_test_message ("%s", attacks[number].sql);
  build_in (fixture, attacks[number].sql);
  store_fixture_add_agency (fixture->store, "North Shore", &write_error);
  database = muster_store_read (fixture->store, &read_error);
  if (database != NULL)
    muster_store_read_done (fixture->store, database);
  return is_named (write_error, attacks[number].says) && is_named (read_error, attacks[number].says);
}

/* And nobody signs in. */
static gboolean
attack_before_sign_in (StoreFixture *fixture, guint number)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
  g_autoptr (MusterStore) store = NULL;
  g_autoptr (GError) error = NULL;

  build_in (fixture, attacks[number].sql);
  store = muster_store_open (fixture->folder, "alex", password, NULL, &error);
  if (store != NULL)
    muster_store_close (store);
  return is_named (error, attacks[number].says);
}

static void
test_while_open (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (attacks), attack_while_open), ==, G_N_ELEMENTS (attacks));
}

static void
test_before_sign_in (StoreFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (attack_try_each (fixture, G_N_ELEMENTS (attacks), attack_before_sign_in), ==, G_N_ELEMENTS (attacks));
}

/* Verification says it too, and not only that something is there: it is no finding about an entry. */
static void
test_verification (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) result = NULL;
  g_autoptr (GError) error = NULL;

  build_in (fixture, EVIL);
  result = muster_verify (fixture->store, NULL, NULL, NULL, NULL, &error);
  g_assert_null (result);
  g_assert_true (is_named (error, "evil"));
}

/* What was built in is not carried out on the way. */
static void
test_nothing_done (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);
  g_autoptr (MusterVerification) result = NULL;

  execute (database, EVIL);
  g_assert_false (store_fixture_add_agency (fixture->store, "North Shore", NULL));
  execute (database, "DROP TRIGGER evil");
  g_assert_true (store_fixture_add_agency (fixture->store, "South Fork", NULL));
  result = attack_verify (fixture->store, NULL);
  g_assert_cmpstr (result->what, ==, NULL);
}

/* A register that a newer program migrated while this one has it open is not damaged. */
static void
test_newer (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  build_in (fixture, "CREATE TABLE later (id INTEGER); PRAGMA user_version = 9999");
  g_assert_false (store_fixture_add_agency (fixture->store, "North Shore", &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER);
}

/* An older version cannot be put on to have the migrations run once more. */
static void
test_older (StoreFixture *fixture, gconstpointer data)
{
  for (int version = 0; version < muster_database_get_newest_version (); version++)
    {
      g_autofree char *lower = g_strdup_printf ("PRAGMA user_version = %d", version == 0 ? -1 : version);
      g_autofree char *back = g_strdup_printf ("PRAGMA user_version = %d", muster_database_get_newest_version ());
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (FIXTURE_PASSWORD);
      g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);
      g_autoptr (GError) error = NULL;

      execute (database, lower);
      g_assert_null (muster_store_open (fixture->folder, "alex", password, NULL, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
      execute (database, back);
    }
}

/* Migrating step by step gives what a new register has. */
static void
test_expected (void)
{
  for (int version = 1; version <= muster_database_get_newest_version (); version++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterDatabase) database = muster_database_make_empty (version, &error);
      gboolean search = TRUE;

      g_assert_no_error (error);
      g_assert_true (muster_schema_check (database, &search, &error));
      g_assert_no_error (error);
      g_assert_false (search);
      g_assert_true (muster_database_migrate (database, &error));
      g_assert_true (muster_schema_check (database, NULL, &error));
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, StoreFixture, NULL, set_up, function, store_fixture_tear_down)
  ADD ("/schema-check/while-open", test_while_open);
  ADD ("/schema-check/before-sign-in", test_before_sign_in);
  ADD ("/schema-check/verification", test_verification);
  ADD ("/schema-check/nothing-done", test_nothing_done);
  ADD ("/schema-check/newer", test_newer);
  ADD ("/schema-check/older", test_older);
  g_test_add_func ("/schema-check/expected", test_expected);
  return g_test_run ();
}
