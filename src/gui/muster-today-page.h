/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_TODAY_PAGE (muster_today_page_get_type ())
/** MusterTodayPage: what needs a person today, most urgent first; each line opens what it is about and can be put off. */
G_DECLARE_FINAL_TYPE (MusterTodayPage, muster_today_page, MUSTER, TODAY_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_today_page_new (MusterStore *store);
/** Whether what the register holds is shown. For tests. */
gboolean muster_today_page_is_ready (MusterTodayPage *self);
/** Whether the list was read and has nothing that was not put off. "read" is emitted each time it was read. */
gboolean muster_today_page_is_empty (MusterTodayPage *self);
