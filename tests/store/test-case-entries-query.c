/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-entries-query.h"

#include "database-fixture.h"
#include "store/muster-database-private.h"
#include "store/muster-journal-format.h"
#include "store/muster-people-table.h"
#include "store/muster-register-private.h"

static MusterAssister *
add_person (DatabaseFixture *fixture, const char *npn)
{
  MusterAssister *person = muster_assister_new ();

  person->family_name = g_strdup ("Moua");
  person->npn = g_strdup (npn);
  g_assert_true (muster_people_table_save (fixture->database, person, NULL));
  return person;
}

static GPtrArray *
list (DatabaseFixture *fixture, const char *subject, gint64 person)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (MusterCaseRow));
  const MusterCaseRow row = { MUSTER_TABLE_ASSISTER, person };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries;

  if (subject != NULL)
    g_ptr_array_add (subjects, (gpointer) subject);
  if (person != 0)
    g_array_append_val (rows, row);
  entries = muster_case_entries_query_list (fixture->database, subjects, rows, &error);
  g_assert_no_error (error);
  return entries;
}

/* What is about the case or changed a row of it, each entry once, the oldest first; nothing of anybody else. */
static void
test_list (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (MusterAssister) person = NULL, other = NULL;
  gint64 changed, both, about;
  g_autoptr (GPtrArray) entries = NULL, nothing = NULL;

  begin_write (fixture);
  person = add_person (fixture, "7000001");
  changed = end_write_as (fixture, "add-assister", "P-1");
  begin_write (fixture);
  other = add_person (fixture, "7000002");
  end_write_as (fixture, "add-assister", "P-2");
  begin_write (fixture);
  g_set_str (&person->npn, "7000003");
  g_assert_true (muster_people_table_save (fixture->database, person, NULL));
  both = end_write_as (fixture, "edit-assister", "RV-2026-0001");
  begin_write (fixture);
  about = end_write_as (fixture, "approve-decision", "RV-2026-0001");

  entries = list (fixture, "RV-2026-0001", person->id);
  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_cmpint (((const MusterJournalEntry *) entries->pdata[0])->sequence, ==, changed);
  g_assert_cmpint (((const MusterJournalEntry *) entries->pdata[1])->sequence, ==, both);
  g_assert_cmpint (((const MusterJournalEntry *) entries->pdata[2])->sequence, ==, about);
  nothing = list (fixture, "RV-2026-0009", 0);
  g_assert_cmpuint (nothing->len, ==, 0);
}

/* From now on the account has the key that entries are signed by: the fixture's is made up. */
static void
set_key (DatabaseFixture *fixture)
{
  g_autoptr (GBytes) key = muster_journal_public_key (fixture->seed);

  begin_write (fixture);
  g_assert_true (muster_register_table_replace_key (fixture->database, fixture->account_id, key, NULL));
  end_write (fixture);
}

/* A signature is held against the key that the account had then. One that was made otherwise, or under another entry, does not hold. */
static void
test_signature (DatabaseFixture *fixture, gconstpointer data)
{
  g_auto (MusterEntrySignature) before = { 0 }, signature = { 0 }, again = { 0 }, forged = { 0 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  const MusterJournalEntry *entry;

  begin_write (fixture);
  end_write_as (fixture, "open-action", "RV-2026-0001");
  set_key (fixture);
  begin_write (fixture);
  end_write_as (fixture, "propose-revocation", "RV-2026-0001");
  begin_write (fixture);
  end_write_as (fixture, "approve-decision", "RV-2026-0001");
  entries = list (fixture, "RV-2026-0001", 0);
  entry = entries->pdata[2];
  g_assert_true (muster_case_entries_query_signature (fixture->database, entries->pdata[0], &before, NULL));
  g_assert_false (before.holds);
  g_assert_true (muster_case_entries_query_signature (fixture->database, entry, &signature, &error));
  g_assert_no_error (error);
  g_assert_true (signature.holds);
  g_assert_true (g_regex_match_simple ("^([0-9a-f]{4} ){7}[0-9a-f]{4}$", signature.fingerprint, 0, 0));

  g_assert_true (muster_case_entries_query_signature (fixture->database, entries->pdata[1], &again, NULL));
  g_assert_true (again.holds);
  g_assert_cmpstr (again.fingerprint, ==, signature.fingerprint);
  g_assert_cmpstr (again.fingerprint, !=, before.fingerprint);

  sql = g_strdup_printf ("UPDATE journal_entry SET signature = (SELECT signature FROM journal_entry WHERE subject = 'RV-2026-0001' AND operation = 'propose-revocation') WHERE sequence = %" G_GINT64_FORMAT, entry->sequence);
  g_assert_true (muster_database_execute (fixture->database, sql, &error));
  g_assert_true (muster_case_entries_query_signature (fixture->database, entry, &forged, &error));
  g_assert_false (forged.holds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/case-entries-query/list", DatabaseFixture, NULL, database_fixture_set_up, test_list, database_fixture_tear_down);
  g_test_add ("/store/case-entries-query/signature", DatabaseFixture, NULL, database_fixture_set_up, test_signature, database_fixture_tear_down);
  return g_test_run ();
}
