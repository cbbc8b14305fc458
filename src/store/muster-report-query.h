/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report-actions.h"
#include "domain/muster-report-consistency.h"
#include "domain/muster-report-decisions.h"
#include "domain/muster-report-incidents.h"
#include "domain/muster-report-reviews.h"
#include "store/muster-database.h"

/*
 * What reports are made of: one read each, of what can count on the day, however many people the register has.
 *
 * @known_on: (nullable): by what had been recorded through that day; unset or %NULL: by all that is known.
 */

/** Returns: (transfer full) (element-type MusterReportAction): those opened on @as_of or before, and not ended before it. */
GPtrArray *muster_report_query_actions (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error);
/** Returns: (transfer full) (element-type MusterReportFinding): of incidents known on @as_of, those of one after the other. */
GPtrArray *muster_report_query_findings (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error);
/** Returns: (transfer full) (element-type MusterReportDecision): all, in the order of their proposal. */
GPtrArray *muster_report_query_decisions (MusterDatabase *database, const GDate *known_on, GError **error);
/** Returns: (transfer full) (element-type MusterReportReview): those filed on @as_of or before, in the order in which they were filed. */
GPtrArray *muster_report_query_reviews (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error);
/** Returns: (transfer full) (element-type MusterReportCase): of actions opened on @as_of or before, with what was taken by decisions that were approved, and neither called off nor reversed, by then. */
GPtrArray *muster_report_query_cases (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GError **error);
