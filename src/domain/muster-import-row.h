/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-import-date.h"
#include "domain/muster-import-field.h"
#include "domain/muster-value-map.h"

/** The rule for a name into which other cells have run: the row may hide people. */
#define MUSTER_RULE_NAME_RUNS_ON "name-runs-on"
/** What #MusterFinding.row is where it is about a column as a whole. */
#define MUSTER_FINDING_NO_ROW G_MAXUINT

/**
 * MusterFinding: what is to be said about one cell or row.
 * @column_index: of the cell, from 0; -1 for the whole row
 * @row: of the sheet, from 0; set by who asks for the reading; MUSTER_FINDING_NO_ROW: about @column_index as a whole, and @line is the header's
 * @rule: a code ("npn-form", "email-taken", "no-name", "ssn-column", …)
 * @other_row: the row of the sheet that contradicts it; MUSTER_FINDING_NO_ROW: none does
 * @is_question: an error that a person cures by saying who a row is about: the same as somebody on the roster, or not
 * @fix: (nullable): a text for the cell that would cure it. Only ever a proposal: what it is about stays out until a person takes it
 * @message: translated and complete
 */
typedef struct
{
  guint line;   /* of the file, from 1, where the row begins */
  guint row;
  guint other_row;
  int column_index;
  char *column; /* its header; %NULL for the whole row */
  char *value;  /* as read; never a social security number */
  char *rule;
  gboolean is_error; /* else a warning */
  gboolean is_question;
  gboolean is_note;  /* a warning that asks nobody to do anything: what was understood, and how */
  char *fix;
  char *message;
} MusterFinding;
/** Returns: (transfer full): a warning about the whole row at @line; set the rest. */
MusterFinding *muster_finding_new (guint line, const char *rule, const char *message);
void muster_finding_free (MusterFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFinding, muster_finding_free)

/**
 * MusterImportRow: one row as the register would keep it: values checked and normalised; %NULL (a cleared date) where the file says nothing.
 * @status: what the sender calls the person's standing, trimmed and no more: a claim, never a state
 * @certified_through: inclusive
 * @ended_on: the first day on which the person is not with the sender, or not allowed, any more: a claim, too
 * @lacks_identifier: the row is in order but for "no-identifier": it has a name, and nothing else to know the person by
 * @lacks_name: the row is in order but for "no-name": it has something that a person is known by
 * @is_organisation: the row is about a business or authority, or a footer of the file, and names no person: to be skipped
 * @names_in_capitals: the file had the names in capitals (or without any), so that how they are written now is a guess
 */
typedef struct
{
  MusterAssister person; /* id 0; fields as above */
  guint types;
  char *agency;
  char *status;
  GDate certified_on;
  GDate certified_through;
  GDate ended_on;
  GDate licence_expires;
  gboolean lacks_identifier;
  gboolean lacks_name;
  gboolean is_organisation;
  gboolean names_in_capitals;
} MusterImportRow;
void muster_import_row_clear (MusterImportRow *row);
/** Returns: (transfer none) (nullable): where @row keeps @field, for one that is a text. */
char **muster_import_row_get_text (MusterImportRow *row, MusterImportField field);
/** Returns: (transfer none) (nullable): where @row keeps @field, for one that is a day. */
GDate *muster_import_row_get_date (MusterImportRow *row, MusterImportField field);
/** Overwrites @copy with a copy of @row. */
void muster_import_row_copy (const MusterImportRow *row, MusterImportRow *copy);

/**
 * MusterImportReading: how cells become values.
 * @fields: per column
 * @headers: (nullable): per column, for findings
 * @n: columns
 * @date_orders: (nullable): per column; unknown where nobody has said
 * @values: (nullable): what cells of this sender mean
 * @defaults: (nullable): constants for what the file has no column of, or leaves empty ("all are navigators of agency X")
 * @series: (nullable): per column: whether its nine digits are a series of numbers and no social security numbers
 * @npn_is_known: a person has the NPN, and so a row without a name is about that person and not about an organization
 * @today: (nullable): by which something has expired; without it nothing has
 */
typedef struct
{
  const MusterImportField *fields;
  const char *const *headers;
  guint n;
  const MusterDateOrder *date_orders;
  const MusterValueMap *values;
  const MusterImportRow *defaults;
  const gboolean *series;
  gboolean npn_is_known;
  const GDate *today;
} MusterImportReading;

/**
 * muster_import_row_read:
 * @cells: per column, UTF-8
 * @row: (out caller-allocates): whatever it holds is overwritten
 * @findings: (element-type MusterFinding): appended to
 *
 * Reads one row by the rules of identifiers. Sentinels for nothing ("-", "N/A", "NULL" in id and e-mail columns, …) become %NULL; a person
 * named Null stays. One name cell is split: "LAST, FIRST M. JR" and "First M. Last, Jr." are both understood. Of several phones, in one
 * cell or in several columns, the first good one is the phone and the rest are other phones.
 *
 * Rejected with the rules: "ssn-column", "ssn-value" (their value is never repeated), "no-name", "no-identifier" (nothing to know the person
 * by: NPN, Assister ID, Training ID or e-mail), "npn-form", "npn-damaged", "letter-for-digit", "assister-id-form", "training-id-form",
 * "admin-id-form", "email-form", "name-form", "name-runs-on", "type-unknown", "date-ambiguous", "date-form", "date-order" (a day only in the other order than the column's),
 * "date-serial", "too-long".
 *
 * Warnings: "letter-language" (left out), "phone-form" and "letter-for-digit" in a phone (the phone is left out), "licence-number-damaged" (the
 * number is left out), "ssn-shaped", "no-type",
 * "active-but-expired", "expiry-odd", "formula-text" (the text is taken), "formula-name", "control-characters" (left out). Notes: "credentials" (dropped from the name), "organisation" (the row is about no person; @row->is_organisation), "footer" (the same, of totals and the like), "no-end" (a day that stands for none).
 *
 * Returns: %FALSE if the row is to be rejected (a finding says why).
 */
gboolean muster_import_row_read (const MusterImportReading *reading, const char *const *cells, guint line, MusterImportRow *row, GPtrArray *findings);

/** Whether @row's status is a word by which files say that somebody is in good standing. It makes nobody certified. */
gboolean muster_import_row_claims_certification (const MusterImportRow *row);

/** Whether @row names a day on which the person left or was terminated, and that day has come by @today (nullable). It ends nothing. */
gboolean muster_import_row_has_ended (const MusterImportRow *row, const GDate *today);

/**
 * muster_import_row_set:
 * @row: a row of constants
 * @text: as a person types it; "" unsets
 *
 * Sets what @field says by the rules of reading: agency, role, status, county, languages and the four days can be the same for a whole
 * file, nothing else can.
 *
 * Returns: %FALSE with MUSTER_ERROR_INVALID.
 */
gboolean muster_import_row_set (MusterImportRow *row, MusterImportField field, const char *text, GError **error);
/** Returns: whether muster_import_row_set() takes @field. */
gboolean muster_import_field_may_be_constant (MusterImportField field);
/** Returns: (transfer full) (nullable): what @row has of @field, in a form that is read as the same again; for the whole name, all its parts. */
char *muster_import_row_dup (const MusterImportRow *row, MusterImportField field);

/** Whether @said is @known (both nullable) without the zeros that it begins with, as spreadsheets write it: 12345 for 0012345. */
gboolean muster_import_lost_zeros (const char *said, const char *known);
/**
 * Whether @row would change @person (only what the row says counts), and merges it into @person if so. A name that differs only by being
 * in capitals, or is but an initial of it, is no change, nor is an e-mail address that differs by case or a phone that is written otherwise. Returns %FALSE for unchanged.
 */
gboolean muster_import_row_merge (const MusterImportRow *row, MusterAssister *person);
