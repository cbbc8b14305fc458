/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-row-group.h"
#include "store/muster-case-history-query.h"

/** Shows the cases of @history (nullable): those of the same person, to be opened, in @earlier; how those of others ended, by their numbers only, in @similar. A group hides where there are none. */
void muster_case_history_rows_show (MusterRowGroup *earlier, MusterRowGroup *similar, const MusterCaseHistory *history);
