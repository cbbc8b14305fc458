/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-attachment-operations.h"

#include "domain/muster-text.h"
#include "operations/muster-document-steps.h"
#include "operations/muster-open-document.h"
#include "store/muster-attachment-table.h"
#include "store/muster-document-table.h"
#include "store/muster-incident-table.h"

/* The entry is about the incident: what closes that closes this. */
static gboolean
set_subject (MusterWork *work, gint64 incident_id, GError **error)
{
  g_autoptr (MusterIncident) incident = muster_incident_table_load (muster_work_get_database (work), incident_id, error);

  if (incident != NULL)
    muster_work_set_subject (work, incident->number);
  return incident != NULL;
}

static gboolean
perform_attach (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterAttachRequest *request = input;
  g_autoptr (MusterAttachment) attachment = g_new0 (MusterAttachment, 1);
  gint64 *id = output, document_id;

  attachment->incident_id = request->incident_id;
  attachment->title = muster_text_dup_tidy (request->title);
  attachment->account_id = muster_work_get_account (work)->id;
  attachment->recorded = muster_work_get_time (work);
  if (!set_subject (work, request->incident_id, error) || !muster_attachment_check (attachment->title, request->reason, error) ||
      !muster_document_steps_keep (work, MUSTER_DOCUMENT_EVIDENCE, request->file_name, request->content, &document_id, error) ||
      !muster_attachment_table_save (muster_work_get_database (work), attachment, document_id, error))
    return FALSE;
  muster_work_set_reason (work, request->reason);
  if (id != NULL)
    *id = attachment->id;
  return TRUE;
}

static MusterAttachment *
load (MusterWork *work, gint64 id, GError **error)
{
  g_autoptr (MusterAttachment) attachment = muster_attachment_table_load (muster_work_get_database (work), id, error);
  g_autofree char *place = NULL;

  if (attachment == NULL || !set_subject (work, attachment->incident_id, error))
    return NULL;
  place = g_strdup_printf ("%u", attachment->place);
  muster_work_add_detail (work, "document", place);
  muster_work_add_detail (work, "file", attachment->document->file_name);
  muster_work_add_detail (work, "hash", attachment->document->hash);
  return g_steal_pointer (&attachment);
}

static gboolean
perform_withdraw (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  const MusterWithdrawAttachment *request = input;
  g_autoptr (MusterAttachment) attachment = load (work, request->attachment_id, error);

  if (attachment == NULL || !muster_attachment_check_withdraw (attachment, request->reason, error))
    return FALSE;
  attachment->withdrawn_reason = g_strdup (request->reason);
  attachment->withdrawn_account = muster_work_get_account (work)->id;
  attachment->withdrawn_at = muster_work_get_time (work);
  muster_work_set_reason (work, request->reason);
  return muster_attachment_table_withdraw (muster_work_get_database (work), attachment, error);
}

static gboolean
perform_open (MusterWork *work, gconstpointer input, gpointer output, GError **error)
{
  g_autoptr (MusterAttachment) attachment = load (work, *(const gint64 *) input, error);
  g_auto (MusterOpenedDocument) opened = { 0 };

  if (attachment == NULL)
    return FALSE;
  opened.content = muster_document_table_load_content (muster_work_get_database (work), attachment->document->id, error);
  if (opened.content == NULL)
    return FALSE;
  opened.document = g_steal_pointer (&attachment->document);
  if (output != NULL)
    {
      *(MusterOpenedDocument *) output = opened;
      opened = (MusterOpenedDocument) { 0 };
    }
  return TRUE;
}

const MusterOperation muster_attach_to_incident = { .name = "attach-to-incident", .perform = perform_attach };
const MusterOperation muster_withdraw_attachment = { .name = "withdraw-attachment", .perform = perform_withdraw };
const MusterOperation muster_open_attachment = { .name = "open-attachment", .perform = perform_open };
