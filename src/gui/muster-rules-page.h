/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_RULES_PAGE (muster_rules_page_get_type ())
/** MusterRulesPage: by which rules the register goes, which others there are, and the versions of the notice. */
G_DECLARE_FINAL_TYPE (MusterRulesPage, muster_rules_page, MUSTER, RULES_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_rules_page_new (MusterStore *store);
/** Shows the rule pack in @file, or what is wrong with it. */
void muster_rules_page_open_pack (MusterRulesPage *self, GFile *file);
/** Asks for version, title and day of the notice in @file. */
void muster_rules_page_open_notice (MusterRulesPage *self, GFile *file);
