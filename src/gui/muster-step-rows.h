/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "gui/muster-row-group.h"
#include "store/muster-store.h"

/** Shows the steps of @action in @group; they offer "action.complete-step" and "action.verify-step", to whom they may be. */
void muster_step_rows_show (MusterRowGroup *group, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action);
