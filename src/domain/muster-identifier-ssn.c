/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier-private.h"

#define SSN_DIGITS 9
/* Between two groups, and to a word beside. */
#define MAX_SEPARATORS 5

/* What says that nine digits are one, and what says that they are something else. */
static const char *const ssn_labels[] = { "ssn", "ss", "itin", "social", "social security", "social security number", "social security no", "social security num", "soc sec", "soc sec no", "seguro social", NULL };
static const char *const other_labels[] = { "npn", "ein", "fein", "zip", NULL };

/* Nine digits that may be one, and whether there are separators after the third and after the fifth. */
typedef struct
{
  char digits[SSN_DIGITS];
  gboolean is_apart[2];
  const char *end;
} Shape;

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

/* As people put between the groups, in any number: “123 - 45 - 6789”, “(123) 45-6789”, “123_45_6789”. */
static gsize
measure_separators (const char *p)
{
  gsize length = 0, one;

  do
    {
      one = p[length] == '_' || p[length] == '(' || p[length] == ')' ? 1 : muster_identifier_get_separator (p + length);
      length += one;
    }
  while (one > 0 && length <= MAX_SEPARATORS);
  return length <= MAX_SEPARATORS ? length : 0;
}

/* Reads nine digits in groups of 3, 2 and 4 at @p, with separators between them or without. */
static gboolean
read_shape (const char *p, Shape *shape)
{
  static const guint groups[] = { 3, 2, 4 };
  guint n = 0;

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      gsize separators = group > 0 ? measure_separators (p) : 0;

      if (group > 0)
        shape->is_apart[group - 1] = separators > 0;
      p += separators;
      for (guint i = 0; i < groups[group]; i++, p++)
        {
          if (!g_ascii_isdigit (*p))
            return FALSE;
          shape->digits[n++] = *p;
        }
    }
  shape->end = p;
  return !g_ascii_isdigit (*p);
}

/* With its separators, a taxpayer number is as good as a social security number. */
static gboolean
is_given_out (const Shape *shape)
{
  return could_be_ssn (shape->digits) || could_be_itin (shape->digits);
}

static gboolean
is_separated_ssn (const Shape *shape)
{
  return shape->is_apart[0] && shape->is_apart[1] && is_given_out (shape);
}

/* Whether one of @labels ends the text from @start to @p, but for a few signs: “SSN: ”. */
static gboolean
is_after (const char *start, const char *p, const char *const *labels)
{
  for (guint i = 0; i < MAX_SEPARATORS && p > start && !g_ascii_isalnum (p[-1]); i++)
    p--;
  for (; *labels != NULL; labels++)
    {
      gsize length = strlen (*labels);

      if ((gsize) (p - start) >= length && g_ascii_strncasecmp (p - length, *labels, length) == 0 && (p - start == (gssize) length || !g_ascii_isalpha (p[-(gssize) length - 1])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_before (const char *p, const char *const *labels)
{
  for (guint i = 0; i < MAX_SEPARATORS && *p != '\0' && !g_ascii_isalnum (*p); i++)
    p++;
  for (; *labels != NULL; labels++)
    if (g_ascii_strncasecmp (p, *labels, strlen (*labels)) == 0 && !g_ascii_isalpha (p[strlen (*labels)]))
      return TRUE;
  return FALSE;
}

/* Nine digits as a word, or 123-456789; 12345-6789 is a ZIP code, and a letter beside makes something else of it. */
static gboolean
is_bare_ssn (const char *start, const char *p, const Shape *shape)
{
  if (!could_be_ssn (shape->digits) || (!shape->is_apart[0] && shape->is_apart[1]))
    return FALSE;
  return (p == start || !g_ascii_isalnum (p[-1])) && !g_ascii_isalnum (*shape->end) && !is_after (start, p, other_labels);
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
  Shape shape;

  if (span.length == SSN_DIGITS && muster_identifier_is_digits (span))
    return could_be_ssn (span.start);
  if (span.length < SSN_DIGITS + 2 || !read_shape (span.start, &shape))
    return FALSE;
  return shape.end == span.start + span.length && is_separated_ssn (&shape);
}

static gboolean
contains_ssn (const char *text, gboolean bare)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      Shape shape;

      if (!g_ascii_isdigit (*p) || (p > text && g_ascii_isdigit (p[-1])) || !read_shape (p, &shape))
        continue;
      if (is_separated_ssn (&shape) || (bare && is_bare_ssn (text, p, &shape)))
        return TRUE;
      if (is_given_out (&shape) && (is_after (text, p, ssn_labels) || is_before (shape.end, ssn_labels)))
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
muster_identifier_was_never_ssn (const char *text)
{
  MusterSpan span = muster_identifier_trim (text);

  if (span.length != SSN_DIGITS || !muster_identifier_is_digits (span))
    return FALSE;
  return !could_be_ssn (span.start) && !could_be_itin (span.start) && strncmp (span.start, "666", 3) != 0;
}

gboolean
muster_identifier_contains_ssn (const char *text)
{
  return muster_identifier_may_hold_ssn (text, FALSE);
}

gboolean
muster_identifier_may_hold_ssn (const char *text, gboolean bare)
{
  g_autofree char *plain = NULL;

  if (text == NULL || !has_nine_digits (text))
    return FALSE;
  plain = is_plain (text) ? NULL : dup_plain (text);
  return contains_ssn (plain != NULL ? plain : text, bare);
}
