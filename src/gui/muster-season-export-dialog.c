/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-export-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-export.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-season-calendar.h"

/* An export on its way. */
typedef struct
{
  MusterSeasonExport request; /* points to what follows */
  MusterExportResult result;
  MusterStore *store;
  GDate on;
  char *path;
  char *reason;
} Job;

struct _MusterSeasonExportDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwSwitchRow *names;
  MusterTextRow *reason;

  MusterSeasonExportKind kind;
  Job *job; /* under way, with names */
};

G_DEFINE_FINAL_TYPE (MusterSeasonExportDialog, muster_season_export_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  const char *title;
  const char *explanation;
  const char *place;
  const char *file_name; /* translated, without the day */
  const char *ending;
  const char *announcement;
} Words;

static const Words words_known[] = {
  [MUSTER_SEASON_EXPORT_LETTERS] = {
    N_("Export for Reminder Letters"),
    N_("A CSV file for mail merge: everybody who is behind, with e-mail address, agency, what is lacking, and the deadline. It is not protected. The journal keeps who exported it, and why."),
    N_("Where the Letters Go"),
    N_("reminders"),
    ".csv",
    N_("Exported for letters"),
  },
  [MUSTER_SEASON_EXPORT_CALENDAR] = {
    N_("Save Calendar File"),
    N_("The days on which the season opens and is due, and on which licenses end, for any calendar program."),
    N_("Where the Calendar Goes"),
    N_("recertification"),
    ".ics",
    N_("Calendar saved"),
  },
};

static void
job_free (gpointer data)
{
  Job *job = data;

  muster_export_result_clear (&job->result);
  g_object_unref (job->store);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

static gboolean
has_names (MusterSeasonExportDialog *self)
{
  return self->kind == MUSTER_SEASON_EXPORT_LETTERS || adw_switch_row_get_active (self->names);
}

static gboolean
check (MusterSeasonExportDialog *self)
{
  g_autofree char *reason = muster_text_row_dup_text (self->reason);
  g_autoptr (GError) error = NULL;

  if (!has_names (self) || muster_export_check_reason (reason, &error))
    return TRUE;
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->reason));
  return FALSE;
}

static Job *
job_new (MusterSeasonExportDialog *self, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->store = g_object_ref (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)));
  job->path = g_strdup (path);
  job->reason = muster_text_row_dup_text (self->reason);
  job->request = (MusterSeasonExport) { .kind = self->kind, .path = job->path, .agency = muster_store_get_agency (job->store), .reason = job->reason };
  muster_gui_text_get_today (&job->on);
  return job;
}

static void
end (MusterSeasonExportDialog *self, gboolean done, const GError *error)
{
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), FALSE);
  if (done)
    muster_form_dialog_finish (MUSTER_FORM_DIALOG (self));
  else
    muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSeasonExportDialog) self = user_data;
  Job *job = g_steal_pointer (&self->job);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_store_run_finish (MUSTER_STORE (source), result, &error) && muster_export_put_in_place (&job->result, job->path, &error);

  if (self->group != NULL)
    end (self, done, error);
}

static gboolean
write_numbers (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  const MusterSeasonCalendar wanted = { .on = &job->on, .agency = job->request.agency, .time = g_get_real_time (), .is_practice = muster_store_is_practice (job->store) };
  MusterDatabase *database = muster_store_read (job->store, error);
  g_autoptr (GBytes) content = NULL;
  guint n_people;

  if (database == NULL)
    return FALSE;
  content = muster_season_calendar_make (database, &wanted, &n_people, cancellable, error);
  muster_store_read_done (job->store, database);
  return content != NULL && muster_export_write (job->path, content, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterSeasonExportDialog *self = MUSTER_SEASON_EXPORT_DIALOG (source);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (self->group != NULL)
    end (self, done, error);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MusterSeasonExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (self->group == NULL)
    return;
  if (file != NULL)
    muster_season_export_dialog_export_to (self, file);
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
muster_season_export_dialog_submit (MusterFormDialog *dialog)
{
  MusterSeasonExportDialog *self = MUSTER_SEASON_EXPORT_DIALOG (dialog);
  const Words *words = &words_known[self->kind];
  g_autoptr (GtkFileDialog) chooser = NULL;
  g_autofree char *name = NULL, *day = NULL;
  GDate today;

  if (!check (self))
    return;
  muster_gui_text_get_today (&today);
  day = muster_date_to_iso (&today);
  name = g_strconcat (_(words->file_name), "-", day, words->ending, NULL);
  chooser = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (chooser, _(words->place));
  gtk_file_dialog_set_initial_name (chooser, name);
  gtk_file_dialog_save (chooser, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, place_chosen_cb, g_object_ref (self));
}

static void
names_cb (MusterSeasonExportDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), has_names (self));
}

static void
muster_season_export_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SEASON_EXPORT_DIALOG);
  G_OBJECT_CLASS (muster_season_export_dialog_parent_class)->dispose (object);
}

static void
muster_season_export_dialog_class_init (MusterSeasonExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_season_export_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_season_export_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-season-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonExportDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonExportDialog, names);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonExportDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, names_cb);
}

static void
muster_season_export_dialog_init (MusterSeasonExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_season_export_dialog_new (MusterStore *store, MusterSeasonExportKind kind)
{
  const Words *words = &words_known[kind];
  MusterSeasonExportDialog *self = g_object_new (MUSTER_TYPE_SEASON_EXPORT_DIALOG, "store", store, "title", _(words->title), "verb", _("_Save…"), NULL);

  self->kind = kind;
  muster_row_group_describe (self->group, NULL, _(words->explanation));
  gtk_widget_set_visible (GTK_WIDGET (self->names), kind == MUSTER_SEASON_EXPORT_CALENDAR && muster_store_may (store, "export-season"));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), muster_store_may (store, "export-season"));
  names_cb (self);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _(words->announcement));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

void
muster_season_export_dialog_export_to (MusterSeasonExportDialog *self, GFile *file)
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
  job = job_new (self, g_file_peek_path (file));
  muster_form_dialog_set_busy (MUSTER_FORM_DIALOG (self), TRUE);
  if (!has_names (self))
    {
      muster_background_run (self, write_numbers, job, job_free, NULL, written_cb, NULL);
      return;
    }
  self->job = job;
  muster_store_run_async (job->store, &muster_export_season, &job->request, &job->result, job, job_free, NULL, exported_cb, g_object_ref (self));
}
