/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-clause.h"
#include "domain/muster-import.h"
#include "domain/muster-letter.h"
#include "domain/muster-public-list.h"

/* The data files that ship inside the program (GResource), read once and validated. The language is the locale's. */

/** Returns: (transfer none): the catalogue in force. Aborts only if the shipped file is broken, which a test excludes. */
MusterClauseCatalogue *muster_data_get_clauses (void);
MusterHeaderAliases *muster_data_get_header_aliases (void);
MusterPublicLists *muster_data_get_public_lists (void);
/** Returns: (transfer full): the same catalogue with its titles in @language ("en", "es"), for letters. */
MusterClauseCatalogue *muster_data_load_clauses (const char *language);
/** Returns: (transfer full): the text of the template that ships for @kind in @language ("en", "es"); %NULL with MUSTER_ERROR_NOT_FOUND. */
char *muster_data_dup_letter (const MusterLetterKind *kind, const char *language, GError **error);
