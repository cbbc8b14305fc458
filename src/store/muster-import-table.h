/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-database.h"

/* The records of imports and of their undoing. */

/** Inserts (id 0; sets it) or updates; after the entry that made it nothing of a record changes any more. */
gboolean muster_import_table_save (MusterDatabase *database, MusterImport *record, GError **error);
MusterImport *muster_import_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: (transfer full) (element-type MusterImport): newest first, the undoings among them. */
GPtrArray *muster_import_table_list (MusterDatabase *database, GError **error);

/** Keeps what became of each row; @lines is made by muster_import_lines_encode(). Once, by the import itself, which knows the people only when it is done. */
gboolean muster_import_table_save_lines (MusterDatabase *database, gint64 id, GBytes *lines, GError **error);
/** @lines: (out) (transfer full) (nullable): %NULL for an import of a time when they were not kept. */
gboolean muster_import_table_load_lines (MusterDatabase *database, gint64 id, GBytes **lines, GError **error);
