/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-word-list.h"

gboolean
muster_word_list_has (MusterWordList *list, const char *word)
{
  if (g_once_init_enter_pointer (&list->set))
    {
      GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < list->n; i++)
        g_hash_table_add (set, (gpointer) list->words[i]);
      g_once_init_leave_pointer (&list->set, set);
    }
  return g_hash_table_contains (list->set, word);
}
