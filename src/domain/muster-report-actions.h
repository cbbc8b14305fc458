/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "domain/muster-report.h"

/** MusterReportAction: a corrective action as a report looks at it. @clauses: (nullable): joined; @closed: unset: still open. */
typedef struct
{
  gint64 id;
  char *number;
  char *person; /* as lists write the name */
  MusterSeverity severity;
  char *clauses;
  MusterRestriction restriction;
  GDate opened;
  GDate due;
  GDate closed;
} MusterReportAction;

void muster_report_action_free (MusterReportAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportAction, muster_report_action_free)

/**
 * muster_report_actions_build:
 * @actions: (element-type MusterReportAction)
 *
 * What was open at the end of @as_of, the longest open first, by how long it had been open: whoever was opened later, or was closed or voided by then, is not in
 * it. What is due on @as_of is not overdue.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_actions_build (GPtrArray *actions, const GDate *as_of);
