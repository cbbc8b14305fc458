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

/* Nothing but what a keyboard has: nearly every text, and nothing of it needs folding. */
static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/* The plain sign that @letter stands for: a digit of any script, a dash, a dot, a slash or a blank; '\0' for what nobody sees, 'x' for any other. */
static char
fold_letter (gunichar letter)
{
  GUnicodeType type = g_unichar_type (letter);

  if (letter < 0x80)
    return (char) letter;
  if (type == G_UNICODE_DECIMAL_NUMBER)
    return '0' + g_unichar_digit_value (letter);
  if (type == G_UNICODE_DASH_PUNCTUATION || letter == 0x00ad || letter == 0x02d7 || letter == 0x2212)
    return '-';
  if (type == G_UNICODE_SPACE_SEPARATOR || type == G_UNICODE_LINE_SEPARATOR)
    return ' ';
  if (letter == 0x00b7 || letter == 0x2022 || letter == 0x2027 || letter == 0x3002)
    return '.';
  if (letter == 0x2044 || letter == 0x2215)
    return '/';
  return type == G_UNICODE_FORMAT || g_unichar_ismark (letter) ? '\0' : 'x';
}

/* Full-width, Arabic-Indic, circled or raised digits are digits, and so with what stands between them. */
static char *
dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_sized_new (strlen (normal));

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      char letter = fold_letter (g_utf8_get_char (p));

      if (letter != '\0')
        g_string_append_c (plain, letter);
    }
  return g_string_free_and_steal (plain);
}

/* Nine digits at least make one, and most texts have fewer. What is beyond ASCII may be up to two: a circled twenty. */
static gboolean
has_nine_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) + ((guchar) *text >= 0xc0 ? 2 : 0);
  return n >= SSN_DIGITS;
}

static gboolean
looks_like_ssn (const char *text)
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

static gboolean
contains_ssn (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
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

gboolean
muster_identifier_looks_like_ssn (const char *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL || !has_nine_digits (text))
    return FALSE;
  plain = is_plain (text) ? NULL : dup_plain (text);
  return looks_like_ssn (plain != NULL ? plain : text);
}

gboolean
muster_identifier_contains_ssn (const char *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL || !has_nine_digits (text))
    return FALSE;
  plain = is_plain (text) ? NULL : dup_plain (text);
  return contains_ssn (plain != NULL ? plain : text);
}

gboolean
muster_identifier_may_hold_ssn (const char *text, gboolean bare)
{
  return has_nine_digits (text) && (muster_identifier_contains_ssn (text) || (bare && muster_identifier_looks_like_ssn (text)));
}
