/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-people-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-text.h"
#include "store/muster-people-table-private.h"
#include "store/muster-table-private.h"

/* What reaches into @from or beyond; ended here if it is with somebody else. */
static const char *const current_sql =
  "SELECT id, agency_id, through_day FROM affiliation"
  " WHERE assister_id = ?1 AND (through_day IS NULL OR through_day >= ?2) AND taken_back IS NULL ORDER BY from_day DESC, id DESC";

static const char *const end_sql =
  "UPDATE affiliation SET through_day = ?2 WHERE assister_id = ?1 AND (through_day IS NULL OR through_day > ?2) AND taken_back IS NULL";

static const char *const list_sql =
  "SELECT f.id, f.agency_id, g.name, f.from_day, f.through_day FROM affiliation f JOIN agency g ON g.id = f.agency_id"
  " WHERE f.assister_id = ?1 AND f.taken_back IS NULL ORDER BY f.from_day DESC, f.id DESC";

static const char *const agency_sql =
  "SELECT agency_id FROM affiliation WHERE assister_id = ?1 AND through_day IS NULL AND taken_back IS NULL ORDER BY from_day DESC, id DESC LIMIT 1";

/* Once somebody was taken back there may be agencies with which nobody ever was: they are made again, or come back, with the first who is. */
static const char *const agencies_sql =
  "SELECT id, name FROM agency WHERE NOT EXISTS (SELECT 1 FROM roster_import WHERE undoes IS NOT NULL)"
  " OR id IN (SELECT agency_id FROM affiliation WHERE taken_back IS NULL) ORDER BY name_key";

static gboolean
find_agency (MusterDatabase *database, const char *key, gint64 *id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT id FROM agency WHERE name_key = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, key);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *id = row ? muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

static gboolean
reopen (MusterDatabase *database, gint64 affiliation_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "UPDATE affiliation SET through_day = NULL WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, affiliation_id);
  return muster_statement_run (statement, error);
}

static gboolean
insert_affiliation (MusterDatabase *database, gint64 assister_id, gint64 agency_id, const GDate *from, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "INSERT INTO affiliation (assister_id, agency_id, from_day) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_int (statement, 2, agency_id);
  muster_statement_bind_date (statement, 3, from);
  return muster_statement_run (statement, error);
}

typedef struct
{
  gint64 id; /* 0: none */
  gint64 agency_id;
  gboolean has_end;
} Current;

static gboolean
find_current (MusterDatabase *database, gint64 assister_id, const GDate *on, Current *current, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, current_sql, error);
  gboolean row;

  *current = (Current) { 0 };
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_date (statement, 2, on);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  current->id = muster_statement_get_int (statement, 0);
  current->agency_id = muster_statement_get_int (statement, 1);
  current->has_end = muster_statement_get_text (statement, 2) != NULL;
  return TRUE;
}

gboolean
muster_people_table_ensure_agency (MusterDatabase *database, const char *name, gint64 *id, GError **error)
{
  g_autofree char *tidy = muster_text_dup_tidy (name);
  g_autofree char *key = muster_text_fold (tidy);
  g_autoptr (MusterStatement) statement = NULL;

  if (!find_agency (database, key, id, error))
    return FALSE;
  if (*id != 0)
    return TRUE;
  if (!muster_agency_check_name (tidy, error))
    return FALSE;
  statement = muster_database_prepare (database, "INSERT INTO agency (name, name_key) VALUES (?1, ?2)", error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, tidy);
  muster_statement_bind_text (statement, 2, key);
  if (!muster_statement_run (statement, error))
    return FALSE;
  *id = muster_database_get_last_id (database);
  return TRUE;
}

gboolean
muster_people_table_find_agency (MusterDatabase *database, const char *name, gint64 *id, GError **error)
{
  g_autofree char *tidy = muster_text_dup_tidy (name);
  g_autofree char *key = muster_text_fold (tidy);

  return find_agency (database, key, id, error);
}

gboolean
muster_people_table_get_agency (MusterDatabase *database, gint64 assister_id, gint64 *agency_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, agency_sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *agency_id = row ? muster_statement_get_int (statement, 0) : 0;
  return TRUE;
}

GPtrArray *
muster_people_table_list_agencies (MusterDatabase *database, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, agencies_sql, error);
  g_autoptr (GPtrArray) agencies = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_agency_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      MusterAgency *agency;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&agencies);
      agency = g_new0 (MusterAgency, 1);
      agency->id = muster_statement_get_int (statement, 0);
      agency->name = muster_statement_dup_text (statement, 1);
      g_ptr_array_add (agencies, agency);
    }
}

GPtrArray *
muster_people_table_list_affiliations (MusterDatabase *database, gint64 assister_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);
  g_autoptr (GPtrArray) affiliations = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_affiliation_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, assister_id);
  while (TRUE)
    {
      MusterAffiliation *affiliation;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&affiliations);
      affiliation = g_new0 (MusterAffiliation, 1);
      affiliation->id = muster_statement_get_int (statement, 0);
      affiliation->assister_id = assister_id;
      affiliation->agency_id = muster_statement_get_int (statement, 1);
      affiliation->agency_name = muster_statement_dup_text (statement, 2);
      muster_statement_get_date (statement, 3, &affiliation->from);
      muster_statement_get_date (statement, 4, &affiliation->through);
      g_ptr_array_add (affiliations, affiliation);
    }
}

gboolean
muster_people_table_affiliate (MusterDatabase *database, gint64 assister_id, gint64 agency_id, const GDate *from, gboolean *changed, GError **error)
{
  gboolean ignored;
  gboolean *result = changed != NULL ? changed : &ignored;
  Current current;
  GDate eve = *from;

  if (!find_current (database, assister_id, from, &current, error))
    return FALSE;
  *result = current.id == 0 || current.agency_id != agency_id || current.has_end;
  if (!*result)
    return TRUE;
  muster_people_table_mark_search (database, assister_id, FALSE);
  if (current.id != 0 && current.agency_id == agency_id)
    return reopen (database, current.id, error);
  g_date_subtract_days (&eve, 1);
  if (current.id != 0 && !muster_people_table_end_affiliation (database, assister_id, &eve, error))
    return FALSE;
  return insert_affiliation (database, assister_id, agency_id, from, error);
}

static void
bind_affiliation_cb (MusterStatement *statement, int first, gpointer row)
{
  const MusterAffiliation *affiliation = row;

  muster_statement_bind_int (statement, first, affiliation->assister_id);
  muster_statement_bind_int (statement, first + 1, affiliation->agency_id);
  muster_statement_bind_date (statement, first + 2, &affiliation->from);
}

gboolean
muster_people_table_affiliate_many (MusterDatabase *database, GPtrArray *affiliations, GError **error)
{
  return muster_table_insert_many (database, "affiliation", "assister_id, agency_id, from_day", 3, affiliations, bind_affiliation_cb, error);
}

gboolean
muster_people_table_end_affiliation (MusterDatabase *database, gint64 assister_id, const GDate *through, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, end_sql, error);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, assister_id);
  muster_statement_bind_date (statement, 2, through);
  muster_people_table_mark_search (database, assister_id, FALSE);
  return muster_statement_run (statement, error);
}
