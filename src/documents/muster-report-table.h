/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "documents/muster-table-writer.h"
#include "domain/muster-report.h"

/**
 * muster_report_table_write:
 *
 * Writes the rows of @report as CSV or as a workbook, each with the day that it tells of, so that no row is without it wherever it is copied; what would be run as a
 * formula is defused. What a practice register gives out says so in a column of its own.
 */
gboolean muster_report_table_write (const MusterReport *report, MusterTableFormat format, const char *path, gboolean is_practice, GError **error);
