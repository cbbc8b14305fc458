/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-namesake.h"

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *first = muster_text_fold (a);
  g_autofree char *second = muster_text_fold (b);

  return *first != '\0' && strcmp (first, second) == 0;
}

/* What stands behind the first of the given names: “Maria” of “Ana Maria”, “M” of “Ana” and “M.” */
static char *
dup_further_names (const MusterAssister *person)
{
  g_autofree char *whole = g_strjoin (" ", person->given_name != NULL ? person->given_name : "", person->middle_name != NULL ? person->middle_name : "", NULL);
  g_autofree char *folded = muster_text_fold (whole);
  const char *blank = strchr (folded, ' ');
  char *rest = g_strdup (blank != NULL ? blank + 1 : "");

  return g_strdelimit (rest, ".", ' ');
}

/* An initial fits the whole name, and nothing fits everything. */
static gboolean
do_further_names_fit (const MusterAssister *a, const MusterAssister *b)
{
  g_autofree char *first = dup_further_names (a);
  g_autofree char *second = dup_further_names (b);

  g_strstrip (first);
  g_strstrip (second);
  if (*first == '\0' || *second == '\0')
    return TRUE;
  if (g_utf8_strlen (first, -1) == 1 || g_utf8_strlen (second, -1) == 1)
    return g_utf8_get_char (first) == g_utf8_get_char (second);
  return strcmp (first, second) == 0;
}

static gboolean
do_contradict (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) != 0;
}

void
muster_namesake_free (MusterNamesake *namesake)
{
  if (namesake == NULL)
    return;
  muster_assister_clear (&namesake->person);
  g_free (namesake);
}

guint
muster_namesake_weigh (const MusterAssister *said, const MusterAssister *known, gboolean same_agency)
{
  gboolean has_other_number = do_contradict (said->npn, known->npn) || do_contradict (said->training_id, known->training_id);

  if (has_other_number && !same_agency)
    return 0;
  if (!do_further_names_fit (said, known) || do_contradict (said->suffix, known->suffix))
    return 0;
  return 1 + (same_agency ? 2 : 0) + (is_same_text (said->county, known->county) ? 1 : 0);
}
