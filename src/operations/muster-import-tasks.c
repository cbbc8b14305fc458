/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-commit-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-certification.h"
#include "domain/muster-import-status.h"
#include "store/muster-evidence-table.h"
#include "store/muster-reconciliation-table.h"

/* %FALSE unless a certification is in force in one of @types; 0: in any. */
static gboolean
find_in_force (const MusterImportPlanning *planning, GPtrArray *events, guint types, MusterCertificationState *state)
{
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      if (types != 0 && (types & (1u << i)) == 0)
        continue;
      *state = muster_certification_state_on (events, 1u << i, &planning->options->today, NULL);
      if (*state == MUSTER_STATE_CERTIFIED || *state == MUSTER_STATE_CERTIFIED_RESTRICTED)
        return TRUE;
    }
  return FALSE;
}

static MusterReconciliationTask *
make_task (const MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterImportField field, gint64 person, const char *npn)
{
  MusterReconciliationTask *task = muster_reconciliation_task_new ();
  g_autofree char *value = muster_import_row_dup (values, field);

  task->assister_id = person;
  task->finding = MUSTER_LIST_STATUS_DIFFERS;
  task->kind = MUSTER_LIST_ROSTER;
  task->npn = g_strdup (npn);
  task->line = muster_sheet_get_line (planning->sheet, row);
  task->said = g_strdup_printf ("%s: %s", muster_import_field_get_label (field), value);
  task->status = field == MUSTER_FIELD_STATUS ? g_strdup (value) : g_strdup (task->said);
  task->file_hash = g_strdup (muster_sheet_get_file_hash (planning->sheet));
  return task;
}

static gboolean
is_of_this_file (const MusterReconciliationTask *found, GPtrArray *tasks)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterReconciliationTask *task = tasks->pdata[i];

      if (muster_reconciliation_is_same (found, task) && g_strcmp0 (found->file_hash, task->file_hash) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What was dealt with stays so as long as the sender says nothing else meanwhile. */
static gboolean
weigh (const MusterImportPlanning *planning, const MusterReconciliationTask *found, MusterImportField field, MusterTaskFate *fate, GError **error)
{
  const MusterTaskFilter filter = { .assister_id = found->assister_id };
  g_autoptr (GPtrArray) tasks = muster_reconciliation_table_list_tasks (planning->database, &filter, error);
  g_autoptr (MusterEvidence) newest = NULL;

  if (tasks == NULL || !muster_evidence_table_find_newest (planning->database, found->assister_id, MUSTER_EVIDENCE_STATUS, &newest, error))
    return FALSE;
  *fate = muster_reconciliation_weigh (found, tasks);
  if (field == MUSTER_FIELD_STATUS && *fate == MUSTER_TASK_FATE_HANDLED && newest != NULL && g_strcmp0 (newest->said, found->status) != 0 && !is_of_this_file (found, tasks))
    *fate = MUSTER_TASK_FATE_NEW;
  return TRUE;
}

static const char *const what_becomes_of_it[MUSTER_N_TASK_FATES] = {
  [MUSTER_TASK_FATE_NEW] = N_("It becomes a task to look into."),
  [MUSTER_TASK_FATE_KNOWN] = N_("There is an open task of it already."),
  [MUSTER_TASK_FATE_HANDLED] = N_("Somebody has dealt with that before."),
};

static void
mention (MusterImportPlanning *planning, guint row, const MusterReconciliationTask *task, MusterImportField field, const MusterAssister *person, MusterCertificationState state,
         MusterTaskFate fate)
{
  g_autofree char *code = muster_assister_dup_code (person->id);
  g_autofree char *name = muster_assister_dup_name (person);
  const char *label = muster_certification_state_get_label (state);
  g_autofree char *said = NULL, *message = NULL;

  if (field != MUSTER_FIELD_STATUS || muster_status_claim_read (task->status) == MUSTER_CLAIM_ENDED)
    /* Translators: what a file says, P-17, a name, the state of the certification in the register */
    said = g_strdup_printf (_("The file says “%s”, but %s, %s, is “%s” in the register, and stays so: only a decision changes that."), task->status, code, name, label);
  else
    /* Translators: what a file says, P-17, a name, the state of the certification in the register */
    said = g_strdup_printf (_("The file says “%s”, and nobody has said what that means; %s, %s, is “%s” in the register, and stays so."), task->status, code, name, label);
  message = g_strconcat (said, " ", _(what_becomes_of_it[fate]), NULL);
  muster_import_planning_place (planning, muster_import_planning_find (planning, row, "status-differs", FALSE, task->status, message), muster_import_planning_find_field (planning, field));
}

/* Each is proposed once. */
static void
propose (MusterImportPlanning *planning, guint row, char *key, MusterReconciliationTask *task)
{
  if (!g_hash_table_add (planning->task_keys, key))
    {
      muster_reconciliation_task_free (task);
      return;
    }
  g_ptr_array_add (planning->plan->tasks, task);
  g_array_append_val (planning->plan->task_rows, row);
}

void
muster_import_planning_propose_for_new (MusterImportPlanning *planning, guint row, const MusterImportRow *values, MusterImportField field)
{
  MusterReconciliationTask *task = make_task (planning, row, values, field, 0, values->person.npn);
  gpointer first = GUINT_TO_POINTER (row);

  g_hash_table_lookup_extended (planning->plan->same_person, GUINT_TO_POINTER (row), NULL, &first);
  propose (planning, row, g_strdup_printf ("row %u %s", GPOINTER_TO_UINT (first), task->status), task);
}

gboolean
muster_import_planning_check_status (MusterImportPlanning *planning, guint row, const MusterImportRow *values, const MusterAssister *person, GPtrArray *events, GError **error)
{
  g_autoptr (MusterReconciliationTask) task = NULL;
  MusterCertificationState state;
  MusterImportField field;
  MusterTaskFate fate;
  char *key;

  if (!muster_import_status_find_end (values, &planning->options->today, &field) || !find_in_force (planning, events, values->types, &state))
    return TRUE;
  task = make_task (planning, row, values, field, person->id, person->npn);
  if (!weigh (planning, task, field, &fate, error))
    return FALSE;
  mention (planning, row, task, field, person, state, fate);
  if (fate != MUSTER_TASK_FATE_NEW)
    return TRUE;
  key = g_strdup_printf ("%" G_GINT64_FORMAT " %s", person->id, task->status);
  propose (planning, row, key, g_steal_pointer (&task));
  return TRUE;
}

void
muster_import_planning_settle_tasks (MusterImportPlanning *planning)
{
  MusterImportPlan *plan = planning->plan;

  for (guint i = plan->task_rows->len; i > 0; i--)
    {
      MusterRowFate fate = plan->fates[g_array_index (plan->task_rows, guint, i - 1)];

      if (fate == MUSTER_FATE_CREATED || fate == MUSTER_FATE_UPDATED || fate == MUSTER_FATE_UNCHANGED)
        continue;
      g_ptr_array_remove_index (plan->tasks, i - 1);
      g_array_remove_index (plan->task_rows, i - 1);
    }
}

gboolean
muster_import_save_tasks (MusterWork *work, MusterImportPlan *plan, GError **error)
{
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterReconciliation) record = NULL;

  if (plan->tasks->len == 0)
    return TRUE;
  record = g_new0 (MusterReconciliation, 1);
  record->kind = MUSTER_LIST_ROSTER;
  record->file_name = g_strdup (muster_sheet_get_file_name (plan->sheet));
  record->file_size = muster_sheet_get_file_size (plan->sheet);
  record->file_hash = g_strdup (muster_sheet_get_file_hash (plan->sheet));
  record->rows = muster_sheet_get_n_rows (plan->sheet);
  record->people = plan->tasks->len;
  record->account_id = muster_work_get_account (work)->id;
  record->recorded = muster_work_get_time (work);
  if (!muster_reconciliation_table_save (database, record, error))
    return FALSE;
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      MusterReconciliationTask *task = plan->tasks->pdata[i];

      task->reconciliation_id = record->id;
      if (task->assister_id == 0)
        task->assister_id = plan->people[g_array_index (plan->task_rows, guint, i)];
      if (!muster_reconciliation_table_save_task (database, task, error))
        return FALSE;
    }
  return TRUE;
}
