/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-case-history-query.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_ESCALATION_SECTION (muster_escalation_section_get_type ())
/**
 * MusterEscalationSection: why more than its severity asks is proposed for a corrective action, and what a person can decide then. Hides where nothing is.
 *
 * Actions: escalation.open-action, escalation.propose-decision.
 */
G_DECLARE_FINAL_TYPE (MusterEscalationSection, muster_escalation_section, MUSTER, ESCALATION_SECTION, GtkBox)

/** @history: (nullable) */
void muster_escalation_section_show (MusterEscalationSection *self, MusterStore *store, const MusterCorrectiveAction *action, const MusterCaseHistory *history);
