/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-roster-query.h"

/**
 * MusterRosterCache: the lines of the roster that were read last, by id; %NULL for somebody who is gone, or could not be read. It is bounded: what is
 * not asked for while some hundred others come is forgotten.
 */
typedef struct _MusterRosterCache MusterRosterCache;

MusterRosterCache *muster_roster_cache_new (void);
void muster_roster_cache_free (MusterRosterCache *self);

/** @row: (transfer full) (nullable): the line of @id, which it does not have yet. */
void muster_roster_cache_add (MusterRosterCache *self, gint64 id, MusterRosterRow *row);
/** Sets @row to the line of @id, which is there until others are added. Returns: %FALSE where it does not have that. */
gboolean muster_roster_cache_find (MusterRosterCache *self, gint64 id, const MusterRosterRow **row);
/** Forgets all. */
void muster_roster_cache_clear (MusterRosterCache *self);
