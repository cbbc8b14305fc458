/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-document.h"

/** The longest title of an attachment, in characters. */
#define MUSTER_ATTACHMENT_LONGEST_TITLE 200

/**
 * MusterAttachment: a document that is kept with an incident. It is never taken away: one that does not belong there is withdrawn, with a reason, and stays readable.
 * @place: by which people name it: 1 is the first of the incident, and stays so
 * @title: (nullable): what it is
 * @withdrawn_reason: (nullable): why it does not count any more
 * @withdrawn_at: µs since 1970 UTC; 0: it counts
 * @document: the file, without its content
 */
typedef struct
{
  gint64 id;
  gint64 incident_id;
  guint place;
  char *title;
  char *withdrawn_reason;
  gint64 withdrawn_account;
  gint64 withdrawn_at;
  gint64 account_id;
  gint64 recorded;
  MusterDocument *document;
} MusterAttachment;

void muster_attachment_free (MusterAttachment *attachment);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAttachment, muster_attachment_free)

/** Returns: what it is called: its title, else the name of the file. */
const char *muster_attachment_get_title (const MusterAttachment *attachment);

/** Whether a document can be attached as @title (nullable) for @reason: there is one, the title is no longer than it may be, and neither holds what looks like a social security number. */
gboolean muster_attachment_check (const char *title, const char *reason, GError **error);
/** Whether @attachment can be withdrawn for @reason: it was not yet, and there is one. */
gboolean muster_attachment_check_withdraw (const MusterAttachment *attachment, const char *reason, GError **error);

/** Returns: (nullable): the one of @attachments (element-type MusterAttachment) that is called “2” in @place; %NULL with MUSTER_ERROR_INVALID or MUSTER_ERROR_NOT_FOUND. */
const MusterAttachment *muster_attachment_find (GPtrArray *attachments, const char *place, GError **error);

/**
 * MusterAttachmentRowChange: a changed or new attachment.
 * @incident_known, @document_known: there was such a one before, or in the entry
 * @was_withdrawn, @is_withdrawn: before and after
 * @has_reason: why is said
 */
typedef struct
{
  gboolean is_new;
  gboolean incident_known;
  gboolean document_known;
  gboolean was_withdrawn;
  gboolean is_withdrawn;
  gboolean has_reason;
} MusterAttachmentRowChange;

/** What verification asks: whether an attachment can have been changed so. MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_attachment (const MusterAttachmentRowChange *change, GError **error);
