/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-withheld-name.h"

#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-text.h"

#define LETTER "[\\p{L}\\p{M}\\p{N}]"
#define BETWEEN "(?:, ?| )"
#define MOST_TURNED 8 /* words of a name that is looked for turned round */
#define SHORT 3       /* letters of a name that may be a word, too */

struct _MusterWithheldName
{
  GRegex *regex;
  gsize length;
  gboolean needs_capital;
};

static void
append_letter (GString *folded, const char *p)
{
  const char *next = g_utf8_next_char (p);
  g_autofree char *letter = NULL;

  if (g_unichar_isspace (g_utf8_get_char (p)))
    {
      if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
      return;
    }
  letter = g_strndup (p, next - p);
  muster_text_append_folded (folded, letter);
}

MusterFoldedText *
muster_folded_text_new (const char *text)
{
  MusterFoldedText *result = g_new0 (MusterFoldedText, 1);
  g_autoptr (GString) folded = g_string_new (NULL);
  gsize at = 0;

  result->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      at = p - text;
      append_letter (folded, p);
      while (result->offsets->len < folded->len)
        g_array_append_val (result->offsets, at);
    }
  at = strlen (text);
  g_array_append_val (result->offsets, at);
  result->folded = g_string_free_and_steal (g_steal_pointer (&folded));
  return result;
}

void
muster_folded_text_free (MusterFoldedText *text)
{
  if (text == NULL)
    return;
  g_free (text->folded);
  g_array_unref (text->offsets);
  g_free (text);
}

/* The words from @first on, @n of them, as a pattern. */
static void
append_words (GString *pattern, GPtrArray *words, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (words->pdata[first + i], -1);

      g_string_append_printf (pattern, "%s%s", i > 0 ? BETWEEN : "", escaped);
    }
}

static GPtrArray *
split_name (const char *name)
{
  g_autofree char *folded = muster_text_fold (name);
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  return words;
}

static char *
dup_pattern (GPtrArray *words)
{
  GString *pattern = g_string_new ("(?<!" LETTER ")(?:");

  append_words (pattern, words, 0, words->len);
  for (guint i = 1; i < words->len && words->len <= MOST_TURNED; i++)
    {
      g_string_append_c (pattern, '|');
      append_words (pattern, words, i, words->len - i);
      g_string_append (pattern, BETWEEN);
      append_words (pattern, words, 0, i);
    }
  /* The plural is a family. */
  g_string_append (pattern, ")(?:s|es)?(?!" LETTER ")");
  return g_string_free_and_steal (pattern);
}

MusterWithheldName *
muster_withheld_name_new (const char *name, gboolean short_needs_capital)
{
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL, *pattern = NULL;
  g_autoptr (GPtrArray) words = valid != NULL ? split_name (valid) : NULL;
  MusterWithheldName *result;

  if (words == NULL || words->len == 0)
    return NULL;
  pattern = dup_pattern (words);
  result = g_new0 (MusterWithheldName, 1);
  result->length = g_utf8_strlen (valid, -1);
  result->needs_capital = short_needs_capital && result->length <= SHORT;
  result->regex = g_regex_new (pattern, G_REGEX_DEFAULT, 0, NULL);
  /* What is escaped is a pattern. */
  g_assert (result->regex != NULL);
  return result;
}

void
muster_withheld_name_free (MusterWithheldName *name)
{
  if (name == NULL)
    return;
  g_regex_unref (name->regex);
  g_free (name);
}

int
muster_withheld_name_compare (gconstpointer a, gconstpointer b)
{
  const MusterWithheldName *first = a, *second = b;

  return first->length == second->length ? 0 : first->length > second->length ? -1
                                                                              : 1;
}

gboolean
muster_withheld_name_is_in (MusterWithheldName *name, const MusterFoldedText *text)
{
  return g_regex_match (name->regex, text->folded, 0, NULL);
}

guint
muster_withheld_name_replace (MusterWithheldName *name, const char *stead, char **text)
{
  g_autoptr (MusterFoldedText) folded = muster_folded_text_new (*text);
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize done = 0;
  guint n = 0;

  for (g_regex_match (name->regex, folded->folded, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int first, end;
      gsize from;

      g_match_info_fetch_pos (match, 0, &first, &end);
      from = g_array_index (folded->offsets, gsize, first);
      if (name->needs_capital && !g_unichar_isupper (g_utf8_get_char (*text + from)))
        continue;
      g_string_append_len (left, *text + done, from - done);
      g_string_append (left, stead);
      done = g_array_index (folded->offsets, gsize, end);
      n++;
    }
  if (n == 0)
    return 0;
  g_string_append (left, *text + done);
  g_free (*text);
  *text = g_string_free_and_steal (g_steal_pointer (&left));
  return n;
}
