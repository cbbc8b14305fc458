/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-session.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-background.h"
#include "gui/muster-import-job.h"

struct _MusterImportSession
{
  GObject parent_instance;

  MusterStore *store;
  MusterProgress *progress; /* %NULL once nobody looks any more */
  char *path; /* of the file that was read, or tried last */
  char *text; /* that was, if it was pasted */
  MusterSheet *sheet;
  MusterSheetChoices *choices;
  GPtrArray *profiles;
  MusterImportOptions *options;
  MusterImportJob *commit; /* %NULL: none is under way */
  gboolean planning;       /* again */
  gboolean plan_is_old;
};

enum
{
  READ,
  PLANNED,
  COMMITTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportSession, muster_import_session, G_TYPE_OBJECT)

static void
end_progress (MusterImportSession *self)
{
  if (self->progress != NULL)
    muster_progress_end (self->progress);
}

/* The store tells of whatever is written. */
static void
progress_cb (MusterImportSession *self, double fraction, const char *text)
{
  if (self->commit != NULL && self->progress != NULL)
    muster_progress_set (self->progress, fraction, text);
}

static void
take_sheet (MusterImportSession *self, MusterImportJob *job, gboolean again, gboolean guessed)
{
  g_autoptr (MusterImportOptions) old_options = g_steal_pointer (&self->options);
  g_autoptr (MusterSheet) old_sheet = g_steal_pointer (&self->sheet);

  self->sheet = g_steal_pointer (&job->sheet);
  self->options = g_steal_pointer (&job->options);
  g_clear_pointer (&self->choices, muster_sheet_choices_free);
  self->choices = g_steal_pointer (&job->choices);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  self->profiles = g_steal_pointer (&job->profiles);
  g_signal_emit (self, signals[READ], 0, again, guessed, NULL);
}

/* @again: (nullable): anything, if the source is one that could be read otherwise before. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer again)
{
  MusterImportSession *self = MUSTER_IMPORT_SESSION (source);
  MusterImportJob *job = muster_background_get_data (result);
  gboolean guessed = job->choices == NULL;
  g_autoptr (GError) error = NULL;

  end_progress (self);
  if (muster_background_finish (result, &error))
    {
      take_sheet (self, job, again != NULL, guessed);
      return;
    }
  g_signal_emit (self, signals[READ], 0, again != NULL, guessed, error);
}

static MusterImportJob *
plan_job_new (MusterImportSession *self, MusterProgressMeter *meter)
{
  MusterImportJob *job = muster_import_job_new (self->store, meter);

  job->sheet = muster_sheet_ref (self->sheet);
  job->options = muster_import_options_copy (self->options);
  return job;
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer purpose)
{
  MusterImportJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (GPOINTER_TO_UINT (purpose) != MUSTER_PLAN_AGAIN)
    end_progress (MUSTER_IMPORT_SESSION (source));
  g_signal_emit (source, signals[PLANNED], 0, GPOINTER_TO_UINT (purpose), done ? job->plan : NULL, error);
}

static void
planned_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterImportSession *self = MUSTER_IMPORT_SESSION (source);

  self->planning = FALSE;
  if (self->plan_is_old && self->sheet != NULL)
    muster_import_session_plan_again (self);
  else
    planned_cb (source, result, GUINT_TO_POINTER (MUSTER_PLAN_AGAIN));
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportSession) self = user_data;
  MusterImportJob *job = g_steal_pointer (&self->commit);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error);
  g_autoptr (MusterImportPlan) plan = g_steal_pointer (&job->result.plan);

  end_progress (self);
  g_signal_emit (self, signals[COMMITTED], 0, plan, done ? job->result.import_id : 0, error);
}

static void
muster_import_session_finalize (GObject *object)
{
  MusterImportSession *self = MUSTER_IMPORT_SESSION (object);

  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_pointer (&self->options, muster_import_options_free);
  g_clear_pointer (&self->choices, muster_sheet_choices_free);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_weak_pointer (&self->progress);
  g_clear_object (&self->store);
  g_free (self->path);
  g_free (self->text);
  G_OBJECT_CLASS (muster_import_session_parent_class)->finalize (object);
}

static void
muster_import_session_class_init (MusterImportSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_session_finalize;
  signals[READ] = g_signal_new ("read", MUSTER_TYPE_IMPORT_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN, G_TYPE_ERROR);
  signals[PLANNED] = g_signal_new ("planned", MUSTER_TYPE_IMPORT_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_POINTER, G_TYPE_ERROR);
  signals[COMMITTED] = g_signal_new ("committed", MUSTER_TYPE_IMPORT_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_INT64, G_TYPE_ERROR);
}

static void
muster_import_session_init (MusterImportSession *self)
{
}

MusterImportSession *
muster_import_session_new (MusterStore *store, MusterProgress *progress)
{
  MusterImportSession *self = g_object_new (MUSTER_TYPE_IMPORT_SESSION, NULL);

  self->store = g_object_ref (store);
  g_set_weak_pointer (&self->progress, progress);
  g_signal_connect_object (store, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Where the file lies is known to whoever chose it. */
char *
muster_import_session_dup_message (MusterImportSession *self, const GError *error)
{
  g_autofree char *name = self->path != NULL ? g_path_get_basename (self->path) : NULL;
  GString *message = g_string_new (error->message);

  if (name != NULL)
    g_string_replace (message, self->path, name, 0);
  return g_string_free_and_steal (message);
}

void
muster_import_session_set_source (MusterImportSession *self, const char *path, const char *text)
{
  g_set_str (&self->path, path);
  g_set_str (&self->text, text);
}

void
muster_import_session_read (MusterImportSession *self, const MusterSheetChoices *choices, gboolean again)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Reading the file"));
  MusterImportJob *job = muster_import_job_new (self->store, muster_progress_get_meter (self->progress));

  job->path = g_strdup (self->path);
  job->text = g_strdup (self->text);
  job->choices = choices != NULL ? muster_sheet_choices_copy (choices) : NULL;
  muster_background_run (self, muster_import_job_read, job, muster_import_job_free, cancellable, read_cb, again ? self : NULL);
}

void
muster_import_session_plan (MusterImportSession *self, MusterPlanPurpose purpose)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Comparing the rows with the register"));
  MusterImportJob *job = plan_job_new (self, muster_progress_get_meter (self->progress));

  muster_background_run (self, muster_import_job_plan, job, muster_import_job_free, cancellable, planned_cb, GUINT_TO_POINTER (purpose));
}

void
muster_import_session_plan_again (MusterImportSession *self)
{
  self->plan_is_old = self->planning;
  if (self->planning)
    return;
  self->planning = TRUE;
  muster_background_run (self, muster_import_job_plan, plan_job_new (self, NULL), muster_import_job_free, NULL, planned_again_cb, NULL);
}

void
muster_import_session_commit (MusterImportSession *self, MusterImportPlan *plan, gboolean accept_valid, char *sender)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Importing"));
  MusterImportJob *job = muster_import_job_new (self->store, NULL);

  job->sheet = muster_sheet_ref (plan->sheet);
  job->options = muster_import_options_copy (plan->options);
  job->options->accept_valid = accept_valid;
  job->expect = g_strdup (plan->digest);
  job->sender = sender;
  job->request = (MusterImportRequest) { job->sheet, job->options, job->expect, job->sender };
  self->commit = job;
  muster_store_run_async (self->store, &muster_import_roster, &job->request, &job->result, job, muster_import_job_free, cancellable, committed_cb, g_object_ref (self));
}

gboolean
muster_import_session_is_planning (MusterImportSession *self)
{
  return self->planning;
}

gboolean
muster_import_session_is_committing (MusterImportSession *self)
{
  return self->commit != NULL;
}

MusterSheet *
muster_import_session_get_sheet (MusterImportSession *self)
{
  return self->sheet;
}

const MusterSheetChoices *
muster_import_session_get_choices (MusterImportSession *self)
{
  return self->choices;
}

GPtrArray *
muster_import_session_get_profiles (MusterImportSession *self)
{
  return self->profiles;
}

MusterImportOptions *
muster_import_session_get_options (MusterImportSession *self)
{
  return self->options;
}

void
muster_import_session_forget_sheet (MusterImportSession *self)
{
  g_clear_pointer (&self->sheet, muster_sheet_unref);
}
