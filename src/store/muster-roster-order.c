/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-index-private.h"

#include "store/muster-table-private.h"

/* Numbers are text, but a shorter one is smaller. */
static const char *const npn_sql = "SELECT id FROM assister WHERE npn IS NOT NULL ORDER BY length(npn), npn, id";
static const char *const email_sql = "SELECT id FROM assister WHERE email_key IS NOT NULL ORDER BY email_key";

/* Returns: by what @entry is ordered, from 0; @n_ranks for nothing. */
typedef guint (*GetRank) (const MusterRosterEntry *entry, guint n_ranks);

static guint
get_agency_rank (const MusterRosterEntry *entry, guint n_ranks)
{
  return entry->agency != 0 ? entry->agency - 1 : n_ranks;
}

/* As the lifecycle goes. */
static guint
get_status_rank (const MusterRosterEntry *entry, guint n_ranks)
{
  return entry->overall != MUSTER_STATE_NONE ? entry->overall : n_ranks;
}

static guint
get_may_assist_rank (const MusterRosterEntry *entry, guint n_ranks)
{
  return entry->assisting_types != 0 ? 0 : 1;
}

/* Counts and places: equals stay in order of name. */
static MusterRosterOrder
make_ranked (MusterRosterIndex *index, GetRank get_rank, guint n_ranks)
{
  g_autofree guint *starts = g_new0 (guint, n_ranks + 2);
  MusterRosterOrder order = { g_new (guint32, MAX (index->n, 1)), 0 };

  for (guint i = 0; i < index->n; i++)
    starts[get_rank (&index->entries[i], n_ranks) + 1]++;
  for (guint i = 1; i <= n_ranks + 1; i++)
    starts[i] += starts[i - 1];
  order.n_with = starts[n_ranks];
  for (guint i = 0; i < index->n; i++)
    order.positions[starts[get_rank (&index->entries[i], n_ranks)]++] = i;
  return order;
}

static gboolean
make_queried (MusterRosterIndex *index, MusterDatabase *database, const char *sql, MusterRosterOrder *order, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  g_autoptr (GArray) ids = statement != NULL ? muster_table_collect_ids (statement, error) : NULL;
  g_autofree guint8 *is_placed = g_new0 (guint8, MAX (index->n, 1));
  guint n = 0;

  if (ids == NULL)
    return FALSE;
  order->positions = g_new (guint32, MAX (index->n, 1));
  for (guint i = 0; i < ids->len; i++)
    {
      guint position = muster_roster_index_find (index, g_array_index (ids, gint64, i));

      if (position == MUSTER_ROSTER_NOWHERE)
        continue;
      is_placed[position] = TRUE;
      order->positions[n++] = position;
    }
  order->n_with = n;
  for (guint i = 0; i < index->n; i++)
    if (!is_placed[i])
      order->positions[n++] = i;
  return TRUE;
}

static gboolean
make_order (MusterRosterIndex *index, MusterDatabase *database, MusterRosterSort sort, MusterRosterOrder *order, GError **error)
{
  switch (sort)
    {
    case MUSTER_SORT_AGENCY:
      *order = make_ranked (index, get_agency_rank, index->agencies->len);
      return TRUE;
    case MUSTER_SORT_STATUS:
      *order = make_ranked (index, get_status_rank, MUSTER_N_STATES);
      return TRUE;
    case MUSTER_SORT_MAY_ASSIST:
      *order = make_ranked (index, get_may_assist_rank, 2);
      return TRUE;
    case MUSTER_SORT_NPN:
      return make_queried (index, database, npn_sql, order, error);
    case MUSTER_SORT_EMAIL:
      return make_queried (index, database, email_sql, order, error);
    case MUSTER_SORT_NAME:
    default:
      return TRUE; /* the entries themselves */
    }
}

const MusterRosterOrder *
muster_roster_index_get_order (MusterRosterIndex *index, MusterDatabase *database, MusterRosterSort sort, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&index->lock);
  MusterRosterOrder *order = &index->orders[sort];

  if (order->positions == NULL && !make_order (index, database, sort, order, error))
    return NULL;
  return order;
}
