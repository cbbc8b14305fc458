/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-closed-query.h"

#include "store/muster-account-table.h"
#include "store/muster-case-access-table.h"
#include "store/muster-case-sight-query.h"

void
muster_closed_to_free (MusterClosedTo *closed)
{
  if (closed == NULL)
    return;
  muster_account_free (closed->account);
  g_free (closed->reason);
  g_free (closed->by);
  g_free (closed);
}

/* Returns: (nullable): what was said last of the account. */
static const MusterAccessSaid *
find_said (GPtrArray *said, gint64 account_id)
{
  for (guint i = said->len; i-- > 0;)
    if (((const MusterAccessSaid *) said->pdata[i])->account_id == account_id)
      return said->pdata[i];
  return NULL;
}

static MusterClosedTo *
make_closed (MusterDatabase *database, gint64 account_id, const MusterAccessSaid *said, GError **error)
{
  g_autoptr (MusterClosedTo) closed = g_new0 (MusterClosedTo, 1);
  g_autoptr (MusterAccount) by = NULL;

  closed->account = muster_account_table_load (database, account_id, error);
  if (closed->account == NULL || said == NULL)
    return closed->account != NULL ? g_steal_pointer (&closed) : NULL;
  by = muster_account_table_load (database, said->by, error);
  if (by == NULL)
    return NULL;
  closed->by = g_strdup (by->full_name);
  closed->reason = g_strdup (said->reason);
  closed->recorded = said->recorded;
  return g_steal_pointer (&closed);
}

GPtrArray *
muster_case_closed_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_closed_to_free);
  g_autoptr (GArray) keepers = muster_case_sight_query_list_keepers (database, kind, id, error);
  g_autoptr (GPtrArray) said = keepers != NULL ? muster_case_access_table_list (database, kind, id, error) : NULL;

  for (guint i = 0; said != NULL && i < keepers->len; i++)
    {
      const MusterCaseKeeper *keeper = &g_array_index (keepers, MusterCaseKeeper, i);
      MusterClosedTo *closed;

      if (keeper->sees)
        continue;
      closed = make_closed (database, keeper->account_id, find_said (said, keeper->account_id), error);
      if (closed == NULL)
        return NULL;
      g_ptr_array_add (list, closed);
    }
  return said != NULL ? g_steal_pointer (&list) : NULL;
}
