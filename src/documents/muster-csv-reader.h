/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet-choices.h"
#include "documents/muster-sheet.h"

/* Bounds: what a roster can never need, so that a hostile file ends in a sentence and not in swapping. */
#define MUSTER_CSV_MAX_FILE (512 * 1024 * 1024)
#define MUSTER_CSV_MAX_CELL (64 * 1024)
#define MUSTER_CSV_MAX_COLUMNS 500
#define MUSTER_CSV_MAX_ROWS (5 * 1000 * 1000)

/** What is known of the text besides its bytes. */
typedef struct
{
  const char *name;
  const char *kind; /* static; NULL: "csv" or "tsv", by its delimiter */
  guint64 size;     /* expected, for the progress */
} MusterCsvSource;

/**
 * muster_csv_read:
 * @stream: a text, from its first byte
 * @choices: (nullable): what a person said about it
 *
 * Reads CSV, as muster_sheet_read() says. Streams: never holds the raw text besides the cells. An error of @stream is given on as it is.
 * Inside of documents/ only.
 */
MusterSheet *muster_csv_read (GInputStream *stream, const MusterCsvSource *source, const MusterSheetChoices *choices, MusterHeaderScore score,
                              gpointer score_data, GFileProgressCallback progress, gpointer progress_data, GCancellable *cancellable, GError **error);
