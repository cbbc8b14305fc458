/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_date_parse_iso:
 *
 * Reads YYYY-MM-DD, strictly. Other forms belong to import. Dates are calendar dates and never shift with a time zone.
 *
 * Returns: %TRUE, or %FALSE with MUSTER_ERROR_INVALID naming the value.
 */
gboolean muster_date_parse_iso (const char *text, GDate *date, GError **error);

/** Returns: (transfer full) (nullable): YYYY-MM-DD; %NULL for an invalid (unset) date. */
char *muster_date_to_iso (const GDate *date);

/** Returns: (transfer full) (nullable): the day as a sentence says it to people: “Oct 15, 2026”; %NULL for an unset date. */
char *muster_date_dup_text (const GDate *date);

/** Returns: %TRUE if both are unset or both the same day. */
gboolean muster_date_equal (const GDate *a, const GDate *b);

/** Sets @date to the calendar day of @time, µs since 1970 UTC, where the register is kept. */
void muster_date_set_time (GDate *date, gint64 time);

/** Whether @on is not after @today: what is recorded has happened. MUSTER_ERROR_RULE names the day. */
gboolean muster_date_check_happened (const GDate *on, const GDate *today, GError **error);

/** Whether @date is neither a weekend nor a Minnesota state holiday, observed days included, as the executive branch keeps them (Minn. Stat. 645.44 subd. 5): with the Friday after Thanksgiving, without the second Monday in October. */
gboolean muster_date_is_business_day (const GDate *date);

/** MusterDayKind: how a number of days is counted. */
typedef enum
{
  MUSTER_DAYS_CALENDAR,
  MUSTER_DAYS_BUSINESS,
  MUSTER_DAYS_HOURS, /* as days: the days they may take up */
  MUSTER_DAYS_MONTHS, /* the same day of a later month, or its last */
} MusterDayKind;

/** Sets @result to @from plus @days of @kind; the day of @from itself is not counted. */
void muster_date_add (const GDate *from, guint days, MusterDayKind kind, GDate *result);
