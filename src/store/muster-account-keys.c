/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-account-table.h"

#include "store/muster-journal-format.h"
#include "store/muster-work-private.h"

/* keys.json is no part of the transaction: what it was is kept, and put back if the operation fails later. */
static MusterKeys *
load_keys (MusterWork *work, GError **error)
{
  if (work->keys_before == NULL)
    work->keys_before = muster_keys_load (work->store->folder, error);
  return work->keys_before != NULL ? muster_keys_load (work->store->folder, error) : NULL;
}

static gboolean
seal (MusterWork *work, MusterKeys *keys, const char *name, MusterSecret *password, MusterSecret *signing_seed, GError **error)
{
  MusterStore *store = work->store;

  return muster_keys_seal (keys, name, password, store->computer_secret, store->register_key, signing_seed, error) &&
         muster_keys_save (keys, store->folder, error);
}

gboolean
muster_work_add_account (MusterWork *work, MusterAccount *account, MusterSecret *password, GError **error)
{
  g_autoptr (MusterSecret) signing_seed = muster_secret_new_random (32);
  g_autoptr (MusterKeys) keys = load_keys (work, error);

  if (keys == NULL)
    return FALSE;
  g_clear_pointer (&account->public_key, g_bytes_unref);
  account->public_key = muster_journal_public_key (signing_seed);
  return muster_account_table_save (work->database, account, error) &&
         seal (work, keys, account->name, password, signing_seed, error);
}

gboolean
muster_work_change_password (MusterWork *work, MusterSecret *old_password, MusterSecret *new_password, GError **error)
{
  g_autoptr (MusterSecret) register_key = NULL, signing_seed = NULL;
  g_autoptr (MusterKeys) keys = load_keys (work, error);

  if (keys == NULL)
    return FALSE;
  return muster_keys_open (keys, work->account->name, old_password, work->store->computer_secret, &register_key, &signing_seed, error) &&
         seal (work, keys, work->account->name, new_password, signing_seed, error);
}

gboolean
muster_work_set_account_asleep (MusterWork *work, const char *name, gboolean asleep, GError **error)
{
  g_autoptr (MusterKeys) keys = load_keys (work, error);

  if (keys == NULL)
    return FALSE;
  return !muster_keys_set_asleep (keys, name, asleep, work->store->register_key) || muster_keys_save (keys, work->store->folder, error);
}
