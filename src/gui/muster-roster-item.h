/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "store/muster-roster-query.h"

#define MUSTER_TYPE_ROSTER_ITEM (muster_roster_item_get_type ())
/** MusterRosterItem: a line of the roster as lists want it: immutable. */
G_DECLARE_FINAL_TYPE (MusterRosterItem, muster_roster_item, MUSTER, ROSTER_ITEM, GObject)

/** @row: (transfer full) (nullable): %NULL for somebody who is gone, or could not be read. */
MusterRosterItem *muster_roster_item_new (gint64 id, MusterRosterRow *row);
gint64 muster_roster_item_get_id (MusterRosterItem *self);
/** Returns: (nullable): the line. */
const MusterRosterRow *muster_roster_item_get_row (MusterRosterItem *self);
/** Whether a list shows the same for @row (nullable). */
gboolean muster_roster_item_shows (MusterRosterItem *self, const MusterRosterRow *row);
