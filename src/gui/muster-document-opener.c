/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-document-opener.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "documents/muster-document-file.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-runtime-file.h"
#include "operations/muster-open-document.h"

struct _MusterDocumentOpener
{
  GObject parent_instance;

  const MusterOperation *operation;
  GPtrArray *files; /* written for other programs */
};

G_DEFINE_FINAL_TYPE (MusterDocumentOpener, muster_document_opener, G_TYPE_OBJECT)

typedef struct
{
  gint64 id;
  MusterOpenedDocument opened;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_opened_document_clear (&job->opened);
  g_free (job);
}

static GFile *
put_down (MusterDocumentOpener *self, const char *file_name, GBytes *content, GError **error)
{
  g_autofree char *path = muster_runtime_file_new (file_name, error);

  if (path == NULL)
    return NULL;
  g_ptr_array_add (self->files, g_strdup (path));
  if (!muster_document_file_write (path, content, error))
    return NULL;
  g_chmod (path, 0400);
  return g_file_new_for_path (path);
}

static void
taken_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  GFile *file = NULL;

  if (muster_store_run_finish (MUSTER_STORE (source), result, &error))
    file = put_down (g_task_get_source_object (task), job->opened.document->file_name, job->opened.content, &error);
  if (file != NULL)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) && gtk_widget_get_root (parent) != NULL)
    muster_gui_error_show (parent, error);
}

static void
launch (GFile *file, GtkWidget *parent)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, launched_cb, g_object_ref (parent));
}

static void
launch_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = muster_document_opener_take_out_finish (MUSTER_DOCUMENT_OPENER (source), result, &error);

  if (gtk_widget_get_root (parent) == NULL)
    return;
  if (file != NULL)
    launch (file, parent);
  else
    muster_gui_error_show (parent, error);
}

/* Saving: the register gives it out only after somebody said where to, so that nothing is written down for a dialog that was closed. */
typedef struct
{
  GtkWidget *parent;
  GBytes *content; /* what was given out already; %NULL: by @job */
  MusterStore *store;
  const MusterOperation *operation;
  Job *job;
  GFile *file;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_clear_object (&saving->parent);
  g_clear_object (&saving->store);
  g_clear_object (&saving->file);
  g_clear_pointer (&saving->content, g_bytes_unref);
  g_clear_pointer (&saving->job, job_free);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
write_down (Saving *saving, GBytes *content)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_file_get_path (saving->file);

  if (muster_document_file_write (path, content, &error))
    gtk_widget_activate_action (saving->parent, "win.announce", "s", _("Document saved"));
  else if (gtk_widget_get_root (saving->parent) != NULL)
    muster_gui_error_show (saving->parent, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;

  if (muster_store_run_finish (MUSTER_STORE (source), result, &error))
    write_down (saving, saving->job->opened.content);
  else if (gtk_widget_get_root (saving->parent) != NULL)
    muster_gui_error_show (saving->parent, error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  Saving *on;

  saving->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (saving->file == NULL || gtk_widget_get_root (saving->parent) == NULL)
    {
      if (gtk_widget_get_root (saving->parent) != NULL)
        muster_gui_error_show (saving->parent, error);
      return;
    }
  if (saving->content != NULL)
    {
      write_down (saving, saving->content);
      return;
    }
  on = g_steal_pointer (&saving);
  muster_store_run_async (on->store, on->operation, &on->job->id, &on->job->opened, NULL, NULL, NULL, saved_cb, on);
}

static void
muster_document_opener_finalize (GObject *object)
{
  MusterDocumentOpener *self = MUSTER_DOCUMENT_OPENER (object);

  for (guint i = 0; i < self->files->len; i++)
    muster_runtime_file_remove (self->files->pdata[i]);
  g_ptr_array_unref (self->files);
  G_OBJECT_CLASS (muster_document_opener_parent_class)->finalize (object);
}

static void
muster_document_opener_class_init (MusterDocumentOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_document_opener_finalize;
}

static void
muster_document_opener_init (MusterDocumentOpener *self)
{
  self->files = g_ptr_array_new_with_free_func (g_free);
}

MusterDocumentOpener *
muster_document_opener_new (const MusterOperation *operation)
{
  MusterDocumentOpener *self = g_object_new (MUSTER_TYPE_DOCUMENT_OPENER, NULL);

  self->operation = operation;
  return self;
}

void
muster_document_opener_take_out_async (MusterDocumentOpener *self, MusterStore *store, gint64 id, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->id = id;
  g_task_set_task_data (task, job, job_free);
  muster_store_run_async (store, self->operation, &job->id, &job->opened, NULL, NULL, NULL, taken_out_cb, task);
}

GFile *
muster_document_opener_take_out_finish (MusterDocumentOpener *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
muster_document_opener_open (MusterDocumentOpener *self, MusterStore *store, gint64 id, GtkWidget *parent)
{
  muster_document_opener_take_out_async (self, store, id, launch_cb, g_object_ref (parent));
}

void
muster_document_opener_open_content (MusterDocumentOpener *self, GBytes *content, const char *file_name, GtkWidget *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = put_down (self, file_name, content, &error);

  if (file != NULL)
    launch (file, parent);
  else
    muster_gui_error_show (parent, error);
}

static void
ask_where (Saving *saving, const char *file_name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Where the Document Goes"));
  gtk_file_dialog_set_initial_name (dialog, file_name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (saving->parent)), NULL, place_chosen_cb, saving);
}

void
muster_document_opener_save (MusterDocumentOpener *self, MusterStore *store, gint64 id, const char *file_name, GtkWidget *parent)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->parent = g_object_ref (parent);
  saving->store = g_object_ref (store);
  saving->operation = self->operation;
  saving->job = g_new0 (Job, 1);
  saving->job->id = id;
  ask_where (saving, file_name);
}

void
muster_document_opener_save_content (GBytes *content, const char *file_name, GtkWidget *parent)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->parent = g_object_ref (parent);
  saving->content = g_bytes_ref (content);
  ask_where (saving, file_name);
}
