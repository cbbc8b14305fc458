/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reconcile-list.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "store/muster-reconciliation-table.h"

static void
add_number (MusterWork *work, const char *key, guint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, value);

  muster_work_add_detail (work, key, text);
}

static void
describe (MusterWork *work, const MusterReconcilePlan *plan)
{
  const MusterReconciliation *record = plan->record;

  add_number (work, "comparison", record->id);
  muster_work_add_detail (work, "list", muster_list_kind_to_code (record->kind));
  if (record->plan_year != 0)
    add_number (work, "plan-year", record->plan_year);
  muster_work_add_detail (work, "file", record->file_name);
  muster_work_add_detail (work, "sha256", record->file_hash);
  add_number (work, "rows", record->rows);
  add_number (work, "people", record->people);
  add_number (work, "new-tasks", plan->fates[MUSTER_TASK_FATE_NEW]);
  add_number (work, "cured-tasks", plan->cured->len);
}

static gboolean
save_new (MusterWork *work, MusterReconcilePlan *plan, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);

  for (guint i = 0; i < plan->proposals->len; i++)
    {
      MusterListProposal *proposal = plan->proposals->pdata[i];

      if (i % 500 == 0 && !muster_work_progress (work, (double) i / plan->proposals->len, _("Writing into the register"), error))
        return FALSE;
      if (proposal->is_other || proposal->fate != MUSTER_TASK_FATE_NEW)
        continue;
      proposal->task->reconciliation_id = plan->record->id;
      if (!muster_reconciliation_table_save_task (database, proposal->task, error))
        return FALSE;
    }
  return TRUE;
}

/* Marks what the list no longer bears out, and takes the mark back where it finds again what an earlier one did not. */
static gboolean
mark_cured (MusterWork *work, MusterReconcilePlan *plan, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);

  for (guint i = 0; i < plan->cured->len; i++)
    {
      MusterReconciliationTask *task = plan->cured->pdata[i];

      /* The first list that no longer said so is the one that counts. */
      if (task->cured_by != 0)
        continue;
      task->cured_by = plan->record->id;
      if (!muster_reconciliation_table_save_task (database, task, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->relapsed->len; i++)
    {
      MusterReconciliationTask *task = plan->relapsed->pdata[i];

      task->cured_by = 0;
      if (!muster_reconciliation_table_save_task (database, task, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
perform_reconcile (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterReconcileRequest *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  MusterReconcilePlan **result = output;
  g_autoptr (MusterReconcilePlan) plan = NULL;

  if (!muster_work_progress (work, 0, _("Comparing the roster with the list"), error))
    return FALSE;
  plan = muster_reconcile_plan_new (database, request->reading, NULL, error);
  if (plan == NULL)
    return FALSE;
  plan->record->account_id = muster_work_get_account (work)->id;
  plan->record->recorded = muster_work_get_time (work);
  if (!muster_reconciliation_table_save (database, plan->record, error) || !save_new (work, plan, error) || !mark_cured (work, plan, error))
    return FALSE;
  describe (work, plan);
  if (result != NULL)
    *result = g_steal_pointer (&plan);
  return TRUE;
}

static gboolean
perform_close (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterCloseTask *request = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterReconciliationTask) task = muster_reconciliation_table_load_task (database, request->task_id, error);
  g_autofree char *person = NULL;
  g_autofree char *number = NULL;

  if (task == NULL || !muster_reconciliation_task_check_close (task, request->note, error))
    return FALSE;
  task->state = MUSTER_TASK_CLOSED;
  task->note = g_strstrip (g_strdup (request->note));
  task->closed_account = muster_work_get_account (work)->id;
  task->closed = muster_work_get_time (work);
  if (!muster_reconciliation_table_save_task (database, task, error))
    return FALSE;

  person = muster_assister_dup_code (task->assister_id);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, task->id);
  muster_work_set_subject (work, person);
  muster_work_set_reason (work, request->note);
  muster_work_add_detail (work, "task", number);
  muster_work_add_detail (work, "finding", muster_list_finding_to_code (task->finding));
  return TRUE;
}

const MusterOperation muster_reconcile_list = { .name = "reconcile-list", .perform = perform_reconcile };
const MusterOperation muster_close_task = { .name = "close-task", .perform = perform_close };
