/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-rule-pack.h"
#include "store/muster-store.h"

/** Returns: (transfer full): the rule pack by which the register goes today. What it says for an operation is kept with its name. */
MusterRulePack *muster_rule_steps_load_pack (MusterWork *work, GError **error);
