/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"
#include "domain/muster-import.h"

/**
 * MusterImportFacts: what the columns of a sheet look like. Counted once, and shared by the copies of the options: among threads too.
 */
typedef struct _MusterImportFacts MusterImportFacts;

/** Looks at the first rows of @sheet. */
MusterImportFacts *muster_import_facts_new (MusterSheet *sheet);
MusterImportFacts *muster_import_facts_ref (MusterImportFacts *facts);
void muster_import_facts_unref (MusterImportFacts *facts);

/** Returns: (transfer none): of the first 2,000 rows. */
const MusterColumnFacts *muster_import_facts_get (MusterImportFacts *facts, guint column);
/** Sets @days to what all rows of @sheet have of days in @column: only n_only_month_first, n_only_day_first and n_ambiguous. Counts when first asked. */
void muster_import_facts_get_days (MusterImportFacts *facts, MusterSheet *sheet, guint column, MusterColumnFacts *days);
/** Adds what @cell is to @days; @by is -1 to take it away. */
void muster_import_facts_count_day (MusterColumnFacts *days, const char *cell, int by);
