/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-own-person-query.h"

#include "domain/muster-account-person.h"
#include "domain/muster-error.h"
#include "domain/muster-operation-rule.h"
#include "domain/muster-text.h"
#include "store/muster-row-view.h"
#include "store/muster-table-private.h"

G_STATIC_ASSERT (MUSTER_TABLE_ASSISTER == 1 << 3);

/* “main.”: who somebody is does not depend on what the connection shows. */
#define FORMER "SELECT c.row_id, c.before, c.after FROM "
#define CHANGED " main.journal_change c ON c.table_number = 3 AND c.row_id = p.id WHERE c.before IS NOT NULL AND c.after IS NOT NULL"

static const char *const named_sql =
  "SELECT id, given_name, middle_name, family_name FROM main.assister WHERE taken_back IS NULL AND (sort_key = ?1 OR (sort_key >= ?1 || ',' AND sort_key < ?1 || '-'))";
static const char *const words_sql =
  "SELECT id, given_name, middle_name, family_name FROM main.assister WHERE taken_back IS NULL AND id IN (SELECT rowid FROM main.assister_search WHERE assister_search MATCH ?1)";
static const char *const there_sql = "SELECT 1 FROM main.assister WHERE id = ?1";
static const char *const called_sql = "SELECT id, given_name, middle_name, family_name FROM main.assister WHERE id = ?1";
static const char *const former_of_one_sql = FORMER "(SELECT ?1 AS id) p CROSS JOIN" CHANGED;
static const char *const former_sql[] = {
  [MUSTER_OWN_NAMES_OF_CASES] = FORMER "(SELECT assister_id AS id FROM main.incident_person UNION SELECT assister_id FROM main.corrective_action UNION SELECT assister_id FROM main.decision) p"
                                       " CROSS JOIN" CHANGED,
  [MUSTER_OWN_NAMES_OF_ALL] = "SELECT row_id, before, after FROM main.journal_change WHERE table_number = 3 AND before IS NOT NULL AND after IS NOT NULL",
};

static const char *const others_sql = "SELECT 1 FROM main.account WHERE id <> ?1 AND role <> 'recovery' LIMIT 1";

static const char *const name_columns[] = { "given_name", "middle_name", "family_name" };

/* Where there never was a second account, nobody could do it instead. */
static gboolean
is_alone (MusterDatabase *database, const MusterAccount *account, gboolean *alone, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, others_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account->id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *alone = !row;
  return TRUE;
}

static gboolean
is_called (const MusterAccount *account, char *given, char *middle, char *family)
{
  const MusterAssister person = { .given_name = given, .middle_name = middle, .family_name = family };

  return muster_account_find_person_tie (account, &person) == MUSTER_PERSON_SAME;
}

static void
add (GArray *people, gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (g_array_index (people, gint64, i) == id)
      return;
  g_array_append_val (people, id);
}

/* Adds those of the rows of @statement, names as the roster has them, who are the account. */
static gboolean
add_called (MusterStatement *statement, const MusterAccount *account, GArray *people, GError **error)
{
  gboolean row;

  while (TRUE)
    {
      g_autofree char *given = NULL, *middle = NULL, *family = NULL;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      given = muster_statement_dup_text (statement, 1);
      middle = muster_statement_dup_text (statement, 2);
      family = muster_statement_dup_text (statement, 3);
      if (is_called (account, given, middle, family))
        add (people, muster_statement_get_int (statement, 0));
    }
}

/* Those with a family name of @words from @first to @end who are the account. */
static gboolean
add_named (MusterDatabase *database, const MusterAccount *account, GStrv words, guint first, guint end, GArray *people, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, named_sql, error);
  g_autoptr (GString) family = g_string_new (words[first]);

  if (statement == NULL)
    return FALSE;
  for (guint i = first + 1; i < end; i++)
    g_string_append_printf (family, " %s", words[i]);
  muster_statement_bind_text (statement, 1, family->str);
  return add_called (statement, account, people, error);
}

/* Those whose names are written in another way are found by two of their words. */
static gboolean
add_worded (MusterDatabase *database, const MusterAccount *account, GArray *people, GError **error)
{
  g_autofree char *pairs = muster_account_dup_word_pairs (account);
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, words_sql, error);

  if (statement == NULL || *pairs == '\0')
    return statement != NULL;
  muster_statement_bind_text (statement, 1, pairs);
  return add_called (statement, account, people, error);
}

/* The same from the people themselves, which takes longer: the index of words is made of them, and may have to be made anew. */
static gboolean
add_scanned (MusterDatabase *database, const MusterAccount *account, GArray *people, GError **error)
{
  g_auto (GStrv) words = muster_account_dup_words (account);
  g_autoptr (GString) sql = g_string_new ("SELECT id, given_name, middle_name, family_name FROM main.assister WHERE taken_back IS NULL");
  g_autoptr (MusterStatement) statement = NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    g_string_append_printf (sql, "%s instr (sort_key, ?%u)", i == 0 ? " AND (" : " OR", i + 1);
  if (words != NULL && words[0] != NULL)
    g_string_append_c (sql, ')');
  statement = muster_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    muster_statement_bind_text (statement, i + 1, words[i]);
  return add_called (statement, account, people, error);
}

/* What is damaged is damaged; an index that is not there is made anew at the next sign-in. */
static gboolean
add_found (MusterDatabase *database, const MusterAccount *account, GArray *people, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (add_worded (database, account, people, &problem))
    return TRUE;
  if (!g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_DAMAGED))
    return add_scanned (database, account, people, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* A family name is what a name ends with, or begins with where it is written the other way round. This needs no index of words, which may have to be made anew. */
static gboolean
add_of_today (MusterDatabase *database, const MusterAccount *account, gboolean by_index, GArray *people, GError **error)
{
  g_autofree char *folded = muster_text_fold (account->full_name);
  g_auto (GStrv) words = NULL;
  guint n;

  g_strdelimit (folded, ",.", ' ');
  words = g_strsplit_set (g_strstrip (folded), " ", -1);
  n = g_strv_length (words);
  if (!add_named (database, account, words, 0, n, people, error))
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (!add_named (database, account, words, i, n, people, error) || !add_named (database, account, words, 0, i, people, error))
      return FALSE;
  return by_index ? add_found (database, account, people, error) : add_scanned (database, account, people, error);
}

static gboolean
read_view (MusterStatement *statement, int column, const MusterTableShape *shape, MusterRowView *view)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  return muster_row_view_read (view, shape, bytes, size);
}

/* Whether the row of @statement, a change, took a name away that is the account’s. What cannot be read is for verification to say. */
static gboolean
took_name (MusterStatement *statement, const MusterTableShape *shape, const MusterAccount *account)
{
  g_autofree char *given = NULL, *middle = NULL, *family = NULL;
  MusterRowView before, after;
  gboolean differs = FALSE;

  if (!read_view (statement, 1, shape, &before) || !read_view (statement, 2, shape, &after))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (name_columns); i++)
    differs |= !muster_cell_equal (muster_row_view_get (&before, name_columns[i]), muster_row_view_get (&after, name_columns[i]));
  if (!differs)
    return FALSE;
  given = muster_row_view_dup_text (&before, "given_name");
  middle = muster_row_view_dup_text (&before, "middle_name");
  family = muster_row_view_dup_text (&before, "family_name");
  return is_called (account, given, middle, family);
}

static gboolean
add_former (MusterDatabase *database, MusterStatement *statement, const MusterAccount *account, GArray *people, GError **error)
{
  MusterTableShape shape;
  gboolean row, done;

  if (!muster_table_shape_load (database, "assister", &shape, error))
    return FALSE;
  while ((done = muster_statement_step (statement, &row, error)) && row)
    if (took_name (statement, &shape, account))
      add (people, muster_statement_get_int (statement, 0));
  muster_table_shape_clear (&shape);
  return done;
}

/* What was said counts alone. */
static gboolean
add_said (MusterDatabase *database, const MusterAccount *account, GArray *people, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, there_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account->person_id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    add (people, account->person_id);
  return TRUE;
}

static gboolean
add_by_name (MusterDatabase *database, const MusterAccount *account, MusterOwnNames names, gboolean by_index, GArray *people, GError **error)
{
  g_autoptr (MusterStatement) former = muster_database_prepare (database, former_sql[names], error);

  return former != NULL && add_of_today (database, account, by_index, people, error) && add_former (database, former, account, people, error);
}

gboolean
muster_own_person_query_add_by_name (MusterDatabase *database, const MusterAccount *account, MusterOwnNames names, GArray *people, GError **error)
{
  return add_by_name (database, account, names, FALSE, people, error);
}

GArray *
muster_own_person_query_list (MusterDatabase *database, const MusterAccount *account, MusterOwnNames names, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean alone;

  if (!is_alone (database, account, &alone, error))
    return NULL;
  if (alone)
    return g_steal_pointer (&people);
  if (account->person_said)
    return add_said (database, account, people, error) ? g_steal_pointer (&people) : NULL;
  if (!add_by_name (database, account, names, TRUE, people, error))
    return NULL;
  return g_steal_pointer (&people);
}

gboolean
muster_own_person_query_is (MusterDatabase *database, const MusterAccount *account, gint64 assister_id, gboolean *is, GError **error)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MusterStatement) called = muster_database_prepare (database, called_sql, error);
  g_autoptr (MusterStatement) former = called != NULL ? muster_database_prepare (database, former_of_one_sql, error) : NULL;
  gboolean alone;

  if (former == NULL || !is_alone (database, account, &alone, error))
    return FALSE;
  *is = account->person_said && !alone && account->person_id == assister_id;
  if (alone || account->person_said)
    return TRUE;
  muster_statement_bind_int (called, 1, assister_id);
  muster_statement_bind_int (former, 1, assister_id);
  if (!add_called (called, account, people, error) || !add_former (database, former, account, people, error))
    return FALSE;
  *is = people->len > 0;
  return TRUE;
}
