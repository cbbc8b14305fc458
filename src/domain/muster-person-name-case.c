/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-person-name.h"

#define APOSTROPHE "\u2019"

/* Words that stay small before a family name; the second kind only beside one of the first. */
static const char *const small_words[] = { "de", "del", "della", "der", "den", "dos", "das", "da", "von", "bin", "ibn", "ter", "ten", "zu", "y", NULL };
static const char *const small_beside_words[] = { "van", "la", "las", "los", NULL };

/* Before an apostrophe: D’Angelo, but Mu’min */
static const char *const elisions[] = { "de", "da", "la", "le", "ja", NULL };

/* What the letters of some text are. */
typedef struct
{
  guint n;
  gboolean has_capital;
  gboolean has_small;
} Letters;

static Letters
look_at (const char *text)
{
  Letters letters = { 0 };

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter;

      if ((guchar) *p < 0x80)
        {
          letters.n += g_ascii_isalpha (*p);
          letters.has_capital |= g_ascii_isupper (*p);
          letters.has_small |= g_ascii_islower (*p);
          continue;
        }
      letter = g_utf8_get_char (p);
      letters.n += g_unichar_isalpha (letter);
      letters.has_capital |= g_unichar_isupper (letter);
      letters.has_small |= g_unichar_islower (letter);
    }
  return letters;
}

/* What no name and no place has: a formula, or the leavings of one. How that is written is its sender's, and stays. */
static gboolean
is_odd (const char *text)
{
  return text != NULL && (strpbrk (text, "=@+<>{}[]\\^$%#*|~_") != NULL || *text == '-');
}

static gboolean
is_apostrophe (const char *p)
{
  return *p == '\'' || g_str_has_prefix (p, APOSTROPHE) || g_str_has_prefix (p, "\u2018") || g_str_has_prefix (p, "\u02bc");
}

static gboolean
begins_with_mc (const char *word)
{
  return strncmp (word, "mc", 2) == 0 && g_utf8_strlen (word, -1) >= 5;
}

/* Whether what stands between @word and the apostrophe at @end is left out of the next word, which begins anew then. */
static gboolean
is_elision (const char *word, const char *end)
{
  g_autofree char *before = g_strndup (word, end - word);

  return g_utf8_strlen (before, -1) == 1 || g_strv_contains (elisions, before);
}

/* Appends @word, which is in small letters and has no blanks. */
static void
append_word (GString *text, const char *word)
{
  const char *start = word;
  gboolean begins = TRUE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_apostrophe (p) && p > word)
        {
          g_string_append (text, APOSTROPHE);
          begins = is_elision (start, p);
          continue;
        }
      g_string_append_unichar (text, begins ? g_unichar_totitle (letter) : letter);
      begins = *p == '-' || *p == '.' || *p == '(' || *p == '"' || (p == start + 1 && begins_with_mc (start));
      if (*p == '-')
        start = p + 1;
    }
}

static gboolean
stays_small (char **words, guint i)
{
  if (words[i + 1] == NULL)
    return FALSE;
  if (g_strv_contains (small_words, words[i]))
    return TRUE;
  return g_strv_contains (small_beside_words, words[i]) && (g_strv_contains (small_words, words[i + 1]) || (i > 0 && g_strv_contains (small_words, words[i - 1])));
}

/* TJ, AJ: two given names in short */
static gboolean
is_short_form (const char *word)
{
  return strlen (word) == 2 && g_ascii_isalpha (word[0]) && g_ascii_isalpha (word[1]) && (strpbrk (word, "aeiouy") == NULL || word[1] == 'j');
}

static void
write_anew (char **name, gboolean is_family)
{
  g_autofree char *small = NULL;
  g_auto (GStrv) words = NULL;
  GString *text;

  if (*name == NULL)
    return;
  small = g_utf8_strdown (*name, -1);
  words = g_strsplit (small, " ", -1);
  text = g_string_sized_new (strlen (small) + 4);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      if (is_family && stays_small (words, i))
        g_string_append (text, words[i]);
      else if (!is_family && is_short_form (words[i]))
        g_string_append_printf (text, "%c%c", g_ascii_toupper (words[i][0]), g_ascii_toupper (words[i][1]));
      else
        append_word (text, words[i]);
    }
  g_free (*name);
  *name = g_string_free_and_steal (text);
}

gboolean
muster_person_name_settle_case (MusterAssister *person)
{
  Letters given = look_at (person->given_name), family = look_at (person->family_name), middle = look_at (person->middle_name);
  gboolean has_capital = given.has_capital || family.has_capital || middle.has_capital;
  gboolean has_small = given.has_small || family.has_small || middle.has_small;
  gboolean whole = has_capital != has_small && MAX (given.n, family.n) > 1;
  gboolean only_family = !whole && given.has_small && family.n > 1 && family.has_capital && !family.has_small;
  gboolean only_given = !whole && family.has_small && given.n > 2 && given.has_capital && !given.has_small;

  if (is_odd (person->given_name) || is_odd (person->middle_name) || is_odd (person->family_name))
    return FALSE;
  if (whole || only_given)
    write_anew (&person->given_name, FALSE);
  if (whole)
    write_anew (&person->middle_name, FALSE);
  if (whole || only_family)
    write_anew (&person->family_name, TRUE);
  return whole || only_given || only_family;
}

char *
muster_person_name_dup_place (const char *text)
{
  static const char *const small[] = { "of", "the", "qui", "and", NULL };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  GString *place = g_string_sized_new (strlen (lower) + 4);

  if (is_odd (text))
    return g_string_free_and_steal (g_string_append (place, text));
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (place, ' ');
      if (i > 0 && g_strv_contains (small, words[i]))
        g_string_append (place, words[i]);
      else
        append_word (place, words[i]);
    }
  return g_string_free_and_steal (place);
}
