/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident-clock.h"
#include "domain/muster-standing.h"

#define MUSTER_TYPE_BADGE (muster_badge_get_type ())
/** MusterBadge: a state as an icon and a word in a pill. The colour only repeats what they say. */
G_DECLARE_FINAL_TYPE (MusterBadge, muster_badge, MUSTER, BADGE, GtkWidget)

typedef enum
{
  MUSTER_BADGE_PLAIN,
  MUSTER_BADGE_ACCENT,
  MUSTER_BADGE_SUCCESS,
  MUSTER_BADGE_WARNING,
  MUSTER_BADGE_ERROR,
  MUSTER_N_BADGE_LOOKS,
} MusterBadgeLook;

/** Returns: the look of a state, and its themed icon, for whoever draws a badge. */
MusterBadgeLook muster_badge_look_of_state (MusterCertificationState state, const char **icon_name);

/** The same for what is certified, but not for long any more. */
MusterBadgeLook muster_badge_look_of_expiring (const char **icon_name);

GtkWidget *muster_badge_new (void);
/** Shows @text (copied) beside the themed icon @icon_name. */
void muster_badge_set (MusterBadge *self, MusterBadgeLook look, const char *icon_name, const char *text);
/** Puts @badge (a #MusterBadge) at the end of @row, an action or expander row without markup, whose name for a screen reader says its word too: “Broker, Certified”. */
void muster_badge_end_row (AdwPreferencesRow *row, GtkWidget *badge);
/** Returns: the word it shows. */
const char *muster_badge_get_text (MusterBadge *self);

void muster_badge_set_state (MusterBadge *self, MusterCertificationState state);
/** "May assist", "May assist within limits" or "May not assist". */
void muster_badge_set_standing (MusterBadge *self, const MusterStanding *standing);
/** Open, overdue on @today, or how it ended. */
void muster_badge_set_action (MusterBadge *self, const MusterCorrectiveAction *action, const GDate *today);
void muster_badge_set_decision (MusterBadge *self, const MusterDecision *decision);
/** Open, late with a duty, or how it ended. */
void muster_badge_set_incident (MusterBadge *self, const MusterIncident *incident, gboolean is_late);
void muster_badge_set_clock (MusterBadge *self, MusterClockState state);
void muster_badge_set_finding (MusterBadge *self, MusterIncidentFinding finding);
/** "S3 Serious: restriction and plan". */
void muster_badge_set_severity (MusterBadge *self, MusterSeverity severity);
