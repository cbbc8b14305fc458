/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"
#include "store/muster-people-table-private.h"
#include "store/muster-person-columns.h"
#include "store/muster-table-private.h"

/* The texts in the order of muster_person_columns. */
#define COLUMNS "given_name, middle_name, family_name, suffix, email, phone, npn, assister_id, training_id, admin_id," \
                " licence_number, county, languages, letter_language, other_phones, phone_written, active, email_key, sort_key"
#define VALUES "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19"
#define N_COLUMNS 19
G_STATIC_ASSERT (N_COLUMNS == MUSTER_N_PERSON_COLUMNS + 3);

static const char *const load_sql = "SELECT " COLUMNS ", taken_back FROM assister WHERE id = ?1";
static const char *const insert_sql = "INSERT INTO assister (" COLUMNS ") VALUES (" VALUES ")";
/* What is saved as it was is no change, and leaves no trace in the journal. */
static const char *const update_sql = "UPDATE assister SET (" COLUMNS ") = (" VALUES ") WHERE id = ?20 AND (" COLUMNS ") IS NOT (" VALUES ")";

#define STANDING " AND taken_back IS NULL ORDER BY id"

static const char *const find_sql[] = {
  [MUSTER_PEOPLE_BY_NPN] = "SELECT id FROM assister WHERE npn = ?1" STANDING,
  [MUSTER_PEOPLE_BY_ASSISTER_ID] = "SELECT id FROM assister WHERE assister_id = ?1" STANDING,
  [MUSTER_PEOPLE_BY_TRAINING_ID] = "SELECT id FROM assister WHERE training_id = ?1" STANDING,
  [MUSTER_PEOPLE_BY_ADMIN_ID] = "SELECT id FROM assister WHERE admin_id = ?1" STANDING,
  [MUSTER_PEOPLE_BY_EMAIL] = "SELECT id FROM assister WHERE email_key = ?1" STANDING,
};

/* As many people as an error message names. */
#define MOST_NAMED 5

/* Returns: (transfer full): "Lindqvist, Ana (P-17)" */
static char *
dup_mention (MusterDatabase *database, gint64 id, GError **error)
{
  g_autoptr (MusterAssister) assister = muster_people_table_load (database, id, error);
  g_autofree char *name = NULL;

  if (assister == NULL)
    return NULL;
  name = muster_assister_dup_list_name (assister);
  return g_strdup_printf ("%s (P-%" G_GINT64_FORMAT ")", name, id);
}

static GArray *
find_ids (MusterDatabase *database, MusterPeopleKey key, const char *value, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, find_sql[key], error);
  g_autofree char *kept = NULL;

  if (statement == NULL)
    return NULL;
  switch (key)
    {
    case MUSTER_PEOPLE_BY_EMAIL:
      kept = muster_identifier_dup_email_key (value);
      break;
    case MUSTER_PEOPLE_BY_ASSISTER_ID:
    case MUSTER_PEOPLE_BY_TRAINING_ID:
      kept = g_ascii_strup (value, -1);
      break;
    case MUSTER_PEOPLE_BY_NPN:
    case MUSTER_PEOPLE_BY_ADMIN_ID:
    default:
      kept = g_strdup (value);
      break;
    }
  muster_statement_bind_text (statement, 1, kept);
  return muster_table_collect_ids (statement, error);
}

/* Adds those who have @value there and are not among @ids yet. */
static gboolean
gather_ids (MusterDatabase *database, MusterPeopleKey key, const char *value, GArray *ids, GError **error)
{
  g_autoptr (GArray) found = find_ids (database, key, value, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = g_array_index (found, gint64, i);
      gboolean known = FALSE;

      for (guint j = 0; j < ids->len; j++)
        known |= g_array_index (ids, gint64, j) == id;
      if (!known)
        g_array_append_val (ids, id);
    }
  return TRUE;
}

static gboolean
gather_meant (MusterDatabase *database, const char *text, GArray *ids, GError **error)
{
  if (!gather_ids (database, MUSTER_PEOPLE_BY_NPN, text, ids, error) ||
      !gather_ids (database, MUSTER_PEOPLE_BY_ASSISTER_ID, text, ids, error) ||
      !gather_ids (database, MUSTER_PEOPLE_BY_EMAIL, text, ids, error))
    return FALSE;
  if (ids->len == 0 && !gather_ids (database, MUSTER_PEOPLE_BY_TRAINING_ID, text, ids, error))
    return FALSE;
  return ids->len > 0 || gather_ids (database, MUSTER_PEOPLE_BY_ADMIN_ID, text, ids, error);
}

static void
set_ambiguous (MusterDatabase *database, const char *text, GArray *ids, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, MOST_NAMED); i++)
    {
      g_autofree char *mention = dup_mention (database, g_array_index (ids, gint64, i), error);

      if (mention == NULL)
        return;
      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", mention);
    }
  if (ids->len > MOST_NAMED)
    g_string_append (list, "; …");
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_AMBIGUOUS, _("“%s” fits %u people: %s. Say which one by the number that begins with P-."), text, ids->len, list->str);
}

/* Makes the person of one row out of @statement. */
static MusterAssister *
read_person (MusterStatement *statement, gint64 id)
{
  MusterAssister *assister = muster_assister_new ();

  assister->id = id;
  for (guint i = 0; i < MUSTER_N_PERSON_COLUMNS; i++)
    *muster_person_column_get (assister, i) = muster_statement_dup_text (statement, i);
  assister->active = muster_statement_get_int (statement, MUSTER_N_PERSON_COLUMNS) != 0;
  return assister;
}

/* Hands @problem (transfer full) on; where the database refused an address that somebody else has, as that. Asked only then: the database looks anyway. */
static void
blame_email (MusterDatabase *database, const MusterAssister *assister, GError *problem, GError **error)
{
  g_autofree char *mention = NULL;
  gint64 other = 0;
  gboolean is_taken = g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_CONFLICT) && assister->email != NULL &&
                      muster_people_table_find (database, MUSTER_PEOPLE_BY_EMAIL, assister->email, &other, NULL) > 0 && other != assister->id;

  mention = is_taken ? dup_mention (database, other, NULL) : NULL;
  if (mention == NULL)
    {
      g_propagate_error (error, problem);
      return;
    }
  g_error_free (problem);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT, _("The e-mail address “%s” belongs to %s. Give another one, or correct that person first."),
               assister->email, mention);
}

/* The columns of the table, from the parameter @first on. */
static void
bind_person (MusterStatement *statement, int first, MusterAssister *person)
{
  char *email_key = person->email != NULL ? muster_identifier_dup_email_key (person->email) : NULL;
  char *sort_key = muster_assister_dup_sort_key (person);

  for (guint i = 0; i < MUSTER_N_PERSON_COLUMNS; i++)
    muster_statement_bind_text (statement, first + i, *muster_person_column_get (person, i));
  muster_statement_bind_int (statement, first + MUSTER_N_PERSON_COLUMNS, person->active);
  muster_statement_take_text (statement, first + MUSTER_N_PERSON_COLUMNS + 1, email_key);
  muster_statement_take_text (statement, first + MUSTER_N_PERSON_COLUMNS + 2, sort_key);
}

static void
bind_new_person_cb (MusterStatement *statement, int first, gpointer row)
{
  MusterAssister *person = row;

  bind_person (statement, first, person);
  muster_statement_bind_int (statement, first + N_COLUMNS, person->id);
}

MusterAssister *
muster_people_table_load_any (MusterDatabase *database, gint64 id, gint64 *taken_back, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *code = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, id);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  if (row)
    {
      *taken_back = muster_statement_get_int (statement, N_COLUMNS);
      return read_person (statement, id);
    }
  code = muster_assister_dup_code (id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no person %s in this register. Look the person up on the roster."), code);
  return NULL;
}

MusterAssister *
muster_people_table_load (MusterDatabase *database, gint64 id, GError **error)
{
  gint64 taken_back = 0;
  g_autoptr (MusterAssister) assister = muster_people_table_load_any (database, id, &taken_back, error);
  g_autofree char *code = NULL, *number = NULL;

  if (assister == NULL || taken_back == 0)
    return g_steal_pointer (&assister);
  code = muster_assister_dup_code (id);
  number = g_strdup_printf ("%" G_GINT64_FORMAT, taken_back);
  /* Translators: P-17, the number of an import */
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("%s came with an import that was taken back with import %s. To bring the person back, undo import %s."), code, number, number);
  return NULL;
}

gboolean
muster_people_table_save (MusterDatabase *database, MusterAssister *assister, GError **error)
{
  gboolean is_new = assister->id == 0;
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, is_new ? insert_sql : update_sql, error);
  g_autoptr (GError) problem = NULL;

  if (statement == NULL)
    return FALSE;
  bind_person (statement, 1, assister);
  if (!is_new)
    muster_statement_bind_int (statement, N_COLUMNS + 1, assister->id);
  if (!muster_statement_run (statement, &problem))
    {
      blame_email (database, assister, g_steal_pointer (&problem), error);
      return FALSE;
    }
  if (is_new)
    assister->id = muster_database_get_last_id (database);
  muster_people_table_mark_search (database, assister->id, is_new);
  return TRUE;
}

gboolean
muster_people_table_get_next_id (MusterDatabase *database, gint64 *id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT coalesce (max (id), 0) + 1 FROM assister", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  *id = muster_statement_get_int (statement, 0);
  return TRUE;
}

gboolean
muster_people_table_add_many (MusterDatabase *database, GPtrArray *people, GPtrArray *words, GError **error)
{
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; i < people->len; i++)
    muster_people_table_keep_words (database, ((const MusterAssister *) people->pdata[i])->id, words->pdata[i]);
  if (muster_table_insert_many (database, "assister", COLUMNS ", id", N_COLUMNS + 1, people, bind_new_person_cb, &problem))
    return TRUE;
  for (guint i = 0; i < people->len && problem != NULL; i++)
    {
      g_autoptr (GError) blamed = NULL;

      blame_email (database, people->pdata[i], g_error_copy (problem), &blamed);
      if (g_str_equal (blamed->message, problem->message))
        continue;
      g_propagate_error (error, g_steal_pointer (&blamed));
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

int
muster_people_table_find (MusterDatabase *database, MusterPeopleKey key, const char *value, gint64 *id, GError **error)
{
  g_autoptr (GArray) ids = find_ids (database, key, value, error);

  if (ids == NULL)
    return -1;
  if (ids->len > 0 && id != NULL)
    *id = g_array_index (ids, gint64, 0);
  return ids->len;
}

gint64
muster_people_table_resolve (MusterDatabase *database, const char *text, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *tidy = muster_text_dup_tidy (text);
  gint64 id = muster_assister_parse_code (tidy);

  if (id != 0)
    {
      g_autoptr (MusterAssister) assister = muster_people_table_load (database, id, error);

      return assister != NULL ? id : 0;
    }
  if (tidy != NULL && !gather_meant (database, tidy, ids, error))
    return 0;
  if (ids->len == 1)
    return g_array_index (ids, gint64, 0);
  if (ids->len > 1)
    set_ambiguous (database, tidy, ids, error);
  else
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND,
                 _("Nobody in this register has “%s” as number (P-…), NPN, Assister ID, e-mail address or Training ID. Look the person up on the roster."),
                 tidy != NULL ? tidy : "");
  return 0;
}
