/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** MusterJournalEntry: an entry as people read it. */
typedef struct
{
  gint64 sequence;
  gint64 time; /* µs since 1970 UTC */
  gint64 account_id;
  char *account;      /* its name */
  char *account_name; /* its full name */
  char *role;
  char *operation;
  char *subject;
  char *reason;
  char *detail;
  guint n_changes;
  guint8 hash[32];
} MusterJournalEntry;
void muster_journal_entry_free (MusterJournalEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterJournalEntry, muster_journal_entry_free)

typedef struct
{
  const char *subject;   /* "P-17"; %NULL: all. A person's entries include those that changed rows of theirs, imports too. */
  const char *operation; /* %NULL: all */
  gint64 before;         /* 0, or only entries with a lower sequence: for paging */
  guint limit;           /* 0: all */
} MusterJournalFilter;
/** Returns: (transfer full) (element-type MusterJournalEntry): newest first. */
GPtrArray *muster_journal_query_list (MusterDatabase *database, const MusterJournalFilter *filter, GError **error);

/** Returns: (transfer full) (nullable): what @detail (nullable), lines of an entry, says under @key. */
char *muster_journal_detail_dup (const char *detail, const char *key);

/** Sets @value to what the newest entry of @operation about @subject says under @key in its detail; %NULL where there is none, or it says nothing. */
gboolean muster_journal_query_dup_detail (MusterDatabase *database, const char *operation, const char *subject, const char *key, char **value, GError **error);

/** MusterJournalChange: one row before and after, for reading: parallel arrays of column names and texts. */
typedef struct
{
  char *table;
  gint64 row_id;
  char **columns; /* only those that differ */
  char **before;  /* %NULL-terminated? no: n entries, %NULL for nothing */
  char **after;
  guint n;
} MusterJournalChange;
void muster_journal_change_free (MusterJournalChange *change);
/** Returns: (transfer full) (element-type MusterJournalChange): at most @limit of the entry's changes. */
GPtrArray *muster_journal_query_changes (MusterDatabase *database, gint64 sequence, guint limit, GError **error);
/**
 * Returns: (transfer full) (element-type MusterJournalChange): at most @limit of the entry's changes to rows of the person @person: record,
 * agencies, certification, cases. An import of many thousands costs no more than an edit.
 */
GPtrArray *muster_journal_query_person_changes (MusterDatabase *database, gint64 sequence, gint64 person, guint limit, GError **error);
