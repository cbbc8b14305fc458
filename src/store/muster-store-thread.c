/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-store-private.h"

#include "domain/muster-error.h"
#include "store/muster-account-table.h"
#include "store/muster-anchor.h"
#include "store/muster-search-index.h"
#include "store/muster-waiting-entries.h"

#define LAST_PATIENCE 500 /* ms */
#define WATCH_INTERVAL 2000 /* ms between looks for what another program wrote */

typedef enum
{
  JOB_RUN,
  JOB_WATCH,
  JOB_QUIT,
} JobKind;

typedef struct
{
  JobKind kind;
  const MusterOperation *operation;
  gconstpointer input;
  gpointer output;
  GCancellable *cancellable;
  GTask *task; /* %NULL for one that is waited for */
  GError **error;
  gboolean done;
  gboolean succeeded;
  GMutex lock;
  GCond finished;
} Job;

static gint64
get_data_version (MusterStore *self)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->writer, "PRAGMA data_version", NULL);
  gboolean row = FALSE;

  if (statement == NULL || !muster_statement_step (statement, &row, NULL) || !row)
    return self->data_version;
  return muster_statement_get_int (statement, 0);
}

/* Whoever finds it busy tries again; what cannot be mended is found again by whoever checks. Nothing is written that somebody may want to look into. */
static gboolean
mend_search (MusterStore *self)
{
  if (!g_atomic_int_get (&self->doubts_search) || self->other_copy || self->damage != NULL || !muster_search_index_make_anew (self->writer, NULL))
    return FALSE;
  g_atomic_int_set (&self->doubts_search, FALSE);
  return TRUE;
}

/* Who was disabled or given another role must not go on reading what the old one allowed. What cannot be read now is looked at with the next change. */
static void
follow_account (MusterStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAccount) now = muster_account_table_load (self->writer, self->account->id, &error);

  if (now == NULL && !g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    return;
  if (now == NULL || now->disabled || now->role != self->account->role)
    muster_store_end (self, now);
}

static void
watch (MusterStore *self)
{
  gint64 version;

  if (mend_search (self))
    muster_store_emit_changed (self);
  muster_database_set_patience (self->writer, 0);
  muster_store_record_sign_in (self, NULL);
  muster_database_set_patience (self->writer, MUSTER_DATABASE_PATIENCE);
  version = get_data_version (self);
  if (version == self->data_version)
    return;
  self->data_version = version;
  follow_account (self);
  muster_store_emit_changed (self);
}

/*
 * Only when nothing else waits: the keyring may take its time. An anchor that speaks against the register stays: a newer one
 * would make everybody forget what was found.
 */
static void
keep_anchor (MusterStore *self)
{
  if (!self->anchor_is_old || !self->keyring || self->without_keyring || self->keyring_failed || muster_store_get_damage (self) != NULL)
    return;
  self->anchor_is_old = FALSE;
  self->keyring_failed = !muster_anchor_keep (self, self->writer, NULL);
}

static void
finish_job (MusterStore *self, Job *job, gboolean succeeded, GError *error)
{
  if (job->task != NULL)
    {
      if (succeeded)
        g_task_return_boolean (job->task, TRUE);
      else
        g_task_return_error (job->task, error);
      g_object_unref (job->task);
      g_clear_object (&job->cancellable);
      g_free (job);
      return;
    }
  g_mutex_lock (&job->lock);
  job->succeeded = succeeded;
  if (!succeeded)
    g_propagate_error (job->error, error);
  job->done = TRUE;
  g_cond_signal (&job->finished);
  g_mutex_unlock (&job->lock);
}

static void
run_job (MusterStore *self, Job *job)
{
  GError *error = NULL;
  gboolean succeeded = muster_store_record_sign_in (self, &error) && muster_runner_run (self, job->operation, job->input, job->output, job->cancellable, &error);

  if (succeeded)
    muster_store_emit_changed (self);
  finish_job (self, job, succeeded, error);
}

/* Who could not be recorded to the end is recorded by whoever signs in next. */
static void
leave_sign_in (MusterStore *self)
{
  g_autofree char *what = g_strdup_printf ("sign-in %s", self->account->name);

  muster_database_set_patience (self->writer, LAST_PATIENCE);
  muster_store_record_sign_in (self, NULL);
  if (self->sign_in_waits)
    muster_waiting_entries_add (self->folder, self->register_key, what, muster_store_get_time ());
}

static gpointer
thread_cb (gpointer data)
{
  MusterStore *self = data;
  JobKind kind;

  muster_database_own (self->writer, g_thread_self ());
  if (g_async_queue_length (self->jobs) <= 0)
    keep_anchor (self);
  do
    {
      Job *job = g_async_queue_pop (self->jobs);

      kind = job->kind;
      if (kind == JOB_RUN)
        {
          run_job (self, job);
          if (g_async_queue_length (self->jobs) <= 0)
            keep_anchor (self);
        }
      else
        {
          if (kind == JOB_WATCH)
            watch (self);
          g_free (job);
        }
    }
  while (kind != JOB_QUIT);
  mend_search (self);
  leave_sign_in (self);
  keep_anchor (self);
  g_clear_pointer (&self->writer, muster_database_close);
  return NULL;
}

static void
push_kind (MusterStore *self, JobKind kind)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  g_async_queue_push (self->jobs, job);
}

static gboolean
watch_cb (gpointer data)
{
  push_kind (data, JOB_WATCH);
  return G_SOURCE_CONTINUE;
}

void
muster_store_doubt_search (MusterStore *self)
{
  g_atomic_int_set (&self->doubts_search, TRUE);
}

void
muster_store_start (MusterStore *self)
{
  /* What others write from here on is noticed, however late the thread begins. */
  self->data_version = get_data_version (self);
  self->thread = g_thread_new ("muster-database", thread_cb, self);
  self->watch = g_timeout_source_new (WATCH_INTERVAL);
  g_source_set_callback (self->watch, watch_cb, self, NULL);
  g_source_attach (self->watch, self->context);
}

void
muster_store_stop (MusterStore *self)
{
  if (self->watch != NULL)
    {
      g_source_destroy (self->watch);
      g_clear_pointer (&self->watch, g_source_unref);
    }
  if (self->thread != NULL)
    {
      push_kind (self, JOB_QUIT);
      g_thread_join (g_steal_pointer (&self->thread));
    }
}

gboolean
muster_store_run (MusterStore *self, const MusterOperation *operation, gconstpointer input, gpointer output, GCancellable *cancellable, GError **error)
{
  Job job = { .kind = JOB_RUN, .operation = operation, .input = input, .output = output, .cancellable = cancellable, .error = error };

  if (self->closed)
    return muster_store_fail_closed (error);
  g_assert (g_thread_self () != self->thread);
  g_mutex_init (&job.lock);
  g_cond_init (&job.finished);
  g_async_queue_push (self->jobs, &job);
  g_mutex_lock (&job.lock);
  while (!job.done)
    g_cond_wait (&job.finished, &job.lock);
  g_mutex_unlock (&job.lock);
  g_cond_clear (&job.finished);
  g_mutex_clear (&job.lock);
  return job.succeeded;
}

void
muster_store_run_async (MusterStore *self, const MusterOperation *operation, gpointer input, gpointer output, gpointer data, GDestroyNotify free_data,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job;

  g_task_set_source_tag (task, muster_store_run_async);
  g_task_set_task_data (task, data, free_data);
  /* What was committed was done, even if somebody cancelled just then. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->closed)
    {
      g_autoptr (GError) error = NULL;

      muster_store_fail_closed (&error);
      g_task_return_error (task, g_steal_pointer (&error));
      g_object_unref (task);
      return;
    }
  job = g_new0 (Job, 1);
  job->kind = JOB_RUN;
  job->operation = operation;
  job->input = input;
  job->output = output;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->task = task;
  g_async_queue_push (self->jobs, job);
}

gboolean
muster_store_run_finish (MusterStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
