/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-value-map.h"

#include "domain/muster-assister.h"

typedef struct
{
  MusterImportField field;
  char *key; /* folded */
  char *from;
  char *to; /* %NULL: nothing */
} Entry;

struct _MusterValueMap
{
  GHashTable *entries; /* (element-type Entry), by field and key */
  guint32 fields;      /* 1 << MusterImportField: that have any */
};

G_STATIC_ASSERT (MUSTER_N_FIELDS <= 32);

static guint
hash_entry_cb (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->key) ^ entry->field;
}

static gboolean
equal_entries_cb (gconstpointer a, gconstpointer b)
{
  const Entry *first = a, *second = b;

  return first->field == second->field && strcmp (first->key, second->key) == 0;
}

static void
free_entry_cb (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry->from);
  g_free (entry->to);
  g_free (entry);
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const Entry *first = *(Entry *const *) a, *second = *(Entry *const *) b;

  if (first->field != second->field)
    return first->field < second->field ? -1 : 1;
  return strcmp (first->key, second->key);
}

static void
copy_cb (MusterImportField field, const char *from, const char *to, gpointer user_data)
{
  muster_value_map_set (user_data, field, from, to);
}

MusterValueMap *
muster_value_map_new (void)
{
  MusterValueMap *map = g_new0 (MusterValueMap, 1);

  map->entries = g_hash_table_new_full (hash_entry_cb, equal_entries_cb, free_entry_cb, NULL);
  return map;
}

MusterValueMap *
muster_value_map_copy (const MusterValueMap *map)
{
  MusterValueMap *copy;

  if (map == NULL)
    return NULL;
  copy = muster_value_map_new ();
  muster_value_map_foreach (map, copy_cb, copy);
  return copy;
}

void
muster_value_map_free (MusterValueMap *map)
{
  if (map == NULL)
    return;
  g_hash_table_unref (map->entries);
  g_free (map);
}

void
muster_value_map_set (MusterValueMap *map, MusterImportField field, const char *from, const char *to)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->field = field;
  entry->key = muster_text_fold (from);
  entry->from = g_strdup (from);
  entry->to = to != NULL && *to != '\0' ? g_strdup (to) : NULL;
  g_hash_table_replace (map->entries, entry, entry);
  map->fields |= 1u << field;
}

void
muster_value_map_unset (MusterValueMap *map, MusterImportField field, const char *from)
{
  g_autofree char *key = muster_text_fold (from);
  Entry wanted = { .field = field, .key = key };
  GHashTableIter iter;
  gpointer entry;

  if (!g_hash_table_remove (map->entries, &wanted))
    return;
  map->fields = 0;
  g_hash_table_iter_init (&iter, map->entries);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    map->fields |= 1u << ((Entry *) entry)->field;
}

gboolean
muster_value_map_has (const MusterValueMap *map, MusterImportField field)
{
  return (map->fields & (1u << field)) != 0;
}

gboolean
muster_value_map_lookup (const MusterValueMap *map, MusterImportField field, const char *from, const char **to)
{
  g_autofree char *key = NULL;
  Entry wanted = { .field = field };
  const Entry *entry;

  *to = NULL;
  if (!muster_value_map_has (map, field))
    return FALSE;
  wanted.key = key = muster_text_fold (from);
  entry = g_hash_table_lookup (map->entries, &wanted);
  if (entry != NULL)
    *to = entry->to;
  return entry != NULL;
}

guint
muster_value_map_get_size (const MusterValueMap *map)
{
  return g_hash_table_size (map->entries);
}

void
muster_value_map_foreach (const MusterValueMap *map, MusterValueMapFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) entries = g_hash_table_get_keys_as_ptr_array (map->entries);

  g_ptr_array_sort (entries, compare_entries_cb);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      func (entry->field, entry->from, entry->to, user_data);
    }
}
