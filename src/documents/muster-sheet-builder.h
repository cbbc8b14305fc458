/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-csv-reader.h"
#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet-private.h"

/* Among how many rows from the top the header is looked for. */
#define MUSTER_SHEET_HEADER_ROWS 20

/**
 * MusterSheetBuilder: makes a sheet of cells that come one after the other: finds the header among the first rows, leaves out blank
 * rows and cells beyond the header. Inside of documents/ only.
 */
typedef struct
{
  MusterSheet *sheet;
  GString *arena;
  GArray *rows; /* MusterSheetRow */
  const MusterSheetChoices *choices;
  MusterHeaderScore score;
  gpointer score_data;
  gboolean has_header;
  gboolean is_trial; /* only the first rows count, for muster_sheet_builder_judge() */
  guint totals[MUSTER_SHEET_HEADER_ROWS]; /* cells of the first rows, empty ones at the end too */
  guint n_totals;
  guint n_cells;  /* of the row that is being read */
  guint n_stored; /* of them, up to the last that is not empty */
  guint max_stored;
  gsize row_offset;
} MusterSheetBuilder;

/** @choices: stay with the caller. */
void muster_sheet_builder_init (MusterSheetBuilder *builder, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data);
void muster_sheet_builder_clear (MusterSheetBuilder *builder);

/** @text: UTF-8 without NUL; an apostrophe that guards a cell from being run is left out (muster-cell-guard.h). Returns: %FALSE if it stands beyond MUSTER_CSV_MAX_COLUMNS. */
gboolean muster_sheet_builder_add_cell (MusterSheetBuilder *builder, const char *text, gsize length);
/** Ends the row that began on @line. Returns: %FALSE with MUSTER_ERROR_INPUT if it was the header and cannot be one, or a row too many. */
gboolean muster_sheet_builder_end_row (MusterSheetBuilder *builder, guint line, GError **error);
/** A row of nothing, which is counted. */
void muster_sheet_builder_add_blank (MusterSheetBuilder *builder, guint line);
/** A row that is shown at the top but is none of the table. */
void muster_sheet_builder_add_top (MusterSheetBuilder *builder, guint line, const char *const *cells);
/** Returns: (transfer full): the sheet, without what is known of the file; %NULL if there is no header, or no row at all. */
MusterSheet *muster_sheet_builder_finish (MusterSheetBuilder *builder, GError **error);

/**
 * Judges the rows so far, for comparing ways of reading a file: @known is how many known words the best header has, @alike how many rows
 * below it have as many cells, and @n_columns how many those are. Without a header the first rows are compared with each other.
 */
void muster_sheet_builder_judge (MusterSheetBuilder *builder, guint *known, guint *alike, guint *n_columns);
