/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-incident-page.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-rule-text.h"
#include "gui/muster-action-dialog.h"
#include "gui/muster-attachment-section.h"
#include "gui/muster-badge.h"
#include "gui/muster-case-access-section.h"
#include "gui/muster-case-rows.h"
#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-heading.h"
#include "gui/muster-incident-dialog.h"
#include "gui/muster-incident-step-dialog.h"
#include "gui/muster-incident-text.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-rules-table.h"

struct _MusterIncidentPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkLabel *number;
  GtkLabel *kind;
  MusterBadge *state;
  MusterBadge *severity;
  GtkWidget *buttons;
  GtkWidget *complete_button;
  GtkWidget *close_button;
  MusterRowGroup *clocks;
  MusterRowGroup *facts;
  MusterRowGroup *people;
  MusterRowGroup *clauses;
  MusterRowGroup *actions;
  MusterAttachmentSection *documents;
  MusterRowGroup *end;
  MusterCaseAccessSection *access;
  AdwStatusPage *problem;

  MusterStore *store;
  gint64 id;
  MusterRulePack *pack;
  MusterMoment now;
};

G_DEFINE_FINAL_TYPE (MusterIncidentPage, muster_incident_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
may (MusterIncidentPage *self, const MusterIncident *incident, const char *operation)
{
  return incident->state == MUSTER_INCIDENT_OPEN && muster_store_may (self->store, operation);
}

static GtkWidget *
make_button (const char *label, const char *about, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/* %NULL while nobody is named. */
static char *
dup_subjects (MusterDatabase *database, const MusterIncident *incident)
{
  g_autofree char *first = NULL;
  guint n = 0;

  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];

      if (!person->removed && n++ == 0)
        first = muster_gui_names_dup_person (database, person->assister_id);
    }
  if (n < 2)
    return g_steal_pointer (&first);
  /* Translators: a person, and how many others an incident is about */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %'u more", "%s and %'u more", n - 1), first, n - 1);
}

static void
show_head (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident, GArray *clocks)
{
  g_autofree char *subjects = dup_subjects (database, incident);
  g_autofree char *heading = muster_gui_names_dup_case (incident->number, subjects);
  const MusterIncidentClock *undone = muster_incident_find_undone (clocks);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), heading);
  gtk_label_set_text (self->number, heading);
  gtk_label_set_text (self->kind, muster_incident_kind_get_label (incident->kind));
  muster_badge_set_incident (self->state, incident, undone != NULL && undone->state == MUSTER_CLOCK_LATE);
  gtk_widget_set_visible (GTK_WIDGET (self->severity), incident->severity != 0);
  if (incident->severity != 0)
    muster_badge_set_severity (self->severity, incident->severity);
  gtk_widget_set_visible (self->complete_button, may (self, incident, "change-incident"));
  gtk_widget_set_visible (self->close_button, may (self, incident, "close-incident"));
  gtk_widget_set_visible (self->buttons, may (self, incident, "change-incident"));
}

static char *
dup_clock_text (MusterIncidentPage *self, const MusterIncidentClock *clock)
{
  g_autofree char *due = muster_incident_text_dup_moment (&clock->due);
  g_autofree char *when = muster_incident_clock_dup_when (clock, &self->now);
  g_autofree char *count = muster_rule_days_dup_text (clock->rule);
  g_autofree char *source = muster_rule_source_dup_text (&clock->rule->source);
  g_autofree char *told = NULL;

  if (clock->report == NULL)
    /* Translators: the last moment; how long until then; “72 hours”; where that comes from */
    return g_strdup_printf (_("Due %s · %s\n%s after it became known. %s"), due, when, count, source);
  told = muster_incident_text_dup_moment (&clock->report->at);
  /* Translators: who was told, when; the last moment */
  return g_strdup_printf (_("%s was told %s; due %s"), clock->report->told, told, due);
}

static void
show_clocks (MusterIncidentPage *self, const MusterIncident *incident, GArray *clocks)
{
  muster_row_group_begin (self->clocks);
  for (guint i = 0; i < clocks->len; i++)
    {
      const MusterIncidentClock *clock = &g_array_index (clocks, MusterIncidentClock, i);
      g_autofree char *text = dup_clock_text (self, clock);
      GtkBox *beside = muster_row_group_add_wrapping (self->clocks, clock->rule->title, text);
      GtkWidget *badge = muster_badge_new (), *button;

      muster_badge_set_clock (MUSTER_BADGE (badge), clock->state);
      gtk_box_append (beside, badge);
      if (clock->report != NULL || !may (self, incident, "record-incident-report"))
        continue;
      button = make_button (_("_Told…"), clock->rule->title, "incident.report");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", clock->duty);
      gtk_box_append (beside, button);
    }
  muster_row_group_end (self->clocks);
}

static void
show_facts (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident)
{
  g_autofree char *occurred = muster_incident_text_dup_occurred (incident);
  g_autofree char *discovered = muster_incident_text_dup_moment (&incident->discovered);
  g_autofree char *data = muster_incident_text_dup_data (incident);
  g_autofree char *recorder = muster_gui_names_dup_account (database, incident->recorded_account);

  muster_row_group_begin (self->facts);
  muster_row_group_add_value (self->facts, _("What happened"), incident->narrative);
  muster_row_group_add_value (self->facts, _("Occurred"), occurred);
  muster_row_group_add_value (self->facts, _("The agency learned of it"), discovered);
  muster_row_group_add_value (self->facts, _("How it became known"), muster_incident_source_get_label (incident->source));
  muster_row_group_add_value (self->facts, _("Who complained"), muster_incident_text_get_complainant (incident));
  muster_row_group_add_value (self->facts, _("Personal data is involved"), data);
  muster_row_group_add_value (self->facts, _("What was done to limit it"), incident->containment);
  muster_row_group_add_value (self->facts, _("Who looks into it"), incident->investigator);
  muster_row_group_add_value (self->facts, _("Recorded by"), recorder);
  muster_row_group_end (self->facts);
}

static void
show_people (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident)
{
  muster_row_group_begin (self->people);
  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      g_autofree char *name = muster_gui_names_dup_person (database, person->assister_id);
      GtkWidget *button = NULL;

      if (person->removed)
        continue;
      if (may (self, incident, "open-action"))
        {
          button = make_button (_("_Open Action…"), name, "incident.open-action");
          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", person->assister_id);
        }
      muster_row_group_add_link (self->people, name, NULL, button, "win.open-assister", person->assister_id);
    }
  muster_row_group_end (self->people);
}

/* What the notice says, and what the finding rests on. */
static char *
dup_clause_text (GHashTable *wordings, const MusterClause *known, const char *note)
{
  const char *wording = known != NULL ? muster_wording_find (wordings, known) : NULL;

  if (wording == NULL)
    return g_strdup (note);
  return note != NULL ? g_strdup_printf (_("“%s”\n%s"), wording, note) : g_strdup_printf (_("“%s”"), wording);
}

static void
show_clauses (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident)
{
  g_autofree char *cited = muster_case_rows_dup_cited (database, incident->number);
  g_autoptr (GHashTable) wordings = muster_wording_steps_load (database, NULL, &incident->discovered.day, NULL);

  muster_row_group_begin (self->clauses);
  for (guint i = 0; i < incident->clauses->len; i++)
    {
      const MusterIncidentClause *clause = incident->clauses->pdata[i];
      const MusterClause *known = muster_clause_catalogue_find (muster_data_get_clauses (), clause->clause, NULL);
      g_autofree char *title = g_strdup_printf ("%s  %s", clause->clause, known != NULL ? known->title : "");
      g_autofree char *text = dup_clause_text (wordings, known, clause->note);
      GtkBox *beside = muster_row_group_add_wrapping (self->clauses, title, text);
      GtkWidget *badge = muster_badge_new (), *button;

      muster_badge_set_finding (MUSTER_BADGE (badge), clause->finding);
      gtk_box_append (beside, badge);
      if (!may (self, incident, "incident-finding"))
        continue;
      button = make_button (_("_Finding…"), title, "incident.find");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", clause->clause);
      gtk_box_append (beside, button);
    }
  if (cited != NULL)
    muster_row_group_add_text (self->clauses, _("From which text they are cited"), cited);
  muster_row_group_end (self->clauses);
}

static gboolean
show_actions (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  g_autoptr (GPtrArray) numbers = muster_incident_table_list_actions (database, incident->id, error);

  if (numbers == NULL)
    return FALSE;
  muster_row_group_begin (self->actions);
  for (guint i = 0; i < numbers->len; i++)
    {
      gint64 id = muster_action_table_find (database, numbers->pdata[i], error);
      g_autoptr (MusterCorrectiveAction) action = id != 0 ? muster_action_table_load (database, id, error) : NULL;

      if (action == NULL)
        return FALSE;
      muster_case_rows_add_action (self->actions, action, &self->now.day);
    }
  muster_row_group_end (self->actions);
  return TRUE;
}

static void
show_end (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident)
{
  g_autofree char *closer = muster_gui_names_dup_account (database, incident->closed_account);
  g_autofree char *closed = muster_gui_text_dup_date (&incident->closed);
  g_autofree char *closed_by = g_strdup_printf ("%s · %s", closed, closer);

  gtk_widget_set_visible (GTK_WIDGET (self->end), incident->state == MUSTER_INCIDENT_CLOSED);
  muster_row_group_begin (self->end);
  muster_row_group_add_value (self->end, _("Outcome"), muster_incident_outcome_get_label (incident->outcome));
  muster_row_group_add_value (self->end, C_("incident", "Closed"), closed_by);
  muster_row_group_add_value (self->end, _("Note"), incident->closing_note);
  muster_row_group_end (self->end);
}

static gboolean
show_incident (MusterIncidentPage *self, MusterDatabase *database, const MusterIncident *incident, GError **error)
{
  g_autoptr (GArray) clocks = NULL;

  g_clear_pointer (&self->pack, muster_rule_pack_unref);
  self->pack = muster_rules_table_load (database, &self->now.day, G_MAXINT64, error);
  if (self->pack == NULL)
    return FALSE;
  clocks = muster_incident_list_clocks (incident, self->pack, &self->now);
  show_head (self, database, incident, clocks);
  show_clocks (self, incident, clocks);
  show_facts (self, database, incident);
  show_people (self, database, incident);
  show_clauses (self, database, incident);
  show_end (self, database, incident);
  muster_case_access_section_show (self->access, self->store, database, MUSTER_CASE_INCIDENT, incident->id, incident->number);
  return show_actions (self, database, incident, error) && muster_attachment_section_show (self->documents, self->store, database, incident->id, error);
}

static void
refresh (MusterIncidentPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterIncident) incident = NULL;
  MusterDatabase *database = muster_store_read (self->store, &error);
  g_autofree char *message = NULL;
  gboolean shown = FALSE;

  muster_incident_get_moment (g_get_real_time (), &self->now);
  muster_gui_text_get_today (&self->now.day);
  if (database != NULL)
    {
      incident = muster_incident_table_load (database, self->id, &error);
      shown = incident != NULL && show_incident (self, database, incident, &error);
      muster_store_read_done (self->store, database);
    }
  gtk_stack_set_visible_child_name (self->stack, shown ? "incident" : "problem");
  if (shown)
    return;
  message = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->problem, message);
}

static void
complete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterIncidentPage *self = MUSTER_INCIDENT_PAGE (widget);

  adw_dialog_present (muster_incident_dialog_new (self->store, self->id, 0), widget);
}

static void
report_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterIncidentPage *self = MUSTER_INCIDENT_PAGE (widget);
  MusterIncidentDuty duty = g_variant_get_int32 (parameter);
  const MusterRuleDays *rule = muster_rule_pack_get_days (self->pack, muster_incident_duty_to_code (duty), NULL);

  adw_dialog_present (muster_incident_step_dialog_new_report (self->store, self->id, duty, rule != NULL ? rule->title : muster_incident_duty_get_label (duty)), widget);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterIncidentPage *self = MUSTER_INCIDENT_PAGE (widget);

  adw_dialog_present (muster_incident_step_dialog_new_finding (self->store, self->id, g_variant_get_string (parameter, NULL)), widget);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterIncidentPage *self = MUSTER_INCIDENT_PAGE (widget);

  adw_dialog_present (muster_incident_step_dialog_new_close (self->store, self->id), widget);
}

static void
opened_cb (MusterActionDialog *dialog, MusterIncidentPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-action", "x", muster_action_dialog_get_action_id (dialog));
}

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterIncidentPage *self = MUSTER_INCIDENT_PAGE (widget);
  AdwDialog *dialog = muster_action_dialog_new_from (self->store, g_variant_get_int64 (parameter), self->id);

  g_signal_connect_object (dialog, "done", G_CALLBACK (opened_cb), self, 0);
  adw_dialog_present (dialog, widget);
}

static void
muster_incident_page_dispose (GObject *object)
{
  g_clear_object (&MUSTER_INCIDENT_PAGE (object)->store);
  g_clear_pointer (&MUSTER_INCIDENT_PAGE (object)->pack, muster_rule_pack_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_INCIDENT_PAGE);
  G_OBJECT_CLASS (muster_incident_page_parent_class)->dispose (object);
}

static void
muster_incident_page_class_init (MusterIncidentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_incident_page_dispose;
  g_type_ensure (MUSTER_TYPE_ATTACHMENT_SECTION);
  g_type_ensure (MUSTER_TYPE_BADGE);
  g_type_ensure (MUSTER_TYPE_CASE_ACCESS_SECTION);
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-incident-page.ui");
  muster_heading_bind (widget_class);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, number);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, state);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, severity);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, complete_button);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, clocks);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, facts);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, people);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, clauses);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, actions);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, documents);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, end);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, access);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentPage, problem);
  gtk_widget_class_install_action (widget_class, "incident.complete", NULL, complete_cb);
  gtk_widget_class_install_action (widget_class, "incident.report", "i", report_cb);
  gtk_widget_class_install_action (widget_class, "incident.find", "s", find_cb);
  gtk_widget_class_install_action (widget_class, "incident.open-action", "x", open_action_cb);
  gtk_widget_class_install_action (widget_class, "incident.close", NULL, close_cb);
}

static void
muster_incident_page_init (MusterIncidentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_incident_page_new (MusterStore *store, gint64 id)
{
  MusterIncidentPage *self = g_object_new (MUSTER_TYPE_INCIDENT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->id = id;
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}
