/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the slots of keys.json are sealed and opened. */

#include "store/muster-keys-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-error.h"

#define PASSES 3
#define MEMORY (64 * 1024 * 1024)

/* What a slot is bound to: moved to another account or register, or under changed flags, it does not open. */
static char *
dup_context (MusterKeys *keys, const char *kind, const char *account)
{
  return g_strdup_printf ("muster %s\n%s\n%s\n%s\n%s", kind, keys->register_id, keys->keyring ? "keyring" : "password", keys->practice ? "practice" : "real", account);
}

/* Whether a key of ours is given where one must be. */
static gboolean
has_key_size (MusterSecret *secret)
{
  return secret != NULL && muster_secret_get_size (secret) == MUSTER_KEY_SIZE;
}

static gboolean
refuse (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

static gboolean
check_computer_secret (MusterKeys *keys, MusterSecret *computer_secret, GError **error)
{
  if (!keys->keyring || has_key_size (computer_secret))
    return TRUE;
  return refuse (error, MUSTER_ERROR_KEYRING,
                 _("This computer’s keyring does not hold the secret of this register. Set this computer up with the register’s recovery key."));
}

/* Returns the key that opens @slot, in sodium_malloc memory; NULL with error. */
static guint8 *
derive_slot_key (MusterKeys *keys, const MusterKeySlot *slot, MusterSecret *password, MusterSecret *computer_secret, GError **error)
{
  guint8 *key = sodium_malloc (2 * MUSTER_KEY_SIZE);
  guint8 *hash = key + MUSTER_KEY_SIZE;

  if (key == NULL || crypto_pwhash (hash, MUSTER_KEY_SIZE, (const char *) muster_secret_get_bytes (password), muster_secret_get_size (password), slot->salt, slot->passes, slot->memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    {
      sodium_free (key);
      refuse (error, MUSTER_ERROR_STORAGE, _("There is not enough free memory to check a password. Close other programs and try again."));
      return NULL;
    }
  if (keys->keyring)
    crypto_generichash (key, MUSTER_KEY_SIZE, hash, MUSTER_KEY_SIZE, muster_secret_get_bytes (computer_secret), muster_secret_get_size (computer_secret));
  else
    crypto_generichash (key, MUSTER_KEY_SIZE, hash, MUSTER_KEY_SIZE, NULL, 0);
  return key;
}

static guint8 *
derive_recovery_key (MusterSecret *recovery_key)
{
  static const char purpose[] = "muster recovery slot";
  guint8 *key = sodium_malloc (MUSTER_KEY_SIZE);

  if (key == NULL)
    g_error ("no memory for a key");
  crypto_generichash (key, MUSTER_KEY_SIZE, (const guint8 *) purpose, strlen (purpose), muster_secret_get_bytes (recovery_key), muster_secret_get_size (recovery_key));
  return key;
}

static void
seal (const guint8 *key, const char *context, const guint8 *plain, gsize size, guint8 *nonce, guint8 *sealed)
{
  randombytes_buf (nonce, MUSTER_NONCE_SIZE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed, NULL, plain, size, (const guint8 *) context, strlen (context), NULL, nonce, key);
}

/* Returns what was sealed, in sodium_malloc memory; NULL if @key is wrong or a bit has changed. */
static guint8 *
unseal (const guint8 *key, const char *context, const guint8 *sealed, gsize size, const guint8 *nonce)
{
  guint8 *plain = sodium_malloc (size);

  if (plain == NULL)
    g_error ("no memory for a secret");
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain, NULL, NULL, sealed, size + MUSTER_SLOT_OVERHEAD, (const guint8 *) context, strlen (context), nonce, key) == 0)
    return plain;
  sodium_free (plain);
  return NULL;
}

static MusterKeySlot *
make_slot (MusterKeys *keys, const char *account)
{
  MusterKeySlot *slot = g_new0 (MusterKeySlot, 1);

  slot->account = g_strdup (account);
  slot->passes = keys->practice ? crypto_pwhash_OPSLIMIT_MIN : PASSES;
  slot->memory = keys->practice ? crypto_pwhash_MEMLIMIT_MIN : MEMORY;
  randombytes_buf (slot->salt, sizeof slot->salt);
  return slot;
}

/* A slot that nothing opens: an unknown account is tried as long as a known one. */
static MusterKeySlot *
make_decoy (MusterKeys *keys, const char *account)
{
  MusterKeySlot *slot = make_slot (keys, account);

  if (keys->slots->len > 0)
    {
      const MusterKeySlot *model = keys->slots->pdata[0];

      slot->passes = model->passes;
      slot->memory = model->memory;
    }
  randombytes_buf (slot->nonce, sizeof slot->nonce);
  randombytes_buf (slot->sealed, sizeof slot->sealed);
  return slot;
}

static void
replace_slot (MusterKeys *keys, MusterKeySlot *slot)
{
  MusterKeySlot *earlier = muster_keys_find_slot (keys, slot->account);

  if (earlier != NULL)
    g_ptr_array_remove (keys->slots, earlier);
  g_ptr_array_add (keys->slots, slot);
}

gboolean
muster_keys_seal (MusterKeys *keys, const char *account, MusterSecret *password, MusterSecret *computer_secret, MusterSecret *register_key, MusterSecret *signing_seed, GError **error)
{
  g_autoptr (MusterKeySlot) slot = make_slot (keys, account);
  g_autofree char *context = dup_context (keys, "account", account);
  guint8 *key, *plain;

  g_assert (has_key_size (register_key) && has_key_size (signing_seed));
  if (!check_computer_secret (keys, computer_secret, error))
    return FALSE;
  key = derive_slot_key (keys, slot, password, computer_secret, error);
  if (key == NULL)
    return FALSE;
  plain = sodium_malloc (MUSTER_SLOT_PLAIN);
  if (plain == NULL)
    g_error ("no memory for a secret");
  memcpy (plain, muster_secret_get_bytes (register_key), MUSTER_KEY_SIZE);
  memcpy (plain + MUSTER_KEY_SIZE, muster_secret_get_bytes (signing_seed), MUSTER_KEY_SIZE);
  seal (key, context, plain, MUSTER_SLOT_PLAIN, slot->nonce, slot->sealed);
  sodium_free (plain);
  sodium_free (key);
  replace_slot (keys, g_steal_pointer (&slot));
  return TRUE;
}

gboolean
muster_keys_set_asleep (MusterKeys *keys, const char *account, gboolean asleep, MusterSecret *register_key)
{
  static const char purpose[] = "muster sleeping slot";
  MusterKeySlot *slot = muster_keys_find_slot (keys, account);
  guint8 key[MUSTER_KEY_SIZE];

  g_assert (has_key_size (register_key));
  if (slot == NULL || !slot->asleep == !asleep)
    return FALSE;
  crypto_generichash (key, sizeof key, (const guint8 *) purpose, strlen (purpose), muster_secret_get_bytes (register_key), muster_secret_get_size (register_key));
  /* What it covers is authenticated already; the same again takes it off. */
  crypto_stream_xchacha20_xor (slot->sealed, slot->sealed, sizeof slot->sealed, slot->nonce, key);
  sodium_memzero (key, sizeof key);
  slot->asleep = asleep;
  return TRUE;
}

gboolean
muster_keys_open (MusterKeys *keys, const char *account, MusterSecret *password, MusterSecret *computer_secret, MusterSecret **register_key, MusterSecret **signing_seed, GError **error)
{
  MusterKeySlot *known = muster_keys_find_slot (keys, account);
  g_autoptr (MusterKeySlot) decoy = make_decoy (keys, account);
  const MusterKeySlot *slot = known != NULL ? known : decoy;
  g_autofree char *context = dup_context (keys, "account", account);
  guint8 *key, *plain;

  if (!check_computer_secret (keys, computer_secret, error))
    return FALSE;
  key = derive_slot_key (keys, slot, password, computer_secret, error);
  if (key == NULL)
    return FALSE;
  plain = unseal (key, context, slot->sealed, MUSTER_SLOT_PLAIN, slot->nonce);
  sodium_free (key);
  if (plain == NULL && slot->asleep)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN, _("The account “%s” has been disabled. Ask an administrator."), account);
      return FALSE;
    }
  if (plain == NULL)
    return refuse (error, MUSTER_ERROR_SIGN_IN, _("The account or the password is wrong. Check both and try again."));
  *register_key = muster_secret_new (plain, MUSTER_KEY_SIZE);
  *signing_seed = muster_secret_new (plain + MUSTER_KEY_SIZE, MUSTER_KEY_SIZE);
  sodium_free (plain);
  return TRUE;
}

gboolean
muster_keys_seal_recovery (MusterKeys *keys, MusterSecret *recovery_key, MusterSecret *computer_secret, MusterSecret *register_key, MusterSecret *signing_seed, GError **error)
{
  g_autofree char *context = dup_context (keys, "recovery", "");
  g_autofree MusterRecoverySlot *slot = g_new0 (MusterRecoverySlot, 1);
  guint8 *key, *plain;

  g_assert (has_key_size (recovery_key) && has_key_size (register_key) && has_key_size (signing_seed));
  if (!check_computer_secret (keys, computer_secret, error))
    return FALSE;
  plain = sodium_malloc (MUSTER_RECOVERY_PLAIN);
  if (plain == NULL)
    g_error ("no memory for a secret");
  memset (plain, 0, MUSTER_RECOVERY_PLAIN);
  if (keys->keyring)
    {
      plain[0] = 1;
      memcpy (plain + 1, muster_secret_get_bytes (computer_secret), MUSTER_KEY_SIZE);
    }
  memcpy (plain + 1 + MUSTER_KEY_SIZE, muster_secret_get_bytes (register_key), MUSTER_KEY_SIZE);
  memcpy (plain + 1 + 2 * MUSTER_KEY_SIZE, muster_secret_get_bytes (signing_seed), MUSTER_KEY_SIZE);
  key = derive_recovery_key (recovery_key);
  seal (key, context, plain, MUSTER_RECOVERY_PLAIN, slot->nonce, slot->sealed);
  sodium_free (key);
  sodium_free (plain);
  g_free (keys->recovery);
  keys->recovery = g_steal_pointer (&slot);
  return TRUE;
}

gboolean
muster_keys_open_recovery (MusterKeys *keys, MusterSecret *recovery_key, MusterSecret **computer_secret, MusterSecret **register_key, MusterSecret **signing_seed, GError **error)
{
  g_autofree char *context = dup_context (keys, "recovery", "");
  guint8 *key, *plain = NULL;

  key = derive_recovery_key (recovery_key);
  if (keys->recovery != NULL)
    plain = unseal (key, context, keys->recovery->sealed, MUSTER_RECOVERY_PLAIN, keys->recovery->nonce);
  sodium_free (key);
  if (plain == NULL)
    return refuse (error, MUSTER_ERROR_SIGN_IN, _("This recovery key does not belong to this register. Look for the recovery sheet that names this register."));
  *computer_secret = plain[0] == 1 ? muster_secret_new (plain + 1, MUSTER_KEY_SIZE) : NULL;
  *register_key = muster_secret_new (plain + 1 + MUSTER_KEY_SIZE, MUSTER_KEY_SIZE);
  *signing_seed = muster_secret_new (plain + 1 + 2 * MUSTER_KEY_SIZE, MUSTER_KEY_SIZE);
  sodium_free (plain);
  return TRUE;
}
