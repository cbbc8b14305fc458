/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-document-steps.h"

#include "store/muster-document-table.h"

gboolean
muster_document_steps_keep (MusterWork *work, MusterDocumentUse use, const char *file_name, GBytes *content, gint64 *id, GError **error)
{
  g_autoptr (MusterDocument) document = g_new0 (MusterDocument, 1);
  const char *media_type = muster_document_check (use, file_name, content, error);

  if (media_type == NULL)
    return FALSE;
  document->file_name = g_strdup (file_name);
  document->media_type = g_strdup (media_type);
  document->account_id = muster_work_get_account (work)->id;
  document->recorded = muster_work_get_time (work);
  if (!muster_document_table_save (muster_work_get_database (work), document, content, error))
    return FALSE;
  muster_work_add_detail (work, "file", document->file_name);
  muster_work_add_detail (work, "hash", document->hash);
  *id = document->id;
  return TRUE;
}
