/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence-check.h"
#include "store/muster-database.h"

/** MusterEvidenceBasis: all that new evidence about one person is held against. */
typedef struct
{
  MusterEvidenceContext context;
  MusterRulePack *pack;
  GPtrArray *standing;
  GPtrArray *policies; /* (element-type MusterPolicyVersion) */
  GPtrArray *versions;
  GDate today;
} MusterEvidenceBasis;

/** Returns: (transfer full): of @person, as of @today. */
MusterEvidenceBasis *muster_evidence_basis_new (MusterDatabase *database, gint64 person, const GDate *today, GError **error);
void muster_evidence_basis_free (MusterEvidenceBasis *basis);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterEvidenceBasis, muster_evidence_basis_free)
