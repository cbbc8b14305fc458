/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-row.h"

/** MusterStatusClaim: what a sender says of somebody's standing. It certifies and decertifies nobody. */
typedef enum
{
  MUSTER_CLAIM_NOTHING,
  MUSTER_CLAIM_IN_FORCE, /* "Active" */
  MUSTER_CLAIM_NEUTRAL,  /* "Expiring": in force for now, and more than that */
  MUSTER_CLAIM_ENDED,    /* "Terminated", "Suspended: no renewal" */
  MUSTER_CLAIM_UNKNOWN,  /* a word of the sender's own */
} MusterStatusClaim;

/** Returns: what @status (nullable), as a file has it, says. Case and accents do not matter, nor what follows a sign: a reason, a code, a day. */
MusterStatusClaim muster_status_claim_read (const char *status);

/**
 * muster_import_status_find_end:
 * @field: (out): by which it says so: the status, the day on which the person left or was terminated, the end of the certification, or that of the license
 *
 * Whether @row says that somebody's standing has ended, or may have: by a word, by a day of leaving that has come, or by a last day that is before @today.
 */
gboolean muster_import_status_find_end (const MusterImportRow *row, const GDate *today, MusterImportField *field);
