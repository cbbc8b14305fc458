/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-row-group.h"
#include "operations/muster-season-report.h"

/* The parts of the season page that show numbers: each with a bar, and in text. What is behind a number opens by the actions of #MusterSeasonPage. */

/** Fills @bar; a screen reader says @label and the numbers. */
void muster_season_rows_fill_bar (GtkLevelBar *bar, const MusterSeasonCount *count, const char *label);
void muster_season_rows_show_requirements (MusterRowGroup *group, const MusterSeasonReport *report);
void muster_season_rows_show_agencies (MusterRowGroup *group, const MusterSeasonReport *report);
void muster_season_rows_show_uncovered (MusterRowGroup *group, const MusterSeasonReport *report);
/** Returns: its name, or that it is none. */
const char *muster_season_rows_get_agency_name (const MusterSeasonAgency *agency);
