/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-reminder.h"
#include "domain/muster-today.h"
#include "store/muster-roster-query.h"

/** As many lines of one kind are listed; the count tells of all. */
#define MUSTER_TODAY_LINES 50
/** From as many people on, one line stands for those who only wait for the season. */
#define MUSTER_TODAY_LEAST_FOLDED 2

/**
 * MusterTodayGroup: all of one kind.
 * @count: how many there are that were not put off; @n_snoozed: that were
 * @items: (element-type MusterTodayItem): the most urgent first, up to MUSTER_TODAY_LINES; those that are folded come last
 * @fold: (nullable): the line that stands for all who only wait for the recertification season; its id is 0
 * @n_folded: for how many, of those that are counted and, if it was asked for them, of those put off
 */
typedef struct
{
  MusterTodayKind kind;
  guint count;
  guint n_snoozed;
  GPtrArray *items;
  MusterTodayItem *fold;
  guint n_folded;
} MusterTodayGroup;

/**
 * MusterToday: what needs a person on a day.
 * @n_called: how many of those that count are called to mind on it by the rules: so many days before they are due, every so many late, and back from being put off
 * @n_undated: how many of them have no day
 * @groups: (element-type MusterTodayGroup): those that have something, in order of urgency
 */
typedef struct
{
  GDate today;
  guint count;
  guint n_snoozed;
  guint n_called;
  guint n_undated;
  GPtrArray *groups;
} MusterToday;

void muster_today_free (MusterToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterToday, muster_today_free)

/**
 * muster_today_query:
 * @index: of everybody as of @today; what there is to do about people is read from it
 * @with_snoozed: lists what was put off too, with until when and why
 *
 * Returns: (transfer full): the list of @today. It is made anew from what the register holds: nothing is missed after days off, and nothing stands there twice.
 */
MusterToday *muster_today_query (MusterDatabase *database, MusterRosterIndex *index, const GDate *today, gboolean with_snoozed, GError **error);

/** Sets @has to whether @id of @kind is on the list of @today, put off or not; 0: the line that stands for many. */
gboolean muster_today_has (MusterDatabase *database, MusterRosterIndex *index, const GDate *today, MusterTodayKind kind, gint64 id, gboolean *has, GError **error);

/** How many things will need a person on @today and the days after it, as many as @forecast says, if nothing is recorded; and when to call them to mind. */
gboolean muster_today_forecast (MusterDatabase *database, const GDate *today, MusterReminderForecast *forecast, GCancellable *cancellable, GError **error);
