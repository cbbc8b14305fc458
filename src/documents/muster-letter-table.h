/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterLetterTable: encodings of one byte for a letter. Inside of documents/ only. */
typedef enum
{
  MUSTER_LETTERS_WINDOWS_1252,
  MUSTER_LETTERS_CP_850,
  MUSTER_LETTERS_MAC_ROMAN,
  MUSTER_LETTERS_WINDOWS_1250,
  MUSTER_LETTERS_ISO_8859_2,
} MusterLetterTable;
#define MUSTER_N_LETTER_TABLES 5

/** Returns: "Windows-1252", "CP850", "Mac-Roman", "Windows-1250", "ISO-8859-2" */
const char *muster_letter_table_get_name (MusterLetterTable table);
/** Returns: the letter that @byte is. */
gunichar muster_letter_table_get (MusterLetterTable table, guint8 byte);

/** MusterLetterEvidence: how well the bytes beyond ASCII that stand in words make letters there, by each table. */
typedef struct
{
  gsize n_good[MUSTER_N_LETTER_TABLES];
  gsize n_bad[MUSTER_N_LETTER_TABLES];
} MusterLetterEvidence;

/** Takes note of @byte between @before and @after; '\0' where there is nothing. */
void muster_letter_evidence_add (MusterLetterEvidence *evidence, guint8 before, guint8 byte, guint8 after);
/** Returns: %TRUE and sets @likely if a table fits clearly better than Windows-1252. */
gboolean muster_letter_evidence_find (const MusterLetterEvidence *evidence, MusterLetterTable *likely);
