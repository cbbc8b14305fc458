/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-keys.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "domain/muster-error.h"

#define REGISTER "0b8f1a52-7f0d-4f0e-9a3c-2d6f6f1c5a10"
#define OTHER_REGISTER "7c1b9a30-4d39-4b5d-8e6f-90a8a4a4c001"

/* A folder with keys.json of two accounts, and all that it seals. */
typedef struct
{
  char *folder;
  char *path;
  MusterKeys *keys;
  MusterSecret *computer;
  MusterSecret *recovery;
  MusterSecret *register_key;
  MusterSecret *ana_password, *ana_seed;
  MusterSecret *ben_password, *ben_seed;
  MusterSecret *recovery_seed;
} Fixture;

static void
seal_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (muster_keys_seal (fixture->keys, "ana", fixture->ana_password, fixture->computer, fixture->register_key, fixture->ana_seed, &error));
  g_assert_true (muster_keys_seal (fixture->keys, "ben", fixture->ben_password, fixture->computer, fixture->register_key, fixture->ben_seed, &error));
  g_assert_true (muster_keys_seal_recovery (fixture->keys, fixture->recovery, fixture->computer, fixture->register_key, fixture->recovery_seed, &error));
  g_assert_true (muster_keys_save (fixture->keys, fixture->folder, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gboolean keyring = GPOINTER_TO_INT (data);

  fixture->folder = g_dir_make_tmp ("muster-test-keys-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "keys.json", NULL);
  fixture->keys = muster_keys_new (REGISTER, keyring, TRUE);
  fixture->computer = keyring ? muster_secret_new_random (32) : NULL;
  fixture->recovery = muster_secret_new_random (32);
  fixture->register_key = muster_secret_new_random (32);
  fixture->ana_password = muster_secret_new_from_text ("olive harbour lantern");
  fixture->ben_password = muster_secret_new_from_text ("quiet copper meadow");
  fixture->ana_seed = muster_secret_new_random (32);
  fixture->ben_seed = muster_secret_new_random (32);
  fixture->recovery_seed = muster_secret_new_random (32);
  seal_all (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  MusterSecret *const secrets[] = { fixture->computer, fixture->recovery, fixture->register_key, fixture->ana_password, fixture->ana_seed,
                                    fixture->ben_password, fixture->ben_seed, fixture->recovery_seed };

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  muster_keys_free (fixture->keys);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    muster_secret_unref (secrets[i]);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_same (MusterSecret *one, MusterSecret *other)
{
  g_assert_cmpmem (muster_secret_get_bytes (one), muster_secret_get_size (one), muster_secret_get_bytes (other), muster_secret_get_size (other));
}

static void
assert_opens (MusterKeys *keys, const char *account, MusterSecret *password, Fixture *fixture, MusterSecret *wanted_seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) key = NULL;
  g_autoptr (MusterSecret) seed = NULL;

  muster_keys_open (keys, account, password, fixture->computer, &key, &seed, &error);
  g_assert_no_error (error);
  assert_same (key, fixture->register_key);
  assert_same (seed, wanted_seed);
}

/* Returns the message. */
static char *
refuse_to_open (MusterKeys *keys, const char *account, MusterSecret *password, MusterSecret *computer, MusterError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) key = NULL;
  g_autoptr (MusterSecret) seed = NULL;

  g_assert_false (muster_keys_open (keys, account, password, computer, &key, &seed, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_assert_null (key);
  g_assert_null (seed);
  return g_strdup (error->message);
}

static void
assert_refuses (MusterKeys *keys, const char *account, MusterSecret *password, Fixture *fixture)
{
  g_autofree char *message = refuse_to_open (keys, account, password, fixture->computer, MUSTER_ERROR_SIGN_IN);

  g_assert_cmpstr (message, !=, "");
}

static void
assert_recovers (MusterKeys *keys, Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) computer = NULL;
  g_autoptr (MusterSecret) key = NULL;
  g_autoptr (MusterSecret) seed = NULL;

  muster_keys_open_recovery (keys, fixture->recovery, &computer, &key, &seed, &error);
  g_assert_no_error (error);
  if (fixture->computer != NULL)
    assert_same (computer, fixture->computer);
  else
    g_assert_null (computer);
  assert_same (key, fixture->register_key);
  assert_same (seed, fixture->recovery_seed);
}

static void
assert_does_not_recover (MusterKeys *keys, MusterSecret *recovery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) computer = NULL;
  g_autoptr (MusterSecret) key = NULL;
  g_autoptr (MusterSecret) seed = NULL;

  g_assert_false (muster_keys_open_recovery (keys, recovery, &computer, &key, &seed, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  g_assert_null (key);
}

static MusterKeys *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterKeys *keys = muster_keys_load (fixture->folder, &error);

  g_assert_no_error (error);
  return keys;
}

static void
assert_not_loaded (Fixture *fixture, MusterError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_keys_load (fixture->folder, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static JsonNode *
read_json (Fixture *fixture)
{
  g_autofree char *text = NULL;
  JsonNode *root;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  root = json_from_string (text, NULL);
  g_assert_nonnull (root);
  return root;
}

static void
write_text (Fixture *fixture, const char *text, gssize size)
{
  /* Not synced: this is done some thousand times. */
  g_assert_true (g_file_set_contents_full (fixture->path, text, size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
write_json (Fixture *fixture, JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  write_text (fixture, text, -1);
}

/* @where: "" the file itself, "recovery", or "0" and "1", the slots. */
static JsonObject *
find_object (JsonNode *root, const char *where)
{
  JsonObject *object = json_node_get_object (root);

  if (*where == '\0')
    return object;
  if (g_ascii_isdigit (*where))
    return json_array_get_object_element (json_object_get_array_member (object, "slots"), *where - '0');
  return json_object_get_object_member (object, where);
}

static void
test_opens (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterKeys) keys = load (fixture);

  g_assert_cmpstr (muster_keys_get_register_id (keys), ==, REGISTER);
  g_assert_cmpint (muster_keys_uses_keyring (keys), ==, GPOINTER_TO_INT (data));
  g_assert_true (muster_keys_is_practice (keys));
  g_assert_true (muster_keys_has_slot (keys, "ana"));
  g_assert_false (muster_keys_has_slot (keys, "cleo"));
  g_assert_false (muster_keys_has_slot (keys, NULL));
  assert_opens (keys, "ana", fixture->ana_password, fixture, fixture->ana_seed);
  assert_opens (keys, "ben", fixture->ben_password, fixture, fixture->ben_seed);
  assert_recovers (keys, fixture);
}

static void
test_refuses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterKeys) keys = load (fixture);
  g_autoptr (MusterSecret) empty = muster_secret_new_from_text ("");
  g_autoptr (MusterSecret) longer = muster_secret_new_from_text ("olive harbour lantern ");
  g_autoptr (MusterSecret) other_key = muster_secret_new_random (32);
  g_autofree char *wrong_password = refuse_to_open (keys, "ana", fixture->ben_password, fixture->computer, MUSTER_ERROR_SIGN_IN);
  g_autofree char *wrong_account = refuse_to_open (keys, "cleo", fixture->ben_password, fixture->computer, MUSTER_ERROR_SIGN_IN);

  g_assert_cmpstr (wrong_password, ==, wrong_account);
  assert_refuses (keys, "ana", empty, fixture);
  assert_refuses (keys, "ana", longer, fixture);
  assert_refuses (keys, "recovery", fixture->recovery, fixture);
  assert_does_not_recover (keys, other_key);
}

static void
test_computer_secret (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterKeys) keys = load (fixture);
  g_autoptr (MusterSecret) other = muster_secret_new_random (32);
  g_autofree char *wrong = refuse_to_open (keys, "ana", fixture->ana_password, other, MUSTER_ERROR_SIGN_IN);
  g_autofree char *none = refuse_to_open (keys, "ana", fixture->ana_password, NULL, MUSTER_ERROR_KEYRING);

  g_assert_nonnull (strstr (none, "recovery key"));
  g_assert_cmpstr (wrong, !=, none);
}

static void
test_seals_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("slower river stone");
  g_autoptr (MusterSecret) seed = muster_secret_new_random (32);
  g_autoptr (MusterKeys) keys = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_true (muster_keys_seal (fixture->keys, "ana", password, fixture->computer, fixture->register_key, seed, NULL));
  g_assert_true (muster_keys_save (fixture->keys, fixture->folder, NULL));
  keys = load (fixture);
  root = read_json (fixture);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (root), "slots")), ==, 2);
  assert_opens (keys, "ana", password, fixture, seed);
  assert_opens (keys, "ben", fixture->ben_password, fixture, fixture->ben_seed);
  assert_refuses (keys, "ana", fixture->ana_password, fixture);
}

/* Of a disabled account: its password opens nothing, the file's flag changes nothing, and with the register key it is as it was. */
static void
test_asleep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterKeys) keys = NULL, forged = NULL, again = NULL;
  g_autofree char *said = NULL, *unsaid = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_true (muster_keys_set_asleep (fixture->keys, "ana", TRUE, fixture->register_key));
  g_assert_false (muster_keys_set_asleep (fixture->keys, "ana", TRUE, fixture->register_key));
  g_assert_false (muster_keys_set_asleep (fixture->keys, "cleo", TRUE, fixture->register_key));
  g_assert_true (muster_keys_save (fixture->keys, fixture->folder, NULL));
  keys = load (fixture);
  said = refuse_to_open (keys, "ana", fixture->ana_password, fixture->computer, MUSTER_ERROR_SIGN_IN);
  g_assert_nonnull (strstr (said, "disabled"));
  assert_opens (keys, "ben", fixture->ben_password, fixture, fixture->ben_seed);

  root = read_json (fixture);
  json_object_remove_member (find_object (root, "0"), "asleep");
  write_json (fixture, root);
  forged = load (fixture);
  unsaid = refuse_to_open (forged, "ana", fixture->ana_password, fixture->computer, MUSTER_ERROR_SIGN_IN);
  g_assert_null (strstr (unsaid, "disabled"));

  g_assert_true (muster_keys_set_asleep (keys, "ana", FALSE, fixture->register_key));
  g_assert_true (muster_keys_save (keys, fixture->folder, NULL));
  again = load (fixture);
  assert_opens (again, "ana", fixture->ana_password, fixture, fixture->ana_seed);
}

/* Every member of the file, missing, of another type, and of a wrong value. */
static void
test_wrong_members (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *where, *member, *values;
  } cases[] = {
    { "", "format", "\"\" \"muster\" 1 null" },
    { "", "version", "0 -1 1.5 \"1\" null" },
    { "", "register", "\"\" \"1\" \"0b8f1a52-7f0d-4f0e-9a3c-2d6f6f1c5a1\" 5 null {}" },
    { "", "keyring", "\"true\" 1 null" },
    { "", "practice", "\"false\" 0 null" },
    { "", "slots", "{} null 1 [1] [null] [[]] [{}]" },
    { "", "recovery", "[] null 1 \"\" {}" },
    { "0", "account", "\"\" \"Ana\" \"ben\" \"a/b\" 1 null" },
    { "0", "passes", "0 -1 17 1000000000000 4294967297 \"1\" 1.0 null" },
    { "0", "memory", "0 -1 8191 268435457 107374182400 9223372036854775807 \"8192\" null" },
    { "0", "salt", "\"\" \"AAAA\" \"AAAAAAAAAAAAAAAAAAAAAA\" \"AAAAAAAAAAAAAAAAAAAAAAA=\" \"AAAAAAAAAAAAAAAAAAAAA!==\" \"AAAAAAAAAAAAAAAAAAAAAAAAAAAA\" 1 null" },
    { "1", "nonce", "\"\" \"AAAA\" \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!\" 1 null []" },
    { "1", "sealed", "\"\" \"AAAA\" 1 null" },
    { "recovery", "nonce", "\"\" \"AAAA\" 1 null" },
    { "recovery", "sealed", "\"\" \"AAAA\" 1 null" },
  };

  g_autofree char *whole = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &whole, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) values = g_strsplit (cases[i].values, " ", -1);

      for (guint value = 0; value <= g_strv_length (values); value++)
        {
          g_autoptr (JsonNode) root = read_json (fixture);
          JsonObject *object = find_object (root, cases[i].where);

          g_assert_true (json_object_has_member (object, cases[i].member));
          g_test_message ("%s/%s: %s", cases[i].where, cases[i].member, values[value] != NULL ? values[value] : "missing");
          if (values[value] != NULL)
            json_object_set_member (object, cases[i].member, json_from_string (values[value], NULL));
          else
            json_object_remove_member (object, cases[i].member);
          write_json (fixture, root);
          assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
          write_text (fixture, whole, -1);
        }
    }
}

static void
test_not_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = { "", " ", "{", "{}", "[]", "null", "1", "\"muster-keys\"", "{\"format\":\"muster-keys\"}", "\xff\xfe{}", "not at all" };
  g_autofree char *whole = NULL;
  g_autofree char *deep = g_strnfill (1000000, '[');
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_text (fixture, texts[i], -1);
      assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
    }
  for (gsize half = 0; half + 1 < size; half += 7)
    {
      write_text (fixture, whole, half);
      assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
    }
  write_text (fixture, deep, -1);
  assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
  g_assert_cmpint (truncate (fixture->path, 9 * 1024 * 1024), ==, 0);
  assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
}

static void
test_no_file (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  assert_not_loaded (fixture, MUSTER_ERROR_DAMAGED);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "{\"format\": \"muster-keys\", \"version\": 2, \"something\": []}", -1);
  assert_not_loaded (fixture, MUSTER_ERROR_NEWER);
}

/* One bit in each byte of each sealed field: that slot is shut, the others are not. */
static void
test_flipped_bits (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "salt", "nonce", "sealed" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (JsonNode) root = read_json (fixture);
      JsonObject *slot = find_object (root, "0");
      gsize size;
      g_autofree guint8 *bytes = g_base64_decode (json_object_get_string_member (slot, members[i]), &size);

      g_assert_cmpuint (size, >=, 16);
      for (gsize place = 0; place < size; place++)
        {
          g_autofree char *text = NULL;
          g_autoptr (MusterKeys) keys = NULL;

          bytes[place] ^= 1 << place % 8;
          text = g_base64_encode (bytes, size);
          json_object_set_string_member (slot, members[i], text);
          bytes[place] ^= 1 << place % 8;
          write_json (fixture, root);
          keys = load (fixture);
          assert_refuses (keys, "ana", fixture->ana_password, fixture);
          assert_opens (keys, "ben", fixture->ben_password, fixture, fixture->ben_seed);
        }
    }
}

/* One bit in each byte of the file: refused, or it opens to the right keys, never to others. */
static void
test_flipped_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  for (gsize place = 0; place < size; place++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MusterKeys) keys = NULL;
      g_autoptr (MusterSecret) key = NULL;
      g_autoptr (MusterSecret) seed = NULL;

      text[place] ^= 1 << place % 7;
      write_text (fixture, text, size);
      text[place] ^= 1 << place % 7;
      keys = muster_keys_load (fixture->folder, &error);
      if (keys == NULL)
        {
          g_assert_true (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_DAMAGED) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_NEWER));
          continue;
        }
      if (muster_keys_open (keys, "ana", fixture->ana_password, fixture->computer, &key, &seed, &error))
        {
          assert_same (key, fixture->register_key);
          assert_same (seed, fixture->ana_seed);
        }
      else
        g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
    }
}

static void
swap (JsonNode *root, const char *member)
{
  JsonObject *one = find_object (root, "0");
  JsonObject *other = find_object (root, "1");
  JsonNode *kept = json_object_dup_member (one, member);

  json_object_set_member (one, member, json_object_dup_member (other, member));
  json_object_set_member (other, member, kept);
}

/* A slot put under another name opens with nobody's password. */
static void
test_swapped_slots (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) root = read_json (fixture);
  g_autoptr (MusterKeys) keys = NULL;

  swap (root, "account");
  write_json (fixture, root);
  keys = load (fixture);
  assert_refuses (keys, "ana", fixture->ana_password, fixture);
  assert_refuses (keys, "ana", fixture->ben_password, fixture);
  assert_refuses (keys, "ben", fixture->ana_password, fixture);
  assert_refuses (keys, "ben", fixture->ben_password, fixture);
  assert_recovers (keys, fixture);
}

/* The head of the file is in clear, but what it says cannot be changed unnoticed. */
static void
test_changed_head (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *member, *value;
  } cases[] = {
    { "register", "\"" OTHER_REGISTER "\"" },
    { "practice", "false" },
    { "keyring", "false" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = read_json (fixture);
      g_autoptr (MusterKeys) keys = NULL;

      json_object_set_member (json_node_get_object (root), cases[i].member, json_from_string (cases[i].value, NULL));
      write_json (fixture, root);
      keys = load (fixture);
      assert_refuses (keys, "ana", fixture->ana_password, fixture);
      assert_does_not_recover (keys, fixture->recovery);
      g_assert_true (muster_keys_save (fixture->keys, fixture->folder, NULL));
    }
}

static void
assert_nothing_beside (Fixture *fixture, guint wanted)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint found = 0;

  while (g_dir_read_name (dir) != NULL)
    found++;
  g_assert_cmpuint (found, ==, wanted);
}

/* The earlier file is never written into: whoever holds it still sees it whole. */
static void
test_replaced_whole (Fixture *fixture, gconstpointer data)
{
  g_autofree char *earlier = g_build_filename (fixture->folder, "earlier", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *now = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  g_assert_cmpint (link (fixture->path, earlier), ==, 0);
  seal_all (fixture);
  g_assert_true (g_file_get_contents (earlier, &after, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &now, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, !=, now);
  assert_nothing_beside (fixture, 2);
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  struct rlimit limit, small;
  gboolean saved;

  g_assert_true (g_file_get_contents (fixture->path, &before, NULL, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit) { 100, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = muster_keys_save (fixture->keys, fixture->folder, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_false (saved);
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  assert_nothing_beside (fixture, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "missing", NULL);

  g_assert_false (muster_keys_save (fixture->keys, missing, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE);
}

static void
test_permissions (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;
  mode_t mask = umask (0);

  g_assert_cmpint (chmod (fixture->path, 0666), ==, 0);
  g_assert_true (muster_keys_save (fixture->keys, fixture->folder, NULL));
  umask (mask);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
}

static void
assert_not_within (gconstpointer text, gsize size, MusterSecret *secret)
{
  const guint8 *bytes = muster_secret_get_bytes (secret);

  /* Eight bytes of it would be too many. */
  for (gsize place = 0; place + 8 <= muster_secret_get_size (secret); place++)
    g_assert_null (memmem (text, size, bytes + place, 8));
}

static void
test_nothing_in_clear (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "salt", "nonce", "sealed", NULL };
  MusterSecret *const secrets[] = { fixture->recovery, fixture->register_key, fixture->ana_password, fixture->ana_seed, fixture->ben_password,
                                    fixture->ben_seed, fixture->recovery_seed, fixture->computer };
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = read_json (fixture);
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &text, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      assert_not_within (text, size, secrets[i]);
      for (const char *where = "01r"; *where != '\0'; where++)
        for (guint member = *where == 'r' ? 1 : 0; members[member] != NULL; member++)
          {
            const char place[] = { *where, '\0' };
            JsonObject *object = find_object (root, *where == 'r' ? "recovery" : place);
            gsize field_size;
            g_autofree guint8 *field = g_base64_decode (json_object_get_string_member (object, members[member]), &field_size);

            assert_not_within (field, field_size, secrets[i]);
          }
    }
}

/* Of the processor's time, since others may use the computer too. */
static double
measure (MusterKeys *keys, const char *account)
{
  g_autoptr (MusterSecret) wrong = muster_secret_new_from_text ("not this one");
  clock_t from = clock ();
  g_autofree char *message = refuse_to_open (keys, account, wrong, NULL, MUSTER_ERROR_SIGN_IN);

  g_assert_nonnull (message);
  return (double) (clock () - from) / CLOCKS_PER_SEC;
}

/* A real register hashes at the full cost, and an unknown account as long as a wrong password. */
static void
test_cost (void)
{
  g_autoptr (MusterKeys) keys = muster_keys_new (REGISTER, FALSE, FALSE);
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("olive harbour lantern");
  g_autoptr (MusterSecret) key = muster_secret_new_random (32);
  g_autofree char *folder = g_dir_make_tmp ("muster-test-keys-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keys.json", NULL);
  g_autofree char *text = NULL;
  double known, unknown;

  g_assert_true (muster_keys_seal (keys, "ana", password, NULL, key, key, NULL));
  g_assert_true (muster_keys_seal_recovery (keys, key, NULL, key, key, NULL));
  g_assert_true (muster_keys_save (keys, folder, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"passes\" : 3"));
  g_assert_nonnull (strstr (text, "\"memory\" : 67108864"));
  known = measure (keys, "ana");
  unknown = measure (keys, "cleo");
  g_test_message ("%g s, %g s", known, unknown);
  g_assert_cmpfloat (unknown, >, known / 3);
  g_assert_cmpfloat (unknown, <, known * 3);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add (const char *path, gboolean keyring, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (keyring), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/keys/opens/keyring", TRUE, test_opens);
  add ("/keys/opens/password", FALSE, test_opens);
  add ("/keys/refuses/keyring", TRUE, test_refuses);
  add ("/keys/refuses/password", FALSE, test_refuses);
  add ("/keys/computer-secret", TRUE, test_computer_secret);
  add ("/keys/seals-anew", TRUE, test_seals_anew);
  add ("/keys/asleep/keyring", TRUE, test_asleep);
  add ("/keys/asleep/password", FALSE, test_asleep);
  add ("/keys/wrong-members", FALSE, test_wrong_members);
  add ("/keys/not-keys", FALSE, test_not_keys);
  add ("/keys/no-file", FALSE, test_no_file);
  add ("/keys/newer", FALSE, test_newer);
  add ("/keys/flipped-bits", TRUE, test_flipped_bits);
  add ("/keys/flipped-file", TRUE, test_flipped_file);
  add ("/keys/swapped-slots", FALSE, test_swapped_slots);
  add ("/keys/changed-head", TRUE, test_changed_head);
  add ("/keys/replaced-whole", FALSE, test_replaced_whole);
  add ("/keys/disk-full", FALSE, test_disk_full);
  add ("/keys/no-folder", FALSE, test_no_folder);
  add ("/keys/permissions", FALSE, test_permissions);
  add ("/keys/nothing-in-clear", TRUE, test_nothing_in_clear);
  g_test_add_func ("/keys/cost", test_cost);
  return g_test_run ();
}
