/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "domain/muster-report.h"
#include "store/muster-database.h"

/**
 * MusterReportWish: what report is wanted.
 * @as_of: unset: @today
 * @known_on: by what had been recorded through that day; unset: by all that is known
 * @time: the moment, µs since 1970 UTC
 */
typedef struct
{
  MusterReportKind kind;
  GDate as_of;
  GDate known_on;
  GDate today;
  gint64 time;
} MusterReportWish;

/** Whether its days have come. MUSTER_ERROR_RULE for one that has not. */
gboolean muster_report_wish_check (const MusterReportWish *wish, GError **error);

/** Returns: (transfer full): the report, with names: for a worker thread. MUSTER_ERROR_RULE for a day that has not come. */
MusterReport *muster_report_make (MusterDatabase *database, const MusterReportWish *wish, GCancellable *cancellable, GError **error);
