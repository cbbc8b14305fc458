/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-roster-index-private.h"

#include "domain/muster-text.h"
#include "store/muster-people-table-private.h"

static const char *const search_sql = "SELECT rowid FROM assister_search WHERE assister_search MATCH ?1";

static void
mark (MusterRosterIndex *index, gint64 id, guint8 *found)
{
  guint position = muster_roster_index_find (index, id);

  if (position != MUSTER_ROSTER_NOWHERE)
    found[position] = TRUE;
}

static gboolean
mark_matches (MusterRosterIndex *index, MusterDatabase *database, const char *match, guint8 *found, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, search_sql, error);
  guint n_rows = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, match);
  while (TRUE)
    {
      if (n_rows++ % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      mark (index, muster_statement_get_int (statement, 0), found);
    }
}

/* Sets @found to a mark for each position that the search finds, none for signs that no name has; %NULL where nothing is searched for. */
static gboolean
search_people (MusterRosterIndex *index, MusterDatabase *database, const char *search, guint8 **found, GCancellable *cancellable, GError **error)
{
  g_autofree char *tidy = muster_text_dup_tidy (search);
  g_autofree char *match = NULL;
  g_autofree guint8 *marks = NULL;
  gint64 id = muster_assister_parse_code (tidy);

  *found = NULL;
  if (!muster_people_table_make_search_match (database, tidy, &match, error))
    return FALSE;
  if (tidy == NULL)
    return TRUE;
  marks = g_new0 (guint8, MAX (index->n, 1));
  if (id != 0)
    mark (index, id, marks);
  else if (match != NULL && !mark_matches (index, database, match, marks, cancellable, error))
    return FALSE;
  *found = g_steal_pointer (&marks);
  return TRUE;
}

/* Whoever was revoked and left is both. */
static guint
get_states (const MusterRosterEntry *entry, guint role)
{
  guint states = 1u << entry->facts.states[role];

  return (entry->facts.left_revoked & (1u << role)) != 0 ? states | 1u << MUSTER_STATE_REVOKED : states;
}

/* A role of those asked for, in a state of those asked for. */
static gboolean
has_role (const MusterRosterEntry *entry, guint types, guint states)
{
  if (entry->types == 0)
    return types == 0 && (states == 0 || (states & (1u << MUSTER_STATE_NONE)) != 0);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (entry->facts.states[i] != MUSTER_STATE_NONE && (types == 0 || (types & (1u << i)) != 0) &&
        (states == 0 || (states & get_states (entry, i)) != 0))
      return TRUE;
  return FALSE;
}

static guint32
find_agency (MusterRosterIndex *index, gint64 agency_id)
{
  for (guint i = 0; i < index->agencies->len; i++)
    if (((MusterAgency *) index->agencies->pdata[i])->id == agency_id)
      return i + 1;
  return G_MAXUINT32;
}

static gboolean
is_expiring (MusterRosterIndex *index, const MusterRosterEntry *entry, guint days)
{
  MusterStanding standing = muster_roster_entry_get_standing (entry);

  return muster_standing_is_expiring (&standing, &entry->facts, index->day.as_of, days);
}

/* Beside the filter: what was looked up for it. @counties, @languages: by what a position has; %NULL where any will do. */
typedef struct
{
  const MusterRosterFilter *filter;
  guint32 agency;
  const MusterRosterPlaces *places;
  guint8 *counties;
  guint8 *languages;
} Wanted;

static void
wanted_clear (Wanted *wanted)
{
  g_free (wanted->counties);
  g_free (wanted->languages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, wanted_clear)

static gboolean
look_up (MusterRosterIndex *index, MusterDatabase *database, Wanted *wanted, GError **error)
{
  const MusterRosterFilter *filter = wanted->filter;

  wanted->agency = filter->agency_id != 0 ? find_agency (index, filter->agency_id) : 0;
  if (filter->county == NULL && filter->language == NULL)
    return TRUE;
  wanted->places = muster_roster_index_get_places (index, database, error);
  if (wanted->places == NULL)
    return FALSE;
  wanted->counties = filter->county != NULL ? muster_roster_places_find (wanted->places, filter->county) : NULL;
  wanted->languages = filter->language != NULL ? muster_roster_places_find (wanted->places, filter->language) : NULL;
  return TRUE;
}

static gboolean
fits (MusterRosterIndex *index, guint position, const Wanted *wanted)
{
  const MusterRosterEntry *entry = &index->entries[position];
  const MusterRosterFilter *filter = wanted->filter;

  if (wanted->agency != 0 && entry->agency != wanted->agency)
    return FALSE;
  if (wanted->counties != NULL && !wanted->counties[wanted->places->counties[position]])
    return FALSE;
  if (wanted->languages != NULL && !wanted->languages[wanted->places->languages[position]])
    return FALSE;
  if (filter->may_assist >= 0 && (filter->may_assist != 0) != (entry->assisting_types != 0))
    return FALSE;
  if (filter->expiring != 0 && !is_expiring (index, entry, filter->expiring))
    return FALSE;
  return (filter->types == 0 && filter->states == 0) || has_role (entry, filter->types, filter->states);
}

/* The position that comes at @i, those with nothing to be ordered by last, either way round. */
static guint
position_at (const MusterRosterOrder *order, guint i, gboolean descending)
{
  guint place = descending && i < order->n_with ? order->n_with - 1 - i : i;

  return order->positions != NULL ? order->positions[place] : place;
}

GArray *
muster_roster_index_select (MusterRosterIndex *index, MusterDatabase *database, const MusterRosterFilter *filter, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *found = NULL;
  g_autoptr (GArray) ids = NULL;
  const MusterRosterOrder *order;
  g_auto (Wanted) wanted = { .filter = filter };

  if (!search_people (index, database, filter->search, &found, cancellable, error) || !look_up (index, database, &wanted, error))
    return NULL;
  order = muster_roster_index_get_order (index, database, filter->sort, error);
  if (order == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), found != NULL ? 0 : index->n);
  for (guint i = 0; i < index->n; i++)
    {
      guint position = position_at (order, i, filter->descending);

      if ((found == NULL || found[position]) && fits (index, position, &wanted))
        g_array_append_val (ids, index->entries[position].id);
    }
  return g_steal_pointer (&ids);
}

guint
muster_roster_index_count_may_not (MusterRosterIndex *index, GArray *ids)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      guint position = muster_roster_index_find (index, g_array_index (ids, gint64, i));

      if (position != MUSTER_ROSTER_NOWHERE && index->entries[position].assisting_types == 0)
        n++;
    }
  return n;
}
