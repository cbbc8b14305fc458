/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static gboolean
can_decide (const MusterAccount *account)
{
  return account != NULL && account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled;
}

/* As muster-case-sight-query.c has it. */
static void
note_let_in (MusterVerifier *self, const MusterAccount *after, const char *operation, gint64 by, gint64 entry)
{
  const MusterLetIn deed = { after->id, by, entry };

  if (by != after->id && !after->disabled && (g_strcmp0 (operation, "add-account") == 0 || g_strcmp0 (operation, "change-account") == 0))
    g_array_append_val (self->let_ins, deed);
}

static void
note_deed (MusterVerifier *self, const MusterAccount *after, const char *operation, gint64 by, gint64 time)
{
  MusterAccountDeed deed = { .by = by, .time = time, .account = after->id };

  if (muster_account_deed_find (operation, g_hash_table_lookup (self->accounts, &after->id), after, &deed.kind))
    g_array_append_val (self->deeds, deed);
}

void
muster_verify_accounts_apply (MusterVerifier *self, gint64 id, const MusterRowView *after, const char *operation, gint64 by, gint64 time, gint64 entry)
{
  MusterAccount *account = muster_account_new ();
  const MusterCell *key = muster_row_view_get (after, "public_key");
  g_autofree char *role = muster_row_view_dup_text (after, "role");

  account->id = id;
  account->name = muster_row_view_dup_text (after, "name");
  account->full_name = muster_row_view_dup_text (after, "full_name");
  account->public_key = g_bytes_new (key->bytes, key->size);
  /* A role that is none may do nothing. */
  account->disabled = !muster_role_from_code (role != NULL ? role : "", &account->role, NULL) || muster_row_view_get_int (after, "disabled") != 0;
  account->person_said = muster_row_view_get (after, "person")->type == MUSTER_CELL_INTEGER;
  account->person_id = muster_row_view_get_int (after, "person");
  note_deed (self, account, operation, by, time);
  note_let_in (self, account, operation, by, entry);
  if (can_decide (g_hash_table_lookup (self->accounts, &id)) && !can_decide (account))
    g_hash_table_replace (self->left, dup_id (id), dup_id (time));
  g_hash_table_replace (self->accounts, dup_id (id), account);
}

void
muster_verify_accounts_find_others (MusterVerifier *self, gint64 account, MusterOtherAdministrators *others)
{
  GHashTableIter iter;
  gpointer key, value;

  *others = (MusterOtherAdministrators) { 0 };
  g_hash_table_iter_init (&iter, self->accounts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    others->n += *(const gint64 *) key != account && can_decide (value);
  g_hash_table_iter_init (&iter, self->left);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (*(const gint64 *) key != account)
      others->last_left = MAX (others->last_left, *(const gint64 *) value);
}

char *
muster_verify_accounts_dup_ties (MusterVerifier *self, gint64 decider, gint64 proposer, gint64 proposed_at)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &decider);
  g_autoptr (GPtrArray) accounts = g_hash_table_get_values_as_ptr_array (self->accounts);

  if (account == NULL)
    return NULL;
  return muster_decider_dup_ties_text (muster_decider_find_ties (accounts, self->deeds, decider, proposer, proposed_at), account->name);
}

char *
muster_verify_accounts_dup_tie_to (MusterVerifier *self, MusterTieTo to, gint64 second, gint64 first, gint64 at)
{
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &second);
  g_autoptr (GPtrArray) accounts = g_hash_table_get_values_as_ptr_array (self->accounts);

  return account != NULL ? muster_decider_dup_tie_to_text (to, muster_decider_find_ties (accounts, self->deeds, second, first, at), account->name) : NULL;
}

gboolean
muster_verify_accounts_load (MusterVerifier *self, gint64 before_entry, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  int number = muster_table_get_number (MUSTER_TABLE_ACCOUNT);
  MusterRowView view;
  gboolean row;

  g_hash_table_remove_all (self->accounts);
  g_hash_table_remove_all (self->left);
  g_array_set_size (self->deeds, 0);
  g_array_set_size (self->let_ins, 0);
  statement = muster_database_prepare (self->database, "SELECT c.row_id, c.after, e.time, e.operation, e.account_id, c.entry FROM journal_change c JOIN journal_entry e ON e.sequence = c.entry WHERE c.table_number = ? AND c.entry < ? ORDER BY c.id", error);
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
      muster_verify_accounts_apply (self, muster_statement_get_int (statement, 0), &view, muster_statement_get_text (statement, 3), muster_statement_get_int (statement, 4),
                                    muster_statement_get_int (statement, 2), muster_statement_get_int (statement, 5));
    }
}
