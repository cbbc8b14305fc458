/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"
#include "store/muster-store.h"

/* What the files of the store share about an open register. */

struct _MusterStore
{
  GObject parent_instance;

  /* Set before the store is handed out, and never changed. */
  char *folder;
  char *register_id;
  char *register_name;
  char *agency;
  gboolean practice;
  gboolean keyring;
  gboolean without_keyring; /* it has one, but here the program holds the secret: there is nowhere to keep an anchor */
  MusterAccount *account;
  MusterSecret *computer_secret; /* %NULL without keyring */
  MusterSecret *register_key;
  MusterSecret *signing_seed;
  char *damage;
  gboolean other_copy;
  gint doubts_search; /* atomic: the search index is to be made anew */
  gint accepted; /* atomic: an administrator has said that the other copy is meant */
  gint ended;    /* atomic: the account is not any more what it was at sign-in */
  GMainContext *context; /* where signals are emitted */

  /* The database thread's. */
  MusterDatabase *writer;
  gint64 data_version;
  gboolean anchor_is_old;
  gboolean lacks_checkpoint; /* its keyring has the secret, but none of what was seen before */
  gboolean keyring_failed;
  gboolean sign_in_waits; /* to be recorded */

  GThread *thread;
  GAsyncQueue *jobs;
  GSource *watch;
  gboolean closed;

  GMutex readers_lock;
  GPtrArray *readers; /* idle ones */
};

/** Returns: (transfer full): the path of the database in @folder. */
char *muster_store_dup_database_path (const char *folder);
/** Takes a signed-in store into service: starts its thread. */
void muster_store_start (MusterStore *self);
/** Lets the running operation end, and the thread with it. */
void muster_store_stop (MusterStore *self);
/** Always returns %FALSE, with the error of a store that has been closed. */
gboolean muster_store_fail_closed (GError **error);
/** Emits "changed" or "progress" where the store's signals belong. */
void muster_store_emit_changed (MusterStore *self);
/** Emits "ended", once. From here on nothing can be read. @now: (nullable): the account as it is, %NULL if it is gone. */
void muster_store_end (MusterStore *self, const MusterAccount *now);
void muster_store_emit_progress (MusterStore *self, double fraction, const char *text);

/** As muster_store_read(), with what is closed to the account as well: for verification, which tells nothing of what it reads. */
MusterDatabase *muster_store_read_whole (MusterStore *self, GError **error);

/** The search index is not as the people are: it is made anew on the database thread, soon. */
void muster_store_doubt_search (MusterStore *self);

/** The moment: the clock's, or that of a test. µs since 1970 UTC. */
gint64 muster_store_get_time (void);

/** Records the sign-in, and what waits beside the register, if that has not been possible yet. On the database thread, or before it is there. */
gboolean muster_store_record_sign_in (MusterStore *self, GError **error);

/** Carries out one operation on the database thread: the runner. */
gboolean muster_runner_run (MusterStore *self, const MusterOperation *operation, gconstpointer input, gpointer output, GCancellable *cancellable, GError **error);

/** Opens and signs in; see muster_store_open(). @context: where signals will be emitted. */
MusterStore *muster_store_sign_in (const char *folder, const char *account_name, MusterSecret *password, GMainContext *context, GCancellable *cancellable, GError **error);
