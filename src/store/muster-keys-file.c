/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* keys.json itself. Whoever can write it may be hostile: all that is read is bounded and checked. */

#include "store/muster-keys-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

#include "domain/muster-account.h"
#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define FORMAT "muster-keys"
#define VERSION 1
#define MAX_SIZE (8 * 1024 * 1024)

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static gboolean
get_flag (JsonObject *object, const char *name, gboolean *flag)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *flag = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
get_number (JsonObject *object, const char *name, gint64 min, gint64 max, gint64 *number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *number = json_node_get_int (node);
  return *number >= min && *number <= max;
}

/* Exactly @size bytes, in base64. */
static gboolean
get_bytes (JsonObject *object, const char *name, guint8 *bytes, gsize size)
{
  const char *text = get_text (object, name);
  gsize found = 0;

  return text != NULL && sodium_base642bin (bytes, size, text, strlen (text), NULL, &found, NULL, sodium_base64_VARIANT_ORIGINAL) == 0 && found == size;
}

static MusterKeySlot *
read_slot (JsonObject *object)
{
  g_autoptr (MusterKeySlot) slot = g_new0 (MusterKeySlot, 1);
  gint64 passes, memory;

  slot->account = g_strdup (get_text (object, "account"));
  if (!muster_account_check_name (slot->account, NULL))
    return NULL;
  if (!get_number (object, "passes", crypto_pwhash_OPSLIMIT_MIN, MUSTER_SLOT_MAX_PASSES, &passes) || !get_number (object, "memory", crypto_pwhash_MEMLIMIT_MIN, MUSTER_SLOT_MAX_MEMORY, &memory))
    return NULL;
  if (json_object_has_member (object, "asleep") && !get_flag (object, "asleep", &slot->asleep))
    return NULL;
  slot->passes = passes;
  slot->memory = memory;
  if (!get_bytes (object, "salt", slot->salt, sizeof slot->salt) || !get_bytes (object, "nonce", slot->nonce, sizeof slot->nonce) || !get_bytes (object, "sealed", slot->sealed, sizeof slot->sealed))
    return NULL;
  return g_steal_pointer (&slot);
}

static gboolean
read_slots (MusterKeys *keys, JsonNode *node)
{
  JsonArray *slots;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  slots = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (slots); i++)
    {
      JsonNode *element = json_array_get_element (slots, i);
      g_autoptr (MusterKeySlot) slot = JSON_NODE_HOLDS_OBJECT (element) ? read_slot (json_node_get_object (element)) : NULL;

      if (slot == NULL || muster_keys_has_slot (keys, slot->account))
        return FALSE;
      g_ptr_array_add (keys->slots, g_steal_pointer (&slot));
    }
  return TRUE;
}

static gboolean
read_recovery (MusterKeys *keys, JsonNode *node)
{
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  keys->recovery = g_new0 (MusterRecoverySlot, 1);
  return get_bytes (object, "nonce", keys->recovery->nonce, sizeof keys->recovery->nonce) && get_bytes (object, "sealed", keys->recovery->sealed, sizeof keys->recovery->sealed);
}

static MusterKeys *
read_keys (JsonObject *object)
{
  g_autoptr (MusterKeys) keys = muster_keys_new (get_text (object, "register"), FALSE, FALSE);

  if (keys->register_id == NULL || !g_uuid_string_is_valid (keys->register_id))
    return NULL;
  if (!get_flag (object, "keyring", &keys->keyring) || !get_flag (object, "practice", &keys->practice))
    return NULL;
  if (!read_slots (keys, json_object_get_member (object, "slots")) || !read_recovery (keys, json_object_get_member (object, "recovery")))
    return NULL;
  return g_steal_pointer (&keys);
}

static gboolean
fail_damaged (const char *path, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("“%s” holds the keys of a register, but it is damaged. Put this one file back from a backup; the register itself need not be touched."), path);
  return FALSE;
}

static gboolean
fail_to_write (const char *path, const char *reason, GError **error)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: %s. Check the free space and who may write there; what stood in it is unharmed."), path, reason);
  return FALSE;
}

static gboolean
check_version (JsonObject *object, const char *path, GError **error)
{
  gint64 version;

  if (g_strcmp0 (get_text (object, "format"), FORMAT) != 0 || !get_number (object, "version", 1, G_MAXINT64, &version))
    return fail_damaged (path, error);
  if (version <= VERSION)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NEWER, _("“%s” was written by a newer Muster. Update Muster on this computer to open the register. Nothing has been changed."), path);
  return FALSE;
}

/* Looked at before it is read: what lies there may be no file, or have no end. */
static gboolean
check_file (const char *path, GError **error)
{
  GStatBuf status;
  int failure = g_stat (path, &status) == 0 ? 0 : errno;

  if (failure == ENOENT || failure == ENOTDIR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED, _("“%s” is missing, and without it the register cannot be opened. Put this one file back from a backup."), path);
      return FALSE;
    }
  if (failure != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be read: %s. Check who may read it, and the disk."), path, g_strerror (failure));
      return FALSE;
    }
  return S_ISREG (status.st_mode) && status.st_size <= MAX_SIZE ? TRUE : fail_damaged (path, error);
}

static void
add_bytes (JsonBuilder *builder, const char *name, const guint8 *bytes, gsize size)
{
  g_autofree char *text = g_base64_encode (bytes, size);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_slot (JsonBuilder *builder, const MusterKeySlot *slot)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "account");
  json_builder_add_string_value (builder, slot->account);
  json_builder_set_member_name (builder, "passes");
  json_builder_add_int_value (builder, slot->passes);
  json_builder_set_member_name (builder, "memory");
  json_builder_add_int_value (builder, slot->memory);
  if (slot->asleep)
    {
      json_builder_set_member_name (builder, "asleep");
      json_builder_add_boolean_value (builder, TRUE);
    }
  add_bytes (builder, "salt", slot->salt, sizeof slot->salt);
  add_bytes (builder, "nonce", slot->nonce, sizeof slot->nonce);
  add_bytes (builder, "sealed", slot->sealed, sizeof slot->sealed);
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder, MusterKeys *keys)
{
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "register");
  json_builder_add_string_value (builder, keys->register_id);
  json_builder_set_member_name (builder, "keyring");
  json_builder_add_boolean_value (builder, keys->keyring);
  json_builder_set_member_name (builder, "practice");
  json_builder_add_boolean_value (builder, keys->practice);
}

static char *
dup_json (MusterKeys *keys)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_head (builder, keys);
  json_builder_set_member_name (builder, "slots");
  json_builder_begin_array (builder);
  for (guint i = 0; i < keys->slots->len; i++)
    add_slot (builder, keys->slots->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "recovery");
  json_builder_begin_object (builder);
  add_bytes (builder, "nonce", keys->recovery->nonce, sizeof keys->recovery->nonce);
  add_bytes (builder, "sealed", keys->recovery->sealed, sizeof keys->recovery->sealed);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}

MusterKeys *
muster_keys_load (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, MUSTER_KEYS_FILE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) failure = NULL;
  MusterKeys *keys;
  gsize size;

  if (!check_file (path, error))
    return NULL;
  if (!g_file_get_contents (path, &text, &size, &failure))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be read: %s. Check who may read it, and the disk."), path, muster_text_get_cause (failure->message, path));
      return NULL;
    }
  if (!g_utf8_validate (text, size, NULL) || !json_parser_load_from_data (parser, text, size, NULL) || json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      fail_damaged (path, error);
      return NULL;
    }
  if (!check_version (json_node_get_object (json_parser_get_root (parser)), path, error))
    return NULL;
  keys = read_keys (json_node_get_object (json_parser_get_root (parser)));
  if (keys == NULL)
    fail_damaged (path, error);
  return keys;
}

gboolean
muster_keys_save (MusterKeys *keys, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, MUSTER_KEYS_FILE, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) failure = NULL;

  g_assert (keys->recovery != NULL);
  text = dup_json (keys);
  /* GLib gives the new file the permissions of the one it replaces. */
  if (g_chmod (path, 0600) != 0 && errno != ENOENT)
    return fail_to_write (path, g_strerror (errno), error);
  /* Written beside, synced, renamed over, and the folder synced: there is the earlier file or the later one, never half of one. */
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failure))
    return TRUE;
  return fail_to_write (path, failure->message, error);
}
