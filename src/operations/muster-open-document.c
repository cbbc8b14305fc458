/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-open-document.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "store/muster-document-table.h"
#include "store/muster-evidence-table.h"

static void
describe (MusterWork *work, const MusterEvidence *evidence, const MusterDocument *document)
{
  g_autofree char *subject = muster_assister_dup_code (evidence->assister_id), *code = muster_evidence_dup_code (evidence->id);

  muster_work_set_subject (work, subject);
  muster_work_add_detail (work, "evidence", code);
  muster_work_add_detail (work, "file", document->file_name);
  muster_work_add_detail (work, "hash", document->hash);
}

static gboolean
perform (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const gint64 *id = input;
  MusterDatabase *database = muster_work_get_database (work);
  g_autoptr (MusterEvidence) evidence = muster_evidence_table_load (database, *id, error);
  g_auto (MusterOpenedDocument) opened = { 0 };
  g_autofree char *code = muster_evidence_dup_code (*id);

  if (evidence == NULL)
    return FALSE;
  if (evidence->document_id == 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no document with the evidence %s. Attach one by correcting it."), code);
      return FALSE;
    }
  opened.document = muster_document_table_load (database, evidence->document_id, error);
  opened.content = opened.document != NULL ? muster_document_table_load_content (database, evidence->document_id, error) : NULL;
  if (opened.content == NULL)
    return FALSE;
  describe (work, evidence, opened.document);
  if (output != NULL)
    {
      *(MusterOpenedDocument *) output = opened;
      opened = (MusterOpenedDocument) { 0 };
    }
  return TRUE;
}

void
muster_opened_document_clear (MusterOpenedDocument *opened)
{
  g_clear_pointer (&opened->document, muster_document_free);
  g_clear_pointer (&opened->content, g_bytes_unref);
}

const MusterOperation muster_open_document = { .name = "open-document", .perform = perform };
