/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/* To whom a case was closed, and opened again, in so many words. Rows are only ever added, and the last of an account and a case counts. */

/** MusterAccessSaid: @by: who said it; @recorded: µs since 1970 UTC */
typedef struct
{
  gint64 id;
  MusterCaseKind kind;
  gint64 case_id;
  gint64 account_id;
  MusterAccess access;
  char *reason;
  gint64 by;
  gint64 recorded;
} MusterAccessSaid;

void muster_access_said_free (MusterAccessSaid *said);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterAccessSaid, muster_access_said_free)

/** Adds @said and sets its id. */
gboolean muster_case_access_table_save (MusterDatabase *database, MusterAccessSaid *said, GError **error);
/** Returns: (transfer full) (element-type MusterAccessSaid): all that was said of the case, oldest first. */
GPtrArray *muster_case_access_table_list (MusterDatabase *database, MusterCaseKind kind, gint64 case_id, GError **error);
