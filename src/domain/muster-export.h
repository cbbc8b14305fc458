/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"
#include "domain/muster-evidence.h"
#include "domain/muster-standing.h"

/** MusterExportColumn: what an export of the roster can hold of a person, in the order in which it usually stands. */
typedef enum
{
  MUSTER_EXPORT_PERSON, /* "P-17" */
  MUSTER_EXPORT_FAMILY_NAME,
  MUSTER_EXPORT_GIVEN_NAME,
  MUSTER_EXPORT_MIDDLE_NAME,
  MUSTER_EXPORT_SUFFIX,
  MUSTER_EXPORT_TYPE,
  MUSTER_EXPORT_STATUS,
  MUSTER_EXPORT_MAY_ASSIST,
  MUSTER_EXPORT_REASONS,
  MUSTER_EXPORT_ROSTER, /* active or inactive */
  MUSTER_EXPORT_AGENCY,
  MUSTER_EXPORT_NPN,
  MUSTER_EXPORT_LICENCE_NUMBER,
  MUSTER_EXPORT_LICENCE_EXPIRES, /* this and the last three: what files and people say, as evidence */
  MUSTER_EXPORT_EMAIL,
  MUSTER_EXPORT_PHONE,
  MUSTER_EXPORT_OTHER_PHONES,
  MUSTER_EXPORT_ASSISTER_ID,
  MUSTER_EXPORT_TRAINING_ID,
  MUSTER_EXPORT_ADMIN_ID,
  MUSTER_EXPORT_COUNTY,
  MUSTER_EXPORT_LANGUAGES,
  MUSTER_EXPORT_LETTER_LANGUAGE,
  MUSTER_EXPORT_REPORTED_STATUS,
  MUSTER_EXPORT_CERTIFIED_ON,
  MUSTER_EXPORT_CERTIFIED_THROUGH,
} MusterExportColumn;
#define MUSTER_N_EXPORT_COLUMNS 26

/** Returns: "family-name", …: those that can be imported are called as there. */
const char *muster_export_column_to_code (MusterExportColumn column);
/** Returns: what stands at the head of the column, in every language the same, so that the file can be imported anywhere. */
const char *muster_export_column_get_header (MusterExportColumn column);
/** Returns: the translated name. */
const char *muster_export_column_get_label (MusterExportColumn column);
/**
 * Whether the column leaves the program only if somebody asks for it: identifiers that open the marketplace's systems (Assister, Training and Admin ID), and
 * phone numbers, which may be private. The e-mail address is that of the work, and people are told apart by it.
 */
gboolean muster_export_column_is_sensitive (MusterExportColumn column);
/** Returns: (nullable): translated: why a sensitive column had better stay here; %NULL for one that is not. */
const char *muster_export_column_get_caution (MusterExportColumn column);

/** MusterExportColumns: which columns, in which order. */
typedef struct
{
  guint8 columns[MUSTER_N_EXPORT_COLUMNS]; /* MusterExportColumn */
  guint n;
} MusterExportColumns;

/** All that are not sensitive. */
void muster_export_columns_init (MusterExportColumns *columns);
gboolean muster_export_columns_has (const MusterExportColumns *columns, MusterExportColumn column);
/** Reads codes separated by commas, in the order given, or "all". MUSTER_ERROR_INVALID for one there is not, none at all, or one twice. */
gboolean muster_export_columns_parse (MusterExportColumns *columns, const char *text, GError **error);
/** Returns: (transfer full): the codes, separated by commas. */
char *muster_export_columns_dup_text (const MusterExportColumns *columns);

/** MusterExportPerson: of whom a row is made. @agency: (nullable). @evidence: (nullable) (element-type MusterEvidence): newest first; for columns that need it. */
typedef struct
{
  const MusterAssister *person;
  const char *agency;
  MusterStanding standing;
  GPtrArray *evidence;
} MusterExportPerson;

/** Whether @column says what evidence says: of the newest that stands, as far as it is about the person and not about one role of several. */
gboolean muster_export_column_needs_evidence (MusterExportColumn column);

/**
 * muster_export_dup_cell:
 *
 * Returns: (transfer full) (nullable): what stands in @column, "" where there is nothing; an import reads the same again. %NULL with MUSTER_ERROR_RULE if it looks
 * like a social security number, which goes nowhere.
 */
char *muster_export_dup_cell (const MusterExportPerson *person, MusterExportColumn column, GError **error);

/** Whether @reason will do: an export needs one, without a social security number in it. MUSTER_ERROR_RULE. */
gboolean muster_export_check_reason (const char *reason, GError **error);
/** Whether @passphrase will do for an archive: not too short, unless the people are invented. MUSTER_ERROR_RULE. */
gboolean muster_export_check_passphrase (const char *passphrase, gboolean practice, GError **error);

/** MusterPassphraseStrength: how hard it is to guess what an archive is locked with; whoever has the file can try for ever. */
typedef enum
{
  MUSTER_PASSPHRASE_TOO_SHORT, /* refused: fewer than 10 characters */
  MUSTER_PASSPHRASE_WEAK,
  MUSTER_PASSPHRASE_FAIR,
  MUSTER_PASSPHRASE_STRONG,
} MusterPassphraseStrength;
MusterPassphraseStrength muster_passphrase_judge (const char *passphrase);
/** Returns: translated: how strong it is and what would make it stronger. */
const char *muster_passphrase_get_hint (MusterPassphraseStrength strength);

/** The last column of whatever a practice register exports: by it no import takes invented people for real ones. */
#define MUSTER_EXPORT_PRACTICE_HEADER "Muster practice register"
#define MUSTER_EXPORT_PRACTICE_CELL "invented"
/** Whether @header is that of the practice column, however it is written. */
gboolean muster_export_is_practice_header (const char *header);
