/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** MusterNumberKind: what a cell's format makes of its number. */
typedef enum
{
  MUSTER_NUMBER_PLAIN,
  MUSTER_NUMBER_DATE,
  MUSTER_NUMBER_DATE_TIME,
  MUSTER_NUMBER_TIME,
  MUSTER_NUMBER_DURATION, /* hours beyond a day */
} MusterNumberKind;

/** MusterNumberFormat: what of a format matters to a table of people. For the helper. */
typedef struct
{
  MusterNumberKind kind;
  guint n_digits; /* filled up with zeros to the left; 0: not */
} MusterNumberFormat;

/** Reads a format code as Excel writes it, such as “d-mmm-yy” or “00000”. */
MusterNumberFormat muster_number_format_parse (const char *code);
/** The formats that have a number instead of a code (ECMA-376 part 1, 18.8.30). */
MusterNumberFormat muster_number_format_get_built_in (guint number);

/**
 * muster_number_append:
 * @written: (nullable): the number as the file writes it
 * @is_1904: days are counted from 1904, as on an old Macintosh
 *
 * Appends a number as text: dates as YYYY-MM-DD, with HH:MM:SS if the format has a time and the value one; whole numbers with all digits and
 * nothing else; others with the 15 digits that a spreadsheet knows. A number beyond the dates stays one.
 */
void muster_number_append (GString *text, double value, const char *written, MusterNumberFormat format, gboolean is_1904);
