/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-import.h"

#include <glib/gstdio.h>

#include "documents/muster-csv-reader.h"
#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "operations/muster-edit-assister.h"
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
add_row (MusterStore *store, MusterSheet *sheet, guint row, const MusterImportField *fields, const char *const *headers, GError **error)
{
  guint n = muster_sheet_get_n_columns (sheet);
  g_autofree const char **cells = g_new0 (const char *, n);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) muster_finding_free);
  MusterImportRow read = { 0 };
  MusterAssisterEdit edit = { 0 };
  gboolean done = TRUE;
  gint64 id;

  muster_sheet_get_row (sheet, row, cells);
  if (muster_import_row_read (fields, cells, headers, n, row + 2, NULL, &read, findings))
    {
      g_autoptr (GError) problem = NULL;

      edit.person = &read.person;
      edit.types = read.types;
      edit.agency = read.agency;
      done = muster_store_run (store, &muster_add_assister, &edit, &id, NULL, &problem) || g_error_matches (problem, MUSTER_ERROR, MUSTER_ERROR_CONFLICT);
      if (!done)
        g_propagate_error (error, g_steal_pointer (&problem));
    }
  muster_import_row_clear (&read);
  return done;
}

static guint
score_cb (const char *const *cells, guint n_cells, gpointer user_data)
{
  guint known = 0;

  for (guint i = 0; i < n_cells; i++)
    known += muster_header_aliases_match (muster_data_get_header_aliases (), cells[i]) != MUSTER_FIELD_IGNORE;
  return known;
}

static gboolean
import_file (MusterStore *store, const char *path, GError **error)
{
  g_autoptr (MusterSheet) sheet = muster_csv_read (path, score_cb, NULL, NULL, NULL, NULL, error);
  guint n = sheet != NULL ? muster_sheet_get_n_columns (sheet) : 0;
  g_autofree MusterImportField *fields = g_new0 (MusterImportField, n + 1);
  g_autofree const char **headers = g_new0 (const char *, n + 1);

  if (sheet == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      headers[i] = muster_sheet_get_header (sheet, i);
      fields[i] = muster_header_aliases_match (muster_data_get_header_aliases (), headers[i]);
    }
  for (guint i = 0; i < muster_sheet_get_n_rows (sheet); i++)
    if (!add_row (store, sheet, i, fields, headers, error))
      return FALSE;
  return TRUE;
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
