/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-operation-rule.h"
#include "store/muster-database.h"

/** Whether what the entry @sequence, which is not yet committed, writes anew is as long as it may be: see domain/muster-text-limit.h. MUSTER_ERROR_RULE. */
gboolean muster_work_texts_check (MusterDatabase *database, const MusterOperationRule *rule, gint64 sequence, GError **error);
