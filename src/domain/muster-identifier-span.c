/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

/* The length of the blank that @p begins; sheets and web pages are full of those that do not break. */
static gsize
get_blank (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isspace (*p) ? 1 : 0;
  return g_str_has_prefix (p, MUSTER_NO_BREAK_SPACE) ? strlen (MUSTER_NO_BREAK_SPACE) : 0;
}

MusterSpan
muster_identifier_trim (const char *text)
{
  MusterSpan span = { text != NULL ? text : "", 0 };
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

gboolean
muster_identifier_is_digits (MusterSpan span)
{
  for (gsize i = 0; i < span.length; i++)
    if (!g_ascii_isdigit (span.start[i]))
      return FALSE;
  return span.length > 0;
}

gsize
muster_identifier_get_separator (const char *p)
{
  static const char *const separators[] = { "\u2010", "\u2011", "\u2012", "\u2013", "\u2212", MUSTER_NO_BREAK_SPACE };

  if ((guchar) *p < 0x80)
    return *p == '-' || *p == ' ' || *p == '.' || *p == '/' ? 1 : 0;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (g_str_has_prefix (p, separators[i]))
      return strlen (separators[i]);
  return 0;
}

gboolean
muster_identifier_refuse (const char *text, const char *rule, GError **error)
{
  MusterSpan span = muster_identifier_trim (text);

  if (muster_identifier_contains_ssn (text) || muster_identifier_looks_like_ssn (text))
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The value looks like a social security number, which Muster never keeps. %s"), rule);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, "“%.*s”: %s", (int) MIN (span.length, 80), span.start, rule);
  return FALSE;
}
