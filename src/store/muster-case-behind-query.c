/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-behind-query.h"

#include "store/muster-case-sight-query.h"
#include "store/muster-table-private.h"

static const char *const actions_sql = "SELECT action_id FROM main.decision_action WHERE decision_id = ?1";
static const char *const calling_off_sql = "SELECT id FROM main.decision WHERE calls_off = ?1";

static GArray *
list_ids (MusterDatabase *database, const char *sql, gint64 decision_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, decision_id);
  return muster_table_collect_ids (statement, error);
}

gboolean
muster_case_behind_query_load (MusterDatabase *database, gint64 decision_id, MusterCaseBehind *behind, GError **error)
{
  g_autoptr (GArray) actions = list_ids (database, actions_sql, decision_id, error);
  g_autoptr (GArray) calling_off = actions != NULL ? list_ids (database, calling_off_sql, decision_id, error) : NULL;

  if (calling_off == NULL)
    return FALSE;
  behind->n_actions = actions->len;
  behind->n_calling_off = calling_off->len;
  return TRUE;
}

gboolean
muster_case_behind_query_count_closed (MusterDatabase *database, gint64 decision_id, const MusterAccount *account, guint *n, GError **error)
{
  g_autoptr (GArray) actions = list_ids (database, actions_sql, decision_id, error);
  g_auto (MusterCaseSights) sights = { 0 };

  *n = 0;
  if (actions == NULL || !muster_case_sight_query_load (database, account, &sights, error))
    return FALSE;
  for (guint i = 0; muster_case_sights_may_see (&sights, MUSTER_CASE_DECISION, decision_id) && i < actions->len; i++)
    *n += !muster_case_sights_may_see (&sights, MUSTER_CASE_ACTION, g_array_index (actions, gint64, i));
  return TRUE;
}
