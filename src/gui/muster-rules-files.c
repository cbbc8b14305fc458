/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-rules-files.h"

#include "documents/muster-document-file.h"
#include "documents/muster-rule-pack-file.h"
#include "store/muster-document-table.h"

typedef struct
{
  GFile *file;
  char *file_name;
  MusterStore *store;
  gint64 id;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_object (&job->store);
  g_free (job->file_name);
  g_free (job);
}

static Job *
job_new (GFile *file)
{
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  return job;
}

static void
run (Job *job, GTaskThreadFunc work, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

static void
read_pack_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  MusterRulePack *pack = muster_rule_pack_file_read (((Job *) data)->file, cancellable, &error);

  if (pack != NULL)
    g_task_return_pointer (task, pack, (GDestroyNotify) muster_rule_pack_unref);
  else
    g_task_return_error (task, error);
}

static void
read_notice_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *content = muster_document_file_read (job->file, &job->file_name, cancellable, &error);

  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
save_notice_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autofree char *path = g_file_get_path (job->file);
  MusterDatabase *database = muster_store_read (job->store, &error);
  g_autoptr (GBytes) content = database != NULL ? muster_document_table_load_content (database, job->id, &error) : NULL;

  if (database != NULL)
    muster_store_read_done (job->store, database);
  if (content != NULL && muster_document_file_write (path, content, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
muster_rules_files_read_pack_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  run (job_new (file), read_pack_in_thread, callback, user_data);
}

MusterRulePack *
muster_rules_files_read_pack_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_rules_files_read_notice_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  run (job_new (file), read_notice_in_thread, callback, user_data);
}

GBytes *
muster_rules_files_read_notice_finish (GAsyncResult *result, char **file_name, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *file_name = g_steal_pointer (&job->file_name);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_rules_files_save_notice_async (MusterStore *store, gint64 id, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = job_new (file);

  job->store = g_object_ref (store);
  job->id = id;
  run (job, save_notice_in_thread, callback, user_data);
}

gboolean
muster_rules_files_save_notice_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
