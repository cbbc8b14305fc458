/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ACTION_PAGE (muster_action_page_get_type ())
/**
 * MusterActionPage: one corrective action.
 *
 * Actions: action.add-step, action.complete-step (i), action.verify-step (i), action.set-cause, action.ask-extension, action.record-response, action.close, action.void.
 */
G_DECLARE_FINAL_TYPE (MusterActionPage, muster_action_page, MUSTER, ACTION_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_action_page_new (MusterStore *store, gint64 id);
gint64 muster_action_page_get_id (MusterActionPage *self);
