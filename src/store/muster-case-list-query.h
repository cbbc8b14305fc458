/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "domain/muster-case-tile.h"
#include "store/muster-database.h"

/**
 * MusterCaseList: a register of cases, in the order of muster_case_get_place(), as it is counted and searched: the ids of all, however many there are, and of each by which tiles it is
 * counted. What a line says is read by the screenful (muster-cases-table.h, muster-incident-table.h).
 */
typedef struct _MusterCaseList MusterCaseList;

/**
 * muster_case_list_query_load:
 * @pack: by which duties of incidents are counted
 * @whole: with the words that are searched, and of incidents what is due; without them the list is there at once, and open incidents are in the order of their age
 *
 * Of what the connection may see.
 */
MusterCaseList *muster_case_list_query_load (MusterDatabase *database, MusterCaseKind kind, MusterRulePack *pack, const MusterMoment *now, gboolean whole, GError **error);
void muster_case_list_free (MusterCaseList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCaseList, muster_case_list_free)

/** Whether it was loaded with its words. */
gboolean muster_case_list_is_whole (const MusterCaseList *self);
/** How many cases @tile counts. */
guint muster_case_list_count (const MusterCaseList *self, MusterCaseTile tile);
/** Returns: (transfer full) (element-type gint64): the ids of those that @tile counts and that have each word of @sought (muster_text_fold(); of a whole list, else "") in number, names or text. */
GArray *muster_case_list_select (const MusterCaseList *self, MusterCaseTile tile, const char *sought);
