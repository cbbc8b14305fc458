/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report.h"
#include "domain/muster-standing.h"

/** MusterReportPerson: somebody as a report looks at them. @agency: (nullable) */
typedef struct
{
  gint64 id;
  char *name;
  char *agency;
  MusterStanding standing;
} MusterReportPerson;

void muster_report_person_free (MusterReportPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportPerson, muster_report_person_free)

/**
 * muster_report_roster_build:
 * @people: (element-type MusterReportPerson): in order of name, as they stood on @as_of
 *
 * Returns: (transfer full): who was on the roster, with which agency, and whether they might assist.
 */
MusterReport *muster_report_roster_build (GPtrArray *people, const GDate *as_of);
