/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database.h"

/**
 * MusterOrigin: where one value of a person comes from.
 * @field: what a file calls it, as a code: "phone", "agency", "type" (one for each role); "active" for the roster state
 * @value: as it is now; %NULL for nothing: then it is where it was taken away. An agency by name, a role by its code
 * @entry: of the journal, that set it; @time: of it, µs since 1970 UTC; @operation, @account, @account_name: what and who; @reason: (nullable): why
 * @restored_by: the record of the undoing that put it back; 0: nobody did
 * @import_id: the import that set it; 0: a person did. Then these are set as far as they are known:
 * @file_name; @sheet: (nullable): of a workbook; @line: of the file, 0 if not known; @column: (nullable): its header, %NULL where the same was said for all rows
 * @written: (nullable): as the file had it, where that differs
 */
typedef struct
{
  char *field;
  char *value;
  gint64 entry;
  gint64 time;
  char *operation;
  char *account;
  char *account_name;
  char *reason;
  gint64 restored_by;
  gint64 import_id;
  char *file_name;
  char *sheet;
  guint line;
  char *column;
  char *written;
} MusterOrigin;

void muster_origin_free (MusterOrigin *origin);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterOrigin, muster_origin_free)

/**
 * muster_provenance_query:
 * @field: (nullable): a code; %NULL: all
 *
 * Returns: (transfer full) (element-type MusterOrigin): where the values of @person come from, those that were never set left out. Found by the rows of the person:
 * as fast for a person of a large import as for any other.
 */
GPtrArray *muster_provenance_query (MusterDatabase *database, gint64 person, const char *field, GError **error);
