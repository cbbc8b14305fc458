/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-answer.h"
#include "store/muster-store.h"

typedef enum
{
  MUSTER_SORT_NAME,
  MUSTER_SORT_AGENCY,
  MUSTER_SORT_STATUS,
  MUSTER_SORT_NPN,
  MUSTER_SORT_EMAIL,
  MUSTER_SORT_MAY_ASSIST,
} MusterRosterSort;

/**
 * MusterRosterIndex: the roster at a glance, as of a day: everybody's id, agency and standing in order of name; 44 bytes a person. Made off the main
 * thread by one read; immutable. Standing is judged by the domain, never by SQL.
 */
typedef struct _MusterRosterIndex MusterRosterIndex;

/**
 * @known_on: (nullable): only what had been recorded through that day; whoever was not known by then is left out.
 *
 * Roles, corrective actions and agencies are dated; somebody who is not active now counts as active before the inactivation.
 */
MusterRosterIndex *muster_roster_index_new (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error);
/**
 * Returns: (transfer full): the same by all that is known now, as it was made for whoever asked last, if nothing has been recorded since: several pages
 * look at one day. Waits while another thread makes it.
 */
MusterRosterIndex *muster_roster_index_get (MusterStore *store, MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error);
/** The same by the rules of @pack, whatever was adopted: what adopting it would change. */
MusterRosterIndex *muster_roster_index_new_by (MusterDatabase *database, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error);
/**
 * The same for the recertification season of the rules in force on @as_of: what is lacking is what somebody will lack when the season is over if nothing is
 * recorded after @as_of, of the requirements of the season only. For muster_season_judge().
 */
MusterRosterIndex *muster_roster_index_new_for_season (MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error);
/** The same by the licences only: somebody who may assist may until the licence ends, for all that is known. */
MusterRosterIndex *muster_roster_index_new_for_licences (MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error);
/** Returns: (transfer none): the rules by which people were judged. */
MusterRulePack *muster_roster_index_get_pack (MusterRosterIndex *index);
MusterRosterIndex *muster_roster_index_ref (MusterRosterIndex *index);
void muster_roster_index_unref (MusterRosterIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRosterIndex, muster_roster_index_unref)
guint muster_roster_index_get_size (MusterRosterIndex *index);
/** Returns: the id of who stands at @position in order of name, and what is known of that person. */
gint64 muster_roster_index_get_facts (MusterRosterIndex *index, guint position, MusterStandingFacts *facts);
/** Returns: (nullable): the agency of who stands at @position. */
const MusterAgency *muster_roster_index_get_agency (MusterRosterIndex *index, guint position);
/** Returns: (nullable): the agency of the person; %NULL also for one whom the index has not. */
const MusterAgency *muster_roster_index_find_agency (MusterRosterIndex *index, gint64 id);
/** Whether the index has the person; sets @facts. */
gboolean muster_roster_index_find_facts (MusterRosterIndex *index, gint64 id, MusterStandingFacts *facts);

/** MusterRosterFilter: all that is given must hold; with @states and @types, one of these roles in one of these states. */
typedef struct
{
  const char *search;  /* words, each the beginning of a name, an id, a part of the e-mail or of the agency's name; accents and case ignored; %NULL */
  guint states;        /* 1 << MusterCertificationState, of any role held; 0: all */
  guint types;         /* flags; 0: all */
  gint64 agency_id;    /* 0: all */
  const char *county;  /* one of those that the person has, accents and case ignored; %NULL: all */
  const char *language; /* the same */
  int may_assist;      /* -1: all, 0, 1 */
  guint expiring;      /* those who may assist, and cease to within so many days unless something is recorded; 0: all */
  MusterRosterSort sort;
  gboolean descending;
} MusterRosterFilter;

/** Returns: (transfer full) (element-type gint64): ids in order. Fast enough to call at every key press, but meant for a worker thread. */
GArray *muster_roster_index_select (MusterRosterIndex *index, MusterDatabase *database, const MusterRosterFilter *filter, GCancellable *cancellable, GError **error);

/** Sets @counties and @languages (transfer full) to those that the people of @index have, in order. */
gboolean muster_roster_index_list_places (MusterRosterIndex *index, MusterDatabase *database, GStrv *counties, GStrv *languages, GError **error);

/** Returns: how many of the people in @ids (element-type gint64) the index has as such that may not assist. */
guint muster_roster_index_count_may_not (MusterRosterIndex *index, GArray *ids);

/** MusterRosterRow: a line of the list. */
typedef struct
{
  gint64 id;
  char *name;  /* "Lindqvist, Ana M." */
  char *agency;
  char *npn;
  char *assister_id;
  char *email;
  MusterStandingFacts facts;
  MusterStanding standing;
  gboolean is_expiring; /* within the days of the rules */
} MusterRosterRow;
void muster_roster_row_free (MusterRosterRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterRosterRow, muster_roster_row_free)

/** Returns: (transfer full) (element-type MusterRosterRow): the people of @ids, in that order; a screenful at a time, also on the main thread. Someone gone since gives %NULL there. */
GPtrArray *muster_roster_query_rows (MusterDatabase *database, MusterRosterIndex *index, const gint64 *ids, guint n_ids, GError **error);
/**
 * MusterPersonAnswer: the answer about one person.
 * @pack: by which it was found
 * @evidence: (element-type gint64): the rows behind the facts that the findings name
 * @agency: (nullable): with which the person is
 */
typedef struct
{
  MusterRulePack *pack;
  MusterAnswer *answer;
  GArray *evidence;
  char *agency;
} MusterPersonAnswer;
void muster_person_answer_free (MusterPersonAnswer *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterPersonAnswer, muster_person_answer_free)

/** Returns: (transfer full): whether one person may assist, with every reason and what is required. @pack: (nullable): by its rules instead of those in force. MUSTER_ERROR_NOT_FOUND for somebody who was not in the register by @known_on. */
MusterPersonAnswer *muster_roster_query_answer (MusterDatabase *database, gint64 assister_id, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GError **error);

/** Returns: (transfer full): the same by what had been recorded before @moment, µs since 1970 UTC. */
MusterPersonAnswer *muster_roster_query_answer_before (MusterDatabase *database, gint64 assister_id, const GDate *as_of, gint64 moment, GError **error);

/** The standing of one person as of a day. */
gboolean muster_roster_query_standing (MusterDatabase *database, gint64 assister_id, const GDate *as_of, const GDate *known_on, MusterStandingFacts *facts, MusterStanding *standing, GError **error);
