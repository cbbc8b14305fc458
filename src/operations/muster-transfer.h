/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/**
 * Input of #muster_transfer.
 * @agency_id: where the person goes to
 * @on: the first day there; unset: today
 */
typedef struct
{
  gint64 assister_id;
  gint64 agency_id;
  GDate on;
  const char *reason;
} MusterTransferRequest;

/** Whether @request may be carried out on @today. */
gboolean muster_transfer_check (MusterDatabase *database, const MusterTransferRequest *request, const GDate *today, GError **error);

/** A person goes from one agency to another: one affiliation ends the day before, the next begins; certifications, cases and history stay. No output. */
extern const MusterOperation muster_transfer;
