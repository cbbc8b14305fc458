/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-people-table.h"
#include "store/muster-snooze-table.h"
#include "store/muster-today-query.h"

/* How the list of a day is put together: what all its kinds need, and the kinds that are read from cases and from the roster. */

/** MusterTodayMaking: a list on its way. @pack: by which things are called to mind. @snoozes: what is put off, by key; @yesterday: what was the day before; @wanted: what is looked for, where
 * one kind is listed only; @found: whether it is there */
typedef struct
{
  MusterDatabase *database;
  MusterToday *today;
  MusterRulePack *pack;
  GHashTable *snoozes;
  GHashTable *yesterday;
  gint64 wanted;
  gboolean found;
  gboolean with_snoozed;
} MusterTodayMaking;

MusterTodayGroup *muster_today_group_new (MusterTodayKind kind);
/** A GDestroyNotify. */
void muster_today_group_free (gpointer group);
/** Returns: (nullable): that @id of @kind was put off, if it was. */
const MusterSnooze *muster_today_find_snooze (const MusterTodayMaking *making, MusterTodayKind kind, gint64 id);
/** Counts @id in @group, and says whether it is to be listed. What is folded is put off with the line that stands for it, too. @due: (nullable): its day; unset without. @snooze: (out) (nullable) */
gboolean muster_today_count_in (MusterTodayMaking *making, MusterTodayGroup *group, gint64 id, const GDate *due, gboolean is_folded, const MusterSnooze **snooze);
/** Returns: (transfer full). @snooze: (nullable) */
MusterTodayItem *muster_today_item_new (MusterTodayKind kind, gint64 id, gint64 assister_id, const MusterSnooze *snooze);
/** Returns: (transfer none): the item that was added to @group. */
MusterTodayItem *muster_today_add_item (MusterTodayGroup *group, gint64 id, gint64 assister_id, const MusterSnooze *snooze);
/** Takes @group, and leaves it out where it is empty. */
gboolean muster_today_finish (MusterTodayMaking *making, MusterTodayGroup *group, GError **error);

/** Adds what the tables of cases hold of @kind. */
gboolean muster_today_add_cases (MusterTodayMaking *making, MusterTodayKind kind, GError **error);
/** Adds the incidents with a report that is due. */
gboolean muster_today_add_incidents (MusterTodayMaking *making, MusterRosterIndex *index, GError **error);
/** Adds the corrective actions that more is proposed for. */
gboolean muster_today_add_escalations (MusterTodayMaking *making, GError **error);
/** Adds whose license lapsed or can be renewed. */
gboolean muster_today_add_licences (MusterTodayMaking *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error);
/** Adds people. In a season many wait for the same: one line stands for them, and whoever is on the list for something else stands there alone, and first. */
gboolean muster_today_add_people (MusterTodayMaking *making, MusterRosterIndex *index, MusterTodayKind kind, GError **error);
