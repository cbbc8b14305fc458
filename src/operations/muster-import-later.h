/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-database.h"

/** Returns: (transfer none) (nullable): the first of created.csv, updated.csv, rejected.csv and skipped.csv that stands in @folder already; %NULL: none does. */
const char *muster_import_results_find (const char *folder);
/** Returns: (transfer full): @name in @parent, with a number behind it where result files stand there already. */
char *muster_import_results_dup_folder (const char *parent, const char *name);

/**
 * muster_import_later_write_results:
 * @record: (out) (transfer full) (optional): the import's record
 *
 * Writes created.csv, updated.csv, rejected.csv and skipped.csv of an earlier import into @folder, making it if needed. The register keeps what became of each line, and not what stood
 * in it: so these have the lines and the people's numbers, and of those not imported whether a row was rejected or in conflict. Nothing of anybody leaves by that.
 *
 * Returns: %FALSE with MUSTER_ERROR_NOT_FOUND, MUSTER_ERROR_RULE for an undoing, or an import whose lines were not kept, or MUSTER_ERROR_STORAGE.
 */
gboolean muster_import_later_write_results (MusterDatabase *database, gint64 import_id, const char *folder, MusterImport **record, GError **error);
