/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterSeasonCoverage: what nobody would cover any more if certain people lost certain roles: languages and counties in which somebody may assist now, and
 * agencies that have a navigator who may.
 */
typedef struct _MusterSeasonCoverage MusterSeasonCoverage;

MusterSeasonCoverage *muster_season_coverage_new (void);
void muster_season_coverage_free (MusterSeasonCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSeasonCoverage, muster_season_coverage_free)

/**
 * MusterSeasonCover: what somebody covers.
 * @languages, @counties: (nullable): as the register has them, several joined
 * @agency: (nullable): its name
 * @types: the roles in which the person may assist now
 * @lost: the roles that would go
 */
typedef struct
{
  const char *languages;
  const char *counties;
  const char *agency;
  guint types;
  guint lost;
} MusterSeasonCover;

void muster_season_coverage_add (MusterSeasonCoverage *coverage, const MusterSeasonCover *cover);

/** Returns: (transfer full): in order, ended by %NULL: what only people covered who would be gone. */
char **muster_season_coverage_list_languages (MusterSeasonCoverage *coverage);
char **muster_season_coverage_list_counties (MusterSeasonCoverage *coverage);
/** Returns: (transfer full): the agencies whose last navigator would be gone. */
char **muster_season_coverage_list_agencies (MusterSeasonCoverage *coverage);
