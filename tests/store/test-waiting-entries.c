/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-waiting-entries.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>

#include "store-fixture.h"

#define TIME (G_GINT64_CONSTANT (1796000000) * G_TIME_SPAN_SECOND)

typedef struct
{
  char *folder;
  char *path;
  MusterSecret *key;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("muster-test-waiting-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "waiting-entries", NULL);
  fixture->key = muster_secret_new_random (32);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  muster_secret_unref (fixture->key);
}

static void
test_keeps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = muster_waiting_entries_load (fixture->folder, fixture->key), *one = NULL, *two = NULL, *gone = NULL;

  g_assert_null (none);
  muster_waiting_entries_add (fixture->folder, fixture->key, "sign-in kim", TIME);
  one = muster_waiting_entries_load (fixture->folder, fixture->key);
  g_assert_cmpstr (one, ==, "sign-in kim 2026-11-30T00:53:20Z");
  muster_waiting_entries_add (fixture->folder, fixture->key, "sign-in sam", TIME + G_TIME_SPAN_SECOND);
  two = muster_waiting_entries_load (fixture->folder, fixture->key);
  g_assert_cmpstr (two, ==, "sign-in kim 2026-11-30T00:53:20Z; sign-in sam 2026-11-30T00:53:21Z");
  muster_waiting_entries_forget (fixture->folder);
  gone = muster_waiting_entries_load (fixture->folder, fixture->key);
  g_assert_null (gone);
}

/* Who has the folder and not the key writes nothing that somebody else signs as it stands. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const forged[] = { "sign-in alex 2026-11-28T02:20:00Z", " ", "0123456789abcdef0123456789abcdef sign-in alex 2026-11-28T02:20:00Z", "\xff\xfe" };
  g_autofree char *whole = NULL, *told = NULL;
  g_autoptr (MusterSecret) other = muster_secret_new_random (32);
  gsize size;

  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autofree char *loaded = NULL;

      g_file_set_contents (fixture->path, forged[i], -1, NULL);
      loaded = muster_waiting_entries_load (fixture->folder, fixture->key);
      g_assert_cmpstr (loaded, ==, "(the list that waited was changed outside of Muster)");
    }
  muster_waiting_entries_forget (fixture->folder);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  {
    g_autofree char *loaded = muster_waiting_entries_load (fixture->folder, fixture->key);

    g_assert_cmpstr (loaded, ==, "(the list that waited was changed outside of Muster)");
  }
  muster_waiting_entries_forget (fixture->folder);
  muster_waiting_entries_add (fixture->folder, fixture->key, "sign-in kim", TIME);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *loaded = NULL;

      whole[i] ^= 1;
      g_file_set_contents (fixture->path, whole, size, NULL);
      whole[i] ^= 1;
      loaded = muster_waiting_entries_load (fixture->folder, fixture->key);
      g_assert_cmpstr (loaded, ==, "(the list that waited was changed outside of Muster)");
    }
  g_file_set_contents (fixture->path, whole, size, NULL);
  told = muster_waiting_entries_load (fixture->folder, other);
  g_assert_cmpstr (told, ==, "(the list that waited was changed outside of Muster)");
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *what = g_strnfill (1000, 'x'), *loaded = NULL;

  for (guint i = 0; i < 70; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%u%s", i, what);

      muster_waiting_entries_add (fixture->folder, fixture->key, numbered, TIME);
    }
  loaded = muster_waiting_entries_load (fixture->folder, fixture->key);
  g_assert_true (g_str_has_prefix (loaded, "(earlier ones left out); "));
  g_assert_cmpuint (strlen (loaded), <=, 65536);
  g_assert_nonnull (strstr (loaded, "; 69xxx"));
  g_assert_nonnull (strstr (loaded, "; 30xxx"));
  g_assert_null (strstr (loaded, " 0xxx"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add ("/waiting-entries/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (keeps);
  ADD (changed);
  ADD (many);
  return g_test_run ();
}
