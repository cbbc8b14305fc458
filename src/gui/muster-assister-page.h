/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_ASSISTER_PAGE (muster_assister_page_get_type ())
/**
 * MusterAssisterPage: one person: may they assist today, why, and what was done about them.
 *
 * Actions: assister.edit, assister.certification (ii: verb and role), assister.open-action, assister.propose.
 */
G_DECLARE_FINAL_TYPE (MusterAssisterPage, muster_assister_page, MUSTER, ASSISTER_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_assister_page_new (MusterStore *store, gint64 id);
/** Returns: the person's id. */
gint64 muster_assister_page_get_id (MusterAssisterPage *self);
