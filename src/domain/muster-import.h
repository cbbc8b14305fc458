/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-assister.h"

/** MusterImportField: what a column of a roster file can be. */
typedef enum
{
  MUSTER_FIELD_IGNORE,
  MUSTER_FIELD_NAME, /* whole name in one column */
  MUSTER_FIELD_GIVEN_NAME,
  MUSTER_FIELD_MIDDLE_NAME,
  MUSTER_FIELD_FAMILY_NAME,
  MUSTER_FIELD_SUFFIX,
  MUSTER_FIELD_EMAIL,
  MUSTER_FIELD_PHONE,
  MUSTER_FIELD_NPN,
  MUSTER_FIELD_ASSISTER_ID,
  MUSTER_FIELD_TRAINING_ID,
  MUSTER_FIELD_ADMIN_ID,
  MUSTER_FIELD_LICENCE_NUMBER,
  MUSTER_FIELD_TYPE,
  MUSTER_FIELD_AGENCY,
  MUSTER_FIELD_COUNTY,
  MUSTER_FIELD_LANGUAGES,
  MUSTER_FIELD_SSN, /* recognised so as to be refused */
} MusterImportField;

#define MUSTER_N_FIELDS 18

const char *muster_import_field_to_code (MusterImportField field); /* "given-name" */
gboolean muster_import_field_from_code (const char *code, MusterImportField *field, GError **error);
const char *muster_import_field_get_label (MusterImportField field);

typedef struct _MusterHeaderAliases MusterHeaderAliases;
/** @text: a key file (data/import/roster-headers.aliases): per field the headers seen in real files, compared without case, "_", "-", "." and blanks. */
MusterHeaderAliases *muster_header_aliases_parse (const char *text, gssize length, GError **error);
void muster_header_aliases_free (MusterHeaderAliases *aliases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterHeaderAliases, muster_header_aliases_free)
/** Returns: the field that @header names; MUSTER_FIELD_IGNORE for one we do not know. */
MusterImportField muster_header_aliases_match (MusterHeaderAliases *aliases, const char *header);
/** Returns: (transfer full): @header as headers are compared: small letters and digits only, without accents. */
char *muster_header_squeeze (const char *header);

/** MusterImportKey: by which a row is taken for a person already known. */
typedef enum
{
  MUSTER_KEY_AUTO, /* NPN, then Assister ID, then Training ID, then e-mail: the first that the row has */
  MUSTER_KEY_NPN,
  MUSTER_KEY_ASSISTER_ID,
  MUSTER_KEY_TRAINING_ID,
  MUSTER_KEY_EMAIL,
} MusterImportKey;
const char *muster_import_key_to_code (MusterImportKey key);
gboolean muster_import_key_from_code (const char *code, MusterImportKey *key, GError **error);

typedef enum
{
  MUSTER_MODE_UPSERT,
  MUSTER_MODE_INSERT, /* known people are skipped */
  MUSTER_MODE_UPDATE, /* unknown people are skipped */
} MusterImportMode;
const char *muster_import_mode_to_code (MusterImportMode mode);
gboolean muster_import_mode_from_code (const char *code, MusterImportMode *mode, GError **error);

/** MusterRowFate: what becomes of a row. Every data row has exactly one. */
typedef enum
{
  MUSTER_FATE_CREATED,
  MUSTER_FATE_UPDATED,
  MUSTER_FATE_UNCHANGED,
  MUSTER_FATE_SKIPPED,  /* exact repetition of an earlier row, or left out by the mode */
  MUSTER_FATE_CONFLICT, /* same identifier, different data in this file; or it fits two people of the register */
  MUSTER_FATE_REJECTED,
} MusterRowFate;
#define MUSTER_N_FATES 6
const char *muster_row_fate_to_code (MusterRowFate fate);
const char *muster_row_fate_get_label (MusterRowFate fate);

/** MusterFinding: what is to be said about one cell or row. @rule is a code ("npn-form", "email-taken", "no-name", "ssn-column", …); @message is translated and complete. */
typedef struct
{
  guint line;    /* of the file, from 1, where the row begins */
  char *column;  /* its header; %NULL for the whole row */
  char *value;   /* as read; never a social security number */
  char *rule;
  gboolean is_error; /* else a warning */
  char *message;
} MusterFinding;
void muster_finding_free (MusterFinding *finding);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterFinding, muster_finding_free)

/** MusterImportRow: one row as the register would keep it: values checked and normalised; %NULL where the file says nothing. */
typedef struct
{
  MusterAssister person; /* id 0; fields as above */
  guint types;
  char *agency;
} MusterImportRow;
void muster_import_row_clear (MusterImportRow *row);

/**
 * muster_import_row_read:
 * @fields: per column; @cells: per column, UTF-8; @headers: per column, for findings; @n: how many
 * @defaults: (nullable): constants for what the file has no column of ("all are navigators of agency X")
 * @findings: (element-type MusterFinding): appended to
 *
 * Reads one row by the rules of identifiers. Sentinels for nothing ("-", "N/A", "NULL" in id and e-mail columns, …) become %NULL; a person
 * named Null stays. One name cell is split: "LAST, FIRST M. JR" and "First M. Last, Jr." are both understood. A column that is there
 * twice is read where the first is empty.
 *
 * Rejected with the rules: "ssn-column", "ssn-value" (their value is never repeated), "no-name", "no-identifier" (nothing to know the person
 * by: NPN, Assister ID, Training ID or e-mail), "npn-form", "assister-id-form", "training-id-form", "admin-id-form", "email-form", "type-unknown",
 * "too-long". Warnings: "phone-form" (the phone is left out), "second-phone", "ssn-shaped", "no-type".
 *
 * Returns: %FALSE if the row is to be rejected (a finding says why).
 */
gboolean muster_import_row_read (const MusterImportField *fields, const char *const *cells, const char *const *headers, guint n, guint line,
                                 const MusterImportRow *defaults, MusterImportRow *row, GPtrArray *findings);

/**
 * Whether @row would change @person (only what the row says counts), and merges it into @person if so. A name that differs only by being
 * in capitals is no change, nor is an e-mail address that differs by case. Returns %FALSE for unchanged.
 */
gboolean muster_import_row_merge (const MusterImportRow *row, MusterAssister *person);

/** MusterImport: the record of one import. */
typedef struct
{
  gint64 id;
  char *file_name;
  guint64 file_size;
  char *file_hash; /* SHA-256, hex */
  char *encoding;
  char *delimiter;
  char *key;
  char *mode;
  char *digest;
  guint rows;
  guint counts[MUSTER_N_FATES];
  gint64 account_id;
  gint64 recorded;
} MusterImport;
void muster_import_free (MusterImport *import_record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImport, muster_import_free)
