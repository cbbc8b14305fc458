/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "domain/muster-change-rule-row.h"
#include "domain/muster-error.h"

#define PROGRESS_STEP 256 /* entries */
#define CLOCK_TOLERANCE G_TIME_SPAN_MINUTE /* clocks are corrected by a little all the time */

/* The entry that is being looked at; bytes borrowed from its statement. */
typedef struct
{
  MusterEntryBytes bytes;
  const guint8 *hash;
  const guint8 *signature;
  gsize signature_size;
} Entry;

static gboolean
wrong (GError **error, const char *what)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, what);
  return FALSE;
}

static const guint8 *
get_hash (MusterStatement *statement, int column)
{
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);

  return size == MUSTER_HASH_SIZE ? bytes : NULL;
}

static void
read_entry (MusterStatement *statement, Entry *entry)
{
  entry->bytes.sequence = muster_statement_get_int (statement, 0);
  entry->bytes.head.time = muster_statement_get_int (statement, 1);
  entry->bytes.head.account_id = muster_statement_get_int (statement, 2);
  entry->bytes.head.role = muster_statement_get_text (statement, 3);
  entry->bytes.head.operation = muster_statement_get_text (statement, 4);
  entry->bytes.head.subject = muster_statement_get_text (statement, 5);
  entry->bytes.head.reason = muster_statement_get_text (statement, 6);
  entry->bytes.head.detail = muster_statement_get_text (statement, 7);
  entry->bytes.n_changes = muster_statement_get_int (statement, 8);
  entry->bytes.changes_digest = get_hash (statement, 9);
  entry->bytes.previous = get_hash (statement, 10);
  entry->hash = get_hash (statement, 11);
  entry->signature = muster_statement_get_blob (statement, 12, &entry->signature_size);
}

static gboolean
check_chain (const Entry *entry, gint64 sequence, const guint8 *previous, GError **error)
{
  guint8 hash[MUSTER_HASH_SIZE];

  if (entry->bytes.sequence != sequence)
    return wrong (error, _("An entry is missing before it."));
  if (entry->hash == NULL || entry->bytes.previous == NULL || entry->bytes.changes_digest == NULL)
    return wrong (error, _("It is not whole."));
  if (previous != NULL && memcmp (previous, entry->bytes.previous, MUSTER_HASH_SIZE) != 0)
    return wrong (error, _("It does not follow from the entry before it."));
  muster_journal_hash_entry (&entry->bytes, hash);
  if (memcmp (hash, entry->hash, MUSTER_HASH_SIZE) != 0)
    return wrong (error, _("What it says was changed after it was written."));
  return TRUE;
}

static gboolean
check_signer (MusterVerifier *self, const Entry *entry, GError **error)
{
  const MusterJournalHead *head = &entry->bytes.head;
  const MusterAccount *account = g_hash_table_lookup (self->accounts, &head->account_id);
  const MusterOperationRule *rule = muster_operation_rule_find (head->operation);

  if (account == NULL)
    return wrong (error, _("It is signed by an account that there was not."));
  if (rule == NULL)
    return wrong (error, _("Its operation is not known."));
  if (!muster_journal_check_signature (entry->hash, entry->signature, entry->signature_size, account->public_key))
    return wrong (error, _("Its signature is not that of the account it names."));
  if (account->disabled)
    return wrong (error, _("Its account was disabled at the time."));
  if (g_strcmp0 (head->role, muster_role_to_code (account->role)) != 0)
    return wrong (error, _("Its account did not have that role at the time."));
  if (!muster_role_may (account->role, rule->permission))
    return wrong (error, _("Its account’s role did not allow that operation."));
  return TRUE;
}

/* Content that was destroyed under the retention schedule would leave its digest behind. */
static gboolean
is_disposed (const MusterChangeBytes *change, const guint8 *kept_digest)
{
  return change->before == NULL && change->after == NULL && change->salt == NULL && kept_digest != NULL;
}

static gboolean
check_change (MusterVerifier *self, MusterEntryCheck *check, const MusterOperationRule *rule, MusterChangeBytes *change, const guint8 *kept_digest, guint8 *digest, GError **error)
{
  MusterTable table;

  if (change->table_number < 0 || change->table_number >= MUSTER_N_TABLES || (rule->tables & MUSTER_TABLE_NUMBERED (change->table_number)) == 0)
    return wrong (error, _("It changed a table that its operation cannot touch."));
  table = MUSTER_TABLE_NUMBERED (change->table_number);
  if (is_disposed (change, kept_digest) && muster_change_rule_get_disposal (table) == NULL)
    return wrong (error, _("What it changed was destroyed, and no entry says that it may be."));
  if (is_disposed (change, kept_digest))
    {
      memcpy (digest, kept_digest, MUSTER_HASH_SIZE);
      return TRUE;
    }
  if (change->salt == NULL || change->after == NULL)
    return wrong (error, _("A change in it is not whole."));
  muster_journal_digest_change (change, digest);
  return muster_verify_change (self, check, change, error);
}

static gboolean
step_change (MusterVerifier *self, MusterEntryCheck *check, const MusterOperationRule *rule, MusterStatement *statement, guint8 *digest, GError **error)
{
  MusterChangeBytes change = { 0 };
  gsize salt_size;

  change.table_number = muster_statement_get_int (statement, 0);
  change.row_id = muster_statement_get_int (statement, 1);
  change.before = muster_statement_get_blob (statement, 2, &change.before_size);
  change.after = muster_statement_get_blob (statement, 3, &change.after_size);
  change.salt = muster_statement_get_blob (statement, 4, &salt_size);
  if (salt_size != MUSTER_SALT_SIZE)
    change.salt = NULL;
  return check_change (self, check, rule, &change, get_hash (statement, 5), digest, error);
}

/* Whether the changes of @entry are those that it covers, and could be. */
static gboolean
check_changes (MusterVerifier *self, MusterEntryCheck *check, const Entry *entry, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find (entry->bytes.head.operation);
  g_autoptr (MusterStatement) statement = NULL;
  crypto_generichash_state state;
  guint8 digest[MUSTER_HASH_SIZE];
  gint64 n = 0;
  gboolean row;

  statement = muster_database_prepare (self->database, "SELECT table_number, row_id, before, after, salt, digest FROM journal_change WHERE entry = ? ORDER BY id", error);
  if (statement == NULL || rule == NULL)
    return statement == NULL ? FALSE : wrong (error, _("Its operation is not known."));
  muster_statement_bind_int (statement, 1, entry->bytes.sequence);
  crypto_generichash_init (&state, NULL, 0, MUSTER_HASH_SIZE);
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      if (!step_change (self, check, rule, statement, digest, error))
        return FALSE;
      crypto_generichash_update (&state, digest, sizeof digest);
      n++;
    }
  crypto_generichash_final (&state, digest, sizeof digest);
  if (n != entry->bytes.n_changes || memcmp (digest, entry->bytes.changes_digest, MUSTER_HASH_SIZE) != 0)
    return wrong (error, _("The changes it covers are not those that were made with it."));
  return muster_verify_entry_whole (self, check, error);
}

static gboolean
check_entry (MusterVerifier *self, const Entry *entry, gint64 sequence, const guint8 *previous, GError **error)
{
  gboolean makes_register = g_strcmp0 (entry->bytes.head.operation, "create-register") == 0;
  g_auto (MusterEntryCheck) check = { 0 };

  muster_entry_check_init (&check, sequence, &entry->bytes.head);
  if (!check_chain (entry, sequence, previous, error))
    return FALSE;
  if (sequence != 1 && makes_register)
    return wrong (error, _("It makes the register a second time."));
  /* The first entry brings the account that signs it. */
  if (sequence != 1 && !check_signer (self, entry, error))
    return FALSE;
  if (self->n_changes_left >= 0)
    {
      if (entry->bytes.n_changes > self->n_changes_left)
        return TRUE;
      self->n_changes_left -= entry->bytes.n_changes;
    }
  if (!check_changes (self, &check, entry, error))
    return FALSE;
  if (sequence != 1)
    return TRUE;
  if (!makes_register)
    return wrong (error, _("A journal begins with the making of its register."));
  return check_signer (self, entry, error);
}

/* Order never depends on the clock, but whoever sets it back should be seen to have done so. */
static void
remark_on_time (MusterVerifier *self, const Entry *entry, gint64 time_before)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (entry->bytes.head.time);
  g_autoptr (GDateTime) before = g_date_time_new_from_unix_utc_usec (time_before);
  g_autofree char *text = NULL, *text_before = NULL;

  if (time_before - entry->bytes.head.time < CLOCK_TOLERANCE)
    return;
  text = moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("?");
  text_before = before != NULL ? g_date_time_format_iso8601 (before) : g_strdup ("?");
  muster_verifier_remark (self, g_strdup_printf (_("The clock was set back before entry %" PRId64 ": it says %s, and the entry before it %s."), entry->bytes.sequence, text, text_before));
}

/* On another computer that was set up with the recovery key it is so once; else somebody took it out of the keyring. */
static void
remark_on_checkpoint (MusterVerifier *self, const Entry *entry)
{
  if (strcmp (entry->bytes.head.operation, "sign-in") == 0 && entry->bytes.head.detail != NULL && strstr (entry->bytes.head.detail, "checkpoint=" MUSTER_SIGN_IN_WITHOUT_CHECKPOINT) != NULL)
    muster_verifier_remark (self, g_strdup_printf (_("At the sign-in of entry %" PRId64 " the computer’s keyring knew no checkpoint of this register: a new computer, or one that forgot. Compare what is older with a checkpoint on paper."), entry->bytes.sequence));
}

static void
report (MusterVerifier *self, gint64 sequence)
{
  if (self->progress != NULL && sequence % PROGRESS_STEP == 0)
    self->progress (sequence, self->newest, self->progress_data);
}

/* What is wrong with an entry is a finding; that something could not be read is an error, unless the database itself says it is damaged. */
static gboolean
sort_out (MusterVerifier *self, gint64 sequence, GError *found, GError **error)
{
  g_autoptr (GError) owned = found;

  if (!g_error_matches (found, MUSTER_ERROR, MUSTER_ERROR_DAMAGED) && !g_error_matches (found, MUSTER_ERROR, MUSTER_ERROR_RULE))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  return muster_verifier_blame (self, sequence, found->message);
}

gboolean
muster_verify_entries (MusterVerifier *self, gint64 first, const guint8 *previous, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  guint8 last[MUSTER_HASH_SIZE] = { 0 };
  gint64 sequence = first, time_before = 0;

  if (previous != NULL)
    memcpy (last, previous, sizeof last);
  statement = muster_database_prepare (self->database,
                                       "SELECT sequence, time, account_id, role, operation, subject, reason, detail, changes, changes_digest, previous, hash, signature "
                                       "FROM journal_entry WHERE sequence >= ? ORDER BY sequence",
                                       error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, first);
  for (;; sequence++)
    {
      GError *found = NULL;
      gboolean row;
      Entry entry;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!muster_statement_step (statement, &row, &found))
        return sort_out (self, sequence, found, error);
      if (!row)
        return TRUE;
      read_entry (statement, &entry);
      if (!check_entry (self, &entry, sequence, previous != NULL || sequence > first ? last : NULL, &found))
        return sort_out (self, sequence, found, error);
      memcpy (last, entry.hash, sizeof last);
      if (sequence > first)
        remark_on_time (self, &entry, time_before);
      remark_on_checkpoint (self, &entry);
      muster_verify_note_schema (self, entry.bytes.head.operation, entry.bytes.head.detail);
      time_before = entry.bytes.head.time;
      report (self, sequence);
    }
}

gboolean
muster_verify_strays (MusterVerifier *self, GError **error)
{
  g_autoptr (MusterStatement) statement = NULL;
  gboolean row;

  statement = muster_database_prepare (self->database,
                                       "SELECT 1 FROM journal_change WHERE entry < 1 UNION ALL SELECT 1 FROM journal_change WHERE entry > ?1 "
                                       "UNION ALL SELECT 1 FROM journal_entry WHERE sequence < 1 UNION ALL SELECT 1 FROM journal_entry WHERE sequence > ?1 LIMIT 1",
                                       error);
  if (statement == NULL)
    return FALSE;
  muster_statement_bind_int (statement, 1, self->newest);
  if (!muster_statement_step (statement, &row, error))
    return FALSE;
  return row ? muster_verifier_blame (self, 0, _("The journal holds what belongs to none of its entries.")) : TRUE;
}
