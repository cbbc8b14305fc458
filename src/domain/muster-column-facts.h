/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import-field.h"

#define MUSTER_N_SAMPLES 3
#define MUSTER_N_SERIES 16

/**
 * MusterColumnFacts: what the cells of a column look like, counted.
 * @n_filled: cells that say something
 * @samples: the first different texts, shortened; never one that could be a social security number
 * @n_ssn: with their separators; @n_nine_digits: bare nine digits, which could be one or an identifier; @n_never_ssn: of patterns that were never given out
 * @series: the first different numbers of bare nine digits (@n_series); @lowest, @highest: of all of them
 * @n_date: days in any form but a bare count of days (@n_serial)
 * @n_only_month_first, @n_only_day_first: days in digits that allow one order alone; @n_ambiguous: that allow two
 *
 * A cell counts for everything that it could be. Begin with all zeros; end with muster_column_facts_clear().
 */
typedef struct
{
  guint n_rows;
  guint n_filled;
  char *samples[MUSTER_N_SAMPLES];
  guint n_npn;
  guint n_assister_id;
  guint n_email;
  guint n_phone;
  guint n_date;
  guint n_serial;
  guint n_state;
  guint n_zip;
  guint n_ssn;
  guint n_nine_digits;
  guint n_never_ssn;
  guint n_series;
  guint series[MUSTER_N_SERIES];
  guint lowest;
  guint highest;
  guint n_type;
  guint n_status;
  guint n_language;
  guint n_name;         /* two to five words that could be a person's whole name */
  guint n_comma_name;   /* of those, "LAST, FIRST" */
  guint n_organisation; /* names of businesses and authorities */
  guint n_only_month_first;
  guint n_only_day_first;
  guint n_ambiguous;
} MusterColumnFacts;

/** Counts one cell (nullable) of the column. */
void muster_column_facts_add (MusterColumnFacts *facts, const char *cell);
void muster_column_facts_clear (MusterColumnFacts *facts);

/**
 * muster_column_facts_guess:
 *
 * For a column whose header says nothing.
 *
 * Returns: what nearly all of its cells look like, if that is one thing only; MUSTER_FIELD_SSN for social security numbers, with separators or
 * without; MUSTER_FIELD_IGNORE if nothing can be said, and for states, ZIP codes and days, which could be anything's.
 */
MusterImportField muster_column_facts_guess (const MusterColumnFacts *facts);

/** Returns: what a column is whose header says @field: that, unless nearly all of its cells are e-mail addresses or phone numbers, which are nobody's name. */
MusterImportField muster_column_facts_overrule (const MusterColumnFacts *facts, MusterImportField field);

/** Whether half of the filled cells, at least, bear out that the column is @field, which is the role: of other fields nothing can be said. */
gboolean muster_column_facts_bear_out (const MusterColumnFacts *facts, MusterImportField field);

/** MusterHeaderKind: what the header of a column says of nine digits under it. See muster_header_aliases_knows(), muster_header_aliases_may_be_nine_digits(), muster_header_aliases_is_tax_number(). */
typedef enum
{
  MUSTER_HEADER_UNKNOWN,
  MUSTER_HEADER_KNOWN,
  MUSTER_HEADER_OF_NINE_DIGITS,
  MUSTER_HEADER_OF_TAX_NUMBERS,
} MusterHeaderKind;

/**
 * muster_column_facts_hold_ssn:
 * @field: what the column is taken for
 *
 * Returns: whether the column must be refused for its content: most cells are social security numbers with their separators, or bare nine
 * digits that could be one; nearly all, under a header that we know and in a column that is taken for identifiers which may have nine digits;
 * never, if the header is of what has nine digits; any at all, if it is of tax numbers; nor, of license numbers under a header that we know, if they are a series of their own.
 */
gboolean muster_column_facts_hold_ssn (const MusterColumnFacts *facts, MusterImportField field, MusterHeaderKind header);

/**
 * muster_column_facts_is_series:
 *
 * Returns: whether the bare nine digits of a column cannot be social security numbers: some are of patterns that were never given out, or they
 * lie closer together than the numbers of people from one area would but once in ten thousand files.
 */
gboolean muster_column_facts_is_series (const MusterColumnFacts *facts);

/**
 * muster_column_facts_dup_date_evidence:
 * @example: (nullable): one that could be either
 *
 * Returns: (transfer full): the evidence for asking a person which order a column's days are in: "17 values can only be month-day, 5 could be either:
 * “03/04/2026”."
 */
char *muster_column_facts_dup_date_evidence (const MusterColumnFacts *facts, const char *example);
