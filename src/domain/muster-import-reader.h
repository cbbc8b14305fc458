/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-row.h"

/* A row that is being read: inside of muster-import-read*.c only. */

/* A row that is being read, and where we are in it. */
typedef struct
{
  const MusterImportReading *reading;
  guint line;
  int column; /* -1: the whole row */
  GPtrArray *findings;
  guint n_findings; /* before this row */
  MusterImportRow *row;
  char *whole_name;
  gboolean has_organisation_npn;
  gboolean says_organisation; /* where the role of a person would stand */
  gboolean rejected;
} MusterImportReader;

/** Appends a warning about where we are. Returns: (transfer none): it. */
MusterFinding *muster_import_reader_find (MusterImportReader *reader, const char *value, const char *rule, const char *message);
/** Appends an error, for which the row is rejected. */
MusterFinding *muster_import_reader_reject (MusterImportReader *reader, const char *value, const char *rule, const char *message);
/** Reads one cell (nullable) into the row. */
void muster_import_reader_read (MusterImportReader *reader, guint column, const char *cell);
/** Reads a day in the order of its column. What is a day in the other order only is rejected, and proposed. */
void muster_import_reader_read_date (MusterImportReader *reader, MusterImportField field, const char *text);
/** Whether @said is what databases write for no end, in a column of ends; says so. */
gboolean muster_import_reader_find_no_end (MusterImportReader *reader, MusterImportField field, const char *said);
/** Says that the licence expires on a @day (cleared for none) that no licence does. */
void muster_import_reader_judge_expiry (MusterImportReader *reader, MusterImportField field, const char *said, const GDate *day);
/** Says that @said was wrapped in a formula (="12345678") in @cell. */
void muster_import_reader_find_wrapped (MusterImportReader *reader, const char *cell, const char *said);
/** Says that @cell had control characters, which are not in @said any more. */
void muster_import_reader_find_control (MusterImportReader *reader, const char *cell, const char *said);
/** Says that a name begins as a formula does. */
void muster_import_reader_find_formula (MusterImportReader *reader, MusterImportField field, const char *said);
/** Rejects a name, as @cell has it, that is an e-mail address or a phone number, or into which other cells have run. Returns: whether @said is none. */
gboolean muster_import_reader_check_name (MusterImportReader *reader, MusterImportField field, const char *cell, const char *said);
