/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-season-item.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_SEASON_MODEL (muster_season_model_get_type ())
/** MusterSeasonModel: those who are behind, as #MusterSeasonItem; a name is read when its row is shown. */
G_DECLARE_FINAL_TYPE (MusterSeasonModel, muster_season_model, MUSTER, SEASON_MODEL, GObject)

/**
 * @agency: the place of an agency in the report; -1: all
 * @requirement: the place of a requirement in the rule pack: those who lack it; -1: all
 */
MusterSeasonModel *muster_season_model_new (MusterStore *store, MusterSeasonReport *report, int agency, int requirement);
