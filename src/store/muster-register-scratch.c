/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-register-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/muster-keys-private.h"

#define PREFIX ".muster-making-"
#define MAX_TRIES 8

static int
open_folder (const char *path)
{
  return g_open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0);
}

/* Whether @path is still the folder that @file stands for: somebody who cleans up may have been faster. */
static gboolean
is_same (const char *path, int file)
{
  struct stat here, there;

  return fstat (file, &here) == 0 && g_lstat (path, &there) == 0 && here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

/* Only what a register on its way consists of: nothing else is ever taken away. */
static gboolean
is_leftover (const char *path, const char *name)
{
  struct stat status;

  return (g_str_has_prefix (name, MUSTER_REGISTER_DATABASE) || g_str_has_prefix (name, MUSTER_KEYS_FILE)) && g_lstat (path, &status) == 0 && S_ISREG (status.st_mode);
}

static gboolean
holds_only_leftovers (const char *scratch)
{
  g_autoptr (GDir) dir = g_dir_open (scratch, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      if (!is_leftover (path, name))
        return FALSE;
    }
  return dir != NULL;
}

/* Whoever still works in it holds its lock; the end of a program, however sudden, lets go of it. */
static void
remove_if_abandoned (const char *scratch)
{
  int file = open_folder (scratch);
  struct stat status;

  if (file < 0)
    return;
  if (flock (file, LOCK_EX | LOCK_NB) == 0 && fstat (file, &status) == 0 && status.st_uid == geteuid () && is_same (scratch, file) && holds_only_leftovers (scratch))
    muster_register_scratch_remove (scratch);
  close (file);
}

void
muster_register_scratch_remove (const char *scratch)
{
  g_autoptr (GDir) dir = g_dir_open (scratch, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (scratch, name, NULL);

      g_unlink (path);
    }
  g_rmdir (scratch);
}

void
muster_register_scratch_clean (const char *parent)
{
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (g_str_has_prefix (name, PREFIX))
        remove_if_abandoned (path);
    }
}

char *
muster_register_scratch_make (const char *parent, int *lock, int *failure)
{
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *scratch = g_build_filename (parent, PREFIX "XXXXXX", NULL);

      *lock = g_mkdtemp_full (scratch, 0700) != NULL ? open_folder (scratch) : -1;
      *failure = *lock < 0 ? errno : EAGAIN;
      if (*lock < 0 && *failure != ENOENT)
        return NULL;
      /* Where there are no locks nobody cleans up either. */
      if (*lock >= 0 && (flock (*lock, LOCK_EX) != 0 || is_same (scratch, *lock)))
        return g_steal_pointer (&scratch);
      if (*lock >= 0)
        close (*lock);
      *lock = -1;
    }
  return NULL;
}
