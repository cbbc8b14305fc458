/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ROSTER_PAGE (muster_roster_page_get_type ())
/**
 * MusterRosterPage: everybody on the roster, to search, filter and sort; a line opens the person (win.open-assister).
 *
 * Actions: page.search; roster.add-assister, for those who may.
 */
G_DECLARE_FINAL_TYPE (MusterRosterPage, muster_roster_page, MUSTER, ROSTER_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_roster_page_new (MusterStore *store);
