/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-export-job.h"

static const char *const endings[] = { [MUSTER_TABLE_CSV] = ".csv", [MUSTER_TABLE_XLSX] = ".xlsx", [MUSTER_TABLE_ZIP] = ".zip" };

MusterExportJob *
muster_export_job_new (const char *path, MusterTableFormat format, const MusterRosterFilter *filter, char *reason)
{
  MusterExportJob *job = g_new0 (MusterExportJob, 1);

  job->path = g_strdup (path);
  job->reason = reason;
  if (filter != NULL)
    {
      job->filter = *filter;
      job->search = g_strdup (filter->search);
      job->filter.search = job->search;
      job->request.filter = &job->filter;
    }
  job->request.path = job->path;
  job->request.reason = job->reason;
  job->request.format = format;
  return job;
}

void
muster_export_job_free (gpointer data)
{
  MusterExportJob *job = data;

  muster_export_result_clear (&job->result);
  g_clear_pointer (&job->request.passphrase, muster_secret_unref);
  g_free (job->search);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

const char *
muster_export_job_get_ending (MusterTableFormat format)
{
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (endings), "");
  return endings[format];
}

char *
muster_export_job_dup_path (const char *path, MusterTableFormat format)
{
  const char *ending = muster_export_job_get_ending (format);
  gsize length = strlen (path), ending_length = strlen (ending);

  if (length > ending_length && g_ascii_strcasecmp (path + length - ending_length, ending) == 0)
    return g_strdup (path);
  return g_strconcat (path, ending, NULL);
}
