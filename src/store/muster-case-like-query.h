/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-case-access.h"
#include "store/muster-database.h"

/** Returns: (transfer full) (element-type utf8): a sentence for each account that sees the case and has but the family name of somebody whom it concerns; see muster_account_dup_like_remark(). */
GPtrArray *muster_case_like_query_list (MusterDatabase *database, MusterCaseKind kind, gint64 id, GError **error);
