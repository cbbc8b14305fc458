/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-table-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

gboolean
muster_table_blame (const char *table, gint64 id, GError **error)
{
  if (error != NULL && *error != NULL)
    {
      g_autofree char *row = g_strdup_printf ("%s %" G_GINT64_FORMAT, table, id);

      (*error)->code = MUSTER_ERROR_DAMAGED;
      /* Translators: the name of a table in the register with a row number; a sentence that says what is wrong follows. */
      g_prefix_error (error, _("The register is damaged at “%s”: "), row);
    }
  return FALSE;
}

GPtrArray *
muster_table_collect (MusterStatement *statement, MusterTableRead read, GDestroyNotify free_record, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  gboolean row;

  while (TRUE)
    {
      gpointer record;

      if (!muster_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      record = read (statement, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
}

GArray *
muster_table_collect_ids (MusterStatement *statement, GError **error)
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
      g_array_append_val (ids, id);
    }
}

static char *
dup_insert (const char *table, const char *columns, guint n_columns, guint n_rows)
{
  GString *sql = g_string_new ("INSERT INTO ");

  g_string_append_printf (sql, "%s (%s) VALUES ", table, columns);
  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (sql, row > 0 ? ", (" : "(");
      for (guint i = 0; i < n_columns; i++)
        g_string_append (sql, i > 0 ? ", ?" : "?");
      g_string_append_c (sql, ')');
    }
  return g_string_free_and_steal (sql);
}

gboolean
muster_table_insert_many (MusterDatabase *database, const char *table, const char *columns, guint n_columns, GPtrArray *rows, MusterTableBind bind, GError **error)
{
  g_autofree char *one_sql = dup_insert (table, columns, n_columns, 1);
  g_autofree char *many_sql = rows->len >= MUSTER_TABLE_ROWS_AT_ONCE ? dup_insert (table, columns, n_columns, MUSTER_TABLE_ROWS_AT_ONCE) : NULL;

  for (guint first = 0; first < rows->len;)
    {
      guint n = rows->len - first >= MUSTER_TABLE_ROWS_AT_ONCE ? MUSTER_TABLE_ROWS_AT_ONCE : 1;
      g_autoptr (MusterStatement) statement = muster_database_prepare (database, n == 1 ? one_sql : many_sql, error);

      if (statement == NULL)
        return FALSE;
      for (guint i = 0; i < n; i++)
        bind (statement, 1 + i * n_columns, rows->pdata[first + i]);
      if (!muster_statement_run (statement, error))
        return FALSE;
      first += n;
    }
  return TRUE;
}
