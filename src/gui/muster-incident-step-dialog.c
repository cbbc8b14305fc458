/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-incident-step-dialog.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "gui/muster-citation-ask.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-incident-operations.h"

typedef enum
{
  REPORT,
  FINDING,
  CLOSE,
} Purpose;

struct _MusterIncidentStepDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *group;
  GtkEditable *told;
  MusterDateRow *day;
  GtkEditable *minute;
  AdwComboRow *choice;
  MusterTextRow *note;
  MusterTextRow *unacknowledged;

  Purpose purpose;
  gint64 incident_id;
  MusterIncidentDuty duty;
  char *clause;
};

G_DEFINE_FINAL_TYPE (MusterIncidentStepDialog, muster_incident_step_dialog, MUSTER_TYPE_FORM_DIALOG)

static const struct
{
  const char *title;
  const char *verb;
  const char *announcement;
  const char *choice;
  const char *note;
} words[] = {
  [REPORT] = { N_("Record Report"), N_("_Record as Done"), N_("Report recorded"), "", N_("How, and what was said") },
  [FINDING] = { N_("Record Finding"), N_("_Record Finding"), N_("Finding recorded"), N_("Finding"), N_("What it rests on") },
  [CLOSE] = { N_("Close Incident"), N_("C_lose Incident"), N_("Incident closed"), N_("Outcome"), N_("What came of it") },
};

typedef struct
{
  union
  {
    MusterIncidentReportRequest report;
    MusterIncidentFindingRequest finding;
    MusterCloseIncident close;
  } input;
  char *told;
  char *note;
  char *clause;
  char *unacknowledged;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->told);
  g_free (request->note);
  g_free (request->clause);
  g_free (request->unacknowledged);
  g_free (request);
}

/* The first value of each is none that could be chosen. */
static guint
get_choice (MusterIncidentStepDialog *self)
{
  return adw_combo_row_get_selected (self->choice) + 1;
}

static void
submit_report (MusterIncidentStepDialog *self)
{
  MusterFormDialog *dialog = MUSTER_FORM_DIALOG (self);
  g_autoptr (GError) error = NULL;
  Request *request;
  MusterMoment at;

  muster_moment_clear (&at);
  if (!muster_date_row_get_date (self->day, &at.day, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->day));
      return;
    }
  if (!muster_minute_parse (gtk_editable_get_text (self->minute), &at.minute, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->minute));
      return;
    }
  request = g_new0 (Request, 1);
  request->told = g_strdup (gtk_editable_get_text (self->told));
  request->note = muster_text_row_dup_text (self->note);
  request->input.report = (MusterIncidentReportRequest) { self->incident_id, self->duty, request->told, at, request->note };
  muster_form_dialog_run (dialog, &muster_record_incident_report, &request->input, NULL, request, request_free);
}

static void
muster_incident_step_dialog_submit (MusterFormDialog *dialog)
{
  MusterIncidentStepDialog *self = MUSTER_INCIDENT_STEP_DIALOG (dialog);
  g_autofree char *unacknowledged = muster_text_row_dup_text (self->unacknowledged);
  Request *request;

  if (self->purpose == REPORT)
    {
      submit_report (self);
      return;
    }
  if (self->purpose == FINDING && get_choice (self) == MUSTER_FINDING_SUBSTANTIATED &&
      !muster_citation_ask_incident (dialog, self->unacknowledged, self->incident_id, self->clause, unacknowledged))
    return;
  request = g_new0 (Request, 1);
  request->note = muster_text_row_dup_text (self->note);
  request->unacknowledged = g_steal_pointer (&unacknowledged);
  request->clause = g_strdup (self->clause);
  if (self->purpose == FINDING)
    request->input.finding = (MusterIncidentFindingRequest) { self->incident_id, request->clause, get_choice (self), request->note, request->unacknowledged };
  else
    request->input.close = (MusterCloseIncident) { self->incident_id, get_choice (self), request->note };
  muster_form_dialog_run (dialog, self->purpose == FINDING ? &muster_incident_finding : &muster_close_incident, &request->input, NULL, request, request_free);
}

static void
muster_incident_step_dialog_dispose (GObject *object)
{
  g_clear_pointer (&MUSTER_INCIDENT_STEP_DIALOG (object)->clause, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_INCIDENT_STEP_DIALOG);
  G_OBJECT_CLASS (muster_incident_step_dialog_parent_class)->dispose (object);
}

static void
muster_incident_step_dialog_class_init (MusterIncidentStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_incident_step_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_incident_step_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-incident-step-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, group);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, told);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, day);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, minute);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, note);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentStepDialog, unacknowledged);
}

static void
muster_incident_step_dialog_init (MusterIncidentStepDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static MusterIncidentStepDialog *
dialog_new (MusterStore *store, Purpose purpose, gint64 incident_id, const char *description)
{
  MusterIncidentStepDialog *self = g_object_new (MUSTER_TYPE_INCIDENT_STEP_DIALOG, "store", store, "title", _(words[purpose].title), "verb", _(words[purpose].verb), NULL);

  self->purpose = purpose;
  self->incident_id = incident_id;
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _(words[purpose].announcement));
  if (purpose != REPORT)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->choice), _(words[purpose].choice));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _(words[purpose].note));
  gtk_widget_set_visible (GTK_WIDGET (self->told), purpose == REPORT);
  gtk_widget_set_visible (GTK_WIDGET (self->day), purpose == REPORT);
  gtk_widget_set_visible (GTK_WIDGET (self->minute), purpose == REPORT);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), purpose != REPORT);
  muster_row_group_describe (self->group, NULL, description);
  return self;
}

AdwDialog *
muster_incident_step_dialog_new_report (MusterStore *store, gint64 incident_id, MusterIncidentDuty duty, const char *title)
{
  MusterIncidentStepDialog *self = dialog_new (store, REPORT, incident_id, title);
  g_autofree char *minute = NULL;
  MusterMoment now;

  self->duty = duty;
  muster_incident_get_moment (g_get_real_time (), &now);
  minute = g_strdup_printf ("%02d:%02d", now.minute / 60, now.minute % 60);
  muster_gui_text_get_today (&now.day);
  muster_date_row_set_date (self->day, &now.day);
  gtk_editable_set_text (self->minute, minute);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->told));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

AdwDialog *
muster_incident_step_dialog_new_finding (MusterStore *store, gint64 incident_id, const char *clause)
{
  const MusterClause *found = muster_clause_catalogue_find (muster_data_get_clauses (), clause, NULL);
  g_autofree char *description = g_strdup_printf ("%s  %s", clause, found != NULL ? found->title : "");
  MusterIncidentStepDialog *self = dialog_new (store, FINDING, incident_id, description);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->clause = g_strdup (clause);
  for (guint i = 1; i < MUSTER_N_FINDINGS; i++)
    gtk_string_list_append (labels, muster_incident_finding_get_label (i));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (labels));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

AdwDialog *
muster_incident_step_dialog_new_close (MusterStore *store, gint64 incident_id)
{
  MusterIncidentStepDialog *self = dialog_new (store, CLOSE, incident_id, _("Each clause needs a finding and each report has to be made, unless it is a duplicate."));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 1; i < MUSTER_N_INCIDENT_OUTCOMES; i++)
    gtk_string_list_append (labels, muster_incident_outcome_get_label (i));
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (labels));
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
