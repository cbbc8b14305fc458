/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * MusterCalendar: whole days with what happens on them, as an iCalendar file (RFC 5545): CRLF, lines of at most 75 octets, texts escaped. Calendar days have no
 * time zone, so that they never shift.
 */
typedef struct _MusterCalendar MusterCalendar;

/** @time: the moment at which it is made, µs since 1970 UTC */
MusterCalendar *muster_calendar_new (gint64 time);
void muster_calendar_free (MusterCalendar *calendar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCalendar, muster_calendar_free)

/**
 * @uid: names the event for ever: read once more, it takes the place of what it was
 * @description: (nullable)
 * @is_private: who shares the calendar with others does not share this
 */
void muster_calendar_add_day (MusterCalendar *calendar, const char *uid, const GDate *day, const char *summary, const char *description, gboolean is_private);
/** Returns: (transfer full): the whole file. */
GBytes *muster_calendar_finish (MusterCalendar *calendar);
