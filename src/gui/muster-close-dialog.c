/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-close-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-late.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-action-operations.h"
#include "store/muster-cases-table.h"

struct _MusterCloseDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *outcome;
  MusterTextRow *note;
  MusterTextRow *late_reason;

  MusterCorrectiveAction *action;
};

G_DEFINE_FINAL_TYPE (MusterCloseDialog, muster_close_dialog, MUSTER_TYPE_FORM_DIALOG)

static const MusterOutcome outcomes[] = { MUSTER_OUTCOME_COMPLETED, MUSTER_OUTCOME_FAILED, MUSTER_OUTCOME_SUPERSEDED, MUSTER_OUTCOME_WAIVED };

typedef struct
{
  MusterCloseAction input;
  char *note;
  char *late_reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->note);
  g_free (request->late_reason);
  g_free (request);
}

static MusterOutcome
get_outcome (MusterCloseDialog *self)
{
  return outcomes[adw_combo_row_get_selected (self->outcome)];
}

/* What is to be said of the outcome: why it cannot be, or that it will be another one. The domain is asked with a note in place, since the note is still to be written. */
static char *
dup_remark (MusterCloseDialog *self, gboolean *possible)
{
  MusterRole role = muster_store_get_account (muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self)))->role;
  g_autoptr (GError) error = NULL;
  MusterOutcome actual;
  GDate today, due;

  muster_gui_text_get_today (&today);
  *possible = muster_corrective_action_check_close (self->action, get_outcome (self), "…", &today, role, &actual, &error);
  muster_late_find_closing_day (self->action, *possible ? actual : get_outcome (self), &due);
  gtk_widget_set_visible (GTK_WIDGET (self->late_reason), *possible && muster_late_is (&due, &today));
  if (!*possible)
    return g_strdup (error->message);
  if (actual == MUSTER_OUTCOME_LATE)
    return g_strdup (_("It is past the day it was due, so it will be recorded as completed late."));
  return NULL;
}

/* What becomes of a restriction. */
static const char *
get_ending (MusterOutcome outcome)
{
  if (outcome == MUSTER_OUTCOME_FAILED || outcome == MUSTER_OUTCOME_SUPERSEDED)
    return _("A restriction it brought does not end so: first something as strong has to stand in its place, another corrective action or a suspension.");
  return _("A restriction it brought ends, unless another open action keeps it.");
}

static void
outcome_changed_cb (MusterCloseDialog *self)
{
  g_autofree char *remark = NULL;
  gboolean possible;

  if (self->action == NULL)
    return;
  remark = dup_remark (self, &possible);
  muster_row_group_describe (self->group, NULL, remark != NULL ? remark : get_ending (get_outcome (self)));
  muster_form_dialog_set_possible (MUSTER_FORM_DIALOG (self), possible);
}

static void
muster_close_dialog_submit (MusterFormDialog *dialog)
{
  MusterCloseDialog *self = MUSTER_CLOSE_DIALOG (dialog);
  Request *request = g_new0 (Request, 1);

  request->note = muster_text_row_dup_text (self->note);
  request->late_reason = gtk_widget_get_visible (GTK_WIDGET (self->late_reason)) ? muster_text_row_dup_text (self->late_reason) : NULL;
  request->input = (MusterCloseAction) { self->action->id, get_outcome (self), request->note, request->late_reason };
  muster_form_dialog_run (dialog, &muster_close_action, &request->input, NULL, request, request_free);
}

static void
muster_close_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CLOSE_DIALOG);
  g_clear_pointer (&MUSTER_CLOSE_DIALOG (object)->action, muster_corrective_action_free);
  G_OBJECT_CLASS (muster_close_dialog_parent_class)->dispose (object);
}

static void
muster_close_dialog_class_init (MusterCloseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_close_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_close_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-close-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCloseDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterCloseDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, MusterCloseDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MusterCloseDialog, late_reason);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
}

static void
muster_close_dialog_init (MusterCloseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Corrective action closed"));
}

static void
fill_outcomes (MusterCloseDialog *self)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  MusterRole role = muster_store_get_account (store)->role;

  /* What is not everybody's comes last, so that a row's number stays that of its outcome. */
  for (guint i = 0; i < G_N_ELEMENTS (outcomes) && muster_outcome_check_role (outcomes[i], role, NULL); i++)
    gtk_string_list_append (labels, muster_outcome_get_label (outcomes[i]));
  adw_combo_row_set_model (self->outcome, G_LIST_MODEL (labels));
}

AdwDialog *
muster_close_dialog_new (MusterStore *store, gint64 action_id)
{
  MusterCloseDialog *self = g_object_new (MUSTER_TYPE_CLOSE_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  if (database != NULL)
    {
      self->action = muster_action_table_load (database, action_id, &error);
      muster_store_read_done (store, database);
    }
  fill_outcomes (self);
  if (self->action == NULL)
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  else
    outcome_changed_cb (self);
  return ADW_DIALOG (self);
}
