/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"
#include "store/muster-database.h"

gboolean muster_import_table_save (MusterDatabase *database, MusterImport *record, GError **error);
MusterImport *muster_import_table_load (MusterDatabase *database, gint64 id, GError **error);
/** Returns: (transfer full) (element-type MusterImport): newest first. */
GPtrArray *muster_import_table_list (MusterDatabase *database, GError **error);
