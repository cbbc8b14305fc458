/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

static gboolean
check_table (MusterVerifier *self, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check (%s)", table);
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->database, sql, error);
  g_autofree char *what = NULL;
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (row && g_strcmp0 (muster_statement_get_text (statement, 0), "ok") == 0)
    return TRUE;
  what = g_strdup_printf (_("The indexes of the table “%s” do not lead to all of its rows: some would not be seen. Restore the register from a backup."), table);
  return muster_verifier_blame (self, 0, what);
}

gboolean
muster_verify_indexes (MusterVerifier *self, GError **error)
{
  static const char *const journal[] = { "journal_entry", "journal_change" };

  for (guint i = 0; i < G_N_ELEMENTS (journal); i++)
    if (!check_table (self, journal[i], error))
      return FALSE;
  for (int number = 0; number < MUSTER_N_TABLES && self->bad_entry == 0; number++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !check_table (self, muster_table_get_name (MUSTER_TABLE_NUMBERED (number)), error))
      return FALSE;
  return TRUE;
}
