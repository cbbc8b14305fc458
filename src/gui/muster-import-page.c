/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-import-columns.h"
#include "gui/muster-import-done.h"
#include "gui/muster-import-job.h"
#include "gui/muster-import-preview.h"
#include "gui/muster-import-problems.h"
#include "gui/muster-import-record-dialog.h"
#include "gui/muster-import-start.h"
#include "gui/muster-import-steps.h"
#include "gui/muster-import-summary.h"

/* For what the rows are compared with the register. */
typedef enum
{
  PLAN_FOR_PROBLEMS, /* from the columns on */
  PLAN_FOR_PREVIEW,  /* something was decided there */
  PLAN_OVERTAKEN,    /* the register has changed meanwhile */
} PlanPurpose;

struct _MusterImportPage
{
  AdwNavigationPage parent_instance;

  MusterStore *store;
  char *path; /* of the file that was read, or tried last */
  char *text; /* that was, if it was pasted */
  MusterSheet *sheet;
  MusterImportOptions *options; /* what was decided about the sheet; the steps change it */
  MusterImportStep step;
  gboolean committing;
  gboolean planning;  /* again, while the problems are shown */
  gboolean plan_is_old;
  MusterImportSteps *steps;
  GtkStack *stack;
  MusterImportStart *start;
  MusterImportColumns *columns;
  MusterImportProblems *problems;
  MusterImportPreview *preview;
  MusterProgress *progress;
  MusterImportDone *done;
  GtkWidget *bottom_bar;
  GtkButton *next_button;
};

enum
{
  PROP_0,
  PROP_STORE,
};

G_DEFINE_FINAL_TYPE (MusterImportPage, muster_import_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_next_cb (MusterImportPage *self)
{
  MusterImportPlan *planned = muster_import_preview_get_plan (self->preview);
  gboolean accept = muster_import_preview_get_accept_valid (self->preview);
  g_autofree char *verb = NULL;

  if (self->step != MUSTER_IMPORT_STEP_PREVIEW)
    {
      gtk_button_set_label (self->next_button, self->step == MUSTER_IMPORT_STEP_PROBLEMS ? _("_Preview") : _("_Check Rows"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), self->sheet != NULL && !self->planning && muster_import_columns_check (self->columns));
      return;
    }
  verb = muster_import_summary_dup_verb (planned, accept);
  gtk_button_set_label (self->next_button, verb);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), muster_import_summary_does_anything (planned, accept));
}

static void
show_step (MusterImportPage *self, MusterImportStep step)
{
  self->step = step;
  if (step == MUSTER_IMPORT_STEP_FILE)
    {
      muster_import_start_refresh (self->start, self->store);
      muster_import_start_offer (self->start, self->sheet != NULL ? muster_sheet_get_file_name (self->sheet) : NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, muster_import_steps_get_name (step));
  gtk_widget_set_visible (self->bottom_bar, step > MUSTER_IMPORT_STEP_FILE && step < MUSTER_IMPORT_STEP_DONE);
  muster_import_steps_show (self->steps, step);
  update_next_cb (self);
}

static void
show_busy (MusterImportPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_visible (self->bottom_bar, FALSE);
}

static void
take_sheet (MusterImportPage *self, MusterImportJob *job)
{
  g_autoptr (MusterImportOptions) old = g_steal_pointer (&self->options);

  muster_import_problems_clear (self->problems);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  self->sheet = g_steal_pointer (&job->sheet);
  self->options = g_steal_pointer (&job->options);
  muster_import_columns_set_sheet (self->columns, self->sheet, job->choices, self->options, job->profiles);
}

static void
read_failed (MusterImportPage *self, MusterImportJob *job, gboolean again, const GError *error)
{
  const char *message = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message;

  if (again)
    {
      show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
      muster_import_columns_show_error (self->columns, message);
      return;
    }
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  show_step (self, MUSTER_IMPORT_STEP_FILE);
  muster_import_start_show_error (self->start, message);
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_INPUT) && job->choices == NULL)
    muster_import_start_offer_no_header (self->start);
}

/* @again: (nullable): anything, if the file is one that could be read otherwise before. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer again)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (source);
  MusterImportJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;
  muster_progress_end (self->progress);
  if (!muster_background_finish (result, &error))
    {
      read_failed (self, job, again != NULL, error);
      return;
    }
  muster_import_start_show_error (self->start, NULL);
  take_sheet (self, job);
  show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
}

/* @choices: (nullable). Takes what the page has of path and text. */
static void
read_source (MusterImportPage *self, const MusterSheetChoices *choices, gboolean again)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Reading the file"));
  MusterImportJob *job = muster_import_job_new (self->store, muster_progress_get_meter (self->progress));

  job->path = g_strdup (self->path);
  job->text = g_strdup (self->text);
  job->choices = choices != NULL ? muster_sheet_choices_copy (choices) : NULL;
  show_busy (self);
  muster_background_run (self, muster_import_job_read, job, muster_import_job_free, cancellable, read_cb, again ? self : NULL);
}

static void
text_cb (MusterImportPage *self, const char *text)
{
  g_clear_pointer (&self->path, g_free);
  g_set_str (&self->text, text);
  read_source (self, NULL, FALSE);
}

static void
no_header_cb (MusterImportPage *self)
{
  read_source (self, &(MusterSheetChoices) { .has_no_header = TRUE }, FALSE);
}

static void
reread_cb (MusterImportPage *self, const MusterSheetChoices *choices)
{
  read_source (self, choices, TRUE);
}

static void
file_cb (MusterImportPage *self, GFile *file)
{
  muster_import_page_open_file (self, file);
}

static void
continue_cb (MusterImportPage *self)
{
  show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
}

static void
show_preview (MusterImportPage *self, MusterImportPlan *plan, gboolean overtaken)
{
  muster_import_preview_set_plan (self->preview, self->store, muster_import_plan_ref (plan), self->options);
  show_step (self, MUSTER_IMPORT_STEP_PREVIEW);
  muster_import_preview_show_notice (self->preview, overtaken ? _("The register has changed meanwhile. This is what would happen now.") : NULL);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (source);
  MusterImportJob *job = muster_background_get_data (result);
  PlanPurpose purpose = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  if (self->stack == NULL)
    return;
  muster_progress_end (self->progress);
  if (!muster_background_finish (result, &error))
    {
      show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        muster_import_columns_show_error (self->columns, error->message);
      return;
    }
  muster_import_problems_set_plan (self->problems, g_steal_pointer (&job->plan), self->options);
  if (purpose != PLAN_FOR_PROBLEMS || !muster_import_problems_has_any (self->problems))
    show_preview (self, muster_import_problems_get_plan (self->problems), purpose == PLAN_OVERTAKEN);
  else
    show_step (self, MUSTER_IMPORT_STEP_PROBLEMS);
}

static MusterImportJob *
plan_job_new (MusterImportPage *self, MusterProgressMeter *meter)
{
  MusterImportJob *job = muster_import_job_new (self->store, meter);

  job->sheet = muster_sheet_ref (self->sheet);
  job->options = muster_import_options_copy (self->options);
  return job;
}

static void
plan (MusterImportPage *self, PlanPurpose purpose)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Comparing the rows with the register"));

  show_busy (self);
  muster_background_run (self, muster_import_job_plan, plan_job_new (self, muster_progress_get_meter (self->progress)), muster_import_job_free, cancellable, planned_cb, GUINT_TO_POINTER (purpose));
}

static void plan_again (MusterImportPage *self);

static void
planned_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (source);
  MusterImportJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  self->planning = FALSE;
  if (self->stack == NULL)
    return;
  update_next_cb (self);
  /* Whoever went back comes again through a plan of all rows. */
  if (self->step != MUSTER_IMPORT_STEP_PROBLEMS)
    return;
  if (self->plan_is_old)
    {
      plan_again (self);
      return;
    }
  muster_import_problems_set_busy (self->problems, FALSE);
  if (done)
    muster_import_problems_set_plan (self->problems, g_steal_pointer (&job->plan), self->options);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

/* Meanwhile the problems stay as they are, and more may be put right: however many are, one plan follows. */
static void
plan_again (MusterImportPage *self)
{
  self->plan_is_old = self->planning;
  if (self->planning)
    return;
  self->planning = TRUE;
  muster_import_problems_set_busy (self->problems, TRUE);
  update_next_cb (self);
  muster_background_run (self, muster_import_job_plan, plan_job_new (self, NULL), muster_import_job_free, NULL, planned_again_cb, NULL);
}

static void
decided_cb (MusterImportPage *self)
{
  plan (self, PLAN_FOR_PREVIEW);
}

static void
problems_changed_cb (MusterImportPage *self)
{
  plan_again (self);
}

static void
show_done (MusterImportPage *self, MusterImportPlan *plan_done, gint64 import_id)
{
  muster_import_problems_clear (self->problems);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  show_step (self, MUSTER_IMPORT_STEP_DONE);
  muster_import_done_show (self->done, self->store, plan_done, import_id);
}

static void
commit_failed (MusterImportPage *self, const GError *error)
{
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT))
    {
      plan (self, PLAN_OVERTAKEN);
      return;
    }
  show_step (self, MUSTER_IMPORT_STEP_PREVIEW);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    muster_import_preview_show_notice (self->preview, _("Stopped. Nothing was imported."));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportPage) self = user_data;
  MusterImportJob *job = g_object_get_data (G_OBJECT (self), "commit");
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error);
  g_autoptr (MusterImportPlan) done_plan = g_steal_pointer (&job->result.plan);

  g_object_set_data (G_OBJECT (self), "commit", NULL);
  self->committing = FALSE;
  if (self->stack == NULL)
    return;
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  muster_progress_end (self->progress);
  if (done && job->result.import_id != 0)
    show_done (self, g_steal_pointer (&done_plan), job->result.import_id);
  else if (done)
    plan (self, PLAN_OVERTAKEN);
  else
    commit_failed (self, error);
}

static void
commit (MusterImportPage *self)
{
  g_autoptr (GCancellable) cancellable = muster_progress_begin (self->progress, _("Importing"));
  MusterImportJob *job = muster_import_job_new (self->store, NULL);
  MusterImportPlan *shown = muster_import_preview_get_plan (self->preview);

  show_busy (self);
  self->committing = TRUE;
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  job->sheet = muster_sheet_ref (shown->sheet);
  job->options = muster_import_options_copy (shown->options);
  job->options->accept_valid = muster_import_preview_get_accept_valid (self->preview);
  job->expect = g_strdup (shown->digest);
  job->sender = muster_import_columns_dup_sender (self->columns);
  job->request = (MusterImportRequest) { job->sheet, job->options, job->expect, job->sender };
  g_object_set_data (G_OBJECT (self), "commit", job);
  muster_store_run_async (self->store, &muster_import_roster, &job->request, &job->result, job, muster_import_job_free, cancellable, committed_cb, g_object_ref (self));
}

static void
progress_cb (MusterImportPage *self, double fraction, const char *text)
{
  if (self->committing)
    muster_progress_set (self->progress, fraction, text);
}

static void
next_cb (MusterImportPage *self)
{
  if (self->step == MUSTER_IMPORT_STEP_PREVIEW)
    commit (self);
  else if (self->step == MUSTER_IMPORT_STEP_PROBLEMS)
    show_preview (self, muster_import_problems_get_plan (self->problems), FALSE);
  else if (muster_import_columns_check (self->columns))
    plan (self, PLAN_FOR_PROBLEMS);
}

static void
back_cb (MusterImportPage *self)
{
  show_step (self, self->step - 1);
}

static void
again_cb (MusterImportPage *self)
{
  show_step (self, MUSTER_IMPORT_STEP_FILE);
}

static void
undone_cb (MusterImportPage *self)
{
  if (self->step == MUSTER_IMPORT_STEP_DONE)
    show_step (self, MUSTER_IMPORT_STEP_FILE);
  else
    muster_import_start_refresh (self->start, self->store);
}

static void
earlier_cb (MusterImportPage *self, gint64 import_id)
{
  AdwDialog *dialog = muster_import_record_dialog_new (self->store, import_id);

  g_signal_connect_object (dialog, "undone", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
muster_import_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_STORE)
    MUSTER_IMPORT_PAGE (object)->store = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_import_page_constructed (GObject *object)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (object);

  G_OBJECT_CLASS (muster_import_page_parent_class)->constructed (object);
  g_signal_connect_object (self->store, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  show_step (self, MUSTER_IMPORT_STEP_FILE);
}

static void
muster_import_page_dispose (GObject *object)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PAGE);
  g_clear_pointer (&self->sheet, muster_sheet_unref);
  g_clear_pointer (&self->options, muster_import_options_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (muster_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, steps);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, start);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, problems);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, done);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, file_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, problems_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, undone_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
}

static void
muster_import_page_class_init (MusterImportPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = muster_import_page_set_property;
  object_class->constructed = muster_import_page_constructed;
  object_class->dispose = muster_import_page_dispose;
  g_object_class_install_property (object_class, PROP_STORE,
                                   g_param_spec_object ("store", NULL, NULL, MUSTER_TYPE_STORE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_type_ensure (MUSTER_TYPE_IMPORT_START);
  g_type_ensure (MUSTER_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MUSTER_TYPE_IMPORT_PROBLEMS);
  g_type_ensure (MUSTER_TYPE_IMPORT_PREVIEW);
  g_type_ensure (MUSTER_TYPE_IMPORT_STEPS);
  g_type_ensure (MUSTER_TYPE_IMPORT_DONE);
  g_type_ensure (MUSTER_TYPE_PROGRESS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_import_page_init (MusterImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_import_page_new (MusterStore *store)
{
  return g_object_new (MUSTER_TYPE_IMPORT_PAGE, "store", store, NULL);
}

void
muster_import_page_open_file (MusterImportPage *self, GFile *file)
{
  g_return_if_fail (MUSTER_IS_IMPORT_PAGE (self));
  if (self->committing)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      show_step (self, MUSTER_IMPORT_STEP_FILE);
      muster_import_start_show_error (self->start, _("This file is not on this computer. Save it into a folder first, and choose it there."));
      return;
    }
  g_clear_pointer (&self->text, g_free);
  g_set_str (&self->path, g_file_peek_path (file));
  read_source (self, NULL, FALSE);
}
