/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-error.h"

static GDate
day (const char *text)
{
  g_autoptr (GError) error = NULL;
  GDate date;

  g_date_clear (&date, 1);
  muster_date_parse_iso (text, &date, &error);
  g_assert_no_error (error);
  return date;
}

static void
test_iso_good (void)
{
  static const char *const cases[] = {
    "2026-01-01",
    "2026-12-31",
    "2028-02-29",
    "2000-02-29",
    "1999-12-31",
    "0001-01-01",
    "9999-12-31",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = day (cases[i]);
      g_autofree char *again = muster_date_to_iso (&date);

      g_assert_cmpstr (again, ==, cases[i]);
    }
}

static void
test_iso_bad (void)
{
  static const char *const cases[] = {
    "",
    "2026",
    "2026-02",
    "2026-02-29",
    "2027-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-04-31",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "2026-01-32",
    "0000-01-01",
    "2026-2-3",
    "26-02-03",
    "02026-02-03",
    "2026-02-03 ",
    " 2026-02-03",
    "2026-02-03\n",
    "2026-02-03T00:00",
    "2026-02-03Z",
    "20260203",
    "2026/02/03",
    "2026.02.03",
    "02/03/2026",
    "2026–02–03",
    "+026-02-03",
    "-026-02-03",
    "2026-+2-03",
    "2026- 2-03",
    "2026-02-0x",
    "2026-W05-2",
    "２０２６-02-03",
    "today",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GDate date;

      g_test_message ("“%s”", cases[i]);
      g_date_clear (&date, 1);
      g_assert_false (muster_date_parse_iso (cases[i], &date, &error));
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      if (*cases[i] != '\0')
        g_assert_nonnull (strstr (error->message, cases[i]));
    }
}

/* As the window writes days, so in the sentences that the rules make. */
static void
test_text (void)
{
  GDate ordinary = day ("2026-03-01"), beyond;
  g_autofree char *text = muster_date_dup_text (&ordinary);
  g_autofree char *iso = NULL;

  g_assert_cmpstr (text, ==, "Mar 1, 2026");
  g_date_clear (&beyond, 1);
  g_date_set_dmy (&beyond, 1, 2, 10000);
  iso = muster_date_dup_text (&beyond);
  g_assert_cmpstr (iso, ==, "10000-02-01");
}

static void
test_unset (void)
{
  GDate unset, other, set = day ("2026-03-10"), same = day ("2026-03-10"), next = day ("2026-03-11");

  g_date_clear (&unset, 1);
  g_date_clear (&other, 1);
  g_assert_null (muster_date_to_iso (&unset));
  g_assert_null (muster_date_dup_text (&unset));
  g_assert_true (muster_date_equal (&unset, &other));
  g_assert_true (muster_date_equal (&set, &same));
  g_assert_false (muster_date_equal (&set, &next));
  g_assert_false (muster_date_equal (&set, &unset));
  g_assert_false (muster_date_equal (&unset, &set));
}

/* Minn. Stat. 645.44 subd. 5: five of the holidays move from a Saturday to the Friday and from a Sunday to the Monday. */
static void
test_business_day (void)
{
  static const struct
  {
    const char *day;
    gboolean business;
  } cases[] = {
    { "2026-03-06", TRUE },  /* a Friday like others */
    { "2026-03-07", FALSE }, /* Saturday */
    { "2026-03-08", FALSE }, /* Sunday */
    { "2026-03-09", TRUE },
    { "2026-01-01", FALSE }, /* New Year, Thursday */
    { "2026-01-02", TRUE },
    { "2023-01-01", FALSE },
    { "2023-01-02", FALSE }, /* New Year was a Sunday */
    { "2021-12-31", FALSE }, /* for Saturday, 1 January 2022 */
    { "2027-12-31", FALSE },
    { "2026-12-31", TRUE },
    { "2022-01-03", TRUE },
    { "2026-01-12", TRUE },
    { "2026-01-19", FALSE }, /* Martin Luther King */
    { "2026-02-09", TRUE },
    { "2026-02-16", FALSE }, /* Presidents */
    { "2026-02-23", TRUE },
    { "2026-05-25", FALSE }, /* Memorial Day, the last Monday */
    { "2027-05-24", TRUE },
    { "2027-05-31", FALSE },
    { "2026-06-19", FALSE }, /* Juneteenth */
    { "2027-06-18", FALSE }, /* a Saturday that year */
    { "2033-06-20", FALSE }, /* a Sunday that year */
    { "2026-07-03", FALSE }, /* 4 July is a Saturday */
    { "2027-07-05", FALSE }, /* 4 July is a Sunday */
    { "2026-07-06", TRUE },
    { "2025-07-04", FALSE },
    { "2025-07-03", TRUE },
    { "2026-09-07", FALSE }, /* Labor Day */
    { "2026-09-14", TRUE },
    { "2026-10-12", TRUE },  /* no holiday of the executive branch */
    { "2026-11-11", FALSE }, /* Veterans */
    { "2028-11-10", FALSE }, /* a Saturday that year */
    { "2029-11-12", FALSE }, /* a Sunday that year */
    { "2026-11-26", FALSE }, /* Thanksgiving */
    { "2026-11-27", FALSE }, /* and the Friday after */
    { "2026-11-19", TRUE },
    { "2024-11-22", TRUE },  /* the fourth Friday, a week early */
    { "2024-11-28", FALSE },
    { "2024-11-29", FALSE },
    { "2018-11-23", FALSE },
    { "2018-11-29", TRUE },
    { "2018-11-30", TRUE },
    { "2026-12-24", TRUE },
    { "2026-12-25", FALSE }, /* Christmas */
    { "2027-12-24", FALSE }, /* a Saturday that year */
    { "2022-12-26", FALSE }, /* a Sunday that year */
    { "2022-12-27", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = day (cases[i].day);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpint (muster_date_is_business_day (&date), ==, cases[i].business);
    }
}

static void
test_add (void)
{
  static const struct
  {
    const char *from;
    guint days;
    MusterDayKind kind;
    const char *to;
  } cases[] = {
    { "2026-03-10", 0, MUSTER_DAYS_CALENDAR, "2026-03-10" },
    { "2026-01-31", 30, MUSTER_DAYS_CALENDAR, "2026-03-02" },
    { "2026-01-31", 1, MUSTER_DAYS_MONTHS, "2026-02-28" },
    { "2028-02-29", 12, MUSTER_DAYS_MONTHS, "2029-02-28" },
    { "2026-03-10", 24, MUSTER_DAYS_MONTHS, "2028-03-10" },
    { "2028-02-28", 1, MUSTER_DAYS_CALENDAR, "2028-02-29" },
    { "2026-02-28", 1, MUSTER_DAYS_CALENDAR, "2026-03-01" },
    { "2026-12-31", 60, MUSTER_DAYS_CALENDAR, "2027-03-01" },
    { "2026-03-06", 1, MUSTER_DAYS_CALENDAR, "2026-03-07" }, /* a Saturday all the same */
    { "2026-03-06", 1, MUSTER_DAYS_BUSINESS, "2026-03-09" },
    { "2026-03-07", 1, MUSTER_DAYS_BUSINESS, "2026-03-09" },
    { "2026-03-08", 1, MUSTER_DAYS_BUSINESS, "2026-03-09" },
    { "2026-03-09", 5, MUSTER_DAYS_BUSINESS, "2026-03-16" },
    { "2026-03-09", 10, MUSTER_DAYS_BUSINESS, "2026-03-23" },
    { "2026-07-02", 1, MUSTER_DAYS_BUSINESS, "2026-07-06" },
    { "2026-11-25", 1, MUSTER_DAYS_BUSINESS, "2026-11-30" },
    { "2026-12-23", 10, MUSTER_DAYS_BUSINESS, "2027-01-08" },
    { "2027-12-23", 1, MUSTER_DAYS_BUSINESS, "2027-12-27" },
    { "2027-12-30", 1, MUSTER_DAYS_BUSINESS, "2028-01-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate from = day (cases[i].from), to;
      g_autofree char *text = NULL;

      g_date_clear (&to, 1);
      muster_date_add (&from, cases[i].days, cases[i].kind, &to);
      text = muster_date_to_iso (&to);
      g_assert_cmpstr (text, ==, cases[i].to);
    }
}

/* From every day of eleven years: the end is a business day, and as many lie on the way as were asked for. */
static void
test_add_property (void)
{
  static const guint counts[] = { 1, 2, 3, 5, 10 };
  GDate from = day ("2020-01-01"), end = day ("2031-01-01");

  for (; g_date_compare (&from, &end) < 0; g_date_add_days (&from, 1))
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        GDate to, walk = from;
        guint n = 0;

        g_date_clear (&to, 1);
        muster_date_add (&from, counts[i], MUSTER_DAYS_BUSINESS, &to);
        g_assert_true (muster_date_is_business_day (&to));
        while (g_date_compare (&walk, &to) < 0)
          {
            g_date_add_days (&walk, 1);
            n += muster_date_is_business_day (&walk) ? 1 : 0;
          }
        g_assert_cmpuint (n, ==, counts[i]);
      }
}

/* Eleven holidays and the Friday: what is lost to them in a year never falls on a weekend twice. */
static void
test_holidays_of_a_year (void)
{
  for (guint year = 2024; year < 2064; year++)
    {
      GDate date;
      guint n = 0, weekdays = 0;

      g_date_clear (&date, 1);
      for (g_date_set_dmy (&date, 1, 1, year); g_date_get_year (&date) == year; g_date_add_days (&date, 1))
        {
          gboolean is_weekday = g_date_get_weekday (&date) <= G_DATE_FRIDAY;

          weekdays += is_weekday ? 1 : 0;
          n += muster_date_is_business_day (&date) ? 1 : 0;
        }
      /* A New Year's Day on a Saturday is kept in the year before. */
      g_test_message ("%u: %u of %u", year, n, weekdays);
      g_assert_cmpuint (weekdays - n, >=, 10);
      g_assert_cmpuint (weekdays - n, <=, 12);
    }
}

/* What is recorded has happened: today at the latest. */
static void
test_happened (void)
{
  static const struct
  {
    const char *on;
    gboolean allowed;
  } cases[] = { { "2026-03-09", TRUE }, { "2026-03-10", TRUE }, { "2026-03-11", FALSE }, { "1999-12-31", TRUE }, { "2027-01-01", FALSE } };
  GDate today = day ("2026-03-10");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GDate on = day (cases[i].on);

      g_assert_cmpint (muster_date_check_happened (&on, &today, &error), ==, cases[i].allowed);
      if (!cases[i].allowed)
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/date/iso/good", test_iso_good);
  g_test_add_func ("/domain/date/iso/bad", test_iso_bad);
  g_test_add_func ("/domain/date/text", test_text);
  g_test_add_func ("/domain/date/unset", test_unset);
  g_test_add_func ("/domain/date/business-day", test_business_day);
  g_test_add_func ("/domain/date/holidays-of-a-year", test_holidays_of_a_year);
  g_test_add_func ("/domain/date/add", test_add);
  g_test_add_func ("/domain/date/add-property", test_add_property);
  g_test_add_func ("/domain/date/happened", test_happened);
  return g_test_run ();
}
