/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-account-table.h"

#include "store/muster-row-view.h"

static const char *const changes_sql =
  "SELECT c.before, c.after, e.time FROM journal_change c JOIN journal_entry e ON e.sequence = c.entry"
  " WHERE c.table_number = ?1 AND c.row_id <> ?2 AND c.before IS NOT NULL ORDER BY c.id";

/* Whether the account of a row of the journal could decide. */
static gboolean
could_decide (MusterStatement *statement, int column, const MusterTableShape *shape)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);
  g_autofree char *role = NULL;
  MusterRowView view;

  if (!muster_row_view_read (&view, shape, bytes, size))
    return FALSE;
  role = muster_row_view_dup_text (&view, "role");
  return g_strcmp0 (role, muster_role_to_code (MUSTER_ROLE_ADMINISTRATOR)) == 0 && muster_row_view_get_int (&view, "disabled") == 0;
}

static gboolean
find_last_left (MusterStatement *statement, const MusterTableShape *shape, gint64 *last_left, GError **error)
{
  gboolean row;

  *last_left = 0;
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (could_decide (statement, 0, shape) && !could_decide (statement, 1, shape))
        *last_left = MAX (*last_left, muster_statement_get_int (statement, 2));
    }
}

gboolean
muster_account_table_find_others (MusterDatabase *database, gint64 account_id, MusterOtherAdministrators *others, GError **error)
{
  int n = muster_account_table_count_administrators (database, account_id, error);
  g_autoptr (MusterStatement) statement = n >= 0 ? muster_database_prepare (database, changes_sql, error) : NULL;
  MusterTableShape shape;
  gboolean found;

  if (statement == NULL || !muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_ACCOUNT), &shape, error))
    return FALSE;
  muster_statement_bind_int (statement, 1, g_bit_nth_lsf (MUSTER_TABLE_ACCOUNT, -1));
  muster_statement_bind_int (statement, 2, account_id);
  found = find_last_left (statement, &shape, &others->last_left, error);
  muster_table_shape_clear (&shape);
  others->n = n;
  return found;
}
