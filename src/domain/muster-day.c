/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-day.h"

MusterDay
muster_day_from_date (const GDate *date)
{
  return g_date_valid (date) ? g_date_get_year (date) * 10000u + g_date_get_month (date) * 100u + g_date_get_day (date) : 0;
}

void
muster_day_to_date (MusterDay day, GDate *date)
{
  g_date_clear (date, 1);
  if (day != 0)
    g_date_set_dmy (date, day % 100, day / 100 % 100, day / 10000);
}

MusterDay
muster_day_add_months (MusterDay day, int months)
{
  GDate date;

  muster_day_to_date (day, &date);
  if (months >= 0)
    g_date_add_months (&date, months);
  else
    g_date_subtract_months (&date, -months);
  return muster_day_from_date (&date);
}

MusterDay
muster_day_add (MusterDay day, guint days)
{
  GDate date;

  muster_day_to_date (day, &date);
  g_date_add_days (&date, days);
  return muster_day_from_date (&date);
}

MusterDay
muster_day_earlier (MusterDay a, MusterDay b)
{
  if (a == 0 || b == 0)
    return a + b;
  return MIN (a, b);
}

MusterDay
muster_day_before (MusterDay day)
{
  GDate date;

  muster_day_to_date (day, &date);
  g_date_subtract_days (&date, 1);
  return muster_day_from_date (&date);
}
