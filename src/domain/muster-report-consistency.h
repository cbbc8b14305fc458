/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-report.h"

/** MusterReportTaking: what was taken from somebody on the ground of a corrective action. */
typedef enum
{
  MUSTER_TAKING_NOTHING,
  MUSTER_TAKING_SUSPENDED,
  MUSTER_TAKING_REVOKED,
} MusterReportTaking;

#define MUSTER_N_TAKINGS 3

/** MusterReportCase: a corrective action under one of its clauses. Nothing of it says whose it is. @closed: unset: open; @taking: by decisions that were approved. */
typedef struct
{
  char *clause;
  MusterSeverity severity;
  MusterRestriction restriction;
  MusterOutcome outcome;
  MusterReportTaking taking;
  GDate opened;
  GDate closed;
} MusterReportCase;

void muster_report_case_free (MusterReportCase *one);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportCase, muster_report_case_free)

/**
 * muster_report_consistency_build:
 * @cases: (element-type MusterReportCase)
 *
 * Cases of the same clause and severity side by side: what was done, how they ended, how long they took, and whether they were treated alike: with the same restriction
 * and the same taken away. What was opened after @as_of, or voided by then, is not in it.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_consistency_build (GPtrArray *cases, MusterClauseCatalogue *clauses, const GDate *as_of);
