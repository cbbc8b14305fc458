/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-attachment.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static gboolean
check_reason (const char *reason, const char *none, GError **error)
{
  if (muster_text_is_blank (reason))
    return refuse (error, none);
  return !muster_identifier_may_hold_ssn (reason, TRUE) || refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
}

void
muster_attachment_free (MusterAttachment *attachment)
{
  if (attachment == NULL)
    return;
  g_free (attachment->title);
  g_free (attachment->withdrawn_reason);
  muster_document_free (attachment->document);
  g_free (attachment);
}

const char *
muster_attachment_get_title (const MusterAttachment *attachment)
{
  return attachment->title != NULL ? attachment->title : attachment->document->file_name;
}

gboolean
muster_attachment_check (const char *title, const char *reason, GError **error)
{
  if (title != NULL && (!g_utf8_validate (title, -1, NULL) || g_utf8_strlen (title, -1) > MUSTER_ATTACHMENT_LONGEST_TITLE))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The title of the document is too long: it has up to %d letters."), MUSTER_ATTACHMENT_LONGEST_TITLE);
      return FALSE;
    }
  if (muster_identifier_may_hold_ssn (title, TRUE))
    return refuse (error, _("The title of the document holds what looks like a social security number. Muster never keeps one: take it out."));
  return check_reason (reason, _("Say why the document is attached. The reason is kept."), error);
}

gboolean
muster_attachment_check_withdraw (const MusterAttachment *attachment, const char *reason, GError **error)
{
  if (attachment->withdrawn_at != 0)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The document “%s” is withdrawn already."), muster_attachment_get_title (attachment));
      return FALSE;
    }
  return check_reason (reason, _("Say why the document is withdrawn. The reason is kept, and so is the document."), error);
}

const MusterAttachment *
muster_attachment_find (GPtrArray *attachments, const char *place, GError **error)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (place, 10, 1, G_MAXUINT, &n, NULL))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not the number of a document. Name it as the incident numbers it, such as “1”."), place);
      return NULL;
    }
  for (guint i = 0; i < attachments->len; i++)
    if (((const MusterAttachment *) attachments->pdata[i])->place == n)
      return attachments->pdata[i];
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_NOT_FOUND, _("There is no document %s with the incident; it has %u."), place, attachments->len);
  return NULL;
}

gboolean
muster_change_rule_check_attachment (const MusterAttachmentRowChange *change, GError **error)
{
  if (change->is_new && (!change->incident_known || !change->document_known))
    return refuse (error, _("A document was attached to an incident, and there was no such incident or document."));
  if (change->is_new)
    return !change->is_withdrawn || refuse (error, _("A document of an incident was withdrawn from the beginning."));
  if (change->was_withdrawn || !change->is_withdrawn)
    return refuse (error, _("A document of an incident that was withdrawn already was withdrawn once more, or counts again."));
  return change->has_reason || refuse (error, _("A document of an incident was withdrawn without a reason."));
}
