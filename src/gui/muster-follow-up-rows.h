/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "gui/muster-row-group.h"
#include "store/muster-store.h"

/** Shows what of @kind follows @action in @group. The one that waits offers "follow-up.record-check", or "follow-up.approve-extension" and "follow-up.refuse-extension". */
void muster_follow_up_rows_show (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action, MusterFollowUpKind kind);
