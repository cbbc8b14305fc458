/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-step-dialog.h"
#include "domain/muster-deadline.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-action-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-rules-table.h"

struct _MusterStepDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  MusterTextRow *what;
  GtkEditable *owner;
  MusterDateRow *due;
  MusterDateRow *on;
  MusterTextRow *note;

  MusterStepPurpose purpose;
  gint64 action_id;
  int position;
};

G_DEFINE_FINAL_TYPE (MusterStepDialog, muster_step_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  const char *title;
  const char *verb;
  const char *announcement;
  const MusterOperation *operation;
} Purpose;

static const Purpose purposes[] = {
  [MUSTER_STEP_PURPOSE_ADD] = { N_("Add Step"), N_("_Add Step"), N_("Step added"), &muster_add_step },
  [MUSTER_STEP_PURPOSE_COMPLETE] = { N_("Step Done"), N_("_Record as Done"), N_("Step recorded as done"), &muster_complete_step },
  [MUSTER_STEP_PURPOSE_VERIFY] = { N_("Verify Step"), N_("_Verify"), N_("Step verified"), &muster_verify_step },
};

typedef struct
{
  MusterActionStepRequest input;
  char *what;
  char *owner;
  char *note;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->what);
  g_free (request->owner);
  g_free (request->note);
  g_free (request);
}

static void
muster_step_dialog_submit (MusterFormDialog *dialog)
{
  MusterStepDialog *self = MUSTER_STEP_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  Request *request;
  GDate due, on;

  if (!muster_date_row_get_date (self->due, &due, &error) || !muster_date_row_get_date (self->on, &on, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->purpose == MUSTER_STEP_PURPOSE_ADD ? self->due : self->on));
      return;
    }
  request = g_new0 (Request, 1);
  request->what = muster_text_row_dup_text (self->what);
  request->owner = g_strdup (gtk_editable_get_text (self->owner));
  request->note = muster_text_row_dup_text (self->note);
  request->input = (MusterActionStepRequest) { self->action_id, self->position, request->what, request->owner, due, on, request->note };
  muster_form_dialog_run (dialog, purposes[self->purpose].operation, &request->input, NULL, request, request_free);
}

static void
muster_step_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_STEP_DIALOG);
  G_OBJECT_CLASS (muster_step_dialog_parent_class)->dispose (object);
}

static void
muster_step_dialog_class_init (MusterStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_step_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_step_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, what);
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, owner);
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, due);
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, on);
  gtk_widget_class_bind_template_child (widget_class, MusterStepDialog, note);
}

static void
muster_step_dialog_init (MusterStepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A step is due by the rule, but never after the whole. */
static void
show_default_due (MusterStepDialog *self, const MusterCorrectiveAction *action, MusterRulePack *pack)
{
  const MusterRuleDays *rule = &muster_rule_pack_get_severity (pack, action->severity)->step;
  GDate today, due;

  muster_gui_text_get_today (&today);
  muster_deadline_get_last (rule, &today, &due);
  muster_date_row_set_date (self->due, g_date_compare (&due, &action->due) < 0 ? &due : &action->due);
}

static void
show_step (MusterStepDialog *self, const MusterActionStep *step)
{
  g_autofree char *done = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  muster_date_row_set_date (self->on, &today);
  if (self->purpose == MUSTER_STEP_PURPOSE_COMPLETE)
    {
      done = g_strdup_printf (_("%d. %s"), step->position, step->what);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->on), _("Done on"));
    }
  else
    {
      done = g_strdup_printf (_("%d. %s\nEvidence: %s"), step->position, step->what, step->done_note != NULL ? step->done_note : "—");
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->on), _("Verified on"));
    }
  muster_row_group_describe (self->group, NULL, done);
}

static void
show_fields (MusterStepDialog *self)
{
  gboolean adds = self->purpose == MUSTER_STEP_PURPOSE_ADD;

  gtk_widget_set_visible (GTK_WIDGET (self->what), adds);
  gtk_widget_set_visible (GTK_WIDGET (self->owner), adds);
  gtk_widget_set_visible (GTK_WIDGET (self->due), adds);
  gtk_widget_set_visible (GTK_WIDGET (self->on), !adds);
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->purpose == MUSTER_STEP_PURPOSE_COMPLETE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (adds ? (gpointer) self->what : (gpointer) self->on));
}

static void
show_action (MusterStepDialog *self, const MusterCorrectiveAction *action, MusterRulePack *pack)
{
  if (self->purpose == MUSTER_STEP_PURPOSE_ADD)
    show_default_due (self, action, pack);
  else if (self->position >= 1 && self->position <= (int) action->steps->len)
    show_step (self, action->steps->pdata[self->position - 1]);
}

AdwDialog *
muster_step_dialog_new (MusterStore *store, MusterStepPurpose purpose, gint64 action_id, int position)
{
  const Purpose *words = &purposes[purpose];
  MusterStepDialog *self = g_object_new (MUSTER_TYPE_STEP_DIALOG, "store", store, "title", _(words->title), "verb", _(words->verb), NULL);
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (MusterRulePack) pack = NULL;
  GDate today;

  self->purpose = purpose;
  self->action_id = action_id;
  self->position = position;
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _(words->announcement));
  show_fields (self);
  if (database != NULL)
    {
      muster_gui_text_get_today (&today);
      pack = muster_rules_table_load (database, &today, G_MAXINT64, &error);
      action = pack != NULL ? muster_action_table_load (database, action_id, &error) : NULL;
      muster_store_read_done (store, database);
    }
  if (action != NULL)
    show_action (self, action, pack);
  else
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  return ADW_DIALOG (self);
}
