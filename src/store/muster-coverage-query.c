/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-coverage-query.h"

#include "store/muster-roster-index-private.h"

/* Most rosters say nothing of most people. */
static const char *const people_sql = "SELECT id, languages, county FROM assister WHERE (languages IS NOT NULL OR county IS NOT NULL) AND taken_back IS NULL";

static const char *const listings_sql =
  "SELECT assister_id, outcome FROM evidence WHERE requirement = ?1 AND superseded_by IS NULL AND taken_back IS NULL AND on_day IS NOT NULL ORDER BY on_day, id";

static gint64
get_agency (MusterRosterIndex *index, guint position)
{
  guint place = index->entries[position].agency;

  return place != 0 ? ((const MusterAgency *) index->agencies->pdata[place - 1])->id : 0;
}

static MusterCoveragePerson *
list_people (MusterRosterIndex *index)
{
  MusterCoveragePerson *people = g_new0 (MusterCoveragePerson, index->n);

  for (guint i = 0; i < index->n; i++)
    {
      people[i].agency_before = people[i].agency_after = get_agency (index, i);
      people[i].types_before = people[i].types_after = index->entries[i].assisting_types;
    }
  return people;
}

static void
apply (MusterRosterIndex *index, GArray *changes, MusterCoveragePerson *people)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MusterCoverageChange *change = &g_array_index (changes, MusterCoverageChange, i);
      guint position = muster_roster_index_find (index, change->assister_id);

      if (position == MUSTER_ROSTER_NOWHERE)
        continue;
      people[position].types_after = change->types;
      if (change->agency_id >= 0)
        people[position].agency_after = change->agency_id;
    }
}

static gboolean
has_loss (const MusterCoveragePerson *people, guint n)
{
  for (guint i = 0; i < n; i++)
    if ((people[i].types_before & ~people[i].types_after) != 0 || (people[i].types_before != 0 && people[i].agency_after != people[i].agency_before))
      return TRUE;
  return FALSE;
}

/* @texts keeps what the people borrow. */
static gboolean
read_lists (MusterDatabase *database, MusterRosterIndex *index, MusterCoveragePerson *people, GStringChunk *texts, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, people_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      const char *languages, *county;
      guint position;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      position = muster_roster_index_find (index, muster_statement_get_int (statement, 0));
      if (position == MUSTER_ROSTER_NOWHERE)
        continue;
      languages = muster_statement_get_text (statement, 1);
      people[position].languages = languages != NULL ? g_string_chunk_insert_const (texts, languages) : NULL;
      county = muster_statement_get_text (statement, 2);
      people[position].counties = county != NULL ? g_string_chunk_insert_const (texts, county) : NULL;
    }
}

/* The newest word counts. */
static gboolean
read_listings (MusterDatabase *database, MusterRosterIndex *index, MusterCoveragePerson *people, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, listings_sql, error);
  const char *code;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_rule_pack_list_of_kind (index->day.pack, MUSTER_REQUIREMENT_LISTING, &code);
  muster_statement_bind_text (statement, 1, code);
  while (TRUE)
    {
      const MusterEvidenceOutcome *outcome;
      guint position;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      position = muster_roster_index_find (index, muster_statement_get_int (statement, 0));
      outcome = muster_requirement_kind_find_outcome (MUSTER_REQUIREMENT_LISTING, muster_statement_get_text (statement, 1), NULL);
      if (position != MUSTER_ROSTER_NOWHERE && outcome != NULL)
        people[position].is_unlisted = outcome->meaning == MUSTER_MEANING_ADVERSE;
    }
}

MusterCoverage *
muster_coverage_query (MusterDatabase *database, MusterRosterIndex *index, GArray *changes, GError **error)
{
  g_autofree MusterCoveragePerson *people = list_people (index);
  GStringChunk *texts = g_string_chunk_new (4096);
  MusterCoverage *coverage = NULL;

  apply (index, changes, people);
  if (!has_loss (people, index->n) || (read_lists (database, index, people, texts, error) && read_listings (database, index, people, error)))
    coverage = muster_coverage_new (people, index->n);
  g_string_chunk_free (texts);
  return coverage;
}

char *
muster_coverage_query_dup_agency (MusterRosterIndex *index, gint64 id)
{
  for (guint i = 0; i < index->agencies->len; i++)
    if (((const MusterAgency *) index->agencies->pdata[i])->id == id)
      return g_strdup (((const MusterAgency *) index->agencies->pdata[i])->name);
  return g_strdup ("");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

char **
muster_coverage_query_dup_agencies (MusterRosterIndex *index, GArray *ids)
{
  GPtrArray *names = g_ptr_array_sized_new (ids->len + 1);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (names, muster_coverage_query_dup_agency (index, g_array_index (ids, gint64, i)));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}
