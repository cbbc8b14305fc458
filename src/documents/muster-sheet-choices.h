/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterHeaderScore: how many of the cells of a row are known headers; given by the caller, so that documents/ knows no field. */
typedef guint (*MusterHeaderScore) (const char *const *cells, guint n_cells, gpointer user_data);

/** MusterSheetChoices: what a person said about how a file is to be read; what is zero is found out. */
typedef struct
{
  char *encoding;         /* "UTF-8", "UTF-16LE", "UTF-16BE", "Windows-1252" */
  char delimiter;         /* ',' ';' '\t' '|' */
  guint header_line;      /* line of the file (row of the sheet) of the header */
  gboolean has_no_header; /* columns are called "Column A", … and every row is data; header_line does not count */
  char *sheet_name;       /* of a workbook */
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
