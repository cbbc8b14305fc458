/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-plan-private.h"

#include "store/muster-people-names.h"

/* Those of the file that the register has. */
static GHashTable *
list_agencies (const MusterImportPlanning *planning)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, planning->agencies);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    if (*(gint64 *) id != 0)
      g_hash_table_add (ids, id);
  return ids;
}

/* A person whom a row may be about is not missing until somebody says that the row is not. */
static void
see_suggested (MusterImportPlanning *planning)
{
  GHashTableIter iter;
  gpointer person;

  g_hash_table_iter_init (&iter, planning->plan->suggestions);
  while (g_hash_table_iter_next (&iter, NULL, &person))
    muster_import_planning_see (planning, *(gint64 *) person);
}

void
muster_import_planning_see (MusterImportPlanning *planning, gint64 person)
{
  gsize byte = person / 8;
  gsize length = planning->seen->len;

  if (byte >= length)
    {
      g_byte_array_set_size (planning->seen, byte + 1);
      memset (planning->seen->data + length, 0, byte + 1 - length);
    }
  planning->seen->data[byte] |= 1 << person % 8;
}

gboolean
muster_import_planning_is_seen (const MusterImportPlanning *planning, gint64 person)
{
  gsize byte = person / 8;

  return byte < planning->seen->len && (planning->seen->data[byte] & (1 << person % 8)) != 0;
}

gboolean
muster_import_planning_find_missing (MusterImportPlanning *planning, GError **error)
{
  MusterImportPlan *plan = planning->plan;
  g_autoptr (GHashTable) agencies = list_agencies (planning);
  g_autoptr (GArray) people = NULL;

  see_suggested (planning);
  if (g_hash_table_size (agencies) == 0)
    return TRUE;
  people = muster_people_names_list_at (planning->database, agencies, error);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      gint64 person = g_array_index (people, gint64, i);

      if (muster_import_planning_is_seen (planning, person))
        continue;
      g_array_append_val (plan->missing, person);
      plan->n_inactivated += muster_import_options_inactivates (plan->options, person);
    }
  return TRUE;
}
