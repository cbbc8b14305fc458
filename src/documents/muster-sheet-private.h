/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"

/* What a reader of a file format fills: inside of documents/ only. */

/* A row: its cells stand one after the other in the arena, each with its NUL. */
typedef struct
{
  guint32 offset;
  guint32 line;
  guint16 n_cells; /* up to the last that is not empty */
  guint16 n_surplus; /* cells beyond the header, up to the last that is not empty; they stand behind the others */
} MusterSheetRow;

/* A row as it stands at the top of the file, whatever it was taken for. */
typedef struct
{
  guint line;
  char **cells;
} MusterTopRow;

struct _MusterSheet
{
  gatomicrefcount references;
  char *arena;
  MusterSheetRow *rows;
  guint n_rows;
  char **headers;
  guint n_columns;
  guint header_line;
  guint n_blank_rows;
  guint n_ragged_rows;
  guint n_hidden_rows; /* under the header */
  gboolean is_hidden;
  char *file_name;
  guint64 file_size;
  char *file_hash;
  const char *encoding; /* static */
  const char *likely_encoding; /* static; nullable */
  char delimiter;
  const char *kind;   /* static */
  char **sheet_names; /* of a workbook */
  char *sheet_name;
  GPtrArray *top_rows; /* MusterTopRow */
};

/** Returns: (transfer full): a sheet with nothing in it. */
MusterSheet *muster_sheet_new (void);

/** Tells columns of one header apart, as people would: "Phone", "Phone (2)". */
void muster_sheet_number_headers (MusterSheet *sheet);
