/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-certification.h"
#include "domain/muster-public-list.h"

/**
 * MusterListWord: what a list says under one NPN.
 * @finding: what follows from it; MUSTER_LIST_NOT_REGISTERED on the first list and MUSTER_LIST_NOTHING on the second where the NPN is not on it
 * @line: of the row that says it; 0: none does
 * @year: the plan year of that row
 * @status: "T3": of the second list
 * @said: (nullable): the row as it stands there, "Header: value; …"; not kept where there is nothing to do
 */
typedef struct
{
  guint64 npn;
  guint32 line;
  guint32 day; /* Julian: of the event, on the second list */
  guint16 year;
  guint8 rank;
  guint8 finding; /* MusterListFinding */
  gboolean is_undated; /* a row of it has no day by which it could be put in order */
  char status[4];
  char *said;
} MusterListWord;

/**
 * MusterListComparison: a public list that goes by row after row, and what it says under the NPNs that are looked for. It keeps those only, so that a list
 * of a million rows costs what the roster costs.
 */
typedef struct _MusterListComparison MusterListComparison;

/**
 * muster_list_comparison_new:
 * @layout, @headers: of the list
 * @year: the plan year that is meant; 0: whichever (the second list only)
 * @today: on which a registration that ends has ended or not; the last day counts
 * @npns: the NPNs that are looked for, in any order
 */
MusterListComparison *muster_list_comparison_new (MusterPublicLists *lists, const MusterListLayout *layout, const char *const *headers, guint n_headers, guint year,
                                                  const GDate *today, const guint64 *npns, guint n_npns);
void muster_list_comparison_free (MusterListComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterListComparison, muster_list_comparison_free)

/**
 * muster_list_comparison_add: the next row.
 *
 * Of several rows of the plan year the best registration counts, and one that calls the NPN invalid counts above all; without any row of that year the
 * newest of the others is told. On the second list the newest event counts, of two on one day the one further down; of
 * those that have no day that can be read the gravest. A row that cannot be read never says that all is well, and one with a damaged NPN is told of whom it may mean.
 */
void muster_list_comparison_add (MusterListComparison *comparison, const char *const *cells, guint line);

/** Returns: (transfer none) (nullable): what the list says under @npn; %NULL if that was not looked for. */
const MusterListWord *muster_list_comparison_find (MusterListComparison *comparison, guint64 npn);
guint muster_list_comparison_get_n_rows (MusterListComparison *comparison);
/** Returns: in how many rows there is no NPN that can be read, or a day that cannot; @line, if given, is set to the first one's line. */
guint muster_list_comparison_get_n_unreadable (MusterListComparison *comparison, guint *line);
/** Returns: in how many of those there is no NPN: the list may say more of anybody. */
guint muster_list_comparison_get_n_nameless (MusterListComparison *comparison);
MusterListKind muster_list_comparison_get_kind (MusterListComparison *comparison);
guint muster_list_comparison_get_year (MusterListComparison *comparison);

/** Returns: @text, an NPN as it is kept or as spreadsheets wrap it, as a number that stands for it alone; 0 if it is none. */
guint64 muster_list_npn_read (const char *text);

/** Whether a broker in @state is compared: the role is held, and neither denied, withdrawn nor left. */
gboolean muster_list_concerns (MusterCertificationState state);
/**
 * muster_list_judge:
 * @word: what the list says
 * @state: the person's, as a broker
 *
 * Returns: what is to be said about the person. Nothing is proposed about somebody whose certification is revoked already, but a reinstatement is.
 */
MusterListFinding muster_list_judge (const MusterListWord *word, MusterCertificationState state);
