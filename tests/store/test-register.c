/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* With "keyring" it runs in tests/in-session, where a real one serves; else no keyring can be reached. */

#include "store/muster-register.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "domain/muster-error.h"
#include "store/muster-account-table.h"
#include "store/muster-database-private.h"
#include "store/muster-keyring.h"
#include "store/muster-keys.h"
#include "store/muster-verify.h"

#define PASSWORD "olive harbour lantern"
#define NEW_PASSWORD "quiet copper meadow"

/* What a test's register is like. */
#define REAL 0
#define KEYRING 1
#define PRACTICE 2 /* for what does not depend on it, since its passwords are hashed cheaply */

/* A folder that holds registers, and a good plan for one that is not there yet. */
typedef struct
{
  char *parent;
  char *folder;
  MusterSecret *password;
  MusterSecret *new_password;
  MusterRegisterPlan plan;
} Fixture;

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = g_dir_make_tmp ("muster-test-register-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->parent, "Riverside.muster", NULL);
  fixture->password = muster_secret_new_from_text (PASSWORD);
  fixture->new_password = muster_secret_new_from_text (NEW_PASSWORD);
  fixture->plan = (MusterRegisterPlan) {
    .folder = fixture->folder,
    .agency = "Riverside Navigators",
    .account = "ana",
    .full_name = "Ana Lindqvist",
    .password = fixture->password,
    .keyring = GPOINTER_TO_INT (data) == KEYRING,
    .practice = GPOINTER_TO_INT (data) == PRACTICE,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->parent);
  muster_secret_unref (fixture->password);
  muster_secret_unref (fixture->new_password);
  g_free (fixture->folder);
  g_free (fixture->parent);
}

static MusterSecret *
create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  MusterSecret *recovery_key = muster_register_create (&fixture->plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (muster_secret_get_size (recovery_key), ==, 32);
  return recovery_key;
}

static void
assert_not_created (Fixture *fixture, GCancellable *cancellable, GQuark domain, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_register_create (&fixture->plan, cancellable, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  if (words != NULL)
    g_assert_nonnull (strstr (error->message, words));
}

static MusterRegisterInfo *
look (const char *folder)
{
  g_autoptr (GError) error = NULL;
  MusterRegisterInfo *info = muster_register_look (folder, &error);

  g_assert_no_error (error);
  return info;
}

static void
assert_not_a_register (const char *folder, MusterError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_register_look (folder, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, folder));
  g_assert_nonnull (strstr (error->message, words));
}

static MusterStore *
sign_in (Fixture *fixture, const char *account, MusterSecret *password)
{
  g_autoptr (GError) error = NULL;
  MusterStore *store = muster_store_open (fixture->folder, account, password, NULL, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_signs_in (Fixture *fixture, MusterSecret *password)
{
  g_autoptr (MusterStore) store = sign_in (fixture, "ana", password);
  g_autoptr (MusterVerification) verification = NULL;
  g_autofree char *log = g_build_filename (fixture->folder, "register.db-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (muster_store_get_damage (store), ==, NULL);
  verification = muster_verify (store, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (verification->what, ==, NULL);
  g_assert_true (verification->ok);
  muster_store_close (store);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
}

static void
assert_does_not_sign_in (Fixture *fixture, MusterSecret *password, MusterError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (muster_store_open (fixture->folder, "ana", password, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, code);
}

static guint
get_mode (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0);
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autoptr (MusterRegisterInfo) info = look (fixture->folder);
  g_autoptr (MusterStore) store = NULL;

  umask (mask);
  g_assert_cmpuint (get_mode (fixture->folder, "."), ==, 0700);
  g_assert_cmpuint (get_mode (fixture->folder, "keys.json"), ==, 0600);
  g_assert_cmpuint (get_mode (fixture->folder, "register.db"), ==, 0600);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 2);
  g_assert_cmpuint (count_entries (fixture->parent), ==, 1);

  g_assert_cmpstr (info->folder, ==, fixture->folder);
  g_assert_cmpstr (info->name, ==, "Riverside");
  g_assert_true (g_uuid_string_is_valid (info->id));
  g_assert_cmpint (info->keyring, ==, GPOINTER_TO_INT (data) == KEYRING);
  g_assert_false (info->practice);

  assert_signs_in (fixture, fixture->password);
  store = sign_in (fixture, "ana", fixture->password);
  g_assert_cmpstr (muster_store_get_agency (store), ==, "Riverside Navigators");
  g_assert_cmpint (muster_store_get_account (store)->id, ==, 1);
  g_assert_cmpint (muster_store_get_account (store)->role, ==, MUSTER_ROLE_ADMINISTRATOR);
  g_assert_cmpstr (muster_store_get_account (store)->full_name, ==, "Ana Lindqvist");
  muster_store_close (store);
}

static void
test_create_each_its_own (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other_folder = g_build_filename (fixture->parent, "new", "deeper", "Other", NULL);
  g_autoptr (MusterSecret) one_key = create (fixture);
  g_autoptr (MusterSecret) other_key = NULL;
  g_autoptr (MusterRegisterInfo) one = look (fixture->folder);
  g_autoptr (MusterRegisterInfo) other = NULL;

  fixture->plan.folder = other_folder;
  other_key = create (fixture);
  other = look (other_folder);
  g_assert_cmpstr (one->id, !=, other->id);
  g_assert_cmpstr (other->name, ==, "Other");
  g_assert_cmpint (memcmp (muster_secret_get_bytes (one_key), muster_secret_get_bytes (other_key), 32), !=, 0);
}

static void
test_create_in_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->parent, "link", NULL);
  g_autoptr (MusterSecret) recovery_key = NULL;

  g_assert_cmpint (g_mkdir (fixture->folder, 0755), ==, 0);
  g_assert_cmpint (symlink ("Riverside.muster", link), ==, 0);
  fixture->plan.folder = link;
  recovery_key = create (fixture);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (get_mode (fixture->folder, "."), ==, 0700);
  assert_signs_in (fixture, fixture->password);
}

static void
test_practice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) password = muster_secret_new_from_text ("p");
  g_autoptr (MusterSecret) recovery_key = NULL;
  g_autoptr (MusterRegisterInfo) info = NULL;

  fixture->plan.practice = TRUE;
  fixture->plan.keyring = TRUE;
  fixture->plan.password = password;
  recovery_key = create (fixture);
  info = look (fixture->folder);
  g_assert_true (info->practice);
  g_assert_false (info->keyring);
  assert_signs_in (fixture, password);
}

static void
test_bad_plans (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *agency, *account, *full_name, *password, *words;
  } cases[] = {
    { "", "ana", "Ana", PASSWORD, "agency" },
    { NULL, "ana", "Ana", PASSWORD, "agency" },
    { " \t ", "ana", "Ana", PASSWORD, "agency" },
    { "\xff", "ana", "Ana", PASSWORD, "agency" },
    { "Riverside", "ana", "", PASSWORD, "full name" },
    { "Riverside", "ana", NULL, PASSWORD, "full name" },
    { "Riverside", "", "Ana", PASSWORD, "name" },
    { "Riverside", NULL, "Ana", PASSWORD, "name" },
    { "Riverside", "Ana B", "Ana", PASSWORD, "Ana B" },
    { "Riverside", "recovery", "Ana", PASSWORD, "recovery" },
    { "Riverside", "ana", "Ana", "", "empty" },
    { "Riverside", "ana", "Ana", "short", "short" },
    { "Riverside", "anamariana", "Ana", "anamariana", "name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MusterSecret) password = muster_secret_new_from_text (cases[i].password);

      fixture->plan.agency = cases[i].agency;
      fixture->plan.account = cases[i].account;
      fixture->plan.full_name = cases[i].full_name;
      fixture->plan.password = password;
      assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_INVALID, cases[i].words);
      g_assert_cmpuint (count_entries (fixture->parent), ==, 0);
    }
}

static void
test_bad_places (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *below = g_build_filename (inside, "Riverside.muster", NULL);
  g_autoptr (MusterSecret) recovery_key = NULL;

  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inside, "dear", -1, NULL));
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_INVALID, "not empty");
  fixture->plan.folder = inside;
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_INVALID, "is a file");
  fixture->plan.folder = below;
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_STORAGE, below);
  fixture->plan.folder = "/proc/Riverside.muster";
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_STORAGE, "/proc/Riverside.muster");
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
  g_assert_cmpuint (count_entries (fixture->parent), ==, 1);

  remove_all (fixture->folder);
  fixture->plan.folder = fixture->folder;
  recovery_key = create (fixture);
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_INVALID, "already");
  assert_signs_in (fixture, fixture->password);
}

static void
test_not_writable (Fixture *fixture, gconstpointer data)
{
  gboolean root = geteuid () == 0;

  g_assert_cmpint (g_chmod (fixture->parent, 0555), ==, 0);
  /* Root may write everywhere, so it is somebody else for a moment. */
  if (root && seteuid (65534) != 0)
    {
      g_test_skip ("there is nobody else to be here");
      return;
    }
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_STORAGE, "may not write");
  if (root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (fixture->parent, 0700), ==, 0);
}

static void
limit_file_size (rlim_t size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Wherever it stops, nothing is left. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 100, 1500, 10000, 40000, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      limit_file_size (sizes[i]);
      assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_STORAGE, NULL);
      limit_file_size (RLIM_INFINITY);
      g_assert_cmpuint (count_entries (fixture->parent), ==, 0);
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  assert_not_created (fixture, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED, NULL);
  g_assert_cmpuint (count_entries (fixture->parent), ==, 0);
}

static void
test_no_keyring (Fixture *fixture, gconstpointer data)
{
  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_KEYRING, "keyring");
  g_assert_cmpuint (count_entries (fixture->parent), ==, 0);
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autofree char *keys = g_build_filename (fixture->folder, "keys.json", NULL);
  g_autofree char *database = g_build_filename (fixture->folder, "register.db", NULL);
  g_autofree char *aside = g_build_filename (fixture->parent, "aside", NULL);
  g_autofree char *below = g_build_filename (keys, "x", NULL);
  g_autoptr (MusterSecret) recovery_key = NULL;

  assert_not_a_register (fixture->folder, MUSTER_ERROR_NOT_FOUND, "no register");
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  assert_not_a_register (fixture->folder, MUSTER_ERROR_DAMAGED, "not a register");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);

  recovery_key = create (fixture);
  assert_not_a_register (keys, MUSTER_ERROR_DAMAGED, "is a file");
  assert_not_a_register (below, MUSTER_ERROR_NOT_FOUND, "no register");
  g_assert_cmpint (g_rename (database, aside), ==, 0);
  assert_not_a_register (fixture->folder, MUSTER_ERROR_DAMAGED, "register.db” is missing");
  g_assert_true (g_file_set_contents (database, "", 0, NULL));
  assert_not_a_register (fixture->folder, MUSTER_ERROR_DAMAGED, "register.db” is empty");
  g_assert_cmpint (g_rename (aside, database), ==, 0);
  g_assert_cmpint (g_rename (keys, aside), ==, 0);
  assert_not_a_register (fixture->folder, MUSTER_ERROR_DAMAGED, "keys.json” is missing");
  g_assert_true (g_file_set_contents (keys, "{", -1, NULL));
  assert_not_a_register (fixture->folder, MUSTER_ERROR_DAMAGED, "damaged");
  g_assert_true (g_file_set_contents (keys, "{\"format\":\"muster-keys\",\"version\":2}", -1, NULL));
  assert_not_a_register (fixture->folder, MUSTER_ERROR_NEWER, "newer Muster");
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *folder, *name;
  } cases[] = { { "Riverside.muster", "Riverside" }, { "Riverside", "Riverside" }, { ".muster", ".muster" }, { "Río Verde.muster/", "Río Verde" }, { "a.muster.muster", "a.muster" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folder = g_strconcat (fixture->parent, "/", i % 2 == 0 ? "one/" : "two/", cases[i].folder, NULL);
      g_autoptr (MusterSecret) recovery_key = NULL;
      g_autoptr (MusterRegisterInfo) info = NULL;

      fixture->plan.folder = folder;
      recovery_key = create (fixture);
      info = look (folder);
      g_assert_cmpstr (info->name, ==, cases[i].name);
      g_assert_false (g_str_has_suffix (info->folder, "/"));
    }
}

static void
test_default_folder (void)
{
  g_autofree char *folder = muster_register_dup_default_folder ();
  g_autofree char *expected = g_strconcat (g_get_user_data_dir (), "/muster/register.muster", NULL);

  g_assert_cmpstr (folder, ==, expected);
}

static gboolean
reset (Fixture *fixture, MusterSecret *recovery_key, const char *account, MusterSecret *password, GError **error)
{
  return muster_register_reset_password (fixture->folder, recovery_key, account, password, NULL, error);
}

static void
assert_resets (Fixture *fixture, MusterSecret *recovery_key)
{
  g_autoptr (GError) error = NULL;

  reset (fixture, recovery_key, "ana", fixture->new_password, &error);
  g_assert_no_error (error);
  assert_signs_in (fixture, fixture->new_password);
  assert_does_not_sign_in (fixture, fixture->password, MUSTER_ERROR_SIGN_IN);
}

static void
assert_does_not_reset (Fixture *fixture, MusterSecret *recovery_key, const char *account, MusterSecret *password, MusterError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (reset (fixture, recovery_key, account, password, &error));
  g_assert_error (error, MUSTER_ERROR, code);
  g_test_message ("%s", error->message);
}

static void
test_reset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);

  assert_signs_in (fixture, fixture->password);
  assert_resets (fixture, recovery_key);
  /* And once more: the recovery key is still what it was. */
  assert_resets (fixture, recovery_key);
}

static gboolean
perform_add (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterAccount) account = muster_account_copy (input);

  return muster_work_add_account (work, account, output, error);
}

static void
add_account (Fixture *fixture, const char *name, MusterRole role, gboolean disabled)
{
  const MusterOperation operation = { .name = "add-account", .perform = perform_add };
  MusterAccount account = { .name = (char *) name, .full_name = (char *) "Somebody", .role = role, .disabled = disabled };
  g_autoptr (MusterStore) store = sign_in (fixture, "ana", fixture->password);
  g_autoptr (GError) error = NULL;

  muster_store_run (store, &operation, &account, fixture->password, NULL, &error);
  g_assert_no_error (error);
  muster_store_close (store);
}

static void
test_reset_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autoptr (MusterSecret) other_key = muster_secret_new_random (32);
  g_autoptr (MusterSecret) weak = muster_secret_new_from_text ("short");

  add_account (fixture, "sam", MUSTER_ROLE_SUPERVISOR, FALSE);
  add_account (fixture, "ben", MUSTER_ROLE_ADMINISTRATOR, TRUE);
  assert_does_not_reset (fixture, other_key, "ana", fixture->new_password, MUSTER_ERROR_SIGN_IN);
  assert_does_not_reset (fixture, recovery_key, "cleo", fixture->new_password, MUSTER_ERROR_NOT_FOUND);
  assert_does_not_reset (fixture, recovery_key, "sam", fixture->new_password, MUSTER_ERROR_RULE);
  assert_does_not_reset (fixture, recovery_key, "ben", fixture->new_password, MUSTER_ERROR_RULE);
  assert_does_not_reset (fixture, recovery_key, "recovery", fixture->new_password, MUSTER_ERROR_RULE);
  assert_does_not_reset (fixture, recovery_key, "ana", weak, MUSTER_ERROR_INVALID);
  limit_file_size (100);
  assert_does_not_reset (fixture, recovery_key, "ana", fixture->new_password, MUSTER_ERROR_STORAGE);
  limit_file_size (RLIM_INFINITY);
  assert_signs_in (fixture, fixture->password);
  remove_all (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
  assert_does_not_reset (fixture, recovery_key, "ana", fixture->new_password, MUSTER_ERROR_DAMAGED);
}

/* As if the computer had stopped after keys.json and before the commit. */
static void
test_reset_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "register.db", NULL);
  g_autofree char *before = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  assert_resets (fixture, recovery_key);
  g_assert_true (g_file_set_contents (path, before, size, NULL));
  assert_does_not_sign_in (fixture, fixture->new_password, MUSTER_ERROR_SIGN_IN);
  assert_does_not_sign_in (fixture, fixture->password, MUSTER_ERROR_SIGN_IN);
  assert_resets (fixture, recovery_key);
}

static void
test_enrol_without_need (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_false (muster_register_enrol_computer (fixture->folder, recovery_key, MUSTER_ENROLMENT_KEYRING, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE);
}

/* That the recovery key was used stands in the journal, and the journal is sound. */
static void
assert_recorded (Fixture *fixture)
{
  g_autoptr (MusterStore) store = muster_store_open (fixture->folder, "ana", fixture->password, NULL, NULL);
  g_autoptr (MusterVerification) result = NULL;
  MusterDatabase *database = muster_store_read (store, NULL);
  {
    g_autoptr (MusterStatement) statement = muster_database_prepare (database, "SELECT role FROM journal_entry WHERE operation = 'set-up-computer'", NULL);
    gboolean row;

    g_assert_true (muster_statement_step (statement, &row, NULL) && row);
    g_assert_cmpstr (muster_statement_get_text (statement, 0), ==, "recovery");
  }
  muster_store_read_done (store, database);
  result = muster_verify (store, NULL, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (result->what, ==, NULL);
  muster_store_close (store);
}

/* Asked by hand, since libsecret's own blocking calls leave a little behind. */
static guint
count_kept (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) open = NULL;
  g_autoptr (GVariant) locked = NULL;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "SearchItems",
                                       g_variant_new_parsed ("({'xdg:schema': 'org.muster.Register'},)"), G_VARIANT_TYPE ("(aoao)"), 0, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(@ao@ao)", &open, &locked);
  return g_variant_n_children (open) + g_variant_n_children (locked);
}

static void
forget (Fixture *fixture)
{
  g_autoptr (MusterRegisterInfo) info = look (fixture->folder);

  g_assert_true (muster_keyring_forget (info->id, MUSTER_KEYRING_COMPUTER_SECRET, NULL, NULL));
  g_assert_true (muster_keyring_forget (info->id, MUSTER_KEYRING_ANCHOR, NULL, NULL));
}

static void
test_keyring (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autoptr (MusterSecret) other_key = muster_secret_new_random (32);
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_kept (connection), >, 0);
  assert_signs_in (fixture, fixture->password);
  forget (fixture);
  assert_does_not_sign_in (fixture, fixture->password, MUSTER_ERROR_KEYRING);
  g_assert_false (muster_register_enrol_computer (fixture->folder, other_key, MUSTER_ENROLMENT_KEYRING, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  g_clear_error (&error);
  assert_does_not_sign_in (fixture, fixture->password, MUSTER_ERROR_KEYRING);
  g_assert_true (muster_register_enrol_computer (fixture->folder, recovery_key, MUSTER_ENROLMENT_KEYRING, NULL, &error));
  g_assert_no_error (error);
  assert_signs_in (fixture, fixture->password);
  assert_recorded (fixture);
  assert_resets (fixture, recovery_key);
  forget (fixture);
}

static gboolean
is_without_keyring (Fixture *fixture)
{
  g_autoptr (MusterStore) store = muster_store_open (fixture->folder, "ana", fixture->password, NULL, NULL);
  gboolean is;

  g_assert_nonnull (store);
  g_assert_true (muster_store_uses_keyring (store));
  is = muster_store_is_without_keyring (store);
  muster_store_close (store);
  return is;
}

/* The recovery key opens the register for as long as the program lives, and puts nothing into the keyring. */
static void
test_program_holds (Fixture *fixture, gconstpointer data)
{
  g_autoptr (MusterSecret) recovery_key = create (fixture);
  g_autoptr (MusterSecret) other_key = muster_secret_new_random (32);
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GError) error = NULL;
  guint before;

  g_assert_false (is_without_keyring (fixture));
  forget (fixture);
  before = count_kept (connection);
  g_assert_false (muster_register_enrol_computer (fixture->folder, other_key, MUSTER_ENROLMENT_PROGRAM, NULL, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_SIGN_IN);
  assert_does_not_sign_in (fixture, fixture->password, MUSTER_ERROR_KEYRING);
  g_assert_true (muster_register_enrol_computer (fixture->folder, recovery_key, MUSTER_ENROLMENT_PROGRAM, NULL, NULL));
  g_assert_true (is_without_keyring (fixture));
  assert_does_not_sign_in (fixture, fixture->new_password, MUSTER_ERROR_SIGN_IN);
  assert_recorded (fixture);
  g_assert_cmpuint (count_kept (connection), ==, before);
}

/* Does to the place what spoils the last step, at the moment when the keyring is given the secret. */
static GDBusMessage *
spoil_cb (GDBusConnection *connection, GDBusMessage *message, gboolean incoming, gpointer data)
{
  g_autofree char *inside = g_build_filename (data, "letter.txt", NULL);

  if (!incoming && g_strcmp0 (g_dbus_message_get_member (message), "CreateItem") == 0)
    {
      g_assert_cmpint (g_mkdir (data, 0700), ==, 0);
      g_assert_true (g_file_set_contents (inside, "dear", -1, NULL));
    }
  return message;
}

static void
test_keyring_forgets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) connection = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  guint filter = g_dbus_connection_add_filter (connection, spoil_cb, fixture->folder, NULL);
  guint before = count_kept (connection);

  assert_not_created (fixture, NULL, MUSTER_ERROR, MUSTER_ERROR_INVALID, "not empty");
  g_dbus_connection_remove_filter (connection, filter);
  g_assert_cmpuint (count_kept (connection), ==, before);
  g_assert_cmpuint (count_entries (fixture->parent), ==, 1);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 1);
}

static void
add (const char *path, int kind, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (kind), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && strcmp (argv[1], "keyring") == 0)
    {
      add ("/register/keyring/create", KEYRING, test_create);
      add ("/register/keyring/used", KEYRING, test_keyring);
      add ("/register/keyring/program-holds", KEYRING, test_program_holds);
      add ("/register/keyring/forgets", KEYRING, test_keyring_forgets);
      return g_test_run ();
    }

  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  add ("/register/create/password", REAL, test_create);
  add ("/register/create/each-its-own", PRACTICE, test_create_each_its_own);
  add ("/register/create/in-empty", PRACTICE, test_create_in_empty);
  add ("/register/create/practice", REAL, test_practice);
  add ("/register/create/bad-plans", REAL, test_bad_plans);
  add ("/register/create/bad-places", PRACTICE, test_bad_places);
  add ("/register/create/not-writable", PRACTICE, test_not_writable);
  add ("/register/create/disk-full", PRACTICE, test_disk_full);
  add ("/register/create/cancelled", PRACTICE, test_cancelled);
  add ("/register/create/no-keyring", KEYRING, test_no_keyring);
  add ("/register/look", PRACTICE, test_look);
  add ("/register/names", PRACTICE, test_names);
  g_test_add_func ("/register/default-folder", test_default_folder);
  add ("/register/reset/done", PRACTICE, test_reset);
  add ("/register/reset/refused", REAL, test_reset_refused);
  add ("/register/reset/interrupted", PRACTICE, test_reset_interrupted);
  add ("/register/enrol-without-need", PRACTICE, test_enrol_without_need);
  return g_test_run ();
}
