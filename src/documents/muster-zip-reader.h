/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterZipReader: reads members of a ZIP file, and counts what they are really unpacked to: a file that becomes too large, or too much larger than it
 * is, ends in MUSTER_WORKBOOK_TOO_LARGE. For the helper; errors are MUSTER_WORKBOOK_ERROR.
 */
typedef struct _MusterZipReader MusterZipReader;

#define MUSTER_ZIP_MAX_MEMBERS 10000u
#define MUSTER_ZIP_MAX_UNPACKED (4096ull * 1024 * 1024) /* all that is read, though it be read twice */

/** Reads the directory of the file open as @descriptor, which stays the caller's. */
MusterZipReader *muster_zip_reader_new (int descriptor, GError **error);
void muster_zip_reader_free (MusterZipReader *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterZipReader, muster_zip_reader_free)

/** Returns: whether there is a member of that name, in capitals or not. */
gboolean muster_zip_reader_has (MusterZipReader *zip, const char *name);
/** The same for one whose name ends like that. */
gboolean muster_zip_reader_has_suffix (MusterZipReader *zip, const char *suffix);
/** Whether a member is encrypted. */
gboolean muster_zip_reader_is_encrypted (MusterZipReader *zip);

/** Begins to read a member. Fails with MUSTER_WORKBOOK_DAMAGED if there is none. */
gboolean muster_zip_reader_open (MusterZipReader *zip, const char *name, GError **error);
/** Returns: how many bytes, 0 at the end, -1 on failure. */
gssize muster_zip_reader_read (MusterZipReader *zip, guint8 *bytes, gsize length, GError **error);
/** How much of the member was read, and how much it says it has (0: it does not say). */
void muster_zip_reader_get_progress (MusterZipReader *zip, guint64 *done, guint64 *total);
/** Returns: (transfer full): the beginning of a small member as text, up to @limit bytes. */
char *muster_zip_reader_get_text (MusterZipReader *zip, const char *name, gsize limit, GError **error);
