/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-undo-table.h"

#include "store/muster-people-table-private.h"

/* What is so already stays as it is. */
#define TAKE " SET taken_back = ?3 WHERE id BETWEEN ?1 AND ?2 AND (taken_back IS NULL) = (?3 IS NOT NULL)"

static const char *
get_sql (MusterTable table)
{
  if (table == MUSTER_TABLE_ASSISTER)
    return "UPDATE assister" TAKE;
  if (table == MUSTER_TABLE_AFFILIATION)
    return "UPDATE affiliation" TAKE;
  if (table == MUSTER_TABLE_CERTIFICATION)
    return "UPDATE certification" TAKE;
  g_assert (table == MUSTER_TABLE_EVIDENCE);
  return "UPDATE evidence" TAKE;
}

gboolean
muster_undo_table_take_back (MusterDatabase *database, MusterTable table, gint64 first_id, gint64 last_id, const gint64 *people, gint64 undoing, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, get_sql (table), error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, first_id);
  muster_statement_bind_int (statement, 2, last_id);
  muster_statement_bind_id (statement, 3, undoing);
  for (gint64 i = 0; (table == MUSTER_TABLE_ASSISTER || table == MUSTER_TABLE_AFFILIATION) && i <= last_id - first_id; i++)
    muster_people_table_mark_search (database, people[i], FALSE);
  return muster_statement_run (statement, error);
}

gboolean
muster_undo_table_set_through (MusterDatabase *database, gint64 affiliation_id, gint64 person, const GDate *through, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "UPDATE affiliation SET through_day = ?2 WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, affiliation_id);
  muster_statement_bind_date (statement, 2, through);
  muster_people_table_mark_search (database, person, FALSE);
  return muster_statement_run (statement, error);
}
