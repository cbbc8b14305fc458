/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-likely-name.h"

#include <string.h>

#include "domain/muster-assister.h"

#define MOST_LETTERS 80
#define MOST_DIFFERENT 3

/* What some write and others do not. */
static const char *const fillers[] = { "the", "inc", "incorporated", "llc", "llp", "pllc", "ltd", "limited", "co", "company", "corp", "corporation", "and", NULL };

/* Letters and digits of the words that tell one from another. */
static char *
squeeze (const char *name)
{
  g_autofree char *folded = muster_text_fold (name);
  g_auto (GStrv) words = NULL;
  GString *key = g_string_new (NULL);

  g_strdelimit (folded, "-,/&()\"", ' ');
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (NULL);

      for (const char *p = words[i]; *p != '\0'; p++)
        if (g_ascii_isalnum (*p) || (guchar) *p >= 0x80)
          g_string_append_c (word, *p);
      if (!g_strv_contains (fillers, word->str))
        g_string_append (key, word->str);
    }
  return g_string_free_and_steal (key);
}

/* How many letters must be changed, put in or taken out; more than @most counts as one more than that. */
static guint
measure (const char *a, const char *b, guint most)
{
  gsize n = strlen (a), m = strlen (b);
  guint before[MOST_LETTERS + 1], row[MOST_LETTERS + 1];

  if (n > MOST_LETTERS || m > MOST_LETTERS || MAX (n, m) - MIN (n, m) > most)
    return most + 1;
  for (gsize j = 0; j <= m; j++)
    before[j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      guint least = row[0] = i;

      for (gsize j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (before[j] + 1, row[j - 1] + 1), before[j - 1] + (a[i - 1] != b[j - 1]));
          least = MIN (least, row[j]);
        }
      if (least > most)
        return most + 1;
      memcpy (before, row, sizeof before);
    }
  return before[m];
}

const char *
muster_likely_name_find (const char *said, GPtrArray *known)
{
  g_autofree char *key = squeeze (said);
  guint best = MIN (MOST_DIFFERENT, (guint) strlen (key) / 5) + 1;
  const char *likely = NULL;

  if (*key == '\0')
    return NULL;
  for (guint i = 0; i < known->len; i++)
    {
      g_autofree char *other = squeeze (known->pdata[i]);
      guint distance = measure (key, other, best);

      if (distance > best || (distance == best && likely == NULL))
        continue;
      likely = distance < best ? known->pdata[i] : NULL;
      best = distance;
    }
  return likely;
}
