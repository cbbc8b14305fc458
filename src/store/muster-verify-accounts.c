/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

void
muster_verify_accounts_apply (MusterVerifier *self, gint64 id, const MusterRowView *after)
{
  MusterAccount *account = muster_account_new ();
  const MusterCell *key = muster_row_view_get (after, "public_key");
  g_autofree char *role = muster_row_view_dup_text (after, "role");

  account->id = id;
  account->name = muster_row_view_dup_text (after, "name");
  account->public_key = g_bytes_new (key->bytes, key->size);
  /* A role that is none may do nothing. */
  account->disabled = !muster_role_from_code (role != NULL ? role : "", &account->role, NULL) || muster_row_view_get_int (after, "disabled") != 0;
  g_hash_table_replace (self->accounts, dup_id (id), account);
}

gboolean
muster_verify_accounts_load (MusterVerifier *self, gint64 before_entry, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  int number = g_bit_nth_lsf (MUSTER_TABLE_ACCOUNT, -1);
  MusterRowView view;
  gboolean row;

  g_hash_table_remove_all (self->accounts);
  statement = muster_database_prepare (self->database, "SELECT row_id, after FROM journal_change WHERE table_number = ? AND entry < ? ORDER BY id", error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, number);
  muster_statement_bind_int (statement, 2, before_entry);
  while (TRUE)
    {
      const guint8 *bytes;
      gsize size;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      bytes = muster_statement_get_blob (statement, 1, &size);
      muster_row_view_read (&view, &self->shapes[number], bytes, size);
      muster_verify_accounts_apply (self, muster_statement_get_int (statement, 0), &view);
    }
}
