/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include "store/muster-search-index.h"
#include "store/muster-snapshot-private.h"
#include "store/muster-store-private.h"

#define WHY "upgrade"

/* With the write lock, so that of two programs only one finds it old. */
static gboolean
keep_snapshot (MusterDatabase *database, const MusterSnapshotRequest *request, GError **error)
{
  g_autofree char *name = NULL;
  gboolean is_old = FALSE, looked;

  if (!muster_database_begin (database, error))
    return FALSE;
  looked = muster_database_is_old (database, &is_old, error);
  if (is_old)
    name = muster_snapshot_make (request, error);
  muster_database_rollback (database);
  return looked && (!is_old || name != NULL);
}

gboolean
muster_register_upgrade (MusterDatabase *database, const char *folder, MusterSecret *key, GError **error)
{
  MusterSnapshotRequest request = { .folder = folder, .key = key, .why = WHY, .time = muster_store_get_time () };
  gboolean is_old;

  if (!muster_database_is_old (database, &is_old, error))
    return FALSE;
  if (!is_old)
    return TRUE;
  /* What people are found by may be other words now. */
  return keep_snapshot (database, &request, error) && muster_database_migrate (database, error) && muster_search_index_make_anew (database, error);
}
