/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "domain/muster-account.h"
#include "domain/muster-operation-rule.h"
#include "store/muster-database.h"
#include "store/muster-secret.h"

#define MUSTER_TYPE_STORE (muster_store_get_type ())
/**
 * MusterStore: a register, open, with somebody signed in. One thread of its own writes; readers are read-only connections.
 *
 * Signal "changed": on the main context, after a commit by this store or by another program.
 * Signal "ended" (string why): on the main context, once, when somebody has disabled the account or given it another role: what its holder may see is not any
 * more what the program shows. Nothing can be read from then on; the receiver closes the store and says @why, a sentence.
 * Signal "progress" (double fraction, string text): on the main context, while an operation runs.
 */
G_DECLARE_FINAL_TYPE (MusterStore, muster_store, MUSTER, STORE, GObject)

/**
 * muster_store_open: blocking: not for the main thread of the window.
 *
 * Opens the register for @account_name, checks the journal from the last verified entry on, records the sign-in (and failed ones before it).
 * Errors: SIGN_IN, KEYRING, NOT_FOUND, DAMAGED, NEWER, BUSY, STORAGE.
 */
MusterStore *muster_store_open (const char *folder, const char *account_name, MusterSecret *password, GCancellable *cancellable, GError **error);
void muster_store_open_async (const char *folder, const char *account_name, MusterSecret *password, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
MusterStore *muster_store_open_finish (GAsyncResult *result, GError **error);
/** Signs out: waits for the running operation, closes, wipes keys. Afterwards every call fails. */
void muster_store_close (MusterStore *self);

const MusterAccount *muster_store_get_account (MusterStore *self);
const char *muster_store_get_folder (MusterStore *self);
/** The random id, which keys.json has in clear. */
const char *muster_store_get_register_id (MusterStore *self);
const char *muster_store_get_agency (MusterStore *self);
gboolean muster_store_is_practice (MusterStore *self);
gboolean muster_store_uses_keyring (MusterStore *self);
/** Whether the register uses the keyring, but this computer's does not work, so that the program holds its secret until it ends: see muster_keyring_hold(). */
gboolean muster_store_is_without_keyring (MusterStore *self);
/** Returns: (nullable): what the check at sign-in found wrong with the journal, as a sentence; %NULL if all is well. */
const char *muster_store_get_damage (MusterStore *self);
/**
 * Whether this is an older, or another, copy of the register than the one that this computer saw last. Then it is only read, so that there are not two of them that
 * go on, until an administrator says that it is meant: muster_work_accept_copy().
 */
gboolean muster_store_is_other_copy (MusterStore *self);
/** Whether the signed-in account may do the operation called @name. */
gboolean muster_store_may (MusterStore *self, const char *operation);
/** Whether @password is the signed-in account's: for unlocking. Blocking. */
gboolean muster_store_check_password (MusterStore *self, MusterSecret *password, GError **error);

/**
 * muster_store_read: borrows a read-only connection, for this thread, until muster_store_read_done(). Several threads may read at once.
 * Reads on it see one state of the register.
 */
MusterDatabase *muster_store_read (MusterStore *self, GError **error);
void muster_store_read_done (MusterStore *self, MusterDatabase *database);

/* Operations */

/** MusterWork: an operation on its way: its transaction, who does it, and when. */
typedef struct _MusterWork MusterWork;

/**
 * MusterOperation: something a person can do.
 * @name: has a row in domain/muster-operation-rule.c, which says who may and what it may touch
 * @perform: straight-line and synchronous: load, ask the domain, save. @input is the operation's own struct; @output (nullable) what it gives back.
 * @snapshot: (nullable): for what changes many people at once: a word, by which a copy of the register as it was before is kept among the backups.
 *   If that is not possible, nothing is done at all.
 */
typedef struct
{
  const char *name;
  gboolean (*perform) (MusterWork *work, gconstpointer input, gpointer output, GError **error);
  const char *snapshot;
} MusterOperation;

/**
 * muster_store_run: runs @operation and waits.
 *
 * Permission → BEGIN IMMEDIATE → perform → what changed, captured by the database → one signed journal entry → COMMIT; ROLLBACK on any error.
 */
gboolean muster_store_run (MusterStore *self, const MusterOperation *operation, gconstpointer input, gpointer output, GCancellable *cancellable, GError **error);
/**
 * muster_store_run_async: the same for the window, which does not wait. @input and @output are kept alive by the caller's
 * @data, freed with @free_data after the callback: pass one struct that holds both.
 */
void muster_store_run_async (MusterStore *self, const MusterOperation *operation, gpointer input, gpointer output, gpointer data, GDestroyNotify free_data,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean muster_store_run_finish (MusterStore *self, GAsyncResult *result, GError **error);

MusterDatabase *muster_work_get_database (MusterWork *work);
const MusterAccount *muster_work_get_account (MusterWork *work);
/** The name of the agency whose register it is. */
const char *muster_work_get_agency (MusterWork *work);
/** Whether the register is a practice register, where passwords may be short. */
gboolean muster_work_is_practice (MusterWork *work);
/** The moment of the operation, µs since 1970 UTC; the same throughout it. */
gint64 muster_work_get_time (MusterWork *work);
/** The day of the operation where the register is kept (local calendar). */
const GDate *muster_work_get_today (MusterWork *work);
/** What the entry is about ("P-17", "CA-2026-0007", …), why, and particulars as "key=value" lines; each may be set once. */
void muster_work_set_subject (MusterWork *work, const char *subject);
void muster_work_set_reason (MusterWork *work, const char *reason);
void muster_work_add_detail (MusterWork *work, const char *key, const char *value);
/**
 * Begins to keep the copy of the register that an operation with @snapshot asks for, if that has not begun yet. An operation calls it when it knows that there is
 * something to do and before it does it: a thread copies what was there before meanwhile. For one that does not call it, the runner does; nothing is committed
 * before the copy is whole and on the disk.
 *
 * Returns: (transfer none): the name that the file has among the backups; %NULL on error.
 */
const char *muster_work_keep_snapshot (MusterWork *work, GError **error);
/** Reports progress, and is the safe point: %FALSE with G_IO_ERROR_CANCELLED if the person cancelled; then return %FALSE and nothing is left behind. */
gboolean muster_work_progress (MusterWork *work, double fraction, const char *text, GError **error);
/** Has this copy of the register be the one that goes on, once the operation is done; MUSTER_ERROR_RULE where it is that already. */
gboolean muster_work_accept_copy (MusterWork *work, GError **error);
/** An operation that found nothing to do says so: then there is no entry, and nothing may have been written. */
void muster_work_set_nothing_done (MusterWork *work);

/* For tests only: a fixed moment instead of the clock; 0 gives the clock back. */
void muster_store_set_time_for_tests (MusterStore *self, gint64 time);
