/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-saved-list-table.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"
#include "store/muster-table-private.h"

static const char *const list_sql = "SELECT id, name, filter FROM saved_list WHERE account_id = ?1 AND removed = 0 ORDER BY name_key";
static const char *const load_sql = "SELECT id, name, filter FROM saved_list WHERE account_id = ?1 AND name_key = ?2 AND removed = 0";
static const char *const save_sql = "INSERT INTO saved_list (account_id, name, name_key, filter, recorded, removed) VALUES (?1, ?2, ?3, ?4, ?5, 0)"
                                    " ON CONFLICT (account_id, name_key) DO UPDATE SET name = excluded.name, filter = excluded.filter, recorded = excluded.recorded, removed = 0";
static const char *const remove_sql = "UPDATE saved_list SET removed = 1, recorded = ?3 WHERE account_id = ?1 AND name_key = ?2 AND removed = 0";

void
muster_saved_list_free (MusterSavedList *list)
{
  if (list == NULL)
    return;
  g_free (list->name);
  g_clear_pointer (&list->filter, muster_saved_filter_free);
  g_free (list);
}

void
muster_saved_filter_apply (const MusterSavedFilter *filter, MusterRosterFilter *roster)
{
  roster->search = filter->search;
  roster->states = filter->states;
  roster->types = filter->types;
  roster->agency_id = filter->agency_id;
  roster->county = filter->county;
  roster->language = filter->language;
  roster->may_assist = filter->may_assist;
  roster->expiring = filter->expiring;
}

MusterSavedFilter *
muster_saved_filter_new_from_roster (const MusterRosterFilter *roster)
{
  MusterSavedFilter *filter = muster_saved_filter_new ();

  filter->search = roster->search != NULL ? muster_text_dup_tidy (roster->search) : NULL;
  filter->county = roster->county != NULL ? muster_text_dup_tidy (roster->county) : NULL;
  filter->language = roster->language != NULL ? muster_text_dup_tidy (roster->language) : NULL;
  filter->states = roster->states;
  filter->types = roster->types;
  filter->agency_id = roster->agency_id;
  filter->may_assist = roster->may_assist;
  filter->expiring = roster->expiring;
  return filter;
}

static gpointer
read_list (MusterStatement *statement, GError **error)
{
  g_autoptr (MusterSavedList) list = g_new0 (MusterSavedList, 1);

  list->id = muster_statement_get_int (statement, 0);
  list->name = muster_statement_dup_text (statement, 1);
  list->filter = muster_saved_filter_from_text (muster_statement_get_text (statement, 2), error);
  if (list->filter == NULL && !muster_table_blame ("saved_list", list->id, error))
    return NULL;
  return g_steal_pointer (&list);
}

GPtrArray *
muster_saved_list_table_list (MusterDatabase *database, gint64 account_id, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, list_sql, error);

  if (statement == NULL)
    return NULL;
  muster_statement_bind_int (statement, 1, account_id);
  return muster_table_collect (statement, read_list, (GDestroyNotify) muster_saved_list_free, error);
}

static void
set_not_found (MusterDatabase *database, gint64 account_id, const char *name, GError **error)
{
  g_autoptr (GPtrArray) lists = muster_saved_list_table_list (database, account_id, error);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; lists != NULL && i < lists->len; i++)
    muster_text_append_quoted (names, ((const MusterSavedList *) lists->pdata[i])->name);
  if (lists != NULL && lists->len > 0)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("You have no list “%s”. There are %s."), name, names->str);
  else if (lists != NULL)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("You have no list “%s”, and no other either."), name);
}

/* @found: (out) (transfer full) (nullable) */
static gboolean
find (MusterDatabase *database, gint64 account_id, const char *name, MusterSavedList **found, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, load_sql, error);
  g_autofree char *key = muster_text_fold (name);
  gboolean row;

  *found = NULL;
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account_id);
  muster_statement_bind_text (statement, 2, key);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *found = read_list (statement, error);
  return !row || *found != NULL;
}

MusterSavedList *
muster_saved_list_table_load (MusterDatabase *database, gint64 account_id, const char *name, GError **error)
{
  MusterSavedList *list;

  if (find (database, account_id, name, &list, error) && list == NULL)
    set_not_found (database, account_id, name, error);
  return list;
}

gboolean
muster_saved_list_table_has (MusterDatabase *database, gint64 account_id, const char *name, gboolean *has, GError **error)
{
  g_autoptr (MusterSavedList) list = NULL;
  gboolean done = find (database, account_id, name, &list, error);

  *has = list != NULL;
  return done;
}

gboolean
muster_saved_list_table_save (MusterDatabase *database, gint64 account_id, const char *name, const char *filter, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, save_sql, error);
  g_autofree char *key = muster_text_fold (name);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account_id);
  muster_statement_bind_text (statement, 2, name);
  muster_statement_bind_text (statement, 3, key);
  muster_statement_bind_text (statement, 4, filter);
  muster_statement_bind_int (statement, 5, recorded);
  return muster_statement_run (statement, error);
}

gboolean
muster_saved_list_table_remove (MusterDatabase *database, gint64 account_id, const char *name, gint64 recorded, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, remove_sql, error);
  g_autofree char *key = muster_text_fold (name);

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, account_id);
  muster_statement_bind_text (statement, 2, key);
  muster_statement_bind_int (statement, 3, recorded);
  return muster_statement_run (statement, error);
}
