/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-season.h"
#include "store/muster-database.h"

/** MusterSeasonAgency: how far an agency is. @id, @name: 0 and %NULL for people with no agency. */
typedef struct
{
  gint64 id;
  char *name;
  MusterSeasonCount count;
} MusterSeasonAgency;

/** MusterSeasonPerson: somebody who is behind. @lacking: a mask over the requirements; @agency: the place among the report’s agencies */
typedef struct
{
  gint64 assister_id;
  guint agency;
  guint32 lacking;
  guint types;
} MusterSeasonPerson;

/**
 * MusterSeasonReport: the recertification season as of a day. Immutable, counted.
 * @pack: the rules in force
 * @next: when the next season opens; unset where the rules are too old to tell; @next_is_expected: no rules tell of it yet
 * @agencies: (element-type MusterSeasonAgency): those with somebody whom the season concerns, the one with most people behind first
 * @behind: (element-type MusterSeasonPerson): in order of name
 * @languages, @counties, @without_navigator: what nobody would cover any more if those behind lost the roles they are behind in
 *
 * Before the season opens nobody is behind yet, and once it is over with all done nothing is left of it: see muster_season_report_is_running().
 */
typedef struct
{
  MusterRulePack *pack;
  GDate on;
  MusterSeasonPhase phase;
  GDate next;
  gboolean next_is_expected;
  MusterSeasonProgress progress;
  MusterSeasonForecast forecast;
  GPtrArray *agencies;
  GArray *behind;
  char **languages;
  char **counties;
  char **without_navigator;
} MusterSeasonReport;

MusterSeasonReport *muster_season_report_ref (MusterSeasonReport *report);
void muster_season_report_unref (MusterSeasonReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSeasonReport, muster_season_report_unref)

/** Returns: (transfer full): for a worker thread. @agency_id: people of that agency only, and what would be left uncovered among them; 0: everybody. */
MusterSeasonReport *muster_season_report_new (MusterDatabase *database, const GDate *on, gint64 agency_id, GCancellable *cancellable, GError **error);

/** Whether there is something to do about it: it is open, or it is over and somebody missed it. */
gboolean muster_season_report_is_running (const MusterSeasonReport *report);
/** Returns: (transfer full): translated: that there is no season on the day, and when the next one opens. @day: how days are written. */
char *muster_season_report_dup_next (const MusterSeasonReport *report, char *(*day) (const GDate *date));
/** Returns: (nullable): the agency of @person; %NULL for none. */
const char *muster_season_report_get_agency (const MusterSeasonReport *report, const MusterSeasonPerson *person);
/** Returns: (transfer full): the titles of what @person lacks, joined by semicolons, since titles have commas. */
char *muster_season_report_dup_lacking (const MusterSeasonReport *report, const MusterSeasonPerson *person);
