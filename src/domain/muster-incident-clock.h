/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident.h"
#include "domain/muster-rule-pack.h"

typedef enum
{
  MUSTER_CLOCK_OPEN,
  MUSTER_CLOCK_LATE, /* open, and past the moment */
  MUSTER_CLOCK_DONE,
  MUSTER_CLOCK_DONE_LATE,
} MusterClockState;

#define MUSTER_N_CLOCK_STATES 4

/**
 * MusterIncidentClock: one duty and until when it is to be done.
 * @rule: of the rule pack: title, count, citation; lives as long as the pack
 * @due: the last moment; the whole day where it has no minute
 * @report: (nullable): by which it was done first; belongs to the incident
 */
typedef struct
{
  MusterIncidentDuty duty;
  const MusterRuleDays *rule;
  MusterMoment due;
  MusterClockState state;
  const MusterIncidentReport *report;
} MusterIncidentClock;

const char *muster_clock_state_to_code (MusterClockState state);
const char *muster_clock_state_get_label (MusterClockState state);

/**
 * muster_incident_list_clocks:
 *
 * The duties of @incident (domain.md "Deadlines"), by its kind and what is known of personal data, counted from when it became known by the day counts of
 * @pack. A duty that the pack does not know has no clock. A duty that was done stays on the list, also when it turns out that it was none. Where the time of day
 * of the knowledge is known, reports to the marketplace are due at that time of their day, else through the end of it.
 *
 * Returns: (transfer full) (element-type MusterIncidentClock): the earliest first.
 */
GArray *muster_incident_list_clocks (const MusterIncident *incident, MusterRulePack *pack, const MusterMoment *now);
/** Returns: (nullable): of @clocks the first that is not done. */
const MusterIncidentClock *muster_incident_find_undone (GArray *clocks);
/** Returns: (transfer full): what is known now: how long until the end of @clock, "in 5 hours", "3 days late", "today". */
char *muster_incident_clock_dup_when (const MusterIncidentClock *clock, const MusterMoment *now);
