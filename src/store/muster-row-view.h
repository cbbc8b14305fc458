/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-journal-format.h"

#define MUSTER_MAX_COLUMNS 40

/** MusterTableShape: the names of a journaled table's columns, the id apart, in the order in which the journal writes them down. */
typedef struct
{
  char *columns[MUSTER_MAX_COLUMNS];
  guint n_columns;
} MusterTableShape;

gboolean muster_table_shape_load (MusterDatabase *database, const char *table, MusterTableShape *shape, GError **error);
void muster_table_shape_clear (MusterTableShape *shape);

/** MusterRowView: a row of the journal, to be read by the names of its columns; columns that came later are NULL. Borrows the bytes. */
typedef struct
{
  const MusterTableShape *shape;
  MusterCell cells[MUSTER_MAX_COLUMNS];
} MusterRowView;

/** Returns: %FALSE if the bytes make no row of that table. */
gboolean muster_row_view_read (MusterRowView *view, const MusterTableShape *shape, const guint8 *bytes, gsize size);
const MusterCell *muster_row_view_get (const MusterRowView *view, const char *column);
gint64 muster_row_view_get_int (const MusterRowView *view, const char *column);
/** Returns: (transfer full) (nullable): a text; a number as text; bytes as hexadecimal digits. */
char *muster_row_view_dup_text (const MusterRowView *view, const char *column);
gboolean muster_cell_equal (const MusterCell *a, const MusterCell *b);
char *muster_cell_dup_text (const MusterCell *cell);
