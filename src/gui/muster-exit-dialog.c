/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-exit-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-exit-operations.h"

struct _MusterExitDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *outcome;
  MusterDateRow *on;
  AdwEntryRow *doer;
  MusterTextRow *note;

  gint64 assister_id;
  MusterAssisterType type;
  MusterExitItemCode code;
  gboolean opens;
};

G_DEFINE_FINAL_TYPE (MusterExitDialog, muster_exit_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterExitRequest input;
  char *doer;
  char *note;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->doer);
  g_free (request->note);
  g_free (request);
}

static MusterExitOutcome
get_outcome (MusterExitDialog *self)
{
  return self->opens ? MUSTER_EXIT_ITEM_REOPENED : adw_combo_row_get_selected (self->outcome);
}

/* What was done has a day and a name; the rest has a reason. */
static void
outcome_changed_cb (MusterExitDialog *self)
{
  gboolean done = get_outcome (self) == MUSTER_EXIT_ITEM_DONE;

  gtk_widget_set_visible (GTK_WIDGET (self->on), done);
  gtk_widget_set_visible (GTK_WIDGET (self->doer), done);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), done ? _("Note") : _("Why"));
}

static void
muster_exit_dialog_submit (MusterFormDialog *dialog)
{
  MusterExitDialog *self = MUSTER_EXIT_DIALOG (dialog);
  gboolean done = get_outcome (self) == MUSTER_EXIT_ITEM_DONE;
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate on;

  g_date_clear (&on, 1);
  if (done && !muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->on));
      return;
    }
  request = g_new0 (Request, 1);
  request->doer = done ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->doer))) : NULL;
  request->note = muster_text_row_dup_text (self->note);
  request->input = (MusterExitRequest) { self->assister_id, self->type, self->code, get_outcome (self), on, request->doer, request->note };
  muster_form_dialog_run (dialog, &muster_record_exit_item, &request->input, NULL, request, request_free);
}

static void
muster_exit_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_EXIT_DIALOG);
  G_OBJECT_CLASS (muster_exit_dialog_parent_class)->dispose (object);
}

static void
muster_exit_dialog_class_init (MusterExitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_exit_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_exit_dialog_submit;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-exit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterExitDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterExitDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, MusterExitDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterExitDialog, doer);
  gtk_widget_class_bind_template_child (widget_class, MusterExitDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
}

static void
muster_exit_dialog_init (MusterExitDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (MusterExitDialog *self)
{
  const char *const outcomes[] = { muster_exit_outcome_get_label (MUSTER_EXIT_ITEM_DONE), muster_exit_outcome_get_label (MUSTER_EXIT_ITEM_NOT_NEEDED), NULL };
  g_autoptr (GtkStringList) labels = gtk_string_list_new (outcomes);
  GDate today;

  muster_gui_text_get_today (&today);
  muster_row_group_describe (self->group, NULL, muster_exit_item_code_get_label (self->code));
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (labels));
  muster_date_row_set_date (self->on, &today);
  gtk_editable_set_text (GTK_EDITABLE (self->doer), muster_store_get_account (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)))->full_name);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), !self->opens);
  outcome_changed_cb (self);
}

AdwDialog *
muster_exit_dialog_new (MusterStore *store, gint64 assister_id, MusterAssisterType type, MusterExitItemCode code, gboolean opens)
{
  MusterExitDialog *self = g_object_new (MUSTER_TYPE_EXIT_DIALOG, "store", store, "title", opens ? _("Open the Item Again") : _("Exit Checklist"), "verb", opens ? _("_Open Again") : _("_Record"), NULL);

  self->assister_id = assister_id;
  self->type = type;
  self->code = code;
  self->opens = opens;
  fill (self);
  adw_dialog_set_focus (ADW_DIALOG (self), opens ? GTK_WIDGET (self->note) : GTK_WIDGET (self->outcome));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Exit checklist recorded"));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
