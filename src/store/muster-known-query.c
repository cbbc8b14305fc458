/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-known-query.h"

#include "store/muster-roster-facts-private.h"
#include "store/muster-row-view.h"

/* The parameter of the moment at which the day was over. */
#define UNTIL 9

#define N_TABLES 64

/* To what a row belongs is said when it is added and stays: by that rows are found, with the indexes there are. */
static const struct
{
  MusterTable table;
  const char *column;
} owners[] = {
  { MUSTER_TABLE_ACTION_CLAUSE, "action_id" },
  { MUSTER_TABLE_CERTIFICATION, "assister_id" },
  { MUSTER_TABLE_CERTIFICATION, "reason" }, /* which not everybody may see */
  { MUSTER_TABLE_DECISION_ACTION, "decision_id" },
  { MUSTER_TABLE_INCIDENT_CLAUSE, "incident_id" },
  { MUSTER_TABLE_INCIDENT_REPORT, "incident_id" },
  { MUSTER_TABLE_INCIDENT_PERSON, "assister_id" },
  { MUSTER_TABLE_INCIDENT_PERSON, "incident_id" },
  { MUSTER_TABLE_LETTER, "about_id" },
  { MUSTER_TABLE_LETTER, "assister_id" },
  { MUSTER_TABLE_LETTER_SERVICE, "letter_id" },
  { MUSTER_TABLE_REVIEW, "decision_id" },
};

/* SQL: muster_row_cell (row, index): what stood in one column of a row of the journal. */
static void
row_cell_cb (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const guint8 *bytes = sqlite3_value_blob (values[0]);
  gsize size = sqlite3_value_bytes (values[0]);
  MusterCell cell = { MUSTER_CELL_NULL, 0, NULL, 0 };

  /* Columns that came later are not in it, and were empty. */
  for (int i = sqlite3_value_int (values[1]); i >= 0; i--)
    if (!muster_row_next (&bytes, &size, &cell))
      {
        cell.type = MUSTER_CELL_NULL;
        break;
      }
  switch (cell.type)
    {
    case MUSTER_CELL_INTEGER:
      sqlite3_result_int64 (context, cell.integer);
      break;
    case MUSTER_CELL_TEXT:
      sqlite3_result_text64 (context, (const char *) cell.bytes, cell.size, SQLITE_TRANSIENT, SQLITE_UTF8);
      break;
    case MUSTER_CELL_BLOB:
      sqlite3_result_blob64 (context, cell.bytes, cell.size, SQLITE_TRANSIENT);
      break;
    case MUSTER_CELL_NULL:
    default:
      sqlite3_result_null (context);
    }
}

gboolean
muster_known_query_attach (MusterDatabase *database, GError **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

  return sqlite3_create_function_v2 (muster_database_get_handle (database), "muster_row_cell", 2, flags, NULL, row_cell_cb, NULL, NULL, NULL) == SQLITE_OK ||
         muster_database_fail (database, "functions", error);
}

static gboolean
is_owner (MusterTable table, const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owners[i].table == table && g_str_equal (owners[i].column, column))
      return TRUE;
  return FALSE;
}

/* Where what may be seen of the table stands: whoever is kept out of a case has a view before it. */
static gboolean
find_schema (MusterDatabase *database, const char *name, const char **schema, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT 1 FROM temp.sqlite_schema WHERE name = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  muster_statement_bind_text (statement, 1, name);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  *schema = row ? "temp" : "main";
  return TRUE;
}

static void
append_columns (GString *sql, MusterTable table, const MusterTableShape *shape)
{
  for (guint i = 0; i < shape->n_columns; i++)
    if (is_owner (table, shape->columns[i]))
      g_string_append_printf (sql, ", r.%1$s AS %1$s", shape->columns[i]);
    else
      g_string_append_printf (sql, ", CASE WHEN c.before IS NULL THEN r.%1$s ELSE muster_row_cell (c.before, %2$u) END AS %1$s", shape->columns[i], i);
}

/* Each row as the first change that came later found it. What was destroyed under the retention schedule is not known any more: then it is as it is now. */
static gboolean
append_table (GString *sql, MusterDatabase *database, MusterTable table, GError **error)
{
  const char *name = muster_table_get_name (table), *schema;
  MusterTableShape shape;

  if (!muster_table_shape_load (database, name, &shape, error))
    return FALSE;
  if (!find_schema (database, name, &schema, error))
    {
      muster_table_shape_clear (&shape);
      return FALSE;
    }
  g_string_append_printf (sql, "%s%s AS NOT MATERIALIZED (SELECT r.id AS id", sql->len > 0 ? ", " : "WITH ", name);
  append_columns (sql, table, &shape);
  g_string_append_printf (sql,
                          " FROM %s.%s r LEFT JOIN main.journal_change c ON c.id ="
                          " (SELECT min (x.id) FROM main.journal_change x JOIN main.journal_entry e ON e.sequence = x.entry WHERE x.table_number = %d AND x.row_id = r.id AND e.time >= ?%d)"
                          " WHERE c.id IS NULL OR c.before IS NOT NULL OR c.digest IS NOT NULL)",
                          schema, name, muster_table_get_number (table), UNTIL);
  muster_table_shape_clear (&shape);
  return TRUE;
}

MusterStatement *
muster_known_query_prepare (MusterDatabase *database, const char *sql, MusterTable tables, const GDate *known_on, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MusterStatement *statement;

  if (known_on == NULL || !g_date_valid (known_on))
    return muster_database_prepare (database, sql, error);
  for (guint number = 0; number < N_TABLES; number++)
    if ((tables & MUSTER_TABLE_NUMBERED (number)) != 0 && !append_table (text, database, MUSTER_TABLE_NUMBERED (number), error))
      return NULL;
  g_string_append_printf (text, " %s", sql);
  statement = muster_database_prepare (database, text->str, error);
  if (statement != NULL)
    muster_statement_bind_int (statement, UNTIL, muster_roster_find_end_of_day (known_on));
  return statement;
}
