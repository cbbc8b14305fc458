/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-report-query.h"

#include "domain/muster-assister.h"
#include "store/muster-table-private.h"

static const char *const actions_sql =
  "SELECT c.id, c.number, a.family_name, a.suffix, a.given_name, a.middle_name, c.severity, c.restriction, c.opened, c.due, c.closed,"
  " (SELECT group_concat(clause, ', ' ORDER BY id) FROM corrective_action_clause WHERE action_id = c.id)"
  " FROM corrective_action c JOIN assister a ON a.id = c.assister_id"
  " WHERE c.opened <= ?1 AND (c.closed IS NULL OR c.closed > ?1)";

/* The name in the four columns from @column on. */
static char *
dup_name (MusterStatement *statement, int column)
{
  const MusterAssister person = {
    .family_name = (char *) muster_statement_get_text (statement, column),
    .suffix = (char *) muster_statement_get_text (statement, column + 1),
    .given_name = (char *) muster_statement_get_text (statement, column + 2),
    .middle_name = (char *) muster_statement_get_text (statement, column + 3),
  };

  return muster_assister_dup_list_name (&person);
}

static gpointer
read_action (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReportAction) action = g_new0 (MusterReportAction, 1);

  action->id = muster_statement_get_int (statement, 0);
  action->number = muster_statement_dup_text (statement, 1);
  action->person = dup_name (statement, 2);
  if ((!muster_severity_from_code (muster_statement_get_text (statement, 6), &action->severity, error) ||
       !muster_restriction_from_code (muster_statement_get_text (statement, 7), &action->restriction, error)) &&
      !muster_table_blame ("corrective_action", action->id, error))
    return NULL;
  muster_statement_get_date (statement, 8, &action->opened);
  muster_statement_get_date (statement, 9, &action->due);
  muster_statement_get_date (statement, 10, &action->closed);
  action->clauses = muster_statement_dup_text (statement, 11);
  return g_steal_pointer (&action);
}

GPtrArray *
muster_report_query_actions (MusterDatabase *database, const GDate *as_of, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, actions_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, as_of);
  return muster_table_collect (statement, read_action, (GDestroyNotify) muster_report_action_free, error);
}
