/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-decision.h"

/**
 * muster_decision_check_lifting:
 * @others: apart from @account
 * @alone: (out): whether @account undoes what it had a part in, since nobody else can: an emergency, to be marked as one
 *
 * Whether @account may lift at @time, µs since 1970 UTC, the suspension that @decision brought about: what two people decided, neither of them undoes; only where
 * nobody else can, by muster_decision_check_alone(). MUSTER_ERROR_RULE.
 */
gboolean muster_decision_check_lifting (const MusterDecision *decision, gint64 account, const MusterOtherAdministrators *others, gint64 time, gboolean *alone, GError **error);
