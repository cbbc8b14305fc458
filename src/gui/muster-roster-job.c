/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-job.h"

#include "store/muster-people-table.h"

static gboolean
select_on (MusterRosterJob *job, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  job->filter.search = job->search;
  job->ids = muster_roster_index_select (job->index, database, &job->filter, cancellable, error);
  if (job->ids == NULL)
    return FALSE;
  job->n_may_not = muster_roster_index_count_may_not (job->index, job->ids);
  return TRUE;
}

static gboolean
index_on (MusterRosterJob *job, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  muster_view_day_get_date (&job->view_day, &job->day);
  job->agencies = muster_people_table_list_agencies (database, error);
  if (job->agencies == NULL)
    return FALSE;
  if (muster_view_day_is_today (&job->view_day))
    job->index = muster_roster_index_get (job->store, database, &job->day, cancellable, error);
  else
    job->index = muster_roster_index_new (database, &job->day, muster_view_day_get_known_on (&job->view_day), cancellable, error);
  return job->index != NULL;
}

MusterRosterJob *
muster_roster_job_new (MusterStore *store)
{
  MusterRosterJob *job = g_new0 (MusterRosterJob, 1);

  job->store = g_object_ref (store);
  muster_view_day_init (&job->view_day);
  g_date_clear (&job->day, 1);
  return job;
}

void
muster_roster_job_free (gpointer data)
{
  MusterRosterJob *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->index, muster_roster_index_unref);
  g_clear_pointer (&job->agencies, g_ptr_array_unref);
  g_clear_pointer (&job->counties, g_strfreev);
  g_clear_pointer (&job->languages, g_strfreev);
  g_clear_pointer (&job->ids, g_array_unref);
  g_free (job->search);
  g_free (job);
}

gboolean
muster_roster_job_index (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterRosterJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);
  gboolean done;

  if (database == NULL)
    return FALSE;
  done = index_on (job, database, cancellable, error);
  muster_store_read_done (job->store, database);
  return done;
}

gboolean
muster_roster_job_places (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterRosterJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);
  gboolean done;

  if (database == NULL)
    return FALSE;
  done = muster_roster_index_list_places (job->index, database, &job->counties, &job->languages, error);
  muster_store_read_done (job->store, database);
  return done;
}

gboolean
muster_roster_job_select (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterRosterJob *job = data;
  MusterDatabase *database;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  database = muster_store_read (job->store, error);
  if (database == NULL)
    return FALSE;
  done = select_on (job, database, cancellable, error);
  muster_store_read_done (job->store, database);
  return done;
}
