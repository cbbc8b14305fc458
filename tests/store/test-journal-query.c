/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-cases-table.h"
#include "store/muster-database-private.h"
#include "store/muster-journal-query.h"
#include "store/muster-people-table.h"

static void
save_person (DatabaseFixture *fixture, MusterAssister *person)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_people_table_save (fixture->database, person, &error));
  g_assert_no_error (error);
}

static MusterCorrectiveAction *
make_action (gint64 person)
{
  MusterCorrectiveAction *action = muster_corrective_action_new ();
  MusterActionStep *step = muster_action_step_new ();

  action->assister_id = person;
  action->finding = g_strdup ("Something");
  set_day (&action->opened, "2026-01-01");
  set_day (&action->due, "2026-02-01");
  action->clause_version = g_strdup ("1");
  action->rule_pack = g_strdup ("1");
  action->opened_account = 1;
  step->position = 1;
  step->what = g_strdup ("Learn");
  step->owner = g_strdup ("Bo");
  set_day (&step->due, "2026-01-15");
  g_ptr_array_add (action->steps, step);
  return action;
}

/*
 * Entry 1 made the account (the fixture). 2 imports Bo and Zoë; 3 edits Bo; 4 gives Bo an agency; 5 opens CA-2026-0001 for Bo; 6 does a step of it and
 * 7 prints its letter, both about the case; 8 is about Zoë and changes nothing; 9 is a sign-in.
 */
static void
fill (DatabaseFixture *fixture)
{
  g_autoptr (MusterAssister) bo = muster_assister_new (), zoe = muster_assister_new ();
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (GError) error = NULL;
  gint64 agency;
  GDate day;

  bo->family_name = g_strdup ("Berg");
  zoe->family_name = g_strdup ("Núñez");
  begin_write (fixture);
  save_person (fixture, bo);
  save_person (fixture, zoe);
  g_assert_cmpint (end_write_as (fixture, "import-roster", NULL), ==, 2);
  begin_write (fixture);
  bo->given_name = g_strdup ("Bo");
  bo->active = FALSE;
  save_person (fixture, bo);
  end_write_as (fixture, "edit-assister", "P-1");
  begin_write (fixture);
  set_day (&day, "2026-01-01");
  g_assert_true (muster_people_table_ensure_agency (fixture->database, "Oak", &agency, &error));
  g_assert_true (muster_people_table_affiliate (fixture->database, bo->id, agency, &day, NULL, &error));
  end_write_as (fixture, "import-roster", NULL);
  begin_write (fixture);
  action = make_action (bo->id);
  g_assert_true (muster_action_table_save (fixture->database, action, &error));
  end_write_as (fixture, "open-action", action->number);
  begin_write (fixture);
  set_day (&((MusterActionStep *) action->steps->pdata[0])->done_on, "2026-01-10");
  g_assert_true (muster_action_table_save (fixture->database, action, &error));
  end_write_as (fixture, "do-step", NULL);
  begin_write (fixture);
  end_write_as (fixture, "letter", action->number);
  begin_write (fixture);
  end_write_as (fixture, "reveal", "P-2");
  begin_write (fixture);
  end_write_as (fixture, "sign-in", NULL);
  g_assert_no_error (error);
}

static void
test_list (DatabaseFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MusterJournalFilter filter;
    const char *sequences;
  } cases[] = {
    { { 0 }, "9 8 7 6 5 4 3 2 1 " },
    { { .limit = 2 }, "9 8 " },
    { { .before = 8, .limit = 2 }, "7 6 " },
    { { .operation = "import-roster" }, "4 2 " },
    { { .subject = "P-1" }, "7 6 5 4 3 2 " },
    { { .subject = "p-1", .before = 7, .limit = 1 }, "6 " },
    { { .subject = "P-1", .operation = "edit-assister" }, "3 " },
    { { .subject = "P-2" }, "8 2 " },
    { { .subject = "P-3" }, "" },
    { { .subject = "CA-2026-0001" }, "7 5 " },
    { { .subject = "mkeller" }, "" },
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) entries = muster_journal_query_list (fixture->database, &cases[i].filter, &error);
      g_autoptr (GString) sequences = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < entries->len; j++)
        g_string_append_printf (sequences, "%d ", (int) ((MusterJournalEntry *) entries->pdata[j])->sequence);
      g_test_message ("%u", i);
      g_assert_cmpstr (sequences->str, ==, cases[i].sequences);
    }
}

static void
test_entry (DatabaseFixture *fixture, gconstpointer data)
{
  MusterJournalFilter filter = { .operation = "edit-assister" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const MusterJournalEntry *entry;
  guint8 nothing[32] = { 0 };

  fill (fixture);
  entries = muster_journal_query_list (fixture->database, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->time, ==, 1000);
  g_assert_cmpint (entry->account_id, ==, 1);
  g_assert_cmpstr (entry->account, ==, "mkeller");
  g_assert_cmpstr (entry->account_name, ==, "Mara Keller");
  g_assert_cmpstr (entry->role, ==, "administrator");
  g_assert_cmpstr (entry->subject, ==, "P-1");
  g_assert_cmpstr (entry->reason, ==, "because");
  g_assert_null (entry->detail);
  g_assert_cmpuint (entry->n_changes, ==, 1);
  g_assert_cmpint (memcmp (entry->hash, nothing, sizeof nothing), !=, 0);
}

static const char *
find_after (const MusterJournalChange *change, const char *column)
{
  for (guint i = 0; i < change->n; i++)
    if (g_str_equal (change->columns[i], column))
      return change->after[i];
  g_assert_not_reached ();
}

static void
test_changes (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) created = NULL, edited = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  const MusterJournalChange *change;

  fill (fixture);
  created = muster_journal_query_changes (fixture->database, 2, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (created->len, ==, 2);
  change = created->pdata[1];
  g_assert_cmpstr (change->table, ==, "assister");
  g_assert_cmpint (change->row_id, ==, 2);
  g_assert_cmpuint (change->n, ==, 3);
  g_assert_cmpstr (find_after (change, "family_name"), ==, "Núñez");
  g_assert_cmpstr (find_after (change, "sort_key"), ==, "nunez");
  g_assert_cmpstr (find_after (change, "active"), ==, "1");
  g_assert_null (change->before[0]);

  edited = muster_journal_query_changes (fixture->database, 3, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (edited->len, ==, 1);
  change = edited->pdata[0];
  g_assert_cmpuint (change->n, ==, 3);
  g_assert_cmpstr (change->columns[0], ==, "given_name");
  g_assert_null (change->before[0]);
  g_assert_cmpstr (change->after[0], ==, "Bo");
  g_assert_cmpstr (change->columns[1], ==, "active");
  g_assert_cmpstr (change->before[1], ==, "1");
  g_assert_cmpstr (change->after[1], ==, "0");

  none = muster_journal_query_changes (fixture->database, 9, 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_limit (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  changes = muster_journal_query_changes (fixture->database, 2, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
}

/* However many people an entry changed, one sees what it changed about the one. */
static void
test_person_changes (DatabaseFixture *fixture, gconstpointer data)
{
  for (gint64 person = 1; person <= 3; person++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = NULL;

      if (person == 1)
        fill (fixture);
      changes = muster_journal_query_person_changes (fixture->database, 2, person, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (changes->len, ==, person < 3 ? 1 : 0);
      if (person < 3)
        g_assert_cmpint (((const MusterJournalChange *) changes->pdata[0])->row_id, ==, person);
    }
}

static void
test_damaged (DatabaseFixture *fixture, gconstpointer data)
{
  static const char *const damages[] = {
    "UPDATE journal_change SET after = x'0299' WHERE entry = 3",
    "UPDATE journal_change SET table_number = 77 WHERE entry = 3",
  };

  fill (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (muster_database_execute (fixture->database, damages[i], &error));
      g_assert_null (muster_journal_query_changes (fixture->database, 3, 0, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED);
    }
}

#define add_test(path, function) g_test_add (path, DatabaseFixture, NULL, database_fixture_set_up, function, database_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/store/journal-query/list", test_list);
  add_test ("/store/journal-query/entry", test_entry);
  add_test ("/store/journal-query/changes", test_changes);
  add_test ("/store/journal-query/limit", test_limit);
  add_test ("/store/journal-query/person-changes", test_person_changes);
  add_test ("/store/journal-query/damaged", test_damaged);
  return g_test_run ();
}
