/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-export.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-row-group.h"
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

  AdwPreferencesGroup *group;
  AdwComboRow *format;
  MusterTextRow *reason;

  MusterReportKind kind;
  GDate as_of;
  Job *job; /* under way */
};

G_DEFINE_FINAL_TYPE (MusterReportDialog, muster_report_dialog, MUSTER_TYPE_FORM_DIALOG)

/* In the order of the choice. */
static const MusterReportFormat formats[] = { MUSTER_REPORT_PDF, MUSTER_REPORT_XLSX, MUSTER_REPORT_CSV };

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_export_result_clear (&job->result);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

static MusterStore *
get_store (MusterReportDialog *self)
{
  return muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
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
    return _("It has names in it, and is not protected: whoever gets the file can read it. The journal keeps who saved it, and why.");
  if (muster_report_kind_has_names (self->kind))
    return _("Your role takes no names out of the register: the file has the numbers of the cases only.");
  return _("It names nobody. The journal keeps who saved it.");
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
  job->request = (MusterReportExport) { .kind = self->kind, .format = get_format (self), .path = job->path, .as_of = self->as_of, .reason = job->reason };
  return job;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterReportDialog) self = user_data;
  Job *job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result, job->path, &error);

  if (self->group == NULL)
    return;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (done)
    muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
  else
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
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
  g_autofree char *name = NULL, *day = NULL;

  if (!check (self))
    return;
  day = muster_date_to_iso (&self->as_of);
  name = g_strdup_printf ("%s %s.%s", muster_report_kind_get_title (self->kind), day, muster_report_format_to_code (get_format (self)));
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _("Where the Report Goes"));
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
muster_report_dialog_dispose (GObject *object)
{
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
}

static void
muster_report_dialog_init (MusterReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_report_dialog_new (MusterStore *store, MusterReportKind kind, const GDate *as_of)
{
  MusterReportDialog *self = g_object_new (MUSTER_TYPE_REPORT_DIALOG, "store", store, "title", _("Save Report"), "verb", _("_Save…"), NULL);

  self->kind = kind;
  self->as_of = *as_of;
  muster_row_group_describe (self->group, NULL, get_explanation (self));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), names_leave (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Report saved"));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

void
muster_report_dialog_save_to (MusterReportDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  Job *job;

  if (!check (self))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This place is not on this computer. Choose a folder that is."));
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
      return;
    }
  self->job = job = job_new (self, g_file_peek_path (file));
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  muster_store_run_async (get_store (self), &muster_export_report, &job->request, &job->result, job, job_free, NULL, saved_cb, g_object_ref (self));
}
