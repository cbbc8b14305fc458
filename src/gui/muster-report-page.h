/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-report.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_REPORT_PAGE (muster_report_page_get_type ())
/** MusterReportPage: one report as of a day: what sums it up, its chart, its table, and what is counted. A row opens the case that it is about. */
G_DECLARE_FINAL_TYPE (MusterReportPage, muster_report_page, MUSTER, REPORT_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_report_page_new (MusterStore *store, MusterReportKind kind);
/** Whether what it shows is of the day that it says. */
gboolean muster_report_page_is_ready (MusterReportPage *self);
