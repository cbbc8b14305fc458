/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-export.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-printer.h"
#include "gui/muster-row-group.h"
#include "gui/muster-runtime-file.h"
#include "gui/muster-text-row.h"
#include "operations/muster-export-report.h"

/* A report on its way. */
typedef struct
{
  MusterReportExport request; /* points to what follows */
  MusterExportResult result;
  char *path;
  char *reason;
} Job;

struct _MusterReportDialog
{
  MusterFormDialog parent_instance;

  MusterPrinter *printer; /* chosen, or being chosen */
  AdwPreferencesGroup *group;
  AdwComboRow *format;
  MusterTextRow *reason;

  MusterReportKind kind;
  MusterViewDay day;
  Job *job; /* under way */
};

G_DEFINE_FINAL_TYPE (MusterReportDialog, muster_report_dialog, MUSTER_TYPE_FORM_DIALOG)

/* In the order of the choice; the last is paper. */
static const MusterReportFormat formats[] = { MUSTER_REPORT_PDF, MUSTER_REPORT_XLSX, MUSTER_REPORT_CSV, MUSTER_REPORT_PDF };

#define PAPER 3

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_export_result_clear (&job->result);
  if (job->request.prints)
    muster_runtime_file_remove (job->path);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static MusterStore *
get_store (MusterReportDialog *self)
{
  return muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
}

static gboolean
is_paper (MusterReportDialog *self)
{
  return adw_combo_row_get_selected (self->format) == PAPER;
}

static gboolean
names_leave (MusterReportDialog *self)
{
  return muster_report_kind_has_names (self->kind) && muster_role_may_report_names (muster_store_get_account (get_store (self))->role);
}

static const char *
get_explanation (MusterReportDialog *self)
{
  if (names_leave (self))
    return is_paper (self) ? _("It has names in it: whoever gets the paper can read it. The journal keeps who printed it, and why.")
                           : _("It has names in it, and is not protected: whoever gets the file can read it. The journal keeps who saved it, and why.");
  if (muster_report_kind_has_names (self->kind))
    return _("Your role takes no names out of the register: the report has the numbers of the cases only.");
  return _("It names nobody. The journal keeps who took it out.");
}

static void
format_changed_cb (MusterReportDialog *self)
{
  muster_row_group_describe (self->group, NULL, get_explanation (self));
  muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), is_paper (self) ? _("_Print…") : _("_Save…"));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), is_paper (self) ? _("Sent to the printer") : _("Report saved"));
}

static gboolean
check (MusterReportDialog *self)
{
  g_autofree char *reason = muster_text_row_dup_text (self->reason);
  g_autoptr (GError) error = NULL;

  if (!names_leave (self) || muster_export_check_reason (reason, &error))
    return TRUE;
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->reason));
  return FALSE;
}

static MusterReportFormat
get_format (MusterReportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->format);

  return formats[MIN (selected, G_N_ELEMENTS (formats) - 1)];
}

static Job *
job_new (MusterReportDialog *self, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->reason = names_leave (self) ? muster_text_row_dup_text (self->reason) : NULL;
  job->request = (MusterReportExport) { .kind = self->kind, .format = get_format (self), .path = job->path, .as_of = self->day.as_of, .known_on = self->day.known_on, .reason = job->reason, .prints = is_paper (self) };
  return job;
}

static void
finish (MusterReportDialog *self, gboolean done, const GError *error)
{
  if (self->group == NULL)
    return;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (done)
    muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
  else
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_printer_send_finish (MUSTER_PRINTER (source), result, &error);

  g_clear_pointer (&self->job, job_free);
  finish (self, done, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReportDialog) self = user_data;
  g_autoptr (Job) job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result, job->path, &error);

  if (done && job->request.prints)
    {
      g_autoptr (GFile) file = g_file_new_for_path (job->path);

      self->job = g_steal_pointer (&job);
      muster_printer_send_async (self->printer, file, sent_cb, g_object_ref (self));
      return;
    }
  finish (self, done, error);
}

static void
run (MusterReportDialog *self, Job *job)
{
  self->job = job;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  muster_store_run_async (get_store (self), &muster_export_report, &job->request, &job->result, NULL, NULL, NULL, saved_cb, g_object_ref (self));
}

static char *
dup_name (MusterReportDialog *self)
{
  g_autofree char *as_of = muster_date_to_iso (&self->day.as_of), *known_on = muster_date_to_iso (&self->day.known_on);
  /* Translators: days in the name of a file: “2026-10-01 as known on 2026-10-15” */
  g_autofree char *days = known_on != NULL ? g_strdup_printf (_("%s as known on %s"), as_of, known_on) : g_strdup (as_of);

  return g_strdup_printf ("%s %s.%s", muster_report_kind_get_title (self->kind), days, muster_report_format_to_code (get_format (self)));
}

static void
printer_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL, *path = NULL;

  if (self->group == NULL)
    return;
  name = dup_name (self);
  path = muster_printer_choose_finish (MUSTER_PRINTER (source), result, &error) ? muster_runtime_file_new (name, &error) : NULL;
  if (path != NULL)
    run (self, job_new (self, path));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
}

static void
choose_printer (MusterReportDialog *self, const char *name)
{
  g_clear_object (&self->printer);
  self->printer = muster_printer_new (name, GTK_WIDGET (self));
  muster_printer_choose_async (self->printer, printer_chosen_cb, g_object_ref (self));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->group == NULL)
    return;
  if (file != NULL)
    muster_report_dialog_save_to (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
muster_report_dialog_submit (MusterFormDialog *dialog)
{
  MusterReportDialog *self = MUSTER_REPORT_DIALOG (dialog);
  g_autoptr (GtkFileDialog) chooser = NULL;
  g_autofree char *name = NULL;

  if (!check (self))
    return;
  name = dup_name (self);
  if (is_paper (self))
    {
      choose_printer (self, name);
      return;
    }
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _("Where the Report Goes"));
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
muster_report_dialog_dispose (GObject *object)
{
  g_clear_object (&MUSTER_REPORT_DIALOG (object)->printer);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REPORT_DIALOG);
  G_OBJECT_CLASS (muster_report_dialog_parent_class)->dispose (object);
}

static void
muster_report_dialog_class_init (MusterReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_report_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_report_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterReportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, MusterReportDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, format_changed_cb);
}

static void
muster_report_dialog_init (MusterReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_report_dialog_new (MusterStore *store, MusterReportKind kind, const MusterViewDay *day)
{
  MusterReportDialog *self = g_object_new (MUSTER_TYPE_REPORT_DIALOG, "store", store, "title", _("Save Report"), "verb", _("_Save…"), NULL);

  self->kind = kind;
  self->day = *day;
  format_changed_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), names_leave (self));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

void
muster_report_dialog_save_to (MusterReportDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  if (!check (self))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This place is not on this computer. Choose a folder that is."));
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
      return;
    }
  run (self, job_new (self, g_file_peek_path (file)));
}

AdwDialog *
muster_report_dialog_new_for_paper (MusterStore *store, MusterReportKind kind, const MusterViewDay *day)
{
  AdwDialog *dialog = muster_report_dialog_new (store, kind, day);

  adw_combo_row_set_selected (MUSTER_REPORT_DIALOG (dialog)->format, PAPER);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (dialog));
  return dialog;
}
