/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-badge.h"

#include <glib/gi18n-lib.h>

#define LONGEST_WORD 20

struct _MusterBadge
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  MusterBadgeLook look;
};

G_DEFINE_FINAL_TYPE (MusterBadge, muster_badge, GTK_TYPE_WIDGET)

static const char *const classes[] = {
  [MUSTER_BADGE_PLAIN] = NULL,
  [MUSTER_BADGE_ACCENT] = "accent",
  [MUSTER_BADGE_SUCCESS] = "success",
  [MUSTER_BADGE_WARNING] = "warning",
  [MUSTER_BADGE_ERROR] = "error",
};

static const struct
{
  MusterBadgeLook look;
  const char *icon_name;
} states[MUSTER_N_STATES] = {
  [MUSTER_STATE_NONE] = { MUSTER_BADGE_PLAIN, "list-remove-symbolic" },
  [MUSTER_STATE_APPLICANT] = { MUSTER_BADGE_PLAIN, "contact-new-symbolic" },
  [MUSTER_STATE_IN_TRAINING] = { MUSTER_BADGE_ACCENT, "content-loading-symbolic" },
  [MUSTER_STATE_PENDING_REVIEW] = { MUSTER_BADGE_ACCENT, "document-open-recent-symbolic" },
  [MUSTER_STATE_CERTIFIED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
  [MUSTER_STATE_CERTIFIED_RESTRICTED] = { MUSTER_BADGE_WARNING, "dialog-warning-symbolic" },
  [MUSTER_STATE_SUSPENDED_ADMINISTRATIVE] = { MUSTER_BADGE_WARNING, "media-playback-pause-symbolic" },
  [MUSTER_STATE_SUSPENDED_FOR_CAUSE] = { MUSTER_BADGE_ERROR, "media-playback-pause-symbolic" },
  [MUSTER_STATE_EXPIRED] = { MUSTER_BADGE_WARNING, "appointment-missed-symbolic" },
  [MUSTER_STATE_DENIED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
  [MUSTER_STATE_WITHDRAWN] = { MUSTER_BADGE_PLAIN, "system-log-out-symbolic" },
  [MUSTER_STATE_INACTIVE] = { MUSTER_BADGE_PLAIN, "user-offline-symbolic" },
  [MUSTER_STATE_REVOKED] = { MUSTER_BADGE_ERROR, "process-stop-symbolic" },
};

static void
muster_badge_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_BADGE);
  G_OBJECT_CLASS (muster_badge_parent_class)->dispose (object);
}

static void
muster_badge_class_init (MusterBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_badge_dispose;
  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterBadge, icon);
  gtk_widget_class_bind_template_child (widget_class, MusterBadge, label);
}

static void
muster_badge_init (MusterBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_badge_new (void)
{
  return g_object_new (MUSTER_TYPE_BADGE, NULL);
}

void
muster_badge_set (MusterBadge *self, MusterBadgeLook look, const char *icon_name, const char *text)
{
  g_return_if_fail (MUSTER_IS_BADGE (self));
  g_return_if_fail ((guint) look < G_N_ELEMENTS (classes));

  if (self->look == look && g_strcmp0 (gtk_label_get_text (self->label), text) == 0 && g_strcmp0 (gtk_image_get_icon_name (self->icon), icon_name) == 0)
    return;
  if (classes[self->look] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->look]);
  self->look = look;
  if (classes[look] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), classes[look]);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_label_set_text (self->label, text);
  /* The word of a state is never cut, however narrow the window. */
  gtk_label_set_ellipsize (self->label, g_utf8_strlen (text, -1) > LONGEST_WORD ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
}

void
muster_badge_end_row (AdwPreferencesRow *row, GtkWidget *badge)
{
  /* Translators: what a row is about, and its state: “Broker, Certified” */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), adw_preferences_row_get_title (row), muster_badge_get_text (MUSTER_BADGE (badge)));

  if (ADW_IS_ACTION_ROW (row))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
  else
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), badge);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
muster_badge_get_text (MusterBadge *self)
{
  g_return_val_if_fail (MUSTER_IS_BADGE (self), NULL);
  return gtk_label_get_text (self->label);
}

MusterBadgeLook
muster_badge_look_of_state (MusterCertificationState state, const char **icon_name)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_STATES, MUSTER_BADGE_PLAIN);
  *icon_name = states[state].icon_name;
  return states[state].look;
}

void
muster_badge_set_state (MusterBadge *self, MusterCertificationState state)
{
  g_return_if_fail ((guint) state < MUSTER_N_STATES);
  muster_badge_set (self, states[state].look, states[state].icon_name, muster_certification_state_get_label (state));
}

MusterBadgeLook
muster_badge_look_of_expiring (const char **icon_name)
{
  *icon_name = "appointment-soon-symbolic";
  return MUSTER_BADGE_WARNING;
}

void
muster_badge_set_standing (MusterBadge *self, const MusterStanding *standing)
{
  if (!standing->may_assist)
    muster_badge_set (self, MUSTER_BADGE_ERROR, "action-unavailable-symbolic", _("May not assist"));
  else if ((standing->reasons & MUSTER_REASON_RESTRICTED) != 0)
    muster_badge_set (self, MUSTER_BADGE_WARNING, "dialog-warning-symbolic", _("May assist within limits"));
  else
    muster_badge_set (self, MUSTER_BADGE_SUCCESS, "object-select-symbolic", _("May assist"));
}

void
muster_badge_set_action (MusterBadge *self, const MusterCorrectiveAction *action, const GDate *today)
{
  if (muster_corrective_action_is_overdue (action, today))
    muster_badge_set (self, MUSTER_BADGE_ERROR, "appointment-missed-symbolic", _("Overdue"));
  else if (action->state == MUSTER_ACTION_OPEN)
    muster_badge_set (self, MUSTER_BADGE_ACCENT, "document-open-recent-symbolic", muster_action_state_get_label (action->state));
  else if (action->outcome == MUSTER_OUTCOME_COMPLETED)
    muster_badge_set (self, MUSTER_BADGE_SUCCESS, "object-select-symbolic", muster_outcome_get_label (action->outcome));
  else if (action->outcome == MUSTER_OUTCOME_FAILED)
    muster_badge_set (self, MUSTER_BADGE_ERROR, "action-unavailable-symbolic", muster_outcome_get_label (action->outcome));
  else if (action->outcome == MUSTER_OUTCOME_LATE)
    muster_badge_set (self, MUSTER_BADGE_WARNING, "object-select-symbolic", muster_outcome_get_label (action->outcome));
  else
    muster_badge_set (self, MUSTER_BADGE_PLAIN, "list-remove-symbolic", muster_outcome_get_label (action->outcome));
}

void
muster_badge_set_decision (MusterBadge *self, const MusterDecision *decision)
{
  static const struct
  {
    MusterBadgeLook look;
    const char *icon_name;
  } looks[] = {
    [MUSTER_DECISION_PROPOSED] = { MUSTER_BADGE_ACCENT, "document-open-recent-symbolic" },
    [MUSTER_DECISION_APPROVED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
    [MUSTER_DECISION_REFUSED] = { MUSTER_BADGE_ERROR, "action-unavailable-symbolic" },
    [MUSTER_DECISION_TAKEN_BACK] = { MUSTER_BADGE_PLAIN, "edit-undo-symbolic" },
  };

  MusterDecisionState state = decision->called_off_by != 0 ? MUSTER_DECISION_TAKEN_BACK : decision->state;

  g_return_if_fail ((guint) state < G_N_ELEMENTS (looks));
  muster_badge_set (self, looks[state].look, looks[state].icon_name, muster_decision_get_label (decision));
}

void
muster_badge_set_incident (MusterBadge *self, const MusterIncident *incident, gboolean is_late)
{
  if (incident->state == MUSTER_INCIDENT_CLOSED)
    /* Nothing was found, or it is another case: no mark of something done well. */
    muster_badge_set (self, MUSTER_BADGE_PLAIN, incident->outcome == MUSTER_INCIDENT_OUTCOME_UNFOUNDED || incident->outcome == MUSTER_INCIDENT_OUTCOME_DUPLICATE ? "list-remove-symbolic" : "object-select-symbolic",
                      muster_incident_outcome_get_label (incident->outcome));
  else if (is_late)
    muster_badge_set (self, MUSTER_BADGE_ERROR, "appointment-missed-symbolic", _("Report late"));
  else
    muster_badge_set (self, MUSTER_BADGE_ACCENT, "document-open-recent-symbolic", muster_incident_state_get_label (incident->state));
}

void
muster_badge_set_clock (MusterBadge *self, MusterClockState state)
{
  static const struct
  {
    MusterBadgeLook look;
    const char *icon_name;
  } looks[] = {
    [MUSTER_CLOCK_OPEN] = { MUSTER_BADGE_ACCENT, "document-open-recent-symbolic" },
    [MUSTER_CLOCK_LATE] = { MUSTER_BADGE_ERROR, "appointment-missed-symbolic" },
    [MUSTER_CLOCK_DONE] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
    [MUSTER_CLOCK_DONE_LATE] = { MUSTER_BADGE_WARNING, "object-select-symbolic" },
  };

  g_return_if_fail ((guint) state < G_N_ELEMENTS (looks));
  muster_badge_set (self, looks[state].look, looks[state].icon_name, muster_clock_state_get_label (state));
}

void
muster_badge_set_finding (MusterBadge *self, MusterIncidentFinding finding)
{
  static const struct
  {
    MusterBadgeLook look;
    const char *icon_name;
  } looks[] = {
    [MUSTER_FINDING_OPEN] = { MUSTER_BADGE_PLAIN, "document-open-recent-symbolic" },
    [MUSTER_FINDING_SUBSTANTIATED] = { MUSTER_BADGE_WARNING, "dialog-warning-symbolic" },
    [MUSTER_FINDING_NOT_SUBSTANTIATED] = { MUSTER_BADGE_SUCCESS, "object-select-symbolic" },
    [MUSTER_FINDING_INCONCLUSIVE] = { MUSTER_BADGE_PLAIN, "dialog-question-symbolic" },
  };

  g_return_if_fail ((guint) finding < G_N_ELEMENTS (looks));
  muster_badge_set (self, looks[finding].look, looks[finding].icon_name, muster_incident_finding_get_label (finding));
}

void
muster_badge_set_severity (MusterBadge *self, MusterSeverity severity)
{
  static const MusterBadgeLook looks[] = { MUSTER_BADGE_PLAIN, MUSTER_BADGE_PLAIN, MUSTER_BADGE_PLAIN, MUSTER_BADGE_WARNING, MUSTER_BADGE_ERROR };
  g_autofree char *text = NULL;

  g_return_if_fail (severity >= MUSTER_SEVERITY_1 && severity <= MUSTER_SEVERITY_4);
  /* Translators: a severity and what it means: “S2 Written warning” */
  text = g_strdup_printf (C_("severity", "%s %s"), muster_severity_to_code (severity), muster_severity_get_label (severity));
  muster_badge_set (self, looks[severity], severity >= MUSTER_SEVERITY_3 ? "dialog-warning-symbolic" : "dialog-information-symbolic", text);
}
