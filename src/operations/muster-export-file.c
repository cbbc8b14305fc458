/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-export-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "domain/muster-error.h"

#define BLOCK (64 * 1024)
#define FILE_MODE 0600

void
muster_export_result_clear (MusterExportResult *result)
{
  if (result->draft != NULL)
    g_unlink (result->draft);
  g_clear_pointer (&result->draft, g_free);
  g_clear_pointer (&result->hash, g_free);
}

gboolean
muster_export_put_in_place (MusterExportResult *result, const char *path, GError **error)
{
  g_return_val_if_fail (result->draft != NULL, FALSE);
  if (g_rename (result->draft, path) == 0)
    {
      g_clear_pointer (&result->draft, g_free);
      return TRUE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: %s. The journal has an entry of the export, but there is no file. Choose another place, and export again."),
               path, g_strerror (errno));
  return FALSE;
}

char *
muster_export_dup_draft (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.%08x", name, g_random_int ());

  return g_build_filename (folder, hidden, NULL);
}

gboolean
muster_export_write (const char *path, GBytes *content, GError **error)
{
  if (g_file_set_contents_full (path, g_bytes_get_data (content, NULL), g_bytes_get_size (content), G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE, NULL))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_STORAGE, _("“%s” cannot be written: the folder is missing, full, or not yours to write in. Choose another place."), path);
  return FALSE;
}

char *
muster_export_dup_hash (const char *path, guint64 *size, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *block = g_malloc (BLOCK);
  gssize length;

  *size = 0;
  if (stream == NULL)
    return NULL;
  while ((length = g_input_stream_read (G_INPUT_STREAM (stream), block, BLOCK, NULL, error)) > 0)
    {
      g_checksum_update (checksum, block, length);
      *size += length;
    }
  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

void
muster_export_name_place (const char *path, const char *draft, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (error == NULL || *error == NULL || draft == NULL)
    return;
  parts = g_strsplit ((*error)->message, draft, -1);
  g_free ((*error)->message);
  (*error)->message = g_strjoinv (path, parts);
}
