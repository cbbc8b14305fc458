/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-snooze-table.h"

#include "store/muster-table-private.h"

static const char *const insert_sql = "INSERT INTO snooze (item, until_day, reason, account_id, recorded) VALUES (?1, ?2, ?3, ?4, ?5)";
static const char *const list_sql = "SELECT id, item, until_day, reason, account_id, recorded FROM snooze WHERE until_day > ?1 ORDER BY id";

void
muster_snooze_free (MusterSnooze *snooze)
{
  if (snooze == NULL)
    return;
  g_free (snooze->item);
  g_free (snooze->reason);
  g_free (snooze);
}

gboolean
muster_snooze_table_save (MusterDatabase *database, MusterSnooze *snooze, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, snooze->item);
  muster_statement_bind_date (statement, 2, &snooze->until);
  muster_statement_bind_text (statement, 3, snooze->reason);
  muster_statement_bind_int (statement, 4, snooze->account_id);
  muster_statement_bind_int (statement, 5, snooze->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  snooze->id = muster_database_get_last_id (database);
  return TRUE;
}

static MusterSnooze *
read_snooze (MusterStatement *statement)
{
  MusterSnooze *snooze = g_new0 (MusterSnooze, 1);

  snooze->id = muster_statement_get_int (statement, 0);
  snooze->item = muster_statement_dup_text (statement, 1);
  muster_statement_get_date (statement, 2, &snooze->until);
  snooze->reason = muster_statement_dup_text (statement, 3);
  snooze->account_id = muster_statement_get_int (statement, 4);
  snooze->recorded = muster_statement_get_int (statement, 5);
  return snooze;
}

GHashTable *
muster_snooze_table_list (MusterDatabase *database, const GDate *today, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GHashTable) snoozes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) muster_snooze_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_date (statement, 1, today);
  while (TRUE)
    {
      MusterSnooze *snooze;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&snoozes);
      snooze = read_snooze (statement);
      g_hash_table_replace (snoozes, snooze->item, snooze);
    }
}
