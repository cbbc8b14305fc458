/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "gui/muster-check-row.h"
#include "gui/muster-dialog-layout.h"
#include "gui/muster-export-column-list.h"
#include "gui/muster-export-job.h"
#include "gui/muster-export-passphrase.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-progress.h"
#include "gui/muster-text-row.h"

#define N_FORMATS 3

struct _MusterExportDialog
{
  AdwDialog parent_instance;

  MusterStore *store;
  MusterRosterFilter filter;
  char *search;
  gboolean has_filter;
  GFile *file; /* that was written */
  MusterExportJob *job;    /* %NULL: none is under way */
  MusterCheckRow *found_row; /* %NULL where there is nothing to choose */
  MusterCheckRow *format_rows[N_FORMATS];
  AdwHeaderBar *header;
  GtkWidget *cancel_button;
  GtkWidget *export_button;
  AdwBanner *banner;
  GtkStack *stack;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *formats;
  MusterExportPassphrase *passphrase;
  MusterExportColumnList *columns;
  MusterTextRow *reason;
  MusterProgress *progress;
  AdwStatusPage *status;
  GtkWidget *folder_button;
};

G_DEFINE_FINAL_TYPE (MusterExportDialog, muster_export_dialog, ADW_TYPE_DIALOG)

/* The one that protects comes first, and is chosen. */
static const struct
{
  MusterTableFormat format;
  const char *title;
  const char *subtitle;
} formats_known[N_FORMATS] = {
  { MUSTER_TABLE_ZIP, N_("Encrypted ZIP File"), N_("Locked with a passphrase; opens in 7-Zip and WinZip. Holds a CSV file.") },
  { MUSTER_TABLE_XLSX, N_("Excel Workbook"), N_("Not protected: whoever gets the file can read it.") },
  { MUSTER_TABLE_CSV, N_("CSV Text File"), N_("Not protected: whoever gets the file can read it.") },
};

static MusterTableFormat
get_format (MusterExportDialog *self)
{
  for (guint i = 1; i < N_FORMATS; i++)
    if (muster_check_row_get_active (self->format_rows[i]))
      return formats_known[i].format;
  return formats_known[0].format;
}

static void
say (MusterExportDialog *self, const char *text)
{
  adw_banner_set_revealed (self->banner, text != NULL);
  if (text == NULL)
    return;
  adw_banner_set_title (self->banner, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show (MusterExportDialog *self, const char *page)
{
  gboolean is_form = g_str_equal (page, "form");

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->cancel_button, is_form);
  gtk_widget_set_visible (self->export_button, is_form);
  adw_header_bar_set_show_end_title_buttons (self->header, g_str_equal (page, "done"));
  adw_dialog_set_can_close (ADW_DIALOG (self), !g_str_equal (page, "busy"));
}

/* Whether the form will do; else says what is wrong, and puts the focus there. */
static gboolean
check (MusterExportDialog *self)
{
  g_autofree char *reason = muster_text_row_dup_text (self->reason);
  g_autoptr (GError) error = NULL;
  MusterExportColumns columns;

  say (self, NULL);
  if (get_format (self) == MUSTER_TABLE_ZIP && !muster_export_passphrase_check (self->passphrase, muster_store_is_practice (self->store)))
    return FALSE;
  muster_export_column_list_get (self->columns, &columns);
  if (columns.n == 0)
    {
      say (self, _("No column is chosen. Tick at least one."));
      gtk_widget_child_focus (GTK_WIDGET (self->columns), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  if (muster_export_check_reason (reason, &error))
    return TRUE;
  say (self, error->message);
  gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD);
  return FALSE;
}

static MusterExportJob *
job_new (MusterExportDialog *self, const char *path)
{
  gboolean is_found = self->found_row != NULL && muster_check_row_get_active (self->found_row);
  MusterExportJob *job = muster_export_job_new (path, get_format (self), is_found ? &self->filter : NULL, muster_text_row_dup_text (self->reason));

  if (job->request.format == MUSTER_TABLE_ZIP)
    job->request.passphrase = muster_export_passphrase_take (self->passphrase);
  muster_export_column_list_get (self->columns, &job->request.columns);
  return job;
}

static void
show_done (MusterExportDialog *self, const MusterExportJob *job)
{
  guint n = job->result.n_people;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Person Exported", "%'u People Exported", n), n);
  g_autofree char *name = g_path_get_basename (job->path);
  g_autofree char *size = g_format_size (job->result.size);
  const char *advice = job->request.format == MUSTER_TABLE_ZIP ? _("Tell the passphrase by another way than the file.") : _("It is not protected. Delete it when it is not needed any more.");
  /* Translators: name and size of a file, then a sentence of advice */
  g_autofree char *text = g_strdup_printf (_("“%s”, %s. %s The journal has an entry of it."), name, size, advice);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, text);

  g_clear_object (&self->file);
  self->file = g_file_new_for_path (job->path);
  muster_export_passphrase_forget (self->passphrase);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);
  show (self, "done");
  gtk_widget_grab_focus (self->folder_button);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterExportDialog) self = user_data;
  MusterExportJob *job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result, job->path, &error);

  if (self->stack == NULL)
    return;
  muster_progress_end (self->progress);
  if (done)
    {
      show_done (self, job);
      return;
    }
  show (self, "form");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _("Stopped. Nothing was exported."));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
progress_cb (MusterExportDialog *self, double fraction, const char *text)
{
  if (self->job != NULL)
    muster_progress_set (self->progress, fraction, text);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->stack == NULL)
    return;
  if (file != NULL)
    muster_export_dialog_export_to (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
choose_place_cb (MusterExportDialog *self)
{
  const char *ending = muster_export_job_get_ending (get_format (self));
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  GDate today;

  if (!check (self))
    return;
  muster_gui_text_get_today (&today);
  day = muster_date_to_iso (&today);
  /* Translators: the beginning of a file's name: “roster-2026-11-28.zip” */
  name = g_strconcat (_("roster"), "-", day, ending, NULL);
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _("Where the Export Goes"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
folder_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
open_folder_cb (MusterExportDialog *self)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (self->file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, folder_opened_cb, g_object_ref (self));
}

static void
format_cb (MusterExportDialog *self)
{
  say (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->passphrase), get_format (self) == MUSTER_TABLE_ZIP);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
add_formats (MusterExportDialog *self)
{
  for (guint i = 0; i < N_FORMATS; i++)
    {
      GtkWidget *row = muster_check_row_new (_(formats_known[i].title), _(formats_known[i].subtitle));

      self->format_rows[i] = MUSTER_CHECK_ROW (row);
      if (i > 0)
        muster_check_row_set_group (self->format_rows[i], self->format_rows[0]);
      adw_preferences_group_add (self->formats, row);
      g_signal_connect_object (row, "toggled", G_CALLBACK (format_cb), self, G_CONNECT_SWAPPED);
    }
  muster_check_row_set_active (self->format_rows[0], TRUE);
}

static void
add_people (MusterExportDialog *self, guint n_found, guint n_all)
{
  g_autofree char *found = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person", "%'u people", n_found), n_found);
  g_autofree char *all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person", "%'u people", n_all), n_all);
  GtkWidget *everybody;

  if (!self->has_filter)
    {
      everybody = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Everybody on the Roster"), "subtitle", all, NULL);
      adw_preferences_group_add (self->people, everybody);
      return;
    }
  everybody = muster_check_row_new (_("Everybody on the Roster"), all);
  self->found_row = MUSTER_CHECK_ROW (muster_check_row_new (_("Those Whom the Roster Shows Now"), found));
  muster_check_row_set_group (MUSTER_CHECK_ROW (everybody), self->found_row);
  muster_check_row_set_active (self->found_row, TRUE);
  adw_preferences_group_add (self->people, GTK_WIDGET (self->found_row));
  adw_preferences_group_add (self->people, everybody);
}

static void
muster_export_dialog_dispose (GObject *object)
{
  MusterExportDialog *self = MUSTER_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->store);
  g_clear_object (&self->file);
  g_clear_pointer (&self->search, g_free);
  G_OBJECT_CLASS (muster_export_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, header);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, people);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, status);
  gtk_widget_class_bind_template_child (widget_class, MusterExportDialog, folder_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_folder_cb);
}

static void
muster_export_dialog_class_init (MusterExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_export_dialog_dispose;
  g_type_ensure (MUSTER_TYPE_DIALOG_LAYOUT);
  g_type_ensure (MUSTER_TYPE_EXPORT_PASSPHRASE);
  g_type_ensure (MUSTER_TYPE_EXPORT_COLUMN_LIST);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_PROGRESS);
  gtk_widget_class_install_action (widget_class, "export.close", NULL, close_cb);
  bind_template (widget_class);
}

static void
muster_export_dialog_init (MusterExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_formats (self);
}

AdwDialog *
muster_export_dialog_new (MusterStore *store, const MusterRosterFilter *filter, guint n_found, guint n_all)
{
  MusterExportDialog *self = g_object_new (MUSTER_TYPE_EXPORT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->has_filter = filter != NULL;
  if (filter != NULL)
    {
      self->filter = *filter;
      self->search = g_strdup (filter->search);
      self->filter.search = self->search;
    }
  add_people (self, n_found, n_all);
  g_signal_connect_object (store, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}

void
muster_export_dialog_export_to (MusterExportDialog *self, GFile *file)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (MUSTER_IS_EXPORT_DIALOG (self) && self->job == NULL);
  if (!check (self))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      say (self, _("This place is not on this computer. Choose a folder that is."));
      return;
    }
  path = muster_export_job_dup_path (g_file_peek_path (file), get_format (self));
  /* The one that was asked about is another. */
  if (!g_str_equal (path, g_file_peek_path (file)) && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *text = g_strdup_printf (_("“%s” is there already. Choose another name."), path);

      say (self, text);
      return;
    }
  self->job = job_new (self, path);
  cancellable = muster_progress_begin (self->progress, _("Exporting"));
  show (self, "busy");
  muster_store_run_async (self->store, &muster_export_roster, &self->job->request, &self->job->result, self->job, muster_export_job_free, cancellable, exported_cb, g_object_ref (self));
}
