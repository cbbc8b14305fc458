/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence-check.h"
#include "store/muster-store.h"

/**
 * MusterEvidenceRequest: input of both operations.
 * @evidence: whose, which requirement, when, how it ended, who says so; ids, account and moment are set by the operation
 * @corrects: the id of the evidence that it corrects; 0 for recording
 * @file_name, @content: (nullable): a document to be kept with it
 * @keeps_document: whether a correction without @content keeps the document of what it corrects
 * @reason: (nullable): why it is corrected
 */
typedef struct
{
  const MusterEvidence *evidence;
  gint64 corrects;
  const char *file_name;
  GBytes *content;
  gboolean keeps_document;
  const char *reason;
} MusterEvidenceRequest;

/* Output of both: gint64 (nullable), the id of the new evidence. What is corrected stays readable. */
extern const MusterOperation muster_record_evidence;
extern const MusterOperation muster_correct_evidence;
