/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/*
 * A calendar day as a number, 20260131: small, and ordered as days are. 0 is no day. For what is judged for everybody at once; elsewhere a day is a GDate.
 */

typedef guint32 MusterDay;

/** Returns: 0 for an unset date. */
MusterDay muster_day_from_date (const GDate *date);
/** Sets @date; unset for 0. */
void muster_day_to_date (MusterDay day, GDate *date);
/** Returns: the same day of the month @months later, or the month’s last where it has none such. */
MusterDay muster_day_add_months (MusterDay day, int months);
MusterDay muster_day_add (MusterDay day, guint days);
/** Returns: the day before @day. */
MusterDay muster_day_before (MusterDay day);
/** Returns: the earlier of the two; 0 stands for never. */
MusterDay muster_day_earlier (MusterDay a, MusterDay b);
