/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-import.h"

#include <glib/gstdio.h>

#include "domain/muster-error.h"
#include "operations/muster-import-roster.h"
#include "operations/muster-operations-resources.h"

#define FOLDER "/org/muster/Muster/practice/"

static gboolean
write_file (const char *path, const char *name, GError **error)
{
  g_autofree char *resource_path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (muster_operations_get_resource (), resource_path, 0, error);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

static gboolean
import_file (MusterStore *store, const char *path, GError **error)
{
  g_autoptr (MusterSheet) sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, error);
  g_autoptr (MusterImportOptions) options = NULL;
  MusterImportRequest request = { 0 };
  MusterImportResult result = { 0 };
  gboolean done;

  if (sheet == NULL)
    return FALSE;
  options = muster_import_options_new (sheet, NULL);
  request.sheet = sheet;
  request.options = options;
  done = muster_store_run (store, &muster_import_roster, &request, &result, NULL, error);
  g_clear_pointer (&result.plan, muster_import_plan_free);
  return done;
}

gboolean
muster_practice_import (MusterStore *store, const char *name, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("muster-practice-XXXXXX", error);
  g_autofree char *path = NULL;
  gboolean done;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, name, NULL);
  done = write_file (path, name, error) && import_file (store, path, error);
  g_unlink (path);
  g_rmdir (folder);
  return done;
}
