/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define MUSTER_TYPE_CREATE_PAGE (muster_create_page_get_type ())
/**
 * MusterCreatePage: what a new register needs: the agency, a place, the first administrator, and where the computer's part of the key is kept.
 *
 * Signal "created" (string folder, string agency, string account, string recovery key as people read it).
 */
G_DECLARE_FINAL_TYPE (MusterCreatePage, muster_create_page, MUSTER, CREATE_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_create_page_new (void);
