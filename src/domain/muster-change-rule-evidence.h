/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence.h"
#include "domain/muster-rule-pack.h"

/* What verification asks of evidence: what muster-evidence-check.h asks before it is recorded, as far as it is known of the entry that recorded it. */

/**
 * MusterEvidenceFacts: what is known of the entry that added evidence.
 * @import_made: the record of the import that it made before; 0: none
 * @person_known: there was such a person
 * @document_known: there was such a document, or none is named
 * @packs: (element-type MusterRulePack): those that can have been in force then
 * @versions: the versions of the notice that were loaded before, ended by %NULL
 * @today: the day of the entry, wherever it was
 */
typedef struct
{
  gint64 import_made;
  gboolean person_known;
  gboolean document_known;
  GPtrArray *packs;
  const char *const *versions;
  const GDate *today;
} MusterEvidenceFacts;

/** Whether @operation can have added @evidence: what a file says as the claim of that file, and what people record as one of the packs wants it. MUSTER_ERROR_RULE. */
gboolean muster_change_rule_check_evidence (const char *operation, MusterEvidence *evidence, const MusterEvidenceFacts *facts, GError **error);

/**
 * muster_change_rule_check_corrected:
 * @added: (element-type MusterEvidence): what the entry added
 * @superseded: (element-type MusterEvidence): what it superseded, as it was before but for @superseded_by
 *
 * Whether @operation can have superseded evidence so: only a correction does, each by one that it adds, and adds nothing else. MUSTER_ERROR_RULE.
 */
gboolean muster_change_rule_check_corrected (const char *operation, GPtrArray *added, GPtrArray *superseded, GError **error);
