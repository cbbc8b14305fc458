/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The days of this table were found by going from day to day on a calendar, apart from the arithmetic that it tries. */

#include "domain/muster-date.h"
#include "domain/muster-deadline.h"

#define CALENDAR MUSTER_DAYS_CALENDAR
#define BUSINESS MUSTER_DAYS_BUSINESS
#define HOURS MUSTER_DAYS_HOURS
#define MONTHS MUSTER_DAYS_MONTHS

static void
set_day (GDate *date, const char *text)
{
  g_date_clear (date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, date, NULL));
}

static void
test_table (void)
{
  static const struct
  {
    const char *from;
    guint days;
    MusterDayKind kind;
    gboolean rolls;
    const char *last; /* NULL: it is held off */
    struct
    {
      const char *from, *through;
    } tollings[2];
    guint n_tollings;
  } cases[] = {
    /* Calendar days: months of every length, leap years, ends of years. */
    { "2026-01-31", 1, CALENDAR, FALSE, "2026-02-01" },
    { "2026-01-31", 30, CALENDAR, FALSE, "2026-03-02" },
    { "2026-01-31", 60, CALENDAR, FALSE, "2026-04-01" },
    { "2026-02-28", 1, CALENDAR, FALSE, "2026-03-01" },
    { "2026-02-28", 30, CALENDAR, FALSE, "2026-03-30" },
    { "2026-02-28", 60, CALENDAR, FALSE, "2026-04-29" },
    { "2028-02-28", 1, CALENDAR, FALSE, "2028-02-29" },
    { "2028-02-28", 30, CALENDAR, FALSE, "2028-03-29" },
    { "2028-02-28", 60, CALENDAR, FALSE, "2028-04-28" },
    { "2028-02-29", 1, CALENDAR, FALSE, "2028-03-01" },
    { "2028-02-29", 30, CALENDAR, FALSE, "2028-03-30" },
    { "2028-02-29", 60, CALENDAR, FALSE, "2028-04-29" },
    { "2026-12-31", 1, CALENDAR, FALSE, "2027-01-01" },
    { "2026-12-31", 30, CALENDAR, FALSE, "2027-01-30" },
    { "2026-12-31", 60, CALENDAR, FALSE, "2027-03-01" },
    { "2027-12-02", 1, CALENDAR, FALSE, "2027-12-03" },
    { "2027-12-02", 30, CALENDAR, FALSE, "2028-01-01" },
    { "2027-12-02", 60, CALENDAR, FALSE, "2028-01-31" },
    { "2100-02-28", 1, CALENDAR, FALSE, "2100-03-01" },
    { "2100-02-28", 30, CALENDAR, FALSE, "2100-03-30" },
    { "2100-02-28", 60, CALENDAR, FALSE, "2100-04-29" },
    { "2000-02-28", 1, CALENDAR, FALSE, "2000-02-29" },
    { "2000-02-28", 30, CALENDAR, FALSE, "2000-03-29" },
    { "2000-02-28", 60, CALENDAR, FALSE, "2000-04-28" },
    { "2027-02-27", 90, CALENDAR, FALSE, "2027-05-28" },
    { "2027-02-27", 365, CALENDAR, FALSE, "2028-02-27" },
    { "2027-11-15", 90, CALENDAR, FALSE, "2028-02-13" },
    { "2027-11-15", 365, CALENDAR, FALSE, "2028-11-14" },
    { "2028-12-31", 90, CALENDAR, FALSE, "2029-03-31" },
    { "2028-12-31", 365, CALENDAR, FALSE, "2029-12-31" },
    /* The days on which clocks are set: a day is a day. */
    { "2026-03-07", 1, CALENDAR, FALSE, "2026-03-08" },
    { "2026-03-07", 2, CALENDAR, FALSE, "2026-03-09" },
    { "2026-03-07", 1, BUSINESS, FALSE, "2026-03-09" },
    { "2026-03-08", 1, CALENDAR, FALSE, "2026-03-09" },
    { "2026-03-08", 2, CALENDAR, FALSE, "2026-03-10" },
    { "2026-03-08", 1, BUSINESS, FALSE, "2026-03-09" },
    { "2026-10-31", 1, CALENDAR, FALSE, "2026-11-01" },
    { "2026-10-31", 2, CALENDAR, FALSE, "2026-11-02" },
    { "2026-10-31", 1, BUSINESS, FALSE, "2026-11-02" },
    { "2026-11-01", 1, CALENDAR, FALSE, "2026-11-02" },
    { "2026-11-01", 2, CALENDAR, FALSE, "2026-11-03" },
    { "2026-11-01", 1, BUSINESS, FALSE, "2026-11-02" },
    { "2027-03-13", 1, CALENDAR, FALSE, "2027-03-14" },
    { "2027-03-13", 2, CALENDAR, FALSE, "2027-03-15" },
    { "2027-03-13", 1, BUSINESS, FALSE, "2027-03-15" },
    { "2027-11-06", 1, CALENDAR, FALSE, "2027-11-07" },
    { "2027-11-06", 2, CALENDAR, FALSE, "2027-11-08" },
    { "2027-11-06", 1, BUSINESS, FALSE, "2027-11-08" },
    /* Business days: weekends and Minnesota’s holidays, those observed on another day among them. */
    { "2026-01-16", 1, BUSINESS, FALSE, "2026-01-20" },
    { "2026-01-16", 10, BUSINESS, FALSE, "2026-02-02" },
    { "2026-02-13", 1, BUSINESS, FALSE, "2026-02-17" },
    { "2026-02-13", 10, BUSINESS, FALSE, "2026-03-02" },
    { "2026-05-22", 1, BUSINESS, FALSE, "2026-05-26" },
    { "2026-05-22", 10, BUSINESS, FALSE, "2026-06-08" },
    { "2026-06-18", 1, BUSINESS, FALSE, "2026-06-22" },
    { "2026-06-18", 10, BUSINESS, FALSE, "2026-07-06" },
    { "2026-07-02", 1, BUSINESS, FALSE, "2026-07-06" },
    { "2026-07-02", 10, BUSINESS, FALSE, "2026-07-17" },
    { "2026-09-04", 1, BUSINESS, FALSE, "2026-09-08" },
    { "2026-09-04", 10, BUSINESS, FALSE, "2026-09-21" },
    { "2026-11-10", 1, BUSINESS, FALSE, "2026-11-12" },
    { "2026-11-10", 10, BUSINESS, FALSE, "2026-11-25" },
    { "2026-11-25", 1, BUSINESS, FALSE, "2026-11-30" },
    { "2026-11-25", 10, BUSINESS, FALSE, "2026-12-11" },
    { "2026-12-24", 1, BUSINESS, FALSE, "2026-12-28" },
    { "2026-12-24", 10, BUSINESS, FALSE, "2027-01-11" },
    { "2026-12-31", 1, BUSINESS, FALSE, "2027-01-04" },
    { "2026-12-31", 10, BUSINESS, FALSE, "2027-01-15" },
    { "2027-06-17", 1, BUSINESS, FALSE, "2027-06-21" },
    { "2027-06-17", 10, BUSINESS, FALSE, "2027-07-02" },
    { "2027-07-02", 1, BUSINESS, FALSE, "2027-07-06" },
    { "2027-07-02", 10, BUSINESS, FALSE, "2027-07-19" },
    { "2027-12-23", 1, BUSINESS, FALSE, "2027-12-27" },
    { "2027-12-23", 10, BUSINESS, FALSE, "2028-01-10" },
    { "2027-12-30", 1, BUSINESS, FALSE, "2028-01-03" },
    { "2027-12-30", 10, BUSINESS, FALSE, "2028-01-14" },
    { "2028-11-09", 1, BUSINESS, FALSE, "2028-11-13" },
    { "2028-11-09", 10, BUSINESS, FALSE, "2028-11-28" },
    { "2028-12-22", 1, BUSINESS, FALSE, "2028-12-26" },
    { "2028-12-22", 10, BUSINESS, FALSE, "2029-01-09" },
    { "2029-11-09", 1, BUSINESS, FALSE, "2029-11-13" },
    { "2029-11-09", 10, BUSINESS, FALSE, "2029-11-28" },
    { "2032-12-23", 1, BUSINESS, FALSE, "2032-12-27" },
    { "2032-12-23", 10, BUSINESS, FALSE, "2033-01-10" },
    { "2022-12-30", 1, BUSINESS, FALSE, "2023-01-03" },
    { "2022-12-30", 10, BUSINESS, FALSE, "2023-01-17" },
    { "2023-11-09", 1, BUSINESS, FALSE, "2023-11-13" },
    { "2023-11-09", 10, BUSINESS, FALSE, "2023-11-28" },
    { "2026-03-06", 1, BUSINESS, FALSE, "2026-03-09" },
    { "2026-03-06", 5, BUSINESS, FALSE, "2026-03-13" },
    { "2026-03-06", 14, BUSINESS, FALSE, "2026-03-26" },
    { "2026-03-07", 1, BUSINESS, FALSE, "2026-03-09" },
    { "2026-03-07", 5, BUSINESS, FALSE, "2026-03-13" },
    { "2026-03-07", 14, BUSINESS, FALSE, "2026-03-26" },
    { "2026-03-08", 1, BUSINESS, FALSE, "2026-03-09" },
    { "2026-03-08", 5, BUSINESS, FALSE, "2026-03-13" },
    { "2026-03-08", 14, BUSINESS, FALSE, "2026-03-26" },
    { "2026-03-09", 1, BUSINESS, FALSE, "2026-03-10" },
    { "2026-03-09", 5, BUSINESS, FALSE, "2026-03-16" },
    { "2026-03-09", 14, BUSINESS, FALSE, "2026-03-27" },
    { "2026-10-09", 1, BUSINESS, FALSE, "2026-10-12" }, /* the second Monday in October is a business day of the state */
    { "2026-12-18", 20, BUSINESS, FALSE, "2027-01-20" },
    { "2026-11-20", 5, BUSINESS, FALSE, "2026-12-01" },
    /* Hours, as far as days can tell. */
    { "2026-12-30", 1, HOURS, FALSE, "2026-12-31" },
    { "2026-12-30", 24, HOURS, FALSE, "2026-12-31" },
    { "2026-12-30", 25, HOURS, FALSE, "2027-01-01" },
    { "2026-12-30", 48, HOURS, FALSE, "2027-01-01" },
    { "2026-12-30", 72, HOURS, FALSE, "2027-01-02" },
    { "2026-12-30", 73, HOURS, FALSE, "2027-01-03" },
    { "2026-12-30", 96, HOURS, FALSE, "2027-01-03" },
    { "2028-02-27", 72, HOURS, FALSE, "2028-03-01" },
    /* Months: the same day, or the last of the month. */
    { "2026-01-31", 1, MONTHS, FALSE, "2026-02-28" },
    { "2026-01-30", 1, MONTHS, FALSE, "2026-02-28" },
    { "2026-01-29", 1, MONTHS, FALSE, "2026-02-28" },
    { "2028-01-31", 1, MONTHS, FALSE, "2028-02-29" },
    { "2028-01-29", 1, MONTHS, FALSE, "2028-02-29" },
    { "2026-03-31", 1, MONTHS, FALSE, "2026-04-30" },
    { "2026-05-31", 1, MONTHS, FALSE, "2026-06-30" },
    { "2026-08-31", 6, MONTHS, FALSE, "2027-02-28" },
    { "2026-11-30", 3, MONTHS, FALSE, "2027-02-28" },
    { "2027-11-30", 3, MONTHS, FALSE, "2028-02-29" },
    { "2028-02-29", 12, MONTHS, FALSE, "2029-02-28" },
    { "2028-02-29", 48, MONTHS, FALSE, "2032-02-29" },
    { "2026-02-28", 1, MONTHS, FALSE, "2026-03-28" },
    { "2026-12-31", 2, MONTHS, FALSE, "2027-02-28" },
    { "2026-10-15", 24, MONTHS, FALSE, "2028-10-15" },
    { "2026-06-30", 120, MONTHS, FALSE, "2036-06-30" },
    /* A last day on which nobody works gives way to the next on which people do. */
    { "2026-11-28", 30, CALENDAR, TRUE, "2026-12-28" },
    { "2026-11-27", 30, CALENDAR, TRUE, "2026-12-28" },
    { "2026-11-26", 30, CALENDAR, TRUE, "2026-12-28" },
    { "2026-11-25", 30, CALENDAR, TRUE, "2026-12-28" },
    { "2026-12-04", 30, CALENDAR, TRUE, "2027-01-04" },
    { "2026-12-02", 30, CALENDAR, TRUE, "2027-01-04" },
    { "2026-06-04", 30, CALENDAR, TRUE, "2026-07-06" },
    { "2026-06-03", 30, CALENDAR, TRUE, "2026-07-06" },
    { "2026-05-23", 30, CALENDAR, TRUE, "2026-06-22" },
    { "2026-04-25", 30, CALENDAR, TRUE, "2026-05-26" },
    { "2027-12-01", 30, CALENDAR, TRUE, "2028-01-03" },
    { "2027-12-02", 30, CALENDAR, TRUE, "2028-01-03" },
    { "2026-10-27", 30, CALENDAR, TRUE, "2026-11-30" },
    { "2026-10-26", 30, CALENDAR, TRUE, "2026-11-25" },
    { "2026-01-31", 1, MONTHS, TRUE, "2026-03-02" },
    { "2026-08-31", 6, MONTHS, TRUE, "2027-03-01" },
    { "2026-11-25", 1, MONTHS, TRUE, "2026-12-28" },
    { "2025-12-31", 12, MONTHS, TRUE, "2026-12-31" },
    { "2026-06-04", 1, MONTHS, TRUE, "2026-07-06" },
    { "2026-12-23", 24, HOURS, TRUE, "2026-12-24" },
    { "2026-12-24", 48, HOURS, TRUE, "2026-12-28" },
    { "2026-07-02", 1, BUSINESS, TRUE, "2026-07-06" },
    /* Held off by an appeal: its days do not count. */
    { "2026-03-01", 30, CALENDAR, FALSE, "2026-04-11", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-09", 30, CALENDAR, FALSE, "2026-04-19", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-10", 30, CALENDAR, FALSE, "2026-04-19", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-15", 30, CALENDAR, FALSE, "2026-04-19", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-19", 30, CALENDAR, FALSE, "2026-04-19", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-20", 30, CALENDAR, FALSE, "2026-04-19", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-21", 30, CALENDAR, FALSE, "2026-04-20", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-02-01", 30, CALENDAR, FALSE, "2026-03-03", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-09", 1, CALENDAR, FALSE, "2026-03-21", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-08", 1, CALENDAR, FALSE, "2026-03-09", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-01", 9, CALENDAR, FALSE, "2026-03-21", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-01", 8, CALENDAR, FALSE, "2026-03-09", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-01", 10, BUSINESS, FALSE, "2026-03-26", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-06", 1, BUSINESS, FALSE, "2026-03-09", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-09", 1, BUSINESS, FALSE, "2026-03-23", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-13", 5, BUSINESS, FALSE, "2026-03-27", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-06", 2, BUSINESS, FALSE, "2026-03-23", { { "2026-03-10", "2026-03-20" } }, 1 },
    { "2026-03-01", 30, CALENDAR, FALSE, "2026-04-12", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-01", 24, CALENDAR, FALSE, "2026-04-06", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-01", 25, CALENDAR, FALSE, "2026-04-07", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-15", 15, CALENDAR, FALSE, "2026-04-04", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-15", 16, CALENDAR, FALSE, "2026-04-06", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-01", 20, BUSINESS, FALSE, "2026-04-09", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-01", 30, CALENDAR, TRUE, "2026-04-13", { { "2026-03-10", "2026-03-20" }, { "2026-04-05", "2026-04-05" } }, 2 },
    { "2026-03-01", 31, CALENDAR, TRUE, "2026-04-06", { { "2026-03-10", "2026-03-12" } }, 1 },
    { "2027-12-20", 30, CALENDAR, FALSE, "2028-03-21", { { "2027-12-31", "2028-03-01" } }, 1 },
    { "2028-02-20", 10, CALENDAR, FALSE, "2028-03-02", { { "2028-02-29", "2028-02-29" } }, 1 },
    { "2026-01-31", 1, MONTHS, FALSE, "2026-03-10", { { "2026-02-10", "2026-02-19" } }, 1 },
    { "2026-03-01", 72, HOURS, FALSE, "2026-03-05", { { "2026-03-02", "2026-03-02" } }, 1 },
    { "2026-12-20", 10, BUSINESS, FALSE, "2027-01-12", { { "2026-12-24", "2027-01-03" } }, 1 },
    /* It goes on: there is no last day yet, unless it had run out. */
    { "2026-03-01", 30, CALENDAR, FALSE, NULL, { { "2026-03-10", NULL } }, 1 },
    { "2026-03-01", 30, CALENDAR, FALSE, NULL, { { "2026-03-31", NULL } }, 1 },
    { "2026-03-01", 30, CALENDAR, FALSE, "2026-03-31", { { "2026-04-01", NULL } }, 1 },
    { "2026-03-01", 5, CALENDAR, FALSE, NULL, { { "2026-03-06", NULL } }, 1 },
    { "2026-03-01", 5, CALENDAR, FALSE, "2026-03-06", { { "2026-03-07", NULL } }, 1 },
    { "2026-03-01", 30, CALENDAR, FALSE, NULL, { { "2026-03-10", "2026-03-20" }, { "2026-04-08", NULL } }, 2 },
    { "2026-03-01", 30, CALENDAR, FALSE, "2026-04-11", { { "2026-03-10", "2026-03-20" }, { "2026-04-12", NULL } }, 2 },
    { "2026-03-02", 3, BUSINESS, FALSE, NULL, { { "2026-03-05", NULL } }, 1 },
    { "2026-03-02", 3, BUSINESS, FALSE, "2026-03-05", { { "2026-03-06", NULL } }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterRuleDays rule = { .days = cases[i].days, .kind = cases[i].kind, .rolls = cases[i].rolls };
      MusterTolling tollings[2];
      MusterDeadline deadline;
      g_autofree char *last = NULL;
      GDate from;

      g_test_message ("%u: %u of %d after %s", i, cases[i].days, cases[i].kind, cases[i].from);
      set_day (&from, cases[i].from);
      for (guint j = 0; j < cases[i].n_tollings; j++)
        {
          set_day (&tollings[j].from, cases[i].tollings[j].from);
          set_day (&tollings[j].through, cases[i].tollings[j].through);
        }
      g_assert_cmpint (muster_deadline_count_tolled (&rule, &from, tollings, cases[i].n_tollings, &deadline), ==, cases[i].last != NULL);
      last = muster_date_to_iso (&deadline.last);
      g_assert_cmpstr (last, ==, cases[i].last);
      if (cases[i].n_tollings > 0)
        continue;
      muster_deadline_count (&rule, &from, &deadline);
      g_free (last);
      last = muster_date_to_iso (&deadline.last);
      g_assert_cmpstr (last, ==, cases[i].last);
    }
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 150);
}

/* What people read adds up. */
static void
test_text (void)
{
  static const struct
  {
    guint days;
    MusterDayKind kind;
    gboolean rolls, is_tolled;
    const char *text;
  } cases[] = {
    { 30, CALENDAR, FALSE, FALSE, "30 days after Mar 1, 2026. Minn. Stat. 645.15. Not verified." },
    { 1, BUSINESS, FALSE, FALSE, "1 business day after Mar 1, 2026. Minn. Stat. 645.15. Not verified." },
    { 34, CALENDAR, TRUE, FALSE, "34 days after Mar 1, 2026, moved to the next business day. Minn. Stat. 645.15. Not verified." },
    { 30, CALENDAR, TRUE, FALSE, "30 days after Mar 1, 2026. Minn. Stat. 645.15. Not verified." },
    { 30, CALENDAR, FALSE, TRUE, "30 days after Mar 1, 2026, without 11 days that did not count. Minn. Stat. 645.15. Not verified." },
    { 2, MONTHS, FALSE, FALSE, "2 months after Mar 1, 2026. Minn. Stat. 645.15. Not verified." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MusterRuleDays rule = { .days = cases[i].days, .kind = cases[i].kind, .rolls = cases[i].rolls, .source = { .citation = (char *) "Minn. Stat. 645.15" } };
      MusterTolling tolling;
      MusterDeadline deadline;
      g_autofree char *text = NULL;
      GDate from;

      set_day (&from, "2026-03-01");
      set_day (&tolling.from, "2026-03-10");
      set_day (&tolling.through, "2026-03-20");
      g_assert_true (muster_deadline_count_tolled (&rule, &from, &tolling, cases[i].is_tolled ? 1 : 0, &deadline));
      text = muster_deadline_dup_text (&deadline, &rule);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/deadline/table", test_table);
  g_test_add_func ("/domain/deadline/text", test_text);
  return g_test_run ();
}
