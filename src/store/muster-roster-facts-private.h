/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "domain/muster-standing.h"
#include "store/muster-database-private.h"

/*
 * What standing depends on, put together as of a day: for everybody in a few scans, or for one person by the same code.
 *
 * Roles and corrective actions are dated, and so is being with an agency. The roster state is not: somebody who is not active now counts as active on
 * days before the (known) inactivation that stands in the events.
 */

/** MusterRosterDay: days as numbers, 20260131. @known_on: G_MAXUINT32 for all that is known; @known_until: its end, µs since 1970 UTC. */
typedef struct
{
  guint32 as_of;
  guint32 known_on;
  gint64 known_until;
} MusterRosterDay;

void muster_roster_day_init (MusterRosterDay *day, const GDate *as_of, const GDate *known_on);

/**
 * MusterRosterDraft: one person's facts while they are read.
 * @since: per role, the effective day of the state
 * @agency_id: of the agency on the day; 0: none
 * @is_known, @is_later_known: something was recorded in time, or only afterwards
 * @leaves_later: an inactivation comes after the day
 * @is_taken_back: the person came with an import that was undone
 */
typedef struct
{
  gint64 agency_id;
  guint32 since[MUSTER_N_ASSISTER_TYPES];
  guint32 agency_since;
  gboolean agency_has_begun;
  MusterStandingFacts facts;
  guint8 is_known : 1;
  guint8 is_later_known : 1;
  guint8 leaves_later : 1;
  guint8 is_taken_back : 1;
} MusterRosterDraft;

/** Returns: the draft of a person; %NULL for one who is to be passed over. */
typedef MusterRosterDraft *(*MusterRosterFindDraft) (gpointer data, gint64 assister_id);

/** Reads into the drafts that @find gives, of @assister_id only, or of everybody for 0. They must be zero before. */
gboolean muster_roster_facts_read (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data,
                                   GCancellable *cancellable, GError **error);
