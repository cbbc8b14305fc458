/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-keeper-query.h"

#include "store/muster-account-table.h"
#include "store/muster-case-sight-query.h"
#include "store/muster-database-private.h"

/* “main.”: whatever the connection shows. */
static const char *const goes_on_sql[MUSTER_N_CASE_KINDS] = {
  "SELECT 1 FROM main.incident WHERE id = ?1 AND state = 'open'",
  "SELECT 1 FROM main.corrective_action WHERE id = ?1 AND state = 'open'",
  "SELECT 1 FROM main.decision WHERE id = ?1 AND state = 'proposed'",
};

/* An account that is enabled, and what is closed to it. */
typedef struct
{
  MusterAccount *account;
  MusterCaseSights sights;
} Viewer;

static void
viewer_free (gpointer data)
{
  Viewer *viewer = data;

  muster_case_sights_clear (&viewer->sights);
  muster_account_free (viewer->account);
  g_free (viewer);
}

static GPtrArray *
list_viewers (MusterDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) accounts = muster_account_table_list (database, error);
  g_autoptr (GPtrArray) viewers = g_ptr_array_new_with_free_func (viewer_free);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      Viewer *viewer;

      if (((const MusterAccount *) accounts->pdata[i])->disabled)
        continue;
      viewer = g_new0 (Viewer, 1);
      viewer->account = muster_account_copy (accounts->pdata[i]);
      g_ptr_array_add (viewers, viewer);
      if (!muster_case_sight_query_load (database, viewer->account, &viewer->sights, error))
        return NULL;
    }
  return accounts != NULL ? g_steal_pointer (&viewers) : NULL;
}

static const Viewer *
find_viewer (GPtrArray *viewers, gint64 account_id)
{
  for (guint i = 0; i < viewers->len; i++)
    if (((const Viewer *) viewers->pdata[i])->account->id == account_id)
      return viewers->pdata[i];
  return NULL;
}

static void
inherit (GPtrArray *viewers, gint64 let_in, gint64 by)
{
  const Viewer *heir = find_viewer (viewers, let_in), *from = find_viewer (viewers, by);
  GHashTableIter iter;
  gpointer id;

  for (guint kind = 0; heir != NULL && from != NULL && kind < MUSTER_N_CASE_KINDS; kind++)
    for (g_hash_table_iter_init (&iter, from->sights.closed[kind]); g_hash_table_iter_next (&iter, &id, NULL);)
      g_hash_table_add (heir->sights.closed[kind], g_memdup2 (id, sizeof (gint64)));
}

static gboolean
is_kept (GPtrArray *viewers, MusterCaseKind kind, gint64 id)
{
  g_autoptr (GArray) keepers = g_array_new (FALSE, FALSE, sizeof (MusterCaseKeeper));

  for (guint i = 0; i < viewers->len; i++)
    {
      const Viewer *viewer = viewers->pdata[i];
      const MusterCaseKeeper keeper = { viewer->account->id, viewer->account->role, muster_case_sights_may_see (&viewer->sights, kind, id), g_hash_table_contains (viewer->sights.own[kind], &id) };

      g_array_append_val (keepers, keeper);
    }
  return muster_case_is_kept (keepers);
}

static gboolean
goes_on (MusterDatabase *database, MusterCaseKind kind, gint64 id, gboolean *on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, goes_on_sql[kind], error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  return muster_statement_step (statement, on, error);
}

static gboolean
add_unkept (MusterDatabase *database, GPtrArray *viewers, const Viewer *viewer, MusterCaseKind kind, GHashTable *unkept, GError **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, viewer->sights.closed[kind]);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gint64 id = *(const gint64 *) key;
      gboolean on;

      if (!goes_on (database, kind, id, &on, error))
        return FALSE;
      if (on && !is_kept (viewers, kind, id))
        g_hash_table_add (unkept, g_strdup_printf ("%s:%" G_GINT64_FORMAT, muster_case_kind_to_code (kind), id));
    }
  return TRUE;
}

GHashTable *
muster_case_keeper_query_list_unkept (MusterDatabase *database, gint64 let_in, gint64 by, GError **error)
{
  g_autoptr (GPtrArray) viewers = list_viewers (database, error);
  g_autoptr (GHashTable) unkept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (viewers != NULL)
    inherit (viewers, let_in, by);
  for (guint i = 0; viewers != NULL && i < viewers->len; i++)
    for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
      if (!add_unkept (database, viewers, viewers->pdata[i], kind, unkept, error))
        return NULL;
  return viewers != NULL ? g_steal_pointer (&unkept) : NULL;
}

gboolean
muster_case_keeper_query_list_closed (MusterDatabase *database, GHashTable **closed, GError **error)
{
  g_autoptr (GPtrArray) viewers = list_viewers (database, error);
  GHashTableIter iter;
  gpointer id;

  if (viewers == NULL)
    return FALSE;
  for (guint kind = 0; kind < MUSTER_N_CASE_KINDS; kind++)
    {
      closed[kind] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < viewers->len; i++)
        for (g_hash_table_iter_init (&iter, ((const Viewer *) viewers->pdata[i])->sights.closed[kind]); g_hash_table_iter_next (&iter, &id, NULL);)
          g_hash_table_add (closed[kind], g_memdup2 (id, sizeof (gint64)));
    }
  return TRUE;
}
