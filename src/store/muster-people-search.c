/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-table-private.h"

#include <string.h>

#include "domain/muster-assister.h"
#include "store/muster-people-words.h"

#define MARKS "muster-people-search"

static const char *const words_sql =
  "SELECT given_name, middle_name, family_name, suffix, npn, assister_id, training_id, admin_id, licence_number, email"
  " FROM assister WHERE id = ?1 AND taken_back IS NULL";

/* In no order: to sort one row takes longer than to look at it. */
static const char *const agency_sql =
  "SELECT f.from_day, f.id, g.name FROM affiliation f JOIN agency g ON g.id = f.agency_id"
  " WHERE f.assister_id = ?1 AND f.through_day IS NULL AND f.taken_back IS NULL";

#define N_WORD_COLUMNS 10
#define EMAIL_COLUMN 9

static const char *const word_sql = "SELECT term FROM temp.assister_word WHERE term >= ?1 AND term < ?2 LIMIT 1";

#define LONGEST_INDEXED 3 /* as the search index was made */
#define FEW_WORDS 6
#define BEFORE_ALL_LETTERS "\x01"
#define AFTER_ALL_LETTERS "\xf4\x8f\xbf\xbf"

/* The words of people who were just added, which were known. Where they are more than so many bytes, none are kept, and all are read from the tables. */
#define MOST_KEPT (16 * 1024 * 1024)
#define DROPPED G_MAXUINT32

typedef struct
{
  gint64 id;
  guint32 place; /* of its words; DROPPED: marked since */
} Kept;

typedef struct
{
  GArray *marks;    /* of gint64: twice the id, and one more where the person is new */
  GArray *kept;     /* of Kept, in order of the ids */
  GByteArray *words; /* of those, each with its NUL */
  gboolean keeps_none;
} Marks;

static void
forget_kept (Marks *marks)
{
  g_clear_pointer (&marks->kept, g_array_unref);
  g_clear_pointer (&marks->words, g_byte_array_unref);
  marks->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  marks->words = g_byte_array_new ();
}

static void
forget_marks_cb (gpointer data)
{
  Marks *marks = data;

  g_array_set_size (marks->marks, 0);
  forget_kept (marks);
  marks->keeps_none = FALSE;
}

static void
free_marks_cb (gpointer data)
{
  Marks *marks = data;

  g_array_unref (marks->marks);
  g_array_unref (marks->kept);
  g_byte_array_unref (marks->words);
  g_free (marks);
}

static Marks *
find_marks (MusterDatabase *database)
{
  return sqlite3_get_clientdata (muster_database_get_handle (database), MARKS);
}

static Marks *
ensure_marks (MusterDatabase *database)
{
  sqlite3 *handle = muster_database_get_handle (database);
  Marks *marks = find_marks (database);

  if (marks != NULL)
    return marks;
  marks = g_new0 (Marks, 1);
  marks->marks = g_array_new (FALSE, FALSE, sizeof (gint64));
  forget_kept (marks);
  sqlite3_set_clientdata (handle, MARKS, marks, free_marks_cb);
  sqlite3_rollback_hook (handle, forget_marks_cb, marks);
  return marks;
}

static int
compare_kept (gconstpointer a, gconstpointer b)
{
  gint64 first = ((const Kept *) a)->id, second = ((const Kept *) b)->id;

  return first < second ? -1 : first > second;
}

/* Whether the words of somebody were kept, and are not good any more. */
static gboolean
drop_kept (Marks *marks, gint64 id)
{
  const Kept wanted = { .id = id };
  guint i;

  if (!g_array_binary_search (marks->kept, &wanted, compare_kept, &i) || g_array_index (marks->kept, Kept, i).place == DROPPED)
    return FALSE;
  g_array_index (marks->kept, Kept, i).place = DROPPED;
  return TRUE;
}

static gboolean
delete_words (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "DELETE FROM assister_search WHERE rowid = ?1", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  return muster_statement_run (statement, error);
}

gboolean
muster_people_table_insert_search_words (MusterDatabase *database, gint64 id, const char *words, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "INSERT INTO assister_search (rowid, words) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  muster_statement_bind_text (statement, 2, words);
  return muster_statement_run (statement, error);
}

/* The newest of those that have no end. */
static gboolean
append_agency (MusterDatabase *database, gint64 id, GString *words, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, agency_sql, error);
  g_autofree char *newest = NULL, *name = NULL;
  gint64 newest_id = 0;
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  while (TRUE)
    {
      int order;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      order = g_strcmp0 (muster_statement_get_text (statement, 0), newest);
      if (order < 0 || (order == 0 && muster_statement_get_int (statement, 1) < newest_id))
        continue;
      g_set_str (&newest, muster_statement_get_text (statement, 0));
      newest_id = muster_statement_get_int (statement, 1);
      g_set_str (&name, muster_statement_get_text (statement, 2));
    }
  muster_people_words_append (words, name, TRUE);
  return TRUE;
}

gboolean
muster_people_table_append_search_words (MusterDatabase *database, gint64 id, gboolean *is_there, GString *words, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, words_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, is_there, error))
    return FALSE;
  for (int i = 0; *is_there && i < N_WORD_COLUMNS; i++)
    muster_people_words_append (words, muster_statement_get_text (statement, i), i != EMAIL_COLUMN);
  return !*is_there || append_agency (database, id, words, error);
}

static gboolean
write_words (MusterDatabase *database, gint64 id, gboolean is_new, GError **error)
{
  g_autoptr (GString) words = g_string_sized_new (128);
  gboolean is_there;

  if (!muster_people_table_append_search_words (database, id, &is_there, words, error))
    return FALSE;
  if (!is_new && !delete_words (database, id, error))
    return FALSE;
  return !is_there || muster_people_table_insert_search_words (database, id, words->str, error);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

void
muster_people_table_mark_search (MusterDatabase *database, gint64 assister_id, gboolean is_new)
{
  Marks *marks = ensure_marks (database);
  gboolean was_new = drop_kept (marks, assister_id);
  gint64 mark = assister_id * 2 + (is_new || was_new ? 1 : 0);

  if (marks->marks->len > 0 && g_array_index (marks->marks, gint64, marks->marks->len - 1) / 2 == assister_id)
    return;
  g_array_append_val (marks->marks, mark);
}

/* A mark takes eight bytes. */
static void
mark_kept (Marks *marks)
{
  for (guint i = 0; i < marks->kept->len; i++)
    {
      const Kept *kept = &g_array_index (marks->kept, Kept, i);
      gint64 mark = kept->id * 2 + 1;

      if (kept->place != DROPPED)
        g_array_append_val (marks->marks, mark);
    }
  forget_kept (marks);
  marks->keeps_none = TRUE;
}

void
muster_people_table_keep_words (MusterDatabase *database, gint64 assister_id, const char *words)
{
  Marks *marks = ensure_marks (database);
  const Kept kept = { assister_id, marks->words->len };

  if (marks->keeps_none)
    {
      muster_people_table_mark_search (database, assister_id, TRUE);
      return;
    }
  g_array_append_val (marks->kept, kept);
  g_byte_array_append (marks->words, (const guint8 *) words, strlen (words) + 1);
  if (marks->words->len > MOST_KEPT)
    mark_kept (marks);
}

/* Those of lower ids than @before that have not been written yet. */
static gboolean
write_kept (MusterDatabase *database, Marks *marks, guint *next, gint64 before, GError **error)
{
  for (; *next < marks->kept->len; (*next)++)
    {
      const Kept *kept = &g_array_index (marks->kept, Kept, *next);

      if (kept->id >= before)
        return TRUE;
      if (kept->place != DROPPED && !muster_people_table_insert_search_words (database, kept->id, (const char *) marks->words->data + kept->place, error))
        return FALSE;
    }
  return TRUE;
}

/* In order of the ids: FTS5 writes a segment whenever an id is lower than the one before. */
static gboolean
write_all (MusterDatabase *database, Marks *marks, GError **error)
{
  GArray *ids = marks->marks;
  guint next = 0;

  g_array_sort (ids, compare_marks);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 mark = g_array_index (ids, gint64, i);
      gboolean is_last = i + 1 == ids->len || g_array_index (ids, gint64, i + 1) / 2 != mark / 2;

      /* The mark of a new person sorts after all others of the same person. */
      if (is_last && (!write_kept (database, marks, &next, mark / 2, error) || !write_words (database, mark / 2, mark % 2 == 1, error)))
        return FALSE;
    }
  return write_kept (database, marks, &next, G_MAXINT64, error);
}

gboolean
muster_people_table_flush_search (MusterDatabase *database, GError **error)
{
  Marks *marks = find_marks (database);

  if (marks == NULL)
    return TRUE;
  if (!write_all (database, marks, error))
    return FALSE;
  forget_marks_cb (marks);
  return TRUE;
}

gboolean
muster_people_table_attach_words (MusterDatabase *database, GError **error)
{
  return muster_database_execute (database, "CREATE VIRTUAL TABLE temp.assister_word USING fts5vocab ('main', 'assister_search', 'instance')", error);
}

/* Sets @word to the first one from @from on that begins with @beginning; %NULL where there is none. */
static gboolean
find_word (MusterDatabase *database, const char *from, const char *beginning, char **word, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, word_sql, error);
  g_autofree char *end = g_strconcat (beginning, AFTER_ALL_LETTERS, NULL);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, from);
  muster_statement_bind_text (statement, 2, end);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *word = row ? muster_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

/* Sets @words to those that begin so; empty also where they are many. */
static gboolean
list_few_words (MusterDatabase *database, const char *beginning, GPtrArray *words, GError **error)
{
  g_autofree char *from = g_strdup (beginning);

  while (TRUE)
    {
      char *word;

      if (!find_word (database, from, beginning, &word, error))
        return FALSE;
      if (word == NULL)
        return TRUE;
      g_ptr_array_add (words, word);
      if (words->len > FEW_WORDS)
        {
          g_ptr_array_set_size (words, 0);
          return TRUE;
        }
      g_free (from);
      from = g_strconcat (word, BEFORE_ALL_LETTERS, NULL);
    }
}

/*
 * Everybody who has a word of that beginning. The search index knows short beginnings; for others it collects all people of all such words before it
 * gives the first one. Where the words are few, as most often by then, to name them takes a third of the time.
 */
static gboolean
append_beginning (MusterDatabase *database, const char *beginning, GString *match, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (g_utf8_strlen (beginning, -1) > LONGEST_INDEXED && !list_few_words (database, beginning, words, error))
    return FALSE;
  if (match->len > 0)
    g_string_append (match, " AND ");
  if (words->len == 0)
    g_string_append_printf (match, "\"%s\"*", beginning);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (match, "%s\"%s\"", i == 0 ? "(" : " OR ", (char *) words->pdata[i]);
  if (words->len > 0)
    g_string_append_c (match, ')');
  return TRUE;
}

gboolean
muster_people_table_make_search_match (MusterDatabase *database, const char *search, char **match, GError **error)
{
  g_autofree char *folded = muster_text_fold (search);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *start = folded;

  *match = NULL;
  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      if (*p != '\0' && muster_people_words_is_letter (p))
        continue;
      if (p > start)
        {
          g_autofree char *beginning = g_strndup (start, p - start);

          if (!append_beginning (database, beginning, text, error))
            return FALSE;
        }
      if (*p == '\0')
        break;
      start = g_utf8_next_char (p);
    }
  if (text->len > 0)
    *match = g_string_free_and_steal (g_steal_pointer (&text));
  return TRUE;
}
