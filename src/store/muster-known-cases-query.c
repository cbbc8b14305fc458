/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-known-cases-query.h"

#include "store/muster-known-query.h"
#include "store/muster-roster-facts-private.h"
#include "store/muster-table-private.h"

/* ?2: the day, or the moment at which it is over. */
static const struct
{
  const char *sql;
  MusterTable tables;
  gboolean by_moment;
} queries[MUSTER_N_CASE_KINDS] = {
  [MUSTER_CASE_INCIDENT] = { "SELECT i.id FROM incident_person p JOIN incident i ON i.id = p.incident_id WHERE p.assister_id = ?1 AND p.removed = 0 AND i.discovered <= ?2",
                             MUSTER_TABLE_INCIDENT | MUSTER_TABLE_INCIDENT_PERSON, FALSE },
  [MUSTER_CASE_ACTION] = { "SELECT id FROM corrective_action WHERE assister_id = ?1 AND opened <= ?2", MUSTER_TABLE_ACTION, FALSE },
  [MUSTER_CASE_DECISION] = { "SELECT id FROM decision WHERE assister_id = ?1 AND proposed_at < ?2", MUSTER_TABLE_DECISION, TRUE },
};

GArray *
muster_known_cases_query_list (MusterDatabase *database, gint64 assister_id, MusterCaseKind kind, const GDate *as_of, const GDate *known_on, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_known_query_prepare (database, queries[kind].sql, queries[kind].tables, known_on, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  if (queries[kind].by_moment)
    muster_statement_bind_int (statement, 2, muster_roster_find_end_of_day (as_of));
  else
    muster_statement_bind_date (statement, 2, as_of);
  return muster_table_collect_ids (statement, error);
}
