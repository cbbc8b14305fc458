/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "database-fixture.h"

#include <glib/gstdio.h>
#include <sodium.h>

#include "domain/muster-date.h"
#include "store/muster-journal-private.h"
#include "store/muster-people-table-private.h"

static const MusterOperationRule rule = { "test", MUSTER_PERMISSION_KEEP_ROSTER, MUSTER_TABLE_NUMBERED (MUSTER_N_TABLES) - 1, "Test" };

static void
add_account (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  begin_write (fixture);
  g_assert_true (muster_database_execute (fixture->database,
                                          "INSERT INTO account (id, name, full_name, role, public_key, disabled)"
                                          " VALUES (1, 'mkeller', 'Mara Keller', 'administrator', x'00', 0)",
                                          &error));
  g_assert_no_error (error);
  fixture->account_id = 1;
  end_write (fixture);
}

void
database_fixture_set_up (DatabaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sodium_init (), >=, 0);
  fixture->folder = g_dir_make_tmp ("muster-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "register.db", NULL);
  fixture->key = muster_secret_new_random (32);
  fixture->seed = muster_secret_new_random (32);
  fixture->database = muster_database_open (fixture->path, fixture->key, MUSTER_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (muster_database_migrate (fixture->database, &error));
  g_assert_no_error (error);
  add_account (fixture);
}

void
database_fixture_tear_down (DatabaseFixture *fixture, gconstpointer data)
{
  g_autofree char *shared = g_strconcat (fixture->path, "-shm", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);

  g_clear_pointer (&fixture->database, muster_database_close);
  g_unlink (fixture->path);
  g_unlink (shared);
  g_unlink (log);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  muster_secret_unref (fixture->key);
  muster_secret_unref (fixture->seed);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
begin_write (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_database_begin (fixture->database, &error));
  g_assert_true (muster_journal_begin (fixture->database, &rule, &error));
  g_assert_no_error (error);
}

gint64
end_write (DatabaseFixture *fixture)
{
  return end_write_as (fixture, rule.name, NULL);
}

gint64
end_write_as (DatabaseFixture *fixture, const char *operation, const char *subject)
{
  MusterJournalHead head = { fixture->time != 0 ? fixture->time : 1000, 1, "administrator", operation, subject, "because", NULL };
  g_autoptr (GError) error = NULL;
  gint64 sequence = 0;

  g_assert_true (muster_people_table_flush_search (fixture->database, &error));
  g_assert_no_error (error);
  g_assert_true (muster_journal_finish (fixture->database, &head, fixture->seed, &sequence, &error));
  g_assert_no_error (error);
  g_assert_true (muster_database_commit (fixture->database, &error));
  g_assert_no_error (error);
  return sequence;
}

void
undo_write (DatabaseFixture *fixture)
{
  muster_database_rollback (fixture->database);
}

MusterDatabase *
open_reader (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterDatabase *reader = muster_database_open (fixture->path, fixture->key, MUSTER_DATABASE_READ, &error);

  g_assert_no_error (error);
  return reader;
}

gint64
query_number (DatabaseFixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterStatement) statement = muster_database_prepare (fixture->database, sql, &error);
  gboolean row;

  g_assert_no_error (error);
  g_assert_true (muster_statement_step (statement, &row, &error));
  g_assert_no_error (error);
  g_assert_true (row);
  return muster_statement_get_int (statement, 0);
}

void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}
