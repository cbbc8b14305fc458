/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-coverage.h"

#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-place-list.h"
#include "domain/muster-text.h"

typedef const char *(*GetList) (const MusterCoveragePerson *person);

static const char *
get_languages (const MusterCoveragePerson *person)
{
  return person->languages;
}

static const char *
get_counties (const MusterCoveragePerson *person)
{
  return person->counties;
}

/* Of the whole roster for an agency of 0. */
static gboolean
covers_before (const MusterCoveragePerson *person, gint64 agency)
{
  return person->types_before != 0 && (agency == 0 || person->agency_before == agency);
}

static gboolean
covers_after (const MusterCoveragePerson *person, gint64 agency)
{
  return person->types_after != 0 && (agency == 0 || person->agency_after == agency);
}

static void
remove_parts (GHashTable *set, const char *text)
{
  g_auto (GStrv) parts = muster_place_list_split (text);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *key = muster_text_fold (parts[i]);

      g_hash_table_remove (set, key);
    }
}

/* Stops as soon as all is covered, which is early on most rosters. */
static char **
find_lost (const MusterCoveragePerson *people, guint n_people, gint64 agency, GetList get)
{
  g_autoptr (GHashTable) lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < n_people; i++)
    if (covers_before (&people[i], agency) && !covers_after (&people[i], agency))
      muster_place_list_collect (lost, get (&people[i]));
  for (guint i = 0; i < n_people && g_hash_table_size (lost) > 0; i++)
    if (covers_after (&people[i], agency))
      remove_parts (lost, get (&people[i]));
  return muster_place_list_dup_sorted (lost);
}

static void
lost_clear (MusterCoverageLost *lost)
{
  g_clear_pointer (&lost->languages, g_strfreev);
  g_clear_pointer (&lost->counties, g_strfreev);
}

static void
lost_free (gpointer data)
{
  lost_clear (data);
  g_free (data);
}

static void
lost_init (MusterCoverageLost *lost, const MusterCoveragePerson *people, guint n_people, gint64 agency)
{
  lost->agency_id = agency;
  lost->languages = find_lost (people, n_people, agency, get_languages);
  lost->counties = find_lost (people, n_people, agency, get_counties);
}

static gboolean
lost_is_empty (const MusterCoverageLost *lost)
{
  return lost->languages[0] == NULL && lost->counties[0] == NULL;
}

static gboolean
is_among (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* The agency's contract asks for one who is publicly listed; nothing is recorded of most, who count as listed. */
static gboolean
is_listed_navigator (const MusterCoveragePerson *person, guint types)
{
  return (types & MUSTER_ASSISTER_NAVIGATOR) != 0 && !person->is_unlisted;
}

/* Agencies that a navigator who may assist before does not serve after. */
static GArray *
list_losing_navigators (const MusterCoveragePerson *people, guint n_people)
{
  GArray *agencies = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_people; i++)
    {
      const MusterCoveragePerson *person = &people[i];
      gboolean stays = is_listed_navigator (person, person->types_after) && person->agency_after == person->agency_before;

      if (person->agency_before != 0 && is_listed_navigator (person, person->types_before) && !stays && !is_among (agencies, person->agency_before))
        g_array_append_val (agencies, person->agency_before);
    }
  return agencies;
}

static GArray *
list_without_navigator (const MusterCoveragePerson *people, guint n_people)
{
  GArray *agencies = list_losing_navigators (people, n_people);

  for (guint i = 0; i < n_people; i++)
    for (guint j = 0; is_listed_navigator (&people[i], people[i].types_after) && j < agencies->len; j++)
      if (g_array_index (agencies, gint64, j) == people[i].agency_after)
        {
          g_array_remove_index (agencies, j);
          break;
        }
  return agencies;
}

static GPtrArray *
list_left (const MusterCoveragePerson *people, guint n_people)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *left = g_ptr_array_new_with_free_func (lost_free);

  for (guint i = 0; i < n_people; i++)
    {
      const MusterCoveragePerson *person = &people[i];
      MusterCoverageLost *lost;

      if (person->agency_before == 0 || person->agency_after == 0 || person->agency_after == person->agency_before || is_among (seen, person->agency_before))
        continue;
      g_array_append_val (seen, person->agency_before);
      lost = g_new0 (MusterCoverageLost, 1);
      lost_init (lost, people, n_people, person->agency_before);
      if (lost_is_empty (lost))
        lost_free (lost);
      else
        g_ptr_array_add (left, lost);
    }
  return left;
}

MusterCoverage *
muster_coverage_new (const MusterCoveragePerson *people, guint n_people)
{
  MusterCoverage *coverage = g_new0 (MusterCoverage, 1);

  coverage->without_navigator = list_without_navigator (people, n_people);
  lost_init (&coverage->everywhere, people, n_people, 0);
  coverage->left = list_left (people, n_people);
  return coverage;
}

void
muster_coverage_free (MusterCoverage *coverage)
{
  if (coverage == NULL)
    return;
  g_array_unref (coverage->without_navigator);
  lost_clear (&coverage->everywhere);
  g_ptr_array_unref (coverage->left);
  g_free (coverage);
}

gboolean
muster_coverage_is_kept (const MusterCoverage *coverage)
{
  return coverage->without_navigator->len == 0 && lost_is_empty (&coverage->everywhere) && coverage->left->len == 0;
}
