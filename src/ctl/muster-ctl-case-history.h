/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl-output.h"
#include "domain/muster-corrective-action.h"
#include "store/muster-database.h"

/** Fills the object that is begun: why more is proposed for @action, under "escalation" and "proposed_severity"; under "earlier" what there was about the person; under "similar" how it ended for others. */
gboolean muster_ctl_json_case_history (JsonBuilder *json, MusterDatabase *database, const MusterCorrectiveAction *action, GError **error);
/** Prints the same. */
gboolean muster_ctl_print_case_history (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error);
