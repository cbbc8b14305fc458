/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-bundle-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-error.h"
#include "gui/muster-row-group.h"
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

  AdwPreferencesGroup *group;
  AdwComboRow *form;
  MusterTextRow *reason;
  MusterTextRow *names;

  char *number;
  Job *job; /* under way */
};

G_DEFINE_FINAL_TYPE (MusterBundleDialog, muster_bundle_dialog, MUSTER_TYPE_FORM_DIALOG)

/* In the order of the choice. */
static const struct
{
  MusterBundleFormat format;
  gboolean redacted;
  const char *explanation;
} forms[] = {
  { MUSTER_BUNDLE_ZIP, FALSE, N_("Everything that belongs to the case, with the letters and documents exactly as they are kept, and the hashes of all. It is not protected: whoever gets the file can read it.") },
  { MUSTER_BUNDLE_PDF, FALSE, N_("Everything that belongs to the case as one document; of letters and documents only names and hashes. It is not protected: whoever gets the file can read it.") },
  { MUSTER_BUNDLE_PDF, TRUE, N_("One document without who complained, what is told of incidents, addresses and identifiers. They are not in the file at all, and a log says what was left out. "
                                 "Muster does not know the names of clients: name those that stand in findings and reasons, and read the document before it leaves.") },
};

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_bundle_result_clear (&job->result);
  g_free (job->number);
  g_free (job->path);
  g_free (job->reason);
  g_strfreev (job->words);
  g_free (job);
}

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
  gtk_widget_set_visible (GTK_WIDGET (self->names), forms[form].redacted);
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
  job->request = (MusterBundleExport) { job->number, job->path, forms[form].format, forms[form].redacted, (const char *const *) job->words, job->reason };
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

/* A name that was to be withheld and is written otherwise would leave with it. */
static void
announce (MusterBundleDialog *self, const MusterBundleResult *result)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Hearing bundle saved: %u page", "Hearing bundle saved: %u pages", result->n_pages), result->n_pages);
  g_autofree char *warning = result->unfound->len > 0 ? g_strdup_printf (_("Hearing bundle saved, but “%s” stands nowhere in the case. Read it before it leaves"), (const char *) result->unfound->pdata[0]) : NULL;

  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), warning != NULL ? warning : text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterBundleDialog) self = user_data;
  Job *job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result.file, job->path, &error);

  if (self->group == NULL)
    return;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (!done)
    {
      muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
      return;
    }
  announce (self, &job->result);
  muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
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

  job_free (job);
  if (!is_good)
    return;
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _("Where the Bundle Goes"));
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
muster_bundle_dialog_dispose (GObject *object)
{
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
  self->job = job;
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  muster_store_run_async (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)), &muster_export_bundle, &job->request, &job->result, job, job_free, NULL, saved_cb, g_object_ref (self));
}
