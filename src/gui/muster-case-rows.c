/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-rows.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-wording.h"
#include "gui/muster-badge.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-citation-steps.h"

void
muster_case_rows_add_action (MusterRowGroup *group, const MusterCorrectiveAction *action, const GDate *today)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", action->number, muster_severity_get_label (action->severity));
  g_autofree char *clauses = muster_gui_text_dup_clauses (action->clause_ids);
  gboolean is_open = action->state == MUSTER_ACTION_OPEN;
  g_autofree char *when = is_open ? muster_gui_text_dup_deadline (action, today) : muster_gui_text_dup_date (&action->closed);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", clauses, when);
  GtkWidget *badge = muster_badge_new ();

  muster_badge_set_action (MUSTER_BADGE (badge), action, today);
  muster_row_group_add_link (group, title, subtitle, badge, "win.open-action", action->id);
}

void
muster_case_rows_add_incident (MusterRowGroup *group, const MusterIncident *incident)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", incident->number, muster_incident_kind_get_label (incident->kind));
  g_autofree char *known = muster_gui_text_dup_date (&incident->discovered.day);
  /* Translators: when the agency learned of an incident */
  g_autofree char *subtitle = g_strdup_printf (_("Known since %s"), known);
  GtkWidget *badge = muster_badge_new ();

  muster_badge_set_incident (MUSTER_BADGE (badge), incident, FALSE);
  muster_row_group_add_link (group, title, subtitle, badge, "win.open-incident", incident->id);
}

void
muster_case_rows_add_decision (MusterRowGroup *group, const MusterDecision *decision)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", decision->number, muster_decision_kind_get_label (decision->kind));
  g_autofree char *types = muster_gui_text_dup_types (decision->types);
  g_autofree char *effective = muster_gui_text_dup_date (&decision->effective);
  g_autofree char *subtitle = g_date_valid (&decision->effective) ? g_strdup_printf (_("%s · effective %s"), types, effective) : g_strdup (types);
  GtkWidget *badge = muster_badge_new ();

  muster_badge_set_decision (MUSTER_BADGE (badge), decision);
  muster_row_group_add_link (group, title, subtitle, badge, "win.open-decision", decision->id);
}

char *
muster_case_rows_dup_cited (MusterDatabase *database, const char *number)
{
  char *text = NULL;

  muster_citation_steps_find_text (database, number, &text, NULL);
  return text;
}

void
muster_case_rows_show_clauses (MusterRowGroup *group, GPtrArray *clause_ids, const char *version, const char *cited, GHashTable *wordings)
{
  g_autofree char *source = muster_clause_catalogue_dup_source (muster_data_get_clauses (), version);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (group), NULL, source);
  /* Who audits compares codes. The group is called by its title all the same. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (group), version);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), -1);
  muster_row_group_begin (group);
  for (guint i = 0; i < clause_ids->len; i++)
    {
      const MusterClause *clause = muster_clause_catalogue_find (muster_data_get_clauses (), clause_ids->pdata[i], NULL);

      const char *wording = clause != NULL ? muster_wording_find (wordings, clause) : NULL;
      /* Translators: the title of a clause, and what the notice says */
      g_autofree char *text = wording != NULL ? g_strdup_printf (_("%s\n“%s”"), clause->title, wording) : NULL;

      muster_row_group_add_text (group, clause_ids->pdata[i], text != NULL || clause == NULL ? text : clause->title);
    }
  if (cited != NULL)
    muster_row_group_add_text (group, _("From which text they are cited"), cited);
  muster_row_group_end (group);
}
