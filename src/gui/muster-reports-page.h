/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

#define MUSTER_TYPE_REPORTS_PAGE (muster_reports_page_get_type ())
/** MusterReportsPage: which reports there are; each opens as a page of its own. */
G_DECLARE_FINAL_TYPE (MusterReportsPage, muster_reports_page, MUSTER, REPORTS_PAGE, AdwNavigationPage)

AdwNavigationPage *muster_reports_page_new (MusterStore *store);
