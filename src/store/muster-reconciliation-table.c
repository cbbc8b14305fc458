/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-reconciliation-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-table-private.h"

#define COLUMNS "kind, plan_year, file_name, file_size, file_hash, rows, people, account_id, recorded"
#define TASK_COLUMNS "reconciliation_id, assister_id, finding, status, npn, line, said, state, cured_by, note, closed_account, closed"
#define TASK_VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12"
/* Of people whom an undone import had made nothing is asked; they may come back, with their tasks. */
#define OF_SOMEBODY " JOIN assister a ON a.id = t.assister_id AND a.taken_back IS NULL"
#define SELECT_TASK "SELECT t.reconciliation_id, t.assister_id, t.finding, t.status, t.npn, t.line, t.said, t.state, t.cured_by, t.note, t.closed_account, t.closed," \
                    " t.id, r.kind, r.plan_year, r.file_hash FROM reconciliation_task t JOIN reconciliation r ON r.id = t.reconciliation_id" OF_SOMEBODY

static const char *const load_sql = "SELECT " COLUMNS ", id FROM reconciliation WHERE id = ?1";
static const char *const list_sql = "SELECT " COLUMNS ", id FROM reconciliation ORDER BY id DESC";
static const char *const insert_sql = "INSERT INTO reconciliation (" COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

static const char *const load_task_sql = SELECT_TASK " WHERE t.id = ?1";
static const char *const insert_task_sql = "INSERT INTO reconciliation_task (" TASK_COLUMNS ") VALUES (" TASK_VALUES ")";
static const char *const update_task_sql =
  "UPDATE reconciliation_task SET (" TASK_COLUMNS ") = (" TASK_VALUES ") WHERE id = ?13 AND (" TASK_COLUMNS ") IS NOT (" TASK_VALUES ")";
static const char *const list_all_sql = SELECT_TASK " WHERE NOT ?1 OR t.state = 'open' ORDER BY t.id DESC";
static const char *const list_of_person_sql = SELECT_TASK " WHERE t.assister_id = ?2 AND (NOT ?1 OR t.state = 'open') ORDER BY t.id DESC";
static const char *const list_of_comparison_sql =
  SELECT_TASK " WHERE t.reconciliation_id = ?2 AND (NOT ?1 OR t.state = 'open') AND (?3 IS NULL OR t.assister_id = ?3)"
              " ORDER BY a.sort_key, t.id";
static const char *const count_sql = "SELECT count(*), count(t.cured_by) FROM reconciliation_task t" OF_SOMEBODY " WHERE t.state = 'open'";

static gpointer
read_record (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReconciliation) record = g_new0 (MusterReconciliation, 1);

  record->id = muster_statement_get_int (statement, 9);
  if (!muster_list_kind_from_code (muster_statement_get_text (statement, 0), &record->kind, error))
    {
      muster_table_blame ("reconciliation", record->id, error);
      return NULL;
    }
  record->plan_year = muster_statement_get_int (statement, 1);
  record->file_name = muster_statement_dup_text (statement, 2);
  record->file_size = muster_statement_get_int (statement, 3);
  record->file_hash = muster_statement_dup_text (statement, 4);
  record->rows = muster_statement_get_int (statement, 5);
  record->people = muster_statement_get_int (statement, 6);
  record->account_id = muster_statement_get_int (statement, 7);
  record->recorded = muster_statement_get_int (statement, 8);
  return g_steal_pointer (&record);
}

static gboolean
read_task_codes (MusterStatement *statement, MusterReconciliationTask *task, GError **error)
{
  return muster_list_finding_from_code (muster_statement_get_text (statement, 2), &task->finding, error) &&
         muster_task_state_from_code (muster_statement_get_text (statement, 7), &task->state, error) &&
         muster_list_kind_from_code (muster_statement_get_text (statement, 13), &task->kind, error);
}

static gpointer
read_task (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterReconciliationTask) task = muster_reconciliation_task_new ();

  task->reconciliation_id = muster_statement_get_int (statement, 0);
  task->assister_id = muster_statement_get_int (statement, 1);
  task->status = muster_statement_dup_text (statement, 3);
  task->npn = muster_statement_dup_text (statement, 4);
  task->line = muster_statement_get_int (statement, 5);
  task->said = muster_statement_dup_text (statement, 6);
  task->cured_by = muster_statement_get_int (statement, 8);
  task->note = muster_statement_dup_text (statement, 9);
  task->closed_account = muster_statement_get_int (statement, 10);
  task->closed = muster_statement_get_int (statement, 11);
  task->id = muster_statement_get_int (statement, 12);
  task->plan_year = muster_statement_get_int (statement, 14);
  task->file_hash = muster_statement_dup_text (statement, 15);
  if (read_task_codes (statement, task, error))
    return g_steal_pointer (&task);
  muster_table_blame ("reconciliation_task", task->id, error);
  return NULL;
}

gboolean
muster_reconciliation_table_save (MusterDatabase *database, MusterReconciliation *record, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, insert_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, muster_list_kind_to_code (record->kind));
  muster_statement_bind_id (statement, 2, record->plan_year);
  muster_statement_bind_text (statement, 3, record->file_name);
  muster_statement_bind_int (statement, 4, record->file_size);
  muster_statement_bind_text (statement, 5, record->file_hash);
  muster_statement_bind_int (statement, 6, record->rows);
  muster_statement_bind_int (statement, 7, record->people);
  muster_statement_bind_int (statement, 8, record->account_id);
  muster_statement_bind_int (statement, 9, record->recorded);
  if (!muster_statement_run (statement, error))
    return FALSE;
  record->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterReconciliation *
muster_reconciliation_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *number = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_record (statement, error);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no comparison with the number %s in this register. Look at the list of comparisons."), number);
  return NULL;
}

GPtrArray *
muster_reconciliation_table_list (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  return muster_table_collect (statement, read_record, (GDestroyNotify) muster_reconciliation_free, error);
}

gboolean
muster_reconciliation_table_save_task (MusterDatabase *database, MusterReconciliationTask *task, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, task->id == 0 ? insert_task_sql : update_task_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, task->reconciliation_id);
  muster_statement_bind_int (statement, 2, task->assister_id);
  muster_statement_bind_text (statement, 3, muster_list_finding_to_code (task->finding));
  muster_statement_bind_text (statement, 4, task->status);
  muster_statement_bind_text (statement, 5, task->npn);
  muster_statement_bind_id (statement, 6, task->line);
  muster_statement_bind_text (statement, 7, task->said);
  muster_statement_bind_text (statement, 8, muster_task_state_to_code (task->state));
  muster_statement_bind_id (statement, 9, task->cured_by);
  muster_statement_bind_text (statement, 10, task->note);
  muster_statement_bind_id (statement, 11, task->closed_account);
  muster_statement_bind_id (statement, 12, task->closed);
  if (task->id != 0)
    muster_statement_bind_int (statement, 13, task->id);
  if (!muster_statement_run (statement, error))
    return FALSE;
  if (task->id == 0)
    task->id = muster_database_get_last_id (database);
  return TRUE;
}

MusterReconciliationTask *
muster_reconciliation_table_load_task (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_task_sql, error);
  g_autofree char *number = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return read_task (statement, error);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no task with the number %s in this register. Look at the list of comparisons."), number);
  return NULL;
}

static const char *
choose_list_sql (const MusterTaskFilter *filter)
{
  if (filter->reconciliation_id != 0)
    return list_of_comparison_sql;
  return filter->assister_id != 0 ? list_of_person_sql : list_all_sql;
}

GPtrArray *
muster_reconciliation_table_list_tasks (MusterDatabase *database, const MusterTaskFilter *filter, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, choose_list_sql (filter), error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, filter->only_open);
  if (filter->reconciliation_id != 0)
    {
      muster_statement_bind_int (statement, 2, filter->reconciliation_id);
      muster_statement_bind_id (statement, 3, filter->assister_id);
    }
  else if (filter->assister_id != 0)
    muster_statement_bind_int (statement, 2, filter->assister_id);
  return muster_table_collect (statement, read_task, (GDestroyNotify) muster_reconciliation_task_free, error);
}

gboolean
muster_reconciliation_table_count_open (MusterDatabase *database, guint *n, guint *cured, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, count_sql, error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *n = muster_statement_get_int (statement, 0);
  if (cured != NULL)
    *cured = muster_statement_get_int (statement, 1);
  return TRUE;
}
