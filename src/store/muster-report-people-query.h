/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report-roster.h"
#include "store/muster-roster-query.h"

/** Returns: (transfer full) (element-type MusterReportPerson): everybody whom @index has, in order of name; one read. */
GPtrArray *muster_report_query_people (MusterDatabase *database, MusterRosterIndex *index, GError **error);
