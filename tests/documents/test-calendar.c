/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-calendar.h"

/* 2026-11-28 09:00 UTC */
#define MOMENT (1795856400 * G_GINT64_CONSTANT (1000000))

static char *
dup_calendar (const char *summary, const char *description)
{
  g_autoptr (MusterCalendar) calendar = muster_calendar_new (MOMENT);
  g_autoptr (GBytes) bytes = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 15, 10, 2026);
  muster_calendar_add_day (calendar, "due-20261015@muster", &day, summary, description, FALSE);
  bytes = muster_calendar_finish (calendar);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Returns: the value of @name as a calendar program reads it: unfolded, and unescaped; %NULL without it. Every line is looked at. */
static char *
read_value (const char *text, const char *name)
{
  g_autofree char *start = g_strconcat (name, ":", NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autoptr (GString) value = NULL;
  GString *plain = g_string_new (NULL);

  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strpbrk (lines[i], "\r\n"));
      if (g_str_has_prefix (lines[i], start))
        value = g_string_new (lines[i] + strlen (start));
      else if (value != NULL && lines[i][0] == ' ')
        g_string_append (value, lines[i] + 1);
      else if (value != NULL)
        break;
    }
  for (const char *c = value != NULL ? value->str : ""; *c != '\0'; c++)
    {
      gboolean is_escaped = *c == '\\';

      c += is_escaped;
      g_string_append_c (plain, is_escaped && *c == 'n' ? '\n' : *c);
    }
  return g_string_free (plain, FALSE);
}

static void
assert_value (const char *text, const char *name, const char *expected)
{
  g_autofree char *value = read_value (text, name);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_event (void)
{
  g_autofree char *text = dup_calendar ("Recertification is due", NULL);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//The Muster authors//Muster "));
  assert_value (text, "UID", "due-20261015@muster");
  assert_value (text, "DTSTAMP", "20261128T090000Z");
  assert_value (text, "DTSTART;VALUE=DATE", "20261015");
  assert_value (text, "SUMMARY", "Recertification is due");
  assert_value (text, "DESCRIPTION", "");
  g_assert_null (strstr (text, "DESCRIPTION"));
}

/* Whatever somebody is called. */
static void
test_texts (void)
{
  static const char *const texts[] = {
    "a, b; c: \"d\"",
    "back\\slash and \\n that is none",
    "two\nlines",
    "END:VCALENDAR",
    "Nguyễn Thị Ánh, Nguyễn Thị Ánh, Nguyễn Thị Ánh, Nguyễn Thị Ánh, Nguyễn Thị Ánh, Nguyễn Thị Ánh",
    "𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈",
    "1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = dup_calendar (texts[i], texts[G_N_ELEMENTS (texts) - 1 - i]);

      assert_value (text, "SUMMARY", texts[i]);
      assert_value (text, "DESCRIPTION", texts[G_N_ELEMENTS (texts) - 1 - i]);
    }
}

/* No text begins a line of its own. */
static void
test_controls (void)
{
  g_autofree char *text = dup_calendar ("a\rb\tc\x7f"
                                        "d\r\nBEGIN:VEVENT",
                                        NULL);

  assert_value (text, "SUMMARY", "abcd\nBEGIN:VEVENT");
  g_assert_null (strstr (strstr (text, "SUMMARY"), "\r\nBEGIN"));
}

static void
test_private (void)
{
  g_autoptr (MusterCalendar) calendar = muster_calendar_new (MOMENT);
  g_autoptr (GBytes) bytes = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 29, 2, 2028);
  muster_calendar_add_day (calendar, "x", &day, "License", NULL, TRUE);
  bytes = muster_calendar_finish (calendar);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "DTSTART;VALUE=DATE:20280229\r\n"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "CLASS:CONFIDENTIAL\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documents/calendar/event", test_event);
  g_test_add_func ("/documents/calendar/texts", test_texts);
  g_test_add_func ("/documents/calendar/controls", test_controls);
  g_test_add_func ("/documents/calendar/private", test_private);
  return g_test_run ();
}
