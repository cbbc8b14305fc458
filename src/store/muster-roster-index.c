/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-index-private.h"

#include "domain/muster-season.h"
#include "store/muster-table-private.h"

/* The drafts stand where the entries do. */
typedef struct
{
  MusterRosterIndex *index;
  MusterRosterDraft *drafts;
} Building;

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer data)
{
  const MusterRosterEntry *entries = data;
  gint64 first = entries[*(const guint32 *) a].id, second = entries[*(const guint32 *) b].id;

  return first < second ? -1 : first > second;
}

static void
order_by_id (MusterRosterIndex *index)
{
  for (guint i = 0; i < index->n; i++)
    index->by_id[i] = i;
  g_sort_array (index->by_id, index->n, sizeof (guint32), compare_ids, index->entries);
}

static gboolean
load_ids (MusterRosterIndex *index, MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT id FROM assister ORDER BY sort_key, id", error);
  g_autoptr (GArray) ids = statement != NULL ? muster_table_collect_ids (statement, error) : NULL;

  if (ids == NULL)
    return FALSE;
  index->n = ids->len;
  index->entries = g_new0 (MusterRosterEntry, ids->len);
  index->by_id = g_new (guint32, ids->len);
  for (guint i = 0; i < ids->len; i++)
    index->entries[i].id = g_array_index (ids, gint64, i);
  order_by_id (index);
  return TRUE;
}

static MusterRosterDraft *
find_draft_cb (gpointer data, gint64 assister_id)
{
  Building *building = data;
  guint position = muster_roster_index_find (building->index, assister_id);

  return position != MUSTER_ROSTER_NOWHERE ? &building->drafts[position] : NULL;
}

/* Returns: agency id → one more than its place */
static GHashTable *
make_agency_places (GPtrArray *agencies)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < agencies->len; i++)
    g_hash_table_insert (places, &((MusterAgency *) agencies->pdata[i])->id, GUINT_TO_POINTER (i + 1));
  return places;
}

static void
fill_entry (MusterRosterIndex *index, MusterRosterEntry *entry, MusterRosterDraft *draft, GHashTable *places)
{
  MusterStanding standing = muster_roster_facts_judge (&index->day, draft);

  entry->facts = draft->facts;
  entry->agency = draft->agency_id != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (places, &draft->agency_id)) : 0;
  entry->types = standing.types;
  entry->assisting_types = standing.assisting_types;
  entry->overall = standing.overall;
  entry->reasons = standing.reasons;
}

/* Whoever was recorded only after the day of knowledge is left out, whoever was taken back by then, and whoever had no role on the day itself and came after it. */
static gboolean
is_there (const MusterRosterDraft *draft)
{
  gboolean has_role = FALSE;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    has_role |= draft->facts.states[i] != MUSTER_STATE_NONE;
  return !draft->is_taken_back && muster_roster_facts_is_known (draft) && (has_role || draft->is_there_by_then || !draft->is_there_later);
}

static void
fill_entries (MusterRosterIndex *index, MusterRosterDraft *drafts)
{
  g_autoptr (GHashTable) places = make_agency_places (index->agencies);
  guint n = 0;

  for (guint i = 0; i < index->n; i++)
    if (is_there (&drafts[i]))
      {
        index->entries[n] = index->entries[i];
        fill_entry (index, &index->entries[n++], &drafts[i], places);
      }
  index->orders[MUSTER_SORT_NAME].n_with = n;
  if (n == index->n)
    return;
  index->n = n;
  order_by_id (index);
}

static void
index_free (gpointer data)
{
  MusterRosterIndex *index = data;

  for (guint i = 0; i < MUSTER_N_ROSTER_SORTS; i++)
    g_free (index->orders[i].positions);
  muster_roster_places_clear (&index->places);
  g_clear_pointer (&index->agencies, g_ptr_array_unref);
  g_free (index->entries);
  g_free (index->by_id);
  muster_roster_day_clear (&index->day);
  g_mutex_clear (&index->lock);
}

static MusterRosterIndex *
index_new (void)
{
  MusterRosterIndex *index = g_atomic_rc_box_new0 (MusterRosterIndex);

  g_mutex_init (&index->lock);
  return index;
}

/* With everybody, judged by the index's day. */
static gboolean
fill (MusterRosterIndex *index, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  g_autofree MusterRosterDraft *drafts = NULL;
  Building building;

  index->agencies = muster_people_table_list_agencies (database, error);
  if (index->agencies == NULL || !load_ids (index, database, error))
    return FALSE;
  drafts = g_new0 (MusterRosterDraft, index->n);
  building = (Building) { index, drafts };
  if (!muster_roster_facts_read (database, &index->day, 0, find_draft_cb, &building, cancellable, error))
    return FALSE;
  fill_entries (index, drafts);
  return TRUE;
}

MusterRosterIndex *
muster_roster_index_new (MusterDatabase *database, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  return muster_roster_index_new_by (database, NULL, as_of, known_on, cancellable, error);
}

MusterRosterIndex *
muster_roster_index_new_by (MusterDatabase *database, MusterRulePack *pack, const GDate *as_of, const GDate *known_on, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = index_new ();

  if (!muster_roster_day_init (&index->day, database, pack, as_of, known_on, error) || !fill (index, database, cancellable, error))
    return NULL;
  return g_steal_pointer (&index);
}

MusterRosterIndex *
muster_roster_index_new_for_season (MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = index_new ();
  GDate judged;

  if (!muster_roster_day_init (&index->day, database, NULL, as_of, NULL, error))
    return NULL;
  muster_season_get_judging_day (muster_rule_pack_get_season (index->day.pack), as_of, &judged);
  index->day.requirements.on = muster_day_from_date (&judged);
  index->day.requirements.notice_on = index->day.as_of;
  index->day.requirements.only = muster_season_get_requirements (index->day.pack);
  if (!fill (index, database, cancellable, error))
    return NULL;
  return g_steal_pointer (&index);
}

MusterRosterIndex *
muster_roster_index_new_for_licences (MusterDatabase *database, const GDate *as_of, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = index_new ();

  if (!muster_roster_day_init (&index->day, database, NULL, as_of, NULL, error))
    return NULL;
  index->day.requirements.only = muster_rule_pack_list_of_kind (index->day.pack, MUSTER_REQUIREMENT_LICENCE, NULL);
  if (!fill (index, database, cancellable, error))
    return NULL;
  return g_steal_pointer (&index);
}

MusterRosterIndex *
muster_roster_index_ref (MusterRosterIndex *index)
{
  return g_atomic_rc_box_acquire (index);
}

void
muster_roster_index_unref (MusterRosterIndex *index)
{
  g_atomic_rc_box_release_full (index, index_free);
}

MusterRulePack *
muster_roster_index_get_pack (MusterRosterIndex *index)
{
  return index->day.pack;
}

guint
muster_roster_index_get_size (MusterRosterIndex *index)
{
  return index->n;
}

guint
muster_roster_index_find (MusterRosterIndex *index, gint64 id)
{
  guint low = 0, high = index->n;

  if (index->n == 0)
    return MUSTER_ROSTER_NOWHERE;
  /* Nobody is ever deleted, so that most often the ids have no gaps. */
  if (id - index->entries[index->by_id[0]].id < index->n && id >= index->entries[index->by_id[0]].id)
    {
      guint guess = index->by_id[id - index->entries[index->by_id[0]].id];

      if (index->entries[guess].id == id)
        return guess;
    }
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (index->entries[index->by_id[middle]].id < id)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < index->n && index->entries[index->by_id[low]].id == id)
    return index->by_id[low];
  return MUSTER_ROSTER_NOWHERE;
}

MusterStanding
muster_roster_entry_get_standing (const MusterRosterEntry *entry)
{
  return (MusterStanding) {
    .may_assist = entry->assisting_types != 0,
    .types = entry->types,
    .assisting_types = entry->assisting_types,
    .overall = entry->overall,
    .reasons = entry->reasons,
  };
}

gint64
muster_roster_index_get_facts (MusterRosterIndex *index, guint position, MusterStandingFacts *facts)
{
  g_return_val_if_fail (position < index->n, 0);
  *facts = index->entries[position].facts;
  return index->entries[position].id;
}

gboolean
muster_roster_index_find_facts (MusterRosterIndex *index, gint64 id, MusterStandingFacts *facts)
{
  guint position = muster_roster_index_find (index, id);

  if (position == MUSTER_ROSTER_NOWHERE)
    return FALSE;
  *facts = index->entries[position].facts;
  return TRUE;
}

const MusterAgency *
muster_roster_index_get_agency (MusterRosterIndex *index, guint position)
{
  g_return_val_if_fail (position < index->n, NULL);
  return index->entries[position].agency != 0 ? index->agencies->pdata[index->entries[position].agency - 1] : NULL;
}

const MusterAgency *
muster_roster_index_find_agency (MusterRosterIndex *index, gint64 id)
{
  guint position = muster_roster_index_find (index, id);

  return position != MUSTER_ROSTER_NOWHERE ? muster_roster_index_get_agency (index, position) : NULL;
}
