/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_DECISION_PAGE (muster_decision_page_get_type ())
/**
 * MusterDecisionPage: one proposed or decided revocation or suspension for cause.
 *
 * Actions: decision.approve, decision.refuse, decision.take-back.
 */
G_DECLARE_FINAL_TYPE (MusterDecisionPage, muster_decision_page, MUSTER, DECISION_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_decision_page_new (MusterStore *store, gint64 id);
gint64 muster_decision_page_get_id (MusterDecisionPage *self);
