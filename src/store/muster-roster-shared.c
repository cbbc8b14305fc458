/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "store/muster-database-private.h"
#include "store/muster-roster-query.h"

/* The index that was made last, and of what. It goes with the store. */
typedef struct
{
  GMutex lock;
  gint64 sequence; /* of the newest entry of the journal by then */
  GDate as_of;
  MusterRosterIndex *index;
} Shared;

static void
shared_free (gpointer data)
{
  Shared *shared = data;

  g_mutex_clear (&shared->lock);
  g_clear_pointer (&shared->index, muster_roster_index_unref);
  g_free (shared);
}

/* Returns: (transfer none): the same for everybody who asks, from whatever thread. */
static Shared *
get_shared (MusterStore *store)
{
  static GMutex making;
  Shared *shared;

  g_mutex_lock (&making);
  shared = g_object_get_data (G_OBJECT (store), "muster-roster-shared");
  if (shared == NULL)
    {
      shared = g_new0 (Shared, 1);
      g_mutex_init (&shared->lock);
      g_object_set_data_full (G_OBJECT (store), "muster-roster-shared", shared, shared_free);
    }
  g_mutex_unlock (&making);
  return shared;
}

static gboolean
read_sequence (MusterDatabase *database, gint64 *sequence, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT max (entry) FROM main.journal_change", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *sequence = muster_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
make_index (Shared *shared, MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error)
{
  gint64 sequence;

  /* Before the index: what is written meanwhile makes it old, not wrong. */
  if (!read_sequence (database, &sequence, error))
    return FALSE;
  if (shared->index != NULL && shared->sequence == sequence && muster_date_equal (&shared->as_of, as_of))
    return TRUE;
  g_clear_pointer (&shared->index, muster_roster_index_unref);
  shared->index = muster_roster_index_new (database, as_of, NULL, cancellable, error);
  shared->sequence = sequence;
  shared->as_of = *as_of;
  return shared->index != NULL;
}

MusterRosterIndex *
muster_roster_index_get (MusterStore *store, MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error)
{
  Shared *shared = get_shared (store);
  MusterRosterIndex *index = NULL;

  g_mutex_lock (&shared->lock);
  if (make_index (shared, database, as_of, cancellable, error))
    index = muster_roster_index_ref (shared->index);
  g_mutex_unlock (&shared->lock);
  return index;
}
