/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-done.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-import-job.h"
#include "gui/muster-import-outcome.h"
#include "gui/muster-undo-dialog.h"
#include "operations/muster-import-later.h"

struct _MusterImportDone
{
  AdwBin parent_instance;

  MusterStore *store;
  MusterImportPlan *plan; /* for the result files; %NULL while they are written */
  gint64 import_id;
  GtkWidget *save_button;
  gboolean undone; /* in the dialog that is open */
};

enum
{
  ANOTHER,
  UNDONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportDone, muster_import_done, ADW_TYPE_BIN)

static void
show_roster_cb (MusterImportDone *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-section", "s", "roster");
}

static void
another_cb (MusterImportDone *self)
{
  g_signal_emit (self, signals[ANOTHER], 0);
}

static void
undone_cb (MusterImportDone *self)
{
  self->undone = TRUE;
}

/* Before that the dialog has the focus, and gives it back to what is not there any more. */
static void
closed_cb (MusterImportDone *self)
{
  gboolean undone = self->undone;

  self->undone = FALSE;
  if (undone)
    g_signal_emit (self, signals[UNDONE], 0);
}

static void
undo_cb (MusterImportDone *self)
{
  AdwDialog *dialog = muster_undo_dialog_new (self->store, self->import_id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterImportDone *self = MUSTER_IMPORT_DONE (source);
  MusterImportJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (self->save_button == NULL)
    return;
  if (self->plan == NULL)
    self->plan = g_steal_pointer (&job->plan);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (!done)
    muster_gui_error_show (GTK_WIDGET (self), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", _("Result files saved"));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportDone) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder == NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
  else if (self->save_button != NULL)
    muster_import_done_save_to (self, folder);
}

static void
save_cb (MusterImportDone *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Where the Result Files Go"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_chosen_cb, g_object_ref (self));
}

static char *
dup_title (const MusterImportPlan *plan)
{
  guint n = plan->counts[MUSTER_FATE_CREATED] + plan->counts[MUSTER_FATE_UPDATED];

  if (n > 0 || plan->n_inactivated == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Person Imported", "%'u People Imported", n), n);
  n = plan->n_inactivated;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Person Made Inactive", "%'u People Made Inactive", n), n);
}

static char *
dup_text (const MusterImportPlan *plan)
{
  guint n = plan->n_inactivated;
  g_autofree char *rows = muster_import_outcome_dup (plan->counts);
  g_autofree char *inactive = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person who is missing from the file is inactive now.", "%'u people who are missing from the file are inactive now.", n), n);

  return n > 0 ? g_strdup_printf ("%s\n%s", rows, inactive) : g_steal_pointer (&rows);
}

static void
muster_import_done_dispose (GObject *object)
{
  MusterImportDone *self = MUSTER_IMPORT_DONE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_DONE);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_import_done_parent_class)->dispose (object);
}

static void
muster_import_done_class_init (MusterImportDoneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_done_dispose;
  signals[ANOTHER] = g_signal_new ("another", MUSTER_TYPE_IMPORT_DONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDONE] = g_signal_new ("undone", MUSTER_TYPE_IMPORT_DONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-done.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportDone, save_button);
  gtk_widget_class_bind_template_callback (widget_class, show_roster_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_cb);
}

static void
muster_import_done_init (MusterImportDone *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
muster_import_done_show (MusterImportDone *self, MusterStore *store, MusterImportPlan *plan, gint64 import_id)
{
  g_autofree char *title = dup_title (plan);
  g_autofree char *text = dup_text (plan);
  AdwStatusPage *status = ADW_STATUS_PAGE (adw_bin_get_child (ADW_BIN (self)));

  g_return_if_fail (MUSTER_IS_IMPORT_DONE (self));
  g_set_object (&self->store, store);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  self->plan = plan;
  self->import_id = import_id;
  adw_status_page_set_title (status, title);
  adw_status_page_set_description (status, text);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

const char *
muster_import_done_get_title (MusterImportDone *self)
{
  g_return_val_if_fail (MUSTER_IS_IMPORT_DONE (self), NULL);
  return adw_status_page_get_title (ADW_STATUS_PAGE (adw_bin_get_child (ADW_BIN (self))));
}

void
muster_import_done_save_to (MusterImportDone *self, GFile *folder)
{
  MusterImportJob *job;

  g_return_if_fail (MUSTER_IS_IMPORT_DONE (self));
  if (self->plan == NULL)
    return;
  job = muster_import_job_new (self->store, NULL);
  job->path = muster_import_results_dup_folder (g_file_peek_path (folder), _("Import results"));
  job->plan = g_steal_pointer (&self->plan);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  muster_background_run (self, muster_import_job_write, job, muster_import_job_free, NULL, written_cb, NULL);
}
