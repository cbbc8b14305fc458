/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-small-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

char *
muster_small_file_read (const char *path, gsize max, gsize *size)
{
  int file = g_open (path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC, 0);
  g_autofree char *bytes = NULL;
  struct stat status;
  gssize n;

  *size = 0;
  if (file < 0)
    return NULL;
  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size < 0 || (gsize) status.st_size > max)
    {
      close (file);
      return NULL;
    }
  bytes = g_malloc0 (status.st_size + 1);
  for (n = 1; n > 0 && *size < (gsize) status.st_size;)
    {
      n = read (file, bytes + *size, status.st_size - *size);
      *size += MAX (n, 0);
    }
  close (file);
  return n >= 0 ? g_steal_pointer (&bytes) : NULL;
}
