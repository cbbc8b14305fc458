/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-date.h"
#include "domain/muster-reminder.h"

static GDate
day (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  if (text != NULL)
    g_assert_true (muster_date_parse_iso (text, &date, NULL));
  return date;
}

/* What is to be called to mind: so many days before, and every so many when it is late. */
static void
test_steps (void)
{
  static const guint steps[] = { 60, 30, 14, 7, 1 };
  static const struct
  {
    int days_left;
    gboolean is_step;
  } cases[] = {
    { 61, FALSE },
    { 60, TRUE },
    { 59, FALSE },
    { 30, TRUE },
    { 14, TRUE },
    { 13, FALSE },
    { 7, TRUE },
    { 2, FALSE },
    { 1, TRUE },
    { 0, FALSE },
    { -1, TRUE },
    { -2, FALSE },
    { -7, FALSE },
    { -8, TRUE },
    { -15, TRUE },
    { -16, FALSE },
    { -365, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%d", cases[i].days_left);
      g_assert_cmpint (muster_reminder_is_step (steps, G_N_ELEMENTS (steps), 7, cases[i].days_left), ==, cases[i].is_step);
    }
  g_assert_false (muster_reminder_is_step (steps, 2, 7, 14));
  g_assert_true (muster_reminder_is_step (steps, 2, 3, -4));
}

/* The register was last open on 2026-11-20; 2 things needed somebody, from 11-22 on 3, and on the last day that was worked out, 12-04, 7. To be called to mind: on 11-22, 11-27 and 12-04. */
static const struct
{
  const char *name;
  const char *reminded;
  const char *today;
  guint due;
} days[] = {
  { "it was seen today", "2026-11-20", "2026-11-20", 0 },
  { "nothing new on the next day", "2026-11-20", "2026-11-21", 0 },
  { "something new", "2026-11-20", "2026-11-22", 3 },
  { "once a day", "2026-11-22", "2026-11-22", 0 },
  { "not again on the next", "2026-11-22", "2026-11-23", 0 },
  { "a step", "2026-11-22", "2026-11-27", 3 },
  { "a step on a day off is caught up with", "2026-11-22", "2026-11-29", 3 },
  { "and not said twice", "2026-11-29", "2026-11-30", 0 },
  { "after days off there is one reminder, of what there is now", "2026-11-20", "2026-12-01", 3 },
  { "the last day that was worked out", "2026-12-01", "2026-12-04", 7 },
  { "after the last day it stands", "2026-12-04", "2026-12-10", 0 },
  { "and is called to mind every so many days", "2026-12-04", "2026-12-11", 7 },
  { "also on a day between", "2026-12-04", "2026-12-13", 7 },
  { "but none twice", "2026-12-11", "2026-12-17", 0 },
  { "for ninety days", "2026-12-04", "2027-02-18", 7 },
  { "and not for ever", "2026-12-04", "2027-02-19", 0 },
  { "the clock was set back to a day before", "2026-11-25", "2026-11-24", 3 },
  { "the clock had been years ahead", "2031-01-01", "2026-11-24", 3 },
  { "the clock was set back to before the list was made", "2026-11-20", "2026-10-01", 2 },
  { "nobody was ever reminded", NULL, "2026-11-22", 3 },
};

static void
test_days (void)
{
  static const MusterReminderForecast forecast = {
    .n = MUSTER_REMINDER_DAYS,
    .every = 7,
    .counts = { 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 7 },
    .news = { 1, 0, 1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 4 },
  };
  GDate made = day ("2026-11-20");

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (MusterReminders) reminders = muster_reminders_new ();
      GDate today = day (days[i].today);

      muster_reminders_set (reminders, "a", &made, &forecast);
      reminders->reminded = day (days[i].reminded);
      g_test_message ("%s", days[i].name);
      g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, days[i].due);
    }
}

/* So many things on each day, all of them new on it. */
static void
set (MusterReminders *reminders, const char *id, const GDate *made, const guint *counts, guint n)
{
  MusterReminderForecast forecast = { .n = n, .every = 7 };

  for (guint i = 0; i < n; i++)
    forecast.counts[i] = forecast.news[i] = counts[i];
  muster_reminders_set (reminders, id, made, &forecast);
}

static void
test_nothing (void)
{
  g_autoptr (MusterReminders) reminders = muster_reminders_new ();
  GDate made = day ("2026-11-20"), today = day ("2026-11-21");

  g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, 0);
  set (reminders, "a", &made, (guint[]) { 0, 0, 1 }, 3);
  g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, 0);
}

/* What is known of a register takes the place of what was; several are counted together. */
static void
test_registers (void)
{
  g_autoptr (MusterReminders) reminders = muster_reminders_new ();
  GDate made = day ("2026-11-20"), today = day ("2026-11-21");

  set (reminders, "a", &made, (guint[]) { 5 }, 1);
  set (reminders, "b", &made, (guint[]) { 1, 2 }, 2);
  g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, 7);
  set (reminders, "a", &made, (guint[]) { 4 }, 1);
  g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, 6);
  g_assert_true (muster_date_equal (&reminders->reminded, &made));
}

static void
test_text (void)
{
  g_autoptr (MusterReminders) reminders = muster_reminders_new ();
  g_autoptr (MusterReminders) read = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  GDate made = day ("2026-11-20"), today = day ("2026-11-22");

  set (reminders, "a", &made, (guint[]) { 5, 6 }, 2);
  set (reminders, "b", &made, (guint[]) { 1 }, 1);
  text = muster_reminders_to_text (reminders);
  read = muster_reminders_from_text (text);
  g_assert_cmpuint (read->list->len, ==, 2);
  g_assert_true (muster_date_equal (&read->reminded, &made));
  g_assert_cmpuint (muster_reminders_get_due (read, &today), ==, 7);
  again = muster_reminders_to_text (read);
  g_assert_cmpstr (text, ==, again);
}

/* Whatever became of the file, nothing is asked for that is not understood. */
static const struct
{
  const char *text;
  guint due;
} bad[] = {
  { "", 0 },
  { "not a key file", 0 },
  { "[Reminders]\nreminded=2026-02-30\n", 0 },
  { "[Register a]\ncounts=3;\n", 0 },
  { "[Register a]\nmade=yesterday\ncounts=3;\n", 0 },
  { "[Register a]\nmade=2026-11-20\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=-3;\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=99999999999;\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=many;\n", 0 },
  { "[Other]\nmade=2026-11-20\ncounts=3;\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=x;\n[Register b]\nmade=2026-11-20\ncounts=3;\n", 3 },
  { "[Register a]\nmade=2026-11-20\ncounts=1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;\n", 1 },
  { "[Register a]\nmade=2026-11-20\ncounts=2;2;\nnews=0;0;\nevery=7\n", 0 },
  { "[Register a]\nmade=2026-11-20\ncounts=2;2;\nnews=0;1;\nevery=7\n", 2 },
  { "[Register a]\nmade=2026-11-20\ncounts=2;2;\nnews=many;\nevery=-7\n", 2 },
  { "[Register a]\nmade=2026-11-20\ncounts=2;2;\nnews=1;\n", 2 },
};

static void
test_bad_text (void)
{
  GDate today = day ("2026-11-21");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (MusterReminders) reminders = muster_reminders_from_text (bad[i].text);

      g_test_message ("%s", bad[i].text);
      g_assert_cmpuint (muster_reminders_get_due (reminders, &today), ==, bad[i].due);
    }
}

/* It stands on a locked screen: a number, and nothing else that changes. */
static void
test_words (void)
{
  g_autofree char *one = muster_reminder_dup_title (1);
  g_autofree char *many = muster_reminder_dup_title (12);

  g_assert_cmpstr (one, ==, "1 thing needs you in Muster");
  g_assert_cmpstr (many, ==, "12 things need you in Muster");
  g_assert_cmpstr (muster_reminder_get_body (), ==, "As far as was known when the register was last open. Sign in to see more.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/reminder/steps", test_steps);
  g_test_add_func ("/domain/reminder/days", test_days);
  g_test_add_func ("/domain/reminder/nothing", test_nothing);
  g_test_add_func ("/domain/reminder/registers", test_registers);
  g_test_add_func ("/domain/reminder/text", test_text);
  g_test_add_func ("/domain/reminder/bad-text", test_bad_text);
  g_test_add_func ("/domain/reminder/words", test_words);
  return g_test_run ();
}
