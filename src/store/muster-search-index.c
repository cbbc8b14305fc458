/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-search-index.h"

#include <sodium.h>
#include <string.h>

#include "domain/muster-error.h"
#include "store/muster-people-table-private.h"
#include "store/muster-schema-check-private.h"

#define PEOPLE_AT_ONCE 1000 /* between two looks whether it was cancelled */

static const char *const counts_sql = "SELECT (SELECT count(*) FROM assister), (SELECT count(*) FROM assister_search_docsize)";
static const char *const taken_back_sql = "SELECT count(*) FROM assister WHERE taken_back IS NOT NULL";
static const char *const people_sql = "SELECT id FROM assister WHERE taken_back IS NULL ORDER BY id";
static const char *const words_sql = "SELECT term, doc FROM temp.assister_word";
static const char *const made_sql = "SELECT sql FROM sqlite_schema WHERE name = 'assister_search'";

/* Sums over all pairs of a word and a person, in whatever order they come; the key makes it impossible to find others of the same sums. */
typedef struct
{
  guint8 key[crypto_shorthash_KEYBYTES];
  GString *pair;
  guint64 n;
  guint64 sum;
} Tally;

static void
tally_init (Tally *tally, const guint8 *key)
{
  memcpy (tally->key, key, sizeof tally->key);
  tally->pair = g_string_sized_new (64);
  tally->n = tally->sum = 0;
}

static void
tally_clear (Tally *tally)
{
  g_string_free (tally->pair, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tally, tally_clear)

static void
tally_add (Tally *tally, const char *word, gsize length, gint64 person)
{
  guint64 hash;

  g_string_truncate (tally->pair, 0);
  g_string_append_len (tally->pair, (const char *) &person, sizeof person);
  g_string_append_len (tally->pair, word, length);
  crypto_shorthash ((guint8 *) &hash, (const guint8 *) tally->pair->str, tally->pair->len, tally->key);
  tally->n++;
  tally->sum += hash;
}

static gboolean
tally_equals (const Tally *a, const Tally *b)
{
  return a->n == b->n && a->sum == b->sum;
}

/* A word that stands twice leads to the person once. */
static gboolean
stands_before (const GString *words, const char *word, gsize length)
{
  for (const char *p = words->str; p < word; p = strchrnul (p, ' ') + 1)
    if (strncmp (p, word, length) == 0 && p[length] == ' ')
      return TRUE;
  return FALSE;
}

static void
tally_add_words (Tally *tally, const GString *words, gint64 person)
{
  for (const char *p = words->str; *p != '\0';)
    {
      const char *end = strchrnul (p, ' ');

      if (!stands_before (words, p, end - p))
        tally_add (tally, p, end - p, person);
      p = *end == ' ' ? end + 1 : end;
    }
}

/* Hands everybody with their words to @take. */
static gboolean
go_through (MusterDatabase *database, GCancellable *cancellable, gboolean (*take) (gpointer target, gint64 person, const GString *words, GError **error), gpointer target, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, people_sql, error);
  g_autoptr (GString) words = g_string_sized_new (256);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (guint i = 0;; i++)
    {
      gint64 person;

      if (i % PEOPLE_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      person = muster_statement_get_int (statement, 0);
      g_string_truncate (words, 0);
      if (!muster_people_table_append_search_words (database, person, &row, words, error) || !take (target, person, words, error))
        return FALSE;
    }
}

static gboolean
add_to_tally (gpointer target, gint64 person, const GString *words, GError **error)
{
  tally_add_words (target, words, person);
  return TRUE;
}

static gboolean
add_to_index (gpointer target, gint64 person, const GString *words, GError **error)
{
  return muster_people_table_insert_search_words (target, person, words->str, error);
}

static gboolean
tally_index (MusterDatabase *database, Tally *tally, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, words_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  while (TRUE)
    {
      const char *word;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      word = muster_statement_get_text (statement, 0);
      tally_add (tally, word, strlen (word), muster_statement_get_int (statement, 1));
    }
}

/* As the tokenizer itself would have it: what it makes of a rare letter may be another than what we do. */
static gboolean
tally_made_anew (MusterDatabase *database, GCancellable *cancellable, Tally *tally, GError **error)
{
  g_autoptr (MusterDatabase) empty = NULL;
  int version;

  if (!muster_database_get_version (database, &version, error))
    return FALSE;
  empty = muster_database_make_empty (version, error);
  return empty != NULL && muster_people_table_attach_words (empty, error) && muster_database_begin (empty, error) &&
         go_through (database, cancellable, add_to_index, empty, error) && muster_database_commit (empty, error) && tally_index (empty, tally, error);
}

static gboolean
compare (MusterDatabase *database, GCancellable *cancellable, gboolean *same, GError **error)
{
  g_auto (Tally) found = { 0 }, expected = { 0 }, anew = { 0 };
  guint8 key[crypto_shorthash_KEYBYTES];

  crypto_shorthash_keygen (key);
  tally_init (&found, key);
  tally_init (&expected, key);
  tally_init (&anew, key);
  if (!tally_index (database, &found, error) || !go_through (database, cancellable, add_to_tally, &expected, error))
    return FALSE;
  *same = tally_equals (&found, &expected);
  if (*same)
    return TRUE;
  if (!tally_made_anew (database, cancellable, &anew, error))
    return FALSE;
  *same = tally_equals (&found, &anew);
  return TRUE;
}

static gboolean
is_as_made (MusterDatabase *database, gboolean *as_made, GError **error)
{
  gboolean differs;

  if (!muster_schema_check (database, &differs, error))
    return FALSE;
  *as_made = !differs;
  return TRUE;
}

/* Reading what was not made by us may fail in any way; that is an answer. */
static gboolean
take_for_answer (GError *problem, gboolean *answer, GError **error)
{
  if (!g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_DAMAGED) && !g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_STORAGE))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  *answer = FALSE;
  g_error_free (problem);
  return TRUE;
}

gboolean
muster_search_index_compare (MusterDatabase *database, GCancellable *cancellable, gboolean *same, GError **error)
{
  GError *problem = NULL;

  if (!is_as_made (database, same, error))
    return FALSE;
  if (!*same || compare (database, cancellable, same, &problem))
    return TRUE;
  return take_for_answer (problem, same, error);
}

static gboolean
get_numbers (MusterDatabase *database, const char *sql, gint64 *first, gint64 *second, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *first = muster_statement_get_int (statement, 0);
  if (second != NULL)
    *second = muster_statement_get_int (statement, 1);
  return TRUE;
}

gboolean
muster_search_index_count (MusterDatabase *database, gboolean *complete, GError **error)
{
  gint64 people, found, taken_back = 0;
  GError *problem = NULL;

  if (!is_as_made (database, complete, error))
    return FALSE;
  if (!*complete)
    return TRUE;
  if (!get_numbers (database, counts_sql, &people, &found, &problem))
    return take_for_answer (problem, complete, error);
  /* Those take a look at everybody to count, and are most often none. */
  if (people != found && !get_numbers (database, taken_back_sql, &taken_back, NULL, error))
    return FALSE;
  *complete = people - taken_back == found;
  return TRUE;
}

/* In the words of the migrations: the check of the schema compares them. */
static char *
dup_made_sql (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterDatabase) empty = NULL;
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;
  int version;

  if (!muster_database_get_version (database, &version, error))
    return NULL;
  empty = muster_database_make_empty (version, error);
  statement = empty != NULL ? muster_database_prepare (empty, made_sql, error) : NULL;
  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return NULL;
  return muster_statement_dup_text (statement, 0);
}

static gboolean
empty_index (MusterDatabase *database, GError **error)
{
  g_autofree char *sql = NULL;
  gboolean as_made;

  if (!is_as_made (database, &as_made, error))
    return FALSE;
  if (as_made)
    return muster_database_execute (database, "INSERT INTO assister_search (assister_search) VALUES ('delete-all')", error);
  sql = dup_made_sql (database, error);
  return sql != NULL && muster_database_execute (database, "DROP TABLE IF EXISTS assister_search", error) && muster_database_execute (database, sql, error);
}

gboolean
muster_search_index_make_anew (MusterDatabase *database, GError **error)
{
  if (!muster_database_begin (database, error))
    return FALSE;
  if (empty_index (database, error) && go_through (database, NULL, add_to_index, database, error) && muster_schema_check (database, NULL, error) &&
      muster_database_commit (database, error))
    return TRUE;
  muster_database_rollback (database);
  return FALSE;
}

gboolean
muster_search_index_mend (MusterDatabase *database, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean complete;

  if (!muster_search_index_count (database, &complete, error))
    return FALSE;
  if (complete || muster_search_index_make_anew (database, &problem) || g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
