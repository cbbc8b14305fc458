/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-statement-private.h"

#include "domain/muster-date.h"
#include "store/muster-journal-private.h"

/* Binding fails only where the program is wrong. */
static void
expect_ok (int result)
{
  g_assert (result == SQLITE_OK);
}

void
muster_statement_free (MusterStatement *statement)
{
  sqlite3_finalize (statement->handle);
  g_free (statement);
}

void
muster_statement_finish (MusterStatement *statement)
{
  if (!statement->kept)
    {
      muster_statement_free (statement);
      return;
    }
  sqlite3_reset (statement->handle);
  sqlite3_clear_bindings (statement->handle);
  statement->in_use = FALSE;
}

void
muster_statement_bind_int (MusterStatement *statement, int parameter, gint64 value)
{
  expect_ok (sqlite3_bind_int64 (statement->handle, parameter, value));
}

void
muster_statement_bind_id (MusterStatement *statement, int parameter, gint64 id)
{
  if (id == 0)
    expect_ok (sqlite3_bind_null (statement->handle, parameter));
  else
    muster_statement_bind_int (statement, parameter, id);
}

void
muster_statement_bind_text (MusterStatement *statement, int parameter, const char *text)
{
  expect_ok (sqlite3_bind_text (statement->handle, parameter, text, -1, SQLITE_STATIC));
}

void
muster_statement_take_text (MusterStatement *statement, int parameter, char *text)
{
  expect_ok (sqlite3_bind_text (statement->handle, parameter, text, -1, g_free));
}

void
muster_statement_bind_date (MusterStatement *statement, int parameter, const GDate *date)
{
  char *text = muster_date_to_iso (date);

  expect_ok (sqlite3_bind_text (statement->handle, parameter, text, -1, g_free));
}

void
muster_statement_bind_blob (MusterStatement *statement, int parameter, gconstpointer bytes, gsize size)
{
  expect_ok (sqlite3_bind_blob64 (statement->handle, parameter, bytes, size, SQLITE_STATIC));
}

gboolean
muster_statement_step (MusterStatement *statement, gboolean *row, GError **error)
{
  int result;

  muster_database_assert_thread (statement->database);
  result = sqlite3_step (statement->handle);
  *row = result == SQLITE_ROW;
  if (result != SQLITE_ROW && result != SQLITE_DONE)
    return muster_database_fail (statement->database, sqlite3_sql (statement->handle), error);
  return TRUE;
}

gboolean
muster_statement_run (MusterStatement *statement, GError **error)
{
  gboolean row, done;

  /* Before, not after: whoever wrote asks next what the last number is, and how many rows changed. */
  if (!muster_journal_settle (statement->database, error))
    return FALSE;
  done = muster_statement_step (statement, &row, error);
  sqlite3_reset (statement->handle);
  return done;
}

void
muster_statement_reset (MusterStatement *statement)
{
  sqlite3_reset (statement->handle);
}

gint64
muster_statement_get_int (MusterStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->handle, column);
}

const char *
muster_statement_get_text (MusterStatement *statement, int column)
{
  return (const char *) sqlite3_column_text (statement->handle, column);
}

char *
muster_statement_dup_text (MusterStatement *statement, int column)
{
  return g_strdup (muster_statement_get_text (statement, column));
}

void
muster_statement_get_date (MusterStatement *statement, int column, GDate *date)
{
  const char *text = muster_statement_get_text (statement, column);

  if (text == NULL || !muster_date_parse_iso (text, date, NULL))
    g_date_clear (date, 1);
}

const guint8 *
muster_statement_get_blob (MusterStatement *statement, int column, gsize *size)
{
  const guint8 *bytes = sqlite3_column_blob (statement->handle, column);

  *size = sqlite3_column_bytes (statement->handle, column);
  return bytes;
}

GBytes *
muster_statement_dup_blob (MusterStatement *statement, int column)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  return bytes != NULL ? g_bytes_new (bytes, size) : NULL;
}
