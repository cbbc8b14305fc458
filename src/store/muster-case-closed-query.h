/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/**
 * MusterClosedTo: an enabled account that a case is closed to.
 * @reason, @by, @recorded: why, who said so and when, µs since 1970 UTC; %NULL and 0 where nobody had to: it concerns them, or comes from a case that is closed to them
 */
typedef struct
{
  MusterAccount *account;
  char *reason;
  char *by;
  gint64 recorded;
} MusterClosedTo;

void muster_closed_to_free (MusterClosedTo *closed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterClosedTo, muster_closed_to_free)

/** Returns: (transfer full) (element-type MusterClosedTo): by name of the account. */
GPtrArray *muster_case_closed_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error);
