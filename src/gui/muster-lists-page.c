/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-lists-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-lists-job.h"
#include "gui/muster-lists-preview.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-tasks-view.h"

struct _MusterListsPage
{
  AdwNavigationPage parent_instance;

  GtkSearchBar *search_bar;
  GtkEditable *search;
  GtkWidget *search_button;
  GtkWidget *compare_button;
  GtkStack *stack;
  MusterTasksView *tasks;
  MusterListsPreview *preview;
  MusterProgress *progress;
  GtkWidget *bottom_bar;
  GtkButton *record_button;

  MusterStore *store;
  char *path; /* of the list that is shown */
  MusterListsJob *job; /* whose plan is shown, or being recorded */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (MusterListsPage, muster_lists_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_child (MusterListsPage *self, const char *name)
{
  gboolean is_tasks = g_str_equal (name, "tasks");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->bottom_bar, g_str_equal (name, "preview"));
  gtk_widget_set_visible (self->search_button, is_tasks);
  gtk_widget_set_visible (self->compare_button, is_tasks && muster_store_may (self->store, "reconcile-list"));
  if (!is_tasks)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_tasks (MusterListsPage *self)
{
  g_clear_pointer (&self->job, muster_lists_job_free);
  show_child (self, "tasks");
}

static void
show_plan (MusterListsPage *self, const char *notice)
{
  guint n = self->job->plan->fates[MUSTER_TASK_FATE_NEW];
  g_autofree char *verb = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Record with %'u New Task", "_Record with %'u New Tasks", n), n)
                                : g_strdup (_("_Record Comparison"));

  muster_lists_preview_show (self->preview, self->store, self->job->plan);
  muster_lists_preview_show_notice (self->preview, notice);
  gtk_button_set_label (self->record_button, verb);
  show_child (self, "preview");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer notice)
{
  MusterListsPage *self = MUSTER_LISTS_PAGE (source);
  MusterListsJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  self->busy = FALSE;
  if (self->stack == NULL)
    return;
  muster_progress_end (self->progress);
  if (!done)
    {
      show_tasks (self);
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  g_clear_pointer (&self->job, muster_lists_job_free);
  self->job = muster_lists_job_new (self->store, NULL);
  self->job->reading = g_steal_pointer (&job->reading);
  self->job->plan = g_steal_pointer (&job->plan);
  show_plan (self, notice != NULL ? _("The register has changed meanwhile. This is what the comparison gives now.") : NULL);
}

/* @again: (nullable): anything, if what was shown was overtaken by a change. */
static void
read_list (MusterListsPage *self, guint year, gpointer again)
{
  g_autoptr (GCancellable) cancellable = NULL;
  MusterListsJob *job;

  if (self->busy)
    return;
  self->busy = TRUE;
  cancellable = muster_progress_begin (self->progress, _("Reading the list"));
  job = muster_lists_job_new (self->store, muster_progress_get_meter (self->progress));
  job->path = g_strdup (self->path);
  job->year = year;
  show_child (self, "busy");
  muster_background_run (self, muster_lists_job_read, job, muster_lists_job_free, cancellable, read_cb, again);
}

static void
year_cb (MusterListsPage *self, guint year)
{
  read_list (self, year, NULL);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterListsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error);

  self->busy = FALSE;
  if (self->stack == NULL)
    return;
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  muster_progress_end (self->progress);
  if (done)
    {
      show_tasks (self);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", _("Comparison recorded"));
    }
  else if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT))
    read_list (self, self->job->plan->record->plan_year, self);
  else
    {
      show_child (self, "preview");
      muster_gui_error_show (GTK_WIDGET (self), error);
    }
}

static void
record_cb (MusterListsPage *self)
{
  g_autoptr (GCancellable) cancellable = NULL;
  MusterListsJob *job;

  if (self->busy || self->job == NULL)
    return;
  self->busy = TRUE;
  cancellable = muster_progress_begin (self->progress, _("Recording the comparison"));
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  show_child (self, "busy");
  /* One of its own, since what is shown stays until it is done. */
  job = muster_lists_job_new (self->store, NULL);
  job->reading = muster_list_reading_ref (self->job->reading);
  job->request.reading = job->reading;
  muster_store_run_async (self->store, &muster_reconcile_list, &job->request, &job->plan, job, muster_lists_job_free, cancellable, recorded_cb, g_object_ref (self));
}

static void
cancel_cb (MusterListsPage *self)
{
  show_tasks (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterListsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && self->stack != NULL)
    muster_lists_page_open_file (self, file);
  else if (file == NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterListsPage *self = MUSTER_LISTS_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a Public List"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (MusterListsPage *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL || self->busy || !muster_store_may (self->store, "reconcile-list"))
    return FALSE;
  muster_lists_page_open_file (self, files->data);
  return TRUE;
}

static void
progress_cb (MusterListsPage *self, double fraction, const char *text)
{
  if (self->busy)
    muster_progress_set (self->progress, fraction, text);
}

static void
search_changed_cb (MusterListsPage *self)
{
  muster_tasks_view_search (self->tasks, gtk_editable_get_text (self->search));
}

static void
close_task_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterListsPage *self = MUSTER_LISTS_PAGE (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_CLOSE_TASK, g_variant_get_int64 (id), NULL), widget);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterListsPage *self = MUSTER_LISTS_PAGE (widget);

  if (!gtk_widget_get_visible (self->search_button))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
muster_lists_page_dispose (GObject *object)
{
  MusterListsPage *self = MUSTER_LISTS_PAGE (object);

  g_clear_pointer (&self->job, muster_lists_job_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_LISTS_PAGE);
  G_OBJECT_CLASS (muster_lists_page_parent_class)->dispose (object);
}

static void
muster_lists_page_finalize (GObject *object)
{
  g_free (MUSTER_LISTS_PAGE (object)->path);
  G_OBJECT_CLASS (muster_lists_page_parent_class)->finalize (object);
}

static void
muster_lists_page_class_init (MusterListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_lists_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_lists_page_finalize;
  g_type_ensure (MUSTER_TYPE_TASKS_VIEW);
  g_type_ensure (MUSTER_TYPE_LISTS_PREVIEW);
  g_type_ensure (MUSTER_TYPE_PROGRESS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, search);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterListsPage, record_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_cb);
  gtk_widget_class_install_action (widget_class, "lists.compare", NULL, compare_cb);
  gtk_widget_class_install_action (widget_class, "lists.close-task", "x", close_task_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
muster_lists_page_init (MusterListsPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

AdwNavigationPage *
muster_lists_page_new (MusterStore *store)
{
  MusterListsPage *self = g_object_new (MUSTER_TYPE_LISTS_PAGE, NULL);

  self->store = g_object_ref (store);
  muster_tasks_view_set_store (self->tasks, store);
  g_signal_connect_object (store, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  show_tasks (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
muster_lists_page_open_file (MusterListsPage *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (MUSTER_IS_LISTS_PAGE (self));
  if (self->busy)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      error = g_error_new_literal (MUSTER_ERROR, MUSTER_ERROR_INPUT, _("This file is not on this computer. Save it into a folder first, and choose it there."));
      muster_gui_error_show (GTK_WIDGET (self), error);
      return;
    }
  g_set_str (&self->path, g_file_peek_path (file));
  read_list (self, 0, NULL);
}

gboolean
muster_lists_page_is_ready (MusterListsPage *self)
{
  return !self->busy && muster_tasks_view_is_ready (self->tasks);
}

gboolean
muster_lists_page_is_preview (MusterListsPage *self)
{
  return !self->busy && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "preview");
}

guint
muster_lists_page_get_n_rows (MusterListsPage *self)
{
  return muster_tasks_view_get_n_rows (self->tasks);
}
