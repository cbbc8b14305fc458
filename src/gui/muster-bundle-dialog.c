/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-bundle-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-printer.h"
#include "gui/muster-row-group.h"
#include "gui/muster-runtime-file.h"
#include "gui/muster-text-row.h"
#include "operations/muster-export-bundle.h"

/* A bundle on its way. */
typedef struct
{
  MusterBundleExport request; /* points to what follows */
  MusterBundleResult result;
  char *number;
  char *path;
  char *reason;
  char **words;
} Job;

struct _MusterBundleDialog
{
  MusterFormDialog parent_instance;

  MusterPrinter *printer; /* chosen, or being chosen */
  AdwPreferencesGroup *group;
  AdwComboRow *form;
  MusterTextRow *reason;
  MusterTextRow *names;
  AdwSwitchRow *complainant;

  char *number;
  Job *job; /* under way */
};

G_DEFINE_FINAL_TYPE (MusterBundleDialog, muster_bundle_dialog, MUSTER_TYPE_FORM_DIALOG)

#define REDACTED                                                                                                                                                       \
  N_("One document without who complained, what is told of incidents, addresses and identifiers. They are not in the file at all, and a log says what was left out. " \
      "Muster does not know the names of clients: name those that stand in findings and reasons, and read the document before it leaves.")

/* In the order of the choice: private by default. */
static const struct
{
  MusterBundleFormat format;
  gboolean redacted;
  gboolean prints;
  const char *explanation;
} forms[] = {
  { MUSTER_BUNDLE_PDF, TRUE, FALSE, REDACTED },
  { MUSTER_BUNDLE_PDF, TRUE, TRUE, REDACTED },
  { MUSTER_BUNDLE_ZIP, FALSE, FALSE, N_("Everything that belongs to the case, with the letters and documents exactly as they are kept, and the hashes of all. It is not protected: whoever gets the file can read it.") },
  { MUSTER_BUNDLE_PDF, FALSE, FALSE, N_("Everything that belongs to the case as one document; of letters and documents only names and hashes. It is not protected: whoever gets the file can read it.") },
  { MUSTER_BUNDLE_PDF, FALSE, TRUE, N_("Everything that belongs to the case as one document; of letters and documents only names and hashes. Whoever gets the paper can read it.") },
};

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_bundle_result_clear (&job->result);
  if (job->request.prints)
    muster_runtime_file_remove (job->path);
  g_free (job->number);
  g_free (job->path);
  g_free (job->reason);
  g_strfreev (job->words);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static guint
get_form (MusterBundleDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->form), G_N_ELEMENTS (forms) - 1);
}

static void
form_changed_cb (MusterBundleDialog *self)
{
  guint form = get_form (self);

  muster_row_group_describe (self->group, NULL, _(forms[form].explanation));
  muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), forms[form].prints ? _("_Print…") : _("_Save…"));
  gtk_widget_set_visible (GTK_WIDGET (self->names), forms[form].redacted);
  gtk_widget_set_visible (GTK_WIDGET (self->complainant), !forms[form].redacted);
}

static Job *
job_new (MusterBundleDialog *self, const char *path)
{
  Job *job = g_new0 (Job, 1);
  guint form = get_form (self);
  g_autofree char *names = muster_text_row_dup_text (self->names);

  job->number = g_strdup (self->number);
  job->path = g_strdup (path);
  job->reason = muster_text_row_dup_text (self->reason);
  job->words = forms[form].redacted ? muster_bundle_split_words (names) : NULL;
  job->request = (MusterBundleExport) { job->number, job->path, forms[form].format, forms[form].redacted, (const char *const *) job->words, job->reason, forms[form].prints,
                                        !forms[form].redacted && adw_switch_row_get_active (self->complainant) };
  return job;
}

static char *
dup_name (MusterBundleDialog *self)
{
  guint form = get_form (self);

  return g_strdup_printf (forms[form].redacted ? _("Hearing bundle %s, redacted.%s") : _("Hearing bundle %s.%s"), self->number, muster_bundle_format_to_code (forms[form].format));
}

/* Whether it can be asked for; what speaks against it stands at its field. */
static gboolean
check (MusterBundleDialog *self, const Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterRedactor) redactor = NULL;

  if (muster_bundle_check_request (&job->request, &error))
    return TRUE;
  redactor = muster_redactor_new (job->request.redacted, job->request.words, NULL);
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (redactor != NULL ? self->reason : self->names));
  return FALSE;
}

static char *
dup_done_text (const Job *job)
{
  guint n = job->result.n_pages;

  if (job->request.prints)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Hearing bundle sent to the printer: %u page", "Hearing bundle sent to the printer: %u pages", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Hearing bundle saved: %u page", "Hearing bundle saved: %u pages", n), n);
}

/* A name that was to be withheld and is written otherwise would leave with it. */
static void
announce (MusterBundleDialog *self, const Job *job)
{
  const MusterBundleResult *result = &job->result;
  g_autofree char *text = dup_done_text (job);
  g_autofree char *warning = result->unfound->len > 0 ? g_strdup_printf (_("Hearing bundle made, but “%s” stands nowhere in the case. Read it before it leaves"), (const char *) result->unfound->pdata[0]) : NULL;
  g_autofree char *closed = result->n_withheld > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Hearing bundle made without %u part of the case that is closed to you", "Hearing bundle made without %u parts of the case that are closed to you", result->n_withheld), result->n_withheld) : NULL;

  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), warning != NULL ? warning : closed != NULL ? closed
                                                                                                             : text);
}

/* Takes @job. */
static void
finish (MusterBundleDialog *self, Job *job, gboolean done, const GError *error)
{
  g_autoptr (Job) over = job;

  if (self->group == NULL)
    return;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (!done)
    {
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
      return;
    }
  announce (self, over);
  muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBundleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_printer_send_finish (MUSTER_PRINTER (source), result, &error);

  finish (self, g_steal_pointer (&self->job), done, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBundleDialog) self = user_data;
  Job *job = self->job;
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result.file, job->path, &error);

  if (done && job->request.prints)
    {
      g_autoptr (GFile) file = g_file_new_for_path (job->path);

      muster_printer_send_async (self->printer, file, sent_cb, g_object_ref (self));
      return;
    }
  finish (self, g_steal_pointer (&self->job), done, error);
}

static void
run (MusterBundleDialog *self, Job *job)
{
  self->job = job;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  muster_store_run_async (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), &muster_export_bundle, &job->request, &job->result, NULL, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
printer_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBundleDialog) self = user_data;
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
choose_printer (MusterBundleDialog *self, const char *name)
{
  g_clear_object (&self->printer);
  self->printer = muster_printer_new (name, GTK_WIDGET (self));
  muster_printer_choose_async (self->printer, printer_chosen_cb, g_object_ref (self));
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBundleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->group == NULL)
    return;
  if (file != NULL)
    muster_bundle_dialog_save_to (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
muster_bundle_dialog_submit (MusterFormDialog *dialog)
{
  MusterBundleDialog *self = MUSTER_BUNDLE_DIALOG (dialog);
  g_autofree char *name = dup_name (self);
  Job *job = job_new (self, name);
  g_autoptr (GtkFileDialog) chooser = NULL;
  gboolean is_good = check (self, job);

  job->request.prints = FALSE; /* nothing was written */
  job_free (job);
  if (!is_good)
    return;
  if (forms[get_form (self)].prints)
    {
      choose_printer (self, name);
      return;
    }
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _("Where the Bundle Goes"));
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
muster_bundle_dialog_dispose (GObject *object)
{
  g_clear_object (&MUSTER_BUNDLE_DIALOG (object)->printer);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_BUNDLE_DIALOG);
  G_OBJECT_CLASS (muster_bundle_dialog_parent_class)->dispose (object);
}

static void
muster_bundle_dialog_finalize (GObject *object)
{
  g_free (MUSTER_BUNDLE_DIALOG (object)->number);
  G_OBJECT_CLASS (muster_bundle_dialog_parent_class)->finalize (object);
}

static void
muster_bundle_dialog_class_init (MusterBundleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_bundle_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_bundle_dialog_finalize;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_bundle_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-bundle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterBundleDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterBundleDialog, form);
  gtk_widget_class_bind_template_child (widget_class, MusterBundleDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MusterBundleDialog, names);
  gtk_widget_class_bind_template_child (widget_class, MusterBundleDialog, complainant);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
}

static void
muster_bundle_dialog_init (MusterBundleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_bundle_dialog_new (MusterStore *store, const char *number)
{
  MusterBundleDialog *self = g_object_new (MUSTER_TYPE_BUNDLE_DIALOG, "store", store, "title", _("Hearing Bundle"), "verb", _("_Save…"), NULL);

  self->number = g_strdup (number);
  form_changed_cb (self);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

void
muster_bundle_dialog_save_to (MusterBundleDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  Job *job;

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("This place is not on this computer. Choose a folder that is."));
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
      return;
    }
  job = job_new (self, g_file_peek_path (file));
  if (!check (self, job))
    {
      job_free (job);
      return;
    }
  run (self, job);
}
