/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report.h"

/** MusterLatenessKind: what had a day by which it was to be done. */
typedef enum
{
  MUSTER_LATENESS_ACTION,
  MUSTER_LATENESS_STEP,
  MUSTER_LATENESS_CHECK,    /* of the effect of a corrective action */
  MUSTER_LATENESS_INCIDENT, /* a report about an incident */
  MUSTER_LATENESS_REVIEW,   /* of a decision */
  MUSTER_LATENESS_ACCESS,   /* that ends on the day on which somebody may not assist any more */
} MusterLatenessKind;

#define MUSTER_N_LATENESS_KINDS 6

/**
 * MusterReportDuty: one thing that was to be done.
 * @assister_id: 0: of several
 * @number: (nullable): of the case
 * @person: (nullable)
 * @what: (nullable): which step, which report, what ended the access
 * @from: since when; @due: the last day; @done: unset: not
 * @is_late: although done on its last day: after the hour
 */
typedef struct
{
  MusterLatenessKind kind;
  gint64 assister_id;
  char *number;
  char *person;
  char *what;
  GDate from;
  GDate due;
  GDate done;
  gboolean is_late;
} MusterReportDuty;

void muster_report_duty_free (MusterReportDuty *duty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterReportDuty, muster_report_duty_free)

/**
 * muster_report_lateness_build:
 * @duties: (element-type MusterReportDuty); it is sorted: the kinds one after the other, each by its last day
 *
 * What was done late by the end of @as_of or is overdue on it, and how long access went on after everybody who lost the right to assist, late or not.
 *
 * Returns: (transfer full)
 */
MusterReport *muster_report_lateness_build (GPtrArray *duties, const GDate *as_of);
