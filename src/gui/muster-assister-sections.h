/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gui/muster-person-facts.h"
#include "gui/muster-row-group.h"

/* The sections of the page of a person. Each makes its rows anew. */

/** The answer to "may assist today", each reason and what would cure it. */
void muster_assister_sections_show_standing (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_roles (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_contact (MusterRowGroup *group, const MusterPersonFacts *facts);
/** Every transition, newest first; those that were corrected are marked. */
void muster_assister_sections_show_timeline (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_actions (MusterRowGroup *group, const MusterPersonFacts *facts);
void muster_assister_sections_show_decisions (MusterRowGroup *group, const MusterPersonFacts *facts);
