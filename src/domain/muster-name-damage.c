/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-name-damage.h"

#include <string.h>

/* What people write behind a name, after a dash. */
static const char *const remarks[] = { "terminated", "term", "inactive", "deceased", "retired", "resigned", "suspended", "revoked", "expired", "left", "no longer", "do not", "former", "duplicate", "on leave", "baja" };
static const char *const dashes[] = { " - ", " \u2013 ", " \u2014 ", " -- " };

static gboolean
is_remark (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (g_ascii_strncasecmp (text, remarks[i], strlen (remarks[i])) == 0 && !g_ascii_isalpha (text[strlen (remarks[i])]))
      return TRUE;
  return FALSE;
}

static char *
dup_before_remark (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (text, dashes[i]);

      if (dash != NULL && is_remark (dash + strlen (dashes[i])))
        return g_strndup (text, dash - text);
    }
  return NULL;
}

/* Whether a letter of two bytes stands before another that is not ASCII, as in every misread one. */
static gboolean
may_be_misread (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (p[0] == 0xc3 && p[1] >= 0x82 && p[1] <= 0x9f && p[2] >= 0x80)
      return TRUE;
  return FALSE;
}

static char *
dup_reread (const char *text)
{
  static const char *const encodings[] = { "WINDOWS-1252", "ISO-8859-1" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);

      if (bytes != NULL && g_utf8_validate (bytes, length, NULL))
        return g_steal_pointer (&bytes);
    }
  return NULL;
}

MusterNameDamage
muster_name_damage_find (const char *text, char **fix)
{
  *fix = NULL;
  if (strstr (text, "\uFFFD") != NULL)
    return MUSTER_NAME_LETTERS_LOST;
  if (may_be_misread (text) && (*fix = dup_reread (text)) != NULL)
    return MUSTER_NAME_MISREAD;
  if (strchr (text, ' ') == NULL)
    return MUSTER_NAME_WHOLE;
  *fix = dup_before_remark (text);
  if (*fix != NULL)
    return MUSTER_NAME_REMARK;
  return strstr (text, " & ") != NULL || strstr (text, " and ") != NULL || strstr (text, " AND ") != NULL ? MUSTER_NAME_TWO_PEOPLE : MUSTER_NAME_WHOLE;
}
