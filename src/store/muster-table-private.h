/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database-private.h"

/* What the tables share: inside of store/ only. */

/** Makes of what the domain said about a code (@error is set) MUSTER_ERROR_DAMAGED: it was the register that held it. Always returns %FALSE. */
gboolean muster_table_blame (const char *table, gint64 id, GError **error);

/** Returns: (transfer full) (element-type gint64): the first column of all rows of @statement; %NULL on error. */
GArray *muster_table_collect_ids (MusterStatement *statement, GError **error);

/** Makes a record of the row that @statement stands on; %NULL on error. */
typedef gpointer (*MusterTableRead) (MusterStatement *statement, GError **error);

/** Returns: (transfer full): a record of each row of @statement; %NULL on error. @free_record: of the records. */
GPtrArray *muster_table_collect (MusterStatement *statement, MusterTableRead read, GDestroyNotify free_record, GError **error);

/** As many rows are added by one statement: more of them save little, and the text grows. */
#define MUSTER_TABLE_ROWS_AT_ONCE 32

/** How a row of a table is bound: its first parameter is @first. @row: as it stands in the array. */
typedef void (*MusterTableBind) (MusterStatement *statement, int first, gpointer row);

/**
 * muster_table_insert_many:
 * @columns: "name, name_key": @n_columns of them
 * @rows: pointers
 *
 * Adds all @rows, many by one statement: what SQLite does for each statement, with its triggers, takes longer than the rows themselves.
 */
gboolean muster_table_insert_many (MusterDatabase *database, const char *table, const char *columns, guint n_columns, GPtrArray *rows, MusterTableBind bind, GError **error);
