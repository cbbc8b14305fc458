/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-evidence.h"

/* A case cites clauses in the version of the notice that the person had acknowledged when it happened; where there was none, that is said (domain.md “Clauses of the notice”). */

/** What the entry of a case says of it: a version, or one of the two words; and why clauses are cited that the person never acknowledged. */
#define MUSTER_DETAIL_NOTICE "notice"
#define MUSTER_DETAIL_NOTICE_NOT_LOADED "none-loaded"
#define MUSTER_DETAIL_NOTICE_UNACKNOWLEDGED "none-acknowledged"
#define MUSTER_DETAIL_UNACKNOWLEDGED "unacknowledged"

/** Whether any of @clauses (%NULL-terminated, nullable) is one of the notice: grounds outside it nobody acknowledges. */
gboolean muster_citation_is_of_notice (const char *const *clauses);

/** Returns: (transfer none) (nullable): what says which version of the notice the person had acknowledged last by @on, of @evidence (element-type MusterEvidence). */
const MusterEvidence *muster_citation_find_acknowledged (GPtrArray *evidence, const GDate *on);

/**
 * muster_citation_check:
 * @is_loaded: whether a version of the notice is in force
 * @acknowledged: (nullable): what muster_citation_find_acknowledged() found by @on
 * @despite: (nullable): why clauses are cited all the same
 *
 * Whether clauses of the notice may be cited. Where none is loaded there is nothing to acknowledge. MUSTER_ERROR_RULE.
 */
gboolean muster_citation_check (gboolean is_loaded, const MusterEvidence *acknowledged, const GDate *on, const char *despite, GError **error);

/**
 * muster_citation_check_entry:
 * @notice: (nullable): what the entry says; earlier versions of the program said nothing
 * @despite: (nullable): the same
 * @versions: (nullable): the versions of the notice that were loaded by then, ended by %NULL
 *
 * Whether an entry that cites clauses can say so.
 */
gboolean muster_citation_check_entry (const char *notice, const char *despite, const char *const *versions, GError **error);
