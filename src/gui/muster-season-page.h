/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_SEASON_PAGE (muster_season_page_get_type ())
/**
 * MusterSeasonPage: the recertification season: how far it is and whether it will be done in time, by requirement and by agency, who is behind on what, and what
 * would be left uncovered. Outside of a season it says when the next one opens.
 */
G_DECLARE_FINAL_TYPE (MusterSeasonPage, muster_season_page, MUSTER, SEASON_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_season_page_new (MusterStore *store);
/** For tests: whether what is shown is what the register holds. */
gboolean muster_season_page_is_ready (MusterSeasonPage *self);
