/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-runtime-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/muster-error.h"

/* The folder of what runs is in memory, and for its owner only; one for each file, so that the file needs no other name. */
char *
muster_runtime_file_new (const char *name, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "muster-document-XXXXXX", NULL);

  if (g_mkdtemp (folder) != NULL)
    return g_build_filename (folder, name, NULL);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: %s. Save the document somewhere else instead."), g_get_user_runtime_dir (), g_strerror (errno));
  return NULL;
}

void
muster_runtime_file_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}
