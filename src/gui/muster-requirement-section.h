/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gui/muster-person-facts.h"

#define MUSTER_TYPE_REQUIREMENT_SECTION (muster_requirement_section_get_type ())
/** MusterRequirementSection: what is required of a person, how it stands, and the evidence behind it; from here evidence is recorded, corrected and its documents opened. */
G_DECLARE_FINAL_TYPE (MusterRequirementSection, muster_requirement_section, MUSTER, REQUIREMENT_SECTION, GtkBox)

/** Shows @facts; what was opened stays open. */
void muster_requirement_section_show (MusterRequirementSection *self, MusterStore *store, const MusterPersonFacts *facts);
