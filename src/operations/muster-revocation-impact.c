/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-decision-operations.h"

#include "domain/muster-standing.h"
#include "domain/muster-text.h"
#include "store/muster-cases-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"

/* What the person covers: folded key → as written. What another person covers too is taken out. */
typedef struct
{
  GHashTable *languages;
  GHashTable *counties;
} Coverage;

static GHashTable *
split_list (const char *text)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";,/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *tidy = muster_text_dup_tidy (parts[i]);

      if (tidy != NULL)
        g_hash_table_replace (set, muster_text_fold (tidy), tidy);
    }
  return set;
}

static void
coverage_init (Coverage *coverage, const MusterAssister *person)
{
  coverage->languages = split_list (person->languages);
  coverage->counties = split_list (person->county);
}

static void
coverage_clear (Coverage *coverage)
{
  g_clear_pointer (&coverage->languages, g_hash_table_unref);
  g_clear_pointer (&coverage->counties, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, coverage_clear)

static gboolean
coverage_is_empty (const Coverage *coverage)
{
  return g_hash_table_size (coverage->languages) == 0 && g_hash_table_size (coverage->counties) == 0;
}

static void
subtract (GHashTable *set, GHashTable *other)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, other);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (set, key);
}

static void
coverage_subtract (Coverage *coverage, const MusterAssister *person)
{
  g_auto (Coverage) other = { NULL, NULL };

  coverage_init (&other, person);
  subtract (coverage->languages, other.languages);
  subtract (coverage->counties, other.counties);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static char **
list_values (GHashTable *set)
{
  g_autoptr (GPtrArray) values = g_hash_table_get_values_as_ptr_array (set);
  GPtrArray *copy = g_ptr_array_new ();

  g_ptr_array_sort (values, compare_texts);
  for (guint i = 0; i < values->len; i++)
    g_ptr_array_add (copy, g_strdup (values->pdata[i]));
  g_ptr_array_add (copy, NULL);
  return (char **) g_ptr_array_free (copy, FALSE);
}

/* Stops as soon as everything is covered, which is early on most rosters. */
static gboolean
find_uncovered (MusterDatabase *database, MusterRosterIndex *index, const MusterAssister *person, Coverage *coverage, GError **error)
{
  MusterRosterFilter filter = { .may_assist = 1 };
  g_autoptr (GArray) ids = muster_roster_index_select (index, database, &filter, NULL, error);

  if (ids == NULL)
    return FALSE;
  coverage_init (coverage, person);
  for (guint i = 0; i < ids->len && !coverage_is_empty (coverage); i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (MusterAssister) other = NULL;

      if (id == person->id)
        continue;
      other = muster_people_table_load (database, id, error);
      if (other == NULL)
        return FALSE;
      coverage_subtract (coverage, other);
    }
  return TRUE;
}

static gboolean
find_agency (MusterDatabase *database, gint64 assister_id, const GDate *on, gint64 *agency_id, GError **error)
{
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, assister_id, error);
  const MusterAffiliation *current = affiliations != NULL ? muster_affiliation_find_on (affiliations, on) : NULL;

  *agency_id = current != NULL ? current->agency_id : 0;
  return affiliations != NULL;
}

static gboolean
find_last_navigator (MusterDatabase *database, MusterRosterIndex *index, gint64 assister_id, const GDate *on, gboolean *last, GError **error)
{
  MusterRosterFilter filter = { .may_assist = 1, .types = MUSTER_ASSISTER_NAVIGATOR };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!find_agency (database, assister_id, on, &filter.agency_id, error))
    return FALSE;
  *last = FALSE;
  if (filter.agency_id == 0)
    return TRUE;
  ids = muster_roster_index_select (index, database, &filter, NULL, error);
  if (ids == NULL)
    return FALSE;
  rows = muster_roster_query_rows (database, index, (const gint64 *) ids->data, ids->len, error);
  if (rows == NULL)
    return FALSE;
  *last = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const MusterRosterRow *row = rows->pdata[i];

      if (row != NULL && row->id != assister_id && (row->standing.assisting_types & MUSTER_ASSISTER_NAVIGATOR) != 0)
        *last = FALSE;
    }
  return TRUE;
}

static gboolean
count_open_actions (MusterDatabase *database, gint64 assister_id, guint *count, GError **error)
{
  MusterActionFilter filter = { .assister_id = assister_id, .only_open = TRUE };
  g_autoptr (GPtrArray) actions = muster_action_table_list (database, &filter, error);

  if (actions == NULL)
    return FALSE;
  *count = actions->len;
  return TRUE;
}

/* What can still be taken away, or leads there: roles that are over do not stay. */
static guint
list_living (const MusterStandingFacts *facts)
{
  guint types = 0;

  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if (facts->states[i] >= MUSTER_STATE_APPLICANT && facts->states[i] <= MUSTER_STATE_SUSPENDED_FOR_CAUSE)
      types |= 1u << i;
  return types;
}

static gboolean
fill_in (MusterRevocationImpact *impact, MusterDatabase *database, const MusterAssister *person, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  g_auto (Coverage) coverage = { NULL, NULL };
  MusterStandingFacts facts;
  MusterStanding standing;
  gboolean is_last;

  if (!count_open_actions (database, person->id, &impact->open_actions, error))
    return FALSE;
  if (!muster_roster_query_standing (database, person->id, on, NULL, &facts, &standing, error))
    return FALSE;
  impact->other_types = list_living (&facts) & ~types;
  index = muster_roster_index_new (database, on, NULL, NULL, error);
  if (index == NULL || !find_last_navigator (database, index, person->id, on, &is_last, error))
    return FALSE;
  impact->last_navigator = is_last && (standing.assisting_types & types & MUSTER_ASSISTER_NAVIGATOR) != 0;
  /* Who goes on assisting in another role goes on speaking. */
  if ((standing.assisting_types & ~types) != 0)
    return TRUE;
  if (!find_uncovered (database, index, person, &coverage, error))
    return FALSE;
  g_strfreev (impact->uncovered_languages);
  impact->uncovered_languages = list_values (coverage.languages);
  g_strfreev (impact->uncovered_counties);
  impact->uncovered_counties = list_values (coverage.counties);
  return TRUE;
}

MusterRevocationImpact *
muster_revocation_impact_new (MusterDatabase *database, gint64 assister_id, guint types, const GDate *on, GError **error)
{
  g_autoptr (MusterRevocationImpact) impact = g_new0 (MusterRevocationImpact, 1);
  g_autoptr (MusterAssister) person = muster_people_table_load (database, assister_id, error);
  g_autoptr (GPtrArray) events = NULL;

  if (person == NULL)
    return NULL;
  impact->uncovered_languages = g_new0 (char *, 1);
  impact->uncovered_counties = g_new0 (char *, 1);
  events = muster_people_table_list_events (database, assister_id, error);
  if (events == NULL)
    return NULL;
  if (types == 0)
    types = muster_certification_list_possible (events, MUSTER_VERB_REVOKE);
  if (!fill_in (impact, database, person, types, on, error))
    return NULL;
  return g_steal_pointer (&impact);
}

void
muster_revocation_impact_free (MusterRevocationImpact *impact)
{
  if (impact == NULL)
    return;
  g_strfreev (impact->uncovered_languages);
  g_strfreev (impact->uncovered_counties);
  g_free (impact);
}
