/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/* Who looked at a case, by the journal. */

/** MusterCaseLook: @operation: “look-at-case”, or what else shows one of it: “export-bundle”, “open-letter”, …; @time: µs since 1970 UTC */
typedef struct
{
  gint64 account_id;
  char *account;
  char *full_name;
  char *role;
  char *operation;
  gint64 time;
} MusterCaseLook;

void muster_case_look_free (MusterCaseLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MusterCaseLook, muster_case_look_free)

/** Returns: (transfer full) (element-type MusterCaseLook): newest first. */
GPtrArray *muster_case_looks_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, const char *number, GError **error);
/** Sets @has to whether an entry says that the account looked at @number at @since or later. */
gboolean muster_case_looks_query_has (MusterDatabase *database, const char *number, gint64 account_id, gint64 since, gboolean *has, GError **error);
