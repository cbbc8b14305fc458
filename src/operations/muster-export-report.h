/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report.h"
#include "operations/muster-export-file.h"
#include "store/muster-store.h"

/** MusterReportFormat: in what a report leaves. */
typedef enum
{
  MUSTER_REPORT_PDF,
  MUSTER_REPORT_CSV,
  MUSTER_REPORT_XLSX,
  MUSTER_REPORT_JSON,
} MusterReportFormat;

#define MUSTER_N_REPORT_FORMATS 4

/** Returns: "csv", …: also the ending of the file. */
const char *muster_report_format_to_code (MusterReportFormat format);
gboolean muster_report_format_from_code (const char *code, MusterReportFormat *format, GError **error);
/** Sets @format by the ending of @path. MUSTER_ERROR_INVALID where it is none of them. */
gboolean muster_report_find_format (const char *path, MusterReportFormat *format, GError **error);

/**
 * Input of #muster_export_report.
 * @path: where the file is to be
 * @as_of: unset: today
 * @known_on: by what had been recorded through that day; unset: by all that is known
 * @reason: (nullable): what it is for
 * @prints: the file is only on its way to a printer
 */
typedef struct
{
  MusterReportKind kind;
  MusterReportFormat format;
  const char *path;
  GDate as_of;
  GDate known_on;
  const char *reason;
  gboolean prints;
} MusterReportExport;

/**
 * Writes a report into a file beside its place, with an entry that keeps which, as of when, the file's name, the number of rows and the hash, and whether it has
 * names: only where muster_role_may_report_names() says so. Output: #MusterExportResult; its n_people counts the rows. muster_export_put_in_place() comes after it.
 */
extern const MusterOperation muster_export_report;
