/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sodium.h>
#include "store/muster-keys.h"

/* What keys.json consists of: shared by its reading and writing, its sealing, and nothing else. */

#define MUSTER_KEYS_FILE "keys.json"
#define MUSTER_KEY_SIZE 32

#define MUSTER_SLOT_OVERHEAD crypto_aead_xchacha20poly1305_ietf_ABYTES
#define MUSTER_NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
/* Register key and signing seed. */
#define MUSTER_SLOT_PLAIN (2 * MUSTER_KEY_SIZE)
/* Whether there is a computer secret, that, register key and signing seed. */
#define MUSTER_RECOVERY_PLAIN (1 + 3 * MUSTER_KEY_SIZE)

/* More than this is not worked for, whatever a file asks. */
#define MUSTER_SLOT_MAX_PASSES 16
#define MUSTER_SLOT_MAX_MEMORY (256 * 1024 * 1024)

/**
 * MusterKeySlot: what an account's password opens.
 * @passes, @memory: Argon2id's, memory in bytes
 * @asleep: of an account that is disabled: what is sealed is enciphered once more with the register key, so that its password alone opens nothing
 */
typedef struct
{
  char *account;
  guint passes;
  gsize memory;
  gboolean asleep;
  guint8 salt[crypto_pwhash_SALTBYTES];
  guint8 nonce[MUSTER_NONCE_SIZE];
  guint8 sealed[MUSTER_SLOT_PLAIN + MUSTER_SLOT_OVERHEAD];
} MusterKeySlot;

/** MusterRecoverySlot: what the recovery key opens. */
typedef struct
{
  guint8 nonce[MUSTER_NONCE_SIZE];
  guint8 sealed[MUSTER_RECOVERY_PLAIN + MUSTER_SLOT_OVERHEAD];
} MusterRecoverySlot;

struct _MusterKeys
{
  char *register_id;
  gboolean keyring;
  gboolean practice;
  GPtrArray *slots; /* MusterKeySlot, in order of making */
  MusterRecoverySlot *recovery;
};

void muster_key_slot_free (MusterKeySlot *slot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterKeySlot, muster_key_slot_free)
/** Returns: (nullable): the slot of @account. */
MusterKeySlot *muster_keys_find_slot (MusterKeys *keys, const char *account);
