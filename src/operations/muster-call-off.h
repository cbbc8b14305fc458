/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"
#include "store/muster-store.h"

/** Input: MusterDecisionAnswer: what is to be called off, and why. Output (gint64 *): the proposal’s id; it is approved or refused like every other. */
extern const MusterOperation muster_propose_calling_off;

/** Returns: (transfer full): the decision @target_id, which can still be called off on @today; %NULL with why it cannot. */
MusterDecision *muster_call_off_load (MusterDatabase *database, gint64 target_id, const GDate *today, GError **error);
