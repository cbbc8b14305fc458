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
 * @is_another: somebody looked: whom muster_edit_assister_check_namesakes() names is another person
 * @shown: (nullable): as the record was when somebody began to change it: what they left alone stays as it has become since, see muster_assister_merge()
 */
typedef struct
{
  const MusterAssister *person;
  const char *agency;
  guint types;
  const char *reason;
  const MusterAssister *shown;
  gboolean is_another;
} MusterAssisterEdit;

/**
 * Whether @person can be added, or get that first and last name, without a question: MUSTER_ERROR_RULE where somebody of that name, or of it with first and last exchanged, was revoked, suspended for cause or denied and may be the same:
 * a new record would be a way around the decision. The message names whom.
 */
gboolean muster_edit_assister_check_namesakes (MusterDatabase *database, const MusterAssister *person, const GDate *today, GError **error);

/** Output (gint64 *): the new person's id. Checks every identifier by the domain. */
extern const MusterOperation muster_add_assister;
extern const MusterOperation muster_edit_assister;
