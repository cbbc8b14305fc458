/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

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
  MUSTER_FIELD_PHONE, /* of several the first good one; the others are other phones */
  MUSTER_FIELD_OTHER_PHONE,
  MUSTER_FIELD_NPN,
  MUSTER_FIELD_ASSISTER_ID,
  MUSTER_FIELD_TRAINING_ID,
  MUSTER_FIELD_ADMIN_ID,
  MUSTER_FIELD_LICENCE_NUMBER,
  MUSTER_FIELD_LICENCE_EXPIRES,
  MUSTER_FIELD_TYPE,
  MUSTER_FIELD_STATUS, /* what the sender claims, never a state */
  MUSTER_FIELD_CERTIFIED_ON,
  MUSTER_FIELD_CERTIFIED_THROUGH, /* inclusive */
  MUSTER_FIELD_ENDED_ON, /* the day on which the person left or was terminated: the first on which it is over */
  MUSTER_FIELD_AGENCY,
  MUSTER_FIELD_ORGANISATION_NPN, /* of a business entity: recognised so that nobody takes it for a person's */
  MUSTER_FIELD_COUNTY,
  MUSTER_FIELD_LANGUAGES,
  MUSTER_FIELD_LETTER_LANGUAGE, /* in which the person is written to */
  MUSTER_FIELD_SSN, /* recognised so as to be refused */
} MusterImportField;

#define MUSTER_N_FIELDS (MUSTER_FIELD_SSN + 1)

const char *muster_import_field_to_code (MusterImportField field); /* "given-name" */
gboolean muster_import_field_from_code (const char *code, MusterImportField *field, GError **error);
const char *muster_import_field_get_label (MusterImportField field);
/** Whether several columns of a file may be @field: phones, languages, and what is not read. */
gboolean muster_import_field_may_repeat (MusterImportField field);
/** Whether @field holds days, which need an order of day and month. */
gboolean muster_import_field_is_date (MusterImportField field);

typedef struct _MusterHeaderAliases MusterHeaderAliases;
/**
 * muster_header_aliases_parse:
 * @text: a key file (data/import/roster-headers.aliases): per field the headers seen in real files, compared without case, "_", "-", "."
 *   and blanks. Its group "ignore" has the headers of what Muster does not keep (ZIP codes, fax numbers, …). The key InLicenceLists has
 *   those that name its field only in a list of licences.
 */
MusterHeaderAliases *muster_header_aliases_parse (const char *text, gssize length, GError **error);
void muster_header_aliases_free (MusterHeaderAliases *aliases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterHeaderAliases, muster_header_aliases_free)
/** Returns: (transfer full) (nullable): the header that @header repeats, as repeated ones are numbered: "Phone" for "Phone (2)". */
char *muster_header_dup_repeated (const char *header);
/** Returns: the field that @header names; MUSTER_FIELD_IGNORE for one we do not know, or do not keep. */
MusterImportField muster_header_aliases_match (MusterHeaderAliases *aliases, const char *header);
/**
 * muster_header_aliases_match_all:
 * @fields: (out caller-allocates): per header
 *
 * What the headers of one file name, taken together: a field that may not repeat is the first of those that name it, and "Expiration Date" is the
 * licence's where licences are what the file tells of.
 */
void muster_header_aliases_match_all (MusterHeaderAliases *aliases, const char *const *headers, guint n, MusterImportField *fields);
/** Returns: whether @header is known at all, be it as one to leave out. The content of a column is asked only where it is not. */
gboolean muster_header_aliases_knows (MusterHeaderAliases *aliases, const char *header);
/** Whether @header is of what has nine digits without being a social security number: ZIP codes, tax numbers of businesses. */
gboolean muster_header_aliases_may_be_nine_digits (MusterHeaderAliases *aliases, const char *header);
/** Whether @header names its field only where no other column does, and where the cells bear it out: “Position”, which can be a role or a job. */
gboolean muster_header_aliases_is_weak (MusterHeaderAliases *aliases, const char *header);
/** Whether @header is of tax numbers, without saying that they are of businesses: that of a person is the social security number. */
gboolean muster_header_aliases_is_tax_number (MusterHeaderAliases *aliases, const char *header);
/** Returns: (transfer full): @header as headers are compared: small letters and digits only, without accents. */
char *muster_header_squeeze (const char *header);
