/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a killed program left beside the place of a register is taken away by the next that makes one, and nothing else. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/muster-register.h"

typedef struct
{
  char *parent;
  MusterRegisterPlan plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->parent = g_dir_make_tmp ("muster-test-scratch-XXXXXX", NULL);
  fixture->plan = (MusterRegisterPlan) {
    .folder = g_build_filename (fixture->parent, "Riverside.muster", NULL),
    .agency = "Riverside Navigators",
    .account = "ana",
    .full_name = "Ana Lindqvist",
    .password = muster_secret_new_from_text ("practice"),
    .practice = TRUE,
  };
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  store_fixture_remove (fixture->parent);
  muster_secret_unref (fixture->plan.password);
  g_free ((char *) fixture->plan.folder);
  g_free (fixture->parent);
}

static void
create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) recovery_key = muster_register_create (&fixture->plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (recovery_key);
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

/* Makes @name beside the place of the register, with a file called @inside in it (nullable). */
static char *
leave (Fixture *fixture, const char *name, const char *inside)
{
  char *path = g_build_filename (fixture->parent, name, NULL);
  g_autofree char *file = inside != NULL ? g_build_filename (path, inside, NULL) : NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  if (file != NULL)
    g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  return path;
}

static gboolean
is_there (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

/* The kernel kills a program that writes beyond the size it may, right in the middle of a page. */
static void
make_and_be_killed (Fixture *fixture, rlim_t size)
{
  const struct rlimit none = { 0, 0 };
  const struct rlimit limit = { size, size };

  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_FSIZE, &limit);
  signal (SIGXFSZ, SIG_DFL);
  muster_register_create (&fixture->plan, NULL, NULL);
  _exit (0);
}

static void
test_killed (Fixture *fixture, gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 1500, 40000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      pid_t child = fork ();
      int status;

      if (child == 0)
        make_and_be_killed (fixture, sizes[i]);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGXFSZ);
      /* The second and the third clean up behind the one before. */
      g_assert_cmpuint (count_entries (fixture->parent), ==, 1);
    }
  create (fixture);
  g_assert_cmpuint (count_entries (fixture->parent), ==, 1);
  g_assert_true (is_there (fixture->plan.folder));
}

static void
test_leftovers (Fixture *fixture, gconstpointer data)
{
  static const char *const inside[] = { NULL, "register.db", "register.db-wal", "register.db-shm", "register.db-journal", "keys.json", "keys.json.3XK2P3" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    {
      g_autofree char *name = g_strdup_printf (".muster-making-%06u", i);

      g_ptr_array_add (paths, leave (fixture, name, inside[i]));
    }
  create (fixture);
  for (guint i = 0; i < paths->len; i++)
    g_assert_false (is_there (paths->pdata[i]));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *letter = leave (fixture, ".muster-making-letter", "letter.txt");
  g_autofree char *deep = leave (fixture, ".muster-making-deeper", NULL);
  g_autofree char *deeper = g_build_filename (deep, "register.db", NULL);
  g_autofree char *other = leave (fixture, ".muster-other", "register.db");
  g_autofree char *elsewhere = leave (fixture, "Elsewhere.muster", "register.db");
  g_autofree char *link = g_build_filename (fixture->parent, ".muster-making-linked", NULL);
  g_autofree char *file = g_build_filename (fixture->parent, ".muster-making-afile1", NULL);
  g_autofree char *linked = g_build_filename (elsewhere, "register.db", NULL);

  g_assert_cmpint (g_mkdir (deeper, 0700), ==, 0);
  g_assert_cmpint (symlink (elsewhere, link), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  create (fixture);
  g_assert_true (is_there (letter) && is_there (deeper) && is_there (other) && is_there (link) && is_there (linked) && is_there (file));
  g_assert_cmpuint (count_entries (letter), ==, 1);
}

/* Somebody who is at it holds the lock. */
static void
test_in_work (Fixture *fixture, gconstpointer data)
{
  g_autofree char *working = leave (fixture, ".muster-making-atwork", "keys.json");
  int lock = g_open (working, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  g_assert_cmpint (flock (lock, LOCK_EX | LOCK_NB), ==, 0);
  create (fixture);
  g_assert_true (is_there (working));

  close (lock);
  store_fixture_remove (fixture->plan.folder);
  create (fixture);
  g_assert_false (is_there (working));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  add ("/register-scratch/killed", test_killed);
  add ("/register-scratch/leftovers", test_leftovers);
  add ("/register-scratch/kept", test_kept);
  add ("/register-scratch/in-work", test_in_work);
  return g_test_run ();
}
