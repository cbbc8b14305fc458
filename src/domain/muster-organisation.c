/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-organisation.h"

#define MAX_WORD 24

/* In small letters without dots. One is enough: legal forms, and what no family is called. */
static const char *const sure_words[] = {
  "llc", "llp", "lllp", "pllc", "inc", "incorporated", "corp", "corporation", "ltd", "limited", "plc", "pbc", "agency", "agencies", "insurance", "insurers", "ins", "brokerage",
  "brokers", "associates", "assoc", "services", "svcs", "service", "solutions", "consulting", "consultants", "advisors", "advisers", "underwriters",
  "enterprises", "holdings", "partnership", "benefits", "association", "foundation", "department", "dept", "council", "coalition", "alliance",
  "clinic", "hospital", "healthcare", "university", "library", "ministries", "nonprofit", "financial", NULL
};

/* Two of them, or one with a word that binds: each is a family name too, or stands beside one. */
static const char *const weak_words[] = {
  "group", "company", "co", "bank", "church", "county", "city", "state", "tribe", "band", "nation", "nations", "community", "center", "centre", "health", "care",
  "medical", "family", "college", "school", "network", "partners", "planning", "wealth", "capital", "life", "action", "legal", "aid", "social",
  "human", "resources", "resource", "public", "program", "programs", "project", "office", "house", "society", "union", "club", "team", "minnesota", "american", "national",
  "midwest", "north", "south", "west", "east", "northern", "southern", "lake", "valley", "first", "united", "lutheran", "catholic", "navigators", "navigator", NULL
};

static const char *const binding_words[] = { "of", "for", "the", "and", "&", NULL };

/* Copies the word at *@p in small letters without dots and moves on behind it; %FALSE at the end. A word too long for any list is empty. */
static gboolean
next_word (const char **p, char word[MAX_WORD])
{
  gsize length = 0;

  while (**p != '\0' && strchr (" ,/()-\t\n", **p) != NULL)
    (*p)++;
  if (**p == '\0')
    return FALSE;
  for (; **p != '\0' && strchr (" ,/()-\t\n", **p) == NULL; (*p)++)
    if (**p != '.' && length < MAX_WORD)
      word[length++] = g_ascii_tolower (**p);
  word[length < MAX_WORD ? length : 0] = '\0';
  return TRUE;
}

gboolean
muster_organisation_is_name (const char *text)
{
  char word[MAX_WORD];
  guint n_weak = 0, n_binding = 0;

  if (text == NULL)
    return FALSE;
  while (next_word (&text, word))
    {
      if (g_strv_contains (sure_words, word))
        return TRUE;
      n_weak += g_strv_contains (weak_words, word);
      n_binding += g_strv_contains (binding_words, word);
    }
  return n_weak >= 2 || (n_weak == 1 && n_binding > 0);
}
