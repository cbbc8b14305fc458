/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/* An empty register's database in a folder of its own, with one account, and writing as an operation does it. */
typedef struct
{
  char *folder;
  char *path;
  MusterSecret *key;
  MusterSecret *seed;
  MusterDatabase *database;
  gint64 account_id;
  gint64 time; /* of the entries; 0: long ago */
} DatabaseFixture;

void database_fixture_set_up (DatabaseFixture *fixture, gconstpointer data);
void database_fixture_tear_down (DatabaseFixture *fixture, gconstpointer data);

/** Begins a transaction in which every journaled table may be written. */
void begin_write (DatabaseFixture *fixture);
/** Writes the search words and the entry, and commits. Returns: the entry's number. */
gint64 end_write (DatabaseFixture *fixture);
/** The same with the entry's operation and subject. */
gint64 end_write_as (DatabaseFixture *fixture, const char *operation, const char *subject);
/** Gives up what was begun. */
void undo_write (DatabaseFixture *fixture);

/** Another connection, which only reads. */
MusterDatabase *open_reader (DatabaseFixture *fixture);
/** The number that @sql gives. */
gint64 query_number (DatabaseFixture *fixture, const char *sql);
/** Sets @date to an ISO day; unset for %NULL. */
void set_day (GDate *date, const char *text);
/** Asserts that @date is the ISO day @text; %NULL: unset. */
#define assert_day(date, text)                                    \
  G_STMT_START                                                    \
  {                                                               \
    g_autofree char *assert_day_text = muster_date_to_iso (date); \
    g_assert_cmpstr (assert_day_text, ==, text);                  \
  }                                                               \
  G_STMT_END
