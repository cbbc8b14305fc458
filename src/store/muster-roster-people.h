/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "store/muster-roster-query.h"

/** MusterRosterPerson: a whole person, as of the index's day. Borrowed. */
typedef struct
{
  const MusterAssister *person;
  const char *agency; /* nullable */
  MusterStanding standing;
} MusterRosterPerson;

/** Returns: %FALSE with @error to stop. */
typedef gboolean (*MusterRosterPersonFunc) (const MusterRosterPerson *person, gpointer data, GError **error);

/** Calls @function for the people of @ids, in that order; whoever is not in @index (gone since, or taken back) is passed over. */
gboolean muster_roster_people_foreach (MusterDatabase *database, MusterRosterIndex *index, const gint64 *ids, guint n_ids, MusterRosterPersonFunc function, gpointer data,
                                       GError **error);
