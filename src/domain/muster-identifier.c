/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define MAX_NPN 10
#define ASSISTER_ID_LENGTH 9
#define MIN_TRAINING_ID 5
#define MAX_TRAINING_ID 12
#define MIN_ADMIN_ID 3
#define MAX_ADMIN_ID 20
#define MAX_EMAIL 254
#define MAX_EMAIL_LOCAL 64
#define PHONE_DIGITS 10
#define MAX_EXTENSION 6
#define SSN_DIGITS 9

#define NO_BREAK_SPACE "\u00a0"

/* What was given, without the white space around it. Nearly everything is short, so most checks need no memory for it. */
typedef struct
{
  const char *start;
  gsize length;
} Span;

/* The length of the blank that @p begins; sheets and web pages are full of those that do not break. */
static gsize
get_blank (const char *p)
{
  if (g_ascii_isspace (*p))
    return 1;
  return g_str_has_prefix (p, NO_BREAK_SPACE) ? strlen (NO_BREAK_SPACE) : 0;
}

static Span
trim (const char *text)
{
  Span span = { text != NULL ? text : "", 0 };
  gsize blank, n;

  while ((blank = get_blank (span.start)) > 0)
    span.start += blank;
  for (n = 0; span.start[n] != '\0'; n += MAX (blank, 1))
    {
      blank = get_blank (span.start + n);
      if (blank == 0)
        span.length = n + 1;
    }
  return span;
}

/* A value that could be a social security number is never repeated, not even in an error. */
static gboolean
refuse (const char *text, const char *rule, GError **error)
{
  Span span = trim (text);

  if (muster_identifier_contains_ssn (text) || muster_identifier_looks_like_ssn (text))
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The value looks like a social security number, which Muster never keeps. %s"), rule);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, "“%.*s”: %s", (int) MIN (span.length, 80), span.start, rule);
  return FALSE;
}

static gboolean
is_all (Span span, gboolean (*test) (char))
{
  for (gsize i = 0; i < span.length; i++)
    if (!test (span.start[i]))
      return FALSE;
  return span.length > 0;
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_alphanumeric (char c)
{
  return g_ascii_isalnum (c);
}

/* 1.2345678E7, 1,23E+07 */
static gboolean
is_spreadsheet_number (Span span)
{
  gboolean has_exponent = FALSE;

  for (gsize i = 0; i < span.length; i++)
    {
      char c = span.start[i];

      if (i > 0 && (c == 'E' || c == 'e') && !has_exponent)
        has_exponent = TRUE;
      else if (!g_ascii_isdigit (c) && c != '.' && c != ',' && c != '+' && c != '-')
        return FALSE;
    }
  return has_exponent && g_ascii_isdigit (span.start[0]);
}

/* A spreadsheet that took 12345678 for a number may write it with “.0”, which loses nothing. */
static Span
drop_zero_fraction (Span span)
{
  if (span.length > 2 && span.start[span.length - 2] == '.' && span.start[span.length - 1] == '0')
    {
      Span whole = { span.start, span.length - 2 };

      if (is_all (whole, is_digit))
        return whole;
    }
  return span;
}

static gboolean
check_alphanumeric (const char *text, gsize min, gsize max, gboolean upper, const char *rule, char **kept, GError **error)
{
  Span span = trim (text);

  if (span.length < min || span.length > max || !is_all (span, is_alphanumeric))
    return refuse (text, rule, error);
  *kept = upper ? g_ascii_strup (span.start, span.length) : g_strndup (span.start, span.length);
  return TRUE;
}

gboolean
muster_identifier_check_npn (const char *text, char **kept, GError **error)
{
  Span span = drop_zero_fraction (trim (text));

  if (is_spreadsheet_number (span))
    return refuse (text, _("A spreadsheet has turned this NPN into a rounded number, and its digits are lost. Get it from the source as text."), error);
  if (span.length > MAX_NPN || !is_all (span, is_digit) || span.start[0] == '0')
    return refuse (text, _("An NPN has 1 to 10 digits and does not begin with 0."), error);
  *kept = g_strndup (span.start, span.length);
  return TRUE;
}

gboolean
muster_identifier_check_assister_id (const char *text, char **kept, GError **error)
{
  return check_alphanumeric (text, ASSISTER_ID_LENGTH, ASSISTER_ID_LENGTH, TRUE, _("An Assister ID has 9 letters and digits."), kept, error);
}

gboolean
muster_identifier_check_training_id (const char *text, char **kept, GError **error)
{
  const char *rule = _("A Training ID has 5 to 12 letters and digits.");

  if (muster_identifier_looks_like_ssn (text))
    return refuse (text, rule, error);
  return check_alphanumeric (text, MIN_TRAINING_ID, MAX_TRAINING_ID, TRUE, rule, kept, error);
}

gboolean
muster_identifier_check_admin_id (const char *text, char **kept, GError **error)
{
  const char *rule = _("An Admin ID has 3 to 20 letters and digits.");

  if (muster_identifier_looks_like_ssn (text))
    return refuse (text, rule, error);
  return check_alphanumeric (text, MIN_ADMIN_ID, MAX_ADMIN_ID, FALSE, rule, kept, error);
}

/* Labels of letters, digits and inner hyphens, at least two of them. Letters beyond ASCII are let through. */
static gboolean
is_host (const char *host, gsize length)
{
  guint dots = 0;
  char before = '.';

  for (gsize i = 0; i < length; i++)
    {
      char c = host[i];

      if (c == '.' && (before == '.' || before == '-'))
        return FALSE;
      if (c == '-' && before == '.')
        return FALSE;
      if (c == '.')
        dots++;
      else if (!g_ascii_isalnum (c) && c != '-' && (guchar) c < 0x80)
        return FALSE;
      before = c;
    }
  return dots > 0 && before != '.' && before != '-';
}

static gboolean
is_local_part (const char *local, gsize length)
{
  if (length == 0 || length > MAX_EMAIL_LOCAL || local[0] == '.' || local[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_isspace (local[i]) || g_ascii_iscntrl (local[i]) || strchr ("\"(),:;<>[\\]@", local[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* Beyond ASCII: letters of any script, but nothing that leaves a gap or cannot be seen. */
static gboolean
has_hidden (Span span)
{
  for (const char *p = span.start; p < span.start + span.length; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80)
      {
        gunichar letter = g_utf8_get_char_validated (p, span.start + span.length - p);

        if (letter >= (gunichar) -2 || g_unichar_isspace (letter) || g_unichar_iscntrl (letter) || g_unichar_iszerowidth (letter))
          return TRUE;
      }
  return FALSE;
}

gboolean
muster_identifier_check_email (const char *text, char **kept, GError **error)
{
  Span span = trim (text);
  const char *at = memchr (span.start, '@', span.length);
  gsize local = at != NULL ? at - span.start : 0;

  if (at == NULL || span.length > MAX_EMAIL || has_hidden (span) || !is_local_part (span.start, local) || !is_host (at + 1, span.length - local - 1))
    return refuse (text, _("An e-mail address has one @, a dot in what follows it, no blanks, and at most 254 characters."), error);

  *kept = g_strndup (span.start, span.length);
  for (char *p = *kept + local; *p != '\0'; p++)
    *p = g_ascii_tolower (*p);
  return TRUE;
}

char *
muster_identifier_dup_email_key (const char *email)
{
  for (const char *p = email; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return g_utf8_strdown (email, -1);
  return g_ascii_strdown (email, -1);
}

static gboolean
is_separator (const char *p, gsize *length)
{
  static const char *const separators[] = { "-", " ", ".", "/", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", NO_BREAK_SPACE };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      {
        *length = strlen (separators[i]);
        return TRUE;
      }
  return FALSE;
}

/* “ext. 7”, “x7”, “extension 7”, “#7”: the length of the mark, 0 if @p begins none. */
static gsize
get_extension_mark (const char *p)
{
  static const char *const marks[] = { "extension", "ext.", "ext", "x.", "x", "#" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_ascii_strncasecmp (p, marks[i], strlen (marks[i])) == 0)
      return strlen (marks[i]);
  return 0;
}

static gboolean
read_extension (const char *p, const char *end, char extension[MAX_EXTENSION + 1])
{
  gsize length = 0;

  for (; p < end; p++)
    {
      if (g_ascii_isspace (*p) || *p == ':')
        continue;
      if (!g_ascii_isdigit (*p) || length == MAX_EXTENSION)
        return FALSE;
      extension[length++] = *p;
    }
  extension[length] = '\0';
  return length > 0;
}

/* The length of what may stand between the digits of a phone number at @p, 0 if nothing does. */
static gsize
get_phone_punctuation (const char *p)
{
  gsize length = 0;

  if (*p == '(' || *p == ')' || is_separator (p, &length))
    return MAX (length, 1);
  return 0;
}

static gboolean
read_phone (Span span, char digits[PHONE_DIGITS + 1], char extension[MAX_EXTENSION + 1])
{
  const char *p = span.start, *end = span.start + span.length;
  guint n = 0;

  extension[0] = '\0';
  p += *p == '+';
  p += *p == '1';
  while (p < end)
    {
      gsize mark = n == PHONE_DIGITS ? get_extension_mark (p) : 0;
      gsize punctuation = get_phone_punctuation (p);

      if (mark > 0)
        return read_extension (p + mark, end, extension);
      if (g_ascii_isdigit (*p) && n < PHONE_DIGITS)
        digits[n++] = *p++;
      else if (punctuation > 0)
        p += punctuation;
      else if (*p == ',' && n == PHONE_DIGITS)
        p++;
      else
        return FALSE;
    }
  digits[n] = '\0';
  return n == PHONE_DIGITS && digits[0] >= '2';
}

static gboolean
is_foreign_phone (Span span)
{
  const char *p = span.start + 1, *end = span.start + span.length;
  guint digits = 0;

  if (span.start[0] != '+' || span.start[1] == '1')
    return FALSE;
  while (p < end)
    {
      gsize punctuation = get_phone_punctuation (p);

      digits += g_ascii_isdigit (*p);
      if (!g_ascii_isdigit (*p) && punctuation == 0)
        return FALSE;
      p += MAX (punctuation, 1);
    }
  return digits >= 7 && digits <= 15;
}

gboolean
muster_identifier_check_phone (const char *text, char **kept, GError **error)
{
  Span span = trim (text);
  char digits[PHONE_DIGITS + 1], extension[MAX_EXTENSION + 1];

  if (is_foreign_phone (span))
    {
      *kept = g_strndup (span.start, span.length);
      return TRUE;
    }
  if (!read_phone (span, digits, extension))
    return refuse (text, _("A phone number has 10 digits, perhaps with an extension; one of another country begins with +."), error);
  *kept = g_strdup_printf ("(%.3s) %.3s-%.4s%s%s", digits, digits + 3, digits + 6, extension[0] != '\0' ? " ext. " : "", extension);
  return TRUE;
}

/* Areas 000, 666 and 900 to 999, group 00 and serial 0000 were never given out. */
static gboolean
could_be_ssn (const char digits[SSN_DIGITS])
{
  if (strncmp (digits, "000", 3) == 0 || strncmp (digits, "666", 3) == 0 || digits[0] == '9')
    return FALSE;
  return strncmp (digits + 3, "00", 2) != 0 && strncmp (digits + 5, "0000", 4) != 0;
}

/* Reads ddd-dd-dddd at @p; returns where it ends, or %NULL. */
static const char *
read_separated_ssn (const char *p)
{
  static const guint groups[] = { 3, 2, 4 };
  char digits[SSN_DIGITS];
  guint n = 0;

  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    {
      gsize length;

      if (group > 0)
        {
          if (!is_separator (p, &length))
            return NULL;
          p += length;
        }
      for (guint i = 0; i < groups[group]; i++, p++)
        {
          if (!g_ascii_isdigit (*p))
            return NULL;
          digits[n++] = *p;
        }
    }
  return could_be_ssn (digits) ? p : NULL;
}

gboolean
muster_identifier_looks_like_ssn (const char *text)
{
  Span span = trim (text);
  const char *end;

  if (span.length == SSN_DIGITS && is_all (span, is_digit))
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
