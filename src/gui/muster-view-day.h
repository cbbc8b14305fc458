/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterViewDay: the day people are looked at, on both axes of time.
 * @as_of: how things stood, or will stand if nothing is recorded; unset for today, whenever that is
 * @known_on: by what had been recorded through that day; unset for all that is known now
 */
typedef struct
{
  GDate as_of;
  GDate known_on;
} MusterViewDay;

/** Sets @day to today, by all that is known. */
void muster_view_day_init (MusterViewDay *day);
/** Returns: (transfer floating): the target of "win.open-assister-on": the person @id on @day. */
GVariant *muster_view_day_make_target (const MusterViewDay *day, gint64 id);
/** Reads such a target. Returns: whether its days are days. */
gboolean muster_view_day_read_target (MusterViewDay *day, gint64 *id, GVariant *target);
gboolean muster_view_day_is_today (const MusterViewDay *day);
/** Sets @date to the day that is meant. */
void muster_view_day_get_date (const MusterViewDay *day, GDate *date);
/** Returns: (nullable): @day's known_on; %NULL for an unset one. */
const GDate *muster_view_day_get_known_on (const MusterViewDay *day);
/** Returns: (transfer full): "As it was on Oct 15, 2025, by what was recorded through Nov 2, 2025". */
char *muster_view_day_dup_text (const MusterViewDay *day);
