/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "domain/muster-rule-pack.h"
#include "store/muster-store.h"

#define MUSTER_TYPE_RULES_PREVIEW_PAGE (muster_rules_preview_page_get_type ())
/** MusterRulesPreviewPage: whose answer another rule pack, or another day, changes; from here a pack is adopted. */
G_DECLARE_FINAL_TYPE (MusterRulesPreviewPage, muster_rules_preview_page, MUSTER, RULES_PREVIEW_PAGE, AdwNavigationPage)

/** @pack: (nullable): that may be adopted; else the rules in force, on another day */
AdwNavigationPage *muster_rules_preview_page_new (MusterStore *store, MusterRulePack *pack, const GDate *on);
/** For tests: whether what is shown is what was asked for last. */
gboolean muster_rules_preview_page_is_ready (MusterRulesPreviewPage *self);
