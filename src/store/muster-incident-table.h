/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-incident.h"
#include "store/muster-database.h"

/** Saves the incident, and its people, clauses and reports as far as they are new or changed. A new one gets id, and a number of the year of @today. */
gboolean muster_incident_table_save (MusterDatabase *database, MusterIncident *incident, const GDate *today, GError **error);
MusterIncident *muster_incident_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: the id of "IN-2026-0007" (any case); 0 with MUSTER_ERROR_NOT_FOUND. */
gint64 muster_incident_table_find (MusterDatabase *database, const char *number, GError **error);

typedef struct
{
  gint64 assister_id; /* 0: all */
  gboolean only_open;
} MusterIncidentFilter;
/** Returns: (transfer full) (element-type MusterIncident): the last to become known first, with all that belongs to them. */
GPtrArray *muster_incident_table_list (MusterDatabase *database, const MusterIncidentFilter *filter, GError **error);
/** Returns: (transfer full) (element-type utf8): the numbers of the corrective actions that came from it. */
GPtrArray *muster_incident_table_list_actions (MusterDatabase *database, gint64 id, GError **error);
