/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "store/muster-store.h"

/** Whether the account may decide about @decision by what it can read: nothing that it rests on is closed to it. One that is closed itself is refused where it is written. MUSTER_ERROR_RULE. */
gboolean muster_ground_steps_check (MusterWork *work, const MusterDecision *decision, GError **error);
