/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"

/**
 * muster_wording_read:
 * @text: (nullable): the notice as the agency loaded it, UTF-8
 *
 * Finds the wording of the clauses of @catalogue, of which Muster has titles only: the notice lists them, in the order of the catalogue. A list of @text that has as
 * many items as the next part of the catalogue (COC, BRK, …) has clauses is that part; where none has, nothing is said of it rather than something wrong.
 *
 * Returns: (transfer full): id of a clause → its wording, each on one line; empty where none is found.
 */
GHashTable *muster_wording_read (const char *text, MusterClauseCatalogue *catalogue);

/** Returns: (transfer none) (nullable): the wording of @clause among @wordings (nullable); of a part of a clause, that of the whole. */
const char *muster_wording_find (GHashTable *wordings, const MusterClause *clause);
