/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "domain/muster-report.h"

/**
 * MusterReportDecision: a decision as a report looks at it.
 * @discovered, @reported: of the incidents that it rests on, the first to become known, and the first report outside; unset: none
 * @served: when the notice of it first went out, and did not come back; unset: not
 */
typedef struct
{
  gint64 id;
  char *number;
  char *person;
  MusterDecisionKind kind;
  MusterDecisionState state;
  gboolean emergency;
  GDate discovered;
  GDate reported;
  GDate proposed;
  GDate decided;
  GDate served;
} MusterReportDecision;

void muster_report_decision_free (MusterReportDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportDecision, muster_report_decision_free)

/**
 * muster_report_decisions_build:
 * @decisions: (element-type MusterReportDecision): in the order of their proposal
 *
 * What had been proposed by the end of @as_of, with what had happened by then, and how long each step took.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_decisions_build (GPtrArray *decisions, const GDate *as_of);
