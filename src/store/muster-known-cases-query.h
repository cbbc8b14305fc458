/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/**
 * Returns: (transfer full) (element-type gint64): the cases of @kind about a person that had begun by the end of @as_of: of incidents, that were discovered. @known_on: (nullable):
 * only what had been recorded through that day; unset or %NULL: all that is known.
 */
GArray *muster_known_cases_query_list (MusterDatabase *database, gint64 assister_id, MusterCaseKind kind, const GDate *as_of, const GDate *known_on, GError **error);
