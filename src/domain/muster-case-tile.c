/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-case-tile.h"

#define WEEK_DAYS 7
#define CLOSED_DAYS 90

#define BIT(tile) (1u << MUSTER_CASE_TILE_##tile)

static guint
get_closed (const GDate *closed, const GDate *today)
{
  return g_date_valid (closed) && g_date_days_between (closed, today) <= CLOSED_DAYS ? BIT (ALL) | BIT (CLOSED) : BIT (ALL);
}

static gboolean
is_this_week (const GDate *due, const GDate *today)
{
  return g_date_valid (due) && g_date_days_between (today, due) >= 0 && g_date_days_between (today, due) < WEEK_DAYS;
}

guint
muster_case_tiles_of_action (MusterActionState state, const GDate *deadline, const GDate *closed, const GDate *today)
{
  if (state != MUSTER_ACTION_OPEN)
    return get_closed (closed, today);
  if (is_this_week (deadline, today))
    return BIT (ALL) | BIT (OPEN) | BIT (WEEK);
  return g_date_compare (deadline, today) < 0 ? BIT (ALL) | BIT (OPEN) | BIT (OVERDUE) : BIT (ALL) | BIT (OPEN);
}

guint
muster_case_tiles_of_decision (MusterDecisionState state)
{
  if (state == MUSTER_DECISION_PROPOSED)
    return BIT (ALL) | BIT (OPEN);
  if (state == MUSTER_DECISION_APPROVED)
    return BIT (ALL) | BIT (APPROVED);
  return state == MUSTER_DECISION_REFUSED ? BIT (ALL) | BIT (REFUSED) : BIT (ALL);
}

guint
muster_case_tiles_of_incident (MusterIncidentState state, const MusterIncidentClock *undone, const GDate *closed, const GDate *today)
{
  if (state != MUSTER_INCIDENT_OPEN)
    return get_closed (closed, today);
  if (undone == NULL)
    return BIT (ALL) | BIT (OPEN);
  if (undone->state == MUSTER_CLOCK_LATE)
    return BIT (ALL) | BIT (OPEN) | BIT (OVERDUE);
  return is_this_week (&undone->due.day, today) ? BIT (ALL) | BIT (OPEN) | BIT (WEEK) : BIT (ALL) | BIT (OPEN);
}

guint32
muster_case_get_place (guint tiles, const GDate *due)
{
  if ((tiles & BIT (OPEN)) == 0)
    return G_MAXUINT32;
  return due != NULL && g_date_valid (due) ? g_date_get_julian (due) : G_MAXUINT32 - 1;
}
