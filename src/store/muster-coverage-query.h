/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-coverage.h"
#include "store/muster-roster-query.h"

/** MusterCoverageChange: how somebody stands after a change. @types: the roles in which the person may assist then. @agency_id: 0: with none; -1: as before. */
typedef struct
{
  gint64 assister_id;
  guint types;
  gint64 agency_id;
} MusterCoverageChange;

/** Returns: (transfer full): what @changes (element-type MusterCoverageChange) would leave uncovered of what the people of @index cover; whoever is not in it is passed over. For a worker thread. */
MusterCoverage *muster_coverage_query (MusterDatabase *database, MusterRosterIndex *index, GArray *changes, GError **error);

/** Returns: (transfer full): the names of the agencies @ids (element-type gint64), in order, ended by %NULL. */
char **muster_coverage_query_dup_agencies (MusterRosterIndex *index, GArray *ids);
/** Returns: (transfer full): the name of the agency @id, for a sentence; "" for one that @index does not have. */
char *muster_coverage_query_dup_agency (MusterRosterIndex *index, gint64 id);
