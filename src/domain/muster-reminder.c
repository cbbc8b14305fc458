/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-reminder.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"

#define GROUP "Reminders"
#define REGISTER "Register "

static void
reminder_free (gpointer data)
{
  MusterReminder *reminder = data;

  g_free (reminder->register_id);
  g_free (reminder);
}

MusterReminders *
muster_reminders_new (void)
{
  MusterReminders *reminders = g_new0 (MusterReminders, 1);

  reminders->list = g_ptr_array_new_with_free_func (reminder_free);
  return reminders;
}

void
muster_reminders_free (MusterReminders *reminders)
{
  if (reminders == NULL)
    return;
  g_ptr_array_unref (reminders->list);
  g_free (reminders);
}

static void
add (MusterReminders *reminders, const char *register_id, const GDate *made, const MusterReminderForecast *forecast)
{
  MusterReminder *reminder = g_new0 (MusterReminder, 1);

  reminder->register_id = g_strdup (register_id);
  reminder->made = *made;
  reminder->forecast = *forecast;
  g_ptr_array_add (reminders->list, reminder);
}

void
muster_reminders_set (MusterReminders *reminders, const char *register_id, const GDate *made, const MusterReminderForecast *forecast)
{
  g_return_if_fail (forecast->n <= MUSTER_REMINDER_DAYS);

  for (guint i = reminders->list->len; i > 0; i--)
    if (g_str_equal (((MusterReminder *) reminders->list->pdata[i - 1])->register_id, register_id))
      g_ptr_array_remove_index (reminders->list, i - 1);
  add (reminders, register_id, made, forecast);
  reminders->reminded = *made;
}

gboolean
muster_reminder_is_step (const guint *steps, guint n_steps, guint every, int days_left)
{
  for (guint i = 0; days_left > 0 && i < n_steps; i++)
    if (steps[i] == (guint) days_left)
      return TRUE;
  return days_left < 0 && every > 0 && (guint) (-days_left - 1) % every == 0;
}

/* A list that was made on a day that is still to come, by a clock that was wrong, counts as made today. */
static int
get_age (const MusterReminder *reminder, const GDate *today)
{
  return MAX (g_date_days_between (&reminder->made, today), 0);
}

static guint
get_count (const MusterReminder *reminder, const GDate *today)
{
  const MusterReminderForecast *forecast = &reminder->forecast;
  int days = get_age (reminder, today);

  if (forecast->n == 0 || days > MUSTER_REMINDER_LAST_DAYS)
    return 0;
  return forecast->counts[MIN ((guint) days, forecast->n - 1)];
}

/* On the day so many after it was made. */
static gboolean
has_news_on (const MusterReminderForecast *forecast, guint day)
{
  if (day < forecast->n)
    return forecast->news[day] > 0;
  return forecast->every > 0 && (day - (forecast->n - 1)) % forecast->every == 0;
}

/* Since the last reminder; what was seen on the day on which it was made is no news. */
static gboolean
has_news (const MusterReminder *reminder, const GDate *reminded, const GDate *today)
{
  int last = get_age (reminder, today);
  int first = g_date_valid (reminded) ? g_date_days_between (&reminder->made, reminded) + 1 : 1;

  for (int day = MAX (first, 1); reminder->forecast.n > 0 && day <= MIN (last, MUSTER_REMINDER_LAST_DAYS); day++)
    if (has_news_on (&reminder->forecast, day))
      return TRUE;
  return FALSE;
}

guint
muster_reminders_get_due (const MusterReminders *reminders, const GDate *today)
{
  gboolean is_back = g_date_valid (&reminders->reminded) && g_date_compare (today, &reminders->reminded) < 0, any = is_back;
  guint count = 0;

  if (muster_date_equal (&reminders->reminded, today))
    return 0;
  for (guint i = 0; i < reminders->list->len; i++)
    {
      count += get_count (reminders->list->pdata[i], today);
      any |= has_news (reminders->list->pdata[i], &reminders->reminded, today);
    }
  return any ? count : 0;
}

static void
set_numbers (GKeyFile *file, const char *group, const char *key, const guint *numbers, guint n)
{
  int values[MUSTER_REMINDER_DAYS];

  for (guint i = 0; i < n; i++)
    values[i] = MIN (numbers[i], G_MAXINT);
  g_key_file_set_integer_list (file, group, key, values, n);
}

static void
set_date (GKeyFile *file, const char *group, const char *key, const GDate *date)
{
  g_autofree char *text = muster_date_to_iso (date);

  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

char *
muster_reminders_to_text (const MusterReminders *reminders)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  set_date (file, GROUP, "reminded", &reminders->reminded);
  for (guint i = 0; i < reminders->list->len; i++)
    {
      const MusterReminder *reminder = reminders->list->pdata[i];
      g_autofree char *group = g_strconcat (REGISTER, reminder->register_id, NULL);

      set_date (file, group, "made", &reminder->made);
      set_numbers (file, group, "counts", reminder->forecast.counts, reminder->forecast.n);
      set_numbers (file, group, "news", reminder->forecast.news, reminder->forecast.n);
      g_key_file_set_integer (file, group, "every", reminder->forecast.every);
    }
  return g_key_file_to_data (file, NULL, NULL);
}

static gboolean
read_date (GKeyFile *file, const char *group, const char *key, GDate *date)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  g_date_clear (date, 1);
  return text != NULL && muster_date_parse_iso (text, date, NULL);
}

/* Not more than a list of people could ever have, so that a sum of them is a number still. */
static gboolean
read_numbers (GKeyFile *file, const char *group, const char *key, guint *values, guint *n)
{
  gsize length = 0;
  g_autofree int *numbers = g_key_file_get_integer_list (file, group, key, &length, NULL);

  *n = MIN (length, MUSTER_REMINDER_DAYS);
  for (guint i = 0; i < *n; i++)
    {
      if (numbers[i] < 0 || numbers[i] > 100 * 1000 * 1000)
        return FALSE;
      values[i] = numbers[i];
    }
  return *n > 0;
}

/* What was kept before there was news is news on each day. */
static gboolean
read_forecast (GKeyFile *file, const char *group, MusterReminderForecast *forecast)
{
  guint n_news;
  int every = g_key_file_get_integer (file, group, "every", NULL);

  if (!read_numbers (file, group, "counts", forecast->counts, &forecast->n))
    return FALSE;
  if (!read_numbers (file, group, "news", forecast->news, &n_news) || n_news != forecast->n)
    memcpy (forecast->news, forecast->counts, sizeof forecast->news);
  forecast->every = every > 0 ? every : 1;
  return TRUE;
}

MusterReminders *
muster_reminders_from_text (const char *text)
{
  MusterReminders *reminders = muster_reminders_new ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_data (file, text, -1, G_KEY_FILE_NONE, NULL))
    return reminders;
  read_date (file, GROUP, "reminded", &reminders->reminded);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      MusterReminderForecast forecast = { 0 };
      GDate made;

      if (g_str_has_prefix (groups[i], REGISTER) && read_date (file, groups[i], "made", &made) && read_forecast (file, groups[i], &forecast))
        add (reminders, groups[i] + strlen (REGISTER), &made, &forecast);
    }
  return reminders;
}

char *
muster_reminder_dup_title (guint count)
{
  /* Translators: of a notification, which also stands on a screen that is locked. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing needs you in Muster", "%u things need you in Muster", count), count);
}

const char *
muster_reminder_get_body (void)
{
  return _("As far as was known when the register was last open. Sign in to see more.");
}
