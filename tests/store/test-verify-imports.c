/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"
#include "store/muster-search-index.h"
#include "store/muster-store-private.h"
#include "store/muster-verify.h"

/*
 * The attacks by way of imports and their undoing: what was taken back counts for nothing, so that a revocation that is taken back would be none.
 *
 * The import 1 (entry 7) made P-2 with an agency and a role, evidence of P-1 and a role of hers; P-1 and her other role, denied, are not of it.
 */

#define IMPORT(id, undoes, account)                                                                                                                        \
  "INSERT INTO roster_import (id, file_name, file_size, file_hash, encoding, delimiter, key, mode, digest, rows, created, updated, unchanged, skipped,"    \
  " conflicts, rejected, account_id, recorded, undoes) VALUES (" id ", 'a.csv', 1, '', '', '', '', '', '', 0, 0, 0, 0, 0, 0, 0, " account ", NOW, " undoes \
  ");"
#define EVENT(person, type, from, to)                                                                                                     \
  "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, under_investigation) " \
  "VALUES (" person ", '" type "', '" from "', '" to "', '2026-01-01', NOW, 'agency', SIGNER, 0);"
#define TAKE_BACK(table, id, undoing) "UPDATE " table " SET taken_back = " undoing " WHERE id = " id ";"
#define EVIDENCE(person) "INSERT INTO evidence (assister_id, requirement, said, source, import_id, account_id, recorded) VALUES (" person ", 'licence', 'Active', 'a.csv', 1, SIGNER, NOW);"

#define TABLES (MUSTER_TABLE_IMPORT | MUSTER_TABLE_ASSISTER | MUSTER_TABLE_AFFILIATION | MUSTER_TABLE_CERTIFICATION | MUSTER_TABLE_EVIDENCE | MUSTER_TABLE_AGENCY)

#define MAKE                                                                                    \
  IMPORT ("1", "NULL", "3")                                                                     \
  "INSERT INTO assister (id, family_name, active, sort_key) VALUES (2, 'Okafor', 1, 'okafor');" \
  "INSERT INTO affiliation (id, assister_id, agency_id, from_day) VALUES (1, 2, 1, '2026-01-01');" EVENT ("2", "broker", "none", "applicant") EVENT ("1", "cac", "none", "applicant") EVIDENCE ("1") EVIDENCE ("2")

/* All that came with P-2 and goes with her. */
#define GONE(undoing) TAKE_BACK ("assister", "2", undoing) TAKE_BACK ("affiliation", "1", undoing) TAKE_BACK ("certification", "3", undoing) TAKE_BACK ("evidence", "2", undoing)

typedef struct
{
  const char *what;
  const char *operation; /* %NULL: the end of the list */
  const char *sql;
} Deed;

static gint64 last_entry;

/* As an operation would have left it. */
static void
make_search_index (StoreFixture *fixture)
{
  g_autoptr (MusterDatabase) database = store_fixture_open_past_the_program (fixture);
  g_autoptr (GError) error = NULL;

  muster_search_index_make_anew (database, &error);
  g_assert_no_error (error);
}

static void
do_deed (StoreFixture *fixture, MusterStore *signer, const char *operation, const char *sql)
{
  /* Certifying is the administrators'. */
  gboolean is_staff = g_strcmp0 (operation, "deny") != 0;

  store_fixture_forge (fixture, operation, is_staff ? 3 : 1, is_staff ? "staff" : "administrator", is_staff ? signer->signing_seed : fixture->store->signing_seed, TABLES, sql);
  make_search_index (fixture);
}

static MusterVerification *
verify (MusterStore *store)
{
  g_autoptr (GError) error = NULL;
  MusterVerification *result = muster_verify (store, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
set_up (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterStore) kim = NULL;

  store_fixture_set_up (fixture, data);
  store_fixture_add_account (fixture, "kim", MUSTER_ROLE_STAFF);
  g_assert_true (store_fixture_add_agency (fixture->store, "North Shore", NULL));
  g_assert_cmpint (store_fixture_add_person (fixture->store, "Ana", "Lindqvist"), ==, 1);
  kim = store_fixture_open (fixture, "kim");
  do_deed (fixture, kim, "enrol", EVENT ("1", "broker", "none", "applicant"));
  do_deed (fixture, kim, "import-roster", EVENT ("1", "navigator", "none", "applicant"));
  do_deed (fixture, kim, "import-roster", MAKE);
  muster_store_close (kim);
}

/* Carries out @deeds, of which the last is told to be right or not. */
static void
check (StoreFixture *fixture, const Deed *deeds, gboolean right)
{
  g_autofree char *copy = g_strconcat (fixture->folder, ".copy", NULL);

  muster_store_close (fixture->store);
  g_clear_object (&fixture->store);
  store_fixture_copy (fixture->folder, copy);
  for (const Deed *deed = deeds; deed->what != NULL; deed++)
    {
      g_autoptr (MusterStore) kim = NULL;
      g_autoptr (MusterVerification) before = NULL, after = NULL;

      g_test_message ("%s", deed->what);
      store_fixture_remove (fixture->folder);
      store_fixture_copy (copy, fixture->folder);
      fixture->store = store_fixture_open (fixture, "alex");
      kim = store_fixture_open (fixture, "kim");
      /* What came before in the same list, up to the last that begins a new story. */
      for (; deed->what != NULL && deed[1].what != NULL && *deed[1].what == '+'; deed++)
        do_deed (fixture, kim, deed->operation, deed->sql);
      before = verify (fixture->store);
      g_assert_cmpstr (before->what, ==, NULL);
      do_deed (fixture, kim, deed->operation, deed->sql);
      after = verify (fixture->store);
      g_test_message ("%s: %s", deed->what, after->what != NULL ? after->what : "sound");
      g_assert_cmpint (after->ok, ==, right);
      last_entry = after->entries;
      g_assert_true (right || after->bad_entry == last_entry);
      muster_store_close (kim);
      muster_store_close (fixture->store);
      g_clear_object (&fixture->store);
    }
}

static void
test_sound (StoreFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
    { "all of an import", "undo-import", IMPORT ("2", "1", "3") GONE ("2") TAKE_BACK ("certification", "4", "2") TAKE_BACK ("evidence", "1", "2") },
    { "who stays", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "4", "2") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ and brought back", "undo-import", IMPORT ("3", "2", "3") GONE ("NULL") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ then", "undo-import", IMPORT ("3", "2", "3") GONE ("NULL") },
    { "+ and taken back again", "undo-import", IMPORT ("4", "3", "3") GONE ("4") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ then", "undo-import", IMPORT ("3", "2", "3") GONE ("NULL") },
    { "+ and the import itself anew", "undo-import", IMPORT ("4", "1", "3") GONE ("4") },
    { "a record that is completed by its entry", "import-roster", IMPORT ("2", "NULL", "3") "UPDATE roster_import SET lines = x'0100' WHERE id = 2" },
    { NULL },
  };

  check (fixture, deeds, TRUE);
}

static void
test_attacks (StoreFixture *fixture, gconstpointer data)
{
  static const Deed deeds[] = {
    { "an edit takes back", "edit-assister", TAKE_BACK ("assister", "1", "1") },
    { "an import takes back", "import-roster", IMPORT ("2", "NULL", "3") GONE ("2") },
    { "an import that is an undoing", "import-roster", IMPORT ("2", "1", "3") GONE ("2") },
    { "an undoing without a record", "undo-import", GONE ("1") },
    { "the record comes afterwards", "undo-import", GONE ("2") IMPORT ("2", "1", "3") },
    { "of an import that there is not", "undo-import", IMPORT ("2", "77", "3") GONE ("2") },
    { "of itself", "undo-import", IMPORT ("2", "2", "3") GONE ("2") },
    { "of nothing", "undo-import", IMPORT ("2", "NULL", "3") GONE ("2") },
    { "in another's name", "undo-import", IMPORT ("2", "1", "1") GONE ("2") },
    { "two records", "undo-import", IMPORT ("2", "1", "3") IMPORT ("3", "1", "3") GONE ("2") },
    { "a person of another's making", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("assister", "1", "2") },
    { "a role of another's making", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "1", "2") },
    { "a role of another import", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "2", "2") },
    { "under another number", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "4", "1") },
    { "who goes, but not all of her", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("assister", "2", "2") },
    { "who goes, but keeps a claim", "undo-import", IMPORT ("2", "1", "3") GONE ("2") TAKE_BACK ("evidence", "2", "NULL") },
    { "an event that is changed on the way", "undo-import", IMPORT ("2", "1", "3") "UPDATE certification SET taken_back = 2, to_state = 'certified' WHERE id = 4" },
    { "an event that supersedes on the way", "undo-import", IMPORT ("2", "1", "3") "UPDATE certification SET taken_back = 2, superseded_by = 1 WHERE id = 4" },
    { "a claim that is changed on the way", "undo-import", IMPORT ("2", "1", "3") "UPDATE evidence SET taken_back = 2, said = 'Inactive' WHERE id = 1" },
    { "a claim that is changed", "import-roster", "UPDATE evidence SET expires = '2030-01-01' WHERE id = 1" },
    { "a person added", "undo-import", IMPORT ("2", "1", "3") "INSERT INTO assister (family_name, active, sort_key) VALUES ('New', 1, 'new')" },
    { "an affiliation added", "undo-import", IMPORT ("2", "1", "3") "INSERT INTO affiliation (assister_id, agency_id, from_day) VALUES (1, 1, '2026-01-01')" },
    { "a claim added", "undo-import", IMPORT ("2", "1", "3") EVIDENCE ("1") },
    { "a role added", "undo-import", IMPORT ("2", "1", "3") EVENT ("1", "support-staff", "none", "applicant") },
    { "a person who is taken back from the beginning", "import-roster", IMPORT ("2", "NULL", "3") "INSERT INTO assister (family_name, active, sort_key, taken_back) VALUES ('New', 1, 'new', 2)" },
    { "a record rewritten", "import-roster", "UPDATE roster_import SET file_name = 'b.csv' WHERE id = 1" },
    { "a record that becomes an undoing", "import-roster", IMPORT ("2", "NULL", "3") "UPDATE roster_import SET undoes = 1 WHERE id = 2" },
    { "an undoing of another", "undo-import", IMPORT ("2", "1", "3") "UPDATE roster_import SET undoes = NULL WHERE id = 2" },
    { "lines rewritten", "import-roster", "UPDATE roster_import SET lines = x'0100' WHERE id = 1" },

    /* The one this is about: a denial goes away with the enrolling that an import did. */
    { "first", "deny", "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, reason, under_investigation) "
                       "VALUES (1, 'cac', 'applicant', 'denied', '2026-01-01', NOW, 'marketplace', 1, 'x', 0)" },
    { "+ the denial is taken back", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "5", "2") },
    { "first", "deny", "INSERT INTO certification (assister_id, type, from_state, to_state, effective, recorded, authority, account_id, reason, under_investigation) "
                       "VALUES (1, 'cac', 'applicant', 'denied', '2026-01-01', NOW, 'marketplace', 1, 'x', 0)" },
    { "+ the enrolling under it is taken back", "undo-import", IMPORT ("2", "1", "3") TAKE_BACK ("certification", "4", "2") },

    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ brought back by an edit", "edit-assister", GONE ("NULL") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ brought back by the same undoing again", "undo-import", IMPORT ("3", "1", "3") GONE ("NULL") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ taken back twice", "undo-import", IMPORT ("3", "2", "3") GONE ("3") },
    { "first", "undo-import", IMPORT ("2", "1", "3") GONE ("2") },
    { "+ an event of who is gone", "enrol", EVENT ("2", "cac", "none", "applicant") },
    { NULL },
  };

  check (fixture, deeds, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/verify-imports/sound", StoreFixture, NULL, set_up, test_sound, store_fixture_tear_down);
  g_test_add ("/verify-imports/attacks", StoreFixture, NULL, set_up, test_attacks, store_fixture_tear_down);
  return g_test_run ();
}
