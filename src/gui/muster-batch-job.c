/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-batch-job.h"

#include "gui/muster-gui-text.h"
#include "operations/muster-batch-picks.h"

typedef struct
{
  MusterStore *store;
  MusterCertificationVerb verb;
  GArray *picks;
  GHashTable *left_out;
  GDate on;
  GDate today;
  MusterAuthority authority;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->picks, g_array_unref);
  g_hash_table_unref (job->left_out);
  g_free (job);
}

void
muster_batch_preview_free (MusterBatchPreview *preview)
{
  if (preview == NULL)
    return;
  g_clear_pointer (&preview->picks, g_array_unref);
  g_clear_pointer (&preview->all, muster_batch_plan_free);
  g_clear_pointer (&preview->chosen, muster_batch_plan_free);
  g_clear_pointer (&preview->coverage, muster_coverage_preview_free);
  g_free (preview);
}

GArray *
muster_batch_preview_list_chosen (GArray *picks, const MusterBatchPlan *plan, GHashTable *left_out)
{
  g_autoptr (GHashTable) refused = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *chosen = g_array_new (FALSE, TRUE, sizeof (MusterBatchPick));

  for (guint i = 0; i < plan->lines->len; i++)
    {
      MusterBatchLine *line = plan->lines->pdata[i];

      if (line->problem != NULL)
        g_hash_table_add (refused, &line->assister_id);
    }
  for (guint i = 0; i < picks->len; i++)
    {
      const MusterBatchPick *pick = &g_array_index (picks, MusterBatchPick, i);

      if (!g_hash_table_contains (left_out, &pick->assister_id) && !g_hash_table_contains (refused, &pick->assister_id))
        g_array_append_vals (chosen, pick, 1);
    }
  return chosen;
}

static GArray *
find_picks (const Job *job, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;

  if (job->picks != NULL)
    return g_array_ref (job->picks);
  index = muster_roster_index_get (job->store, database, &job->today, cancellable, error);
  return index != NULL ? muster_batch_picks_new_proposed (database, index, job->verb, &job->today, cancellable, error) : NULL;
}

static MusterBatchPlan *
plan (const Job *job, MusterDatabase *database, GArray *picks, GError **error)
{
  /* What the reason is does not change what would be done; that there is one is asked when it is done. */
  MusterBatchRequest request = { .verb = job->verb, .picks = picks, .authority = job->authority, .on = job->on, .reason = "…" };

  return muster_batch_plan_new (database, &request, &job->today, error);
}

static gboolean
look (const Job *job, MusterDatabase *database, MusterBatchPreview *preview, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) chosen = NULL;

  preview->picks = find_picks (job, database, cancellable, error);
  if (preview->picks == NULL)
    return FALSE;
  preview->all = plan (job, database, preview->picks, error);
  if (preview->all == NULL)
    return FALSE;
  chosen = muster_batch_preview_list_chosen (preview->picks, preview->all, job->left_out);
  if (chosen->len == 0)
    return TRUE;
  preview->chosen = plan (job, database, chosen, error);
  if (preview->chosen != NULL)
    preview->coverage = muster_coverage_preview_new_batch (database, preview->chosen, &job->today, cancellable, error);
  return preview->coverage != NULL;
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (MusterBatchPreview) preview = g_new0 (MusterBatchPreview, 1);
  GError *error = NULL;
  MusterDatabase *database = muster_store_read (job->store, &error);
  gboolean ok = database != NULL && look (job, database, preview, cancellable, &error);

  if (database != NULL)
    muster_store_read_done (job->store, database);
  if (ok)
    g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) muster_batch_preview_free);
  else
    g_task_return_error (task, error);
}

void
muster_batch_preview_new_async (MusterStore *store, MusterCertificationVerb verb, GArray *picks, GHashTable *left_out, const GDate *on, MusterAuthority authority, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer id;

  job->store = g_object_ref (store);
  job->verb = verb;
  job->picks = picks != NULL ? g_array_ref (picks) : NULL;
  job->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, left_out);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (job->left_out, g_memdup2 (id, sizeof (gint64)));
  job->on = *on;
  job->authority = authority;
  muster_gui_text_get_today (&job->today);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, look_in_thread);
}

MusterBatchPreview *
muster_batch_preview_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
