/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"
#include "domain/muster-incident.h"
#include "domain/muster-report.h"

/**
 * MusterReportFinding: an incident and one of the clauses that it may have broken; an incident without a clause is there once.
 * @clause: (nullable)
 * @found: the day of the finding; unset: none
 * @reported: when it was first reported to somebody outside; unset: not
 */
typedef struct
{
  gint64 incident_id;
  char *clause;
  MusterIncidentFinding finding;
  GDate found;
  GDate discovered;
  GDate reported;
  GDate closed;
  gboolean is_duplicate;
} MusterReportFinding;

void muster_report_finding_free (MusterReportFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportFinding, muster_report_finding_free)

/**
 * muster_report_incidents_build:
 * @findings: (element-type MusterReportFinding): those of an incident one after the other
 *
 * What was known by the end of @as_of, clause by clause, in the order of @clauses. An incident that was closed as a duplicate by then is not in it.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_incidents_build (GPtrArray *findings, MusterClauseCatalogue *clauses, const GDate *as_of);
