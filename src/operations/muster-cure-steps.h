/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-cure.h"
#include "store/muster-store.h"

/* The time to cure before what is proposed takes effect (domain/muster-cure.h). */

/**
 * muster_cure_steps_find:
 * @on: the day of the proposal, whose rules count
 * @last: (out): the last day of the time to cure; unset where there is none
 * @text: (out): how it is counted, by which rule and source; %NULL where there is none
 *
 * What a proposal of @kind on @on is told.
 */
gboolean muster_cure_steps_find (MusterDatabase *database, MusterDecisionKind kind, const GDate *on, GDate *last, char **text, GError **error);

/** Checks what a proposal says of taking effect at once, and keeps it in the entry. */
gboolean muster_cure_steps_take (MusterWork *work, MusterDecisionKind kind, const GDate *effective, const char *immediate, GError **error);

/**
 * muster_cure_steps_load:
 * @last: (out): as for muster_cure_steps_find(), by the rules of the proposal
 * @text: (out): the same
 * @immediate: (out): where it takes effect before that: the reason, or that none is recorded; %NULL else
 *
 * What stands of it with @decision.
 */
gboolean muster_cure_steps_load (MusterDatabase *database, const MusterDecision *decision, GDate *last, char **text, char **immediate, GError **error);
