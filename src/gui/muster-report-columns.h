/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "domain/muster-report.h"

/** Shows the columns and the rows of @report in @view, as #MusterReportLine; a click on a heading sorts. */
void muster_report_columns_fill (GtkColumnView *view, MusterReport *report);
