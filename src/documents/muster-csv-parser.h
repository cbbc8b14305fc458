/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <csv.h>

#include "documents/muster-sheet-builder.h"

/* Where in a cell we are, as far as quotation marks go: inside of documents/ only. */
typedef enum
{
  MUSTER_CSV_BEFORE_CELL,
  MUSTER_CSV_IN_CELL,
  MUSTER_CSV_IN_QUOTES,
  MUSTER_CSV_AT_QUOTE, /* that closes the quotes, unless another one follows */
} MusterCsvPlace;

/** MusterCsvParser: cuts text into cells and rows, and knows on which line each begins. Inside of documents/ only. */
typedef struct
{
  struct csv_parser csv;
  MusterSheetBuilder builder;
  guint line;      /* that is being read, from 1 */
  guint row_line;  /* where the row began */
  guint cell_line; /* where the cell began */
  MusterCsvPlace place;
  guint quote_line;       /* where the quotes opened */
  gboolean quote_crosses; /* a line end */
  gboolean quote_is_odd;  /* something follows a quotation mark within */
  gboolean is_row_begun;
  gboolean is_row_ended;
  GError *problem;
} MusterCsvParser;

void muster_csv_parser_init (MusterCsvParser *parser, char delimiter, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data);
void muster_csv_parser_clear (MusterCsvParser *parser);
/** @text: UTF-8 with LF, in any pieces. Returns: %FALSE with MUSTER_ERROR_INPUT, naming the line. */
gboolean muster_csv_parser_add (MusterCsvParser *parser, const char *text, gsize length, GError **error);
/** Ends the last row. Fails for a quote that was never closed. */
gboolean muster_csv_parser_end (MusterCsvParser *parser, GError **error);

/** Leaves out the line “sep=;” on top of @text. Returns: its length, or 0 if there is none. */
gsize muster_csv_parser_skip_separator_line (MusterCsvParser *parser, const char *text, gsize length);
/** Returns: one of muster_sheet_choices_get_delimiters(): by which @text, the beginning of a file, falls into columns with the best header. */
char muster_csv_find_delimiter (const char *text, gsize length, const MusterSheetChoices *choices, MusterHeaderScore score, gpointer score_data);
