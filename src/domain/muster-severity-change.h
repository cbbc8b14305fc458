/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-corrective-action.h"

/* The severity of an open corrective action is judged anew: it is raised or lowered, for a reason. Nothing else moves with it. */

/** Whether @action can be of @severity from now on: it is open, that is another one, and @reason says why. MUSTER_ERROR_RULE. */
gboolean muster_severity_change_check (const MusterCorrectiveAction *action, MusterSeverity severity, const char *reason, GError **error);

/**
 * Returns: (transfer full): %NULL-terminated: translated sentences on what the rules of @pack ask of an action of @severity that @action, which is left as it is, does
 * not have: another last day, another restriction. None where all fits.
 */
char **muster_severity_change_list_remarks (const MusterCorrectiveAction *action, MusterSeverity severity, MusterRulePack *pack);
