/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-number-text.h"

#include <math.h>
#include <string.h>

#define SECONDS_OF_DAY (24 * 60 * 60)
#define LAST_DAY 2958465 /* 9999-12-31 */
#define MAX_DIGITS 15

/* Letters of a format outside of quotes. */
typedef struct
{
  gboolean has_date;  /* year or day */
  gboolean has_month; /* or minutes */
  gboolean has_time;  /* hours or seconds */
  gboolean has_seconds;
  gboolean has_digits;
  gboolean is_duration;
} Letters;

/* Returns: what follows a part in quotes, in brackets, escaped, or a word that says nothing; @code itself if it is none. */
static const char *
skip_part (const char *code, Letters *letters)
{
  static const char *const words[] = { "General", "Standard", "AM/PM", "A/P" };
  const char *end = NULL;

  if (*code == '"' || *code == '[')
    end = strchr (code + 1, *code == '"' ? '"' : ']');
  if (*code == '[' && end != NULL)
    letters->is_duration = letters->is_duration || strspn (code + 1, "hHmMsS") == (gsize) (end - code - 1);
  if (end != NULL)
    return end + 1;
  if (strchr ("\\_*", *code) != NULL && code[1] != '\0')
    return code + 2;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (code, words[i], strlen (words[i])) == 0)
      return code + strlen (words[i]);
  return code;
}

static void
take_letter (char letter, Letters *letters)
{
  switch (g_ascii_tolower (letter))
    {
    case 'y':
    case 'd':
      letters->has_date = TRUE;
      break;
    case 'm':
      letters->has_month = TRUE;
      break;
    case 's':
      letters->has_seconds = TRUE;
      letters->has_time = TRUE;
      break;
    case 'h':
      letters->has_time = TRUE;
      break;
    case '0':
    case '#':
    case '?':
      letters->has_digits = TRUE;
      break;
    default:
      break;
    }
}

MusterNumberFormat
muster_number_format_parse (const char *code)
{
  MusterNumberFormat format = { MUSTER_NUMBER_PLAIN, 0 };
  Letters letters = { FALSE };
  gsize n_zeros = strspn (code, "0");

  /* Of the up to four parts the first is for what has no sign. */
  for (const char *p = code; *p != '\0' && *p != ';';)
    {
      const char *next = skip_part (p, &letters);

      if (next == p)
        take_letter (*next++, &letters);
      p = next;
    }
  if (n_zeros > 1 && n_zeros <= MAX_DIGITS && (code[n_zeros] == '\0' || code[n_zeros] == ';'))
    format.n_digits = n_zeros;
  /* Digits beside the letters: “0 d”; after seconds they are parts of one. */
  if (letters.is_duration)
    format.kind = MUSTER_NUMBER_DURATION;
  else if (letters.has_digits && !letters.has_seconds)
    format.kind = MUSTER_NUMBER_PLAIN;
  else if (letters.has_time && letters.has_date)
    format.kind = MUSTER_NUMBER_DATE_TIME;
  else if (letters.has_time)
    format.kind = MUSTER_NUMBER_TIME;
  else if (letters.has_date || letters.has_month)
    format.kind = MUSTER_NUMBER_DATE;
  return format;
}

MusterNumberFormat
muster_number_format_get_built_in (guint number)
{
  MusterNumberFormat format = { MUSTER_NUMBER_PLAIN, 0 };

  if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58)
    format.kind = MUSTER_NUMBER_DATE;
  else if (number == 22)
    format.kind = MUSTER_NUMBER_DATE_TIME;
  else if ((number >= 18 && number <= 21) || number == 32 || number == 33 || number == 45 || number == 47)
    format.kind = MUSTER_NUMBER_TIME;
  else if (number == 46)
    format.kind = MUSTER_NUMBER_DURATION;
  return format;
}

static void
append_plain (GString *text, double value, const char *written, guint n_digits)
{
  gboolean is_whole = value == floor (value);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    g_string_append (text, written != NULL ? written : "");
  else if (n_digits > 0 && is_whole && value >= 0 && value < 1e15)
    g_string_append_printf (text, "%0*.0f", (int) n_digits, value);
  /* All its digits, however many they are: an identifier as some program wrote it. */
  else if (written != NULL && *written != '\0' && written[strspn (written, "0123456789")] == '\0')
    g_string_append (text, written);
  else if (is_whole && fabs (value) < 1e15)
    g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.0f", value == 0 ? 0 : value));
  else
    g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

static void
append_clock (GString *text, gint64 seconds)
{
  g_string_append_printf (text, "%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
}

/* Excel believes that 1900 had a 29 February, its day 60. */
static void
append_date (GString *text, guint day, gboolean is_1904)
{
  GDate date;

  if (!is_1904 && day == 60)
    {
      g_string_append (text, "1900-02-29");
      return;
    }
  g_date_set_dmy (&date, is_1904 ? 1 : day < 60 ? 31
                                                : 30,
                  is_1904 ? 1 : 12, is_1904 ? 1904 : 1899);
  g_date_add_days (&date, day);
  g_string_append_printf (text, "%04u-%02u-%02u", (guint) g_date_get_year (&date), (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
}

void
muster_number_append (GString *text, double value, const char *written, MusterNumberFormat format, gboolean is_1904)
{
  gint64 day, seconds;

  /* The first days are no dates but times of no day. */
  if (format.kind == MUSTER_NUMBER_PLAIN || !(value >= 0 && value < LAST_DAY + 1.0 - is_1904 * 1462))
    {
      append_plain (text, value, written, format.kind == MUSTER_NUMBER_PLAIN ? format.n_digits : 0);
      return;
    }
  day = (gint64) value;
  seconds = llround ((value - day) * SECONDS_OF_DAY);
  day += seconds / SECONDS_OF_DAY;
  seconds %= SECONDS_OF_DAY;
  if (format.kind == MUSTER_NUMBER_DURATION)
    append_clock (text, day * SECONDS_OF_DAY + seconds);
  else if (format.kind == MUSTER_NUMBER_TIME)
    append_clock (text, seconds);
  else if (day == 0 && !is_1904 && seconds == 0)
    append_plain (text, value, written, 0);
  else if (day == 0 && !is_1904)
    append_clock (text, seconds);
  else
    {
      append_date (text, day, is_1904);
      if (format.kind == MUSTER_NUMBER_DATE_TIME && seconds > 0)
        {
          g_string_append_c (text, ' ');
          append_clock (text, seconds);
        }
    }
}
