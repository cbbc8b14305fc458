/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-case-looks-query.h"

#include "store/muster-table-private.h"

#define LOOK "SELECT e.account_id, a.name, a.full_name, e.role, e.operation, e.time, e.sequence"
#define ACCOUNT " LEFT JOIN account a ON a.id = e.account_id"

/* A bundle has in it what its case comes from. */
#define BUNDLE(of, what) " UNION " LOOK " FROM " of " CROSS JOIN journal_entry e ON e.subject = " what ".number" ACCOUNT " WHERE e.operation = 'export-bundle' AND "
#define RESTING "decision_action x ON x.action_id = c.id JOIN decision d ON d.id = x.decision_id"

static const char *const list_sql =
  LOOK " FROM journal_entry e" ACCOUNT " WHERE e.subject = ?1 AND e.operation IN ('look-at-case', 'export-bundle', 'open-attachment')"
       " UNION " LOOK " FROM letter l CROSS JOIN journal_entry e ON e.subject = 'P-' || l.assister_id AND e.detail = 'letter=' || l.number" ACCOUNT
       " WHERE l.about = ?2 AND l.about_id = ?3 AND e.operation IN ('open-letter', 'print-letter')" BUNDLE ("corrective_action c JOIN " RESTING, "d") "(?2 = 'action' AND c.id = ?3 OR ?2 = 'incident' AND c.incident_id = ?3)" BUNDLE ("corrective_action c", "c") "?2 = 'incident' AND c.incident_id = ?3"
                                                                                                                                                                                                                                                                    " ORDER BY 7 DESC";
static const char *const has_sql = "SELECT 1 FROM main.journal_entry WHERE subject = ?1 AND operation = 'look-at-case' AND account_id = ?2 AND time >= ?3 LIMIT 1";

void
muster_case_look_free (MusterCaseLook *look)
{
  if (look == NULL)
    return;
  g_free (look->account);
  g_free (look->full_name);
  g_free (look->role);
  g_free (look->operation);
  g_free (look);
}

static gpointer
read_look (MusterStatement *statement, GError **error)
{
  MusterCaseLook *look = g_new0 (MusterCaseLook, 1);

  look->account_id = muster_statement_get_int (statement, 0);
  look->account = muster_statement_dup_text (statement, 1);
  look->full_name = muster_statement_dup_text (statement, 2);
  look->role = muster_statement_dup_text (statement, 3);
  look->operation = muster_statement_dup_text (statement, 4);
  look->time = muster_statement_get_int (statement, 5);
  return look;
}

GPtrArray *
muster_case_looks_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, const char *number, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, number);
  muster_statement_bind_text (statement, 2, muster_case_kind_to_code (kind));
  muster_statement_bind_int (statement, 3, id);
  return muster_table_collect (statement, read_look, (GDestroyNotify) muster_case_look_free, error);
}

gboolean
muster_case_looks_query_has (MusterDatabase *database, const char *number, gint64 account_id, gint64 since, gboolean *has, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, has_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, number);
  muster_statement_bind_int (statement, 2, account_id);
  muster_statement_bind_int (statement, 3, since);
  return muster_statement_step (statement, has, error);
}
