/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-identifier-private.h"

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

static gboolean
is_alphanumeric (MusterSpan span)
{
  for (gsize i = 0; i < span.length; i++)
    if (!g_ascii_isalnum (span.start[i]))
      return FALSE;
  return span.length > 0;
}

/* 1.2345678E7, 1,23E+07 */
static gboolean
is_spreadsheet_number (MusterSpan span)
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
static MusterSpan
drop_zero_fraction (MusterSpan span)
{
  if (span.length > 2 && span.start[span.length - 2] == '.' && span.start[span.length - 1] == '0')
    {
      MusterSpan whole = { span.start, span.length - 2 };

      if (muster_identifier_is_digits (whole))
        return whole;
    }
  return span;
}

static gboolean
check_alphanumeric (const char *text, gsize min, gsize max, gboolean upper, const char *rule, char **kept, GError **error)
{
  MusterSpan span = muster_identifier_trim (text);

  if (span.length < min || span.length > max || !is_alphanumeric (span))
    return muster_identifier_refuse (text, rule, error);
  *kept = upper ? g_ascii_strup (span.start, span.length) : g_strndup (span.start, span.length);
  return TRUE;
}

gboolean
muster_identifier_check_npn (const char *text, char **kept, GError **error)
{
  MusterSpan span = drop_zero_fraction (muster_identifier_trim (text));

  if (is_spreadsheet_number (span))
    return muster_identifier_refuse (text, _("A spreadsheet has turned this NPN into a rounded number, and its digits are lost. Ask the sender for it as text."), error);
  if (span.length > MAX_NPN || !muster_identifier_is_digits (span) || span.start[0] == '0')
    return muster_identifier_refuse (text, _("An NPN has 1 to 10 digits and does not begin with 0."), error);
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
    return muster_identifier_refuse (text, rule, error);
  return check_alphanumeric (text, MIN_TRAINING_ID, MAX_TRAINING_ID, TRUE, rule, kept, error);
}

gboolean
muster_identifier_check_admin_id (const char *text, char **kept, GError **error)
{
  const char *rule = _("An Admin ID has 3 to 20 letters and digits.");

  if (muster_identifier_looks_like_ssn (text))
    return muster_identifier_refuse (text, rule, error);
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
has_hidden (MusterSpan span)
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
  MusterSpan span = muster_identifier_trim (text);
  const char *at = memchr (span.start, '@', span.length);
  gsize local = at != NULL ? at - span.start : 0;

  if (at == NULL || span.length > MAX_EMAIL || has_hidden (span) || !is_local_part (span.start, local) || !is_host (at + 1, span.length - local - 1))
    return muster_identifier_refuse (text, _("An e-mail address has one @, a dot in what follows it, no blanks, and at most 254 characters."), error);

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
