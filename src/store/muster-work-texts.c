/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-work-texts.h"

#include "domain/muster-text-limit.h"
#include "store/muster-database-private.h"
#include "store/muster-row-view.h"

static const char *const changes_sql = "SELECT table_number, before, after FROM main.journal_change WHERE entry = ?1";

/* What stood there before may be as long as it is. */
static gboolean
check_row (MusterTable table, const MusterTableShape *shape, MusterStatement *statement, GError **error)
{
  MusterRowView before, after;
  gsize before_size, after_size;
  const guint8 *before_bytes = muster_statement_get_blob (statement, 1, &before_size), *after_bytes = muster_statement_get_blob (statement, 2, &after_size);

  if (!muster_row_view_read (&before, shape, before_bytes, before_size) || !muster_row_view_read (&after, shape, after_bytes, after_size))
    return TRUE;
  for (guint i = 0; i < shape->n_columns; i++)
    if (after.cells[i].type == MUSTER_CELL_TEXT && (before_bytes == NULL || !muster_cell_equal (&before.cells[i], &after.cells[i])) &&
        !muster_text_limit_check ((const char *) after.cells[i].bytes, after.cells[i].size, muster_text_limit_get (table, shape->columns[i]), error))
      return FALSE;
  return TRUE;
}

static gboolean
check_change (MusterDatabase *database, MusterStatement *statement, GError **error)
{
  MusterTable table = MUSTER_TABLE_NUMBERED (muster_statement_get_int (statement, 0));
  MusterTableShape shape;
  gboolean good;

  if ((table & MUSTER_TEXT_LIMITED_TABLES) == 0)
    return TRUE;
  if (!muster_table_shape_load (database, muster_table_get_name (table), &shape, error))
    return FALSE;
  good = check_row (table, &shape, statement, error);
  muster_table_shape_clear (&shape);
  return good;
}

gboolean
muster_work_texts_check (MusterDatabase *database, const MusterOperationRule *rule, gint64 sequence, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  if ((rule->tables & MUSTER_TEXT_LIMITED_TABLES) == 0)
    return TRUE;
  statement = muster_database_prepare (database, changes_sql, error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, sequence);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!check_change (database, statement, error))
        return FALSE;
    }
}
