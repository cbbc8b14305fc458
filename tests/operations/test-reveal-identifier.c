/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reveal-identifier.h"

#include "operations-fixture.h"
#include "operations/muster-edit-assister.h"
#include "store/muster-journal-query.h"

static MusterJournalEntry *
load_newest (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterJournalFilter filter = { .limit = 1 };
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (GPtrArray) entries = muster_journal_query_list (database, &filter, &error);

  g_assert_no_error (error);
  muster_store_read_done (store, database);
  g_assert_cmpuint (entries->len, ==, 1);
  return g_ptr_array_steal_index (entries, 0);
}

static void
test_writes_who_looked (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Moua", 1, 0);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *code = muster_assister_dup_code (id);
  MusterRevealRequest request = { id };
  g_autoptr (MusterJournalEntry) entry = NULL;
  g_autofree char *value = NULL;

  run_well (fixture, FIXTURE_JO, &muster_reveal_identifier, &request, &value);
  g_assert_cmpstr (value, ==, person->assister_id);
  entry = load_newest (fixture);
  g_assert_cmpstr (entry->operation, ==, "reveal-identifier");
  g_assert_cmpstr (entry->account, ==, "jo");
  g_assert_cmpstr (entry->subject, ==, code);
  g_assert_cmpstr (entry->detail, ==, "field=assister-id");
  g_assert_cmpuint (entry->n_changes, ==, 0);
}

/* A list is one look, however long. */
static void
test_list (OperationsFixture *fixture, gconstpointer data)
{
  MusterRevealRequest request = { .n_people = 37 };
  g_autoptr (MusterJournalEntry) entry = NULL;
  gint64 before = count_entries (fixture);

  run_well (fixture, FIXTURE_JO, &muster_reveal_identifier, &request, NULL);
  entry = load_newest (fixture);
  g_assert_cmpstr (entry->operation, ==, "reveal-identifier");
  g_assert_null (entry->subject);
  g_assert_cmpstr (entry->detail, ==, "field=assister-id\npeople=37");
  g_assert_cmpint (entry->sequence, >, before);
}

static void
test_nothing_to_reveal (OperationsFixture *fixture, gconstpointer data)
{
  gint64 id = add_person (fixture, "Moua", 1, 0);
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  MusterAssisterEdit edit = { .person = person };
  MusterRevealRequest request = { id }, nobody = { 4711 };
  g_autofree char *value = NULL;

  g_clear_pointer (&person->assister_id, g_free);
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &edit, NULL);
  run_badly (fixture, FIXTURE_KIM, &muster_reveal_identifier, &request, &value, MUSTER_ERROR_NOT_FOUND);
  run_badly (fixture, FIXTURE_KIM, &muster_reveal_identifier, &nobody, &value, MUSTER_ERROR_NOT_FOUND);
  g_assert_null (value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  operations_fixture_add ("/operations/reveal-identifier/writes-who-looked", test_writes_who_looked);
  operations_fixture_add ("/operations/reveal-identifier/list", test_list);
  operations_fixture_add ("/operations/reveal-identifier/nothing-to-reveal", test_nothing_to_reveal);
  return g_test_run ();
}
