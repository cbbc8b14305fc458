/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-place-list.h"

#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-text.h"

GStrv
muster_place_list_split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";,/", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *tidy = muster_text_dup_tidy (parts[i]);

      if (tidy != NULL)
        g_strv_builder_take (builder, tidy);
    }
  return g_strv_builder_end (builder);
}

gboolean
muster_place_list_has (const char *text, const char *word)
{
  g_auto (GStrv) parts = muster_place_list_split (text);
  g_autofree char *wanted = muster_text_fold (word);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = muster_text_fold (parts[i]);

      if (strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

void
muster_place_list_collect (GHashTable *set, const char *text)
{
  g_auto (GStrv) parts = muster_place_list_split (text);

  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_replace (set, muster_text_fold (parts[i]), g_strdup (parts[i]));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GStrv
muster_place_list_dup_sorted (GHashTable *set)
{
  g_autoptr (GPtrArray) values = g_hash_table_get_values_as_ptr_array (set);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_ptr_array_sort (values, compare_texts);
  for (guint i = 0; i < values->len; i++)
    g_strv_builder_add (builder, values->pdata[i]);
  return g_strv_builder_end (builder);
}
