/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-report.h"
#include "store/muster-database.h"

/**
 * MusterReportWish: what report is wanted.
 * @as_of: unset: @today
 * @time: the moment, µs since 1970 UTC
 */
typedef struct
{
  MusterReportKind kind;
  GDate as_of;
  GDate today;
  gint64 time;
} MusterReportWish;

/** Returns: (transfer full): the report, with names: for a worker thread. MUSTER_ERROR_RULE for a day that has not come. */
MusterReport *muster_report_make (MusterDatabase *database, const MusterReportWish *wish, GCancellable *cancellable, GError **error);
