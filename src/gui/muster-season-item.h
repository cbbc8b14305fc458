/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "operations/muster-season-report.h"

#define MUSTER_TYPE_SEASON_ITEM (muster_season_item_get_type ())
/** MusterSeasonItem: somebody who is behind in the season, in words: "name", and as "text" the agency and what is lacking. Never changes. */
G_DECLARE_FINAL_TYPE (MusterSeasonItem, muster_season_item, MUSTER, SEASON_ITEM, GObject)

/** @name: the person’s */
MusterSeasonItem *muster_season_item_new (const MusterSeasonReport *report, const MusterSeasonPerson *person, const char *name);
gint64 muster_season_item_get_person (MusterSeasonItem *self);
const char *muster_season_item_get_name (MusterSeasonItem *self);
const char *muster_season_item_get_text (MusterSeasonItem *self);
