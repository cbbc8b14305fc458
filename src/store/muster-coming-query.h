/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision-ahead.h"
#include "store/muster-store.h"

/**
 * Returns: (transfer full) (element-type MusterComingChange): what was decided about the person for a day after @as_of, soonest first, with who decided it.
 * @known_on: (nullable): by what had been recorded through that day
 */
GPtrArray *muster_coming_query_list (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, GError **error);
