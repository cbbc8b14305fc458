/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-rule-pack.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_RULE_PACK_PAGE (muster_rule_pack_page_get_type ())
/** MusterRulePackPage: a rule pack: what it requires, its season and deadlines, and where each number comes from. */
G_DECLARE_FINAL_TYPE (MusterRulePackPage, muster_rule_pack_page, MUSTER, RULE_PACK_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_rule_pack_page_new (MusterStore *store, MusterRulePack *pack, gboolean is_in_force);
/** Writes the pack to @file, to be changed there. */
void muster_rule_pack_page_save (MusterRulePackPage *self, GFile *file);
