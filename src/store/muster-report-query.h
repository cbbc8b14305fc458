/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report-actions.h"
#include "store/muster-database.h"

/* What reports are made of: one read each, of what can count on the day, however many people the register has. */

/** Returns: (transfer full) (element-type MusterReportAction): those opened on @as_of or before, and not ended before it. */
GPtrArray *muster_report_query_actions (MusterDatabase *database, const GDate *as_of, GError **error);
