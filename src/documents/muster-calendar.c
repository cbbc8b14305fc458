/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-calendar.h"

/* Octets of a line, without its end. */
#define LONGEST_LINE 75

struct _MusterCalendar
{
  GString *text;
  char *stamp;
};

/* A line that is too long goes on in the next one, after a space; never inside of a character. */
static void
add_line (MusterCalendar *calendar, const char *line)
{
  gsize room = LONGEST_LINE;

  while (strlen (line) > room)
    {
      const char *end = line + room;

      while ((*end & 0xc0) == 0x80)
        end--;
      g_string_append_len (calendar->text, line, end - line);
      g_string_append (calendar->text, "\r\n ");
      line = end;
      room = LONGEST_LINE - 1;
    }
  g_string_append (calendar->text, line);
  g_string_append (calendar->text, "\r\n");
}

static void
add (MusterCalendar *calendar, const char *name, const char *value)
{
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  add_line (calendar, line);
}

/* What has a meaning in a text is escaped; other control characters have no place in one. */
static void
add_text (MusterCalendar *calendar, const char *name, const char *text)
{
  g_autoptr (GString) escaped = g_string_new (NULL);

  for (; text != NULL && *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (escaped, "\\n");
    else if (strchr ("\\;,", *text) != NULL)
      g_string_append_printf (escaped, "\\%c", *text);
    else if (!g_ascii_iscntrl (*text))
      g_string_append_c (escaped, *text);
  if (escaped->len > 0)
    add (calendar, name, escaped->str);
}

MusterCalendar *
muster_calendar_new (gint64 time)
{
  MusterCalendar *calendar = g_new0 (MusterCalendar, 1);
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  calendar->text = g_string_new (NULL);
  calendar->stamp = g_date_time_format (moment, "%Y%m%dT%H%M%SZ");
  add (calendar, "BEGIN", "VCALENDAR");
  add (calendar, "VERSION", "2.0");
  add (calendar, "PRODID", "-//The Muster authors//Muster " MUSTER_VERSION "//EN");
  add (calendar, "CALSCALE", "GREGORIAN");
  return calendar;
}

void
muster_calendar_free (MusterCalendar *calendar)
{
  if (calendar == NULL)
    return;
  if (calendar->text != NULL)
    g_string_free (calendar->text, TRUE);
  g_free (calendar->stamp);
  g_free (calendar);
}

void
muster_calendar_add_day (MusterCalendar *calendar, const char *uid, const GDate *day, const char *summary, const char *description, gboolean is_private)
{
  g_autofree char *start = g_strdup_printf ("%04u%02u%02u", (guint) g_date_get_year (day), (guint) g_date_get_month (day), (guint) g_date_get_day (day));

  add (calendar, "BEGIN", "VEVENT");
  add_text (calendar, "UID", uid);
  add (calendar, "DTSTAMP", calendar->stamp);
  add (calendar, "DTSTART;VALUE=DATE", start);
  add_text (calendar, "SUMMARY", summary);
  add_text (calendar, "DESCRIPTION", description);
  /* A day on which something is due takes nobody's time. */
  add (calendar, "TRANSP", "TRANSPARENT");
  if (is_private)
    add (calendar, "CLASS", "CONFIDENTIAL");
  add (calendar, "END", "VEVENT");
}

GBytes *
muster_calendar_finish (MusterCalendar *calendar)
{
  add (calendar, "END", "VCALENDAR");
  return g_string_free_to_bytes (g_steal_pointer (&calendar->text));
}
