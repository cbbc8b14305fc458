/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "domain/muster-operation-rule.h"
#include "store/muster-database-private.h"

/* How the journal is written: used by the runner and by the making of a register, by nobody else. */

/** Registers the SQL functions the triggers call on this connection. Without them (another program) every write to a journaled table fails. */
gboolean muster_journal_attach (MusterDatabase *database, GError **error);
/** Makes the triggers of all journaled tables anew from their columns. */
gboolean muster_journal_make_triggers (MusterDatabase *database, GError **error);

/** Begins to capture: from here on the triggers accept writes to @rule's tables. */
gboolean muster_journal_begin (MusterDatabase *database, const MusterOperationRule *rule, GError **error);
/**
 * Writes down what was captured, if it is much. Called between statements that write: in the midst of one, SQLite would keep a copy of every page that the
 * journal touches, to be able to take that statement back.
 */
gboolean muster_journal_settle (MusterDatabase *database, GError **error);
typedef struct
{
  gint64 time;
  gint64 account_id;
  const char *role;
  const char *operation;
  const char *subject;
  const char *reason;
  const char *detail;
} MusterJournalHead;
/** Ends capturing and writes the entry, chained and signed with @signing_seed; @sequence gets its number. Still inside the transaction. */
gboolean muster_journal_finish (MusterDatabase *database, const MusterJournalHead *head, MusterSecret *signing_seed, gint64 *sequence, GError **error);
/** Ends capturing without an entry; fails if anything was captured. */
gboolean muster_journal_abandon (MusterDatabase *database, GError **error);
guint muster_journal_count_changes (MusterDatabase *database);
