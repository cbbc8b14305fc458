/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"

/*
 * The recertification season (domain.md "Requirements"): who has to show anew what the rules ask for, who has, what everybody else lacks, and whether it will be
 * done in time. What holds through the day on which the season is due does not hold the day after: so people are judged by that day, from what is known so far.
 */

/** MusterSeasonPhase: how a day lies to a season. */
typedef enum
{
  MUSTER_SEASON_AHEAD,
  MUSTER_SEASON_OPEN,
  MUSTER_SEASON_OVER,
} MusterSeasonPhase;

/** Returns: "ahead", "open", "over": promised in JSON. */
const char *muster_season_phase_to_code (MusterSeasonPhase phase);
MusterSeasonPhase muster_season_get_phase (const MusterSeason *season, const GDate *on);
/** Sets @day to the day by which people are judged on @on: the one after the season is due, or @on itself where that is later. */
void muster_season_get_judging_day (const MusterSeason *season, const GDate *on, GDate *day);
/**
 * Sets @opens to the day on which the next season opens after @on. @is_expected: no rules tell of it yet, and it is the day of @season a year later. Unset where
 * that day is past as well: then the rules are too old to tell.
 */
void muster_season_find_next (const MusterSeason *season, const GDate *on, GDate *opens, gboolean *is_expected);

/** Returns: the requirements of @pack that are shown anew in every season, and without which nobody may assist, as a mask. */
guint32 muster_season_get_requirements (MusterRulePack *pack);

/**
 * MusterSeasonStanding: how somebody stands in the season.
 * @types: the certified roles that have to be recertified; 0: the season does not concern the person
 * @late_types: those of them in which something is lacking yet
 * @asked, @lacking: requirements, as masks
 */
typedef struct
{
  guint types;
  guint late_types;
  guint32 asked;
  guint32 lacking;
} MusterSeasonStanding;

/** Judges somebody of whom @facts are known, by the requirements of the season only, on the day of muster_season_get_judging_day(). */
MusterSeasonStanding muster_season_judge (MusterRulePack *pack, const MusterStandingFacts *facts);
/** Whether the season concerns the person and nothing is lacking any more. */
gboolean muster_season_standing_is_done (const MusterSeasonStanding *standing);

typedef struct
{
  guint n;
  guint n_done;
} MusterSeasonCount;

/** MusterSeasonProgress: @of_requirement: by place in the pack: of how many it is asked, and how many have shown it. */
typedef struct
{
  MusterSeasonCount people;
  MusterSeasonCount of_requirement[MUSTER_MAX_REQUIREMENTS];
} MusterSeasonProgress;

/** Counts a person in; nobody whom the season does not concern. */
void muster_season_progress_add (MusterSeasonProgress *progress, const MusterSeasonStanding *standing);
/** Returns: in percent, 100 only where all are done; 100 of nobody. */
guint muster_season_count_get_percent (const MusterSeasonCount *count);

/** For so many days from its opening on nothing is said about a season: the pace of a few days is none. */
#define MUSTER_SEASON_FORECAST_DAYS 7
/** Nobody is told a day that is further away than this, in days. */
#define MUSTER_SEASON_FORECAST_MOST 730

/** MusterSeasonOutlook: what can be said of the end. */
typedef enum
{
  MUSTER_OUTLOOK_NOT_OPEN,  /* the season is ahead or over */
  MUSTER_OUTLOOK_NOBODY,    /* there is nobody to recertify */
  MUSTER_OUTLOOK_ALL_DONE,
  MUSTER_OUTLOOK_TOO_EARLY, /* too few days have passed */
  MUSTER_OUTLOOK_NO_PACE,   /* nobody is done yet */
  MUSTER_OUTLOOK_IN_TIME,
  MUSTER_OUTLOOK_LATE,
} MusterSeasonOutlook;

/**
 * MusterSeasonForecast: what becomes of it at the pace since the opening.
 * @days: that have passed, the first one and this one included
 * @complete: when all will be done; unset where nothing can be said, or the day is too far away to be named
 * @by_due: how many will be done by the day it is due, those who are done included
 */
typedef struct
{
  MusterSeasonOutlook outlook;
  guint days;
  GDate complete;
  guint by_due;
} MusterSeasonForecast;

/** Returns: "not-open", "in-time", "late", …: promised in JSON. */
const char *muster_season_outlook_to_code (MusterSeasonOutlook outlook);
MusterSeasonForecast muster_season_foresee (const MusterSeason *season, const MusterSeasonCount *people, const GDate *on);

/** Returns: (transfer full): translated: "43 of 88 people are recertified." */
char *muster_season_dup_headline (const MusterSeasonCount *people);
/** Returns: (transfer full): translated: the forecast in a sentence or two, or why there is none. @day: how days are written; muster_date_to_iso(). */
char *muster_season_forecast_dup_text (const MusterSeasonForecast *forecast, const MusterSeason *season, const MusterSeasonCount *people, char *(*day) (const GDate *date));
