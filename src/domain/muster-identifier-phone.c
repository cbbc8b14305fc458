/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier-private.h"

#include <glib/gi18n-lib.h>

#define PHONE_DIGITS 10
#define MAX_EXTENSION 6

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
  return *p == '(' || *p == ')' ? 1 : muster_identifier_get_separator (p);
}

static gboolean
read_phone (MusterSpan span, char digits[PHONE_DIGITS + 1], char extension[MAX_EXTENSION + 1])
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
is_foreign_phone (MusterSpan span)
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
  MusterSpan span = muster_identifier_trim (text);
  char digits[PHONE_DIGITS + 1], extension[MAX_EXTENSION + 1];

  if (is_foreign_phone (span))
    {
      *kept = g_strndup (span.start, span.length);
      return TRUE;
    }
  if (!read_phone (span, digits, extension))
    return muster_identifier_refuse (text, _("A phone number has 10 digits, perhaps with an extension; one of another country begins with +."), error);
  *kept = g_strdup_printf ("(%.3s) %.3s-%.4s%s%s", digits, digits + 3, digits + 6, extension[0] != '\0' ? " ext. " : "", extension);
  return TRUE;
}
