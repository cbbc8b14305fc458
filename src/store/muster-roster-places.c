/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-index-private.h"

#include "domain/muster-place-list.h"

/* Most rosters say nothing of most people. */
static const char *const places_sql = "SELECT id, county, languages FROM assister WHERE county IS NOT NULL OR languages IS NOT NULL";

/* Many people have the same text: each is kept once. Returns: one more than its place; 0 for none. */
static guint32
keep (MusterRosterPlaces *places, GHashTable *known, const char *text)
{
  gpointer place;

  if (text == NULL)
    return 0;
  if (g_hash_table_lookup_extended (known, text, NULL, &place))
    return GPOINTER_TO_UINT (place);
  g_ptr_array_add (places->texts, g_strdup (text));
  g_hash_table_insert (known, g_ptr_array_index (places->texts, places->texts->len - 1), GUINT_TO_POINTER (places->texts->len));
  return places->texts->len;
}

static gboolean
fill (MusterRosterIndex *index, MusterDatabase *database, MusterRosterPlaces *places, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, places_sql, error);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      guint position;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      position = muster_roster_index_find (index, muster_statement_get_int (statement, 0));
      if (position == MUSTER_ROSTER_NOWHERE)
        continue;
      places->counties[position] = keep (places, known, muster_statement_get_text (statement, 1));
      places->languages[position] = keep (places, known, muster_statement_get_text (statement, 2));
    }
}

void
muster_roster_places_clear (MusterRosterPlaces *places)
{
  g_clear_pointer (&places->counties, g_free);
  g_clear_pointer (&places->languages, g_free);
  g_clear_pointer (&places->texts, g_ptr_array_unref);
}

const MusterRosterPlaces *
muster_roster_index_get_places (MusterRosterIndex *index, MusterDatabase *database, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&index->lock);
  MusterRosterPlaces *places = &index->places;

  if (places->texts != NULL)
    return places;
  places->texts = g_ptr_array_new_with_free_func (g_free);
  places->counties = g_new0 (guint32, MAX (index->n, 1));
  places->languages = g_new0 (guint32, MAX (index->n, 1));
  if (fill (index, database, places, error))
    return places;
  muster_roster_places_clear (places);
  return NULL;
}

guint8 *
muster_roster_places_find (const MusterRosterPlaces *places, const char *word)
{
  guint8 *found = g_new0 (guint8, places->texts->len + 1);

  for (guint i = 0; i < places->texts->len; i++)
    found[i + 1] = muster_place_list_has (places->texts->pdata[i], word);
  return found;
}

static GStrv
list (const MusterRosterPlaces *places, const guint32 *of, guint n)
{
  g_autoptr (GHashTable) set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree guint8 *seen = g_new0 (guint8, places->texts->len + 1);

  for (guint i = 0; i < n; i++)
    if (of[i] != 0 && !seen[of[i]])
      {
        seen[of[i]] = TRUE;
        muster_place_list_collect (set, places->texts->pdata[of[i] - 1]);
      }
  return muster_place_list_dup_sorted (set);
}

gboolean
muster_roster_index_list_places (MusterRosterIndex *index, MusterDatabase *database, GStrv *counties, GStrv *languages, GError **error)
{
  const MusterRosterPlaces *places = muster_roster_index_get_places (index, database, error);

  if (places == NULL)
    return FALSE;
  *counties = list (places, places->counties, index->n);
  *languages = list (places, places->languages, index->n);
  return TRUE;
}
