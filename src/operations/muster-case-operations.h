/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-store.h"

/** Input of #muster_close_case_to and #muster_open_case_to. */
typedef struct
{
  MusterCaseKind kind;
  gint64 case_id;
  gint64 account_id;
  const char *reason;
} MusterCaseAccessRequest;

/** Closes a case to an account, and opens it again: see domain/muster-case-access.h. Output of opening (char **, nullable; transfer full): a remark where what a decision rests on stays closed. */
extern const MusterOperation muster_close_case_to;
extern const MusterOperation muster_open_case_to;

typedef struct
{
  MusterCaseKind kind;
  gint64 case_id;
} MusterCaseRequest;

/**
 * Records that the account looks at a case, once a day: who opens it again on the same day makes no further entry. What is closed to the account is not found.
 * Input: const MusterCaseRequest *.
 */
extern const MusterOperation muster_look_at_case;
