/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-action-dialog.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-rule-text.h"
#include "gui/muster-choice-factory.h"
#include "gui/muster-citation-ask.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-text-row.h"
#include "operations/muster-action-operations.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"
#include "store/muster-rules-table.h"

struct _MusterActionDialog
{
  MusterFormDialog parent_instance;

  AdwPreferencesGroup *person;
  MusterTextRow *finding;
  MusterTextRow *cause;
  MusterTextRow *unacknowledged;
  MusterClausePicker *clauses;
  AdwPreferencesGroup *consequences;
  AdwComboRow *severity;
  MusterDateRow *due;
  MusterTextRow *due_reason;
  AdwComboRow *restriction;
  MusterTextRow *limits;

  MusterRulePack *pack; /* in force; NULL if the register could not be read */
  gint64 assister_id;
  gint64 incident_id; /* it comes from; 0: none */
  gint64 action_id;
  GDate default_due; /* as long as nobody typed another */
  gboolean filling;
  gboolean severity_is_chosen;
};

G_DEFINE_FINAL_TYPE (MusterActionDialog, muster_action_dialog, MUSTER_TYPE_FORM_DIALOG)

typedef struct
{
  MusterOpenAction input;
  char **clauses;
  char *finding;
  char *cause;
  char *due_reason;
  char *limits;
  char *unacknowledged;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_strfreev (request->clauses);
  g_free (request->finding);
  g_free (request->cause);
  g_free (request->due_reason);
  g_free (request->limits);
  g_free (request->unacknowledged);
  g_free (request);
}

static MusterSeverity
get_severity (MusterActionDialog *self)
{
  return MUSTER_SEVERITY_1 + adw_combo_row_get_selected (self->severity);
}

static const MusterSeverityRule *
get_rule (MusterActionDialog *self)
{
  return muster_rule_pack_get_severity (self->pack, get_severity (self));
}

/* Lighter ones than the severity's least are not offered. */
static MusterRestriction
get_restriction (MusterActionDialog *self)
{
  return get_rule (self)->least_restriction + adw_combo_row_get_selected (self->restriction);
}

static void
show_source (MusterActionDialog *self)
{
  const MusterSeverityRule *rule = get_rule (self);
  g_autofree char *days = muster_rule_days_dup_text (&rule->due);
  g_autofree char *text = NULL;

  /* Translators: severity, “10 business days”, where the number comes from, name of the rule pack */
  text = g_strdup_printf (rule->due.source.verified ? _("%s is due within %s. Source: %s (rule pack %s).") : _("%s is due within %s. Source: %s, not verified (rule pack %s)."),
                          muster_severity_to_code (get_severity (self)), days, rule->due.source.citation, muster_rule_pack_get_name (self->pack));
  muster_row_group_describe (self->consequences, NULL, text);
}

static void
get_usual_due (MusterActionDialog *self, GDate *due)
{
  GDate today;

  muster_gui_text_get_today (&today);
  muster_corrective_action_get_usual_due (self->pack, get_severity (self), &today, due);
}

/* A day that somebody typed stays. */
static void
show_due (MusterActionDialog *self)
{
  GDate shown;

  if (!muster_date_row_get_date (self->due, &shown, NULL) || !muster_date_equal (&shown, &self->default_due))
    return;
  get_usual_due (self, &self->default_due);
  muster_date_row_set_date (self->due, &self->default_due);
}

/* Only a day that is later than by the rules needs the reason. */
static gboolean
is_late (MusterActionDialog *self)
{
  GDate shown, usual;

  get_usual_due (self, &usual);
  return muster_date_row_get_date (self->due, &shown, NULL) && g_date_valid (&shown) && g_date_compare (&shown, &usual) > 0;
}

static void
due_changed_cb (MusterActionDialog *self)
{
  if (!self->filling && self->pack != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->due_reason), is_late (self));
}

static void
restriction_chosen_cb (MusterActionDialog *self)
{
  static const char *const effects[] = {
    [MUSTER_RESTRICTION_NONE] = N_("The person may go on assisting"),
    [MUSTER_RESTRICTION_LIMITED] = N_("“May assist” becomes “within limits” at once"),
    [MUSTER_RESTRICTION_STOP_WORK] = N_("“May assist” becomes “No” at once"),
  };

  if (self->filling || self->pack == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->limits), get_restriction (self) == MUSTER_RESTRICTION_LIMITED);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->restriction), _(effects[get_restriction (self)]));
}

static void
fill_restrictions (MusterActionDialog *self)
{
  const MusterSeverityRule *rule = get_rule (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = rule->least_restriction; i <= MUSTER_RESTRICTION_STOP_WORK; i++)
    gtk_string_list_append (labels, muster_restriction_get_label (i));
  self->filling = TRUE;
  adw_combo_row_set_model (self->restriction, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->restriction, rule->restriction - rule->least_restriction);
  self->filling = FALSE;
  restriction_chosen_cb (self);
}

static void
show_consequences (MusterActionDialog *self)
{
  if (self->pack == NULL)
    return;
  show_source (self);
  show_due (self);
  due_changed_cb (self);
  fill_restrictions (self);
}

static void
severity_chosen_cb (MusterActionDialog *self)
{
  if (self->filling)
    return;
  self->severity_is_chosen = TRUE;
  show_consequences (self);
}

/* What is usual for the clauses, until somebody says otherwise. */
static void
clauses_changed_cb (MusterActionDialog *self)
{
  int usual = muster_clause_picker_get_usual_severity (self->clauses);

  if (self->severity_is_chosen || usual == 0)
    return;
  self->filling = TRUE;
  adw_combo_row_set_selected (self->severity, usual - MUSTER_SEVERITY_1);
  self->filling = FALSE;
  show_consequences (self);
}

static void
fill_severities (MusterActionDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = MUSTER_SEVERITY_1; i <= MUSTER_SEVERITY_4; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s  %s", muster_severity_to_code (i), muster_severity_get_label (i));

      gtk_string_list_append (labels, label);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->severity, G_LIST_MODEL (labels));
  self->filling = FALSE;
}

static void
muster_action_dialog_submit (MusterFormDialog *dialog)
{
  MusterActionDialog *self = MUSTER_ACTION_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  MusterCiting citing;
  Request *request;
  GDate due;

  if (!muster_date_row_get_date (self->due, &due, &error))
    {
      muster_form_dialog_fail (dialog, error, GTK_WIDGET (self->due));
      return;
    }
  request = g_new0 (Request, 1);
  request->clauses = muster_clause_picker_dup_ids (self->clauses);
  request->finding = muster_text_row_dup_text (self->finding);
  request->cause = muster_text_row_dup_text (self->cause);
  request->due_reason = is_late (self) ? muster_text_row_dup_text (self->due_reason) : NULL;
  request->limits = get_restriction (self) == MUSTER_RESTRICTION_LIMITED ? muster_text_row_dup_text (self->limits) : NULL;
  request->unacknowledged = muster_text_row_dup_text (self->unacknowledged);
  request->input = (MusterOpenAction) {
    .assister_id = self->assister_id,
    .clauses = (const char *const *) request->clauses,
    .severity = get_severity (self),
    .finding = request->finding,
    .cause = request->cause,
    .due = due,
    .due_reason = request->due_reason,
    .restriction = get_restriction (self),
    .restriction_text = request->limits,
    .incident_id = self->incident_id,
    .unacknowledged = request->unacknowledged,
  };
  citing = (MusterCiting) { .assister_id = self->assister_id, .clauses = request->input.clauses, .incident_id = self->incident_id, .despite = request->unacknowledged };
  if (!muster_citation_ask (dialog, self->unacknowledged, &citing))
    {
      request_free (request);
      return;
    }
  muster_form_dialog_run (dialog, &muster_open_action, &request->input, &self->action_id, request, request_free);
}

static void
muster_action_dialog_dispose (GObject *object)
{
  g_clear_pointer (&MUSTER_ACTION_DIALOG (object)->pack, muster_rule_pack_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ACTION_DIALOG);
  G_OBJECT_CLASS (muster_action_dialog_parent_class)->dispose (object);
}

static void
muster_action_dialog_class_init (MusterActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_action_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_action_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_CLAUSE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, person);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, finding);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, cause);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, unacknowledged);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, clauses);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, consequences);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, due);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, due_reason);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, restriction);
  gtk_widget_class_bind_template_child (widget_class, MusterActionDialog, limits);
  gtk_widget_class_bind_template_callback (widget_class, severity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, restriction_chosen_cb);
}

static void
muster_action_dialog_init (MusterActionDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  muster_choice_factory_set_up (self->severity);
  g_date_clear (&self->default_due, 1);
  g_signal_connect_swapped (self->clauses, "changed", G_CALLBACK (clauses_changed_cb), self);
  muster_form_dialog_set_announcement (MUSTER_FORM_DIALOG (self), _("Corrective action opened"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->finding));
}

static gboolean
load_person (MusterActionDialog *self, MusterStore *store, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (MusterAssister) person = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GHashTable) wordings = NULL;
  g_autofree char *name = NULL;
  GDate today;

  if (database == NULL)
    return FALSE;
  muster_gui_text_get_today (&today);
  self->pack = muster_rules_table_load (database, &today, G_MAXINT64, error);
  person = self->pack != NULL ? muster_people_table_load (database, self->assister_id, error) : NULL;
  events = person != NULL ? muster_people_table_list_events (database, self->assister_id, error) : NULL;
  wordings = muster_wording_steps_load (database, NULL, &today, NULL);
  muster_store_read_done (store, database);
  if (events == NULL)
    return FALSE;
  name = muster_assister_dup_name (person);
  muster_row_group_describe (self->person, name, NULL);
  muster_clause_picker_fill (self->clauses, muster_data_get_clauses (), muster_certification_list_held (events));
  muster_clause_picker_show_wordings (self->clauses, wordings);
  return TRUE;
}

AdwDialog *
muster_action_dialog_new (MusterStore *store, gint64 assister_id)
{
  MusterActionDialog *self = g_object_new (MUSTER_TYPE_ACTION_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;

  self->assister_id = assister_id;
  fill_severities (self);
  if (load_person (self, store, &error))
    show_consequences (self);
  else
    muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
  return ADW_DIALOG (self);
}

/* What was substantiated is what the action is about. */
static void
show_incident (MusterActionDialog *self, const MusterIncident *incident)
{
  muster_text_row_set_text (self->finding, incident->narrative);
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];

      muster_clause_picker_set_ticked (self->clauses, clause->clause, clause->finding == MUSTER_FINDING_SUBSTANTIATED);
    }
}

AdwDialog *
muster_action_dialog_new_from (MusterStore *store, gint64 assister_id, gint64 incident_id)
{
  AdwDialog *dialog = muster_action_dialog_new (store, assister_id);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (MusterIncident) incident = database != NULL ? muster_incident_table_load (database, incident_id, NULL) : NULL;

  MUSTER_ACTION_DIALOG (dialog)->incident_id = incident_id;
  if (database != NULL)
    muster_store_read_done (store, database);
  if (incident != NULL)
    show_incident (MUSTER_ACTION_DIALOG (dialog), incident);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (dialog));
  return dialog;
}

gint64
muster_action_dialog_get_action_id (MusterActionDialog *self)
{
  return self->action_id;
}
