/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-rule-pack.h"

#define MUSTER_TYPE_REQUIREMENT_CHOICE (muster_requirement_choice_get_type ())
/** MusterRequirementChoice: a requirement of a rule pack, chosen by its title. */
G_DECLARE_FINAL_TYPE (MusterRequirementChoice, muster_requirement_choice, MUSTER, REQUIREMENT_CHOICE, AdwComboRow)

/** Offers what @types are asked for, with the one called @code (nullable) chosen. */
void muster_requirement_choice_fill (MusterRequirementChoice *self, MusterRulePack *pack, guint types, const char *code);
/** Offers the one called @code only; none where the pack does not have it. */
void muster_requirement_choice_fix (MusterRequirementChoice *self, MusterRulePack *pack, const char *code);
/** Returns: (transfer none) (nullable): the one that is chosen. */
const MusterRequirement *muster_requirement_choice_get (MusterRequirementChoice *self);
