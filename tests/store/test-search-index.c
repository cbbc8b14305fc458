/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-search-index.h"

#include "attack-fixture.h"
#include "store/muster-people-table-private.h"

/* What somebody with the register key does to the index. @seen: a look at how many there are is enough. */
static const struct
{
  const char *sql;
  gboolean seen;
} attacks[] = {
  { "DELETE FROM assister_search WHERE rowid = 1", TRUE },
  { "INSERT INTO assister_search (assister_search) VALUES ('delete-all')", TRUE },
  { "INSERT INTO assister_search (rowid, words) VALUES (77, 'lindqvist')", TRUE },
  { "DELETE FROM assister_search WHERE rowid = 1; INSERT INTO assister_search (rowid, words) VALUES (1, 'nobody')", FALSE },
  { "DELETE FROM assister_search WHERE rowid = 1; INSERT INTO assister_search (rowid, words) VALUES (1, 'ana lindqvist more')", FALSE },
  { "DELETE FROM assister_search WHERE rowid = 1; INSERT INTO assister_search (rowid, words) VALUES (78, 'ana lindqvist')", FALSE },
  { "DROP TABLE assister_search", TRUE },
  { "CREATE INDEX assister_search_more ON assister_search_docsize (sz)", TRUE },
};

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_set_up (fixture, data);
  store_fixture_add_person (fixture->store, "Ana", "Lindqvist");
  store_fixture_add_person (fixture->store, "Bo", "Olson-Lindqvist");
  store_fixture_add_person (fixture->store, "Zoë", "Nguyễn");
}

static void
attack (StoreFixture *fixture, const char *sql)
{
  g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", sql);
  sqlite3_db_config (muster_database_get_handle (database), SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  muster_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
sign_in_again (StoreFixture *fixture)
{
  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = store_fixture_open (fixture, "alex");
  g_assert_cmpstr (muster_store_get_damage (fixture->store), ==, NULL);
}

static gboolean
is_right (StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (fixture->store, &error);
  gboolean same = FALSE;

  g_assert_no_error (error);
  g_assert_true (muster_search_index_compare (database, NULL, &same, &error));
  g_assert_no_error (error);
  muster_store_read_done (fixture->store, database);
  return same;
}

/* Whoever checks is told, and afterwards it is as it should be. */
static void
test_verification (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (MusterVerification) found = NULL, after = NULL;

      g_assert_true (is_right (fixture));
      attack (fixture, attacks[i].sql);
      g_assert_false (is_right (fixture));
      found = attack_verify (fixture->store, NULL);
      g_assert_true (!found->ok && found->only_search && found->bad_entry == 0);
      g_assert_nonnull (strstr (found->what, "search index"));
      sign_in_again (fixture);
      after = attack_verify (fixture->store, NULL);
      g_assert_cmpstr (after->what, ==, NULL);
    }
}

/* What a look at the numbers shows is mended without anybody checking; the rest waits for that. */
static void
test_sign_in (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (MusterVerification) found = NULL;

      attack (fixture, attacks[i].sql);
      sign_in_again (fixture);
      g_assert_cmpint (is_right (fixture), ==, attacks[i].seen);
      found = attack_verify (fixture->store, NULL);
      g_assert_cmpint (found->ok, ==, attacks[i].seen);
      sign_in_again (fixture);
      g_assert_true (is_right (fixture));
    }
}

/* Other damage stays as it is for whoever looks into it. */
static void
test_only_the_index (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterVerification) found = NULL;

  attack_write (fixture, "UPDATE assister SET family_name = 'Lindkvist' WHERE id = 1");
  found = attack_verify (fixture->store, NULL);
  g_assert_true (!found->ok && !found->only_search);
  g_assert_null (strstr (found->what, "search index"));
}

/* The tokenizer may make another letter of a rare one than we do: that is no difference. */
static void
test_every_letter (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (gunichar letter = 0xa0; letter < 0x30000; letter++)
    {
      if (!g_unichar_validate (letter) || !g_unichar_isalpha (letter))
        continue;
      g_string_append_c (name, 'a');
      g_string_append_unichar (name, letter);
      g_string_append (name, "b ");
      if (name->len < 20000)
        continue;
      store_fixture_add_person (fixture->store, "Ana", name->str);
      g_string_truncate (name, 0);
    }
  g_assert_true (is_right (fixture));
  attack (fixture, "DELETE FROM assister_search WHERE rowid = 1; INSERT INTO assister_search (rowid, words) VALUES (1, 'nobody')");
  g_assert_false (is_right (fixture));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, StoreFixture, NULL, set_up, function, store_fixture_tear_down)
  ADD ("/search-index/verification", test_verification);
  ADD ("/search-index/sign-in", test_sign_in);
  ADD ("/search-index/only-the-index", test_only_the_index);
  ADD ("/search-index/every-letter", test_every_letter);
  return g_test_run ();
}
