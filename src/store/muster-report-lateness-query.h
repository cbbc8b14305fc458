/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report-lateness.h"
#include "store/muster-database.h"

/** Returns: (transfer full) (element-type MusterReportDuty): all that began on @as_of or before. */
GPtrArray *muster_report_query_duties (MusterDatabase *database, const GDate *as_of, GError **error);
