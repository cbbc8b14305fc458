/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-ctl-commands.h"

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-incident.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-person-json.h"
#include "ctl/muster-ctl-session.h"
#include "documents/muster-document-file.h"
#include "operations/muster-attachment-operations.h"
#include "operations/muster-open-document.h"
#include "store/muster-attachment-table.h"
#include "store/muster-incident-table.h"

static const MusterCtlOption attach_options[] = {
  { "file", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("The document: PDF, PNG, JPEG or plain text") },
  { "title", MUSTER_CTL_TEXT, FALSE, N_("TEXT"), N_("What it is") },
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static const MusterCtlOption document_options[] = {
  { "output", MUSTER_CTL_TEXT, TRUE, N_("FILE"), N_("Where the document is saved") },
  { "force", MUSTER_CTL_FLAG, FALSE, NULL, N_("Replace a file that is there already") },
  { NULL },
};

static const MusterCtlOption withdraw_options[] = {
  { "reason", MUSTER_CTL_TEXT, TRUE, N_("TEXT"), N_("Why") },
  { NULL },
};

static gboolean
json_deed (JsonBuilder *json, MusterDatabase *database, const char *by_key, gint64 account, const char *at_key, gint64 time, GError **error)
{
  g_autofree char *name = NULL;

  if (!muster_ctl_dup_account_name (database, account, &name, error))
    return FALSE;
  muster_ctl_json_text (json, by_key, name);
  if (time != 0)
    muster_ctl_json_time (json, at_key, time);
  else
    muster_ctl_json_text (json, at_key, NULL);
  return TRUE;
}

static gboolean
json_attachment (JsonBuilder *json, MusterDatabase *database, const MusterAttachment *attachment, GError **error)
{
  muster_ctl_json_number (json, "document", attachment->place);
  muster_ctl_json_text (json, "title", attachment->title);
  muster_ctl_json_text (json, "file", attachment->document->file_name);
  muster_ctl_json_text (json, "media_type", attachment->document->media_type);
  muster_ctl_json_number (json, "size", attachment->document->size);
  muster_ctl_json_text (json, "hash", attachment->document->hash);
  muster_ctl_json_text (json, "withdrawn_reason", attachment->withdrawn_reason);
  return json_deed (json, database, "attached_by", attachment->account_id, "attached_at", attachment->recorded, error) &&
         json_deed (json, database, "withdrawn_by", attachment->withdrawn_account, "withdrawn_at", attachment->withdrawn_at, error);
}

gboolean
muster_ctl_json_attachments (JsonBuilder *json, MusterDatabase *database, gint64 incident, GError **error)
{
  g_autoptr (GPtrArray) attachments = muster_attachment_table_list (database, incident, error);

  if (attachments == NULL)
    return FALSE;
  muster_ctl_json_begin_list (json, "documents");
  for (guint i = 0; i < attachments->len; i++)
    {
      json_builder_begin_object (json);
      if (!json_attachment (json, database, attachments->pdata[i], error))
        return FALSE;
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  return TRUE;
}

gboolean
muster_ctl_print_attachments (MusterDatabase *database, gint64 incident, GError **error)
{
  const char *headers[] = { _("Document"), _("Title"), _("File"), _("Size"), _("Withdrawn") };
  g_autoptr (MusterCtlTable) table = muster_ctl_table_new (G_N_ELEMENTS (headers), headers);
  g_autoptr (GPtrArray) attachments = muster_attachment_table_list (database, incident, error);

  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    {
      const MusterAttachment *attachment = attachments->pdata[i];
      g_autofree char *place = g_strdup_printf ("%u", attachment->place), *size = g_format_size (attachment->document->size);

      muster_ctl_table_add (table, (const char *[]) { place, attachment->title, attachment->document->file_name, size, attachment->withdrawn_reason });
    }
  if (attachments != NULL && attachments->len > 0)
    muster_ctl_table_print (table);
  return attachments != NULL;
}

/* The incident that the first argument names; 0 on error. */
static gint64
find_incident (MusterCtl *ctl, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);

  return database != NULL ? muster_incident_table_find (database, muster_ctl_get_argument (ctl, 0), error) : 0;
}

/* The id of the document that the first two arguments name; 0 on error. */
static gint64
find_attachment (MusterCtl *ctl, GError **error)
{
  gint64 incident = find_incident (ctl, error);
  g_autoptr (GPtrArray) attachments = incident != 0 ? muster_attachment_table_list (ctl->database, incident, error) : NULL;
  const MusterAttachment *attachment = attachments != NULL ? muster_attachment_find (attachments, muster_ctl_get_argument (ctl, 1), error) : NULL;

  return attachment != NULL ? attachment->id : 0;
}

/* What was done to the attachment, as it stands now. */
static int
print_done (MusterCtl *ctl, gint64 id, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterAttachment) attachment = database != NULL ? muster_attachment_table_load (database, id, error) : NULL;
  g_autoptr (MusterIncident) incident = attachment != NULL ? muster_incident_table_load (database, attachment->incident_id, error) : NULL;

  if (incident == NULL)
    return -1;
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "incident", incident->number);
      if (!json_attachment (json, database, attachment, error))
        return -1;
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    /* Translators: the name of the file; the incident; the number of the document */
    muster_ctl_print (attachment->withdrawn_at == 0 ? _("“%s” is attached to %s as document %u.\n") : _("“%s” does not count any more in %s; document %u stays readable.\n"), attachment->document->file_name, incident->number, attachment->place);
  return MUSTER_EXIT_DONE;
}

static int
run_attach (MusterCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (muster_ctl_get (ctl, "file"));
  g_autoptr (GBytes) content = NULL;
  g_autofree char *file_name = NULL;
  MusterAttachRequest request = { .title = muster_ctl_get (ctl, "title"), .reason = muster_ctl_get (ctl, "reason") };
  gint64 id = 0;

  if (!muster_ctl_check_may (ctl, muster_attach_to_incident.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  request.incident_id = find_incident (ctl, error);
  content = request.incident_id != 0 ? muster_document_file_read (file, &file_name, ctl->cancellable, error) : NULL;
  request.file_name = file_name;
  request.content = content;
  if (content == NULL || !muster_ctl_perform (ctl, &muster_attach_to_incident, &request, &id, error))
    return -1;
  return print_done (ctl, id, error);
}

static int
run_withdraw (MusterCtl *ctl, GError **error)
{
  MusterWithdrawAttachment request = { .reason = muster_ctl_get (ctl, "reason") };

  if (!muster_ctl_check_may (ctl, muster_withdraw_attachment.name, error) || !muster_ctl_check_reason (ctl, error))
    return -1;
  request.attachment_id = find_attachment (ctl, error);
  if (request.attachment_id == 0 || !muster_ctl_perform (ctl, &muster_withdraw_attachment, &request, NULL, error))
    return -1;
  return print_done (ctl, request.attachment_id, error);
}

static void
print_opened (MusterCtl *ctl, const MusterDocument *document)
{
  if (ctl->json)
    {
      g_autoptr (JsonBuilder) json = muster_ctl_json_new ();

      muster_ctl_json_text (json, "incident", muster_ctl_get_argument (ctl, 0));
      muster_ctl_json_text (json, "output", muster_ctl_get (ctl, "output"));
      muster_ctl_json_text (json, "file", document->file_name);
      muster_ctl_json_text (json, "media_type", document->media_type);
      muster_ctl_json_number (json, "size", document->size);
      muster_ctl_json_text (json, "hash", document->hash);
      muster_ctl_json_print (json);
    }
  else if (!ctl->quiet)
    muster_ctl_print (_("“%s” is saved; the journal has an entry of it.\n"), document->file_name);
}

static int
run_document (MusterCtl *ctl, GError **error)
{
  gint64 id = find_attachment (ctl, error);
  g_auto (MusterOpenedDocument) opened = { 0 };

  if (id == 0 || !muster_ctl_check_place (ctl, muster_ctl_get (ctl, "output"), error) || !muster_ctl_perform (ctl, &muster_open_attachment, &id, &opened, error) ||
      !muster_document_file_write (muster_ctl_get (ctl, "output"), opened.content, error))
    return -1;
  print_opened (ctl, opened.document);
  return MUSTER_EXIT_DONE;
}

const MusterCtlCommand muster_ctl_attachment_commands[] = {
  { "incident attach", N_("ID"), 1, 1, N_("Keep a document with an incident"), attach_options, TRUE, run_attach },
  { "incident document", N_("ID N"), 2, 2, N_("Save a document of an incident"), document_options, TRUE, run_document },
  { "incident withdraw-document", N_("ID N"), 2, 2, N_("Have a document of an incident not count any more"), withdraw_options, TRUE, run_withdraw },
  { NULL },
};
