/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-follow-up-dialog.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-follow-up-rule.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-follow-up-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-rules-table.h"

struct _MusterFollowUpDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *choice;
  MusterDateRow *day;
  MusterTextRow *text;
  MusterTextRow *reason;

  MusterFollowUpPurpose purpose;
  gint64 action_id;
};

G_DEFINE_FINAL_TYPE (MusterFollowUpDialog, muster_follow_up_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  const char *title;
  const char *verb;
  const char *announcement;
  const char *day;
  const char *text;
  const char *explanation; /* %NULL: by what is in the register */
  const char *choices[4];
} Purpose;

static const Purpose purposes[] = {
  [MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK] = {
    N_("Plan Check"),
    N_("_Plan"),
    N_("Check planned"),
    N_("Check on"),
    N_("By what it is to be known"),
    N_("Whether what was done had its effect: something that can be seen or counted. Someone other than the person who did the steps records what the check finds."),
    { NULL },
  },
  [MUSTER_FOLLOW_UP_PURPOSE_RECORD_CHECK] = {
    N_("Record Check"),
    N_("_Record"),
    N_("Check recorded"),
    N_("Checked on"),
    N_("What was found"),
    NULL,
    { N_("It worked"), N_("It did not work"), NULL },
  },
  [MUSTER_FOLLOW_UP_PURPOSE_EXTEND] = {
    N_("Ask for Extension"),
    N_("_Ask"),
    N_("Extension asked for"),
    N_("Until"),
    N_("Why it needs longer"),
    N_("The day it is due changes when somebody else approves it."),
    { NULL },
  },
  [MUSTER_FOLLOW_UP_PURPOSE_RESPOND] = {
    N_("Record Response"),
    N_("_Record"),
    N_("Response recorded"),
    N_("On"),
    N_("What the person said"),
    N_("What the person makes of it, as it was said. It stays with the action."),
    { N_("Acknowledged the notice"), N_("Would not take it"), N_("Answered"), NULL },
  },
};

typedef struct
{
  MusterCheckPlan plan;
  MusterCheckResult result;
  MusterExtensionRequest extension;
  MusterActionResponse response;
  char *text;
  char *reason;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->text);
  g_free (request->reason);
  g_free (request);
}

/* As the dialog lists them. */
static const MusterFollowUpState responses[] = { MUSTER_FOLLOW_UP_ACKNOWLEDGED, MUSTER_FOLLOW_UP_REFUSED, MUSTER_FOLLOW_UP_ANSWERED };

static void
run (MusterFollowUpDialog *self, const GDate *day)
{
  MusterFormDialog *dialog = MUSTER_FORM_DIALOG (self);
  Request *request = g_new0 (Request, 1);

  request->text = muster_text_row_dup_text (self->text);
  request->reason = gtk_widget_get_visible (GTK_WIDGET (self->reason)) ? muster_text_row_dup_text (self->reason) : NULL;
  request->plan = (MusterCheckPlan) { self->action_id, request->text, *day, request->reason };
  request->result = (MusterCheckResult) { self->action_id, adw_combo_row_get_selected (self->choice) == 0, request->text, *day };
  if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_RESPOND)
    request->response = (MusterActionResponse) { self->action_id, responses[adw_combo_row_get_selected (self->choice)], request->text, *day };
  request->extension = (MusterExtensionRequest) { self->action_id, *day, request->text };
  if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK)
    muster_form_dialog_run (dialog, &muster_plan_check, &request->plan, NULL, request, request_free);
  else if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_EXTEND)
    muster_form_dialog_run (dialog, &muster_ask_extension, &request->extension, NULL, request, request_free);
  else if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_RESPOND)
    muster_form_dialog_run (dialog, &muster_record_response, &request->response, NULL, request, request_free);
  else
    muster_form_dialog_run (dialog, &muster_record_check, &request->result, NULL, request, request_free);
}

static void
muster_follow_up_dialog_submit (MusterFormDialog *dialog)
{
  MusterFollowUpDialog *self = MUSTER_FOLLOW_UP_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  GDate day;

  if (muster_date_row_get_date (self->day, &day, &error))
    run (self, &day);
  else
    muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->day));
}

static void
muster_follow_up_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_FOLLOW_UP_DIALOG);
  G_OBJECT_CLASS (muster_follow_up_dialog_parent_class)->dispose (object);
}

static void
muster_follow_up_dialog_class_init (MusterFollowUpDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_follow_up_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_follow_up_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-follow-up-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpDialog, text);
  gtk_widget_class_bind_template_child (widget_class, MusterFollowUpDialog, reason);
}

static void
muster_follow_up_dialog_init (MusterFollowUpDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_words (MusterFollowUpDialog *self)
{
  const Purpose *words = &purposes[self->purpose];
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  for (guint i = 0; words->choices[i] != NULL; i++)
    gtk_string_list_append (choices, _(words->choices[i]));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (choices));
  gtk_widget_set_visible (GTK_WIDGET (self->choice), words->choices[0] != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), self->purpose == MUSTER_FOLLOW_UP_PURPOSE_RESPOND ? _("Response") : _("Result"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day), _(words->day));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text), _(words->text));
  muster_row_group_describe (self->group, NULL, words->explanation != NULL ? _(words->explanation) : NULL);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _(words->announcement));
  adw_dialog_set_focus (ADW_DIALOG (self), words->choices[0] != NULL ? GTK_WIDGET (self->choice) : GTK_WIDGET (self->text));
}

/* What was planned stands there, to be changed. */
static void
show_planned (MusterFollowUpDialog *self, const MusterFollowUp *check)
{
  adw_dialog_set_title (ADW_DIALOG (self), _("Plan Check Anew"));
  muster_row_group_describe (self->group, NULL, _("It takes the place of the check that is planned, which stays to be read."));
  muster_text_row_set_text (self->text, check->text);
  muster_date_row_set_date (self->day, &check->due);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), TRUE);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->reason));
}

/* By what the check was to be known, and the day that comes to mind first. */
static void
show_action (MusterFollowUpDialog *self, const MusterCorrectiveAction *action, MusterRulePack *pack)
{
  const MusterFollowUp *check = muster_follow_up_find_pending (action, MUSTER_FOLLOW_UP_CHECK);
  GDate today, day;

  muster_gui_text_get_today (&today);
  day = today;
  if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK)
    muster_follow_up_get_check_due (action, pack, &today, &day);
  else if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_RECORD_CHECK && check != NULL)
    muster_row_group_describe (self->group, NULL, check->text);
  if (self->purpose != MUSTER_FOLLOW_UP_PURPOSE_EXTEND)
    muster_date_row_set_date (self->day, &day);
  if (self->purpose == MUSTER_FOLLOW_UP_PURPOSE_PLAN_CHECK && check != NULL)
    show_planned (self, check);
}

AdwDialog *
muster_follow_up_dialog_new (MusterStore *store, MusterFollowUpPurpose purpose, gint64 action_id)
{
  const Purpose *words = &purposes[purpose];
  MusterFollowUpDialog *self = g_object_new (MUSTER_TYPE_FOLLOW_UP_DIALOG, "store", store, "title", _(words->title), "verb", _(words->verb), NULL);
  g_autoptr (MusterCorrectiveAction) action = NULL;
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);
  g_autoptr (MusterRulePack) pack = NULL;
  GDate today;

  self->purpose = purpose;
  self->action_id = action_id;
  show_words (self);
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
