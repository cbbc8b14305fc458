/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "domain/muster-report.h"

#define MUSTER_TYPE_REPORT_CHART (muster_report_chart_get_type ())
/** MusterReportChart: the series of a report as bars, one below the other, each with its words and its number. A screen reader says them all. */
G_DECLARE_FINAL_TYPE (MusterReportChart, muster_report_chart, MUSTER, REPORT_CHART, GtkWidget)

/** Shows the series of @report. */
void muster_report_chart_set_report (MusterReportChart *self, MusterReport *report);
