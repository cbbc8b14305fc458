/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define JUNETEENTH_SINCE 2023

/* Those that move to the nearest working day when they fall on a weekend. */
static const struct
{
  guint8 month;
  guint8 day;
  guint16 since;
} fixed_holidays[] = {
  { 1, 1, 0 },
  { 6, 19, JUNETEENTH_SINCE },
  { 7, 4, 0 },
  { 11, 11, 0 },
  { 12, 25, 0 },
};

static gboolean
is_fixed_holiday (const GDate *date)
{
  GDateMonth month = g_date_get_month (date);
  GDateDay day = g_date_get_day (date);

  for (guint i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    if (fixed_holidays[i].month == month && fixed_holidays[i].day == day && g_date_get_year (date) >= fixed_holidays[i].since)
      return TRUE;
  return FALSE;
}

static gboolean
is_observed_holiday (const GDate *date)
{
  GDate other = *date;

  if (g_date_get_weekday (date) == G_DATE_MONDAY)
    g_date_subtract_days (&other, 1);
  else if (g_date_get_weekday (date) == G_DATE_FRIDAY)
    g_date_add_days (&other, 1);
  return is_fixed_holiday (&other);
}

/* The executive branch, to which MNsure belongs, keeps the Friday after Thanksgiving and not the second Monday in October. */
static gboolean
is_moving_holiday (const GDate *date)
{
  GDateMonth month = g_date_get_month (date);
  GDateWeekday weekday = g_date_get_weekday (date);
  guint day = g_date_get_day (date);
  guint nth = (day + 6) / 7;
  gboolean is_last = day + 7 > g_date_get_days_in_month (month, g_date_get_year (date));

  if (weekday == G_DATE_MONDAY)
    return ((month == G_DATE_JANUARY || month == G_DATE_FEBRUARY) && nth == 3) || (month == G_DATE_MAY && is_last) || (month == G_DATE_SEPTEMBER && nth == 1);
  if (month != G_DATE_NOVEMBER)
    return FALSE;
  return (weekday == G_DATE_THURSDAY && nth == 4) || (weekday == G_DATE_FRIDAY && day >= 23 && day <= 29);
}

static gboolean
parse_digits (const char *text, guint n, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (text[i] - '0');
    }
  return TRUE;
}

gboolean
muster_date_parse_iso (const char *text, GDate *date, GError **error)
{
  guint year, month, day;

  if (text != NULL && strlen (text) == 10 && text[4] == '-' && text[7] == '-' && parse_digits (text, 4, &year) && parse_digits (text + 5, 2, &month) && parse_digits (text + 8, 2, &day) && g_date_valid_dmy (day, month, year))
    {
      g_date_clear (date, 1);
      g_date_set_dmy (date, day, month, year);
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a day. Write it as year-month-day, for example 2026-11-23."), text != NULL ? text : "");
  return FALSE;
}

char *
muster_date_to_iso (const GDate *date)
{
  guint year, rest;
  char *text;

  if (!g_date_valid (date))
    return NULL;
  year = g_date_get_year (date);
  rest = g_date_get_month (date) * 100 + g_date_get_day (date);
  if (year > 9999)
    return g_strdup_printf ("%u-%02u-%02u", year, rest / 100, rest % 100);
  /* An import writes hundreds of thousands of them. */
  text = g_strdup ("0000-00-00");
  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] += year % 10;
  text[5] += rest / 1000;
  text[6] += rest / 100 % 10;
  text[8] += rest / 10 % 10;
  text[9] += rest % 10;
  return text;
}

char *
muster_date_dup_text (const GDate *date)
{
  g_autoptr (GDateTime) moment = NULL;

  if (!g_date_valid (date))
    return NULL;
  moment = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  /* Translators: a day, as g_date_time_format() writes it: “Oct 15, 2026” */
  return moment != NULL ? g_date_time_format (moment, C_("day", "%b %-d, %Y")) : muster_date_to_iso (date); /* after 9999 */
}

gboolean
muster_date_equal (const GDate *a, const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

gboolean
muster_date_check_happened (const GDate *on, const GDate *today, GError **error)
{
  g_autofree char *day = NULL;

  if (g_date_compare (on, today) <= 0)
    return TRUE;
  day = muster_date_dup_text (on);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is in the future. Record it on that day or later."), day);
  return FALSE;
}

gboolean
muster_date_is_business_day (const GDate *date)
{
  if (g_date_get_weekday (date) >= G_DATE_SATURDAY)
    return FALSE;
  return !is_fixed_holiday (date) && !is_observed_holiday (date) && !is_moving_holiday (date);
}

void
muster_date_add (const GDate *from, guint days, MusterDayKind kind, GDate *result)
{
  GDate day = *from;

  if (kind == MUSTER_DAYS_HOURS)
    days = (days + 23) / 24;
  /* From the end of a month to the end of another: GLib clips to it. */
  if (kind == MUSTER_DAYS_MONTHS)
    g_date_add_months (&day, days);
  else if (kind != MUSTER_DAYS_BUSINESS)
    g_date_add_days (&day, days);
  else
    while (days > 0)
      {
        g_date_add_days (&day, 1);
        if (muster_date_is_business_day (&day))
          days--;
      }
  *result = day;
}

void
muster_date_set_time (GDate *date, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local_usec (time);

  g_date_clear (date, 1);
  g_date_set_dmy (date, g_date_time_get_day_of_month (moment), g_date_time_get_month (moment), g_date_time_get_year (moment));
}
