/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-document-file.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-draft.h"
#include "domain/muster-document.h"
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
refuse_size (const char *path, guint64 size, GError **error)
{
  g_autofree char *is = g_format_size (size), *may = g_format_size (MUSTER_DOCUMENT_MAX_SIZE);

  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is too large: %s. A register keeps documents of up to %s."), path, is, may);
  return FALSE;
}

/* Before it is opened: opening a pipe would wait for whoever writes into it. */
static gboolean
check_file (GFile *file, const char *path, GCancellable *cancellable, GError **error)
{
  GError *problem = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, &problem);

  if (info == NULL)
    return blame_file (path, problem, error);
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INPUT, _("“%s” is not a file but a folder or a device. Choose the file with the document in it."), path);
      return FALSE;
    }
  return g_file_info_get_size (info) <= MUSTER_DOCUMENT_MAX_SIZE || refuse_size (path, g_file_info_get_size (info), error);
}

GBytes *
muster_document_file_read (GFile *file, char **file_name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) content = NULL;
  GError *problem = NULL;

  if (!check_file (file, path, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &problem);
  /* One more than may be: it may have grown since. */
  content = stream != NULL ? g_input_stream_read_bytes (G_INPUT_STREAM (stream), MUSTER_DOCUMENT_MAX_SIZE + 1, cancellable, &problem) : NULL;
  if (content == NULL)
    {
      blame_file (path, problem, error);
      return NULL;
    }
  if (g_bytes_get_size (content) > MUSTER_DOCUMENT_MAX_SIZE)
    {
      refuse_size (path, g_bytes_get_size (content), error);
      return NULL;
    }
  *file_name = g_file_get_basename (file);
  return g_steal_pointer (&content);
}

gboolean
muster_document_file_write (const char *path, GBytes *content, GError **error)
{
  g_autoptr (MusterDraft) draft = muster_draft_new (path, error);

  if (draft == NULL)
    return FALSE;
  muster_draft_write (draft, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  return muster_draft_finish (draft, error);
}
