/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "domain/muster-decision.h"
#include "domain/muster-incident-clock.h"

/** MusterCaseTile: a count at the head of a register of cases, and what it shows. */
typedef enum
{
  MUSTER_CASE_TILE_OPEN, /* decisions: waiting for a second person */
  MUSTER_CASE_TILE_OVERDUE,
  MUSTER_CASE_TILE_WEEK,   /* due today or within the six days after it */
  MUSTER_CASE_TILE_CLOSED, /* within the last 90 days */
  MUSTER_CASE_TILE_APPROVED,
  MUSTER_CASE_TILE_REFUSED,
  MUSTER_CASE_TILE_ALL,
} MusterCaseTile;

#define MUSTER_N_CASE_TILES 7

/* Which tiles a case is counted by: bits, 1 << MusterCaseTile. Days that are not there are unset. */

/** @deadline: muster_corrective_action_get_deadline(). */
guint muster_case_tiles_of_action (MusterActionState state, const GDate *deadline, const GDate *closed, const GDate *today);
guint muster_case_tiles_of_decision (MusterDecisionState state);
/** @undone: (nullable): the first duty that is not done. */
guint muster_case_tiles_of_incident (MusterIncidentState state, const MusterIncidentClock *undone, const GDate *closed, const GDate *today);

/**
 * muster_case_get_place: where a case stands in its register; the lowest comes first, and of equals the newest.
 * @tiles: by which it is counted
 * @due: (nullable): the day by which something is due, if any
 *
 * Those that are open come first, by the day they are due: what is overdue longest is at the top, and what has no day at their end.
 */
guint32 muster_case_get_place (guint tiles, const GDate *due);
