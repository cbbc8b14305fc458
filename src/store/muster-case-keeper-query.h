/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/**
 * muster_case_keeper_query_list_unkept:
 * @let_in, @by: an account that @by lets in just now, so that what is closed to the one will be to the other; 0: none
 *
 * Returns: (transfer full): a set of texts that name cases: those that are not over and closed to some account that is enabled, and that nobody is left to deal
 * with.
 */
GHashTable *muster_case_keeper_query_list_unkept (MusterDatabase *database, gint64 let_in, gint64 by, GError **error);

/** Sets @closed, by #MusterCaseKind, to the sets of what is closed to some account that is enabled. */
gboolean muster_case_keeper_query_list_closed (MusterDatabase *database, GHashTable **closed, GError **error);
