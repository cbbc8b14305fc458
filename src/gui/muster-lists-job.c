/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lists-job.h"

#include "gui/muster-gui-text.h"

MusterListsJob *
muster_lists_job_new (MusterStore *store, MusterProgressMeter *meter)
{
  MusterListsJob *job = g_new0 (MusterListsJob, 1);

  job->store = g_object_ref (store);
  job->meter = meter;
  muster_gui_text_get_today (&job->today);
  return job;
}

void
muster_lists_job_free (gpointer data)
{
  MusterListsJob *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->meter, muster_progress_meter_unref);
  g_clear_pointer (&job->reading, muster_list_reading_unref);
  g_clear_pointer (&job->plan, muster_reconcile_plan_free);
  g_free (job->path);
  g_free (job);
}

gboolean
muster_lists_job_read (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterListsJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->reading = muster_list_reading_new (database, job->path, job->year, &job->today, job->meter != NULL ? muster_progress_meter_report : NULL, job->meter, cancellable, error);
  if (job->reading != NULL)
    job->plan = muster_reconcile_plan_new (database, job->reading, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->plan != NULL;
}
