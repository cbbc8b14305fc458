/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-person-facts.h"
#include "gui/muster-row-group.h"

/** Makes a row of each journal entry of the person; opened, it shows what was before and after. Hides @group where the journal may not be read. */
void muster_assister_history_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts);
