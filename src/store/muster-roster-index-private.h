/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-people-table.h"
#include "store/muster-roster-facts-private.h"
#include "store/muster-roster-query.h"

#define MUSTER_N_ROSTER_SORTS 6
#define MUSTER_ROSTER_NOWHERE G_MAXUINT

/** One person: 40 bytes. @agency: 0 for none, else one more than its place among the agencies. */
typedef struct
{
  gint64 id;
  guint32 agency;
  MusterStandingFacts facts;
  guint16 reasons;
  guint8 types : 4;
  guint8 assisting_types : 4;
  guint8 overall;
} MusterRosterEntry;

G_STATIC_ASSERT (sizeof (MusterRosterEntry) == 40);

/** An order other than by name, made at first use: positions; whoever has nothing to be ordered by comes after the first @n_with. */
typedef struct
{
  guint32 *positions;
  guint n_with;
} MusterRosterOrder;

/** Where people work and what they speak, made at first use. @counties, @languages: by position: one more than the place of the text; 0: none. */
typedef struct
{
  guint32 *counties;
  guint32 *languages;
  GPtrArray *texts; /* %NULL before the first use */
} MusterRosterPlaces;

struct _MusterRosterIndex
{
  MusterRosterDay day;
  MusterRosterEntry *entries; /* in order of name */
  guint32 *by_id;             /* positions in order of the ids */
  guint n;
  GPtrArray *agencies; /* MusterAgency, by name */
  GMutex lock;         /* of what follows */
  MusterRosterOrder orders[MUSTER_N_ROSTER_SORTS];
  MusterRosterPlaces places;
};

/** Returns: where the person is in order of name; MUSTER_ROSTER_NOWHERE if not in the index. */
guint muster_roster_index_find (MusterRosterIndex *index, gint64 id);
MusterStanding muster_roster_entry_get_standing (const MusterRosterEntry *entry);
/** Returns: where people work and what they speak; kept by the index. %NULL on error. */
const MusterRosterPlaces *muster_roster_index_get_places (MusterRosterIndex *index, MusterDatabase *database, GError **error);
/** Returns: (transfer full): by what a position has: whether @word is in its text. */
guint8 *muster_roster_places_find (const MusterRosterPlaces *places, const char *word);
void muster_roster_places_clear (MusterRosterPlaces *places);
/** Returns: the order for @sort, kept by the index; its positions are %NULL for the order of name. %NULL on error. */
const MusterRosterOrder *muster_roster_index_get_order (MusterRosterIndex *index, MusterDatabase *database, MusterRosterSort sort, GError **error);
