/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-drop-choices.h"

#include <string.h>

void
muster_drop_choices_begin (GtkDropDown *drop, const char *all)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { all, NULL });

  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
}

void
muster_drop_choices_add (GtkDropDown *drop, GArray *values, const char *label, gconstpointer value)
{
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (drop)), label);
  g_array_append_vals (values, value, 1);
}

gboolean
muster_drop_choices_choose (GtkDropDown *drop, GArray *values, gconstpointer value)
{
  guint size = g_array_get_element_size (values), i = 0;

  while (i < values->len && memcmp (values->data + i * size, value, size) != 0)
    i++;
  if (i == values->len)
    return FALSE;
  gtk_drop_down_set_selected (drop, i);
  return TRUE;
}

const char *
muster_drop_choices_get_word (GtkDropDown *drop)
{
  GtkStringObject *choice = gtk_drop_down_get_selected (drop) > 0 ? gtk_drop_down_get_selected_item (drop) : NULL;

  return choice != NULL ? gtk_string_object_get_string (choice) : NULL;
}

void
muster_drop_choices_set_words (GtkDropDown *drop, const char *all, const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { all, NULL });
  g_autofree char *chosen = g_strdup (muster_drop_choices_get_word (drop));
  guint selected = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gtk_string_list_append (list, words[i]);
      if (g_strcmp0 (words[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop, selected);
}

void
muster_drop_choices_choose_word (GtkDropDown *drop, const char *word)
{
  GListModel *words = gtk_drop_down_get_model (drop);
  guint n = g_list_model_get_n_items (words), i = word != NULL ? 1 : n;

  while (i < n && g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (words), i), word) != 0)
    i++;
  if (word != NULL && i == n)
    gtk_string_list_append (GTK_STRING_LIST (words), word);
  gtk_drop_down_set_selected (drop, word != NULL ? i : 0);
}
