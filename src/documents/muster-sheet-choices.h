/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-sheet.h"

/** MusterHeaderScore: how many of the cells of a row are known headers; given by the caller, so that documents/ knows no field. */
typedef guint (*MusterHeaderScore) (const char *const *cells, guint n_cells, gpointer user_data);

/**
 * MusterTakeRow: takes a row of the table as it is read.
 * @sheet: knows its headers already; it has no rows
 * @cells: one for each header, "" where the row is shorter; borrowed
 *
 * Returns: %FALSE with @error to stop reading.
 */
typedef gboolean (*MusterTakeRow) (MusterSheet *sheet, const char *const *cells, guint line, gpointer user_data, GError **error);

/** MusterSheetChoices: what a person said about how a file is to be read; what is zero is found out. */
typedef struct
{
  char *encoding;         /* "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252", "CP850", "Mac-Roman", "Windows-1250", "ISO-8859-2" */
  char delimiter;         /* ',' ';' '\t' '|' */
  guint header_line;      /* line of the file (row of the sheet) of the header */
  gboolean has_no_header; /* columns are called "Column A", … and every row is data; header_line does not count */
  char *sheet_name;       /* of a workbook */
  const char *no_header_hint; /* (nullable): static: how a person says that there is none, added where none is found */
  MusterTakeRow take_row; /* gets every row in place of the sheet, which stays without any: for a table too large to be held */
  gpointer take_data;
} MusterSheetChoices;

MusterSheetChoices *muster_sheet_choices_new (void);
/** @choices: (nullable): none have been made. */
MusterSheetChoices *muster_sheet_choices_copy (const MusterSheetChoices *choices);
void muster_sheet_choices_free (MusterSheetChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterSheetChoices, muster_sheet_choices_free)

/** Returns: (transfer none): the encodings that can be chosen, %NULL-terminated. */
const char *const *muster_sheet_choices_get_encodings (void);
/** Returns: (transfer none): the delimiters that can be chosen, as one string. */
const char *muster_sheet_choices_get_delimiters (void);
/** Whether there is such an encoding and such a delimiter: MUSTER_ERROR_INVALID that names those there are. */
gboolean muster_sheet_choices_check (const MusterSheetChoices *choices, GError **error);
