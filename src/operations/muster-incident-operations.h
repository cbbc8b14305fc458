/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident-clock.h"
#include "store/muster-store.h"

/*
 * Input of record and change (const MusterIncident *): what is told of it, with its people and clauses; state, number, reports, findings and the end are not
 * looked at. Where it is not said when it became known, that is now, or stays. To change, @id says which; its people are those that it concerns now, and clauses that are not cited yet are added.
 */
/** Output (gint64 *, nullable): the incident's id. */
extern const MusterOperation muster_record_incident;
extern const MusterOperation muster_change_incident;

/** Input of #muster_record_incident_report: that a duty was done. @at: unset: now. */
typedef struct
{
  gint64 incident_id;
  MusterIncidentDuty duty;
  const char *told;
  MusterMoment at;
  const char *note;
} MusterIncidentReportRequest;
extern const MusterOperation muster_record_incident_report;

typedef struct
{
  gint64 incident_id;
  const char *clause;
  MusterIncidentFinding finding;
  const char *note; /* what it rests on */
  const char *unacknowledged; /* why a breach is found of a notice that a person had not acknowledged; %NULL where it is not so */
} MusterIncidentFindingRequest;
extern const MusterOperation muster_incident_finding;

typedef struct
{
  gint64 incident_id;
  MusterIncidentOutcome outcome;
  const char *note;
} MusterCloseIncident;
extern const MusterOperation muster_close_incident;

/** Sets @now to the moment @time, µs since 1970 UTC, on the local clock. */
void muster_incident_get_moment (gint64 time, MusterMoment *now);
