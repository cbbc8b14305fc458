/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-reconcile-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-import-names.h"
#include "store/muster-reconciliation-query.h"
#include "store/muster-reconciliation-table.h"

/* A plan that is being made. */
typedef struct
{
  MusterReconcilePlan *plan;
  MusterListReading *reading;
  GHashTable *tasks; /* person's id → GPtrArray of the tasks the person has */
  GHashTable *found; /* person's id → GPtrArray of what was found now */
} Planning;

static void
planning_clear (Planning *planning)
{
  g_clear_pointer (&planning->tasks, g_hash_table_unref);
  g_clear_pointer (&planning->found, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Planning, planning_clear)

static GHashTable *
new_person_table (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_to_person (GHashTable *table, gint64 person, gpointer item, GDestroyNotify free_item)
{
  GPtrArray *items = g_hash_table_lookup (table, &person);

  if (items == NULL)
    {
      items = g_ptr_array_new_with_free_func (free_item);
      g_hash_table_insert (table, g_memdup2 (&person, sizeof person), items);
    }
  g_ptr_array_add (items, item);
}

static gboolean
gather_tasks (Planning *planning, MusterDatabase *database, GError **error)
{
  const MusterTaskFilter all = { 0 };
  g_autoptr (GPtrArray) tasks = muster_reconciliation_table_list_tasks (database, &all, error);

  if (tasks == NULL)
    return FALSE;
  g_ptr_array_set_free_func (tasks, NULL); /* they move */
  for (guint i = 0; i < tasks->len; i++)
    {
      MusterReconciliationTask *task = tasks->pdata[i];

      add_to_person (planning->tasks, task->assister_id, task, (GDestroyNotify) muster_reconciliation_task_free);
    }
  return TRUE;
}

static void
proposal_free (gpointer data)
{
  MusterListProposal *proposal = data;

  muster_reconciliation_task_free (proposal->task);
  g_free (proposal);
}

static MusterReconciliationTask *
make_task (Planning *planning, const MusterListPerson *person, MusterListFinding finding, const MusterListWord *word)
{
  MusterReconciliationTask *task = muster_reconciliation_task_new ();

  task->assister_id = person->id;
  task->finding = finding;
  task->kind = planning->plan->record->kind;
  task->plan_year = planning->plan->record->plan_year;
  task->file_hash = g_strdup (planning->plan->record->file_hash);
  if (person->npn != 0)
    task->npn = g_strdup_printf ("%" G_GUINT64_FORMAT, person->npn);
  if (word == NULL)
    return task;
  task->line = word->line;
  task->said = g_strdup (word->said);
  task->status = *word->status != '\0' ? g_strdup (word->status) : NULL;
  return task;
}

static void
propose (Planning *planning, const MusterListPerson *person, MusterListFinding finding, const MusterListWord *word, gboolean is_other)
{
  MusterListProposal *proposal = g_new0 (MusterListProposal, 1);
  GPtrArray *tasks = g_hash_table_lookup (planning->tasks, &person->id);

  proposal->task = make_task (planning, person, finding, word);
  proposal->is_other = is_other;
  proposal->fate = tasks != NULL ? muster_reconciliation_weigh (proposal->task, tasks) : MUSTER_TASK_FATE_NEW;
  g_ptr_array_add (planning->plan->proposals, proposal);
  if (is_other)
    return;
  planning->plan->fates[proposal->fate]++;
  add_to_person (planning->found, person->id, proposal->task, NULL);
}

static gboolean
refuse_unlooked (const MusterListPerson *person, GError **error)
{
  g_autofree char *code = muster_assister_dup_code (person->id);

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("The NPN of %s was entered while the list was read. Compare again."), code);
  return FALSE;
}

static void
judge_broker (Planning *planning, const MusterListPerson *person, const MusterListWord *word)
{
  MusterReconcilePlan *plan = planning->plan;
  MusterListFinding finding = word != NULL ? muster_list_judge (word, person->state) : MUSTER_LIST_NO_NPN;

  plan->n_brokers++;
  plan->n_compared += word != NULL;
  plan->counts[finding]++;
  if (finding != MUSTER_LIST_NOTHING)
    propose (planning, person, finding, word, FALSE);
}

/* Somebody who is no broker need not be registered; but whom the second list names is worth a look. */
static void
tell_other (Planning *planning, const MusterListPerson *person, const MusterListWord *word)
{
  planning->plan->n_others++;
  if (planning->plan->record->kind == MUSTER_LIST_TERMINATION && word->finding != MUSTER_LIST_NOTHING)
    propose (planning, person, word->finding, word, TRUE);
}

static gboolean
judge (Planning *planning, const MusterListPerson *person, GError **error)
{
  const MusterListWord *word = person->npn != 0 ? muster_list_comparison_find (planning->reading->comparison, person->npn) : NULL;

  if (person->npn != 0 && word == NULL)
    return refuse_unlooked (person, error);
  if (person->active && muster_list_concerns (person->state))
    judge_broker (planning, person, word);
  else if (person->active && person->state == MUSTER_STATE_NONE)
    tell_other (planning, person, word);
  else
    planning->plan->n_left += word != NULL;
  return TRUE;
}

/* Whether an earlier list no longer bore @task out, and this one does again. */
static gboolean
has_relapsed (const MusterReconciliationTask *task, GPtrArray *found)
{
  for (guint i = 0; task->cured_by != 0 && found != NULL && i < found->len; i++)
    if (muster_reconciliation_is_same (task, found->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Where rows have no NPN that can be read, somebody who is on none of the others may stand in them. */
static gboolean
speaks_of (Planning *planning, const MusterListPerson *person)
{
  const MusterListWord *word = person->npn != 0 ? muster_list_comparison_find (planning->reading->comparison, person->npn) : NULL;

  return word == NULL || word->line != 0 || muster_list_comparison_get_n_nameless (planning->reading->comparison) == 0;
}

/* Only people who were looked at can have a task that is cured. */
static void
find_cured (Planning *planning, const MusterListPerson *person)
{
  GPtrArray *tasks = g_hash_table_lookup (planning->tasks, &person->id);
  GPtrArray *found = g_hash_table_lookup (planning->found, &person->id);
  const MusterReconciliation *record = planning->plan->record;

  if (tasks == NULL || !person->active || !muster_list_concerns (person->state) || !speaks_of (planning, person))
    return;
  for (guint i = 0; i < tasks->len; i++)
    {
      const MusterReconciliationTask *task = tasks->pdata[i];

      if (task->state != MUSTER_TASK_OPEN)
        continue;
      if (muster_reconciliation_is_cured (task, found, record->kind, record->plan_year, person->npn != 0))
        g_ptr_array_add (planning->plan->cured, muster_reconciliation_task_copy (task));
      else if (has_relapsed (task, found))
        g_ptr_array_add (planning->plan->relapsed, muster_reconciliation_task_copy (task));
    }
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const MusterListProposal *left = a, *right = b;

  if (left->is_other != right->is_other)
    return left->is_other - right->is_other;
  if (left->task->finding != right->task->finding)
    return left->task->finding < right->task->finding ? -1 : 1;
  return left->task->assister_id < right->task->assister_id ? -1 : left->task->assister_id > right->task->assister_id;
}

static MusterReconcilePlan *
make_plan (MusterListReading *reading)
{
  MusterReconcilePlan *plan = g_new0 (MusterReconcilePlan, 1);

  plan->record = g_new0 (MusterReconciliation, 1);
  plan->record->kind = muster_list_comparison_get_kind (reading->comparison);
  plan->record->plan_year = muster_list_comparison_get_year (reading->comparison);
  plan->record->file_name = g_strdup (reading->file_name);
  plan->record->file_size = reading->file_size;
  plan->record->file_hash = g_strdup (reading->file_hash);
  plan->record->rows = muster_list_comparison_get_n_rows (reading->comparison);
  plan->n_unreadable = muster_list_comparison_get_n_unreadable (reading->comparison, &plan->first_unreadable);
  plan->proposals = g_ptr_array_new_with_free_func (proposal_free);
  plan->cured = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reconciliation_task_free);
  plan->relapsed = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_reconciliation_task_free);
  return plan;
}

MusterReconcilePlan *
muster_reconcile_plan_new (MusterDatabase *database, MusterListReading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterReconcilePlan) plan = make_plan (reading);
  g_autoptr (GArray) people = NULL;
  g_auto (Planning) planning = { plan, reading, new_person_table (), new_person_table () };

  if (!muster_import_names_check_file (reading->file_name, error))
    return NULL;
  people = muster_reconciliation_query_people (database, &reading->today, cancellable, error);
  if (people == NULL || !gather_tasks (&planning, database, error))
    return NULL;
  for (guint i = 0; i < people->len; i++)
    if (!judge (&planning, &g_array_index (people, MusterListPerson, i), error))
      return NULL;
  for (guint i = 0; i < people->len; i++)
    find_cured (&planning, &g_array_index (people, MusterListPerson, i));
  g_ptr_array_sort_values (plan->proposals, compare_proposals);
  plan->record->people = plan->n_compared;
  return g_steal_pointer (&plan);
}

void
muster_reconcile_plan_free (MusterReconcilePlan *plan)
{
  if (plan == NULL)
    return;
  muster_reconciliation_free (plan->record);
  g_ptr_array_unref (plan->proposals);
  g_ptr_array_unref (plan->cured);
  g_ptr_array_unref (plan->relapsed);
  g_free (plan);
}
