/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-small-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/muster-sign-in-attempts.h"

#define LIMIT 16

/* What may lie where a small file of ours is looked for. */
static void
lay (const char *folder, const char *what)
{
  g_autofree char *path = g_build_filename (folder, what, NULL), *plain = g_build_filename (folder, "plain", NULL);

  if (g_str_equal (what, "plain"))
    g_assert_true (g_file_set_contents (path, "sixteen letters!", -1, NULL));
  else if (g_str_equal (what, "empty"))
    g_assert_true (g_file_set_contents (path, "", -1, NULL));
  else if (g_str_equal (what, "long"))
    g_assert_true (g_file_set_contents (path, "seventeen letters", -1, NULL));
  else if (g_str_equal (what, "fifo"))
    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  else if (g_str_equal (what, "folder"))
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  else if (g_str_equal (what, "link"))
    g_assert_cmpint (symlink (plain, path), ==, 0);
}

static void
test_reads (void)
{
  static const struct
  {
    const char *what;
    const char *text; /* %NULL: nothing is read */
  } cases[] = { { "plain", "sixteen letters!" }, { "empty", "" }, { "long", NULL }, { "fifo", NULL }, { "folder", NULL }, { "link", NULL }, { "missing", NULL } };
  g_autofree char *folder = g_dir_make_tmp ("muster-test-small-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].what, NULL), *text = NULL;
      gsize size = 1;

      g_test_message ("%s", cases[i].what);
      lay (folder, cases[i].what);
      text = muster_small_file_read (path, LIMIT, &size);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (size, ==, text != NULL ? strlen (text) : 0);
    }
  store_fixture_remove (folder);
}

/* A pipe in its place neither holds up a sign-in nor stays. */
static void
test_attempts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-test-small-XXXXXX", NULL), *path = g_build_filename (folder, "sign-in-attempts", NULL);
  g_auto (MusterSignInAttempts) none = { 0 }, one = { 0 };

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  muster_sign_in_attempts_load (folder, &none);
  g_assert_cmpint (none.count, ==, 0);
  muster_sign_in_attempts_add (folder, "kim", 7);
  muster_sign_in_attempts_load (folder, &one);
  g_assert_cmpint (one.count, ==, 1);
  g_assert_cmpstr (one.accounts, ==, "kim");
  store_fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/small-file/reads", test_reads);
  g_test_add_func ("/small-file/attempts", test_attempts);
  return g_test_run ();
}
