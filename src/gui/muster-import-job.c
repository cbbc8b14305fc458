/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-job.h"

#include <glib/gi18n-lib.h>

#include "store/muster-profile-table.h"

MusterImportJob *
muster_import_job_new (MusterStore *store, MusterProgressMeter *meter)
{
  MusterImportJob *job = g_new0 (MusterImportJob, 1);

  job->store = g_object_ref (store);
  job->meter = meter;
  return job;
}

void
muster_import_job_free (gpointer data)
{
  MusterImportJob *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->meter, muster_progress_meter_unref);
  g_clear_pointer (&job->plan, muster_import_plan_free);
  g_clear_pointer (&job->result.plan, muster_import_plan_free);
  g_clear_pointer (&job->options, muster_import_options_free);
  g_clear_pointer (&job->sheet, muster_sheet_unref);
  g_clear_pointer (&job->profiles, g_ptr_array_unref);
  g_free (job->path);
  g_clear_pointer (&job->choices, muster_sheet_choices_free);
  g_free (job->text);
  g_free (job->expect);
  g_free (job->sender);
  g_free (job);
}

static gboolean
read_profiles (MusterImportJob *job, GError **error)
{
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->profiles = muster_profile_table_list (database, error);
  muster_store_read_done (job->store, database);
  return job->profiles != NULL;
}

gboolean
muster_import_job_read (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterImportJob *job = data;
  g_autoptr (MusterSheetChoices) choices = muster_sheet_choices_copy (job->choices);

  choices->no_header_hint = _("If the file has none, read it without a header.");
  if (job->text != NULL)
    job->sheet = muster_import_read_text (job->text, -1, choices, cancellable, error);
  else
    job->sheet = muster_import_read_sheet (job->path, choices, muster_progress_meter_report, job->meter, cancellable, error);
  if (job->sheet == NULL || !read_profiles (job, error))
    return FALSE;
  job->options = muster_import_options_new (job->sheet, job->profiles);
  /* Counts the days of all rows, so that nobody waits for it in the window. */
  muster_import_options_check (job->options, job->sheet, NULL);
  return TRUE;
}

gboolean
muster_import_job_plan (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterImportJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->plan = muster_import_plan_new (database, job->sheet, job->options, job->meter != NULL ? muster_progress_meter_report : NULL, job->meter, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->plan != NULL;
}

gboolean
muster_import_job_write (gpointer data, GCancellable *cancellable, GError **error)
{
  MusterImportJob *job = data;

  return muster_import_plan_write_results (job->plan, job->path, error);
}
