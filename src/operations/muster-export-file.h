/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The file of an export: written beside its place, hidden, and seen only once it is recorded: what cannot be recorded does not leave. */

/** Output of an export; without one nothing is left of the file. @draft: where the file lies until it is put in its place. Clear it. */
typedef struct
{
  char *draft;
  char *hash; /* SHA-256 of the file, hex */
  guint64 size;
  guint n_people;
} MusterExportResult;

void muster_export_result_clear (MusterExportResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterExportResult, muster_export_result_clear)

/** Puts the file of @result where @path is. MUSTER_ERROR_STORAGE: then there is an entry, but no file. */
gboolean muster_export_put_in_place (MusterExportResult *result, const char *path, GError **error);

/** Returns: (transfer full): a hidden place beside @path. */
char *muster_export_dup_draft (const char *path);
/** Writes all of @content (0600). MUSTER_ERROR_STORAGE. */
gboolean muster_export_write (const char *path, GBytes *content, GError **error);
/** Returns: (transfer full): the hash of the file at @path; sets its @size. */
char *muster_export_dup_hash (const char *path, guint64 *size, GError **error);
/** Has @error speak of @path, not of @draft: people know the file by the name it was to have. */
void muster_export_name_place (const char *path, const char *draft, GError **error);
