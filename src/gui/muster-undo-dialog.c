/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-undo-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-undo-import.h"

#define MAX_ROWS 100 /* of one kind; the numbers are said in full */
#define MASK "•••••••••"

struct _MusterUndoDialog
{
  MusterFormDialog parent_instance;

  gint64 import_id;
  MusterUndoPlan *plan; /* %NULL while it is being made */
  GCancellable *cancellable;
  gboolean submitted;
  GtkStack *stack;
  GtkLabel *summary;
  MusterRowGroup *conflicts;
  MusterRowGroup *kept;
  MusterRowGroup *people;
  MusterRowGroup *values;
  MusterTextRow *reason;
};

G_DEFINE_FINAL_TYPE (MusterUndoDialog, muster_undo_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterStore *store;
  gint64 import_id;
  MusterUndoPlan *plan;
} PlanJob;

typedef struct
{
  MusterUndoRequest input;
  MusterUndoResult output;
  char *digest;
  char *reason;
} Request;

static void
plan_job_free (gpointer data)
{
  PlanJob *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->plan, muster_undo_plan_free);
  g_free (job);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->output.plan, muster_undo_plan_free);
  g_free (request->digest);
  g_free (request->reason);
  g_free (request);
}

static gboolean
plan_work (gpointer data, GCancellable *cancellable, GError **error)
{
  PlanJob *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->plan = muster_undo_plan_new (database, job->import_id, NULL, NULL, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->plan != NULL;
}

/* Takes @sentence; one about none is left out. */
static void
append_sentence (GString *text, guint n, char *sentence)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
add_more (MusterRowGroup *group, guint n)
{
  g_autofree char *text = NULL;

  if (n <= MAX_ROWS)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "… and %'u more", "… and %'u more", n - MAX_ROWS), n - MAX_ROWS);
  muster_row_group_add_text (group, text, NULL);
}

static void
show_findings (MusterUndoDialog *self, MusterDatabase *database, MusterRowGroup *group, gboolean conflicts)
{
  guint n = 0;

  muster_row_group_begin (group);
  for (guint i = 0; i < self->plan->findings->len; i++)
    {
      const MusterUndoFinding *finding = self->plan->findings->pdata[i];
      g_autofree char *name = NULL;

      if (muster_undo_rule_is_conflict (finding->rule) != conflicts || n++ >= MAX_ROWS)
        continue;
      name = finding->name != NULL ? g_strdup (finding->name) : muster_gui_names_dup_listed (database, finding->person);
      muster_row_group_add_text (group, name, finding->message);
    }
  add_more (group, n);
  muster_row_group_end (group);
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

static void
show_people (MusterUndoDialog *self, MusterDatabase *database)
{
  g_autoptr (GArray) people = muster_undo_plan_list_people (self->plan);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->people), self->plan->takes_back ? _("Will Be Removed") : _("Will Come Back"), NULL);
  muster_row_group_begin (self->people);
  for (guint i = 0; i < MIN (people->len, MAX_ROWS); i++)
    {
      gint64 person = g_array_index (people, gint64, i);
      g_autofree char *name = muster_gui_names_dup_listed (database, person);
      g_autofree char *code = muster_assister_dup_code (person);

      muster_row_group_add_text (self->people, name, code);
    }
  add_more (self->people, people->len);
  muster_row_group_end (self->people);
  gtk_widget_set_visible (GTK_WIDGET (self->people), people->len > 0);
}

static const char *
get_shown (const MusterUndoValue *value, const char *text)
{
  if (text == NULL)
    return "—";
  if (value->field == MUSTER_FIELD_IGNORE)
    return text[0] == '1' ? _("active") : _("inactive");
  return value->field == MUSTER_FIELD_ASSISTER_ID ? MASK : text;
}

static void
show_values (MusterUndoDialog *self, MusterDatabase *database)
{
  guint n = 0;

  muster_row_group_begin (self->values);
  for (guint i = 0; i < self->plan->values->len; i++)
    {
      const MusterUndoValue *value = self->plan->values->pdata[i];
      g_autofree char *name = NULL, *title = NULL, *text = NULL;

      if (muster_undo_value_get_code (value) == NULL || n++ >= MAX_ROWS)
        continue;
      name = muster_gui_names_dup_listed (database, value->person);
      /* Translators: a person, and what of them */
      title = g_strdup_printf (_("%s: %s"), name, value->field == MUSTER_FIELD_IGNORE ? _("on the roster") : muster_import_field_get_label (value->field));
      text = g_strdup_printf (_("%s → %s"), get_shown (value, value->now), get_shown (value, value->back));
      muster_row_group_add_text (self->values, title, text);
    }
  add_more (self->values, n);
  muster_row_group_end (self->values);
  gtk_widget_set_visible (GTK_WIDGET (self->values), n > 0);
}

static void
show_summary (MusterUndoDialog *self)
{
  const MusterUndoPlan *plan = self->plan;
  g_autoptr (GString) text = g_string_new (NULL);

  append_sentence (text, plan->n_removed, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person whom this import added will be removed.", "%'u people whom this import added will be removed.", plan->n_removed), plan->n_removed));
  append_sentence (text, plan->n_returned, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person will come back.", "%'u people will come back.", plan->n_returned), plan->n_returned));
  append_sentence (text, plan->n_restored, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person will get earlier values back.", "%'u people will get earlier values back.", plan->n_restored), plan->n_restored));
  append_sentence (text, plan->n_conflicts, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u value stays as it is.", "%'u values stay as they are.", plan->n_conflicts), plan->n_conflicts));
  append_sentence (text, plan->n_kept, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u person stays because of what was done since.", "%'u people stay because of what was done since.", plan->n_kept), plan->n_kept));
  append_sentence (text, plan->n_removed, g_strdup (_("Agencies stay, including those that this import added.")));
  if (muster_undo_plan_is_empty (plan))
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", _("Nothing would change any more."));
  else
    g_string_append_printf (text, " %s", _("A copy of the register is kept first, and the undoing can be undone itself."));
  gtk_label_set_label (self->summary, text->str);
}

static void
show_plan (MusterUndoDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  if (database == NULL)
    {
      muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
      return;
    }
  show_summary (self);
  show_findings (self, database, self->conflicts, TRUE);
  show_findings (self, database, self->kept, FALSE);
  show_people (self, database);
  show_values (self, database);
  muster_store_read_done (store, database);
  gtk_stack_set_visible_child_name (self->stack, "plan");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_text (self->summary), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
planned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterUndoDialog *self = MUSTER_UNDO_DIALOG (source);
  PlanJob *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  if (self->stack == NULL || self->submitted || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!done)
    {
      muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
      return;
    }
  g_clear_pointer (&self->plan, muster_undo_plan_free);
  self->plan = g_steal_pointer (&job->plan);
  show_plan (self);
}

static void
make_plan (MusterUndoDialog *self)
{
  PlanJob *job;

  if (self->submitted)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  job = g_new0 (PlanJob, 1);
  job->store = g_object_ref (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)));
  job->import_id = self->import_id;
  muster_background_run (self, plan_work, job, plan_job_free, self->cancellable, planned_cb, NULL);
}

static void
muster_undo_dialog_submit (MusterFormDialog *dialog)
{
  MusterUndoDialog *self = MUSTER_UNDO_DIALOG (dialog);
  Request *request;

  if (self->plan == NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (MUSTER_ERROR, MUSTER_ERROR_BUSY, _("What would go back is still being looked up. Wait a moment."));

      muster_form_dialog_fail (dialog, error, NULL);
      return;
    }
  request = g_new0 (Request, 1);
  request->digest = g_strdup (self->plan->digest);
  request->reason = muster_text_row_dup_text (self->reason);
  request->input = (MusterUndoRequest) { self->import_id, request->digest, request->reason };
  self->submitted = TRUE;
  muster_form_dialog_run (dialog, &muster_undo_import, &request->input, &request->output, request, request_free);
}

static void
muster_undo_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (MUSTER_UNDO_DIALOG (dialog)->cancellable);
}

static void
muster_undo_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_UNDO_DIALOG);
  G_OBJECT_CLASS (muster_undo_dialog_parent_class)->dispose (object);
}

static void
muster_undo_dialog_finalize (GObject *object)
{
  MusterUndoDialog *self = MUSTER_UNDO_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->plan, muster_undo_plan_free);
  G_OBJECT_CLASS (muster_undo_dialog_parent_class)->finalize (object);
}

static void
muster_undo_dialog_class_init (MusterUndoDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_undo_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_undo_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = muster_undo_dialog_closed;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_undo_dialog_submit;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-undo-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, conflicts);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, kept);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, people);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, values);
  gtk_widget_class_bind_template_child (widget_class, MusterUndoDialog, reason);
}

static void
muster_undo_dialog_init (MusterUndoDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Import undone"));
}

AdwDialog *
muster_undo_dialog_new (MusterStore *store, gint64 import_id)
{
  MusterUndoDialog *self = g_object_new (MUSTER_TYPE_UNDO_DIALOG, "store", store, NULL);

  self->import_id = import_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (make_plan), self, G_CONNECT_SWAPPED);
  make_plan (self);
  return ADW_DIALOG (self);
}
