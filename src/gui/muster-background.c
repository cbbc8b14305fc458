/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-background.h"

typedef struct
{
  MusterBackgroundWork work;
  gpointer data;
  GDestroyNotify free_data;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;

  if (job->work (job->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
muster_background_run (gpointer source, MusterBackgroundWork work, gpointer data, GDestroyNotify free_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  job->free_data = free_data;
  g_task_set_source_tag (task, muster_background_run);
  g_task_set_task_data (task, job, job_free);
  /* What was done is told as done, even if it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, work_in_thread);
}

gpointer
muster_background_get_data (GAsyncResult *result)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  return job->data;
}

gboolean
muster_background_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, muster_background_run), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
