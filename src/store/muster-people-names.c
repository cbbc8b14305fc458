/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-names.h"

#include "store/muster-database-private.h"

/* “lindqvist, ana” and “lindqvist, ana m”, not “lindqvist, anabel”: '!' is what follows the blank. */
static const char *const find_sql =
  "SELECT a.id, a.given_name, a.middle_name, a.family_name, a.suffix, a.npn, a.assister_id, a.training_id, a.county,"
  " (SELECT agency_id FROM affiliation WHERE assister_id = a.id AND through_day IS NULL AND taken_back IS NULL ORDER BY from_day DESC, id DESC LIMIT 1)"
  " FROM assister a WHERE a.sort_key >= ?1 AND a.sort_key < ?1 || '!' AND a.taken_back IS NULL"
  " ORDER BY a.id LIMIT ?2";

static const char *const list_sql =
  "SELECT f.assister_id, f.agency_id FROM affiliation f JOIN assister a ON a.id = f.assister_id"
  " WHERE f.through_day IS NULL AND f.taken_back IS NULL AND a.active = 1 AND a.taken_back IS NULL ORDER BY f.assister_id, f.from_day, f.id";

static MusterNamesake *
read_namesake (MusterStatement *statement)
{
  MusterNamesake *namesake = g_new0 (MusterNamesake, 1);
  MusterAssister *person = &namesake->person;

  person->id = muster_statement_get_int (statement, 0);
  person->given_name = muster_statement_dup_text (statement, 1);
  person->middle_name = muster_statement_dup_text (statement, 2);
  person->family_name = muster_statement_dup_text (statement, 3);
  person->suffix = muster_statement_dup_text (statement, 4);
  person->npn = muster_statement_dup_text (statement, 5);
  person->assister_id = muster_statement_dup_text (statement, 6);
  person->training_id = muster_statement_dup_text (statement, 7);
  person->county = muster_statement_dup_text (statement, 8);
  namesake->agency_id = muster_statement_get_int (statement, 9);
  return namesake;
}

/* Of several current affiliations the newest counts, which comes last. */
static void
add_person (GArray *people, gint64 *last, gint64 person, gboolean is_wanted)
{
  if (*last == person && people->len > 0 && g_array_index (people, gint64, people->len - 1) == person)
    g_array_set_size (people, people->len - 1);
  *last = person;
  if (is_wanted)
    g_array_append_val (people, person);
}

gboolean
muster_people_names_is_empty (MusterDatabase *database, gboolean *empty, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT 1 FROM assister LIMIT 1", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *empty = !row;
  return TRUE;
}

GPtrArray *
muster_people_names_find (MusterDatabase *database, const MusterAssister *person, GError **error)
{
  g_autofree char *first_name = g_strndup (person->given_name, strcspn (person->given_name, " "));
  MusterAssister asked = { .given_name = first_name, .family_name = person->family_name };
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, find_sql, error);
  g_autoptr (GPtrArray) namesakes = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_namesake_free);
  g_autofree char *key = muster_assister_dup_sort_key (&asked);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, key);
  muster_statement_bind_int (statement, 2, MUSTER_MOST_NAMESAKES);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&namesakes);
      g_ptr_array_add (namesakes, read_namesake (statement));
    }
}

GArray *
muster_people_names_list_at (MusterDatabase *database, GHashTable *agency_ids, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = 0;
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 agency;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&people);
      agency = muster_statement_get_int (statement, 1);
      add_person (people, &last, muster_statement_get_int (statement, 0), g_hash_table_contains (agency_ids, &agency));
    }
}
