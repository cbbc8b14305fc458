/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-import.h"

/** MusterImportLine: what became of one row of a file. @line: of the file; @person: 0 where there is none. */
typedef struct
{
  guint line;
  gint64 person;
  MusterRowFate fate;
} MusterImportLine;

/** Returns: (transfer full): @lines as an import's record keeps them: about three bytes each. */
GBytes *muster_import_lines_encode (const MusterImportLine *lines, gsize n_lines);
/** Sets @line to the @i-th. */
typedef void (*MusterImportLineFunc) (gsize i, MusterImportLine *line, gconstpointer user_data);
/** The same for lines that stand nowhere together. */
GBytes *muster_import_lines_encode_each (gsize n_lines, MusterImportLineFunc get_line, gconstpointer user_data);
/** Returns: (transfer full) (element-type MusterImportLine): MUSTER_ERROR_DAMAGED if @bytes make no sense. */
GArray *muster_import_lines_decode (GBytes *bytes, GError **error);
/** Returns: (transfer full) (element-type MusterImportLine): those of @person, in order; empty if the file did not speak of the person. */
GArray *muster_import_lines_find (GBytes *bytes, gint64 person, GError **error);
