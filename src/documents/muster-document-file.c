/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "documents/muster-document-file.h"

#include "documents/muster-draft.h"
#include "documents/muster-limited-file.h"
#include "domain/muster-document.h"

GBytes *
muster_document_file_read (GFile *file, char **file_name, GCancellable *cancellable, GError **error)
{
  GBytes *content = muster_limited_file_read (file, MUSTER_DOCUMENT_MAX_SIZE, cancellable, error);

  if (content != NULL)
    *file_name = g_file_get_basename (file);
  return content;
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
