/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "store/muster-anchor.h"
#include "store/muster-row-view.h"
#include "store/muster-verify.h"

/*
 * How verification is put together: the accounts as they were at each point of the journal (muster-verify-accounts.c), what an operation may
 * have done to single rows (-changes.c) and to those of imports (-imports.c), the entries one after the other (-entries.c), and whether the changes make the tables (-replay.c).
 */

/** MusterVerifier: one run. What is found wrong first is kept, and ends it. */
typedef struct
{
  MusterDatabase *database;
  GCancellable *cancellable;
  GFileProgressCallback progress;
  gpointer progress_data;
  MusterTableShape shapes[MUSTER_N_TABLES];
  GHashTable *accounts; /* id → MusterAccount, as they are before the entry that is being looked at */
  gint64 newest;
  gint64 n_changes_left; /* that may still be looked at; -1: all */
  gint64 bad_entry;
  char *what;
} MusterVerifier;

gboolean muster_verifier_init (MusterVerifier *self, MusterDatabase *database, GError **error);
void muster_verifier_clear (MusterVerifier *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterVerifier, muster_verifier_clear)
/** Keeps what is wrong with @entry, unless something was found before. Always returns %TRUE: finding damage is no failure. */
gboolean muster_verifier_blame (MusterVerifier *self, gint64 entry, const char *what);

/** Applies the changes to accounts of all entries before @entry. */
gboolean muster_verify_accounts_load (MusterVerifier *self, gint64 before_entry, GError **error);
/** Applies a change of the accounts' table. */
void muster_verify_accounts_apply (MusterVerifier *self, gint64 id, const MusterRowView *after);

/** MusterEntryCheck: what is gathered over the changes of one entry. */
typedef struct
{
  gint64 sequence;
  char *operation;
  gint64 signer;
  GArray *decisions_used;     /* (element-type gint64): that its certification events name */
  GArray *decisions_approved; /* (element-type gint64) */
  gint64 import_made;         /* the record of an import that it made; 0: none */
  gint64 undoing;             /* the same, where it undoes another */
  gint64 import_entry;        /* the entry of the import of a file that this concerns; 0: there is none */
  gboolean takes_back;        /* what that import made counts no more; else it counts again */
} MusterEntryCheck;

/** Whether the entry's operation can have brought about this change of a row; MUSTER_ERROR_RULE or _DAMAGED says what is wrong. */
gboolean muster_verify_change (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *change, GError **error);
/** Whether the record of an import may have been made, or changed, so; @before is %NULL for a new one. Takes note of what an undoing concerns. */
gboolean muster_verify_import_record (MusterVerifier *self, MusterEntryCheck *check, gint64 id, const MusterRowView *before, const MusterRowView *after, GError **error);
/** Whether a row may have been made, taken back or brought back so; @before is %NULL for a new one. */
gboolean muster_verify_taken_back (MusterVerifier *self, MusterEntryCheck *check, const MusterChangeBytes *bytes, const MusterRowView *before, const MusterRowView *after, GError **error);
/** Whether of those who were taken back nothing counts. */
gboolean muster_verify_gone (MusterVerifier *self, GError **error);
/** Whether what was gathered over all changes of the entry belongs together. */
gboolean muster_verify_entry_whole (MusterEntryCheck *check, GError **error);

/** Checks the entries from @first to the newest; @previous is the hash before @first, %NULL: whatever the entry before says. %FALSE only where that could not be carried out. */
gboolean muster_verify_entries (MusterVerifier *self, gint64 first, const guint8 *previous, GError **error);
/** Checks that the changes, one after the other, make the tables as they stand. */
gboolean muster_verify_replay (MusterVerifier *self, GError **error);

/** The check at sign-in: from the anchor on. @damage: (out) (transfer full) (nullable): a sentence. */
gboolean muster_verify_newest (MusterStore *store, MusterDatabase *database, char **damage, GCancellable *cancellable, GError **error);
