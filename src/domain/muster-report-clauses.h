/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"

/* What reports by clause share. */

/** Returns: the title of @clause; "" for one that the list does not know. */
const char *muster_report_clauses_get_title (MusterClauseCatalogue *clauses, const char *clause);
/** Returns: less than, equal to or more than 0, by the order of the notice; clauses that it does not know come later, and %NULL last. */
int muster_report_clauses_compare (MusterClauseCatalogue *clauses, const char *a, const char *b);
