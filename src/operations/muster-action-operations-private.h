/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"
#include "store/muster-store.h"

/* What the operations on corrective actions share. */

/** Sets the entry's subject to the action's number, and names the person. */
void muster_action_operations_describe (MusterWork *work, const MusterCorrectiveAction *action);
/** Restricts the certified roles of the person of a new @action that brings a restriction. */
gboolean muster_action_operations_restrict (MusterWork *work, const MusterCorrectiveAction *action, GPtrArray *events, GError **error);
/** Lifts the restriction that @action brought, unless another open action keeps one. @action is saved as closed already. */
gboolean muster_action_operations_lift (MusterWork *work, const MusterCorrectiveAction *action, GError **error);
