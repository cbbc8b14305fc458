/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-namesake.h"
#include "store/muster-database.h"

/* People of the same name, and people of an agency: what an import asks about those whom its rows do not fit. */

/** Sets @empty to whether the register has no people at all: then nothing needs to be asked about single ones. */
gboolean muster_people_names_is_empty (MusterDatabase *database, gboolean *empty, GError **error);

/** As many people of one name are looked at: beyond that a name says nothing. */
#define MUSTER_MOST_NAMESAKES 50

/** Returns: (transfer full) (element-type MusterNamesake): those who have the last name and the first of the given names of @person, who has both; by id. */
GPtrArray *muster_people_names_find (MusterDatabase *database, const MusterAssister *person, GError **error);

/** Returns: (transfer full) (element-type gint64): who is active and now with one of @agency_ids (a set of gint64 *); by id. */
GArray *muster_people_names_list_at (MusterDatabase *database, GHashTable *agency_ids, GError **error);
