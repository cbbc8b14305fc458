/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-report.h"
#include "gui/muster-form-dialog.h"
#include "gui/muster-view-day.h"

#define MUSTER_TYPE_REPORT_DIALOG (muster_report_dialog_get_type ())
/** MusterReportDialog: saves or prints a report: asks in what, and what for where names leave with it; then where. */
G_DECLARE_FINAL_TYPE (MusterReportDialog, muster_report_dialog, MUSTER, REPORT_DIALOG, MusterFormDialog)

AdwDialog *muster_report_dialog_new (MusterStore *store, MusterReportKind kind, const MusterViewDay *day);
/** As muster_report_dialog_new(), with paper chosen as what it leaves on. */
AdwDialog *muster_report_dialog_new_for_paper (MusterStore *store, MusterReportKind kind, const MusterViewDay *day);
/** Saves it as @file: what the button does once a place was chosen. */
void muster_report_dialog_save_to (MusterReportDialog *self, GFile *file);
