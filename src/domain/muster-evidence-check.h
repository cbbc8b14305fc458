/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence.h"
#include "domain/muster-rule-pack.h"

/**
 * MusterEvidenceContext: what new evidence is held against.
 * @held: the roles of the person, as flags
 * @early: those in which the person is on the way to a certification
 * @standing: (element-type MusterEvidence): what stands of the person
 * @versions: (nullable): the versions of the notice that are loaded, ended by %NULL
 */
typedef struct
{
  MusterRulePack *pack;
  guint held;
  guint early;
  const GDate *today;
  GPtrArray *standing;
  const char *const *versions;
} MusterEvidenceContext;

/** MusterEvidenceField: where a mistake is. */
typedef enum
{
  MUSTER_EVIDENCE_FIELD_REQUIREMENT,
  MUSTER_EVIDENCE_FIELD_ON,
  MUSTER_EVIDENCE_FIELD_EXPIRES,
  MUSTER_EVIDENCE_FIELD_SCORE,
  MUSTER_EVIDENCE_FIELD_OUTCOME,
  MUSTER_EVIDENCE_FIELD_VERSION,
  MUSTER_EVIDENCE_FIELD_WORDS,
} MusterEvidenceField;

#define MUSTER_N_EVIDENCE_FIELDS 7

/**
 * Whether @evidence may be recorded. Sets its outcome where nobody gave one, from the score or as what meets the requirement. MUSTER_ERROR_NOT_FOUND for a requirement
 * that the pack does not have, _RULE for what contradicts itself, another role or the order of things, _CONFLICT for what is recorded already, or otherwise on the same
 * day: that is corrected, not recorded anew.
 */
gboolean muster_evidence_check (MusterEvidence *evidence, const MusterEvidenceContext *context, GError **error);
/** The same; on an error @field is set to where it is. */
gboolean muster_evidence_check_fields (MusterEvidence *evidence, const MusterEvidenceContext *context, MusterEvidenceField *field, GError **error);

/**
 * Returns: (transfer full) (nullable): translated: what is odd about @expires, the last day of evidence for @requirement, though it can be: a producer license ends with
 * the month in which the producer was born (domain.md "Requirements"); one of another state may end otherwise.
 */
char *muster_evidence_dup_remark (const MusterRequirement *requirement, const GDate *expires);

/** What of that concerns the evidence alone: its days, score, outcome and version, for @requirement. */
gboolean muster_evidence_check_content (MusterEvidence *evidence, const MusterRequirement *requirement, const GDate *today, const char *const *versions, MusterEvidenceField *field,
                                        GError **error);
/** Whether @successor can correct @old: that stands, and is about the same person and requirement. MUSTER_ERROR_RULE. */
/** Whether @old can be taken back by @withdrawal: it stands, and that is about it, with a reason and nothing else. MUSTER_ERROR_RULE. */
gboolean muster_evidence_check_withdrawal (const MusterEvidence *old, const MusterEvidence *withdrawal, GError **error);
gboolean muster_evidence_check_correction (const MusterEvidence *old, const MusterEvidence *successor, GError **error);
/** Whether @evidence is what a file can say of a person: a claim, that nobody has judged. MUSTER_ERROR_RULE. */
gboolean muster_evidence_check_claim (const MusterEvidence *evidence, GError **error);
