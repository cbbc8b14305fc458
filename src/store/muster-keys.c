/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-keys-private.h"

void
muster_key_slot_free (MusterKeySlot *slot)
{
  if (slot == NULL)
    return;
  g_free (slot->account);
  g_free (slot);
}

MusterKeySlot *
muster_keys_find_slot (MusterKeys *keys, const char *account)
{
  for (guint i = 0; i < keys->slots->len; i++)
    {
      MusterKeySlot *slot = keys->slots->pdata[i];

      if (g_strcmp0 (slot->account, account) == 0)
        return slot;
    }
  return NULL;
}

MusterKeys *
muster_keys_new (const char *register_id, gboolean keyring, gboolean practice)
{
  MusterKeys *keys = g_new0 (MusterKeys, 1);

  keys->register_id = g_strdup (register_id);
  keys->keyring = keyring;
  keys->practice = practice;
  keys->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_key_slot_free);
  return keys;
}

void
muster_keys_free (MusterKeys *keys)
{
  if (keys == NULL)
    return;
  g_free (keys->register_id);
  g_ptr_array_unref (keys->slots);
  g_free (keys->recovery);
  g_free (keys);
}

const char *
muster_keys_get_register_id (MusterKeys *keys)
{
  return keys->register_id;
}

gboolean
muster_keys_uses_keyring (MusterKeys *keys)
{
  return keys->keyring;
}

gboolean
muster_keys_is_practice (MusterKeys *keys)
{
  return keys->practice;
}

gboolean
muster_keys_has_slot (MusterKeys *keys, const char *account)
{
  return muster_keys_find_slot (keys, account) != NULL;
}
