/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-report.h"

/**
 * muster_report_json_make:
 *
 * Returns: (transfer full): @report as one JSON object: "report", "title", "agency", "as_of", "drawn_at", "columns", "rows", "figures", "chart", "notes", and
 * "practice" where it is invented. Keys and codes are the same in every language.
 */
GBytes *muster_report_json_make (const MusterReport *report, const char *agency, gboolean is_practice);
