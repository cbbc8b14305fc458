/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-corrective-action.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_FOLLOW_UP_SECTION (muster_follow_up_section_get_type ())
/**
 * MusterFollowUpSection: what follows a corrective action beside its steps.
 *
 * Actions: follow-up.plan-check, follow-up.record-check, follow-up.waive-check, follow-up.approve-extension, follow-up.refuse-extension.
 */
G_DECLARE_FINAL_TYPE (MusterFollowUpSection, muster_follow_up_section, MUSTER, FOLLOW_UP_SECTION, GtkBox)

void muster_follow_up_section_show (MusterFollowUpSection *self, MusterStore *store, MusterDatabase *database, const MusterCorrectiveAction *action);
