/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-table-writer.h"
#include "domain/muster-export.h"
#include "operations/muster-export-file.h"
#include "store/muster-roster-query.h"
#include "store/muster-secret.h"

/**
 * Input of #muster_export_roster.
 * @path: where the file is to be
 * @filter: (nullable): who; %NULL: everybody
 * @passphrase: (nullable): for MUSTER_TABLE_ZIP
 * @reason: what it is for
 */
typedef struct
{
  const char *path;
  MusterTableFormat format;
  MusterExportColumns columns;
  const MusterRosterFilter *filter;
  MusterSecret *passphrase;
  const char *reason;
} MusterExportRequest;

/**
 * Exports the roster into a file beside its place, with an entry that keeps the file's name, columns, number of people and hash: what cannot be recorded does not
 * leave. muster_export_put_in_place() comes after it. What a practice register exports says so in a column of its own.
 */
extern const MusterOperation muster_export_roster;

/** Sets @format by the ending of @path. MUSTER_ERROR_INVALID for another than .csv, .xlsx and .zip. */
gboolean muster_export_find_format (const char *path, MusterTableFormat *format, GError **error);
