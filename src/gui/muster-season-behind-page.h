/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "operations/muster-season-report.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_SEASON_BEHIND_PAGE (muster_season_behind_page_get_type ())
/** MusterSeasonBehindPage: all who are behind in the season, of an agency or in a requirement, and on what. */
G_DECLARE_FINAL_TYPE (MusterSeasonBehindPage, muster_season_behind_page, MUSTER, SEASON_BEHIND_PAGE, AdwNavigationPage)

/** @title: who they are; @agency, @requirement: as of muster_season_model_new() */
AdwNavigationPage *muster_season_behind_page_new (MusterStore *store, MusterSeasonReport *report, const char *title, int agency, int requirement);
