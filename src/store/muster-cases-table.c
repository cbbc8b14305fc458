/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-cases-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-assister.h"
#include "domain/muster-corrective-action.h"
#include "domain/muster-error.h"

char *
muster_cases_dup_next_number (MusterDatabase *database, const char *sql, const char *prefix, int year, GError **error)
{
  g_autofree char *first = g_strdup_printf ("%s-%04d-", prefix, year);
  g_autofree char *end = g_strdup_printf ("%s-%04d.", prefix, year); /* the full stop follows the hyphen */
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  muster_statement_bind_text (statement, 1, first);
  muster_statement_bind_text (statement, 2, end);
  if (!muster_statement_step (statement, &row, error))
    return NULL;
  return muster_case_number_format (prefix, year, (int) muster_statement_get_int (statement, 0) + 1);
}

void
muster_cases_read_moment (MusterStatement *statement, int column, MusterMoment *moment)
{
  muster_statement_get_date (statement, column, &moment->day);
  moment->minute = muster_statement_get_text (statement, column + 1) == NULL ? MUSTER_NO_MINUTE : (int) muster_statement_get_int (statement, column + 1);
}

gint64
muster_cases_find (MusterDatabase *database, const char *sql, const char *number, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  g_autofree char *upper = g_ascii_strup (number != NULL ? number : "", -1);
  gboolean row;

  if (statement == NULL)
    return 0;
  g_strstrip (upper);
  muster_statement_bind_text (statement, 1, upper);
  if (!muster_statement_step (statement, &row, error))
    return 0;
  if (row)
    return muster_statement_get_int (statement, 0);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no case “%s” in this register, or it is closed to your account. Check the number in the list of cases."), number != NULL ? number : "");
  return 0;
}

gboolean
muster_cases_match (const char *search, const char *number, const char *sort_key)
{
  g_autofree char *folded = muster_text_fold (search);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,", -1);
  g_autofree char *folded_number = muster_text_fold (number);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_number, words[i]) == NULL && (sort_key == NULL || strstr (sort_key, words[i]) == NULL))
      return FALSE;
  return TRUE;
}

GArray *
muster_cases_collect_ids (MusterStatement *statement, const char *search, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  while (TRUE)
    {
      gint64 id;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = muster_statement_get_int (statement, 0);
      if (muster_cases_match (search, muster_statement_get_text (statement, 1), muster_statement_get_text (statement, 2)))
        g_array_append_val (ids, id);
    }
}

gboolean
muster_cases_load_texts (MusterDatabase *database, const char *sql, gint64 id, GPtrArray *texts, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, id);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (texts, muster_statement_dup_text (statement, 0));
    }
}

gboolean
muster_cases_save_texts (MusterDatabase *database, const char *sql, gint64 id, GPtrArray *texts, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      muster_statement_bind_int (statement, 1, id);
      muster_statement_bind_text (statement, 2, texts->pdata[i]);
      if (!muster_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}
