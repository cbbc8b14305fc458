/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-organisation.h"

#include "domain/muster-word-list.h"

#define MAX_WORD 24

/* In small letters without dots. One is enough: legal forms, and what no family is called. */
static const char *const sure_words[] = {
  "advisers", "advisors", "agencies", "agency", "alliance", "assoc", "associates", "association", "benefits", "brokerage", "brokers", "clinic",
  "coalition", "consultants", "consulting", "corp", "corporation", "department", "dept", "enterprises", "financial", "foundation",
  "healthcare", "holdings", "hospital", "inc", "incorporated", "ins", "insurance", "insurers", "library", "limited", "llc", "lllp", "llp", "ltd",
  "ministries", "nonprofit", "partnership", "pbc", "plc", "pllc", "services", "solutions", "svcs", "underwriters", "university"
};

/* Two of them, or one with a word that binds: each is a family name too, or stands beside one. */
static const char *const weak_words[] = {
  "council", "service", "action", "aid", "american", "band", "bank", "capital", "care", "catholic", "center", "centre", "church", "city", "club", "co", "college",
  "community", "company", "county", "east", "family", "first", "group", "health", "house", "human", "lake", "legal", "life", "lutheran", "medical",
  "midwest", "minnesota", "nation", "national", "nations", "navigator", "navigators", "network", "north", "northern", "office", "partners",
  "planning", "program", "programs", "project", "public", "resource", "resources", "school", "social", "society", "south", "southern", "state",
  "team", "tribe", "union", "united", "valley", "wealth", "west"
};

static const char *const binding_words[] = {
  "&", "and", "for", "of", "the"
};

static MusterWordList sure_list = MUSTER_WORD_LIST (sure_words);
static MusterWordList weak_list = MUSTER_WORD_LIST (weak_words);
static MusterWordList binding_list = MUSTER_WORD_LIST (binding_words);

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

/* One word, a comma, and one or two that no business has in its name: “Agency, Jo”. */
static gboolean
is_family_name_first (const char *text)
{
  const char *comma = strchr (text, ',');
  char word[MAX_WORD];
  guint n = 0;

  if (comma == NULL || comma == text || strcspn (text, " /-&") < (gsize) (comma - text))
    return FALSE;
  for (const char *p = comma; next_word (&p, word); n++)
    if (muster_word_list_has (&sure_list, word) || muster_word_list_has (&weak_list, word) || muster_word_list_has (&binding_list, word))
      return FALSE;
  return n == 1 || n == 2;
}

gboolean
muster_organisation_is_name (const char *text)
{
  char word[MAX_WORD];
  guint n_weak = 0, n_binding = 0;

  if (text == NULL || is_family_name_first (text))
    return FALSE;
  while (next_word (&text, word))
    {
      if (muster_word_list_has (&sure_list, word))
        return TRUE;
      n_weak += muster_word_list_has (&weak_list, word);
      n_binding += muster_word_list_has (&binding_list, word);
    }
  return n_weak >= 2 || (n_weak == 1 && n_binding > 0);
}
