/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-limited-file.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE

/* Whoever cancelled knows. */
static gboolean
blame_file (const char *path, GError *problem, GError **error)
{
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” cannot be read: %s."), path, problem->message);
  g_error_free (problem);
  return FALSE;
}

static gboolean
refuse_size (const char *path, guint64 size, gsize max, GError **error)
{
  g_autofree char *is = g_format_size_full (size, G_FORMAT_SIZE_IEC_UNITS), *may = g_format_size_full (max, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is too large: %s, where up to %s will do."), path, is, may);
  return FALSE;
}

/* Before it is opened: opening a pipe would wait for whoever writes into it. */
static gboolean
check_file (GFile *file, const char *path, gsize max, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info == NULL)
    return blame_file (path, problem, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not a file but a folder or a device. Choose a file."), path);
      return FALSE;
    }
  return g_file_info_get_size (info) <= (goffset) max || refuse_size (path, g_file_info_get_size (info), max, error);
}

GBytes *
muster_limited_file_read (GFile *file, gsize max, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *content = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  GError *problem = NULL;
  gsize size;

  if (!check_file (file, path, max, cancellable, error))
    return NULL;
  content = g_malloc (max + 1);
  stream = g_file_read (file, cancellable, &problem);
  /* One more than may be: it may have grown since. */
  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), content, max + 1, &size, cancellable, &problem))
    {
      blame_file (path, problem, error);
      return NULL;
    }
  if (size > max)
    {
      refuse_size (path, size, max, error);
      return NULL;
    }
  return g_bytes_new (content, size);
}
