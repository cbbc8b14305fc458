/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier-private.h"

#define SSN_DIGITS 9

/* Areas 000, 666 and 900 to 999, group 00 and serial 0000 were never given out. */
static gboolean
could_be_ssn (const char digits[SSN_DIGITS])
{
  if (strncmp (digits, "000", 3) == 0 || strncmp (digits, "666", 3) == 0 || digits[0] == '9')
    return FALSE;
  return strncmp (digits + 3, "00", 2) != 0 && strncmp (digits + 5, "0000", 4) != 0;
}

/* A taxpayer number of somebody without a social security number: area from 900, group 50 to 65, 70 to 88, 90 to 92 or 94 to 99; 93 while an adoption pends. */
static gboolean
could_be_itin (const char digits[SSN_DIGITS])
{
  int group = g_ascii_digit_value (digits[3]) * 10 + g_ascii_digit_value (digits[4]);

  return digits[0] == '9' && group >= 50 && !(group >= 66 && group <= 69) && group != 89;
}

/* Reads ddd-dd-dddd at @p; returns where it ends, or %NULL. With its separators, a taxpayer number is as good as a social security number. */
static const char *
read_separated_ssn (const char *p)
{
  static const guint groups[] = { 3, 2, 4 };
  char digits[SSN_DIGITS];
  guint n = 0;

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      gsize separator = group > 0 ? muster_identifier_get_separator (p) : 0;

      if (group > 0 && separator == 0)
        return NULL;
      p += separator;
      for (guint i = 0; i < groups[group]; i++, p++)
        {
          if (!g_ascii_isdigit (*p))
            return NULL;
          digits[n++] = *p;
        }
    }
  return could_be_ssn (digits) || could_be_itin (digits) ? p : NULL;
}

gboolean
muster_identifier_looks_like_ssn (const char *text)
{
  MusterSpan span = muster_identifier_trim (text);
  const char *end;

  if (span.length == SSN_DIGITS && muster_identifier_is_digits (span))
    return could_be_ssn (span.start);
  if (span.length < SSN_DIGITS + 2)
    return FALSE;
  end = read_separated_ssn (span.start);
  return end != NULL && end == span.start + span.length;
}

gboolean
muster_identifier_contains_ssn (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p++)
    {
      const char *end;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])))
        continue;
      end = read_separated_ssn (p);
      if (end != NULL && !g_ascii_isdigit (*end))
        return TRUE;
    }
  return FALSE;
}

/* Nine digits at least make one, and most texts have fewer. */
static gboolean
has_nine_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text);
  return n >= SSN_DIGITS;
}

gboolean
muster_identifier_may_hold_ssn (const char *text, gboolean bare)
{
  return has_nine_digits (text) && (muster_identifier_contains_ssn (text) || (bare && muster_identifier_looks_like_ssn (text)));
}
