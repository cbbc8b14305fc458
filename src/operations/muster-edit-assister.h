/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "store/muster-store.h"

/**
 * Input of #muster_add_assister and #muster_edit_assister.
 * @person: whole, as it is to be; for an edit its id says whom
 * @agency: (nullable): name; %NULL leaves the affiliation as it is
 * @types: roles to enrol (add only)
 * @shown: (nullable): as the record was when somebody began to change it: what they left alone stays as it has become since, see muster_assister_merge()
 */
typedef struct
{
  const MusterAssister *person;
  const char *agency;
  guint types;
  const char *reason;
  const MusterAssister *shown;
} MusterAssisterEdit;

/** Output (gint64 *): the new person's id. Checks every identifier by the domain. */
extern const MusterOperation muster_add_assister;
extern const MusterOperation muster_edit_assister;
