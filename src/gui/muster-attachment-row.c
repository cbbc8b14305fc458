/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-attachment-row.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-document-file.h"
#include "domain/muster-document.h"
#include "gui/muster-gui-error.h"

struct _MusterAttachmentRow
{
  AdwActionRow parent_instance;

  GtkWidget *choose_button;
  GtkWidget *remove_button;
  GtkWidget *spinner;

  char *kept;
  char *file_name;
  GBytes *content;
  GCancellable *reading; /* %NULL: nothing is read */
};

G_DEFINE_FINAL_TYPE (MusterAttachmentRow, muster_attachment_row, ADW_TYPE_ACTION_ROW)

typedef struct
{
  GFile *file;
  char *file_name;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_free (job->file_name);
  g_free (job);
}

static char *
dup_text (MusterAttachmentRow *self)
{
  g_autofree char *size = self->content != NULL ? g_format_size (g_bytes_get_size (self->content)) : NULL;

  if (self->content != NULL)
    return g_strdup_printf ("%s · %s", self->file_name, size);
  return g_strdup (self->kept != NULL ? self->kept : _("None. A PDF, a picture (PNG, JPEG) or plain text; it can be dropped here."));
}

static void
show (MusterAttachmentRow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (self->spinner, self->reading != NULL);
  gtk_widget_set_visible (self->remove_button, self->content != NULL || self->kept != NULL);
}

static void
show_problem (MusterAttachmentRow *self, const GError *error)
{
  show (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), error->message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) content = muster_document_file_read (job->file, &job->file_name, cancellable, &error);

  if (content == NULL || muster_document_check (MUSTER_DOCUMENT_EVIDENCE, job->file_name, content, &error) == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&content), (GDestroyNotify) g_bytes_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterAttachmentRow *self = MUSTER_ATTACHMENT_ROW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another was chosen meanwhile, or the form is gone. */
  if (g_task_get_cancellable (G_TASK (result)) != self->reading || self->choose_button == NULL)
    return;
  g_clear_object (&self->reading);
  if (content == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->content, g_bytes_unref);
  self->content = g_steal_pointer (&content);
  g_set_str (&self->file_name, job->file_name);
  show (self);
}

void
muster_attachment_row_take (MusterAttachmentRow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
  show (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterAttachmentRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->choose_button == NULL)
    return;
  if (file != NULL)
    muster_attachment_row_take (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
choose_cb (MusterAttachmentRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Documents and pictures"));
  for (guint i = 0; i < 4; i++)
    gtk_file_filter_add_mime_type (filter, (const char *[]) { "application/pdf", "image/png", "image/jpeg", "text/plain" }[i]);
  gtk_file_dialog_set_title (dialog, _("Choose the Document"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, g_object_ref (self));
}

static void
remove_cb (MusterAttachmentRow *self)
{
  g_clear_pointer (&self->kept, g_free);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->content, g_bytes_unref);
  show (self);
  gtk_widget_grab_focus (self->choose_button);
}

static gboolean
drop_cb (MusterAttachmentRow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  muster_attachment_row_take (self, files->data);
  return TRUE;
}

static void
muster_attachment_row_dispose (GObject *object)
{
  MusterAttachmentRow *self = MUSTER_ATTACHMENT_ROW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ATTACHMENT_ROW);
  G_OBJECT_CLASS (muster_attachment_row_parent_class)->dispose (object);
}

static void
muster_attachment_row_finalize (GObject *object)
{
  MusterAttachmentRow *self = MUSTER_ATTACHMENT_ROW (object);

  g_clear_object (&self->reading);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_free (self->kept);
  g_free (self->file_name);
  G_OBJECT_CLASS (muster_attachment_row_parent_class)->finalize (object);
}

static void
muster_attachment_row_class_init (MusterAttachmentRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = muster_attachment_row_dispose;
  object_class->finalize = muster_attachment_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-attachment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, MusterAttachmentRow, spinner);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
muster_attachment_row_init (MusterAttachmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  show (self);
}

void
muster_attachment_row_set_kept (MusterAttachmentRow *self, const char *file_name)
{
  g_set_str (&self->kept, file_name);
  show (self);
}

gboolean
muster_attachment_row_keeps (MusterAttachmentRow *self)
{
  return self->kept != NULL && self->content == NULL;
}

gboolean
muster_attachment_row_is_busy (MusterAttachmentRow *self)
{
  return self->reading != NULL;
}

GBytes *
muster_attachment_row_dup_content (MusterAttachmentRow *self, char **file_name)
{
  if (self->content == NULL)
    return NULL;
  *file_name = g_strdup (self->file_name);
  return g_bytes_ref (self->content);
}

const char *
muster_attachment_row_get_file_name (MusterAttachmentRow *self)
{
  return self->content != NULL ? self->file_name : self->kept;
}

void
muster_attachment_row_take_drops (MusterAttachmentRow *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
