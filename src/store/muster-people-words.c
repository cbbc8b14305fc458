/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-words.h"

#include "domain/muster-text.h"

/*
 * What the tokenizer takes for a part of a word. It goes by Unicode 6.1, in which the signs of New Tai Lue and two of the Vedic ones
 * were marks; where we took more for letters than it does, it would find two tokens in one of ours, and refuse them.
 */
gboolean
muster_people_words_is_letter (const char *p)
{
  gunichar letter;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p);
  letter = g_utf8_get_char (p);
  if ((letter >= 0x19b0 && letter <= 0x19c9) || letter == 0x1cf2 || letter == 0x1cf3)
    return FALSE;
  return g_unichar_isalnum (letter);
}

static void
append_token (GString *words, const char *token, gsize length)
{
  if (length == 0)
    return;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append_len (words, token, length);
}

/* All that stands from @place on, in one. */
static void
append_joined (GString *words, gsize place)
{
  gsize end = words->len;

  g_string_append_c (words, ' ');
  for (gsize i = place; i < end; i++)
    if (words->str[i] != ' ')
      g_string_append_c (words, words->str[i]);
}

/*
 * Cuts one word at what is neither letter nor digit, as the tokenizer does, which must find exactly one token in each
 * (the index keeps no positions, so it knows no phrases). "O'Brien" is found as "obrien" too; nobody writes an e-mail address so.
 */
static void
append_word (GString *words, const char *word, gsize length, gboolean is_joined)
{
  const char *start = word;
  gsize place = words->len;
  guint n_parts = 0;

  for (const char *p = word; p <= word + length;)
    {
      const char *next = p < word + length ? g_utf8_next_char (p) : p + 1;

      if (p == word + length || !muster_people_words_is_letter (p))
        {
          append_token (words, start, p - start);
          n_parts += p > start;
          start = next;
        }
      p = next;
    }
  if (n_parts > 1 && is_joined)
    append_joined (words, place);
}

void
muster_people_words_append (GString *words, const char *text, gboolean is_joined)
{
  g_autofree char *folded = muster_text_fold (text);

  for (const char *p = folded; *p != '\0';)
    {
      const char *end = strchrnul (p, ' ');

      append_word (words, p, end - p, is_joined);
      p = *end == ' ' ? end + 1 : end;
    }
}

char *
muster_people_words_dup (const MusterAssister *person, const char *agency)
{
  const char *const texts[] = {
    person->given_name, person->middle_name, person->family_name, person->suffix, person->npn, person->assister_id, person->training_id, person->admin_id,
    person->licence_number
  };
  GString *words = g_string_sized_new (128);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    muster_people_words_append (words, texts[i], TRUE);
  muster_people_words_append (words, person->email, FALSE);
  muster_people_words_append (words, agency, TRUE);
  return g_string_free_and_steal (words);
}
