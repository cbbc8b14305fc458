/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-reconciliation.h"
#include "store/muster-roster-query.h"

/**
 * MusterListPerson: somebody of whom a public list can speak, in 24 bytes.
 * @npn: as muster_list_npn_read() gives it; 0 without
 * @state: as a broker; MUSTER_STATE_NONE for somebody who is none
 */
typedef struct
{
  gint64 id;
  guint64 npn;
  guint8 state; /* MusterCertificationState */
  guint8 active;
} MusterListPerson;

/** Returns: (transfer full) (element-type MusterListPerson): everybody with an NPN, and every broker, as of @today, by id. */
GArray *muster_reconciliation_query_people (MusterDatabase *database, const GDate *today, GCancellable *cancellable, GError **error);
