/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-store-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "store/muster-account-table.h"
#include "store/muster-journal-format.h"
#include "store/muster-keyring.h"
#include "store/muster-keys.h"
#include "store/muster-register-private.h"
#include "store/muster-search-index.h"
#include "store/muster-sign-in-attempts.h"
#include "store/muster-verify-private.h"
#include "store/muster-waiting-entries.h"

#define SIGN_IN_PATIENCE 500 /* ms */

static gboolean
perform_failed_sign_ins (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterSignInAttempts *attempts = input;
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_utc_usec (attempts->first);
  g_autoptr (GDateTime) last = g_date_time_new_from_unix_utc_usec (attempts->last);
  g_autofree char *count = g_strdup_printf ("%u", attempts->count);
  g_autofree char *first_text = first != NULL ? g_date_time_format_iso8601 (first) : NULL;
  g_autofree char *last_text = last != NULL ? g_date_time_format_iso8601 (last) : NULL;

  muster_work_add_detail (work, "attempts", count);
  muster_work_add_detail (work, "accounts", attempts->accounts != NULL ? attempts->accounts : "");
  muster_work_add_detail (work, "first", first_text != NULL ? first_text : "");
  muster_work_add_detail (work, "last", last_text != NULL ? last_text : "");
  return TRUE;
}

typedef struct
{
  const char *waited; /* (nullable) */
  gboolean lacks_checkpoint;
} SignIn;

static gboolean
perform_sign_in (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const SignIn *sign_in = input;
  g_autofree char *schema = g_strdup_printf ("%d", muster_database_get_newest_version ());

  muster_work_add_detail (work, "program", g_get_prgname () != NULL ? g_get_prgname () : "muster");
  muster_work_add_detail (work, MUSTER_SCHEMA_DETAIL, schema);
  if (sign_in->waited != NULL)
    muster_work_add_detail (work, "waited", sign_in->waited);
  if (sign_in->lacks_checkpoint)
    muster_work_add_detail (work, "checkpoint", MUSTER_SIGN_IN_WITHOUT_CHECKPOINT);
  return TRUE;
}

static const MusterOperation failed_sign_ins = { .name = "failed-sign-ins", .perform = perform_failed_sign_ins };
static const MusterOperation sign_in_operation = { .name = "sign-in", .perform = perform_sign_in };

static gboolean
load_computer_secret (MusterStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) keyring_error = NULL;

  if (!self->keyring)
    return TRUE;
  self->computer_secret = muster_keyring_lookup (self->register_id, MUSTER_KEYRING_COMPUTER_SECRET, cancellable, &keyring_error);
  if (keyring_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&keyring_error));
      return FALSE;
    }
  if (self->computer_secret != NULL)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_KEYRING,
               _("The keyring of this computer has no entry for the register “%s”. If it was made on another computer, set this one up with the recovery key."), self->register_name);
  return FALSE;
}

static gboolean
unlock (MusterStore *self, const char *account_name, MusterSecret *password, GError **error)
{
  g_autoptr (MusterKeys) keys = muster_keys_load (self->folder, error);
  g_autoptr (GError) sign_in_error = NULL;

  if (keys == NULL)
    return FALSE;
  if (muster_keys_open (keys, account_name, password, self->computer_secret, &self->register_key, &self->signing_seed, &sign_in_error))
    return TRUE;
  if (g_error_matches (sign_in_error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN))
    muster_sign_in_attempts_add (self->folder, account_name, muster_store_get_time ());
  g_propagate_error (error, g_steal_pointer (&sign_in_error));
  return FALSE;
}

static gboolean
load_register (MusterStore *self, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (self->writer, "SELECT uuid, agency, practice FROM register", error);
  gboolean row;

  if (statement == NULL || !muster_statement_step (statement, &row, error))
    return FALSE;
  if (!row || g_strcmp0 (muster_statement_get_text (statement, 0), self->register_id) != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("The parts of the register in “%s” do not belong together: its keys are those of another register. Restore the folder from a backup."), self->folder);
      return FALSE;
    }
  self->agency = muster_statement_dup_text (statement, 1);
  self->practice = muster_statement_get_int (statement, 2) != 0;
  return TRUE;
}

static gboolean
load_account (MusterStore *self, const char *account_name, GError **error)
{
  g_autoptr (GError) find_error = NULL;
  g_autoptr (GBytes) public_key = muster_journal_public_key (self->signing_seed);

  self->account = muster_account_table_find (self->writer, account_name, &find_error);
  if (self->account == NULL && !g_error_matches (find_error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&find_error));
      return FALSE;
    }
  if (self->account == NULL || !g_bytes_equal (self->account->public_key, public_key))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN, _("The account “%s” is not one of this register any more, or its key was replaced. Ask an administrator."), account_name);
      return FALSE;
    }
  if (self->account->disabled)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN, _("The account “%s” has been disabled. Ask an administrator."), account_name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
open_register (MusterStore *self, const char *account_name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = muster_store_dup_database_path (self->folder);

  self->writer = muster_database_open (path, self->register_key, MUSTER_DATABASE_WRITE, error);
  return self->writer != NULL &&
         muster_register_upgrade (self->writer, self->folder, self->register_key, error) &&
         load_register (self, error) &&
         load_account (self, account_name, error) &&
         muster_verify_newest (self, self->writer, cancellable, error);
}

/* A search that finds nobody is no reason to keep anybody out. */
static void
mend_search (MusterStore *self)
{
  g_autoptr (GError) problem = NULL;

  if (self->other_copy || self->damage != NULL || muster_search_index_mend (self->writer, &problem))
    return;
  /* Translators: a sentence */
  self->damage = g_strdup_printf (_("The search index is damaged, and cannot be made anew: %s"), problem->message);
}

gboolean
muster_store_record_sign_in (MusterStore *self, GError **error)
{
  g_auto (MusterSignInAttempts) attempts = { 0 };
  g_autofree char *waiting = muster_waiting_entries_load (self->folder, self->register_key);

  const SignIn sign_in = { waiting, self->lacks_checkpoint };

  if (!self->sign_in_waits || muster_store_is_other_copy (self))
    return TRUE;
  muster_sign_in_attempts_load (self->folder, &attempts);
  if (attempts.count > 0)
    {
      if (!muster_runner_run (self, &failed_sign_ins, &attempts, NULL, NULL, error))
        return FALSE;
      muster_sign_in_attempts_forget (self->folder);
    }
  if (!muster_runner_run (self, &sign_in_operation, &sign_in, NULL, NULL, error))
    return FALSE;
  if (waiting != NULL)
    muster_waiting_entries_forget (self->folder);
  self->sign_in_waits = FALSE;
  return TRUE;
}

/* Whoever only reads does not wait for somebody who writes: then the entry does. */
static gboolean
record_sign_in (MusterStore *self, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean recorded;

  self->sign_in_waits = TRUE;
  muster_database_set_patience (self->writer, SIGN_IN_PATIENCE);
  recorded = muster_store_record_sign_in (self, &problem);
  muster_database_set_patience (self->writer, MUSTER_DATABASE_PATIENCE);
  if (recorded || g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static void
take_info (MusterStore *self, const MusterRegisterInfo *info)
{
  self->folder = g_strdup (info->folder);
  self->register_id = g_strdup (info->id);
  self->register_name = g_strdup (info->name);
  self->keyring = info->keyring;
  self->without_keyring = info->keyring && muster_keyring_holds (info->id);
}

MusterStore *
muster_store_sign_in (const char *folder, const char *account_name, MusterSecret *password, GMainContext *context, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRegisterInfo) info = muster_register_look (folder, error);
  g_autoptr (MusterStore) self = NULL;

  if (info == NULL)
    return NULL;
  self = g_object_new (MUSTER_TYPE_STORE, NULL);
  self->context = g_main_context_ref (context);
  take_info (self, info);
  if (!load_computer_secret (self, cancellable, error) ||
      !unlock (self, account_name, password, error) ||
      !open_register (self, account_name, cancellable, error))
    return NULL;
  mend_search (self);
  if (!record_sign_in (self, error))
    return NULL;
  muster_store_start (self);
  return g_steal_pointer (&self);
}
