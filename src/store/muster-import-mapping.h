/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"

/**
 * muster_import_mapping_dup:
 * @fields, @headers: per column
 *
 * Returns: (transfer full): which column was what, as an import's record keeps it: {"npn": {"header": "NPN", "column": 3}}. Of several columns
 *   of one field the headers stand together, joined by "; ", and the first is the column.
 */
char *muster_import_mapping_dup (const MusterImportField *fields, const char *const *headers, guint n);
