/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-narrative.h"

#include <stdlib.h>

#define OLD_YEARS 10

#define DATE "(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|\\d{4}-\\d{1,2}-\\d{1,2}|(?:\\d{1,2}\\.? )?\\p{L}{3,10}\\.? \\d{1,2},? \\d{4})"
#define BIRTH_WORD "(?:born|birth ?date|birthday|date of birth|d\\.?o\\.?b\\.?|nacid[oa]|(?:fecha de )?nacimiento)"
#define NUMBER_WORD "(?:policy|member|subscriber|enrollee|case|claim|group|p[oó]liza|miembro|caso)"

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

static gboolean
has_old_date (const char *text, guint year)
{
  static GRegex *years;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter_pointer (&years))
    g_once_init_leave_pointer (&years, compile ("(?<![\\d/.-])(?:\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4})|(\\d{4})-\\d{1,2}-\\d{1,2})(?![\\d/-])"));
  for (g_regex_match (years, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *last = g_match_info_fetch (match, 1);
      g_autofree char *first = g_match_info_fetch (match, 2);
      guint found = atoi (last != NULL && last[0] != '\0' ? last : first != NULL ? first
                                                                                 : "");

      if (found >= 1900 && found + OLD_YEARS <= year)
        return TRUE;
    }
  return FALSE;
}

gboolean
muster_narrative_may_hold_birth_date (const char *text, guint year)
{
  static GRegex *said;

  if (text == NULL)
    return FALSE;
  if (g_once_init_enter_pointer (&said))
    g_once_init_leave_pointer (&said, compile ("\\b" BIRTH_WORD "[\\s:,(]*(?:(?:is|was|on|es|el)\\s+){0,2}" DATE));
  return g_regex_match (said, text, 0, NULL) || has_old_date (text, year);
}

gboolean
muster_narrative_may_hold_policy_number (const char *text)
{
  static GRegex *numbers;

  if (text == NULL)
    return FALSE;
  if (g_once_init_enter_pointer (&numbers))
    g_once_init_leave_pointer (&numbers, compile ("\\b" NUMBER_WORD "\\s*(?:number|no\\.?|nr\\.?|n[uú]m(?:ero|\\.)?|id|#)?[\\s:#]*\\p{L}{0,4}-?\\d{5,}|\\b\\p{L}{1,4}-?\\d{7,}\\b"));
  return g_regex_match (numbers, text, 0, NULL);
}
