/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-coverage-rows.h"

#include "gui/muster-gui-text.h"

#define PENDING "muster-coverage-pending"

typedef struct
{
  MusterStore *store;
  MusterCoverageFind find;
  gpointer data;
  GDestroyNotify free_data;
  GDate today;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->store);
  if (question->free_data != NULL)
    question->free_data (question->data);
  g_free (question);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Question *question = data;
  GError *error = NULL;
  MusterDatabase *database = muster_store_read (question->store, &error);
  MusterCoveragePreview *preview = database != NULL ? question->find (database, question->data, &question->today, cancellable, &error) : NULL;

  if (database != NULL)
    muster_store_read_done (question->store, database);
  if (preview == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, preview, (GDestroyNotify) muster_coverage_preview_free);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterCoveragePreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    muster_coverage_rows_show (MUSTER_ROW_GROUP (source), preview != NULL ? preview->warnings : NULL);
}

void
muster_coverage_rows_show (MusterRowGroup *group, char **warnings)
{
  muster_row_group_begin (group);
  for (guint i = 0; warnings != NULL && warnings[i] != NULL; i++)
    {
      AdwActionRow *row = muster_row_group_add_text (group, warnings[i], NULL);
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (row, icon);
      gtk_accessible_announce (GTK_ACCESSIBLE (row), warnings[i], GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
  muster_row_group_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), warnings != NULL && warnings[0] != NULL);
}

void
muster_coverage_rows_find (MusterRowGroup *group, MusterStore *store, MusterCoverageFind find, gpointer data, GDestroyNotify free_data)
{
  GCancellable *earlier = g_object_get_data (G_OBJECT (group), PENDING);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (group, cancellable, found_cb, NULL);
  Question *question = g_new0 (Question, 1);

  if (earlier != NULL)
    g_cancellable_cancel (earlier);
  g_object_set_data_full (G_OBJECT (group), PENDING, g_object_ref (cancellable), g_object_unref);
  question->store = g_object_ref (store);
  question->find = find;
  question->data = data;
  question->free_data = free_data;
  muster_gui_text_get_today (&question->today);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_in_thread);
}
