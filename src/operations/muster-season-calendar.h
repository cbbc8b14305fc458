/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/muster-database.h"

/**
 * MusterSeasonCalendar: what goes into a calendar file.
 * @on: nothing of before that day
 * @agency_id: licences of that agency's people only; 0: everybody's
 * @agency: the name of the register's agency: it makes events of two registers differ
 * @time: the moment at which it is made, µs since 1970 UTC
 * @with_names: whose licence ends; otherwise only how many end on a day
 * @is_practice: the people are invented, and the calendar says so
 */
typedef struct
{
  const GDate *on;
  gint64 agency_id;
  const char *agency;
  gint64 time;
  gboolean with_names;
  gboolean is_practice;
} MusterSeasonCalendar;

/**
 * Returns: (transfer full): an iCalendar file: when the season opens and is due, and when licences end. Sets @n_people to how many people are in it by name: with
 * names it is private, and leaves by #muster_export_season only. For a worker thread.
 */
GBytes *muster_season_calendar_make (MusterDatabase *database, const MusterSeasonCalendar *wanted, guint *n_people, GCancellable *cancellable, GError **error);
