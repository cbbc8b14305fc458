/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-record.h"
#include "store/muster-database.h"

/** MusterImportHistory: the imports of a register with the entries of the journal that made them, and so which entries count. */
typedef struct _MusterImportHistory MusterImportHistory;

MusterImportHistory *muster_import_history_load (MusterDatabase *database, GError **error);
void muster_import_history_free (MusterImportHistory *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportHistory, muster_import_history_free)

/** Returns: (transfer none) (element-type MusterImport): all records. */
GPtrArray *muster_import_history_get_records (MusterImportHistory *history);
/** Returns: (transfer none) (nullable): the record that @entry made. */
const MusterImport *muster_import_history_find (MusterImportHistory *history, gint64 entry);
/** Returns: the entry that made the record @id; 0 if there is none. */
gint64 muster_import_history_get_entry (MusterImportHistory *history, gint64 id);

/** From here on it is as if @id, an import or an undoing, had just been undone. */
void muster_import_history_suppose_undone (MusterImportHistory *history, gint64 id);

/** Whether what @entry set counts: not that of an import that was undone, nor what undoing put back, which others had set. */
gboolean muster_import_history_counts (MusterImportHistory *history, gint64 entry);
