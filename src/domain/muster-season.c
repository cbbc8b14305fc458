/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-season.h"

#define MONTHS_BETWEEN_SEASONS 12

static const char *const phases[] = { "ahead", "open", "over" };

const char *
muster_season_phase_to_code (MusterSeasonPhase phase)
{
  g_return_val_if_fail ((guint) phase < G_N_ELEMENTS (phases), "");
  return phases[phase];
}

MusterSeasonPhase
muster_season_get_phase (const MusterSeason *season, const GDate *on)
{
  if (g_date_compare (on, &season->opens) < 0)
    return MUSTER_SEASON_AHEAD;
  return g_date_compare (on, &season->due) <= 0 ? MUSTER_SEASON_OPEN : MUSTER_SEASON_OVER;
}

void
muster_season_get_judging_day (const MusterSeason *season, const GDate *on, GDate *day)
{
  *day = season->due;
  g_date_add_days (day, 1);
  if (g_date_compare (on, day) > 0)
    *day = *on;
}

void
muster_season_find_next (const MusterSeason *season, const GDate *on, GDate *opens, gboolean *is_expected)
{
  *opens = season->opens;
  *is_expected = FALSE;
  if (g_date_compare (opens, on) > 0)
    return;
  g_date_add_months (opens, MONTHS_BETWEEN_SEASONS);
  *is_expected = g_date_compare (opens, on) > 0;
  if (!*is_expected)
    g_date_clear (opens, 1);
}

static gboolean
is_of_season (const MusterRequirement *requirement)
{
  return requirement->renewal == MUSTER_RENEWAL_SEASON && requirement->blocks;
}

guint32
muster_season_get_requirements (MusterRulePack *pack)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  guint32 mask = 0;

  for (guint place = 0; place < n; place++)
    if (is_of_season (requirements[place]))
      mask |= 1u << place;
  return mask;
}

static guint
list_certified (const MusterStandingFacts *facts)
{
  guint types = 0;

  for (guint i = 0; facts->active && i < MUSTER_N_ASSISTER_TYPES; i++)
    if (facts->states[i] == MUSTER_STATE_CERTIFIED || facts->states[i] == MUSTER_STATE_CERTIFIED_RESTRICTED)
      types |= 1u << i;
  return types;
}

MusterSeasonStanding
muster_season_judge (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  guint n, certified = list_certified (facts);
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (pack, &n);
  MusterSeasonStanding standing = { 0 };

  for (guint place = 0; place < n; place++)
    if (is_of_season (requirements[place]) && (requirements[place]->types & certified) != 0)
      {
        standing.types |= requirements[place]->types & certified;
        standing.asked |= 1u << place;
      }
  standing.late_types = facts->blocked_types & standing.types;
  standing.lacking = (facts->missing | facts->expired | facts->adverse) & standing.asked;
  return standing;
}

gboolean
muster_season_standing_is_done (const MusterSeasonStanding *standing)
{
  return standing->types != 0 && standing->late_types == 0;
}

static void
count (MusterSeasonCount *counted, gboolean is_done)
{
  counted->n++;
  counted->n_done += is_done;
}

void
muster_season_progress_add (MusterSeasonProgress *progress, const MusterSeasonStanding *standing)
{
  if (standing->types == 0)
    return;
  count (&progress->people, muster_season_standing_is_done (standing));
  for (guint place = 0; place < MUSTER_MAX_REQUIREMENTS; place++)
    if ((standing->asked & (1u << place)) != 0)
      count (&progress->of_requirement[place], (standing->lacking & (1u << place)) == 0);
}

guint
muster_season_count_get_percent (const MusterSeasonCount *counted)
{
  return counted->n == 0 ? 100 : (guint) ((guint64) counted->n_done * 100 / counted->n);
}
