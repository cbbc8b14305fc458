/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-record-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-import.h"
#include "domain/muster-undo.h"
#include "gui/muster-background.h"
#include "gui/muster-batch-dialog.h"
#include "gui/muster-copy-button.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-import-outcome.h"
#include "gui/muster-row-group.h"
#include "gui/muster-undo-dialog.h"
#include "operations/muster-batch-picks.h"
#include "operations/muster-import-later.h"
#include "operations/muster-undo-import.h"
#include "store/muster-import-table.h"

struct _MusterImportRecordDialog
{
  AdwDialog parent_instance;

  MusterStore *store;
  gint64 undoable; /* what the button undoes */
  MusterRowGroup *group;
  MusterRowGroup *reading;
  AdwPreferencesGroup *undo_group;
  AdwButtonRow *undo_row;
  gint64 import_id;
  GtkWidget *results_group;
  GtkWidget *results_row;
  GtkWidget *confirm_group;
  AdwButtonRow *confirm_row;
  gboolean is_undoing;
  GArray *confirmed; /* (nullable): picks whom the import says to be certified */
};

typedef struct
{
  MusterStore *store;
  gint64 import_id;
  char *folder;
} ResultsJob;

typedef struct
{
  MusterStore *store;
  gint64 import_id;
  GArray *picks;
} ConfirmedJob;

enum
{
  UNDONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportRecordDialog, muster_import_record_dialog, ADW_TYPE_DIALOG)

static const MusterImport *
find_record (GPtrArray *records, gint64 id)
{
  for (guint i = 0; i < records->len; i++)
    if (((const MusterImport *) records->pdata[i])->id == id)
      return records->pdata[i];
  return NULL;
}

/* A digest is longer than a line; a hyphen where it breaks would be taken for a part of it. */
static void
add_digest (MusterRowGroup *group, const char *name, const char *value)
{
  AdwActionRow *row = muster_row_group_add_value (group, name, value);
  g_autofree char *whole = value != NULL ? g_markup_printf_escaped ("<span insert_hyphens=\"false\">%s</span>", value) : NULL;

  if (row == NULL)
    return;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (row, whole);
  adw_action_row_add_suffix (row, muster_copy_button_new (name, value));
}

static char *
dup_who_and_when (MusterDatabase *database, const MusterImport *record)
{
  g_autofree char *when = muster_gui_text_dup_time (record->recorded);
  g_autofree char *who = muster_gui_names_dup_account (database, record->account_id);

  /* Translators: when, and who */
  return g_strdup_printf (_("%s, by %s"), when, who);
}

static void
show_record (MusterImportRecordDialog *self, MusterDatabase *database, GPtrArray *records, const MusterImport *record)
{
  const MusterImport *undoing = find_record (records, muster_import_find_undoing (records, record->id));
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, record->id);
  g_autofree char *done = dup_who_and_when (database, record);
  g_autofree char *undone = undoing != NULL ? dup_who_and_when (database, undoing) : NULL;
  g_autofree char *outcome = record->undoes != 0 ? muster_import_outcome_dup_undone (record->counts) : muster_import_outcome_dup (record->counts);
  g_autofree char *size = g_format_size (record->file_size);

  muster_row_group_begin (self->group);
  muster_row_group_add_value (self->group, record->undoes != 0 ? _("Undone") : _("Imported"), done);
  muster_row_group_add_value (self->group, _("Undone Again"), undone);
  muster_row_group_add_value (self->group, _("Result"), outcome);
  muster_row_group_add_value (self->group, _("Number"), number);
  muster_row_group_add_value (self->group, _("Backup Copy"), record->snapshot);
  muster_row_group_end (self->group);
  muster_row_group_begin (self->reading);
  muster_row_group_add_value (self->reading, _("File"), record->file_name);
  muster_row_group_add_value (self->reading, _("Sheet"), record->sheet);
  muster_row_group_add_value (self->reading, _("Size"), size);
  add_digest (self->reading, _("SHA-256"), record->file_hash);
  muster_row_group_add_value (self->reading, _("Encoding"), record->encoding);
  muster_row_group_add_value (self->reading, _("Sender"), record->profile);
  muster_row_group_end (self->reading);
}

/* What was undone is offered to be brought back, which is undoing its undoing. */
static void
show_undo (MusterImportRecordDialog *self, GPtrArray *records, const MusterImport *record)
{
  gint64 undoing = muster_import_find_undoing (records, record->id), root;
  gboolean takes_back;

  self->undoable = undoing != 0 ? undoing : record->id;
  gtk_widget_set_visible (GTK_WIDGET (self->undo_group),
                          muster_store_may (self->store, muster_undo_import.name) && muster_undo_check (records, self->undoable, &root, &takes_back, NULL));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->undo_row), undoing != 0 || record->undoes != 0 ? _("_Undo the Undoing…") : _("_Undo This Import…"));
}

static void
undone_cb (MusterImportRecordDialog *self)
{
  g_signal_emit (self, signals[UNDONE], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
undo_cb (MusterImportRecordDialog *self)
{
  AdwDialog *dialog = muster_undo_dialog_new (self->store, self->undoable);

  g_signal_connect_object (dialog, "done", G_CALLBACK (undone_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static gboolean
write_work (gpointer data, GCancellable *cancellable, GError **error)
{
  ResultsJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);
  gboolean written;

  if (database == NULL)
    return FALSE;
  written = muster_import_later_write_results (database, job->import_id, job->folder, NULL, error);
  muster_store_read_done (job->store, database);
  return written;
}

static void
results_job_free (gpointer data)
{
  ResultsJob *job = data;

  g_object_unref (job->store);
  g_free (job->folder);
  g_free (job);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterImportRecordDialog *self = MUSTER_IMPORT_RECORD_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (self->results_row == NULL)
    return;
  gtk_widget_set_sensitive (self->results_row, TRUE);
  if (!done)
    muster_gui_error_show (GTK_WIDGET (self), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", _("Result files saved"));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterImportRecordDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder == NULL)
    muster_gui_error_show (GTK_WIDGET (self), error);
  else if (self->results_row != NULL)
    muster_import_record_dialog_save_to (self, folder);
}

static void
save_results_cb (MusterImportRecordDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Where the Result Files Go"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_chosen_cb, g_object_ref (self));
}

static void
confirmed_job_free (gpointer data)
{
  ConfirmedJob *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->picks, g_array_unref);
  g_free (job);
}

static gboolean
find_confirmed_work (gpointer data, GCancellable *cancellable, GError **error)
{
  ConfirmedJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->picks = muster_batch_picks_new_confirmed (database, job->import_id, error);
  muster_store_read_done (job->store, database);
  return job->picks != NULL;
}

static void
confirmed_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterImportRecordDialog *self = MUSTER_IMPORT_RECORD_DIALOG (source);
  const ConfirmedJob *job = muster_background_get_data (result);
  g_autofree char *title = NULL;

  if (!muster_background_finish (result, NULL) || self->confirm_group == NULL)
    return;
  g_clear_pointer (&self->confirmed, g_array_unref);
  self->confirmed = g_array_ref (job->picks);
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Confirm %'u Certification…", "_Confirm %'u Certifications…", self->confirmed->len), self->confirmed->len);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirm_row), title);
  gtk_widget_set_visible (self->confirm_group, self->confirmed->len > 0);
}

/* What the file says of the marketplace’s decisions is evidence; somebody who may decides by it. */
static void
find_confirmed (MusterImportRecordDialog *self)
{
  ConfirmedJob *job;

  if (self->confirm_group == NULL || self->is_undoing || !muster_store_may (self->store, "certify"))
    return;
  job = g_new0 (ConfirmedJob, 1);
  job->store = g_object_ref (self->store);
  job->import_id = self->import_id;
  muster_background_run (self, find_confirmed_work, job, confirmed_job_free, NULL, confirmed_found_cb, NULL);
}

static void
confirm_cb (MusterImportRecordDialog *self)
{
  adw_dialog_present (muster_batch_dialog_new (self->store, MUSTER_VERB_CERTIFY, self->confirmed), GTK_WIDGET (self));
}

static void
muster_import_record_dialog_dispose (GObject *object)
{
  g_clear_pointer (&MUSTER_IMPORT_RECORD_DIALOG (object)->confirmed, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_RECORD_DIALOG);
  g_clear_object (&MUSTER_IMPORT_RECORD_DIALOG (object)->store);
  G_OBJECT_CLASS (muster_import_record_dialog_parent_class)->dispose (object);
}

static void
muster_import_record_dialog_class_init (MusterImportRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_record_dialog_dispose;
  signals[UNDONE] = g_signal_new ("undone", MUSTER_TYPE_IMPORT_RECORD_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, undo_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, undo_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, results_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, results_row);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, confirm_group);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRecordDialog, confirm_row);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_results_cb);
}

static void
muster_import_record_dialog_init (MusterImportRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load (MusterImportRecordDialog *self, MusterDatabase *database, gint64 import_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = muster_import_table_list (database, &error);
  const MusterImport *record = records != NULL ? find_record (records, import_id) : NULL;

  if (record == NULL)
    {
      muster_row_group_add_text (self->group, _("This import cannot be read"), error != NULL ? error->message : NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->undo_group), FALSE);
      gtk_widget_set_visible (self->results_group, FALSE);
      return;
    }
  self->is_undoing = record->undoes != 0;
  gtk_widget_set_visible (self->results_group, !self->is_undoing);
  adw_dialog_set_title (ADW_DIALOG (self), record->undoes != 0 ? _("Undoing of an Import") : _("Import"));
  show_record (self, database, records, record);
  show_undo (self, records, record);
}

AdwDialog *
muster_import_record_dialog_new (MusterStore *store, gint64 import_id)
{
  MusterImportRecordDialog *self = g_object_new (MUSTER_TYPE_IMPORT_RECORD_DIALOG, NULL);
  MusterDatabase *database = muster_store_read (store, NULL);

  self->store = g_object_ref (store);
  self->import_id = import_id;
  if (database != NULL)
    {
      load (self, database, import_id);
      muster_store_read_done (store, database);
    }
  g_signal_connect_object (store, "changed", G_CALLBACK (find_confirmed), self, G_CONNECT_SWAPPED);
  find_confirmed (self);
  return ADW_DIALOG (self);
}

void
muster_import_record_dialog_save_to (MusterImportRecordDialog *self, GFile *folder)
{
  ResultsJob *job = g_new0 (ResultsJob, 1);

  job->store = g_object_ref (self->store);
  job->import_id = self->import_id;
  job->folder = muster_import_results_dup_folder (g_file_peek_path (folder), _("Import results"));
  gtk_widget_set_sensitive (self->results_row, FALSE);
  muster_background_run (self, write_work, job, results_job_free, NULL, written_cb, NULL);
}
