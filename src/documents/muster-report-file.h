/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-report.h"

/** More rows than these go into a file that can be searched and sorted. */
#define MUSTER_REPORT_MOST_ON_PAPER 2000

/**
 * muster_report_file_draw:
 * @agency: whose register it is
 * @checkpoint: (nullable): the journal's code at that moment, put at the foot as text and on the last page as a QR code
 *
 * Draws @report as a PDF file: pages in US Letter, lying, with what sums it up, the chart, the table and what was counted; text that can be searched and read
 * aloud. What a practice register gives out says so at the foot of each page.
 *
 * Returns: (transfer full): the file; %NULL with MUSTER_ERROR_STORAGE, or MUSTER_ERROR_RULE for more than MUSTER_REPORT_MOST_ON_PAPER rows.
 */
GBytes *muster_report_file_draw (const MusterReport *report, const char *agency, const char *checkpoint, gboolean is_practice, GError **error);
