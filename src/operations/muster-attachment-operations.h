/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-attachment.h"
#include "store/muster-store.h"

/** Input of #muster_attach_to_incident. */
typedef struct
{
  gint64 incident_id;
  const char *title; /* (nullable) */
  const char *file_name;
  GBytes *content;
  const char *reason;
} MusterAttachRequest;
/** Keeps a document with an incident, closed or not: what comes late belongs to it as well. Output (gint64 *, nullable): the attachment's id. */
extern const MusterOperation muster_attach_to_incident;

typedef struct
{
  gint64 attachment_id;
  const char *reason;
} MusterWithdrawAttachment;
/** Has a document not count any more: it stays, and who reads of the incident reads that it was withdrawn, and why. */
extern const MusterOperation muster_withdraw_attachment;

/** Gives a document of an incident out; who looked is recorded. Input: gint64, the attachment. Output: #MusterOpenedDocument (nullable). */
extern const MusterOperation muster_open_attachment;
