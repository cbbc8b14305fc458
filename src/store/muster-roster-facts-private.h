/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "domain/muster-requirement-check.h"
#include "store/muster-database-private.h"

/*
 * What standing depends on, put together as of a day: for everybody in a few scans, or for one person by the same code.
 *
 * Roles and corrective actions are dated, and so is being with an agency. The roster state is not: somebody who is not active now counts as active on
 * days before the (known) inactivation that stands in the events.
 */

/**
 * MusterRosterDay: by what people are judged.
 * @known_on: G_MAXUINT32 for all that is known; @known_until: its end, µs since 1970 UTC
 * @over: the end of the day, µs since 1970 UTC
 * @pack: the rules on that day
 * @notices: (element-type MusterNoticeDays): the versions of the notice; @versions: (element-type utf8): what they are called
 */
typedef struct
{
  MusterDay as_of;
  MusterDay known_on;
  gint64 known_until;
  gint64 over;
  MusterRulePack *pack;
  MusterRequirementDay requirements;
  GArray *notices;
  GPtrArray *versions;
  GTimeZone *zone; /* where the days are: asking the system for it takes longer than all the rest of a row */
} MusterRosterDay;

/** @pack: (nullable): judges by it instead of by the rules that are in force. */
gboolean muster_roster_day_init (MusterRosterDay *day, MusterDatabase *database, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GError **error);
/** The same by what had been recorded before @moment, µs since 1970 UTC. */
gboolean muster_roster_day_init_before (MusterRosterDay *day, MusterDatabase *database, const GDate *as_of, gint64 moment, GError **error);
void muster_roster_day_clear (MusterRosterDay *day);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterRosterDay, muster_roster_day_clear)

/** Returns: the day in @column; 0 for none. */
MusterDay muster_roster_read_day (MusterStatement *statement, int column);
/** Returns: the moment at which the local @day is over, µs since 1970 UTC. */
gint64 muster_roster_find_end_of_day (const GDate *day);
/** Returns: the local day of @moment, µs since 1970 UTC. */
MusterDay muster_roster_moment_to_day (const MusterRosterDay *day, gint64 moment);

/**
 * MusterRosterDraft: one person's facts while they are read.
 * @since: per role, the effective day of the state
 * @roles: what rules ask of each role
 * @agency_id: of the agency on the day; 0: none
 * @corrected: per role, when a certification was corrected last, and on which day it had been recorded
 * @is_known, @is_later_known: something was recorded in time, or only afterwards
 * @leaves_later: an inactivation comes after the day
 * @is_there_by_then, @is_there_later: something was recorded by the end of the day, or after it
 * @is_taken_back: the person came with an import that was undone
 */
typedef struct
{
  gint64 agency_id;
  MusterDay since[MUSTER_N_ASSISTER_TYPES];
  MusterRoleFacts roles[MUSTER_N_ASSISTER_TYPES];
  struct
  {
    gint64 at;
    MusterDay recorded;
  } corrected[MUSTER_N_ASSISTER_TYPES];
  guint32 agency_since;
  gboolean agency_has_begun;
  MusterStandingFacts facts;
  guint8 is_known : 1;
  guint8 is_later_known : 1;
  guint8 leaves_later : 1;
  guint8 is_there_by_then : 1;
  guint8 is_there_later : 1;
  guint8 is_taken_back : 1;
  guint8 is_judged : 1;
} MusterRosterDraft;

/** Returns: the draft of a person; %NULL for one who is to be passed over. */
typedef MusterRosterDraft *(*MusterRosterFindDraft) (gpointer data, gint64 assister_id);

/** Reads into the drafts that @find gives, of @assister_id only, or of everybody for 0. They must be zero before. */
gboolean muster_roster_facts_read (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data,
                                   GCancellable *cancellable, GError **error);

/** Whether the person was in the register by the day of knowledge; without a history that says so, always. */
gboolean muster_roster_facts_is_known (const MusterRosterDraft *draft);

/** Returns: the standing of whoever was read, requirements included. */
MusterStanding muster_roster_facts_judge (const MusterRosterDay *day, MusterRosterDraft *draft);

/**
 * Returns: (transfer full) (element-type MusterRequirementFact): the evidence of one person, as far as rules ask for it, in order of its recording. @ids, if given: (element-type
 * gint64): the row of each.
 */
GArray *muster_roster_evidence_read (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, GArray **ids, GError **error);

/** Takes with which agency everybody, or one person, is: by what was known then. */
gboolean muster_roster_stays_take (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data,
                                   GCancellable *cancellable, GError **error);

/** Takes everybody’s evidence, or one person’s, and judges whoever has some. */
gboolean muster_roster_evidence_take (MusterDatabase *database, const MusterRosterDay *day, gint64 assister_id, MusterRosterFindDraft find, gpointer data,
                                      GCancellable *cancellable, GError **error);
