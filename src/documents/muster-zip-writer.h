/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/**
 * muster_zip_writer_write:
 * @path: the file, which is written beside its place and renamed into it (0600)
 * @member: the name of what is inside, such as “roster.csv”
 * @content: what is inside; it never lies in a file in clear
 * @passphrase: what opens it
 *
 * Writes a ZIP file encrypted with AES-256, as 7-Zip, WinZip and the archive managers of Linux open it. The passphrase is what protects it: a short one can be
 * guessed. Fails with MUSTER_ERROR_INVALID for an empty passphrase, MUSTER_ERROR_STORAGE.
 */
gboolean muster_zip_writer_write (const char *path, const char *member, GBytes *content, const char *passphrase, GError **error);

/** MusterZipMember: a file inside of a ZIP file. */
typedef struct
{
  char *name; /* "letters/LT-2026-0001 revocation.pdf" */
  GBytes *content;
} MusterZipMember;

/** Writes @members (element-type MusterZipMember) into a ZIP file that anybody can open, as muster_zip_writer_write() does. @time: of the files, µs since 1970 UTC */
gboolean muster_zip_writer_write_members (const char *path, GPtrArray *members, gint64 time, GError **error);
