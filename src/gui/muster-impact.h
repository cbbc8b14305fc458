/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-row-group.h"
#include "store/muster-store.h"

/**
 * muster_impact_show:
 *
 * Shows in @group what taking @types from the person would leave behind. It is found out beside the main thread, since it looks at the whole roster; a
 * later call for the same group replaces an earlier one.
 */
void muster_impact_show (MusterRowGroup *group, MusterStore *store, gint64 assister_id, guint types);
