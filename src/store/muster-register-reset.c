/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-account.h"
#include "domain/muster-change-rule.h"
#include "domain/muster-error.h"
#include "store/muster-account-table.h"
#include "store/muster-journal-format.h"
#include "store/muster-keys-private.h"
#include "store/muster-store-private.h"

#define OPERATION "reset-administrator"

/* What the recovery key opens, and what becomes of it. */
typedef struct
{
  const char *folder;
  MusterKeys *keys_before;
  MusterKeys *keys;
  MusterSecret *computer_secret;
  MusterSecret *register_key;
  MusterSecret *recovery_seed;
  MusterSecret *new_seed;
  MusterDatabase *database;
  MusterAccount *recovery;
  MusterAccount *account;
} Reset;

static gboolean
open_keys (Reset *reset, MusterSecret *recovery_key, GError **error)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (reset->folder, error);

  if (info == NULL)
    return FALSE;
  reset->keys = muster_keys_load (reset->folder, error);
  return reset->keys != NULL && muster_keys_open_recovery (reset->keys, recovery_key, &reset->computer_secret, &reset->register_key, &reset->recovery_seed, error);
}

static gboolean
open_database (Reset *reset, GError **error)
{
  g_autofree char *path = g_build_filename (reset->folder, MUSTER_REGISTER_DATABASE, NULL);

  reset->database = muster_database_open (path, reset->register_key, MUSTER_DATABASE_WRITE, error);
  return reset->database != NULL && muster_register_upgrade (reset->database, reset->folder, reset->register_key, error);
}

/* Once nobody else can write to the register, and so to its keys. */
static gboolean
reload_keys (Reset *reset, GError **error)
{
  reset->keys_before = muster_keys_load (reset->folder, error);
  if (reset->keys_before == NULL)
    return FALSE;
  g_clear_pointer (&reset->keys, muster_keys_free);
  reset->keys = muster_keys_load (reset->folder, error);
  return reset->keys != NULL;
}

static gboolean
check_recovery (Reset *reset, GError **error)
{
  g_autoptr (GBytes) public_key = muster_journal_public_key (reset->recovery_seed);

  reset->recovery = muster_account_table_find (reset->database, MUSTER_RECOVERY_ACCOUNT, error);
  if (reset->recovery == NULL)
    return FALSE;
  if (reset->recovery->role == MUSTER_ROLE_RECOVERY && g_bytes_equal (reset->recovery->public_key, public_key))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("The keys and the register in “%s” do not belong together. Restore the folder from a backup."), reset->folder);
  return FALSE;
}

/* The rule that verification asks is asked before, so that nothing it would find is ever written. */
static gboolean
check_account (Reset *reset, const char *name, GError **error)
{
  MusterAccountRowChange change = { .key_changed = TRUE };

  reset->account = muster_account_table_find (reset->database, name, error);
  if (reset->account == NULL)
    return FALSE;
  if (reset->account->role != MUSTER_ROLE_ADMINISTRATOR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("“%s” is not an administrator, and the recovery key sets only an administrator’s password. Name an administrator."), name);
      return FALSE;
    }
  if (reset->account->disabled)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The account “%s” has been disabled, and the recovery key does not change that. Name another administrator."), name);
      return FALSE;
    }
  change.role_before = change.role_after = reset->account->role;
  change.disabled_before = change.disabled_after = reset->account->disabled;
  return muster_change_rule_check_account (OPERATION, &change, error);
}

static gboolean
write_entry (Reset *reset, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find (OPERATION);
  g_autoptr (GBytes) public_key = muster_journal_public_key (reset->new_seed);
  g_autofree char *detail = g_strdup_printf ("account=%s", reset->account->name);
  MusterJournalHead head = { .time = muster_store_get_time (), .role = muster_role_to_code (MUSTER_ROLE_RECOVERY), .operation = rule->name, .detail = detail };

  head.account_id = reset->recovery->id;
  return muster_journal_begin (reset->database, rule, error) &&
         muster_register_table_replace_key (reset->database, reset->account->id, public_key, error) &&
         muster_journal_finish (reset->database, &head, reset->recovery_seed, NULL, error);
}

/*
 * The two files cannot change in one step. keys.json is written while the database's transaction stands open: if that fails, nothing has
 * changed; if the commit fails, the earlier keys.json is put back; and if the computer stops just between the two, the new password opens a
 * key that the register does not know, which sign-in refuses, while everybody else and the recovery key itself work as before: doing the
 * reset again sets it right. The other order would leave an entry in the journal for a password that nobody got.
 */
static gboolean
write_both (Reset *reset, MusterSecret *password, GError **error)
{
  if (!write_entry (reset, error) ||
      !muster_keys_seal (reset->keys, reset->account->name, password, reset->computer_secret, reset->register_key, reset->new_seed, error) ||
      !muster_keys_save (reset->keys, reset->folder, error))
    return FALSE;
  if (muster_database_commit (reset->database, error))
    return TRUE;
  muster_keys_save (reset->keys_before, reset->folder, NULL);
  return FALSE;
}

static void
reset_end (Reset *reset)
{
  g_clear_pointer (&reset->database, muster_database_close);
  muster_account_free (reset->recovery);
  muster_account_free (reset->account);
  muster_keys_free (reset->keys_before);
  muster_keys_free (reset->keys);
  muster_secret_unref (reset->computer_secret);
  muster_secret_unref (reset->register_key);
  muster_secret_unref (reset->recovery_seed);
  muster_secret_unref (reset->new_seed);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reset, reset_end)

gboolean
muster_register_reset_password (const char *folder, MusterSecret *recovery_key, const char *account, MusterSecret *password, GCancellable *cancellable, GError **error)
{
  g_auto (Reset) reset = { .folder = folder };

  if (!open_keys (&reset, recovery_key, error) ||
      !muster_account_check_password ((const char *) muster_secret_get_bytes (password), account, muster_keys_is_practice (reset.keys), error) ||
      !open_database (&reset, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !muster_database_begin (reset.database, error))
    return FALSE;
  reset.new_seed = muster_secret_new_random (MUSTER_KEY_SIZE);
  if (reload_keys (&reset, error) && check_recovery (&reset, error) && check_account (&reset, account, error) && write_both (&reset, password, error))
    return TRUE;
  muster_database_rollback (reset.database);
  return FALSE;
}
