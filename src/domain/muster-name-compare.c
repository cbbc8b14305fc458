/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-name-compare.h"

#include <string.h>

#define REPLACEMENT 0xfffd
/* Bytes of a letter with what stands behind it: what is longer is no initial, and needs no comparing. */
#define MAX_INITIAL 6

/* What stands in names without being one. */
static const char *const particles[] = { "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "el", "la", "las", "le", "los", "st", "van", "von", "y", NULL };

/* Where it is written for what could not be. */
static gboolean
is_blot (gunichar letter)
{
  return letter == '?' || letter == REPLACEMENT;
}

/* Folded, with one space for whatever stands between words. */
static char **
split (const char *name)
{
  g_autofree char *folded = muster_text_fold (name);

  g_strdelimit (folded, "-.,/\"()", ' ');
  return g_strsplit (folded, " ", -1);
}

/* “O'Brien” and “OBrien”, “Mary Ann” and “Maryann” */
static char *
squeeze (const char *name)
{
  g_autofree char *folded = muster_text_fold (name);
  GString *letters = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isalnum (letter) || is_blot (letter))
        g_string_append_unichar (letters, letter);
    }
  return g_string_free_and_steal (letters);
}

/* How much two first names, or two last names, have in common. */
typedef enum
{
  PART_UNSAID, /* one of the two is not there */
  PART_DIFFERS,
  PART_INITIAL, /* one is the first letter of the other, and so of many others */
  PART_COMMON,
} PartLikeness;

static gboolean
is_initial (const char *word)
{
  return g_utf8_strlen (word, -1) == 1;
}

static gboolean
is_name (const char *word)
{
  return *word != '\0' && !g_strv_contains (particles, word);
}

static gboolean
has_full_word (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (is_name (words[i]) && !is_initial (words[i]))
      return TRUE;
  return FALSE;
}

/* @by_initials: whether an initial fits every name that begins with it. */
static PartLikeness
find_word (const char *word, char **words, gboolean by_initials)
{
  PartLikeness likeness = PART_DIFFERS;

  for (guint i = 0; is_name (word) && words[i] != NULL; i++)
    {
      if (strcmp (word, words[i]) == 0 && !is_initial (word))
        return PART_COMMON;
      if (by_initials && *words[i] != '\0' && (is_initial (word) || is_initial (words[i])) && g_utf8_get_char (word) == g_utf8_get_char (words[i]))
        likeness = PART_INITIAL;
    }
  return likeness;
}

/* Where both have names in full, these decide and not the initials beside them. */
static PartLikeness
compare_part (const char *a, const char *b)
{
  g_autofree char *first = NULL, *second = NULL;
  g_auto (GStrv) first_words = NULL, second_words = NULL;
  PartLikeness likeness = PART_DIFFERS;
  gboolean by_initials;

  if (a == NULL || b == NULL)
    return PART_UNSAID;
  first = squeeze (a);
  second = squeeze (b);
  if (strcmp (first, second) == 0 || muster_name_lost_letters (a, b) || muster_name_lost_letters (b, a))
    return PART_COMMON;
  first_words = split (a);
  second_words = split (b);
  by_initials = !has_full_word (first_words) || !has_full_word (second_words);
  for (guint i = 0; first_words[i] != NULL; i++)
    likeness = MAX (likeness, find_word (first_words[i], second_words, by_initials));
  return likeness;
}

/* A letter of @known that cannot be in a poorer alphabet: one sign stands for it, or one for each of its bytes. */
static const char *
skip_blots (const char *said, const char *known)
{
  gsize n_bytes = g_utf8_next_char (known) - known;

  for (gsize i = 0; i < n_bytes && is_blot (g_utf8_get_char (said)); i++)
    said = g_utf8_next_char (said);
  return said;
}

static gboolean
fits_with_blots (const char *said, const char *known)
{
  while (*known != '\0')
    {
      if (g_utf8_get_char (said) == g_utf8_get_char (known))
        said = g_utf8_next_char (said);
      else if ((guchar) *known >= 0x80 && is_blot (g_utf8_get_char (said)))
        said = skip_blots (said, known);
      else
        return FALSE;
      known = g_utf8_next_char (known);
    }
  return *said == '\0';
}

static gboolean
has_accents (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((guchar) *text >= 0x80 && g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

gboolean
muster_name_lost_letters (const char *said, const char *known)
{
  g_autofree char *said_folded = NULL, *known_folded = NULL, *said_lower = NULL, *known_lower = NULL;

  if (said == NULL || known == NULL || !has_accents (known) || has_accents (said))
    return FALSE;
  said_folded = muster_text_fold (said);
  known_folded = muster_text_fold (known);
  if (strcmp (said_folded, known_folded) == 0)
    return TRUE;
  said_lower = g_utf8_strdown (said, -1);
  known_lower = g_utf8_strdown (known, -1);
  return fits_with_blots (said_lower, known_lower);
}

gboolean
muster_name_is_initial_of (const char *said, const char *known)
{
  g_autofree char *letter = NULL, *letters = NULL;

  if (said == NULL || known == NULL || strlen (said) > MAX_INITIAL)
    return FALSE;
  letter = squeeze (said);
  letters = squeeze (known);
  return is_initial (letter) && !is_initial (letters) && g_str_has_prefix (letters, letter);
}

static gboolean
is_in_other_order (const MusterAssister *said, const MusterAssister *known)
{
  return compare_part (said->given_name, known->family_name) == PART_COMMON && compare_part (said->family_name, known->given_name) == PART_COMMON;
}

MusterNameLikeness
muster_name_compare (const MusterAssister *said, const MusterAssister *known)
{
  PartLikeness given, family;

  if (g_strcmp0 (said->given_name, known->given_name) == 0 && g_strcmp0 (said->family_name, known->family_name) == 0)
    return MUSTER_NAME_SAME;
  given = compare_part (said->given_name, known->given_name);
  family = compare_part (said->family_name, known->family_name);
  if (given != PART_DIFFERS && family != PART_DIFFERS)
    return given == PART_INITIAL && family == PART_INITIAL ? MUSTER_NAME_ONE_DIFFERS : MUSTER_NAME_SAME;
  /* An initial is no name in common. */
  if (given == PART_COMMON || family == PART_COMMON)
    return MUSTER_NAME_ONE_DIFFERS;
  if (is_in_other_order (said, known))
    return MUSTER_NAME_SWAPPED;
  return MUSTER_NAME_OTHER;
}

gboolean
muster_name_is_particle (const char *word)
{
  return g_strv_contains (particles, word);
}
