/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** Input of #muster_withdraw_evidence. @assister_id: whose it has to be; 0: anybody’s. @reason: the journal and the register keep it. */
typedef struct
{
  gint64 evidence_id;
  gint64 assister_id;
  const char *reason;
} MusterWithdrawEvidence;

/**
 * Takes back evidence that was recorded in error, or of somebody else: from now on it counts for nothing. It stays readable, with its document, and what was known before still
 * answers by it. A file that says the same again does not bring it back.
 */
extern const MusterOperation muster_withdraw_evidence;
