/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"

/** MusterProfileColumn: what a sender's column is. */
typedef struct
{
  char *header; /* as the sender writes it */
  MusterImportField field;
  MusterDateOrder date_order;
} MusterProfileColumn;

/**
 * MusterImportProfile: how the files of one sender are understood, remembered.
 * @columns: (element-type MusterProfileColumn): in the order of the file from which it was learned
 */
typedef struct
{
  char *name;
  GPtrArray *columns;
  MusterValueMap *values;
  MusterImportRow constants;
  MusterImportKey key;
  MusterImportMode mode;
} MusterImportProfile;

/** Returns: (transfer full): a profile without columns. */
MusterImportProfile *muster_import_profile_new (const char *name);
MusterImportProfile *muster_import_profile_copy (const MusterImportProfile *profile);
void muster_import_profile_free (MusterImportProfile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterImportProfile, muster_import_profile_free)

/** Appends what the column headed @header is. */
void muster_import_profile_add_column (MusterImportProfile *profile, const char *header, MusterImportField field, MusterDateOrder date_order);

/** Returns: (transfer full): the text form, a key file; it is the same for the same profile. */
char *muster_import_profile_to_text (const MusterImportProfile *profile);
/** Reads the text form strictly. MUSTER_ERROR_INVALID names the place. */
MusterImportProfile *muster_import_profile_parse (const char *text, gssize length, GError **error);

/** Returns: (transfer full): what stays the same when a sender's columns change places: a hash over the sorted headers, as they are compared. */
char *muster_import_profile_sign (const char *const *headers, guint n);

/**
 * muster_import_profile_fits:
 *
 * Returns: 0 to 100: 100 for the same headers in any order. Less by the share of headers that only one of the two has; 0 if no column that
 * the profile reads is there.
 */
guint muster_import_profile_fits (const MusterImportProfile *profile, const char *const *headers, guint n);

/**
 * muster_import_profile_map:
 * @fields, @date_orders: (inout): per column, as they are without the profile
 *
 * Sets both where the profile knows the header (the second column of the same header is the profile's second). A column that the profile
 * does not know is left out if it would repeat a field which the profile reads elsewhere.
 *
 * Returns: how many columns the profile knew.
 */
guint muster_import_profile_map (const MusterImportProfile *profile, const char *const *headers, guint n, MusterImportField *fields, MusterDateOrder *date_orders);
