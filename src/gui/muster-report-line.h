/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "domain/muster-report.h"

#define MUSTER_TYPE_REPORT_LINE (muster_report_line_get_type ())
/** MusterReportLine: a row of a report, for a list. Immutable. */
G_DECLARE_FINAL_TYPE (MusterReportLine, muster_report_line, MUSTER, REPORT_LINE, GObject)

MusterReportLine *muster_report_line_new (MusterReport *report, guint row);
/** Returns: the id of the case that it is about; 0: of several. */
gint64 muster_report_line_get_id (MusterReportLine *self);
/** Returns: (transfer full): what stands in @column, as the window writes it. */
char *muster_report_line_dup_text (MusterReportLine *self, guint column);
/** Returns: less than, equal to, or more than 0, by what stands in @column; what is empty comes first. */
int muster_report_line_compare (MusterReportLine *a, MusterReportLine *b, guint column);
