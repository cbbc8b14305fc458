/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include "store/muster-secret.h"

/* keys.json: sealed key slots; nothing secret in clear (trust.md "Keys"). */

/** MusterKeys: the file as read. */
typedef struct _MusterKeys MusterKeys;

MusterKeys *muster_keys_new (const char *register_id, gboolean keyring, gboolean practice);
MusterKeys *muster_keys_load (const char *folder, GError **error);
/** Writes it whole beside and renames it over (0600). */
gboolean muster_keys_save (MusterKeys *keys, const char *folder, GError **error);
void muster_keys_free (MusterKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterKeys, muster_keys_free)

const char *muster_keys_get_register_id (MusterKeys *keys);
gboolean muster_keys_uses_keyring (MusterKeys *keys);
gboolean muster_keys_is_practice (MusterKeys *keys);
gboolean muster_keys_has_slot (MusterKeys *keys, const char *account);

/** Seals @register_key and @signing_seed for @account under Argon2id(@password) and @computer_secret (%NULL without keyring); replaces an earlier slot. */
gboolean muster_keys_seal (MusterKeys *keys, const char *account, MusterSecret *password, MusterSecret *computer_secret, MusterSecret *register_key, MusterSecret *signing_seed, GError **error);
/** Opens it; MUSTER_ERROR_SIGN_IN for a wrong account or password alike (an unknown account costs the same time). */
gboolean muster_keys_open (MusterKeys *keys, const char *account, MusterSecret *password, MusterSecret *computer_secret, MusterSecret **register_key, MusterSecret **signing_seed, GError **error);
/** Has the slot of @account open to nobody, or to its password again; with the register key, which whoever is signed in has. Returns: whether anything changed. */
gboolean muster_keys_set_asleep (MusterKeys *keys, const char *account, gboolean asleep, MusterSecret *register_key);
/** The recovery slot holds the computer secret too. */
gboolean muster_keys_seal_recovery (MusterKeys *keys, MusterSecret *recovery_key, MusterSecret *computer_secret, MusterSecret *register_key, MusterSecret *signing_seed, GError **error);
gboolean muster_keys_open_recovery (MusterKeys *keys, MusterSecret *recovery_key, MusterSecret **computer_secret, MusterSecret **register_key, MusterSecret **signing_seed, GError **error);
